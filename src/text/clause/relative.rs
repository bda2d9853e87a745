//! Subjects that end in a relative clause or a participle: *officials briefed on it said*, *people who saw it said*. Those that end in
//! their noun are read in `subject`.

use super::subject::REACH;
use super::{Clause, Phrase};
use crate::text::{ChunkKind, Form};
use crate::words::Class;

/// How many verbs may stand between: behind more, no English sentence comes back to its subject.
const VERBS: usize = 5;

impl Clause<'_> {
    /// A phrase whose last part hangs on a participle or a relative clause: *officials briefed on it*, *people who saw it*.
    pub(super) fn reduced_relative(&self, start: usize, v: usize) -> Option<Phrase> {
        const NESTED: usize = 3; // relatives within relatives
        let mut found: Option<Phrase> = None;
        let mut from = start;
        for _ in 0..NESTED {
            let Some(phrase) = self.modified_phrase(from, v) else { break };
            from = phrase.chunks.start;
            found = Some(phrase);
            // "towns along a road used by people trying to reach Oslo said"
            if from == 0 || self.kind(from - 1) != Some(ChunkKind::Prep) {
                break;
            }
        }
        found
    }

    /// The phrase whose participle or relative clause ends before chunk `start`.
    fn modified_phrase(&self, start: usize, v: usize) -> Option<Phrase> {
        let mut i = start;
        let mut steps = 0;
        while i > 0 && steps < 12 {
            steps += 1;
            match self.chunks[i - 1].kind {
                // "leaders who would rather work for Berg or Tom Lund said"
                ChunkKind::And if i >= 2 && self.is_nominal(i) && self.is_nominal(i - 2) => i -= 1,
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
                // "who identified himself only as a Teamster said"
                ChunkKind::Sub
                    if i == start
                        && i >= 2
                        && self.is_word(i - 1, &["as"])
                        && self.is_word(i - 2, &["only", "himself", "herself", "themselves"]) =>
                {
                    i -= 1
                }
                // "Berg, who in a talk with pilots said"
                ChunkKind::Wh if self.is_word(i - 1, &["who"]) && self.kind(i) == Some(ChunkKind::Prep) => {
                    return Some(Phrase { chunks: i - 1..i, head: i - 1 });
                }
                ChunkKind::Verb => {
                    let verb = &self.chunks[i - 1];
                    let mut before = self.before(i - 1)?;
                    // "a firm not involved in it said"
                    if self.is_word(before, &["not"]) && self.kind(before) == Some(ChunkKind::Adv) {
                        before = self.before(before)?;
                    }
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
                    // "One mother whose twins took part said"
                    let whose =
                        before.checked_sub(1).filter(|&w| self.is_nominal(before) && self.is_word(w, &["whose"]));
                    if let Some(owner) = whose.and_then(|w| self.before(w)).filter(|&o| self.is_nominal(o)) {
                        let from = self.phrase_start(owner);
                        return Some(Phrase { chunks: from..v, head: from });
                    }
                    let reduced = matches!(verb.form, Form::Participle | Form::Ing | Form::Infinitive)
                        || verb.form == Form::Past
                            && verb.start + 1 == verb.end
                            && self.class(i - 1).contains(Class::VERB_PART)
                            && (!self.class(i - 1).contains(Class::CUE) || self.is_word(i, &["with"]));
                    if reduced && self.is_nominal(before) && !self.is_pronoun(before) {
                        // A participle after a noun; a second finite verb (v) makes it one.
                        // "A commission set up to look into it says"
                        let particle =
                            self.kind(i) == Some(ChunkKind::Adv) && self.is_word(i, &["up", "down", "out", "off"]);
                        if particle
                            || matches!(self.kind(i), Some(ChunkKind::Prep | ChunkKind::Time))
                            || verb.form == Form::Ing
                        {
                            let from = self.phrase_start(before);
                            return Some(Phrase { chunks: from..v, head: from });
                        }
                        // "Organisers of the push to close the port said"
                        let from = self.phrase_start(before);
                        let opens = from.checked_sub(1).is_none_or(|b| {
                            matches!(self.chunks[b].kind, ChunkKind::Sub | ChunkKind::That | ChunkKind::Stop)
                        });
                        if verb.form == Form::Infinitive && opens {
                            return Some(Phrase { chunks: from..v, head: from });
                        }
                        return None;
                    }
                    // "who asked not to be named because she eats with both"
                    if self.is_pronoun(before) && before > 0 && self.kind(before - 1) == Some(ChunkKind::Sub) {
                        i = before - 1;
                        continue;
                    }
                    // "who caught him putting on a show": on to the verb that sees or hears it.
                    if verb.form == Form::Ing
                        && self.is_pronoun(before)
                        && before > 0
                        && self.kind(before - 1) == Some(ChunkKind::Verb)
                    {
                        i = before;
                        continue;
                    }
                    // "who gave money to help the town meet its costs"
                    let helped = self.phrase_start(before).checked_sub(1).filter(|&h| {
                        const HELP: &[&str] =
                            &["help", "helps", "helped", "let", "lets", "make", "makes", "made", "saw", "watched"];
                        verb.form == Form::Present
                            && self.is_nominal(before)
                            && self.kind(h) == Some(ChunkKind::Verb)
                            && HELP.contains(&self.text.word(self.chunks[h].head))
                    });
                    if let Some(help) = helped {
                        let infinitive = self.chunks[help].form == Form::Infinitive;
                        i = if infinitive { help } else { help + 1 };
                        continue;
                    }
                    // "a board charged with recovering boats": on to the participle.
                    if verb.form == Form::Ing && self.is_word(before, &["with", "of", "for", "in"]) {
                        i = before + 1;
                        continue;
                    }
                    // "who spoke anonymously to discuss it", "who was asked to go": on to the verb that it hangs on.
                    let adverbial = verb.form == Form::Infinitive && self.kind(before) == Some(ChunkKind::Adv);
                    if adverbial
                        || matches!(verb.form, Form::Infinitive | Form::Participle | Form::Ing)
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
    pub(super) fn subject_of_modified(&self, last: usize) -> Option<Phrase> {
        let mut verbs = 0;
        for i in (0..=last).rev().take(REACH) {
            match self.chunks[i].kind {
                ChunkKind::Verb if verbs == VERBS => return None,
                ChunkKind::Verb => verbs += 1,
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
}
