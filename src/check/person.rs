//! Names of people, compared: the same person under a longer or shorter name, and what is a name at all.

use crate::words::{self, Class};

/// Whether words are a person's name rather than a pronoun or a description: they begin with a capital and are no small word.
pub(super) fn is_name(words: &str) -> bool {
    let Some(first) = words.split_whitespace().next() else { return false };
    first.chars().next().is_some_and(char::is_uppercase)
        && !words::lookup(&first.to_lowercase()).intersects(Class::DET | Class::SUBJECT | Class::POSS | Class::OBJECT)
}

/// The words of a name without titles, initials and suffixes, in small letters; none for a title alone.
pub(super) fn name_words(name: &str) -> Vec<String> {
    let mut words: Vec<(String, Class)> = Vec::new();
    for word in name.split(|c: char| c.is_whitespace() || c == ',') {
        let lower = word.to_lowercase().replace('’', "'");
        let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
        let class = words::lookup(&lower) | words::lookup(bare) | words::lookup(&format!("{bare}."));
        if bare.chars().count() > 1 && !class.contains(Class::SUFFIX) {
            words.push((bare.to_owned(), if class.contains(Class::GIVEN) { Class::GIVEN } else { class }));
        }
    }
    // What stands before the person ends with a title: "White House Press Secretary Anna Berg". A surname may be one: "Mr. King".
    let title = |class: &Class| class.intersects(Class::HONORIFIC | Class::TITLE | Class::ROLE);
    let before = words.iter().take(words.len().saturating_sub(1)).rposition(|(_, class)| title(class));
    let from = before.map_or(0, |i| i + 1);
    let alone = words.iter().all(|(_, class)| title(class) || class.intersects(Class::DET))
        && !words.iter().any(|(_, class)| class.contains(Class::HONORIFIC));
    if alone { Vec::new() } else { words.drain(from..).map(|(word, _)| word).collect() }
}

/// The last word of a name, in small letters.
pub(super) fn surname(name: &str) -> String {
    name_words(name).pop().unwrap_or_default()
}

/// Whether two names can be one person's: *Berg*, *Ms. Berg*, *Anna K. Berg*.
pub(super) fn can_be_same(a: &str, b: &str) -> bool {
    let (a, b) = (name_words(a), name_words(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.is_empty() {
        return true; // a title alone: nothing speaks against it
    }
    short.iter().all(|word| long.iter().any(|other| same_word(word, other)))
}

/// Whether two words of names are spellings of one: with and without accents, or, of long ones, a letter apart.
fn same_word(a: &str, b: &str) -> bool {
    let (x, y) = (a.chars().count(), b.chars().count());
    let accents = || a.chars().zip(b.chars()).all(|(c, d)| c == d || c.is_ascii() != d.is_ascii());
    a == b || x == y && accents() || x.min(y) >= 6 && strsim::damerau_levenshtein(a, b) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_person() {
        for (a, b, want) in [
            ("Anna Berg", "Anna K. Berg", true),
            ("Ms. Berg", "Anna Berg", true),
            ("Sen. Anna Berg", "Berg", true),
            ("Anna Berg", "Nils Berg", false),
            ("Anna Berg", "Anna Moe", false),
            ("Carl Moe Jr.", "Carl Moe", true),
            ("THE PRESIDENT", "Anna Berg", true), // nothing speaks against it
            ("Norland Press Secretary Anna Berg", "Anna Berg", true),
            ("Mr. King", "Carl King", true),
            ("José Díaz", "Jose Diaz", true),
            ("Carl Moe", "Carl Mae", false),
            ("Lindqvist", "Lindkvist", true),
            ("Mr. King", "Carl Moe", false),
        ] {
            assert_eq!(can_be_same(a, b), want, "{a} / {b}");
        }
        for (words, want) in
            [("Anna Berg", true), ("He", false), ("the senator", false), ("The Senator", false), ("", false)]
        {
            assert_eq!(is_name(words), want, "{words}");
        }
    }
}
