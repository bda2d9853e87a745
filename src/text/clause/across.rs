//! The subject on the other side of an insertion: *Ines Varga, a senator from Ohio, said*, *Ines Varga (left) said*. The verb's own
//! phrase is read in `subject`.

use super::subject::REACH;
use super::{Clause, Phrase};
use crate::text::{Chunk, ChunkKind, Form, Tag, Token};
use crate::words::{Class, is_party_tag};

/// How many chunks an insertion is long at most, with all that stands beside it.
const LONGEST: usize = 64;

/// What the way back from a verb finds on the other side of an insertion.
enum Across {
    /// The subject, and nothing further to the left is of it.
    Subject(Phrase),
    /// The subject as far as it goes, where nothing better stands further to the left: on from this chunk.
    SoFar(Phrase, usize),
    /// On from this chunk: what stands here is of the insertion.
    On(usize),
    /// The clause begins here: the subject is what was found.
    Begins,
}

impl Clause<'_> {
    /// The subject before a comma, a dash or a bracket that closes an insertion: *X, a senator from Ohio, said*.
    pub(super) fn subject_across(&self, closing: usize) -> Option<Phrase> {
        let whole = self.titled_before_bracket(closing).or_else(|| self.opening_name(closing));
        if whole.is_some() {
            return whole;
        }
        let mut found = None;
        let mut from = closing;
        while let Some(opening) = self.insertion_opens(from, closing) {
            match self.across_insertion(opening, closing, found.is_none()) {
                Across::Subject(subject) => return Some(subject),
                Across::SoFar(subject, at) => (found, from) = (Some(subject), at),
                Across::On(at) => from = at,
                Across::Begins => break,
            }
        }
        found
    }

    /// *In the primary, Gov. Ines Varga (Ind.), said*: a name with a title before a bracket and what closes it.
    fn titled_before_bracket(&self, closing: usize) -> Option<Phrase> {
        let close = closing.checked_sub(1).filter(|&c| self.kind(c) == Some(ChunkKind::Close))?;
        let open = (0..close).rev().take(REACH).find(|&o| self.kind(o) == Some(ChunkKind::Open))?;
        let np = self.before(open).filter(|&n| self.is_name(n) && self.is_titled(n))?;
        // "Berg's niece, Del. Ines Varga (Ind.), said": the description before the name is of the phrase.
        let described = np
            .checked_sub(2)
            .filter(|&d| self.kind(np - 1) == Some(ChunkKind::Comma) && self.is_nominal(d) && self.is_descriptive(d));
        let start = described.map_or(np, |d| self.phrase_start(d));
        Some(Phrase { chunks: start..closing, head: np })
    }

    /// Whether a chunk can open the insertion that chunk `closing` closes.
    fn opens_for(&self, i: usize, closing: usize) -> bool {
        let opener = match self.chunks[closing].kind {
            kind @ (ChunkKind::Comma | ChunkKind::Dash) => kind,
            _ => ChunkKind::Open,
        };
        self.chunks[i].kind == opener
    }

    /// The last chunk before chunk `from` that can open an insertion, in the same clause.
    fn insertion_opens(&self, from: usize, closing: usize) -> Option<usize> {
        let ends = |i: usize| {
            matches!(self.chunks[i].kind, ChunkKind::Quote | ChunkKind::Stop | ChunkKind::Semicolon | ChunkKind::Colon)
        };
        let left = closing.saturating_sub(LONGEST)..from;
        left.rev().find(|&i| ends(i) || self.opens_for(i, closing)).filter(|&i| !ends(i))
    }

    /// What stands before the insertion from chunk `opening` to chunk `closing`; the `first` that is met.
    fn across_insertion(&self, opening: usize, closing: usize, first: bool) -> Across {
        let Some(beside) = self.before(opening) else { return Across::Begins };
        // “angry and late,” her lawyer, Ines Varga, said: what ends in marks is none of hers.
        if !first && beside + 1 < opening {
            return Across::Begins;
        }
        let Some(np) = self.described_by_insertion(beside, opening, closing) else { return Across::Begins };
        if self.kind(np) == Some(ChunkKind::Close) {
            return self.before_second_bracket(np, closing);
        }
        if !self.is_insertion(opening + 1, closing) {
            return Across::Begins;
        }
        if let Some(set_off) = self.set_off_itself(np, opening, closing).filter(|_| first) {
            return Across::Subject(set_off);
        }
        if !self.is_nominal(np) && self.kind(np) != Some(ChunkKind::Time) {
            let modified = matches!(self.kind(np), Some(ChunkKind::Adj | ChunkKind::Verb | ChunkKind::Adv)) && first;
            let subject = modified.then(|| self.subject_of_modified(np)).flatten();
            let whole = |p: Phrase| Across::Subject(Phrase { chunks: p.chunks.start..closing, head: p.head });
            return subject.map_or(Across::Begins, whole);
        }
        if let Some(owner) = self.owner_of_relative(opening).filter(|_| first) {
            return Across::Subject(self.phrase_to(owner, closing));
        }
        let start = self.subject_start(np);
        // "When the port announced its change, Mayor Ines Varga, said": a comma too many, as what stands before is an object.
        let object = start > 0 && self.kind(start - 1) == Some(ChunkKind::Verb);
        let name = opening + 1;
        if first && object && name + 1 == closing && self.is_name(name) && self.is_titled(name) {
            return Across::Subject(Phrase { chunks: name..closing, head: name });
        }
        // "the Food and Tide Organization (FTO) said", "Berg, head of the Food and Tide Committee, said"
        let joined = start >= 2 && self.kind(start - 1) == Some(ChunkKind::And) && self.is_one_name(start - 2, start);
        let start = if joined { self.subject_start(start - 2) } else { start };
        // "Berg, 22, of Flint, Mich., said", "Berg, during a meeting in Flint, Mich., said"
        let aside = start >= 3
            && self.kind(start - 1) == Some(ChunkKind::Prep)
            && self.opens_for(start - 2, closing)
            && (self.is_nominal(start - 3) || self.is_word(start - 1, &["of", "from"]));
        if aside {
            return Across::On(start - 1);
        }
        // "In a statement, her adviser, Jake Sullivan, said": what hangs on a preposition is no subject.
        if !first && start > 0 && matches!(self.kind(start - 1), Some(ChunkKind::Prep | ChunkKind::Verb)) {
            return Across::Begins;
        }
        self.described_subject(np, start, closing)
    }

    /// The chunk that an insertion describes, from the one beside its opening chunk on to the left; none where the clause begins.
    fn described_by_insertion(&self, beside: usize, opening: usize, closing: usize) -> Option<usize> {
        let mut np = beside;
        // "Rep. Ines Varga, (D-Ohio) said"
        if self.kind(opening) == Some(ChunkKind::Open) && self.kind(np) == Some(ChunkKind::Comma) {
            np = self.before(np)?;
        }
        // "Berg, meanwhile, who left, said"
        if self.kind(np) == Some(ChunkKind::Adv) && np > 0 && self.opens_for(np - 1, closing) {
            np = self.before(np - 1)?;
        }
        // "Berg herself, who left, said"
        Some(if self.is_floating(np) { np - 1 } else { np })
    }

    /// *Rep. X (R-Ohio), the chairman, said*: the name before the bracket that chunk `close` closes.
    fn before_second_bracket(&self, close: usize, closing: usize) -> Across {
        let open = (0..close).rev().find(|&o| self.chunks[o].kind == ChunkKind::Open);
        let np = open.and_then(|o| self.before(o)).filter(|&n| self.is_nominal(n));
        np.map_or(Across::Begins, |np| Across::Subject(self.phrase_to(np, closing)))
    }

    /// *Speaking to the paper, an official who was there, said*: the paper is not the subject, so what is set off is.
    fn set_off_itself(&self, np: usize, opening: usize, closing: usize) -> Option<Phrase> {
        let next = opening + 1;
        let set_off = !self.may_be_apposed(np, next) && self.can_open_clause(next) && self.is_opening_adjunct(opening);
        set_off.then_some(Phrase { chunks: next..closing, head: next })
    }

    /// *Berg, whose mother, Ida, died on Sunday, said*: the verb behind the comma is the relative clause's, and Berg whose it is.
    fn owner_of_relative(&self, opening: usize) -> Option<usize> {
        if self.kind(opening + 1) != Some(ChunkKind::Verb) {
            return None;
        }
        let opens = |&w: &usize| self.is_word(w, &["whose"]) && self.kind(w - 1) == Some(ChunkKind::Comma);
        let whose = (1..opening).rev().take(REACH).find(opens)?;
        self.before(whose - 1).filter(|&owner| self.is_nominal(owner))
    }

    /// The phrase from where that of chunk `np` begins to chunk `end`.
    fn phrase_to(&self, np: usize, end: usize) -> Phrase {
        let start = self.phrase_start(np);
        Phrase { chunks: start..end, head: start }
    }

    /// The subject that begins at chunk `start`, with what its last part hangs on; and whether it only describes what stands further to
    /// the left: *Kirby, the department's spokesman, who …, said*.
    fn described_subject(&self, np: usize, start: usize, closing: usize) -> Across {
        let phrase = self.reduced_relative(start, closing).unwrap_or(Phrase { chunks: start..closing, head: start });
        let descriptive =
            self.is_descriptive(phrase.head) || self.kind(np) == Some(ChunkKind::Time) || self.is_place(phrase.head);
        let from = phrase.chunks.start;
        // "The study, which looks at ports in two countries – Norway and Peru – found": the object of a relative clause.
        let relative = from.checked_sub(2).filter(|&wh| self.chunks[wh + 1].is_finite() && wh > 0);
        let relative = relative.filter(|_| self.kind(closing) == Some(ChunkKind::Dash));
        let owner = relative.and_then(|wh| self.relative_owner(wh)).filter(|&o| self.is_nominal(o));
        if let Some(owner) = owner {
            return Across::Subject(self.phrase_to(owner, closing));
        }
        if from > 0 && self.opens_for(from - 1, closing) && descriptive {
            return Across::SoFar(phrase, from);
        }
        // Coordination of the subject: "Kerry and Lavrov, both …, said"
        if from >= 2 && self.kind(from - 1) == Some(ChunkKind::And) && self.is_nominal(from - 2) {
            let left = self.phrase_start(from - 2);
            if left == 0 || matches!(self.kind(left - 1), Some(ChunkKind::Quote | ChunkKind::Stop)) {
                return Across::Subject(Phrase { chunks: left..closing, head: left });
            }
        }
        Across::Subject(phrase)
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
