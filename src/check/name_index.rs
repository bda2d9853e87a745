//! Finds the lexicon's name that a word or two were probably meant to be: spellings one letter away, found by hashing what is left when
//! a letter is dropped, so that a long lexicon costs no more than a short one.

use rustc_hash::{FxHashMap, FxHashSet};

use super::person;
use crate::lexicon::Lexicon;
use crate::words::{self, Class};

/// The names of a lexicon, ready to be compared with.
#[derive(Debug, Default)]
pub(crate) struct NameIndex {
    /// Full names and aliases as they may be written, in small letters.
    known: FxHashSet<String>,
    /// Single words of names that need no comparing.
    known_words: FxHashSet<String>,
    /// Given name and surname of each speaker's names.
    people: Vec<Person>,
    by_given: FxHashMap<String, Vec<usize>>,
    by_surname: FxHashMap<String, Vec<usize>>,
    /// Surnames less one letter, and whole.
    near_surnames: FxHashMap<String, Vec<usize>>,
}

#[derive(Debug)]
struct Person {
    given: String,
    surname: String,
    /// As the lexicon writes them.
    name: String,
    written: (String, String),
}

/// A spelling and what it was probably meant to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Variant<'a> {
    /// The lexicon's name for the speaker.
    pub name: &'a str,
    /// The word that is misspelt.
    pub wrong: String,
    /// How the lexicon writes it.
    pub right: &'a str,
}

/// Surnames shorter than this have too many neighbours.
const SHORTEST: usize = 5;
/// The same where no given name stands before it.
const SHORTEST_ALONE: usize = 6;

impl NameIndex {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut index = NameIndex::default();
        for speaker in &lexicon.speakers {
            for name in std::iter::once(&speaker.name).chain(&speaker.aliases) {
                index.known.insert(fold(name));
                index.known_words.extend(name.split_whitespace().map(fold));
                let words = person::name_words(name);
                let [given, .., surname] = words.as_slice() else { continue };
                let written = |word: &str| {
                    name.split_whitespace()
                        .find(|w| fold(w) == word)
                        .map(str::to_owned)
                        .unwrap_or_else(|| word.to_owned())
                };
                let number = index.people.len();
                index.by_given.entry(given.clone()).or_default().push(number);
                index.by_surname.entry(surname.clone()).or_default().push(number);
                for key in neighbours(surname) {
                    index.near_surnames.entry(key).or_default().push(number);
                }
                let written = (written(given), written(surname));
                index.people.push(Person {
                    given: given.clone(),
                    surname: surname.clone(),
                    name: speaker.name.clone(),
                    written,
                });
            }
        }
        index
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// What a name was probably meant to be; none for one that the lexicon has, or that is nobody's neighbour.
    pub(crate) fn variant(&self, name: &str) -> Option<Variant<'_>> {
        if self.known.contains(&fold(name)) {
            return None;
        }
        let words = person::name_words(name);
        match words.as_slice() {
            [] => None,
            [surname] => self.alone(surname),
            [before @ .., surname] => before.iter().rev().find_map(|given| self.full(given, surname)),
        }
    }

    /// Given name and surname, one of them misspelt.
    fn full(&self, given: &str, surname: &str) -> Option<Variant<'_>> {
        let same_given = self.by_given.get(given).into_iter().flatten().map(|&i| &self.people[i]);
        if same_given.clone().any(|p| p.surname == surname) {
            return None;
        }
        let near = same_given
            .filter(|p| {
                !self.known_words.contains(surname)
                    && is_near(surname, &p.surname, 1 + usize::from(p.surname.len() >= 8))
            })
            .min_by_key(|p| strsim::damerau_levenshtein(surname, &p.surname));
        if let Some(person) = near {
            return Some(Variant { name: &person.name, wrong: surname.to_owned(), right: &person.written.1 });
        }
        // Another given name that exists is another person: Joan is not John.
        let is_name =
            words::lookup(given).intersects(Class::GIVEN) || given.len() < 4 || self.known_words.contains(given);
        let mut same_surname = self.by_surname.get(surname).into_iter().flatten().map(|&i| &self.people[i]);
        let person = same_surname.find(|p| !is_name && is_near(given, &p.given, 1))?;
        Some(Variant { name: &person.name, wrong: given.to_owned(), right: &person.written.0 })
    }

    /// A surname alone.
    fn alone(&self, surname: &str) -> Option<Variant<'_>> {
        if surname.chars().count() < SHORTEST_ALONE
            || self.known_words.contains(surname)
            || !words::lookup(surname).is_empty()
        {
            return None;
        }
        let mut people: Vec<&Person> = neighbours(surname)
            .iter()
            .filter_map(|key| self.near_surnames.get(key))
            .flatten()
            .map(|&i| &self.people[i])
            .filter(|p| p.surname.chars().count() >= SHORTEST_ALONE && is_near(surname, &p.surname, 1))
            .collect();
        people.sort_by(|a, b| a.surname.cmp(&b.surname).then(a.name.cmp(&b.name)));
        let person = people.first()?;
        let unsure = people.iter().any(|p| p.surname != person.surname);
        (!unsure).then(|| Variant { name: &person.name, wrong: surname.to_owned(), right: &person.written.1 })
    }
}

/// Whether two words are misspellings of each other: the same first letter, few letters apart, and not one the plural of the other.
fn is_near(word: &str, known: &str, distance: usize) -> bool {
    known.chars().count() >= SHORTEST
        && word.chars().next() == known.chars().next()
        && !word.starts_with(known)
        && word != known
        && strsim::damerau_levenshtein(word, known) <= distance
}

/// A word, and all that is left of it when one letter is dropped.
fn neighbours(word: &str) -> Vec<String> {
    let mut out: Vec<String> = word
        .char_indices()
        .map(|(i, c)| {
            let mut shorter = word.to_owned();
            shorter.replace_range(i..i + c.len_utf8(), "");
            shorter
        })
        .collect();
    out.push(word.to_owned());
    out.sort();
    out.dedup();
    out
}

pub(super) fn fold(name: &str) -> String {
    name.to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_and_their_neighbours() {
        let lexicon = Lexicon::parse(
            "speakers.toml",
            "[[speaker]]\nname = \"Fjodor Lindqvist\"\naliases = [\"Fedor Lindqvist\"]\n[[speaker]]\nname = \"Carla Moen\"\n\
             [[speaker]]\nname = \"Asta Hagerup\"\n[[speaker]]\nname = \"Nils Hagerud\"",
        )
        .unwrap();
        let index = NameIndex::new(&lexicon);
        for (name, want) in [
            ("Fjodor Lindqvist", None),
            ("Fedor Lindqvist", None),
            ("Fjodor Lindkvist", Some("lindkvist → Lindqvist")),
            ("Fjodor Lindkwist", Some("lindkwist → Lindqvist")),
            ("Fjodr Lindqvist", Some("fjodr → Fjodor")),
            ("Mr. Lindkvist", Some("lindkvist → Lindqvist")),
            ("Lindqwist", Some("lindqwist → Lindqvist")),
            // Another person: another given name, a short surname, a plural, a word, two to choose from.
            ("Anna Lindkvist", None),
            ("Carl Moen", None),
            ("Moan", None),
            ("Lindqvists", None),
            ("Hagerus", None),
            ("Asta Hagerud", None),
        ] {
            let variant = index.variant(name).map(|v| format!("{} → {}", v.wrong, v.right));
            assert_eq!(variant.as_deref(), want, "{name}");
        }
    }
}
