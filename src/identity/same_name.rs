//! Whether two names can be one person's: surnames, initials, short forms. Compares words only; what an article tells stays with
//! `people`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::candidate::Candidate;
use crate::words::{self, Class, unaccented};

/// The last word of a name that is no *Jr.*
pub(super) fn last_name(words: &[impl AsRef<str>]) -> &str {
    let last = words.iter().rposition(|w| !is_suffix(w.as_ref())).unwrap_or(0);
    words.get(last).map_or("", AsRef::as_ref)
}

/// A word of a name as names are compared: in small letters, without accents and without a stop at its end.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Folded {
    Short(words::Key),
    Long(String),
}

impl Folded {
    pub fn new(word: &str) -> Self {
        let word = &*unaccented(word.trim_end_matches('.'));
        let short = |word: &str| words::key(word).map(Folded::Short);
        short(word).unwrap_or_else(|| {
            let word = word.to_lowercase();
            short(&word).unwrap_or(Folded::Long(word))
        })
    }
}

/// The ends and beginnings, of two words and more, of an article's names of three words and more: what may be a surname of several
/// words, or given names of several.
pub(super) struct Parts {
    ends: FxHashSet<Vec<Folded>>,
    beginnings: FxHashSet<Vec<Folded>>,
}

impl Parts {
    /// The longest name whose parts are taken.
    const LONGEST: usize = 8; // words

    pub fn of(candidates: &[Candidate]) -> Self {
        let long = || candidates.iter().filter(|c| (3..=Self::LONGEST).contains(&c.words.len()));
        let whole = |c: &&Candidate| c.signs.is_person && !c.words.last().is_some_and(|w| is_suffix(w));
        Parts {
            ends: long().flat_map(|c| (1..c.words.len() - 1).map(|from| fold(&c.words[from..]))).collect(),
            beginnings: long().filter(whole).flat_map(|c| (2..c.words.len()).map(|to| fold(&c.words[..to]))).collect(),
        }
    }

    /// Whether the name is the end of a longer one, and does not begin with a given name, as *Ann Berg* does beside *Mary Ann Berg*;
    /// or its beginning, with no surname in it: *Te Kaurinui* beside *Te Kaurinui Berg*, *Mary Ann* beside *Mary Ann Berg*.
    pub fn has(&self, c: &Candidate) -> bool {
        let class = |word: &str| words::lookup(&word.to_lowercase());
        let is_given = |word: &str| class(word).contains(Class::GIVEN) && !class(word).contains(Class::PARTICLE);
        let given = is_given(&c.words[0]);
        let no_surname =
            c.words.last().is_some_and(|w| is_given(w) == given) && !class(&c.words[0]).intersects(Class::PLACE);
        c.words.len() <= Self::LONGEST
            && (!given && !self.ends.is_empty() && self.ends.contains(&fold(&c.words))
                || no_surname && !self.beginnings.is_empty() && self.beginnings.contains(&fold(&c.words)))
    }
}

fn fold(words: &[impl AsRef<str>]) -> Vec<Folded> {
    words.iter().map(|w| Folded::new(w.as_ref())).collect()
}

/// Whether a name ends with the words of a shorter one.
pub(super) fn ends_with(name: &[impl AsRef<str>], end: &[impl AsRef<str>]) -> bool {
    let from = name.len().saturating_sub(end.len());
    name.len() > end.len() && name[from..].iter().zip(end).all(|(a, b)| same_letters(a.as_ref(), b.as_ref()))
}

/// *Abadi* of *al-Abadi*.
pub(super) fn without_article(surname: &str) -> Option<&str> {
    const ARTICLES: &[&str] = &["al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ul"];
    let (article, bare) = surname.split_once('-')?;
    let known = ARTICLES.contains(&article.to_ascii_lowercase().as_str());
    (known && bare.starts_with(char::is_uppercase)).then_some(bare)
}

