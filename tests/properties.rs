//! What holds for every article, whatever stands in it: places slice to their words, direct quotes do not overlap, nothing panics, and
//! the number of threads is not seen in the bytes. Articles are assembled of the pieces that make quotes hard.

#[path = "support/folder.rs"]
mod folder;
#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/invariants.rs"]
mod invariants;

use std::sync::LazyLock;

use folder::Folder;
use invariants::hold;
use proptest::prelude::*;
use whosaid::check::config::Config;
use whosaid::input::{self, Item};
use whosaid::lexicon::Lexicon;
use whosaid::{Article, Extractor, Options};

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::with_options(Lexicon::builtin(), Options { beliefs: true, ..Options::default() }));

const MARKS: &[&str] = &[
    "“", "”", "\"", "‘", "’", "'", "«", "»", "‹", "›", "„", "‚", "‟", "‛", "\\\"", "``", "''", "“‘", "’”", ".”“",
    "\"'", "「", "」",
];
const NAMES: &[&str] = &[
    "Anna Berg",
    "Mr. Earnest",
    "Josh Earnest",
    "Kirby",
    "Adm. Kirby",
    "Zoë O’Hara-Lind",
    "J. R. Lund Jr.",
    "the mayor",
    "a State Department official",
    "he",
    "She",
    "they",
    "Both men",
    "EARNEST",
    "Q",
    "the poll",
    "Inc.",
    "U.S.",
    "İrem Ağ",
];
const CUES: &[&str] = &[
    "said",
    "says",
    "told reporters",
    "added",
    "adding that",
    "according to",
    "asked whether",
    "who asked not to be named, said",
    "called",
    "accused",
    "claim that",
    "wrote on Twitter",
    "thinks",
    "had said",
    "said that",
    "is quoted as saying",
];
const WORDS: &[&str] = &[
    "the port",
    "is late",
    "was closed",
    "we",
    "not",
    "I",
    "never",
    "42 percent",
    "$1.8m",
    "on Monday",
    "in Oslo",
    "that",
    "which",
    "and",
    "but",
    "because",
    "tell",
    "to go on",
    "Ελλάδα",
    "naïve",
    "日本",
    "e\u{301}",
    "👩‍🚀",
    "don’t",
    "'tis",
    "the ’90s",
    "5'11\"",
];
/// What the rules for names, offices and descriptions ask for.
const OFFICES: &[&str] = &[
    "former",
    "ex",
    "Former",
    "and",
    "’s",
    "his",
    "her",
    "in",
    "60s",
    "early",
    "the",
    "a",
    "of",
    "for",
    "from",
    "by",
    "at",
    "who",
    "First",
    "City",
    "Oslo",
    "Bergen",
    "Berg",
    "Moe",
    "Ina Varga",
    "Carl",
    "Dr",
    "Sir",
    "Professor",
    "Tory",
    "striker",
    "coach",
    "mayor",
    "pilot",
    "writer",
    "Minister",
    "Energy",
    "chairman",
    "letter",
    "D-Mass",
    "43-page",
    "61-year-old",
    "one",
    "said",
    "says",
    "described as",
    "prompting",
    "to describe",
    "“late”",
    "“Late Tide”",
    "He",
    "she",
    ",",
    ",",
    ".",
    ".",
    "\n\n",
    "said-on",
    ",-",
    ".-",
];
const JOINTS: &[&str] = &[
    " ", " ", " ", ", ", ". ", "? ", "! ", ": ", "; ", " — ", " - ", " (", ") ", "…", ".", ",", "\n", "\n\n", "\r\n",
    "\r", "\t", "\u{a0}", "\u{2028}", "\u{feff}", "\\n", "\\u201c", "\0", "",
];

fn piece() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        4 => prop::sample::select(MARKS),
        3 => prop::sample::select(NAMES),
        3 => prop::sample::select(CUES),
        5 => prop::sample::select(WORDS),
        8 => prop::sample::select(JOINTS),
    ]
}

/// An article of the words that rules ask for, in any order.
fn offices() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(OFFICES), 1..400).prop_map(|words| words.join(" "))
}

/// An article of pieces, some with nothing between them.
fn article() -> impl Strategy<Value = String> {
    prop::collection::vec((piece(), prop::bool::weighted(0.7)), 0..120)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, space)| [*piece, if *space { " " } else { "" }]).collect())
}

/// Sentences as reporters write them, with a mark lost or turned here and there.
fn sentences() -> impl Strategy<Value = String> {
    let open = || prop::sample::select(&["“", "\"", "‘", "«", "„", "”", ""][..]);
    let close = || prop::sample::select(&["”", "\"", "’", "»", "“", "”", ""][..]);
    let sentence = (
        open(),
        close(),
        prop::sample::select(NAMES),
        prop::sample::select(CUES),
        0..6usize,
        prop::sample::select(WORDS),
    );
    let sentence = sentence.prop_map(|(open, close, name, cue, shape, word)| match shape {
        0 => format!("{open}We are late at {word},{close} {name} {cue}. "),
        1 => format!("{name} {cue}, {open}We are late, {word}.{close}\n\n"),
        2 => format!("{open}We are late,{close} {cue} {name}, {open}and {word} too.{close} "),
        3 => format!("{name} {cue} {word} was {open}a bad joke{close} for all of them.\n"),
        4 => format!("{name}: {open}{word} is late.\n\n{open}We wait.{close} "),
        _ => format!("Rain fell on {word}, {name} {cue}, and {open}{word}{close} was shut. "),
    });
    prop::collection::vec(sentence, 0..12).prop_map(|all| all.concat())
}

