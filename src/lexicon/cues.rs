//! The cue table: verbs that introduce what is said, what they govern (their frames), and the phrases that do the same work
//! (*according to*, *point out*). The rows are in `cues.txt`; a user's lexicon adds verbs with `[[cue]]`.

use crate::words::{Class, VerbEntry, spellings};

bitflags::bitflags! {
    /// What a cue governs; each row of `cues.txt` explains one with an example.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Frames: u16 {
        #[allow(missing_docs)] const THAT = 1 << 0;
        #[allow(missing_docs)] const QUOTE = 1 << 1;
        #[allow(missing_docs)] const PAREN = 1 << 2;
        #[allow(missing_docs)] const HEARER = 1 << 3;
        #[allow(missing_docs)] const WH = 1 << 4;
        #[allow(missing_docs)] const TO = 1 << 5;
        #[allow(missing_docs)] const NP_TO = 1 << 6;
        #[allow(missing_docs)] const NP = 1 << 7;
        #[allow(missing_docs)] const ING = 1 << 8;
        #[allow(missing_docs)] const NP_OF = 1 << 9;
        #[allow(missing_docs)] const NP_AS = 1 << 10;
        #[allow(missing_docs)] const NP_NP = 1 << 11;
        #[allow(missing_docs)] const NP_FOR = 1 << 12;
        #[allow(missing_docs)] const PREP = 1 << 13;
        #[allow(missing_docs)] const FOR = 1 << 14;
    }
}

/// What kind of act a cue reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueClass {
    /// What follows is a statement: *say*, *tell*, *write*.
    Speech,
    /// A statement where the subject is a text: *show*, *find*.
    Document,
    /// A stance that becomes a quote with words in marks: *criticize*, *praise*.
    Act,
    /// A belief, no statement: *think*, *want*.
    Belief,
}

/// A verb that introduces what is said.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Base form.
    pub lemma: String,
    /// What it reports.
    pub class: CueClass,
    /// What it governs.
    pub frames: Frames,
}

/// The form a cue stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueForm {
    /// Base form or plain present.
    Base,
    /// Third person singular.
    Third,
    /// Past tense, or a participle of the same spelling.
    Past,
    /// Past participle spelt otherwise than the past tense.
    Participle,
    /// The -ing form.
    Ing,
    /// A noun of saying: *claim*, *promise*.
    Noun,
}

/// The built-in rows, and those a user adds.
#[derive(Clone, Debug, Default)]
pub struct CueTable {
    /// All cues.
    pub cues: Vec<Cue>,
    /// Every spelling that is a form of a cue: spelling, index into `cues`, form, and the verb class for the tagger.
    pub forms: Vec<(String, usize, CueForm, Class)>,
}

const ROWS: &str = include_str!("cues.txt");
const NOUNS: &str = include_str!("cue_nouns.txt");

impl CueTable {
    /// The table built into the program.
    pub fn builtin() -> Self {
        let mut table = CueTable::default();
        for line in ROWS.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
            let mut columns = line.split_whitespace();
            let verb = columns.next().unwrap_or_default();
            let class = match columns.next() {
                Some("speech") => CueClass::Speech,
                Some("document") => CueClass::Document,
                Some("act") => CueClass::Act,
                Some("belief") => CueClass::Belief,
                other => panic!("cues.txt: {verb} has the class {other:?}"),
            };
            let frames =
                columns.map(|f| frame(f).unwrap_or_else(|| panic!("cues.txt: {verb} has the frame {f}"))).collect();
            table.add(verb, class, frames);
        }
        for line in NOUNS.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
            let mut columns = line.split_whitespace();
            let noun = columns.next().unwrap_or_default().to_owned();
            let frames = columns
                .map(|f| frame(f).unwrap_or_else(|| panic!("cue_nouns.txt: {noun} has the frame {f}")))
                .collect();
            let index = table.cues.len();
            table.forms.extend(spellings(&noun).map(|s| (s, index, CueForm::Noun, Class::empty())));
            table.cues.push(Cue { lemma: noun, class: CueClass::Speech, frames });
        }
        table
    }

    /// Adds a verb, written as in `cues.txt`: `posit`, `plan+`, `write/wrote/written`, `point_out`.
    pub fn add(&mut self, verb: &str, class: CueClass, frames: Frames) {
        let (verb, after) = match verb.split_once('_') {
            Some((verb, after)) => (verb, format!(" {}", after.replace('_', " "))),
            None => (verb, String::new()),
        };
        let entry = VerbEntry::parse(verb);
        let forms = entry.forms();
        let index = self.cues.len();
        self.cues.push(Cue { lemma: format!("{}{after}", entry.base), class, frames });
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

fn frame(name: &str) -> Option<Frames> {
    Frames::from_name(&name.to_uppercase().replace('-', "_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_reads_and_knows_its_verbs() {
        let table = CueTable::builtin();
        let find = |s: &str| {
            table.forms.iter().find(|(f, ..)| f == s).map(|&(_, i, form, _)| (table.cues[i].lemma.as_str(), form))
        };
        assert_eq!(find("told"), Some(("tell", CueForm::Past)));
        assert_eq!(find("denies"), Some(("deny", CueForm::Third)));
        assert_eq!(find("written"), Some(("write", CueForm::Participle)));
        assert_eq!(find("admitting"), Some(("admit", CueForm::Ing)));
        let tell = table.cues.iter().find(|c| c.lemma == "tell").unwrap();
        assert!(tell.frames.contains(Frames::HEARER | Frames::NP_TO));
    }

    #[test]
    fn no_verb_stands_twice() {
        let table = CueTable::builtin();
        let verbs = table.forms.iter().filter(|f| f.2 == CueForm::Base);
        // Two spellings of a base form are of one cue.
        let cues: std::collections::BTreeSet<usize> = verbs.map(|f| f.1).collect();
        let mut lemmas: Vec<_> = cues.into_iter().map(|cue| &table.cues[cue].lemma).collect();
        lemmas.sort();
        assert!(lemmas.windows(2).all(|w| w[0] != w[1]));
    }
}
