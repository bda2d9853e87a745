//! Words in marks that nobody is quoted as saying: titles of works, names of shows, nicknames, slogans on shirts, terms and scare
//! quotes. Each sign is a row of [`SIGNS`]; the first that speaks decides. Asked only about passages that no cue governs.

use crate::attribution::{Example, example};
use crate::text::{Passage, Shape, Tag, Text, Token, TokenKind};
use crate::words::Class;

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

/// The signs in order: what is certain before what is likely.
pub const SIGNS: &[Sign] = &[
    Sign {
        id: "markup",
        says: "Marks inside a tag of a markup language are no quotation marks.",
        examples: &[example("The page <a href=\"port news\">is old</a>.", "")],
        shows: is_markup,
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
        id: "echo",
        says: "Words that the article has quoted shortly before, in a longer quote, are an echo of them.",
        examples: &[example(
            "“We are late with everything here,” Anna Berg said. For weeks “late with everything here” was all that Oslo heard.",
            "Anna Berg: We are late with everything here,",
        )],
        shows: |v| v.is_echo(),
    },
    Sign {
        id: "named",
        says: "What is titled, named, dubbed or known as something, or so-called, is a name or a term.",
        examples: &[
            example("The plan, dubbed “slow boats,” was dropped.", ""),
            example("The term that Anna Berg used was “my slow boats.”", ": my slow boats."),
        ],
        shows: |v| v.within(2, NAMING) && !v.has_first_person(),
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
        ],
        shows: |v| v.is_title_case() && (v.within(4, WORKS) || v.followed_by(WORKS)),
    },
    Sign {
        id: "title",
        says: "Words in marks that all have capitals are a title, a name or a slogan.",
        examples: &[
            example("Anna Berg, who once wrote “The Long Quay,” declined to comment.", ""),
            example("Anna Berg shouted “Stop!” and left.", "Anna Berg: Stop!"),
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

const NAMING: &[&str] = &[
    "titled",
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
    "captioned",
    "word",
    "words",
    "term",
    "phrase",
    "slogan",
    "motto",
    "now-derided",
    "song",
];

const WORKS: &[&str] = &[
    "show",
    "shows",
    "film",
    "movie",
    "movies",
    "book",
    "novel",
    "song",
    "album",
    "single",
    "hit",
    "series",
    "sitcom",
    "program",
    "podcast",
    "play",
    "musical",
    "opera",
    "poem",
    "painting",
    "documentary",
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
    "ballad",
    "track",
    "essay",
    "co-host",
    "anchor",
    "moderator",
    "franchise",
    "sequel",
];

const WORN: &[&str] = &[
    "shirt", "shirts", "t-shirt", "t-shirts", "hat", "hats", "cap", "caps", "sign", "signs", "banner", "banners",
    "button", "buttons", "sticker", "stickers", "bumper", "poster", "posters", "placard", "placards", "pin", "pins",
    "badge", "badges", "flag", "flags",
];

/// Nouns of saying: beside them a short fragment is somebody's words.
const SAYING: &[&str] = &[
    "remark",
    "remarks",
    "comment",
    "comments",
    "promise",
    "promises",
    "pledge",
    "call",
    "calls",
    "claim",
    "claims",
    "assertion",
    "accusation",
    "accusations",
    "criticism",
    "warning",
    "suggestion",
    "message",
    "statement",
    "speech",
    "answer",
    "question",
    "view",
    "views",
    "chant",
    "chants",
    "defense",
    "argument",
    "arguments",
    "idea",
    "notion",
    "description",
    "tweet",
    "letter",
    "vow",
    "threat",
    "charge",
    "allegation",
    "praise",
    "attack",
    "attacks",
    "quote",
    "admission",
    "proposal",
    "response",
    "appeal",
    "assessment",
    "lament",
    "plea",
    "embrace",
    "admiration",
    "motto",
    "mantra",
    "cry",
    "refrain",
    "pitch",
    "talk",
    "line",
    "accusing",
    "complaint",
    "complaints",
    "concern",
    "concerns",
    "belief",
    "insistence",
    "contention",
    "demand",
    "demands",
    "denial",
    "concession",
    "words",
];

/// A passage with the questions that signs ask.
pub(crate) struct View<'t> {
    text: &'t Text<'t>,
    passage: &'t Passage,
}

impl<'t> View<'t> {
    fn inner(&self) -> &'t [Token] {
        &self.text.tokens[self.passage.tokens.clone()]
    }

    fn words(&self) -> impl Iterator<Item = &'t Token> {
        self.inner().iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
    }

    /// The token before the opening mark, in its sentence.
    fn before(&self) -> Option<usize> {
        let open = self.passage.open?;
        let start = self.text.sentences[self.text.sentence_at(open)].tokens.start;
        open.checked_sub(1).filter(|&b| b >= start)
    }

    /// The token behind the closing mark, in its sentence.
    fn after(&self) -> Option<usize> {
        let close = self.passage.close?;
        let end = self.text.sentences[self.text.sentence_at(close)].tokens.end;
        Some(close + 1).filter(|&a| a < end)
    }

    fn before_is(&self, tag: Tag) -> bool {
        self.before().is_some_and(|b| self.text.tokens[b].tag == tag)
    }

    fn after_is(&self, tag: Tag) -> bool {
        self.after().is_some_and(|a| self.text.tokens[a].tag == tag)
    }

    /// Whether one of `words` is among the `n` words before the passage.
    fn within(&self, n: usize, words: &[&str]) -> bool {
        let Some(before) = self.before() else { return false };
        (0..=before)
            .rev()
            .take_while(|&i| !matches!(self.text.tokens[i].kind, TokenKind::Stop | TokenKind::Semicolon))
            .take(n + 1)
            .any(|i| is_one_of(self.text.word(i), words))
    }

    /// Whether one of `words` is the first or second word behind the passage.
    fn followed_by(&self, words: &[&str]) -> bool {
        let Some(after) = self.after() else { return false };
        (after..self.text.tokens.len()).take(2).any(|i| is_one_of(self.text.word(i), words))
    }

    /// Whether *by* and a name stand right behind the passage.
    fn is_by_author(&self) -> bool {
        let Some(after) = self.after() else { return false };
        let by = after + (self.text.tokens[after].kind == TokenKind::Comma) as usize;
        let name = self.text.tokens.get(by + 1);
        name.is_some_and(|t| t.tag == Tag::Name && t.kind == TokenKind::Word)
            && self.text.word(by).eq_ignore_ascii_case("by")
    }

    /// Whether a longer passage further up, but not far, holds the same words.
    fn is_echo(&self) -> bool {
        const REACH: usize = 4096;
        let inner = self.passage.inner;
        let words = inner.of(self.text.src).trim_end_matches([',', '.', '?', '!']);
        let start = self.passage.open.map_or(inner.start, |o| self.text.tokens[o].span.start) as usize;
        let mut from = start.saturating_sub(REACH);
        while !self.text.src.is_char_boundary(from) {
            from += 1;
        }
        if words.len() < 4 {
            return false;
        }
        let Some(at) = memchr::memmem::find(&self.text.src.as_bytes()[from..start], words.as_bytes()) else {
            return false;
        };
        let at = from + at;
        let token = self.text.tokens.partition_point(|t| (t.span.end as usize) <= at);
        self.text.passage_at(token).is_some_and(|p| self.text.passages[p].inner.len() > words.len() + 2)
    }

    /// *a “too big to fail” tax*
    fn is_attributive(&self) -> bool {
        let noun = self.after().is_some_and(|a| {
            let token = &self.text.tokens[a];
            token.tag == Tag::Noun && !token.is(Class::TIME)
        });
        noun && self.before().is_some_and(|b| {
            matches!(self.text.tokens[b].tag, Tag::Det | Tag::Poss | Tag::Adj | Tag::Genitive | Tag::Noun)
        })
    }

    /// *admires him as a “strong leader”*: what somebody takes somebody for.
    fn is_behind_as(&self) -> bool {
        let Some(b) = self.before() else { return false };
        let det = self.text.tokens[b].tag == Tag::Det;
        // "known on the docks as": nobody says so here.
        let verb = (b.saturating_sub(9)..b).rev().map(|i| self.text.tokens[i].tag).find(|tag| tag.is_verb());
        b >= 2 && is_one_of(self.text.word(b - det as usize), &["as"]) && verb.is_some_and(|tag| tag != Tag::VerbPart)
    }

    fn near_saying(&self) -> bool {
        self.followed_by(SAYING) || self.within(9, SAYING)
    }

    fn has_first_person(&self) -> bool {
        self.inner().iter().any(|t| {
            t.is(Class::FIRST_PERSON | Class::SECOND_PERSON) && !t.shape.contains(Shape::ALL_CAPS)
                || t.is(Class::FIRST_PERSON) && t.span.len() == 1
        })
    }

    /// Every word around it has a capital, too.
    fn is_in_headline(&self) -> bool {
        let Some(open) = self.passage.open else { return false };
        let sentence = &self.text.sentences[self.text.sentence_at(open)].tokens;
        !sentence.clone().filter(|i| !self.passage.tokens.contains(i)).any(|i| {
            let token = &self.text.tokens[i];
            token.kind == TokenKind::Word && !token.is_capital() && !token.is_small_in_titles()
        })
    }

    /// A verb of saying stands right before it, and none of writing, whose object is a work.
    fn is_governed(&self) -> bool {
        const WRITING: &[&str] = &["wrote", "writes", "write", "written", "writing", "read", "reads"];
        self.before().is_some_and(|b| {
            let comma = self.text.tokens[b].kind == TokenKind::Comma;
            let verb = b.saturating_sub(comma as usize);
            self.text.tokens[verb].is(Class::CUE) && (comma || !is_one_of(self.text.word(verb), WRITING))
        })
    }

    /// It ends in `!` or `?`.
    fn exclaims(&self) -> bool {
        self.inner().last().is_some_and(|t| matches!(t.span.of(self.text.src), "!" | "?"))
    }

    /// Every word but small ones begins with a capital.
    fn is_title_case(&self) -> bool {
        let mut capitals = 0;
        for token in self.words() {
            if token.is_capital() {
                capitals += 1;
            } else if token.kind == TokenKind::Word && !token.is_small_in_titles() {
                return false;
            }
        }
        capitals > 0
    }
}

/// Whether a quoted sentence that no cue governs is no speech after all: *Berg, who once wrote “The Long Quay,” declined*. Only the signs
/// that hold for whole sentences are asked.
pub(crate) fn standing_not_speech(text: &Text, passage: &Passage) -> Option<&'static Sign> {
    let view = View { text, passage };
    let sure = |sign: &&Sign| match sign.id {
        "markup" | "work" | "worn" | "by-author" => !view.is_in_headline(),
        "title" => view.words().count() >= 2 && !view.exclaims() && !view.is_in_headline() && !view.is_governed(),
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
