//! Reads the cues that are built in from `cues.txt` and `cue_nouns.txt`. The build script does so once; the program finds what came of
//! it in `landmarks`.

use super::cue::{Cue, CueClass, CueForm, Frames};
use super::cues::CueTable;
use crate::words::{Class, spellings};

/// The table of all rows, verbs first.
pub fn builtin() -> CueTable {
    const ROWS: &str = include_str!("cues.txt");
    const NOUNS: &str = include_str!("cue_nouns.txt");
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
        let frames =
            columns.map(|f| frame(f).unwrap_or_else(|| panic!("cue_nouns.txt: {noun} has the frame {f}"))).collect();
        let index = table.cues.len();
        table.forms.extend(spellings(&noun).map(|s| (s, index, CueForm::Noun, Class::empty())));
        table.cues.push(Cue { lemma: noun.into(), class: CueClass::Speech, frames });
    }
    table
}

fn frame(name: &str) -> Option<Frames> {
    Frames::from_name(&name.to_uppercase().replace('-', "_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_reads_and_knows_its_verbs() {
        let table = builtin();
        let find =
            |s: &str| table.forms.iter().find(|(f, ..)| f == s).map(|&(_, i, form, _)| (&*table.cues[i].lemma, form));
        assert_eq!(find("told"), Some(("tell", CueForm::Past)));
        assert_eq!(find("denies"), Some(("deny", CueForm::Third)));
        assert_eq!(find("written"), Some(("write", CueForm::Participle)));
        assert_eq!(find("admitting"), Some(("admit", CueForm::Ing)));
        let tell = table.cues.iter().find(|c| c.lemma == "tell").unwrap();
        assert!(tell.frames.contains(Frames::HEARER | Frames::NP_TO));
    }

    #[test]
    fn no_verb_stands_twice() {
        let table = builtin();
        let verbs = table.forms.iter().filter(|f| f.2 == CueForm::Base);
        // Two spellings of a base form are of one cue.
        let cues: std::collections::BTreeSet<usize> = verbs.map(|f| f.1).collect();
        let mut lemmas: Vec<_> = cues.into_iter().map(|cue| &table.cues[cue].lemma).collect();
        lemmas.sort();
        assert!(lemmas.windows(2).all(|w| w[0] != w[1]));
    }
}
