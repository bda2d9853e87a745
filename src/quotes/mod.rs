//! Words in marks that nobody is quoted as saying: titles of works, names of shows, nicknames, slogans on shirts, terms and scare
//! quotes. Each sign is a row of [`SIGNS`]; the first that speaks decides. Asked only about passages that no cue governs.

mod given;
mod view;

use view::{SAYING, View};

use crate::example::{Example, example};
use crate::text::{Passage, Tag, Text, TokenKind};

/// A sign that words in marks are no speech.
pub struct Sign {
    /// Name, shown by `explain`.
    pub id: &'static str,
    /// What it claims about English, in a sentence.
    pub says: &'static str,
    /// Positive and negative examples.
    pub examples: &'static [Example],
    /// Looks at one passage.
    shows: fn(&View) -> bool,
}

/// The sign that holds whatever stands beside the marks.
pub(crate) const DIRECTION: &str = "direction";

/// The signs in order: what is certain before what is likely.
pub const SIGNS: &[Sign] = &[
    Sign {
        id: "markup",
        says: "Marks inside a tag of a markup language are no quotation marks.",
        examples: &[example("The page <a href=\"port news\">is old</a>.", "")],
        shows: is_markup,
    },
    Sign {
        id: DIRECTION,
        says: "Marks around nothing but words in brackets hold a stage direction.",
        examples: &[
            example("“(Laughter.)”\n\nThe port was late.", ""),
            example("“(We are late.) And you?” Anna Berg said.", "Anna Berg: (We are late.) And you?"),
        ],
        shows: |v| v.is_bracketed(),
    },
    Sign {
        id: "nickname",
        says: "Words in marks between a given name and a surname are a nickname.",
        examples: &[
            example("Anna “The Tide” Berg runs the port.", ""),
            example("Anna Berg called Tom Lund “the tide.”", "Anna Berg: Tom Lund “the tide.”"),
        ],
        shows: |v| v.before_is(Tag::Name) && v.after_is(Tag::Name) && v.words().count() <= 3,
    },
    Sign {
        id: "translated",
        says: "What is Latin, French or Spanish for words in marks says what a term means.",
        examples: &[example("The boat is the Mare, Latin for “the long sea,” and old.", "")],
        shows: |v| v.is_translation(),
    },
    Sign {
        id: "listed",
        says: "Words in marks that only a comma or “and” parts from others that are no speech are none either.",
        examples: &[
            example("The log has words such as “tide,” “quay,” and “slow boat.”", ""),
            example(
                "Anna Berg called it “late,” “slow” and “too dear.”",
                "Anna Berg: it “late,” “slow” and “too dear.”",
            ),
        ],
        shows: |v| v.is_listed(),
    },
    Sign {
        id: "echo",
        says: "Words that the article has quoted shortly before, in a longer quote, are an echo of them.",
        examples: &[example(
            "“We are late with everything here,” Anna Berg said. For weeks “late with everything here” was all that Oslo heard.",
            "Anna Berg: We are late with everything here,",
        )],
        shows: |v| v.is_echo(),
    },
    Sign {
        id: "habit",
        says: "What somebody calls a thing, today or by habit, in up to three words with “the” or capitals, is its name.",
        examples: &[
            example("Islanders call this “Slow Time,” and keep it.", ""),
            example("Anna Berg calls the old quay “the lawn.”", ""),
            example("Anna Berg called the old quay “the worst.”", "Anna Berg: the old quay “the worst.”"),
            example("Anna Berg calls the quay “a waste.”", "Anna Berg: the quay “a waste.”"),
            example("It is what pilots call “slack water.”", ""),
            example("Pilots have come to refer to the old quay as the “Berg wall.”", ""),
            example("Anna Berg referred to the old quay as “a waste.”", "Anna Berg: the old quay as “a waste.”"),
            example("It is what she calls “slack water.”", ": slack water."),
            example("The group has nicknamed it “Penelope.”", ""),
            example("Her players, who called her “Sarge,” won.", ""),
        ],
        shows: |v| v.is_given_name(),
    },
    Sign {
        id: "award",
        says: "What somebody is named, chosen or voted, up to five words that end in “of the year”, “of the match”, is an award.",
        examples: &[
            example("The club named Anna Berg its “pilot of the year” in May.", ""),
            example("Anna Berg called it “the storm of the year.”", "Anna Berg: it “the storm of the year.”"),
        ],
        shows: |v| v.is_award(),
    },
    Sign {
        id: "rating",
        says: "A broker's “buy”, “hold” or “neutral” beside a word for shares or ratings is a rating.",
        examples: &[
            example("Anna Berg rates the shares a “hold.”", ""),
            example("Anna Berg said the shares were “a buy.”", "Anna Berg: the shares were “a buy.”"),
        ],
        shows: |v| v.is_rating(),
    },
    Sign {
        id: "named",
        says: "What is titled, named, dubbed or known as something, or so-called, is a name or a term.",
        examples: &[
            example("The plan, dubbed “slow boats,” was dropped.", ""),
            example("The term that Anna Berg used was “my slow boats.”", ": my slow boats."),
            example("Anna Berg called for more “slow boats” in Oslo.", "Anna Berg: more “slow boats” in Oslo"),
            example("Then came a word from “Lady Tide,” as Anna Berg is known on the quay.", ""),
        ],
        shows: |v| v.within(2, NAMING) && !v.is_called_for() && !v.has_first_person() || v.is_known_behind(),
    },
    Sign {
        id: "inscribed",
        says: "What a sign, a shirt or a plaque says or reads is written on it.",
        examples: &[
            example("A card on the tank says “Please do not tap.”", ""),
            example("“Please do not tap,” read a card on the tank.", ""),
            example("“Please do not tap,” said a pilot with a card.", "a pilot with a card: Please do not tap,"),
            example("“We want boats,” other banners said.", ""),
            example("Under it somebody has written “Ding dong.”", ""),
            example("Anna Berg wore buttons that said “Slow Boats Now.”", ""),
            example("Anna Berg, in a shirt that read “Why Not Us,” said nothing.", ""),
            example("Anna Berg, under a banner, said “Slow boats now.”", "Anna Berg: Slow boats now."),
        ],
        shows: |v| v.is_inscribed(),
    },
    Sign {
        id: "slogan",
        says: "What is called a catchphrase or a slogan is not said here.",
        examples: &[
            example("Her catchphrase, “Mind the geyser,” was on towels.", ""),
            example(
                "Anna Berg said the slogan was “an embarrassment.”",
                "Anna Berg: the slogan was “an embarrassment.”",
            ),
        ],
        shows: |v| v.within(1, SLOGANS),
    },
    Sign {
        id: "by-author",
        says: "Words in marks with “by” and a name behind them are the title of what that person made.",
        examples: &[
            example("“The port is closing its doors,” by Anna Berg, runs in Oslo.", ""),
            example("“The port is closing,” said Anna Berg by the quay.", "Anna Berg: The port is closing,"),
        ],
        shows: |v| v.is_by_author(),
    },
    Sign {
        id: "work",
        says: "Words in marks beside a noun for a work or an outlet are its title.",
        examples: &[
            example("Anna Berg hosts the show “Night Boats” in Oslo.", ""),
            example("Anna Berg said the show was “a night too long.”", "Anna Berg: the show was “a night too long.”"),
            example("Anna Berg is known for the novel “Small is late” and for boats.", ""),
            example("Anna Berg said of the film “We wait.”", "Anna Berg: We wait."),
            example("Anna Berg wrote “Rene,” a seminal work of its time.", ""),
            example("“Never,” a film critic said.", "a film critic: Never,"),
        ],
        shows: |v| {
            v.is_title_case() && (v.within(4, WORKS) || v.followed_by(WORKS) || v.is_told_as(WORKS))
                || v.is_title_behind(WORKS)
        },
    },
    Sign {
        id: "title",
        says: "Words in marks that all have capitals are a title, a name or a slogan.",
        examples: &[
            example("Anna Berg, who once wrote “The Long Quay,” declined to comment.", ""),
            example("Anna Berg shouted “Stop!” and left.", "Anna Berg: Stop!"),
            example("“Stop, Bertie!” opened in Oslo in May.", ""),
            example("The new system, “Compass,” went live in May.", ""),
            example("Anna Berg had one answer, “No,” and left.", "Anna Berg: No,"),
        ],
        shows: |v| v.is_title_case(),
    },
    Sign {
        id: "worn",
        says: "Words in marks beside a shirt, a hat or a sign are written on it.",
        examples: &[example("A man in a “too late” shirt stood on the quay.", "")],
        shows: |v| v.followed_by(WORN),
    },
    Sign {
        id: "attributive",
        says: "A few words in marks between an article and a noun qualify the noun, unless it is a noun of saying.",
        examples: &[
            example("The port has a “slow boat” policy.", ""),
            example("Anna Berg made her “slow boat” promise.", "Anna Berg: slow boat"),
        ],
        shows: |v| v.words().count() <= 5 && v.is_attributive() && !v.has_first_person() && !v.near_saying(),
    },
    Sign {
        id: "term",
        says: "One or two words in marks in a noun phrase are a term or a scare quote, unless a noun of saying stands near.",
        examples: &[
            example("The port is full of “ghosts” at night.", ""),
            example("Anna Berg dismissed the claim as “nonsense.”", "Anna Berg: the claim as “nonsense.”"),
        ],
        shows: |v| v.words().count() <= 2 && !v.has_first_person() && !v.near_saying() && !v.is_behind_as(),
    },
];

