//! The definitions with small cases: an article with its gold in brat's terms, what was found, and the figures that must come of it.

use super::*;
use crate::article::Article;
use crate::eval::gold::{Document, Entry, Marked};
use crate::record::{Kind, Place, Record};

/// An article in which `[c1 …]`, `[s1 …]` and `[q1 …]` mark the content, source and cue of annotation 1, and `{1 …}` and `{m1 …}` the
/// content and mention that were found as attribution 1.
fn case(marked: &str) -> Measured {
    let mut text: Vec<char> = Vec::new();
    let mut open: Vec<(char, String, usize)> = Vec::new();
    let mut spans: Vec<(String, std::ops::Range<usize>)> = Vec::new();
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        match c {
            '[' | '{' => {
                let name: String = chars.by_ref().take_while(|c| *c != ' ').collect();
                open.push((if c == '[' { ']' } else { '}' }, name, text.len()));
            }
            ']' | '}' => {
                let last = open.iter().rposition(|(close, ..)| *close == c).expect("a bracket opens");
                let (_, name, start) = open.remove(last);
                spans.push((name, start..text.len()));
            }
            c => text.push(c),
        }
    }
    let article = Article::new("a.txt", text.iter().collect::<String>());
    let of = |kind: char, number: usize| {
        let name = format!("{kind}{number}");
        spans.iter().filter(|(n, _)| *n == name).map(|(_, r)| r.clone()).collect::<Vec<_>>()
    };
    let marks = |ranges: Vec<std::ops::Range<usize>>| vec![Marked { ranges, ..Marked::default() }];
    let none_if_empty = |m: Vec<Marked>| if m[0].ranges.is_empty() { vec![] } else { m };
    let entries = (1..9).filter(|n| !of('c', *n).is_empty()).map(|n| Entry {
        contents: marks(of('c', n)),
        source: none_if_empty(marks(of('s', n))),
        cue: none_if_empty(marks(of('q', n))),
        ..Entry::default()
    });
    let document = Document { entries: entries.collect(), ..Document::default() };
    let place =
        |r: std::ops::Range<usize>| Place { start: r.start, end: r.end, text: text[r].iter().collect(), bytes: 0..0 };
    let records: Vec<Record> = (1..9)
        .map(|n| (n, spans.iter().filter(|(s, _)| *s == n.to_string()).map(|(_, r)| r.clone()).collect::<Vec<_>>()))
        .filter(|(_, segments)| !segments.is_empty())
        .map(|(n, segments)| {
            let mention = of('m', n).first().cloned().map(place);
            Record {
                quote: String::new(),
                speaker: mention.as_ref().map(|m| m.text.clone()),
                role: None,
                source: "a.txt".to_owned(),
                kind: Kind::Direct,
                speaker_id: None,
                stated_role: None,
                mention,
                cue: None,
                segments: segments.into_iter().map(place).collect(),
                attribution: n as u32,
                rule: "rule".to_owned(),
                confidence: 0.9,
                line: 1,
                column: 1,
                element: None,
                context: "".into(),
                flags: Vec::new(),
                id: String::new(),
            }
        })
        .collect();
    measure(&article, &records, &document)
}

fn metric(marked: &str, name: &str) -> f64 {
    let mut report = Report::default();
    report.add(case(marked));
    report.metric(name).unwrap_or_else(|| panic!("{name} is a metric"))
}

