//! People to add to a lexicon: who is quoted and not in it, as entries in TOML that load.

use std::collections::HashSet;
use std::fmt::Write;

use super::{Count, Tally};
use crate::lexicon::slug;
use crate::output::inert;

/// A person to add to a lexicon.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewSpeaker {
    /// The name.
    pub name: String,
    /// The same name with other initials.
    pub aliases: Vec<String>,
    /// Roles, the likeliest first.
    pub roles: Vec<String>,
    /// What to say of the entry: *3 quotes, first in a.txt*.
    pub note: String,
}

/// The people outside the lexicon with at least `min` quotes, the most quoted first. Names that differ in initials and suffixes only are
/// one person's: *Ole Lund*, *Ole B. Lund Jr.*
pub fn outside(tally: &Tally, min: usize) -> Vec<NewSpeaker> {
    let mut people: Vec<Vec<&Count>> = Vec::new();
    for count in tally.ranked().into_iter().filter(|c| c.is_outside()) {
        let name = count.name.as_deref().unwrap_or_default();
        let same = |p: &&mut Vec<&Count>| p.iter().all(|c| is_same(c.name.as_deref().unwrap_or_default(), name));
        match people.iter_mut().find(same) {
            Some(person) => person.push(count),
            None => people.push(vec![count]),
        }
    }
    let quotes = |p: &[&Count]| p.iter().map(|c| c.quotes()).sum::<usize>();
    people.retain(|p| quotes(p) >= min);
    people.sort_by_key(|p| std::cmp::Reverse(quotes(p)));
    people
        .iter()
        .map(|person| {
            let mut names = person.iter().filter_map(|c| c.name.clone());
            let mut roles: Vec<(String, usize)> = Vec::new();
            for (words, n) in person.iter().flat_map(|c| c.stated_roles()) {
                let Some(role) = as_role(words) else { continue };
                match roles.iter_mut().find(|(r, _)| r.eq_ignore_ascii_case(&role)) {
                    Some((_, count)) => *count += n,
                    None => roles.push((role, n)),
                }
            }
            roles.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
            let n = quotes(person);
            NewSpeaker {
                name: names.next().unwrap_or_default(),
                aliases: names.collect(),
                roles: roles.into_iter().map(|(role, _)| role).collect(),
                note: format!("{n} {}, first in {}", if n == 1 { "quote" } else { "quotes" }, person[0].first_source),
            }
        })
        .collect()
}