/// Whether a passage is no speech, and by which sign.
pub(crate) fn not_speech(text: &Text, passage: &Passage) -> Option<&'static Sign> {
    let view = View { text, passage };
    SIGNS.iter().find(|sign| (sign.shows)(&view))
}

/// Whether the words of passage `p` stand on a thing: *a T-shirt that read “Why Not Us”*.
pub(crate) fn is_inscribed(text: &Text, p: usize) -> bool {
    View { text, passage: &text.passages[p] }.is_inscribed()
}

/// Whether every word of a passage but the small ones begins with a capital.
pub(crate) fn is_title_case(text: &Text, passage: &Passage) -> bool {
    View { text, passage }.is_title_case()
}

/// Whether a passage that nobody near says is a title or a name rather than somebody's words (15 are none, 5 are somebody's in PolNeAR’s
/// training articles, the corpus and 200 articles of other outlets).
pub(crate) fn is_lone_title(text: &Text, passage: &Passage) -> bool {
    View { text, passage }.is_lone_title()
}

/// Whether a quoted sentence that no cue governs is no speech after all: *Berg, who once wrote “The Long Quay,” declined*. Only the signs
/// that hold for whole sentences are asked.
pub(crate) fn standing_not_speech(text: &Text, passage: &Passage) -> Option<&'static Sign> {
    let view = View { text, passage };
    let sure = |sign: &&Sign| match sign.id {
        DIRECTION => true,
        "inscribed" | "habit" | "award" | "rating" => true,
        "slogan" => !view.is_in_headline(),
        "markup" | "work" | "worn" | "by-author" => !view.is_in_headline(),
        "title" => {
            let exclaims = view.exclaims() && !view.is_subject();
            let several = view.words().count() >= 2 || view.is_apposed();
            several && !exclaims && !view.is_in_headline() && !view.is_governed()
        }
        _ => false,
    };
    SIGNS.iter().filter(sure).find(|sign| (sign.shows)(&view))
}

