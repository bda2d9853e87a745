//! What single English words are: one table, built once from the word lists beside this file, that tells a determiner from a
//! preposition, a title from a given name, and which verb form a word may be. Knows no sentence; the neighbours decide in `text`.

mod inflect;
mod table;

use std::sync::LazyLock;

pub(crate) use table::{Table, key_at};

pub use inflect::{Forms, VerbEntry};

bitflags::bitflags! {
    /// What a word may be. Several bits may be set: which one holds is decided in context.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Class: u64 {
        #[allow(missing_docs)] const DET = 1 << 0;
        #[allow(missing_docs)] const POSS = 1 << 1;
        #[allow(missing_docs)] const SUBJECT = 1 << 2;
        #[allow(missing_docs)] const OBJECT = 1 << 3;
        #[allow(missing_docs)] const THIRD_PERSON = 1 << 4;
        #[allow(missing_docs)] const FIRST_PERSON = 1 << 5;
        #[allow(missing_docs)] const SECOND_PERSON = 1 << 6;
        #[allow(missing_docs)] const MASCULINE = 1 << 7;
        #[allow(missing_docs)] const FEMININE = 1 << 8;
        #[allow(missing_docs)] const PLURAL = 1 << 9;
        #[allow(missing_docs)] const REL = 1 << 10;
        #[allow(missing_docs)] const WH = 1 << 11;
        #[allow(missing_docs)] const THAT = 1 << 12;
        #[allow(missing_docs)] const PREP = 1 << 13;
        #[allow(missing_docs)] const TO = 1 << 14;
        #[allow(missing_docs)] const AND = 1 << 15;
        #[allow(missing_docs)] const BUT = 1 << 16;
        #[allow(missing_docs)] const SUB = 1 << 17;
        #[allow(missing_docs)] const MODAL = 1 << 18;
        #[allow(missing_docs)] const BE = 1 << 19;
        #[allow(missing_docs)] const HAVE = 1 << 20;
        #[allow(missing_docs)] const DO = 1 << 21;
        #[allow(missing_docs)] const NOT = 1 << 22;
        #[allow(missing_docs)] const ADV = 1 << 23;
        #[allow(missing_docs)] const INTERJECTION = 1 << 24;
        #[allow(missing_docs)] const NUMBER = 1 << 25;
        #[allow(missing_docs)] const TIME = 1 << 26;
        #[allow(missing_docs)] const DAY = 1 << 27;
        #[allow(missing_docs)] const MONTH = 1 << 28;
        #[allow(missing_docs)] const ABBR = 1 << 29;
        /// An abbreviation that a name or number follows: *Mr.*, *No.*
        const BEFORE_NAME = 1 << 30;
        #[allow(missing_docs)] const NOUN = 1 << 31;
        #[allow(missing_docs)] const ADJ = 1 << 32;
        /// Stands before a surname and says nothing of a role: *Mr.*
        const HONORIFIC = 1 << 33;
        /// A role that may stand before a name: *Senator*.
        const TITLE = 1 << 34;
        /// A noun for what a person is: *spokesman*.
        const ROLE = 1 << 35;
        /// A noun for a person that names no role: *woman*.
        const PERSON = 1 << 36;
        /// *Jr.*, *III*
        const SUFFIX = 1 << 37;
        /// A lower-case part of a name: *van*, *al*.
        const PARTICLE = 1 << 38;
        #[allow(missing_docs)] const GROUP = 1 << 39;
        #[allow(missing_docs)] const DOCUMENT = 1 << 40;
        /// A text and nothing else, never a body or a person.
        const DOCUMENT_ONLY = 1 << 41;
        #[allow(missing_docs)] const OUTLET = 1 << 42;
        #[allow(missing_docs)] const PLACE = 1 << 43;
        #[allow(missing_docs)] const NATIONALITY = 1 << 44;
        #[allow(missing_docs)] const GIVEN = 1 << 45;
        /// A verb's base form.
        const VERB = 1 << 46;
        /// A verb's third person singular.
        const VERB_S = 1 << 47;
        /// A verb's past tense.
        const VERB_PAST = 1 << 48;
        /// A verb's past participle.
        const VERB_PART = 1 << 49;
        /// A verb's -ing form.
        const VERB_ING = 1 << 50;
        /// An abbreviation that is one in lower case too: *etc.*
        const ANY_CASE = 1 << 51;
        /// A form of a cue: set by `landmarks`.
        const CUE = 1 << 52;
        /// A form of a cue that takes a hearer (*told reporters*): set by `landmarks`.
        const HEARER = 1 << 53;
        /// A form of a cue of saying that may introduce a quote: set by `landmarks`.
        const SPEECH_CUE = 1 << 54;
        /// Part of a title of several words (*Secretary of State*): set by `landmarks`.
        const TITLE_PHRASE = 1 << 55;
        /// What firms and places deal in: ends a firm's or a place's name (*Patriot Coal*), and says nothing alone.
        const FIRM = 1 << 56;
        /// A form of a cue of stance, which makes a quote with words in marks only: set by `landmarks`.
        const STANCE = 1 << 57;
        /// Any form of a verb other than be, have, do and the modals.
        const ANY_VERB = Self::VERB.bits() | Self::VERB_S.bits() | Self::VERB_PAST.bits()
            | Self::VERB_PART.bits() | Self::VERB_ING.bits();
        /// Words that cannot be part of a name even when capitalised.
        const FUNCTION = Self::DET.bits() | Self::POSS.bits() | Self::SUBJECT.bits() | Self::OBJECT.bits() | Self::REL.bits()
            | Self::WH.bits() | Self::PREP.bits() | Self::TO.bits() | Self::AND.bits() | Self::SUB.bits() | Self::MODAL.bits()
            | Self::BE.bits() | Self::HAVE.bits() | Self::DO.bits() | Self::NOT.bits() | Self::ADV.bits()
            | Self::INTERJECTION.bits();
    }
}

/// The word lists. A list is one file and one line here.
const LISTS: &[(&str, &str)] = &[
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

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for (_, list) in LISTS {
        read_list(list, |word, class| {
            if class == Class::VERB {
                let forms = VerbEntry::parse(word).forms();
                for (form, class) in forms.with_classes() {
                    table.add(form, class);
                }
            } else {
                table.add(word, class);
            }
        });
    }
    table
});

/// Calls `each` with every word of a list and the classes its heading names.
fn read_list(list: &str, mut each: impl FnMut(&str, Class)) {
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

/// What `word` (in lower case) may be; empty for a word in no list, which is most often a noun.
pub(crate) fn lookup(word: &str) -> Class {
    TABLE.get(word)
}

/// The table, for callers that look up many words: it is made at the first call, which is not asked again for each.
pub(crate) fn table() -> &'static Table {
    &TABLE
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
        for (file, list) in LISTS {
            let mut words = 0;
            read_list(list, |_, class| {
                assert!(!class.is_empty(), "{file}: a word stands above the first heading");
                words += 1;
            });
            assert!(words > 50, "{file} holds {words} words");
        }
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
        ] {
            assert!(lookup(word).contains(class), "{word}: {:?}", lookup(word));
        }
    }
}