/// Whether two names have the same first and last words, initials and suffixes left out, and no middle initials that differ.
fn is_same(a: &str, b: &str) -> bool {
    let is_suffix = |w: &str| matches!(w.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV");
    let parts = |name: &str| {
        let words: Vec<String> = name.split_whitespace().filter(|w| !is_suffix(w)).map(str::to_owned).collect();
        let is_initial = |w: &String| w.trim_end_matches('.').chars().count() == 1;
        let (initials, full): (Vec<_>, Vec<_>) = words.into_iter().partition(is_initial);
        (full, initials)
    };
    let ((full_a, initials_a), (full_b, initials_b)) = (parts(a), parts(b));
    full_a.len() >= 2
        && full_a == full_b
        && (initials_a.is_empty() || initials_b.is_empty() || initials_a == initials_b)
}

/// An article's words for a role as an entry has them: without the article before it; none for *his wife*, *her opponent*, which say
/// nothing outside the article.
fn as_role(words: &str) -> Option<String> {
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    match first.to_lowercase().as_str() {
        "his" | "her" | "their" | "its" | "our" | "my" => None,
        "a" | "an" | "the" if !rest.is_empty() => Some(rest.to_owned()),
        _ => Some(words.to_owned()),
    }
}

/// Entries for a lexicon, in TOML that [`crate::lexicon::Lexicon::parse`] reads; none for what cannot be a name. `taken` are the ids
/// that the lexicon has. An entry has the likeliest role; which of several was held when is not known, so that the others stand beside
/// it as a comment.
///
/// ```
/// use whosaid::tally::{NewSpeaker, to_toml};
/// let roles = vec!["harbour master".into(), "captain".into()];
/// let new = NewSpeaker { name: "Anna Berg".into(), roles, note: "2 quotes".into(), ..Default::default() };
/// let toml = "# 2 quotes\n# also: captain\n[[speaker]]\nname = \"Anna Berg\"\nroles = [{ title = \"harbour master\" }]\n";
/// assert_eq!(to_toml(&[new], []), toml);
/// ```
pub fn to_toml<'a>(speakers: &[NewSpeaker], taken: impl IntoIterator<Item = &'a str>) -> String {
    let mut taken: HashSet<String> = taken.into_iter().map(str::to_owned).collect();
    let line = |text: &str| inert(text).replace(['\n', '\r', '\t'], " ");
    let string = |text: &str| toml::Value::String(line(text)).to_string();
    let mut out = String::new();
    for speaker in speakers {
        let by_name = slug(&speaker.name);
        if by_name.is_empty() {
            continue;
        }
        let id = (1..)
            .map(|n| if n == 1 { by_name.clone() } else { format!("{by_name}-{n}") })
            .find(|id| !taken.contains(id));
        let id = id.unwrap_or_default();
        if !out.is_empty() {
            out.push('\n');
        }
        for line in inert(&speaker.note).split(['\n', '\r']).filter(|l| !l.is_empty()) {
            let _ = writeln!(out, "# {line}");
        }
        if let Some((_, others)) = speaker.roles.split_first().filter(|(_, others)| !others.is_empty()) {
            let _ = writeln!(out, "# also: {}", line(&others.join("; ")));
        }
        let _ = writeln!(out, "[[speaker]]\nname = {}", string(&speaker.name));
        if id != by_name {
            let _ = writeln!(out, "id = {}", string(&id));
        }
        let aliases: Vec<String> = speaker.aliases.iter().filter(|a| !a.trim().is_empty()).map(|a| string(a)).collect();
        if !aliases.is_empty() {
            let _ = writeln!(out, "aliases = [{}]", aliases.join(", "));
        }
        if let Some(role) = speaker.roles.first() {
            let _ = writeln!(out, "roles = [{{ title = {} }}]", string(role));
        }
        taken.insert(id);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn entries_load_whatever_the_names_hold() {
        let names = ["Anna Berg", "anna berg", "Ole \"Bo\" \\ Lund\n[[speaker]]", "…", "Zoë\u{1b}[31m Ek"];
        let new: Vec<NewSpeaker> = names
            .iter()
            .enumerate()
            .map(|(i, n)| NewSpeaker {
                name: (*n).to_owned(),
                roles: vec!["cook \"x\" }".to_owned(), "mayor\n[[speaker]]".to_owned()],
                aliases: vec![format!("{n}, \"too\" {i}")],
                note: "1 quote\n[[cue]]".to_owned(),
            })
            .collect();
        let toml = to_toml(&new, ["anna-berg"]);
        let lexicon = Lexicon::parse("new.toml", &toml).unwrap();
        let ids: Vec<_> = lexicon.speakers.iter().map(|s| s.id.as_str()).collect();
        assert_eq!(ids, ["anna-berg-2", "anna-berg-3", "ole-bo-lund-speaker", "zoë-31m-ek"]);
        assert_eq!(lexicon.speakers[0].roles[0].title, "cook \"x\" }");
    }

    #[test]
    fn names_with_other_initials_are_one_persons() {
        for (a, b, want) in [
            ("Ole Lund", "Ole B. Lund", true),
            ("Ole Lund", "Ole Lund Jr.", true),
            ("Ole B. Lund", "Ole C. Lund", false),
            ("Ole Lund", "Nils Lund", false),
            ("O. Lund", "Nils Lund", false),
            ("O. Lund", "P. Lund", false),
            ("Ole Bo Lund", "Ole Lund", false),
        ] {
            assert_eq!(is_same(a, b), want, "{a} and {b}");
        }
    }

    #[test]
    fn roles_for_entries() {
        for (words, want) in [
            ("a nursing home owner", Some("nursing home owner")),
            ("The mayor", Some("mayor")),
            ("his wife", None),
            ("Sen.", Some("Sen.")),
            ("the", Some("the")),
        ] {
            assert_eq!(as_role(words).as_deref(), want, "{words}");
        }
    }
}
