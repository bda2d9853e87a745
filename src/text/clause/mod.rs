//! Joins chunks into the few structures the rules ask for: the subject of a verb, a whole noun phrase with what hangs on it, the
//! adjuncts between a verb and its content. Works backwards and forwards over one sentence's chunks; never fails, only finds nothing.

use std::ops::Range;

mod across;
mod extent;
mod opening;
mod relative;
mod several;
mod subject;

use super::{Chunk, ChunkKind, Tag, Text};
use crate::words::Class;

/// One sentence as chunks, with the questions rules ask about it.
#[derive(Clone, Copy)]
pub(crate) struct Clause<'t> {
    pub text: &'t Text<'t>,
    pub chunks: &'t [Chunk],
}

/// A noun phrase found as a subject or source: the chunks of the whole phrase and the chunk that heads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Chunks of the whole phrase, appositions and relative clauses included.
    pub chunks: Range<usize>,
    /// The chunk that says who.
    pub head: usize,
}

impl<'t> Clause<'t> {
    pub fn of(text: &'t Text<'t>, sentence: usize) -> Self {
        Clause { text, chunks: text.chunks_of(sentence) }
    }

    #[inline]
    pub fn kind(&self, i: usize) -> Option<ChunkKind> {
        self.chunks.get(i).map(|c| c.kind)
    }

    /// The chunk that holds a token.
    #[inline]
    pub fn chunk_at(&self, token: usize) -> Option<usize> {
        let i = self.chunks.partition_point(|c| c.end <= token);
        (i < self.chunks.len() && self.chunks[i].start <= token).then_some(i)
    }

    /// The tokens a range of chunks covers.
    pub fn tokens(&self, chunks: Range<usize>) -> Range<usize> {
        if chunks.is_empty() {
            let at = self.chunks.get(chunks.start).map_or_else(|| self.chunks.last().map_or(0, |c| c.end), |c| c.start);
            return at..at;
        }
        self.chunks[chunks.start].start..self.chunks[chunks.end - 1].end
    }

    /// The class of a chunk's head.
    #[inline]
    pub fn class(&self, i: usize) -> Class {
        self.text.tokens[self.chunks[i].head].class
    }

    #[inline]
    pub fn is_word(&self, i: usize, words: &[&str]) -> bool {
        let Some(chunk) = self.chunks.get(i) else { return false };
        let span = self.text.tokens[chunk.start].span;
        let word = &self.text.src.as_bytes()[span.start as usize..span.end as usize];
        // Asked more often than anything else: nearly all words differ in length.
        words.iter().any(|w| w.len() == word.len() && w.as_bytes().eq_ignore_ascii_case(word))
    }

    #[inline]
    pub fn is_nominal(&self, i: usize) -> bool {
        self.kind(i) == Some(ChunkKind::Np)
    }

    /// The chunk before `i`, marks passed over.
    #[inline]
    pub fn before(&self, i: usize) -> Option<usize> {
        (0..i).rev().find(|&j| self.chunks[j].kind != ChunkKind::Mark)
    }

    /// The chunk at or after `i`, marks passed over.
    pub fn at_or_after(&self, i: usize) -> usize {
        (i..self.chunks.len()).find(|&j| self.chunks[j].kind != ChunkKind::Mark).unwrap_or(self.chunks.len())
    }

    fn is_pronoun(&self, i: usize) -> bool {
        self.is_nominal(i) && self.text.tokens[self.chunks[i].start].tag == Tag::Pron
    }

    /// A preposition that a clause may follow as well as a noun: *after the vote*, *after Berg voted*.
    pub fn joins_clauses(&self, i: usize) -> bool {
        self.is_word(i, &["after", "before", "until", "since"])
    }

    /// *he*, *they*, *I*: nothing hangs on it with *of*, as it does on *one* and *some*.
    fn is_personal(&self, i: usize) -> bool {
        self.is_pronoun(i) && self.class(i).intersects(Class::THIRD_PERSON | Class::FIRST_PERSON | Class::SECOND_PERSON)
    }

    /// Whether a noun phrase names or describes whom it stands behind: *a senator from Ohio*, *the group's chairman*, *62*.
    fn is_descriptive(&self, i: usize) -> bool {
        let chunk = &self.chunks[i];
        let first = &self.text.tokens[chunk.start];
        // "Rep. Chris Berg": a name with its title, whom others describe.
        let tokens = &self.text.tokens[chunk.start..chunk.end];
        let named = self.text.tokens[chunk.head].tag == Tag::Name
            && !first.is(Class::DET | Class::POSS)
            && tokens.iter().any(|t| t.is(Class::GIVEN) && t.tag == Tag::Name);
        // "other officials": somebody else.
        if named || self.is_word(i, &["other", "others", "some", "several", "many", "most"]) {
            return false;
        }
        first.is(Class::DET | Class::POSS) && !first.is_capital()
            || first.tag == Tag::Num
            || self.text.tokens[chunk.start..chunk.end]
                .iter()
                .any(|t| t.is(Class::ROLE | Class::TITLE | Class::PERSON | Class::SUFFIX | Class::TITLE_PHRASE))
            || self.text.tokens[chunk.start..chunk.end].iter().any(|t| t.tag == Tag::Genitive)
    }

