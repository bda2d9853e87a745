//! Subjects that end in a relative clause or a participle: *officials briefed on it said*, *people who saw it said*. Those that end in
//! their noun are read in `subject`.

use super::subject::REACH;
use super::{Clause, Phrase};
use crate::text::{ChunkKind, Form};
use crate::words::Class;

/// How many verbs may stand between: behind more, no English sentence comes back to its subject.
const VERBS: usize = 5;

/// One step of the way back from a verb to the phrase that its relative clause or participle describes.
enum Step {
    /// On to the left: everything from this chunk is passed over.
    On(usize),
    /// The phrase starts at this chunk.
    Ends(usize),
    /// The relative pronoun itself is the subject.
    Relative(usize),
}

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
        const STEPS: usize = 12;
        let mut i = start;
        for _ in 0..STEPS {
            let step = match self.chunks[i.checked_sub(1)?].kind {
                ChunkKind::Verb => self.before_modifying_verb(i - 1)?,
                _ => self.before_its_object(start, i)?,
            };
            match step {
                Step::On(to) => i = to,
                Step::Ends(np) => return Some(Phrase { chunks: np..v, head: np }),
                Step::Relative(who) => return Some(Phrase { chunks: who..who + 1, head: who }),
            }
        }
        None
    }

    /// One step back over what stands behind the participle or in the relative clause, from before chunk `i`.
    fn before_its_object(&self, start: usize, i: usize) -> Option<Step> {
        let to = match self.chunks[i - 1].kind {
            // "leaders who would rather work for Berg or Tom Lund said"
            ChunkKind::And if i >= 2 && self.is_nominal(i) && self.is_nominal(i - 2) => i - 1,
            // "people familiar with the matter said"
            ChunkKind::Adj if i >= 2 && self.is_nominal(i - 2) && self.kind(i) == Some(ChunkKind::Prep) => {
                return Some(Step::Ends(self.phrase_start(i - 2)));
            }
            // "who identified himself only as a Teamster said"
            ChunkKind::Sub
                if i == start
                    && i >= 2
                    && self.is_word(i - 1, &["as"])
                    && self.is_word(i - 2, &["only", "himself", "herself", "themselves"]) =>
            {
                i - 1
            }
            // "Berg, who in a talk with pilots said"
            ChunkKind::Wh if self.is_word(i - 1, &["who"]) && self.kind(i) == Some(ChunkKind::Prep) => {
                return Some(Step::Relative(i - 1));
            }
            ChunkKind::Prep | ChunkKind::Np | ChunkKind::Adv | ChunkKind::Adj | ChunkKind::Mark | ChunkKind::Time => {
                i - 1
            }
            _ => return None,
        };
        Some(Step::On(to))
    }

    /// From the verb at chunk `at` to the phrase that it describes, or on to the verb that it hangs on.
    fn before_modifying_verb(&self, at: usize) -> Option<Step> {
        let form = self.chunks[at].form;
        let mut before = self.before(at)?;
        // "a firm not involved in it said"
        if self.is_word(before, &["not"]) && self.kind(before) == Some(ChunkKind::Adv) {
            before = self.before(before)?;
        }
        if let Some(owner) = self.relative_owner(before) {
            return self.is_nominal(owner).then(|| Step::Ends(self.phrase_start(owner)));
        }
        // "One mother whose twins took part said"
        let whose = before.checked_sub(1).filter(|&w| self.is_nominal(before) && self.is_word(w, &["whose"]));
        if let Some(owner) = whose.and_then(|w| self.before(w)).filter(|&o| self.is_nominal(o)) {
            return Some(Step::Ends(self.phrase_start(owner)));
        }
        if self.is_reduced(at) && self.is_nominal(before) && !self.is_pronoun(before) {
            return self.reduced_owner(at, before).map(Step::Ends);
        }
        if self.is_pronoun(before) && before > 0 {
            match self.kind(before - 1) {
                // "who asked not to be named because she eats with both"
                Some(ChunkKind::Sub) => return Some(Step::On(before - 1)),
                // "who caught him putting on a show": on to the verb that sees or hears it.
                Some(ChunkKind::Verb) if form == Form::Ing => return Some(Step::On(before)),
                _ => {}
            }
        }
        // "who gave money to help the town meet its costs"
        if form == Form::Present
            && self.is_nominal(before)
            && let Some(help) = self.phrase_start(before).checked_sub(1).filter(|&h| self.is_help(h))
        {
            let infinitive = self.chunks[help].form == Form::Infinitive;
            return Some(Step::On(if infinitive { help } else { help + 1 }));
        }
        // "a board charged with recovering boats": on to the participle.
        if form == Form::Ing && self.is_word(before, &["with", "of", "for", "in"]) {
            return Some(Step::On(before + 1));
        }
        // "who spoke anonymously to discuss it", "who was asked to go": on to the verb that it hangs on.
        let hangs = match self.kind(before) {
            Some(ChunkKind::Adv) => form == Form::Infinitive,
            Some(ChunkKind::Verb) => matches!(form, Form::Infinitive | Form::Participle | Form::Ing),
            _ => false,
        };
        hangs.then_some(Step::On(at))
    }

    /// The chunk whom a relative pronoun at chunk `wh` resumes; none where `wh` is no such pronoun.
    pub(super) fn relative_owner(&self, wh: usize) -> Option<usize> {
        if self.kind(wh) != Some(ChunkKind::Wh) || !self.is_word(wh, &["who", "that", "which"]) {
            return None;
        }
        // ", who is a pastor in Elizabeth, Colorado, said"
        let owner = self.before(wh)?;
        if self.kind(owner) == Some(ChunkKind::Comma) { self.before(owner) } else { Some(owner) }
    }

    /// Whether the verb of chunk `at` can be a participle or an infinitive that describes the noun before it.
    fn is_reduced(&self, at: usize) -> bool {
        let verb = &self.chunks[at];
        matches!(verb.form, Form::Participle | Form::Ing | Form::Infinitive)
            || verb.form == Form::Past
                && verb.start + 1 == verb.end
                && self.class(at).contains(Class::VERB_PART)
                && (!self.class(at).contains(Class::CUE) || self.is_word(at + 1, &["with"]))
    }

    /// The start of the phrase that a reduced relative describes: its verb at chunk `at`, its noun at `np`. A second finite verb makes
    /// it one.
    fn reduced_owner(&self, at: usize, np: usize) -> Option<usize> {
        let from = self.phrase_start(np);
        let describes = match self.kind(at + 1) {
            // "A commission set up to look into it says"
            Some(ChunkKind::Adv) => self.is_word(at + 1, &["up", "down", "out", "off"]),
            Some(ChunkKind::Prep | ChunkKind::Time) => true,
            _ => false,
        };
        let opens = || {
            from.checked_sub(1)
                .is_none_or(|b| matches!(self.chunks[b].kind, ChunkKind::Sub | ChunkKind::That | ChunkKind::Stop))
        };
        let form = self.chunks[at].form;
        // "Organisers of the push to close the port said"
        (describes || form == Form::Ing || form == Form::Infinitive && opens()).then_some(from)
    }

    /// A verb that takes another without *to*: *help the town meet its costs*.
    fn is_help(&self, i: usize) -> bool {
        const HELP: &[&str] = &["help", "helps", "helped", "let", "lets", "make", "makes", "made", "saw", "watched"];
        self.kind(i) == Some(ChunkKind::Verb) && HELP.contains(&self.text.word(self.chunks[i].head))
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
