//! Letters without accents and strokes, for lists and names that are written with and without: *José*, *Jose*; *Łukasz*, *Lukasz*.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters that are no letter and a mark to Unicode.
const LETTERS: &[(char, &str)] = &[
    ('ø', "o"),
    ('Ø', "O"),
    ('ł', "l"),
    ('Ł', "L"),
    ('đ', "d"),
    ('Đ', "D"),
    ('ß', "ss"),
    ('ı', "i"),
    ('æ', "ae"),
    ('Æ', "Ae"),
];

/// A word without its accents: the headline's *Munoz* is the article's *Muñoz*.
pub(crate) fn unaccented(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return word.into();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.nfd().filter(|c| !is_combining_mark(*c)) {
        match LETTERS.iter().find(|(letter, _)| *letter == c) {
            Some((_, plain)) => out.push_str(plain),
            None => out.push(c),
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_accents_and_strokes() {
        for (word, plain) in
            [("Muñoz", "Munoz"), ("Łukasz", "Lukasz"), ("Ærø", "Aero"), ("Preuß", "Preuss"), ("Berg", "Berg")]
        {
            assert_eq!(unaccented(word), plain);
        }
    }
}
