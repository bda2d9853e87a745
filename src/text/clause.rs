//! Joins chunks into the few structures the rules ask for: the subject of a verb, a whole noun phrase with what hangs on it, the
//! adjuncts between a verb and its content. Works backwards and forwards over one sentence's chunks; never fails, only finds nothing.

use std::ops::Range;

use super::{Chunk, ChunkKind, Form, Tag, Text};
use crate::words::{Class, is_party_tag};

/// How many chunks a verb looks back for the noun that it modifies.
const REACH: usize = 24;

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
        self.chunks.get(i).is_some_and(|c| {
            let word = self.text.word(c.start);
            words.iter().any(|w| w.eq_ignore_ascii_case(word))
        })
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

    /// *he*, *they*, *I*: nothing hangs on it with *of*, as it does on *one* and *some*.
    fn is_personal(&self, i: usize) -> bool {
        self.is_pronoun(i) && self.class(i).intersects(Class::THIRD_PERSON | Class::FIRST_PERSON | Class::SECOND_PERSON)
    }

    /// Whether a noun phrase names or describes whom it stands behind: *a senator from Ohio*, *the group's chairman*, *62*.
    fn is_descriptive(&self, i: usize) -> bool {
        let chunk = &self.chunks[i];
        let first = &self.text.tokens[chunk.start];
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
            let hangs = at >= 2
                && self.kind(at - 1) == Some(ChunkKind::Prep)
                && self.is_nominal(at - 2)
                && !self.is_personal(at - 2);
            if !hangs {
                return start;
            }
            start = at - 2;
        }
    }

    /// The subject of the finite verb chunk `v`, or of a participle that a comma sets off.
    pub fn subject_before(&self, v: usize) -> Option<Phrase> {
        let mut end = v; // chunks end..v are adverbials between subject and verb
        loop {
            let before = self.before(end)?;
            match self.chunks[before].kind {
                ChunkKind::Adv => end = before,
                ChunkKind::Time => {
                    end = before;
                    if end > 0 && self.kind(end - 1) == Some(ChunkKind::Prep) {
                        end -= 1;
                    }
                }
                _ => break,
            }
        }
        let before = self.before(end)?;
        match self.chunks[before].kind {
            ChunkKind::Np => self.subject_ending_at(before, v),
            ChunkKind::Comma | ChunkKind::Dash | ChunkKind::Close => self.subject_across(before),
            ChunkKind::Wh if self.is_word(before, &["who", "which"]) => self.relative_subject(before),
            ChunkKind::Wh if self.is_word(before, &["that"]) => self.relative_subject(before),
            ChunkKind::Adj | ChunkKind::Verb => self.subject_of_modified(before),
            _ => None,
        }
    }

    /// `X, who said`: the relative pronoun stands for the noun phrase before it.
    fn relative_subject(&self, wh: usize) -> Option<Phrase> {
        Some(Phrase { chunks: wh..wh + 1, head: wh })
    }

    /// The subject whose last noun phrase is `last`, directly before the verb.
    fn subject_ending_at(&self, last: usize, v: usize) -> Option<Phrase> {
        let mut start = self.phrase_start(last);
        // "officials briefed on the matter said", "a man who met the senator said": the phrase hangs on a noun further left.
        if let Some(phrase) = self.reduced_relative(start, v) {
            return Some(phrase);
        }
        // "current and former officials said"
        if start >= 2 && self.kind(start - 1) == Some(ChunkKind::And) && self.kind(start - 2) == Some(ChunkKind::Adj) {
            return Some(Phrase { chunks: start - 2..last + 1, head: start });
        }
        // "Kerry and Lavrov said"
        let mut head = start;
        while start >= 2
            && self.kind(start - 1) == Some(ChunkKind::And)
            && !self.is_word(start - 1, &["but", "yet"])
            && self.is_nominal(start - 2)
            && !self.chunks[v].is_third_singular(self.text)
        {
            let left = self.phrase_start(start - 2);
            let opens = left == 0
                || matches!(
                    self.kind(left - 1),
                    Some(
                        ChunkKind::Comma
                            | ChunkKind::Sub
                            | ChunkKind::That
                            | ChunkKind::Stop
                            | ChunkKind::Quote
                            | ChunkKind::Mark
                            | ChunkKind::Dash
                            | ChunkKind::And
                    )
                );
            if !opens {
                break;
            }
            start = left;
            head = left;
        }
        // "Kirby, a spokesman, said" is met from the comma; here "spokesman, Kirby" needs nothing.
        // ", a professor at Yale said": the closing comma of an apposition is missing.
        if start >= 2
            && self.kind(start - 1) == Some(ChunkKind::Comma)
            && self.is_name(self.before(start - 1)?)
            && self.is_indefinite_role(start)
        {
            let name = self.before(start - 1)?;
            let name_start = self.phrase_start(name);
            let opens = name_start == 0
                || matches!(
                    self.kind(name_start - 1),
                    Some(
                        ChunkKind::Quote
                            | ChunkKind::Mark
                            | ChunkKind::Comma
                            | ChunkKind::Stop
                            | ChunkKind::Sub
                            | ChunkKind::And
                    )
                );
            if opens {
                return Some(Phrase { chunks: name_start..last + 1, head: name_start });
            }
        }
        Some(Phrase { chunks: start..last + 1, head })
    }

    fn is_name(&self, i: usize) -> bool {
        self.is_nominal(i) && self.text.tokens[self.chunks[i].head].tag == Tag::Name
    }

    fn is_indefinite_role(&self, i: usize) -> bool {
        self.is_nominal(i)
            && self.is_word(i, &["a", "an", "the"])
            && self.class(i).intersects(Class::ROLE | Class::TITLE)
    }

    /// A phrase whose last part hangs on a participle or a relative clause: *officials briefed on it*, *people who saw it*.
    fn reduced_relative(&self, start: usize, v: usize) -> Option<Phrase> {
        let mut i = start;
        let mut steps = 0;
        while i > 0 && steps < 12 {
            steps += 1;
            match self.chunks[i - 1].kind {
                // "people familiar with the matter said"
                ChunkKind::Adj if i >= 2 && self.is_nominal(i - 2) && self.kind(i) == Some(ChunkKind::Prep) => {
                    let from = self.phrase_start(i - 2);
                    return Some(Phrase { chunks: from..v, head: from });
                }
                ChunkKind::Prep
                | ChunkKind::Np
                | ChunkKind::Adv
                | ChunkKind::Adj
                | ChunkKind::Mark
                | ChunkKind::Time => i -= 1,
                ChunkKind::Verb => {
                    let verb = &self.chunks[i - 1];
                    let before = self.before(i - 1)?;
                    if self.kind(before) == Some(ChunkKind::Wh) && self.is_word(before, &["who", "that", "which"]) {
                        let mut np = self.before(before)?;
                        // ", who is a pastor in Elizabeth, Colorado, said"
                        if self.kind(np) == Some(ChunkKind::Comma) {
                            np = self.before(np)?;
                        }
                        if !self.is_nominal(np) {
                            return None;
                        }
                        let from = self.phrase_start(np);
                        return Some(Phrase { chunks: from..v, head: from });
                    }
                    let reduced = matches!(verb.form, Form::Participle | Form::Ing | Form::Infinitive)
                        || verb.form == Form::Past
                            && verb.start + 1 == verb.end
                            && !self.class(i - 1).contains(Class::CUE);
                    if reduced && self.is_nominal(before) && !self.is_pronoun(before) {
                        // A participle after a noun; a second finite verb (v) makes it one.
                        if self.kind(i) == Some(ChunkKind::Prep) || verb.form == Form::Ing {
                            let from = self.phrase_start(before);
                            return Some(Phrase { chunks: from..v, head: from });
                        }
                        return None;
                    }
                    if matches!(verb.form, Form::Infinitive | Form::Participle)
                        && self.kind(before) == Some(ChunkKind::Verb)
                    {
                        i -= 1;
                        continue;
                    }
                    return None;
                }
                _ => return None,
            }
        }
        None
    }

    /// The subject of a verb that follows an adjective or another verb: *some familiar with …*, *who asked not to be named said*.
    fn subject_of_modified(&self, last: usize) -> Option<Phrase> {
        for i in (0..=last).rev().take(REACH) {
            match self.chunks[i].kind {
                ChunkKind::Wh if self.is_word(i, &["who", "that", "which"]) => {
                    let np = self.before(i).filter(|&n| self.is_nominal(n))?;
                    let from = self.phrase_start(np);
                    return Some(Phrase { chunks: from..last + 1, head: from });
                }
                ChunkKind::Np if self.kind(i + 1) == Some(ChunkKind::Adj) => {
                    let from = self.phrase_start(i);
                    return Some(Phrase { chunks: from..last + 1, head: from });
                }
                ChunkKind::Comma
                | ChunkKind::Stop
                | ChunkKind::Semicolon
                | ChunkKind::Quote
                | ChunkKind::Sub
                | ChunkKind::That => return None,
                _ => {}
            }
        }
        None
    }

    /// The subject before a comma, a dash or a bracket that closes an insertion: *X, a senator from Ohio, said*.
    fn subject_across(&self, closing: usize) -> Option<Phrase> {
        let opener = |i: usize| match self.chunks[closing].kind {
            ChunkKind::Comma => self.chunks[i].kind == ChunkKind::Comma,
            ChunkKind::Dash => self.chunks[i].kind == ChunkKind::Dash,
            _ => self.chunks[i].kind == ChunkKind::Open,
        };
        let mut best = None;
        let mut i = closing;
        while i > 0 {
            i -= 1;
            match self.chunks[i].kind {
                ChunkKind::Quote | ChunkKind::Stop | ChunkKind::Semicolon | ChunkKind::Colon => break,
                _ if !opener(i) => continue,
                _ => {}
            }
            let Some(np) = self.before(i) else { break };
            if self.kind(np) == Some(ChunkKind::Close) {
                // "Rep. X (R-Ohio), the chairman, said"
                let open = (0..np).rev().find(|&o| self.chunks[o].kind == ChunkKind::Open)?;
                let np = self.before(open).filter(|&n| self.is_nominal(n))?;
                let start = self.phrase_start(np);
                best = Some(Phrase { chunks: start..closing, head: start });
                break;
            }
            if !self.is_insertion(i + 1, closing) {
                break;
            }
            if !self.is_nominal(np) && self.kind(np) != Some(ChunkKind::Time) {
                if matches!(self.kind(np), Some(ChunkKind::Adj | ChunkKind::Verb | ChunkKind::Adv)) && best.is_none() {
                    if let Some(phrase) = self.subject_of_modified(np) {
                        best = Some(Phrase { chunks: phrase.chunks.start..closing, head: phrase.head });
                    }
                }
                break;
            }
            let start = self.phrase_start(np);
            // "In a statement, her adviser, Jake Sullivan, said": what hangs on a preposition is no subject.
            if best.is_some() && start > 0 && self.kind(start - 1) == Some(ChunkKind::Prep) {
                break;
            }
            let phrase = match self.reduced_relative(start, closing) {
                Some(p) => p,
                None => Phrase { chunks: start..closing, head: start },
            };
            let descriptive = self.is_descriptive(phrase.head)
                || self.kind(np) == Some(ChunkKind::Time)
                || self.is_place(phrase.head);
            best = Some(phrase.clone());
            // "Kirby, the department's spokesman, who …, said": go on to the left while what stands here only describes.
            let from = phrase.chunks.start;
            let continues = from > 0 && opener(from - 1) && descriptive;
            if !continues {
                // Coordination of the subject: "Kerry and Lavrov, both …, said"
                if from >= 2 && self.kind(from - 1) == Some(ChunkKind::And) && self.is_nominal(from - 2) {
                    let left = self.phrase_start(from - 2);
                    if left == 0 || matches!(self.kind(left - 1), Some(ChunkKind::Quote | ChunkKind::Stop)) {
                        best = Some(Phrase { chunks: left..closing, head: left });
                    }
                }
                break;
            }
            i = from;
        }
        best
    }

    fn is_place(&self, i: usize) -> bool {
        self.class(i).intersects(Class::PLACE | Class::SUFFIX | Class::ABBR)
            || is_party_tag(self.text.word(self.chunks[i].head))
    }

    /// Whether the chunks between two commas can be an insertion and no clause of their own: an apposition, a relative clause, a
    /// participle phrase, an adverb.
    fn is_insertion(&self, from: usize, to: usize) -> bool {
        if from >= to {
            return false;
        }
        let relative = matches!(self.chunks[from].kind, ChunkKind::Wh)
            || self.chunks[from].kind == ChunkKind::Prep && self.kind(from + 1) == Some(ChunkKind::Wh)
            || self.chunks[from].kind == ChunkKind::Np
                && self.kind(from + 1) == Some(ChunkKind::Prep)
                && self.kind(from + 2) == Some(ChunkKind::Wh);
        if relative || self.chunks[from].kind == ChunkKind::Sub {
            return true;
        }
        // A finite verb whose subject stands inside makes it a clause, unless a relative pronoun came first.
        let mut saw_relative = false;
        let mut saw_np = false;
        for i in from..to {
            match self.chunks[i].kind {
                ChunkKind::Wh | ChunkKind::That | ChunkKind::Sub => saw_relative = true,
                ChunkKind::Np => saw_np = true,
                ChunkKind::Verb if self.chunks[i].is_finite() && !saw_relative && saw_np && !self.is_bare_past(i) => {
                    return false;
                }
                _ => {}
            }
        }
        true
    }

    /// A single past form, which may be a participle: *the plan backed by Moscow*.
    fn is_bare_past(&self, i: usize) -> bool {
        let c = &self.chunks[i];
        c.form == Form::Past && c.start + 1 == c.end && self.text.tokens[c.head].is(Class::VERB_PART)
    }

    /// The noun phrase that begins with chunk `i`, with the prepositional phrases and appositions that hang on it. Stops before a
    /// finite verb's territory.
    pub fn phrase_from(&self, i: usize) -> Option<Phrase> {
        if !self.is_nominal(i) {
            return None;
        }
        let mut end = i + 1;
        loop {
            match self.kind(end) {
                Some(ChunkKind::Prep) if self.is_nominal(end + 1) && !self.is_adjunct_preposition(end) => end += 2,
                Some(ChunkKind::And)
                    if !self.is_word(end, &["but", "yet"])
                        && self.is_nominal(end + 1)
                        && !self.chunks.get(end + 2).is_some_and(Chunk::is_finite) =>
                {
                    end += 2
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
    fn is_adjunct_preposition(&self, prep: usize) -> bool {
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

    /// Where the adjuncts of a verb that begin at chunk `i` end: *Thursday*, *in an interview with CNN on Monday*, *to applause*.
    pub fn adjuncts_end(&self, mut i: usize) -> usize {
        loop {
            match self.kind(i) {
                Some(ChunkKind::Adv) => i += 1,
                Some(ChunkKind::Time) => i += 1,
                Some(ChunkKind::Prep) if self.kind(i + 1) == Some(ChunkKind::Time) => i += 2,
                Some(ChunkKind::Prep)
                    if self.is_nominal(i + 1)
                        && !self
                            .is_word(i, &["than", "as", "like", "despite", "without", "until", "since", "under"]) =>
                {
                    // The noun phrase must not be the subject of what follows.
                    if self.chunks.get(i + 2).is_some_and(Chunk::is_finite) && !self.is_pronoun(i + 1) {
                        return i;
                    }
                    i += 2;
                    i = self.place_end(i);
                }
                _ => return i,
            }
        }
    }

    /// Passes over the rest of a place name that ended just before chunk `i`: *Salem, New Hampshire,*.
    pub fn place_end(&self, i: usize) -> usize {
        let place =
            |j: usize| self.is_nominal(j) && self.text.tokens[self.chunks[j].start].is(Class::PLACE | Class::ABBR);
        if i == 0 || self.kind(i) != Some(ChunkKind::Comma) || !self.is_name(i - 1) {
            return i;
        }
        let named = place(i + 1) || self.is_name(i + 1) && self.class(i + 1).contains(Class::PLACE);
        match self.kind(i + 2) {
            Some(ChunkKind::Comma) if named => i + 3,
            Some(ChunkKind::Prep | ChunkKind::Time | ChunkKind::That) if named => i + 2,
            _ => i,
        }
    }

    /// The finite verb of the clause that begins with chunk `from`: a noun phrase with its modifiers, then the verb. None where a noun
    /// phrase stands alone, as an object does.
    pub fn clause_verb(&self, from: usize, to: usize) -> Option<usize> {
        let mut i = from;
        let mut subject = false;
        let mut relative = false;
        while i < to.min(self.chunks.len()) {
            let chunk = &self.chunks[i];
            match chunk.kind {
                ChunkKind::Verb if chunk.is_finite() && relative => relative = false,
                // "a lead and travels": another verb of the cue's subject.
                ChunkKind::Verb if chunk.is_finite() && i > from && self.kind(i - 1) == Some(ChunkKind::And) => {
                    return None;
                }
                ChunkKind::Verb if chunk.is_finite() => return subject.then_some(i),
                ChunkKind::Wh if subject && self.is_word(i, &["who", "which", "that", "whose"]) => relative = true,
                ChunkKind::Np | ChunkKind::Wh | ChunkKind::Adj | ChunkKind::Verb => subject = true,
                ChunkKind::Sub if subject => return None,
                // An adverbial or an apposition between commas; a clause of its own behind the comma is another matter.
                ChunkKind::Comma if subject && self.is_nominal(i + 1) && !self.is_insertion_until_comma(i + 1, to) => {
                    return None;
                }
                ChunkKind::Comma if subject && self.kind(i + 1) == Some(ChunkKind::And) => return None,
                ChunkKind::Semicolon | ChunkKind::Colon | ChunkKind::Quote | ChunkKind::That => return None,
                _ => {}
            }
            i += 1;
        }
        None
    }

    fn is_insertion_until_comma(&self, from: usize, to: usize) -> bool {
        let close = (from..to.min(self.chunks.len())).find(|&j| self.chunks[j].kind == ChunkKind::Comma);
        close.is_some_and(|close| self.is_insertion(from, close))
    }

    /// Whether a finite verb follows between chunks `from` and `to` with something that can be its subject.
    pub fn has_clause(&self, from: usize, to: usize) -> bool {
        let mut subject = false;
        // The next finite verb is that of a relative clause: "Padilla, who must decide, has".
        let mut relative = false;
        for i in from..to.min(self.chunks.len()) {
            match self.chunks[i].kind {
                ChunkKind::Wh
                    if subject && i > from && matches!(self.kind(i - 1), Some(ChunkKind::Np | ChunkKind::Comma)) =>
                {
                    relative = true
                }
                ChunkKind::Np | ChunkKind::Wh | ChunkKind::Adj | ChunkKind::Time | ChunkKind::Mark => subject = true,
                ChunkKind::Verb if self.chunks[i].is_finite() && relative => relative = false,
                ChunkKind::Verb if self.chunks[i].is_finite() && (subject || i == from) => return subject,
                ChunkKind::Verb => subject = true,
                _ => {}
            }
        }
        false
    }
}

impl Chunk {
    /// *says*: a form that only a singular subject takes.
    pub(crate) fn is_third_singular(&self, text: &Text) -> bool {
        self.kind == ChunkKind::Verb && text.tokens[self.start].tag == Tag::VerbS
    }
}
