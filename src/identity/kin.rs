//! Relatives: *his sister, Annika,* tells who is meant by *her brother* further on.

use rustc_hash::FxHashMap;

use super::people::Gender;

/// A relation and what its other end is called, by gender.
struct Relation {
    noun: &'static str,
    masculine: &'static str,
    feminine: &'static str,
}

const fn relation(noun: &'static str, masculine: &'static str, feminine: &'static str) -> Relation {
    Relation { noun, masculine, feminine }
}

/// If Ann is Berg's *sister*, Berg is Ann's *brother* or *sister*.
const RELATIONS: &[Relation] = &[
    relation("wife", "husband", "wife"),
    relation("husband", "husband", "wife"),
    relation("partner", "partner", "partner"),
    relation("fiance", "fiance", "fiancee"),
    relation("fiancee", "fiance", "fiancee"),
    relation("girlfriend", "boyfriend", "girlfriend"),
    relation("boyfriend", "boyfriend", "girlfriend"),
    relation("sister", "brother", "sister"),
    relation("brother", "brother", "sister"),
    relation("mother", "son", "daughter"),
    relation("father", "son", "daughter"),
    relation("son", "father", "mother"),
    relation("daughter", "father", "mother"),
    relation("uncle", "nephew", "niece"),
    relation("aunt", "nephew", "niece"),
    relation("nephew", "uncle", "aunt"),
    relation("niece", "uncle", "aunt"),
];

/// The relation that a noun names.
pub(super) fn noun(word: &str) -> Option<&'static str> {
    RELATIONS.iter().map(|r| r.noun).find(|n| n.eq_ignore_ascii_case(word))
}

/// Whose relative who is, as far as the article has said.
#[derive(Debug, Default)]
pub(super) struct Kin(FxHashMap<(usize, &'static str), usize>);

impl Kin {
    /// Notes that `relative` is the `noun` of `person`, whose gender tells what `person` is to the relative.
    pub fn note(&mut self, person: usize, noun: &'static str, relative: usize, gender: Option<Gender>) {
        if person == relative {
            return;
        }
        self.0.insert((person, noun), relative);
        let back = RELATIONS.iter().find(|r| r.noun == noun);
        match (back, gender) {
            (Some(r), Some(Gender::Masculine)) => _ = self.0.insert((relative, r.masculine), person),
            (Some(r), Some(Gender::Feminine)) => _ = self.0.insert((relative, r.feminine), person),
            _ => {}
        }
    }

    /// The `noun` of `person`.
    pub fn of(&self, person: usize, noun: &'static str) -> Option<usize> {
        self.0.get(&(person, noun)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_go_both_ways() {
        let mut kin = Kin::default();
        kin.note(1, "sister", 2, Some(Gender::Masculine));
        kin.note(3, "wife", 3, None);
        assert_eq!(kin.of(1, "sister"), Some(2));
        assert_eq!(kin.of(2, "brother"), Some(1));
        assert_eq!(kin.of(2, "sister"), None);
        assert_eq!(kin.of(3, "wife"), None);
    }
}