/// The article that plain text is read as, repairs and all. A few letters with a NUL among them are a binary file; the library takes them.
fn read(text: &str) -> Article {
    let mut out = None;
    let options = input::Options { format: input::format("text"), ..input::Options::default() };
    input::read_stream("a.txt", text.as_bytes(), &options, &mut |item| match item {
        Item::Article(article) => out = Some(article),
        _ => assert!(text.contains('\0')),
    });
    out.unwrap_or_else(|| Article::new("a.txt", text))
}

/// As many cases as PROPTEST_CASES says, for a long run.
fn cases(usual: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(usual);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A file in TOML, or nearly.
fn toml() -> impl Strategy<Value = String> {
    const LINES: &[&str] = &[
        "[[speaker]]",
        "[[cue]]",
        "[check]",
        "[[file]]",
        "name = \"Anna Berg\"",
        "name = \"\"",
        "name = 1",
        "id = \"a\"",
        "aliases = [\"Berg\", \"A. Berg\"]",
        "aliases = [\"\"]",
        "pronouns = \"she\"",
        "pronouns = \"it\"",
        "roles = [{ title = \"mayor\", from = 2015-01-01 }]",
        "roles = [{ title = \"mayor\", from = 2015-01-01, to = 2014-01-01 }]",
        "verb = \"posit\"",
        "verb = \"stop+\"",
        "verb = \"/\"",
        "verb = \"é/+/-\"",
        "name = \"\"\"",
        "\"\"\"",
        "# Ä",
    ];
    let line = prop_oneof![8 => prop::sample::select(LINES).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(line, 0..16).prop_map(|lines| lines.join("\n"))
}

/// The same of the texts of `cargo bench --bench hostile`, small.
#[test]
fn text_that_no_newspaper_prints() {
    for text in hostile::TEXTS.iter().filter(|t| t.ending == "txt") {
        let article = Article::new("a.txt", String::from_utf8_lossy(&text.of(8000)).into_owned());
        let records = std::panic::catch_unwind(|| hold(&article, &EXTRACTOR.extract(&article)));
        assert!(records.is_ok(), "{}", text.name);
    }
}

/// What once broke an invariant.
const BROKE: &[&str] = &[
    // A single quote that would close inside a double one.
    "›\nthe port said``‘’” 'tissaid: \"' Anna BergAnna Berg“",
];

#[test]
fn texts_that_broke_something() {
    for text in BROKE {
        let article = read(text);
        hold(&article, &EXTRACTOR.extract(&article));
    }
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn places_slice_to_their_words_in_pieces(text in article()) {
        let article = read(&text);
        hold(&article, &EXTRACTOR.extract(&article));
    }

    #[test]
    fn places_slice_to_their_words_in_sentences(text in sentences()) {
        let article = read(&text);
        hold(&article, &EXTRACTOR.extract(&article));
    }

    #[test]
    fn places_slice_to_their_words_in_offices(text in offices()) {
        let article = read(&text);
        hold(&article, &EXTRACTOR.extract(&article));
    }

    #[test]
    fn mojibake_does_not_move_places(text in sentences()) {
        let (broken, _, _) = encoding_rs::WINDOWS_1252.decode(text.as_bytes());
        let article = read(&broken);
        prop_assert_eq!(article.original(), broken);
        hold(&article, &EXTRACTOR.extract(&article));
    }

    #[test]
    fn any_text_is_read(text in any::<String>(), tail in "[\"'“”‘’«»„\\\\.,:;!?()\\- \n\ra-zA-Z0-9]{0,200}") {
        for text in [&text, &tail, &(text.clone() + &tail)] {
            let article = Article::new("a.txt", text.as_str());
            hold(&article, &EXTRACTOR.extract(&article));
        }
    }

    #[test]
    fn any_lexicon_is_read_or_refused(text in toml()) {
        match Lexicon::parse("speakers.toml", &text) {
            Ok(lexicon) => drop(Extractor::new(lexicon).extract(&Article::new("a.txt", "“We wait,” posited Anna Berg."))),
            Err(error) => prop_assert!(error.to_string().starts_with("speakers.toml:"), "{}", error),
        }
    }

    #[test]
    fn any_check_configuration_is_read_or_refused(text in toml()) {
        if let Err(error) = Config::parse("whosaid.toml", &text) {
            prop_assert!(error.to_string().starts_with("whosaid.toml:"), "{}", error);
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in input::FORMATS {
            let options = input::Options { format: Some(format), limit: 1 << 16, ..input::Options::default() };
            input::read_stream("a", bytes.as_slice(), &options, &mut |item| {
                if let Item::Article(article) = item {
                    hold(&article, &EXTRACTOR.extract(&article));
                }
            });
        }
    }
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn threads_are_not_seen(texts in prop::collection::vec(prop_oneof![article(), sentences()], 1..40)) {
        let folder = Folder::new(&[("speakers.toml", include_str!("../speakers.toml"))]);
        texts.iter().enumerate().for_each(|(n, text)| folder.write(&format!("news/{n:02}.txt"), text.as_bytes()));
        for format in ["csv", "jsonl", "html"] {
            let run = |threads: &str| folder.run(&["extract", "news", "-f", format, "-j", threads]);
            let (one, eight) = (run("1"), run("8"));
            prop_assert_eq!(one.code, eight.code);
            // The report says how it was made.
            let body = |out: String| out.replace("-j 1", "-j N").replace("-j 8", "-j N");
            prop_assert_eq!(body(one.out), body(eight.out));
            prop_assert_eq!(one.err, eight.err);
        }
    }
}