#[test]
fn definitions() {
    for (marked, name, want) in [
        // A passage is annotated if half of it is content, and found if four fifths of it are.
        ("“[c1 {1 one two}]” said", "passage-f1", 1.0),
        ("“[c1 one] two”", "passage-recall", 0.0),
        ("“[c1 {1 abcdefgh}]ij”", "passage-recall", 1.0),
        ("“[c1 {1 abcdefg}]hij”", "passage-recall", 0.0),
        ("“{1 title}” “[c1 {2 one}]”", "passage-precision", 0.5),
        ("“[c1 ab]cd {1 ab}”", "passage-recall", 0.0),
        // Only letters and digits count, and a leading "that" does not.
        ("“[c1 one, {1 two}]” x", "strict-all-recall", 0.0),
        ("[c1 “one {1 two}”] x", "strict-all-recall", 0.0),
        ("[c1 “{1 one}”] x", "strict-all-recall", 1.0),
        ("[c1 that {1 it rains}.]", "strict-all-f1", 1.0),
        ("{1 [c1 that it] rains}", "strict-all-f1", 0.0),
        // Soft: the share of each content that the best counterpart has.
        ("[c1 {1 ab}cd] {2 ef}", "soft-all-recall", 0.5),
        ("[c1 {1 ab}cd] {2 ef}", "soft-all-precision", 0.5),
        ("[c1 {1 ab}{2 c}d]", "soft-all-recall", 0.5),
        // Letters of all contents together.
        ("[c1 {1 ab}{2 c}d]", "tokens-recall", 0.75),
        ("[c1 ab{1 cd}{1 ef}]", "tokens-f1", 0.8),
        // Segments of one attribution are one content.
        ("“[c1 {1 one}],” x said. “[c1 {1 two}]”", "strict-all-f1", 1.0),
        ("“[c1 {1 one}],” x said. “[c1 {2 two}]”", "strict-all-f1", 0.0),
        // Kinds, by the share of letters in marks.
        ("“[c1 {1 one}]”", "direct-strict-recall", 1.0),
        ("[c1 {1 one “two”}]", "mixed-strict-recall", 1.0),
        ("[c1 {1 one}]", "indirect-strict-recall", 1.0),
        ("[c1 {1 one}]", "direct-strict-recall", 0.0),
        // Speech has marks or a verb of saying.
        ("[q1 thinks] [c1 {1 one}]", "indirect-speech-strict-recall", 0.0),
        ("[q1 said] [c1 {1 one}]", "indirect-speech-strict-recall", 1.0),
        ("[q1 thinks] [c1 {1 one}]", "strict-speech-recall", 0.0),
        ("[q1 thinks] “[c1 {1 one}]”", "strict-speech-recall", 1.0),
        // The speaker's words overlap the source or end in one of its words.
        ("“[c1 {1 one}]” [s1 {m1 Berg}]", "speaker-f1", 1.0),
        ("“[c1 {1 one}]” [s1 the {m1 port}’s head]", "speaker-f1", 1.0),
        ("“[c1 {1 one}]” [s1 Anna Berg] {m1 Berg}", "speaker-f1", 1.0),
        ("“[c1 {1 one}]” [s1 Anna Berg] {m1 Lind}", "speaker-precision", 0.0),
        // Without a speaker it counts for recall only; without a source not at all.
        ("“[c1 {1 one}]” [s1 Berg] “[c2 {2 two}]” [s2 {m2 Lind}]", "speaker-precision", 1.0),
        ("“[c1 {1 one}]” [s1 Berg] “[c2 {2 two}]” [s2 {m2 Lind}]", "speaker-recall", 0.5),
        ("“[c1 {1 one}]” “[c2 {2 two}]” [s2 {m2 Lind}]", "speaker-recall", 1.0),
        // A record: exact and with the right speaker, over speech.
        ("“[c1 {1 one}]” [s1 Berg] {m1 Lind}", "record-recall", 0.0),
        ("“[c1 {1 one}]” [s1 {m1 Berg}]", "record-f1", 1.0),
        ("[q1 thinks] [c1 one]", "record-recall", 0.0),
        // The right speaker, of contents of which half was found.
        ("[c1 {1 one}] [s1 {m1 Berg}] [c2 {2 two}four] [s2 Lind]", "source-right", 1.0),
        ("[c1 {1 one}] [s1 {m1 Berg}] [c2 {2 two}] [s2 Lind]", "source-right", 0.5),
        // A row that can be used: four fifths of it are content of its speaker's.
        ("“[c1 {1 abcdefgh}]ij” [s1 {m1 Berg}]", "rows-right", 1.0),
        ("“[c1 abcdefg]” [s1 Berg] {1 hij} {m1 Berg}", "rows-right", 0.0),
        ("“[c1 {1 abcdefgh}]ij” [s1 Berg] {m1 Lind}", "rows-right", 0.0),
        // Nothing there, nothing found.
        ("one", "passage-f1", 0.0),
    ] {
        let got = metric(marked, name);
        assert!((got - want).abs() < 1e-9, "{name} of {marked:?} is {got}, not {want}");
    }
}

#[test]
fn errors_by_cause() {
    for (marked, want) in [
        ("“[c1 one]” x", vec!["missed"]),
        ("[q1 thinks] [c1 one]", vec!["missed-other"]),
        ("[q1 thinks] [c1 o{1 ne}]", vec![]),
        ("“[c1 {1 one}]” [s1 {m1 Berg}]", vec![]),
        ("“{1 [c1 twothree] more}”", vec!["too-long"]),
        ("“[c1 {1 one} so]”", vec!["too-short"]),
        ("“{1 a [c1 two three}]” x four", vec!["too-long"]),
        ("“{1 an [c1 two}three] x”", vec!["missed"]),
        ("“a {1 bc [c1 twothree} d]”", vec!["boundary"]),
        ("“[c1 {1 one} {2 two}]”", vec!["split"]),
        ("“{1 [c1 one] [c2 two]}”", vec!["merged", "merged"]),
        ("“[c1 {1 one}]” [s1 Berg] {m1 Lind}", vec!["wrong-speaker"]),
        ("“[c1 {1 one}]” [s1 Berg]", vec!["no-speaker"]),
        ("“[c1 {1 one} so]” [s1 Berg] {m1 Lind}", vec!["too-short", "wrong-speaker"]),
        ("“{1 Title}” x", vec!["not-speech"]),
    ] {
        let got: Vec<_> = case(marked).misses.iter().map(|m| m.cause.as_str()).collect();
        assert_eq!(got, want, "{marked:?}");
    }
}

#[test]
fn articles_find_their_annotations() {
    let document = |name: &str| Document { name: name.to_owned(), ..Document::default() };
    let gold =
        Gold { documents: ["news/a.txt", "b", "sport/c.txt", "c", "e_f00"].map(document).into(), ..Gold::default() };
    for (source, want) in [
        ("news/a.txt", Some("news/a.txt")),
        ("../x/a.txt", Some("news/a.txt")),
        ("text/b.txt", Some("b")),
        ("c", Some("c")),
        ("x/c.txt", Some("c")),
        ("text/e.txt", Some("e_f00")),
        ("d.txt", None),
    ] {
        assert_eq!(gold.document(source).map(|d| d.name.as_str()), want, "{source}");
    }
}