/// Whether a word is a noun of saying: *remark*, *promise*.
pub(crate) fn is_saying(word: &str) -> bool {
    is_one_of(word, SAYING)
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|w| w.eq_ignore_ascii_case(word))
}

fn is_markup(view: &View) -> bool {
    let symbol = |i: Option<usize>| i.is_some_and(|i| matches!(view.text.word(i), "=" | "<" | ">" | "/>"));
    symbol(view.before())
        || view.text.word(view.passage.tokens.start).starts_with(['<', '>', '@'])
        || view.inner().iter().all(|t| t.kind == TokenKind::Markup)
}

const NAMING: &[&str] = &[
    "titled",
    "title",
    "entitled",
    "named",
    "dubbed",
    "nicknamed",
    "called",
    "so-called",
    "self-styled",
    "self-described",
    "known",
    "labeled",
    "branded",
    "termed",
    "billed",
    "headlined",
    "headline",
    "heading",
    "captioned",
    "labelled",
    "headed",
    "marked",
    "stamped",
    "inscribed",
    "emblazoned",
    "carved",
    "scrawled",
    "word",
    "words",
    "term",
    "phrase",
    "slogan",
    "motto",
    "now-derided",
    "song",
    "songs",
];

const SLOGANS: &[&str] = &["catchphrase", "slogan", "tagline", "strapline", "motto", "watchword"];

const WORKS: &[&str] = &[
    "show",
    "shows",
    "film",
    "films",
    "movie",
    "movies",
    "book",
    "books",
    "novel",
    "novels",
    "song",
    "album",
    "albums",
    "single",
    "hit",
    "series",
    "sitcom",
    "program",
    "programme",
    "podcast",
    "play",
    "plays",
    "musical",
    "musicals",
    "opera",
    "operas",
    "poem",
    "poems",
    "painting",
    "paintings",
    "documentary",
    "documentaries",
    "column",
    "sketch",
    "game",
    "blog",
    "anthem",
    "magazine",
    "author",
    "host",
    "star",
    "stars",
    "starring",
    "ad",
    "video",
    "episode",
    "episodes",
    "section",
    "feature",
    "app",
    "tour",
    "exhibition",
    "cnn",
    "nbc",
    "abc",
    "cbs",
    "fox",
    "msnbc",
    "npr",
    "bbc",
    "hbo",
    "netflix",
    "channel",
    "news",
    "radio",
    "television",
    "tv",
    "today",
    "drama",
    "comedy",
    "trilogy",
    "memoir",
    "memoirs",
    "ballad",
    "track",
    "essay",
    "essays",
    "co-host",
    "anchor",
    "moderator",
    "franchise",
    "sequel",
    "journal",
    "newspaper",
    "bestseller",
    "best-seller",
    "seller",
    "ballet",
    "symphony",
    "screenplay",
    "soundtrack",
    "thriller",
    "autobiography",
    "biography",
    "cartoon",
    "hymn",
    "work",
    "masterpiece",
];

const WORN: &[&str] = &[
    "shirt", "shirts", "t-shirt", "t-shirts", "hat", "hats", "cap", "caps", "sign", "signs", "banner", "banners",
    "button", "buttons", "sticker", "stickers", "bumper", "poster", "posters", "placard", "placards", "pin", "pins",
    "badge", "badges", "flag", "flags",
];
