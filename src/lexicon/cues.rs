//! Tables of cues: from a verb as it is written down to all its forms. The build script makes one of the rows that are built in, a
//! user's lexicon one of the verbs it adds with `[[cue]]`.

use super::cue::{Cue, CueClass, CueForm, Frames};
use crate::words::{Class, VerbEntry, spellings};

/// Verbs that introduce what is said, and the phrases that do the same work (*according to*, *point out*), in all their forms.
#[derive(Clone, Debug, Default)]
pub struct CueTable {
    /// All cues.
    pub cues: Vec<Cue>,
    /// Every spelling that is a form of a cue: spelling, index into `cues`, form, and the verb class for the tagger.
    pub forms: Vec<(String, usize, CueForm, Class)>,
}

impl CueTable {
    /// Adds a verb, written as in `cues.txt`: `posit`, `plan+`, `write/wrote/written`, `point_out`.
    pub fn add(&mut self, verb: &str, class: CueClass, frames: Frames) {
        let (verb, after) = match verb.split_once('_') {
            Some((verb, after)) => (verb, format!(" {}", after.replace('_', " "))),
            None => (verb, String::new()),
        };
        let entry = VerbEntry::parse(verb);
        let forms = entry.forms();
        let index = self.cues.len();
        self.cues.push(Cue { lemma: format!("{}{after}", entry.base).into(), class, frames });
        if PREPOSITIONS.contains(&entry.base) {
            // No verb: `attribution` has a rule of its own for it.
            self.forms.push((entry.base.to_owned(), index, CueForm::Base, Class::empty()));
            return;
        }
        let past_class =
            if forms.past == forms.participle { Class::VERB_PAST | Class::VERB_PART } else { Class::VERB_PAST };
        let rows = [
            (&forms.base, CueForm::Base, Class::VERB),
            (&forms.third, CueForm::Third, Class::VERB_S),
            (&forms.past, CueForm::Past, past_class),
            (&forms.participle, CueForm::Participle, Class::VERB_PART),
            (&forms.ing, CueForm::Ing, Class::VERB_ING),
        ];
        for (spelling, form, class) in rows {
            if !(form == CueForm::Participle && forms.past == forms.participle) {
                self.forms.extend(spellings(spelling).map(|s| (format!("{s}{after}"), index, form, class)));
            }
        }
    }
}

/// Cues that are no verbs: *according to X*, *per X*.
pub(crate) const PREPOSITIONS: &[&str] = &["according", "per"];
