//! What a word that no list holds may be, by how it ends: *quickly*, *toxicologist*, *ex-president*.

use crate::words::{self, Class};

/// What an unlisted word in small letters may be by its ending.
pub(super) fn class_of(word: &str) -> Class {
    // "mother-of-two"
    if let Some((first, _)) = word.split_once("-of-") {
        let class = words::lookup(first);
        if class.intersects(Class::ROLE | Class::PERSON) {
            return class;
        }
    }
    // "eighty-eight"
    let number = |w: &str| words::lookup(w).contains(Class::NUMBER);
    if word.split_once('-').is_some_and(|(tens, unit)| tens.ends_with("ty") && number(tens) && number(unit)) {
        return Class::NUMBER;
    }
    // The part after the last hyphen tells: ex-president, co-sponsored.
    if let Some((_, tail)) = word.rsplit_once('-') {
        let class = words::lookup(tail);
        if class.intersects(Class::ROLE | Class::PERSON | Class::GROUP | Class::DOCUMENT) {
            return class
                & (Class::ROLE
                    | Class::PERSON
                    | Class::GROUP
                    | Class::DOCUMENT
                    | Class::PLURAL
                    | Class::MASCULINE
                    | Class::FEMININE
                    | Class::TITLE);
        }
        if class.intersects(Class::VERB_PART | Class::VERB_ING) {
            return Class::ADJ;
        }
        // "matter-of-factly"
        return if class.is_empty() && tail.ends_with("ly") { Class::ADV } else { Class::empty() };
    }
    class_of_plain(word)
}

/// The same of a word without a hyphen.
pub(super) fn class_of_plain(word: &str) -> Class {
    let Some(last) = word.as_bytes().last_chunk::<2>().filter(|_| word.len() > 4) else { return Class::empty() };
    match last {
        b"ly" => Class::ADV,
        b"ed" if word.starts_with("un") => Class::ADJ,
        b"ed" => Class::VERB_PAST | Class::VERB_PART,
        b"ng" if word.len() > 5 && word.ends_with("ing") => Class::VERB_ING,
        b"us" | b"ul" | b"ss" | b"le" if word.len() > 6 && ADJECTIVES.iter().any(|end| word.ends_with(end)) => {
            Class::ADJ
        }
        [_, b's'] if word.len() > 7 && is_person(&word[..word.len() - 1]) => Class::ROLE | Class::PLURAL,
        _ if word.len() > 6 && is_person(word) && !word.ends_with("list") => Class::ROLE,
        _ => Class::empty(),
    }
}

/// Endings of adjectives: *scurrilous*, *spiteful*, *groundless*, *laughable*.
const ADJECTIVES: &[&str] = &["ous", "ful", "less", "able", "ible"];

/// Endings of nouns for what a person does: *toxicologist*, *cartographer*, *schoolteacher*, *dairyman*.
const PEOPLE: &[&str] = &[
    "ologist", "nomist", "ician", "grapher", "maker", "keeper", "worker", "teacher", "master", "woman", "man", "ist",
    "smith", "holder", "runner", "player", "leader", "owner", "visor", "person", "wright", "writer", "fighter",
    "fisher", "monger", "monger", "midwife",
];

/// Whether a word ends like one for what a person does. The last two letters rule out most words at once.
fn is_person(word: &str) -> bool {
    const LAST: &[&[u8; 2]] = &[b"st", b"an", b"er", b"th", b"or", b"on", b"ht", b"fe"];
    word.as_bytes().last_chunk::<2>().is_some_and(|last| LAST.contains(&last))
        && PEOPLE.iter().any(|end| word.ends_with(end))
}
