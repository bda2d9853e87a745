//! What single English words are: one table, made from the word lists beside this file when the program is built, that tells a
//! determiner from a preposition, a title from a given name, and which verb form a word may be. Knows no sentence; the neighbours
//! decide in `text`.

mod accents;
mod class;
mod inflect;
#[cfg(test)]
mod layout;
#[cfg(test)]
pub(crate) mod lists;
mod nations;
mod spelling;
mod table;

pub(crate) use table::{Key, Letters, Table, letters_at};

pub(crate) use accents::unaccented;
pub use class::Class;
pub use inflect::{Forms, VerbEntry};
pub(crate) use nations::{Nation, nation, words_for};
pub(crate) use spelling::spellings;

// `static CLASSES: Table`, written by the build script.
include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// What `word` (in lower case) may be; empty for a word in no list, which is most often a noun.
pub(crate) fn lookup(word: &str) -> Class {
    Class::from_bits_retain(CLASSES.get(word))
}

/// The key of a word of at most sixteen ASCII letters or signs, whatever its capitals.
pub(crate) fn key(word: &str) -> Option<Key> {
    let bytes = word.as_bytes();
    table::key_at(bytes, 0, bytes.len()).filter(|_| word.is_ascii() && !bytes.contains(&0))
}

/// What a word with a key may be.
#[inline]
pub(crate) fn of_key(key: Key) -> Class {
    Class::from_bits_retain(CLASSES.of_key(key))
}

/// *R-Wis.*, *D-Mass.*: a politician's party and state.
pub(crate) fn is_party_tag(word: &str) -> bool {
    let mut chars = word.chars();
    matches!(chars.next(), Some('R' | 'D' | 'I'))
        && matches!(chars.next(), Some('-' | '–'))
        && chars.next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_is_a_class_and_every_list_has_words() {
        for (file, list) in lists::LISTS {
            let mut words = 0;
            lists::read(list, |_, class| {
                assert!(!class.is_empty(), "{file}: a word stands above the first heading");
                words += 1;
            });
            assert!(words > 50, "{file} holds {words} words");
        }
    }

    #[test]
    fn the_table_is_what_the_lists_say() {
        for (word, class) in lists::words() {
            assert_eq!(lookup(&word), class, "{word}");
        }
    }

    #[test]
    fn plurals_of_people() {
        let plurals = ["policeman", "human", "attorney", "deputy"].map(lists::plural);
        assert_eq!(plurals, ["policemen", "humans", "attorneys", "deputies"]);
    }

    #[test]
    fn words_have_the_classes_their_lists_say() {
        for (word, class) in [
            ("the", Class::DET),
            ("she", Class::SUBJECT | Class::FEMININE),
            ("kirby", Class::empty()),
            ("driven", Class::VERB_PART),
            ("stopping", Class::VERB_ING),
            ("senator", Class::TITLE),
            ("mr.", Class::HONORIFIC | Class::MASCULINE | Class::ABBR),
            ("report", Class::NOUN | Class::DOCUMENT),
            ("brokers", Class::ROLE | Class::PLURAL | Class::VERB_S),
            ("agencies", Class::GROUP | Class::PLURAL),
            ("coaches", Class::ROLE | Class::PLURAL),
            ("bishops", Class::ROLE | Class::PLURAL),
        ] {
            assert!(lookup(word).contains(class), "{word}: {:?}", lookup(word));
        }
    }
}
