//! A passage in marks with the questions that the signs ask of it: which words stand beside it, how its own are written.

use super::is_one_of;
use crate::text::{Passage, Shape, Tag, Text, Token, TokenKind};
use crate::words::Class;

/// Nouns of saying: beside them a short fragment is somebody's words.
pub(super) const SAYING: &[&str] = &[
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
    "opinion",
    "views",
    "chant",
    "chants",
    "defense",
    "defence",
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

/// Words that titles in other languages write small: *La Création du Monde*.
const SMALL_ABROAD: &[&str] = &[
    "de", "du", "des", "la", "le", "les", "un", "une", "et", "en", "el", "los", "las", "del", "y", "di", "da", "della",
    "il", "lo", "der", "das", "und", "von", "zu", "van", "het", "een",
];

/// A passage with the questions that signs ask.
pub(crate) struct View<'t> {
    pub text: &'t Text<'t>,
    pub passage: &'t Passage,
}

impl<'t> View<'t> {
    pub fn inner(&self) -> &'t [Token] {
        &self.text.tokens[self.passage.tokens.clone()]
    }

    pub fn words(&self) -> impl Iterator<Item = &'t Token> {
        self.inner().iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
    }

    /// The token before the opening mark, in its sentence.
    pub fn before(&self) -> Option<usize> {
        let open = self.passage.open?;
        let start = self.text.sentences[self.text.sentence_at(open)].tokens.start;
        open.checked_sub(1).filter(|&b| b >= start)
    }

    /// The token behind the closing mark, in its sentence.
    pub fn after(&self) -> Option<usize> {
        let close = self.passage.close?;
        let end = self.text.sentences[self.text.sentence_at(close)].tokens.end;
        Some(close + 1).filter(|&a| a < end)
    }

    /// *Latin for “…”*
    pub fn is_translation(&self) -> bool {
        let [language, preposition] = [2, 1].map(|n| self.passage.open.and_then(|o| o.checked_sub(n)));
        let (Some(language), Some(preposition)) = (language, preposition) else { return false };
        let tongue = self.text.word(language);
        self.text.word(preposition) == "for"
            && (self.text.tokens[language].is(Class::NATIONALITY) || matches!(tongue, "Latin" | "Gaelic" | "Yiddish"))
    }

    /// Whether a passage before it has a name or a term, and nothing but commas, *and* and other passages stands between the two.
    pub fn is_listed(&self) -> bool {
        const LONGEST: usize = 8; // passages of a list
        let passages = &self.text.passages;
        let mut own = passages.partition_point(|p| p.tokens.start < self.passage.tokens.start);
        let joins = |t: &Token| t.kind == TokenKind::Comma || t.tag == Tag::And;
        for _ in 0..LONGEST {
            let Some(before) = own.checked_sub(1) else { return false };
            let open = passages.get(own).and_then(|p| p.open);
            let close = passages[before].close;
            let (Some(open), Some(close)) = (open, close) else { return false };
            if close >= open || open - close > 3 || !self.text.tokens[close + 1..open].iter().all(joins) {
                return false;
            }
            let head = View { text: self.text, passage: &passages[before] };
            if head.within(2, super::NAMING) && !head.has_first_person() {
                return true;
            }
            own = before;
        }
        false
    }

    /// Nothing stands outside one pair of brackets.
    pub fn is_bracketed(&self) -> bool {
        let close = self.inner().iter().position(|t| t.kind == TokenKind::Close);
        self.inner().first().is_some_and(|t| t.kind == TokenKind::Open)
            && close.is_some_and(|c| self.inner()[c + 1..].iter().all(|t| t.kind == TokenKind::Stop))
    }

    pub fn before_is(&self, tag: Tag) -> bool {
        self.before().is_some_and(|b| self.text.tokens[b].tag == tag)
    }

    pub fn after_is(&self, tag: Tag) -> bool {
        self.after().is_some_and(|a| self.text.tokens[a].tag == tag)
    }

    /// Whether one of `words` is among the `n` words before the passage.
    pub fn within(&self, n: usize, words: &[&str]) -> bool {
        let Some(before) = self.before() else { return false };
        (0..=before)
            .rev()
            .take_while(|&i| !matches!(self.text.tokens[i].kind, TokenKind::Stop | TokenKind::Semicolon))
            .take(n + 1)
            .any(|i| is_one_of(self.text.word(i), words))
    }

    /// *rates the shares a “hold”*, *from “buy” to “neutral”*
    pub fn is_rating(&self) -> bool {
        const RATINGS: &[&str] = &[
            "buy",
            "sell",
            "hold",
            "neutral",
            "reduce",
            "accumulate",
            "outperform",
            "underperform",
            "overweight",
            "underweight",
        ];
        const SHARES: &[&str] = &[
            "share",
            "shares",
            "stock",
            "stocks",
            "rate",
            "rates",
            "rated",
            "rating",
            "ratings",
            "recommendation",
            "advice",
            "upgraded",
            "downgraded",
        ];
        let strong = |t: &Token| is_one_of(t.span.of(self.text.src), &["strong", "market", "sector", "equal"]);
        let rating = |t: &Token| is_one_of(t.span.of(self.text.src), RATINGS);
        let rated = match self.words().collect::<Vec<_>>()[..] {
            [word] => rating(word),
            [first, word] => strong(first) && rating(word),
            _ => false,
        };
        rated && (self.within(9, SHARES) || self.followed_by(SHARES))
    }

    /// *named her its “pilot of the year”*
    pub fn is_award(&self) -> bool {
        const CHOOSES: &[&str] = &[
            "name", "names", "named", "naming", "choose", "chose", "chosen", "select", "selected", "vote", "voted",
            "crowned", "won", "pick", "picked", "elected", "declared", "honored", "honoured", "award", "title",
            "prize",
        ];
        const TIMES: &[&str] = &["year", "month", "week", "decade", "century", "match", "season", "tournament"];
        let words = self.inner().iter().filter(|t| t.kind == TokenKind::Word).map(|t| t.span.of(self.text.src));
        let words: Vec<&str> = words.take(6).collect();
        let [first, .., of, the, time] = words[..] else { return false };
        let ends = of == "of" && the == "the" && is_one_of(time, TIMES);
        words.len() <= 5 && ends && !is_one_of(first, &["the", "a"]) && self.within(8, CHOOSES)
    }

    /// *called for more “boats”*: what a subject asks for is no name.
    pub fn is_called_for(&self) -> bool {
        let Some(before) = self.before() else { return false };
        let words = (before.saturating_sub(2)..=before).map(|i| self.text.word(i));
        words.clone().zip(words.skip(1)).any(|(verb, next)| verb == "called" && matches!(next, "for" | "on" | "upon"))
    }

    /// Whether one of `words` is the first or second word behind the passage.
    pub fn followed_by(&self, words: &[&str]) -> bool {
        let Some(after) = self.after() else { return false };
        (after..self.text.tokens.len()).take(2).any(|i| is_one_of(self.text.word(i), words))
    }

    /// Whether *by* and a name stand right behind the passage.
    pub fn is_by_author(&self) -> bool {
        let Some(after) = self.after() else { return false };
        let by = after + (self.text.tokens[after].kind == TokenKind::Comma) as usize;
        let name = self.text.tokens.get(by + 1);
        name.is_some_and(|t| t.tag == Tag::Name && t.kind == TokenKind::Word)
            && self.text.word(by).eq_ignore_ascii_case("by")
    }

    /// Whether a longer passage further up, but not far, holds the same words.
    pub fn is_echo(&self) -> bool {
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
    pub fn is_attributive(&self) -> bool {
        let noun = self.after().is_some_and(|a| {
            let token = &self.text.tokens[a];
            token.tag == Tag::Noun && !token.is(Class::TIME)
        });
        noun && self.before().is_some_and(|b| {
            matches!(self.text.tokens[b].tag, Tag::Det | Tag::Poss | Tag::Adj | Tag::Genitive | Tag::Noun)
        })
    }

    /// *admires him as a “strong leader”*: what somebody takes somebody for.
    pub fn is_behind_as(&self) -> bool {
        let Some(b) = self.before() else { return false };
        let det = self.text.tokens[b].tag == Tag::Det;
        // "known on the docks as": nobody says so here.
        let verb = (b.saturating_sub(9)..b).rev().map(|i| self.text.tokens[i].tag).find(|tag| tag.is_verb());
        b >= 2 && is_one_of(self.text.word(b - det as usize), &["as"]) && verb.is_some_and(|tag| tag != Tag::VerbPart)
    }

    pub fn near_saying(&self) -> bool {
        self.followed_by(SAYING) || self.within(9, SAYING)
    }

    pub fn has_first_person(&self) -> bool {
        self.inner().iter().any(|t| {
            t.is(Class::FIRST_PERSON | Class::SECOND_PERSON) && !t.shape.contains(Shape::ALL_CAPS)
                || t.is(Class::FIRST_PERSON) && t.span.len() == 1
        })
    }

    /// Every word around it has a capital, too.
    pub fn is_in_headline(&self) -> bool {
        let Some(open) = self.passage.open else { return false };
        let sentence = &self.text.sentences[self.text.sentence_at(open)].tokens;
        !sentence.clone().filter(|i| !self.passage.tokens.contains(i)).any(|i| {
            let token = &self.text.tokens[i];
            token.kind == TokenKind::Word && !token.is_capital() && !token.is_small_in_titles()
        })
    }

    /// A verb of saying stands right before it, and none of writing, whose object is a work.
    pub fn is_governed(&self) -> bool {
        const WRITING: &[&str] = &["wrote", "writes", "write", "written", "writing", "read", "reads"];
        self.before().is_some_and(|b| {
            let comma = self.text.tokens[b].kind == TokenKind::Comma;
            let verb = b.saturating_sub(comma as usize);
            self.text.tokens[verb].is(Class::CUE) && (comma || !is_one_of(self.text.word(verb), WRITING))
        })
    }

    /// *“Stop, Bertie!” opened in May*: a verb without a cue's meaning stands right behind it.
    pub fn is_subject(&self) -> bool {
        self.after().is_some_and(|a| {
            let verb = &self.text.tokens[a];
            matches!(verb.tag, Tag::VerbS | Tag::VerbPast | Tag::Be | Tag::Have | Tag::Do) && !verb.is(Class::CUE)
        })
    }

    /// *The new system, “Compass,” went live*: one word between commas behind a noun that is none of saying.
    pub fn is_apposed(&self) -> bool {
        let Some(comma) = self.before().filter(|&b| self.text.tokens[b].kind == TokenKind::Comma && b > 0) else {
            return false;
        };
        let noun = &self.text.tokens[comma - 1];
        let inside = self.inner().last().is_some_and(|t| t.kind == TokenKind::Comma);
        let behind = self.after().is_some_and(|a| self.text.tokens[a].kind == TokenKind::Comma);
        let answer = self.words().any(|t| t.is(Class::INTERJECTION | Class::NOT | Class::DET | Class::FIRST_PERSON));
        noun.tag == Tag::Noun
            && !noun.is(Class::ROLE | Class::PERSON)
            && (inside || behind)
            && !answer
            && !self.near_saying()
    }

    /// *“Rene”, a seminal work of its time*: behind a comma stands what the title is of.
    pub fn is_told_as(&self, works: &[&str]) -> bool {
        const LONGEST: usize = 5; // words up to the noun
        let inside = self.inner().last().is_some_and(|t| t.kind == TokenKind::Comma);
        let comma = |&a: &usize| inside || self.text.tokens[a].kind == TokenKind::Comma;
        let Some(first) = self.after().filter(comma).map(|a| a + !inside as usize) else { return false };
        let tokens = &self.text.tokens;
        let in_phrase =
            |&i: &usize| matches!(tokens[i].tag, Tag::Adj | Tag::Noun | Tag::Name | Tag::Num | Tag::Genitive);
        let articled = tokens.get(first).is_some_and(|t| matches!(t.tag, Tag::Det | Tag::Poss));
        let head = (first + 1..tokens.len()).take(LONGEST).take_while(in_phrase).last();
        articled && head.is_some_and(|head| is_one_of(self.text.word(head), works))
    }

    /// It ends in `!` or `?`.
    pub fn exclaims(&self) -> bool {
        self.inner().last().is_some_and(|t| matches!(t.span.of(self.text.src), "!" | "?"))
    }

    /// *“Lady Tide,” as Berg is known*
    pub fn is_known_behind(&self) -> bool {
        const REACH: usize = 6; // words
        let Some(after) = self.after() else { return false };
        let at = after + (self.text.tokens[after].kind == TokenKind::Comma) as usize;
        let tokens = at..(at + REACH).min(self.text.tokens.len());
        let known = |i: usize| is_one_of(self.text.word(i), &["known", "called", "nicknamed", "dubbed"]);
        self.words().count() <= 4
            && tokens.len() == REACH
            && self.text.word(at) == "as"
            && tokens.clone().skip(2).any(|i| known(i) && self.text.tokens[i - 1].tag == Tag::Be)
    }

    /// *the novel “Small is late” has*: a few words that begin with a capital and end without a stop, right behind a noun for a work.
    pub fn is_title_behind(&self, works: &[&str]) -> bool {
        const LONGEST: usize = 8; // words
        let stops = |t: &Token| matches!(t.kind, TokenKind::Stop | TokenKind::Comma);
        let first = &self.text.tokens[self.passage.tokens.start];
        self.within(0, works)
            && self.before_is(Tag::Noun)
            && (2..=LONGEST).contains(&self.words().count())
            && first.is_capital()
            && !self.inner().last().is_some_and(stops)
    }

    /// Every word but small ones begins with a capital.
    pub fn is_title_case(&self) -> bool {
        let mut capitals = 0;
        for token in self.words() {
            if token.is_capital() {
                capitals += 1;
            } else if token.kind == TokenKind::Word
                && !token.is_small_in_titles()
                && !SMALL_ABROAD.contains(&token.span.of(self.text.src))
            {
                return false;
            }
        }
        capitals > 0
    }

    /// Up to six words with capitals, which are no answer, in a sentence that is not itself written so and has no word of saying near.
    pub fn is_lone_title(&self) -> bool {
        const LONGEST: usize = 6; // words
        const ANSWERS: &[&str] = &["nothing", "everything", "anything", "something", "nobody", "everybody", "everyone"];
        let answers = |t: &Token| {
            t.is(Class::INTERJECTION | Class::NOT | Class::FIRST_PERSON) || is_one_of(t.span.of(self.text.src), ANSWERS)
        };
        self.words().count() <= LONGEST
            && self.is_title_case()
            && !self.words().any(answers)
            && !self.words().all(|t| t.is(Class::FUNCTION))
            && !self.is_in_headline()
            && !self.is_governed()
            && !self.near_saying()
    }
}