/// Whether a name begins with the words of a shorter one.
pub(super) fn begins_with(name: &[impl AsRef<str>], start: &[impl AsRef<str>]) -> bool {
    name.len() > start.len() && name.iter().zip(start).all(|(a, b)| same_letters(a.as_ref(), b.as_ref()))
}

pub(super) fn folded(word: &str) -> String {
    unaccented(word.trim_end_matches('.')).to_lowercase()
}

/// A name that many are compared with: nearly all of them can be told to be others' at a glance.
pub(super) struct Sought<'a, A> {
    name: &'a [A],
    /// The first word without its stop, if whatever agrees with it begins like it.
    first: Option<&'a str>,
}

impl<'a, A: AsRef<str>> Sought<'a, A> {
    pub fn new(name: &'a [A]) -> Self {
        static SHORTENED: LazyLock<FxHashSet<words::Key>> = LazyLock::new(|| {
            SHORT_FORMS.iter().flat_map(|&(short, long)| [words::key(short), words::key(long)]).flatten().collect()
        });
        let first = name.first().map(|w| w.as_ref().trim_end_matches('.'));
        let is_plain = |w: &&str| {
            w.is_ascii() && !w.is_empty() && !is_suffix(w) && !words::key(w).is_some_and(|k| SHORTENED.contains(&k))
        };
        Sought { name, first: first.filter(is_plain) }
    }

    /// What [`agree`] says of the name and another.
    pub fn agrees(&self, other: &[impl AsRef<str>]) -> bool {
        let differs = |first: &str| {
            let Some(own) = self.first else { return false };
            let theirs = first.trim_end_matches('.');
            let common = own.len().min(theirs.len());
            theirs.is_ascii()
                && !own.as_bytes()[..common].eq_ignore_ascii_case(&theirs.as_bytes()[..common])
                && !is_suffix(theirs)
        };
        !other.first().is_some_and(|w| differs(w.as_ref())) && agree(other, self.name)
    }
}

/// Whether two names can be the same person's: the surname is the same, and the given names agree or one is the other's initial.
pub(super) fn agree<A: AsRef<str>, B: AsRef<str>>(a: &[A], b: &[B]) -> bool {
    let (words, others) = (plain(a).count(), plain(b).count());
    if words == 0 || others == 0 || !same_letters(last_name(a), last_name(b)) {
        return false;
    }
    if words == 1 || others == 1 {
        return words == others;
    }
    let (a, b) = (plain(a).next().unwrap_or_default(), plain(b).next().unwrap_or_default());
    if same_letters(a, b) {
        return true;
    }
    if a.is_ascii() && b.is_ascii() {
        // One is an initial or the beginning of the other, or a short form of it: the same as below, without copies.
        let (a, b) = (a.trim_end_matches('.'), b.trim_end_matches('.'));
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        let begins = long.as_bytes()[..short.len()].eq_ignore_ascii_case(short.as_bytes());
        return !short.is_empty() && begins || in_short_forms(a, b);
    }
    let (a, b) = (folded(a), folded(b));
    a == b || initial_of(&a, &b) || initial_of(&b, &a) || short_form(&a, &b)
}

/// The words of a name without *Jr.*
fn plain(name: &[impl AsRef<str>]) -> impl Iterator<Item = &str> {
    name.iter().map(AsRef::as_ref).filter(|w| !is_suffix(w))
}

/// Whether two words of names are the same but for capitals, accents and a stop at the end.
pub(super) fn same_letters(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim_end_matches('.'), b.trim_end_matches('.'));
    if a.is_ascii() && b.is_ascii() { a.eq_ignore_ascii_case(b) } else { folded(a) == folded(b) }
}

fn initial_of(initial: &str, name: &str) -> bool {
    initial.chars().count() == 1 && name.starts_with(initial)
}

/// Whether one given name is the usual short form of the other, by sound of its beginning: *Josh* and *Joshua*, *Ed* and *Edward*.
pub(super) fn short_form(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.len() >= 2 && long.starts_with(short) && long.len() > short.len() || in_short_forms(short, long)
}