    /// The start of the noun phrase that ends with chunk `i`: prepositional phrases and *of* chains followed to the left.
    pub fn phrase_start(&self, i: usize) -> usize {
        let mut start = i;
        loop {
            // "of nearly four years"
            let adverb = (start >= 1 && self.kind(start - 1) == Some(ChunkKind::Adv)) as usize;
            let at = start - adverb;
            if at < 2 || self.kind(at - 1) != Some(ChunkKind::Prep) {
                return start;
            }
            let noun = self.before_letters(at - 2);
            if !self.is_nominal(noun) || self.is_personal(noun) {
                return start;
            }
            start = noun;
        }
    }

    /// The start of the subject that ends with chunk `i`: as [`Self::phrase_start`], but not beyond a conjunction that reads as a
    /// preposition: *plans to charge households for defences after an MP called it a tax*.
    pub fn subject_start(&self, i: usize) -> usize {
        let start = self.phrase_start(i);
        // "seemed less concerned about its safety after the pilot said"
        // ", an outcome after Berg said": a name has its own verb.
        let hangs =
            matches!(self.chunks[start.saturating_sub(1)].kind, ChunkKind::Verb | ChunkKind::Prep | ChunkKind::Adj);
        if start == i || !(start > 0 && hangs || self.is_name(i)) {
            return start;
        }
        (start..i).rev().find(|&p| self.joins_clauses(p)).map_or(start, |p| p + 1)
    }

    /// The noun phrase that begins with chunk `i`, with the prepositional phrases and appositions that hang on it. Stops before a
    /// finite verb's territory.
    pub fn phrase_from(&self, i: usize) -> Option<Phrase> {
        if !self.is_nominal(i) {
            return None;
        }
        if let Some(end) = self.list_end(i).filter(|&end| !self.chunks.get(end).is_some_and(Chunk::is_finite)) {
            return Some(Phrase { chunks: i..end, head: i });
        }
        const LONGEST: usize = 48; // what goes on longer is a list
        let mut end = i + 1;
        while end - i < LONGEST {
            match self.kind(end) {
                // "described by a friend as a hero"
                Some(ChunkKind::Prep)
                    if self.is_nominal(end + 1) && !self.is_adjunct_preposition(end) && !self.is_word(end, &["as"]) =>
                {
                    end += 2
                }
                Some(ChunkKind::And)
                    if !self.is_word(end, &["but", "yet"])
                        && self.is_nominal(end + 1)
                        && !self.chunks.get(end + 2).is_some_and(Chunk::is_finite) =>
                {
                    end += 2
                }
                // "two people familiar with the matter"
                Some(ChunkKind::Adj)
                    if self.is_word(end, &["familiar", "close"])
                        && self.is_word(end + 1, &["with", "to"])
                        && self.is_nominal(end + 2) =>
                {
                    end += 3
                }
                Some(ChunkKind::Open) => {
                    let Some(close) = (end..self.chunks.len()).find(|&j| self.chunks[j].kind == ChunkKind::Close)
                    else {
                        break;
                    };
                    end = close + 1;
                }
                _ => break,
            }
        }
        Some(Phrase { chunks: i..end, head: i })
    }

    /// *in an interview*, *on Thursday*: hangs on the verb, not on the noun before it.
    pub fn is_adjunct_preposition(&self, prep: usize) -> bool {
        self.kind(prep + 1) == Some(ChunkKind::Time)
            || self.is_word(prep, &["during", "after", "before", "via", "through"])
            || self.is_word(prep, &["in", "at", "on", "to", "by"])
                && self.is_nominal(prep + 1)
                && self.is_occasion(prep + 1)
    }

    /// A noun for the occasion on which something is said: *interview*, *statement*, *rally*.
    pub fn is_occasion(&self, np: usize) -> bool {
        const OCCASIONS: &[&str] = &[
            "interview",
            "interviews",
            "statement",
            "statements",
            "speech",
            "speeches",
            "briefing",
            "conference",
            "rally",
            "rallies",
            "address",
            "remarks",
            "email",
            "e-mail",
            "letter",
            "tweet",
            "tweets",
            "post",
            "call",
            "appearance",
            "meeting",
            "event",
            "debate",
            "hearing",
            "testimony",
            "memo",
            "note",
            "message",
            "article",
            "column",
            "op-ed",
            "video",
            "release",
            "blog",
            "book",
            "report",
            "response",
            "reply",
            "ceremony",
            "forum",
            "town",
            "hall",
            "gathering",
            "session",
            "panel",
            "twitter",
            "facebook",
            "reporters",
            "briefings",
            "television",
            "radio",
            "podcast",
            "essay",
            "editorial",
            "comments",
            "comment",
            "series",
            "stop",
            "press",
            "show",
            "program",
            "programme",
            "segment",
            "exchange",
            "conversation",
            "ad",
            "mailing",
            "court",
            "affidavit",
            "filing",
            "transcript",
        ];
        let word = self.text.word(self.chunks[np].head);
        OCCASIONS.iter().any(|o| o.eq_ignore_ascii_case(word))
    }
}

impl Chunk {
    /// *says*: a form that only a singular subject takes.
    pub(crate) fn is_third_singular(&self, text: &Text) -> bool {
        self.kind == ChunkKind::Verb && text.tokens[self.start].tag == Tag::VerbS
    }
}
