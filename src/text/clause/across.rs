//! The subject on the other side of an insertion: *Ines Varga, a senator from Ohio, said*, *Ines Varga (left) said*. The verb's own
//! phrase is read in `subject`.

use super::subject::REACH;
use super::{Clause, Phrase};
use crate::text::{Chunk, ChunkKind, Form, Tag, Token};
use crate::words::{Class, is_party_tag};

/// How many chunks an insertion is long at most, with all that stands beside it.
const LONGEST: usize = 64;

impl Clause<'_> {
    /// The subject before a comma, a dash or a bracket that closes an insertion: *X, a senator from Ohio, said*.
    pub(super) fn subject_across(&self, closing: usize) -> Option<Phrase> {
        let opener = |i: usize| match self.chunks[closing].kind {
            ChunkKind::Comma => self.chunks[i].kind == ChunkKind::Comma,
            ChunkKind::Dash => self.chunks[i].kind == ChunkKind::Dash,
            _ => self.chunks[i].kind == ChunkKind::Open,
        };
        // "In the primary, Gov. Ines Varga (Ind.), said"
        let bracket = closing.checked_sub(1).filter(|&c| self.kind(c) == Some(ChunkKind::Close));
        if let Some(open) =
            bracket.and_then(|c| (0..c).rev().take(REACH).find(|&o| self.kind(o) == Some(ChunkKind::Open)))
        {
            if let Some(np) = self.before(open).filter(|&n| self.is_name(n) && self.is_titled(n)) {
                // "Berg's niece, Del. Ines Varga (Ind.), said": the description before the name is of the phrase.
                let described = np.checked_sub(2).filter(|&d| {
                    self.kind(np - 1) == Some(ChunkKind::Comma) && self.is_nominal(d) && self.is_descriptive(d)
                });
                let start = described.map_or(np, |d| self.phrase_start(d));
                return Some(Phrase { chunks: start..closing, head: np });
            }
        }
        if let Some(name) = self.opening_name(closing) {
            return Some(name);
        }
        let mut best = None;
        let mut i = closing;
        while i > 0 && closing - i < LONGEST {
            i -= 1;
            match self.chunks[i].kind {
                ChunkKind::Quote | ChunkKind::Stop | ChunkKind::Semicolon | ChunkKind::Colon => break,
                _ if !opener(i) => continue,
                _ => {}
            }
            let Some(mut np) = self.before(i) else { break };
            // “angry and late,” her lawyer, Ines Varga, said: what ends in marks is none of hers.
            if best.is_some() && np + 1 < i {
                break;
            }
            // "Rep. Ines Varga, (D-Ohio) said"
            if self.kind(i) == Some(ChunkKind::Open) && self.kind(np) == Some(ChunkKind::Comma) {
                let Some(before) = self.before(np) else { break };
                np = before;
            }
            // "Berg, meanwhile, who left, said"
            if self.kind(np) == Some(ChunkKind::Adv) && np > 0 && opener(np - 1) {
                let Some(before) = self.before(np - 1) else { break };
                np = before;
            }
            // "Berg herself, who left, said"
            if self.is_floating(np) {
                np -= 1;
            }
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
            // "Speaking to the paper, an official who was there, said": the paper is not the subject, so what is set off is.
            if best.is_none()
                && !self.may_be_apposed(np, i + 1)
                && self.can_open_clause(i + 1)
                && self.is_opening_adjunct(i)
            {
                return Some(Phrase { chunks: i + 1..closing, head: i + 1 });
            }
            if !self.is_nominal(np) && self.kind(np) != Some(ChunkKind::Time) {
                if matches!(self.kind(np), Some(ChunkKind::Adj | ChunkKind::Verb | ChunkKind::Adv)) && best.is_none() {
                    if let Some(phrase) = self.subject_of_modified(np) {
                        best = Some(Phrase { chunks: phrase.chunks.start..closing, head: phrase.head });
                    }
                }
                break;
            }
            // "Berg, whose mother, Ida, died on Sunday, said": a verb of the relative clause's.
            if best.is_none() && self.kind(i + 1) == Some(ChunkKind::Verb) {
                let whose = (1..i)
                    .rev()
                    .take(REACH)
                    .find(|&w| self.is_word(w, &["whose"]) && self.kind(w - 1) == Some(ChunkKind::Comma));
                if let Some(owner) = whose.and_then(|w| self.before(w - 1)).filter(|&o| self.is_nominal(o)) {
                    let start = self.phrase_start(owner);
                    return Some(Phrase { chunks: start..closing, head: start });
                }
            }
            let mut start = self.subject_start(np);
            // "When the port announced its change, Mayor Ines Varga, said": a comma too many, as what stands before is an object.
            let object = start > 0 && self.kind(start - 1) == Some(ChunkKind::Verb);
            let name = i + 1;
            if best.is_none() && object && name + 1 == closing && self.is_name(name) && self.is_titled(name) {
                return Some(Phrase { chunks: name..closing, head: name });
            }
            // "the Food and Tide Organization (FTO) said", "Berg, head of the Food and Tide Committee, said"
            if start >= 2 && self.kind(start - 1) == Some(ChunkKind::And) && self.is_one_name(start - 2, start) {
                start = self.subject_start(start - 2);
            }
            // "Berg, 22, of Flint, Mich., said", "Berg, during a meeting in Flint, Mich., said"
            let aside = start >= 3
                && self.kind(start - 1) == Some(ChunkKind::Prep)
                && opener(start - 2)
                && (self.is_nominal(start - 3) || self.is_word(start - 1, &["of", "from"]));
            if aside {
                i = start - 1;
                continue;
            }
            // "In a statement, her adviser, Jake Sullivan, said": what hangs on a preposition is no subject.
            if best.is_some() && start > 0 && matches!(self.kind(start - 1), Some(ChunkKind::Prep | ChunkKind::Verb)) {
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
            let from = phrase.chunks.start;
            // "The study, which looks at ports in two countries – Norway and Peru – found": the object of a relative clause.
            let relative = from.checked_sub(2).filter(|&wh| self.chunks[wh + 1].is_finite() && wh > 0);
            let owner =
                relative.filter(|_| self.kind(closing) == Some(ChunkKind::Dash)).and_then(|wh| self.relative_owner(wh));
            if let Some(owner) = owner.filter(|&o| self.is_nominal(o)) {
                let start = self.phrase_start(owner);
                return Some(Phrase { chunks: start..closing, head: start });
            }
            // "Kirby, the department's spokesman, who …, said": go on to the left while what stands here only describes.
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

    /// *In Oslo Tom Lund, a pilot, said*, *On Monday the pilot, Tom Lund, said*: whether the two phrases can be one person, with a comma too
    /// few behind what opens the sentence.
    fn may_be_apposed(&self, np: usize, next: usize) -> bool {
        let named = self.is_name(next) && !self.text.tokens[self.chunks[next].start].is(Class::DET);
        match named {
            true => self.class(np).intersects(Class::ROLE | Class::PERSON),
            false => self.is_name(np) && !self.class(np).contains(Class::OUTLET),
        }
    }

    /// A noun phrase with an article, a number or a name, or a plural: no *professor of law* that only describes.
    fn can_open_clause(&self, i: usize) -> bool {
        let determined = |t: &Token| t.is(Class::DET | Class::POSS) || t.tag == Tag::Num;
        self.is_nominal(i)
            && (self.is_name(i)
                || self.class(i).contains(Class::PLURAL)
                || determined(&self.text.tokens[self.chunks[i].start]))
    }

    /// Whether what opens the sentence and ends before the comma `end` hangs on its verb: *Speaking to the paper*, *In an interview*.
    pub fn is_opening_adjunct(&self, end: usize) -> bool {
        let first = matches!(self.kind(0), Some(ChunkKind::And | ChunkKind::Adv)) as usize;
        let opens = match self.chunks[first].kind {
            ChunkKind::Prep => true,
            ChunkKind::Verb => self.chunks[first].form == Form::Ing,
            _ => false,
        };
        let apart = |c: &Chunk| c.is_finite() || matches!(c.kind, ChunkKind::Comma | ChunkKind::Wh | ChunkKind::Quote);
        opens && end <= LONGEST && !self.chunks[first..end].iter().any(apart)
    }

    fn is_place(&self, i: usize) -> bool {
        self.class(i).intersects(Class::PLACE | Class::SUFFIX | Class::ABBR)
            || is_party_tag(self.text.word(self.chunks[i].head))
    }

    /// Whether the chunks between two commas can be an insertion and no clause of their own: an apposition, a relative clause, a
    /// participle phrase, an adverb.
    pub(super) fn is_insertion(&self, from: usize, to: usize) -> bool {
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
    pub fn is_bare_past(&self, i: usize) -> bool {
        let c = &self.chunks[i];
        c.form == Form::Past && c.start + 1 == c.end && self.text.tokens[c.head].is(Class::VERB_PART)
    }
}
