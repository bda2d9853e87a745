//! How far things go to the right: the adjuncts of a verb, and whether a clause of its own begins.

use super::Clause;
use crate::text::{Chunk, ChunkKind};
use crate::words::Class;

impl Clause<'_> {
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
                    // "in an interview with the magazine “Tide”"
                    let pause = matches!(self.kind(i + 2), Some(ChunkKind::Stop | ChunkKind::Comma)) as usize;
                    let close = i + 2 + pause;
                    let named = self.kind(i) == Some(ChunkKind::Mark) && self.kind(close) == Some(ChunkKind::Mark);
                    if named && self.is_name(i + 1) && self.class(i - 1).intersects(Class::GROUP | Class::OUTLET) {
                        i = close + 1;
                    }
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
                ChunkKind::Prep if subject && self.joins_clauses(i) => return None,
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