/// Whether a given name is the longer form of another that begins like it: *Douglas* of *Doug* and *D.*
pub(super) fn is_longer_form(given: &str, other: &str) -> bool {
    let (given, other) = (folded(given), folded(other));
    given.len() > other.len() && given.starts_with(&other)
}

fn in_short_forms(a: &str, b: &str) -> bool {
    static PAIRS: LazyLock<FxHashSet<(Option<words::Key>, Option<words::Key>)>> =
        LazyLock::new(|| SHORT_FORMS.iter().map(|(short, long)| (words::key(short), words::key(long))).collect());
    let (a, b) = (words::key(a), words::key(b));
    PAIRS.contains(&(a, b)) || PAIRS.contains(&(b, a))
}

/// Short forms that do not begin like the full name.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("bob", "robert"),
    ("bill", "william"),
    ("will", "william"),
    ("dick", "richard"),
    ("rick", "richard"),
    ("jim", "james"),
    ("jack", "john"),
    ("mike", "michael"),
    ("tony", "anthony"),
    ("ted", "edward"),
    ("ned", "edward"),
    ("ted", "theodore"),
    ("chuck", "charles"),
    ("charlie", "charles"),
    ("hank", "henry"),
    ("harry", "henry"),
    ("larry", "lawrence"),
    ("peggy", "margaret"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("betty", "elizabeth"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("patty", "patricia"),
    ("tricia", "patricia"),
    ("sue", "susan"),
    ("nancy", "ann"),
    ("jeb", "john"),
    ("mitt", "willard"),
    ("andy", "andrew"),
    ("drew", "andrew"),
    ("kenny", "kenneth"),
    ("jerry", "gerald"),
    ("bernie", "bernard"),
    ("joe", "joseph"),
];

pub(super) fn is_suffix(word: &str) -> bool {
    if word.len() > 3 && !word.ends_with('.') {
        return false;
    }
    let word = word.trim_end_matches('.');
    matches!(word.len(), 2..=3) && ["jr", "sr", "ii", "iii", "iv", "esq"].iter().any(|s| s.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_agree_or_not() {
        for (a, b, want) in [
            ("Andrew J. Tabler", "Andrew Tabler", true),
            ("Bill Clinton", "Hillary Clinton", false),
            ("William Clinton", "Bill Clinton", true),
            ("J. Tabler", "Andrew Tabler", false),
            ("Josh Earnest", "Joshua Earnest", true),
            ("Robert F. Kennedy Jr.", "Robert Kennedy", true),
            ("RICHARD BERG", "Dick Berg", true),
            ("A. Berg", "Ada Berg", true),
            ("Ada Berg", "Bo Berg", false),
            ("Åsa Berg", "Å. Berg", true),
            ("José Muñoz", "Jose Munoz", true),
            ("Søren Łuk", "Soren Luk", true),
            ("José Muñoz", "Joan Munoz", false),
            ("Bo Berg", "Robert Berg", false),
        ] {
            let words = |n: &str| n.split(' ').map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(agree(&words(a), &words(b)), want, "{a} and {b}");
        }
    }

    #[test]
    fn a_glance_at_the_first_words_never_decides_otherwise() {
        let names = [
            "Berg",
            "Berg Jr.",
            "Jr. Berg",
            "A. Berg",
            "Ada Berg",
            "Adam Berg",
            "ADA Berg",
            "Bo Berg",
            "Bob Berg",
            "Robert Berg",
            "ROB. Berg",
            "Å. Berg",
            "Åsa Berg",
            "\u{212a}im Berg",
            "kim Berg",
            ". Berg",
            "II Berg",
            "I Berg",
            "Nancy Berg",
            "Ann Berg",
            "Ann. Berg",
            "Ada Lund",
            "",
            "Jr.",
            "É Berg",
            "é. Berg",
        ];
        let words = |n: &str| n.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for a in names.map(words) {
            let sought = Sought::new(&a);
            for b in names.map(words) {
                assert_eq!(sought.agrees(&b), agree(&b, &a), "{a:?} and {b:?}");
            }
        }
    }
}
