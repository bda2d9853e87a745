//! The name that opens a sentence and whose verb comes only behind what describes it: *Varga, facing a hard race in Ohio, a swing state,
//! said*. Simpler insertions are met from the verb, in `subject`.

use super::{Clause, Phrase};
use crate::text::{ChunkKind, Form};
use crate::words::Class;

/// How many chunks an insertion is long at most.
const LONGEST: usize = 64;

impl Clause<'_> {
    /// The name that opens the clause before the comma or dash `closing`, where nothing behind it can be a main clause of its own.
    pub(super) fn opening_name(&self, closing: usize) -> Option<Phrase> {
        let ends = |i: &usize| {
            matches!(
                self.chunks[*i].kind,
                ChunkKind::Quote | ChunkKind::Stop | ChunkKind::Semicolon | ChunkKind::Colon | ChunkKind::Mark
            )
        };
        // What opens further back opens a list.
        let near = (closing.saturating_sub(LONGEST)..closing).rev().find(ends);
        let mut first = match near {
            Some(end) => end + 1,
            None if closing <= LONGEST => 0,
            None => return None,
        };
        if matches!(self.kind(first), Some(ChunkKind::And | ChunkKind::Adv)) {
            first += 1;
        }
        if !self.is_name(first) || first >= closing {
            return None;
        }
        let comma = first + 1;
        if comma == closing && self.is_stray(comma) {
            return Some(Phrase { chunks: first..closing, head: first });
        }
        if self.kind(comma) != self.kind(closing) || comma + 1 >= closing {
            return None;
        }
        let describes = match self.chunks[comma + 1].kind {
            ChunkKind::Wh => self.is_word(comma + 1, &["who", "whose", "which"]),
            ChunkKind::Verb => matches!(self.chunks[comma + 1].form, Form::Ing | Form::Participle),
            ChunkKind::Sub => true,
            ChunkKind::Np => self.is_indefinite_role(comma + 1) || self.names_an_office(comma + 1),
            _ => false,
        };
        (describes && !self.has_main_verb(comma + 1, closing)).then_some(Phrase { chunks: first..closing, head: first })
    }

    /// *Ines Varga, said: “…”*: a comma between the subject and the verb that brings in its words.
    fn is_stray(&self, comma: usize) -> bool {
        let brings_in = matches!(self.kind(comma + 2), Some(ChunkKind::Colon | ChunkKind::Comma | ChunkKind::Quote));
        self.kind(comma) == Some(ChunkKind::Comma)
            && brings_in
            && self.chunks[comma + 1].is_finite()
            && self.class(comma + 1).contains(Class::SPEECH_CUE)
    }

    /// *the editor in chief*, *a farmer*: an apposition, which cannot begin a list.
    fn names_an_office(&self, i: usize) -> bool {
        self.is_word(i, &["the", "a", "an"]) && self.class(i).intersects(Class::ROLE | Class::TITLE | Class::PERSON)
    }

    /// Whether the chunks between two commas describe with *a* and a noun, whatever relative clause hangs on it: *a man with a whistle he
    /// has never needed*.
    pub fn is_apposition(&self, from: usize, to: usize) -> bool {
        let hangs = |v: usize| {
            (from..v).any(|i| matches!(self.kind(i), Some(ChunkKind::Wh | ChunkKind::That)))
                || v >= from + 2 && self.is_nominal(v - 1) && self.is_nominal(v - 2)
        };
        from < to
            && to - from <= LONGEST
            && self.is_word(from, &["a", "an", "the"])
            && (from..to).all(|v| !self.chunks[v].is_finite() || hangs(v))
    }

    /// Whether a verb between two chunks is a main clause's: none of a relative or subordinate clause that began behind the comma before
    /// it, and no second subject joined with *and*.
    fn has_main_verb(&self, from: usize, to: usize) -> bool {
        let mut subordinate = false;
        let mut whose = 0; // commas that a *whose* may still hold before its verb
        for i in from..to {
            match self.chunks[i].kind {
                ChunkKind::Wh | ChunkKind::Sub | ChunkKind::That => {
                    subordinate = true;
                    // "who with her husband, Gary, rents"
                    let parted = self.is_word(i, &["whose"]) || self.kind(i + 1) == Some(ChunkKind::Prep);
                    whose = if parted { 2 } else { whose };
                }
                ChunkKind::Comma | ChunkKind::Dash => {
                    if whose > 0 {
                        whose -= 1;
                    } else {
                        subordinate = false;
                    }
                }
                // "a researcher at the Academy of Trade and Economic Cooperation": one body
                ChunkKind::And
                    if i >= 2
                        && self.is_name(i - 1)
                        && self.kind(i - 2) == Some(ChunkKind::Prep)
                        && !self.is_titled(i + 1) => {}
                ChunkKind::And if !subordinate && self.is_nominal(i + 1) && self.is_name(i + 1) => return true,
                ChunkKind::Verb if self.chunks[i].is_finite() && !subordinate && !self.is_bare_past(i) => return true,
                ChunkKind::Verb if i > from && self.kind(i - 1) == Some(ChunkKind::Comma) && !subordinate => {
                    return self.chunks[i].is_finite();
                }
                _ => {}
            }
        }
        false
    }
}
