//! Reads the word lists beside this file. The build script does so once; the program has only the table that came of it.

use std::collections::BTreeMap;

use super::class::Class;
use super::inflect::{self, VerbEntry};
use super::spelling::spellings;

/// The word lists. A list is one file and one line here.
pub(super) const LISTS: &[(&str, &str)] = &[
    ("grammar.txt", include_str!("grammar.txt")),
    ("time.txt", include_str!("time.txt")),
    ("abbreviations.txt", include_str!("abbreviations.txt")),
    ("verbs.txt", include_str!("verbs.txt")),
    ("nouns.txt", include_str!("nouns.txt")),
    ("adjectives.txt", include_str!("adjectives.txt")),
    ("people.txt", include_str!("people.txt")),
    ("groups.txt", include_str!("groups.txt")),
    ("places.txt", include_str!("places.txt")),
    ("given_names.txt", include_str!("given_names.txt")),
];

/// All words of all lists in small letters, each with what it may be.
pub fn words() -> BTreeMap<String, Class> {
    let mut words: BTreeMap<String, Class> = BTreeMap::new();
    let mut add = |word: &str, class: Class| {
        let word = word.to_lowercase();
        // A name is spelt as its bearer spells it.
        let count = if class.contains(Class::GIVEN) { 1 } else { usize::MAX };
        spellings(&word).take(count).for_each(|spelling| *words.entry(spelling).or_default() |= class);
    };
    for (_, list) in LISTS {
        read(list, |word, class| {
            if class == Class::VERB {
                let forms = VerbEntry::parse(word).forms();
                forms.with_classes().into_iter().for_each(|(form, class)| add(form, class));
            } else {
                add(word, class);
            }
        });
    }
    add_plurals(&mut words);
    words
}

/// Adds the plurals of nouns for people and bodies that no list has: *brokers*, *banks*. A word that a list has for anything but a verb's
/// form stays what it is: *Brothers*, *minutes*.
fn add_plurals(words: &mut BTreeMap<String, Class>) {
    const KINDS: Class = Class::ROLE.union(Class::PERSON).union(Class::GROUP);
    const GENDER: Class = Class::MASCULINE.union(Class::FEMININE);
    let is_singular = |word: &str, class: &Class| {
        class.intersects(KINDS)
            && !class.intersects(Class::PLURAL | Class::OUTLET | Class::GIVEN | Class::HONORIFIC | Class::ABBR)
            && !word.ends_with('s')
            && word.len() > 3
            && word.bytes().all(|b| b.is_ascii_lowercase())
    };
    let singular = words.iter().filter(|(word, class)| is_singular(word, class));
    let plurals: Vec<_> = singular
        .map(|(word, class)| (plural(word), *class & (KINDS | GENDER) | Class::PLURAL | Class::DERIVED))
        .collect();
    for (word, class) in plurals {
        let known = words.entry(word).or_default();
        if known.difference(Class::ANY_VERB | Class::NOUN).is_empty() {
            *known |= class;
        }
    }
}

/// The plural of a noun for a person or a body: *brokers*, *policemen*.
pub fn plural(noun: &str) -> String {
    match noun.strip_suffix("man") {
        Some(stem) if noun != "human" && noun != "shaman" => [stem, "men"].concat(),
        _ => inflect::with_s(noun),
    }
}

/// The titles of several words, in small letters.
pub fn titles() -> impl Iterator<Item = &'static str> {
    include_str!("phrases.txt").lines().filter(|l| !l.is_empty() && !l.starts_with(['#', '[']))
}

/// Calls `each` with every word of a list and the classes its heading names.
pub(super) fn read(list: &str, mut each: impl FnMut(&str, Class)) {
    let mut class = Class::empty();
    for line in list.lines() {
        let line = line.trim();
        if let Some(heading) = line.strip_prefix('[') {
            class =
                heading.trim_end_matches(']').split_whitespace().map(heading_class).fold(Class::empty(), |a, b| a | b);
        } else if !line.starts_with("# ") && line != "#" {
            line.split_whitespace().for_each(|word| each(word, class));
        }
    }
}

fn heading_class(heading: &str) -> Class {
    Class::from_name(&heading.to_uppercase().replace('-', "_"))
        .unwrap_or_else(|| panic!("no word class is called {heading}"))
}
