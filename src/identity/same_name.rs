//! Whether two names can be one person's: surnames, initials, short forms. Compares words only; what an article tells stays with
//! `people`.

/// The last word of a name that is no *Jr.*
pub(super) fn last_name(words: &[String]) -> &str {
    let last = words.iter().rposition(|w| !is_suffix(w)).unwrap_or(0);
    words.get(last).map_or("", String::as_str)
}

/// A word of a name as names are compared: in small letters, without a stop at its end.
pub(super) fn folded(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}

/// Whether two names can be the same person's: the surname is the same, and the given names agree or one is the other's initial.
pub(super) fn agree(a: &[String], b: &[String]) -> bool {
    let plain = |name: &[String]| name.iter().filter(|w| !is_suffix(w)).count();
    let (words, others) = (plain(a), plain(b));
    if words == 0 || others == 0 || !same_letters(last_name(a), last_name(b)) {
        return false;
    }
    if words == 1 || others == 1 {
        return words == others;
    }
    let given = |name: &[String]| name.iter().find(|w| !is_suffix(w)).map(|w| folded(w)).unwrap_or_default();
    let (a, b) = (given(a), given(b));
    a == b || initial_of(&a, &b) || initial_of(&b, &a) || short_form(&a, &b)
}

/// Whether two words of names are the same but for capitals and a stop at the end.
fn same_letters(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim_end_matches('.'), b.trim_end_matches('.'));
    if a.is_ascii() && b.is_ascii() { a.eq_ignore_ascii_case(b) } else { a.to_lowercase() == b.to_lowercase() }
}

fn initial_of(initial: &str, name: &str) -> bool {
    initial.chars().count() == 1 && name.starts_with(initial)
}

/// Whether one given name is the usual short form of the other, by sound of its beginning: *Josh* and *Joshua*, *Ed* and *Edward*.
pub(super) fn short_form(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.len() >= 2 && long.starts_with(short) && long.len() > short.len()
        || SHORT_FORMS.iter().any(|(s, l)| *s == short && *l == long || *s == long && *l == short)
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
        ] {
            let words = |n: &str| n.split(' ').map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(agree(&words(a), &words(b)), want, "{a} and {b}");
        }
    }
}
