//! Words for roles, compared: whether *Pentagon press secretary* can be *Defense Department spokesman*, cannot be *White House
//! spokesman*, or says nothing either way. Cautious: only a known office against another known office is a contradiction.

use crate::words::{self, Class};

/// How two wordings stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// They name the same role, one perhaps more closely.
    Agrees,
    /// Nothing can be said.
    Unknown,
    /// Nobody is both.
    Conflicts,
}

/// Offices by their words: the words, the office, and whether holding it rules out the other such offices.
const OFFICES: &[(&[&str], &str, bool)] = &[
    (&["press", "secretary"], "spokesperson", true),
    (&["prime", "minister"], "prime minister", true),
    (&["attorney", "general"], "attorney general", true),
    (&["secretary", "general"], "secretary general", true),
    (&["chief", "executive"], "chief executive", false),
    (&["chief", "of", "staff"], "chief of staff", false),
    (&["spokesman"], "spokesperson", true),
    (&["spokeswoman"], "spokesperson", true),
    (&["spokesperson"], "spokesperson", true),
    (&["premier"], "prime minister", true),
    (&["minister"], "minister", true),
    (&["secretary"], "minister", true),
    (&["president"], "president", true),
    (&["senator"], "senator", true),
    (&["sen"], "senator", true),
    (&["rep"], "representative", true),
    (&["congressman"], "representative", true),
    (&["congresswoman"], "representative", true),
    (&["governor"], "governor", true),
    (&["gov"], "governor", true),
    (&["mayor"], "mayor", true),
    (&["ambassador"], "ambassador", true),
    (&["chancellor"], "chancellor", true),
    (&["king"], "king", true),
    (&["queen"], "queen", true),
    (&["ceo"], "chief executive", false),
    (&["chairman"], "chair", false),
    (&["chairwoman"], "chair", false),
    (&["chairperson"], "chair", false),
    (&["chair"], "chair", false),
    (&["director"], "director", false),
    (&["manager"], "manager", false),
    (&["coach"], "coach", false),
    (&["editor"], "editor", false),
    (&["professor"], "professor", false),
    (&["fellow"], "fellow", false),
    (&["analyst"], "analyst", false),
    (&["commissioner"], "commissioner", false),
    (&["superintendent"], "superintendent", false),
];

/// Lower ranks of an office.
const RANKS: &[&str] = &["vice", "deputy", "assistant", "associate", "under", "junior"];

/// Departments that are written small.
const FIELDS: &[&str] = &[
    "agriculture",
    "commerce",
    "culture",
    "defence",
    "defense",
    "economy",
    "education",
    "energy",
    "environment",
    "finance",
    "foreign",
    "health",
    "home",
    "housing",
    "interior",
    "justice",
    "labor",
    "labour",
    "security",
    "trade",
    "transport",
    "treasury",
];

/// Words of a role that do not tell one office from another.
const PLAIN: &[&str] = &[
    "acting",
    "america",
    "american",
    "chief",
    "conservative",
    "current",
    "democrat",
    "democratic",
    "department",
    "gop",
    "incoming",
    "interim",
    "labour",
    "long-time",
    "longtime",
    "ministry",
    "national",
    "new",
    "office",
    "outgoing",
    "republican",
    "senior",
    "states",
    "then",
    "top",
    "tory",
    "u.s",
    "united",
    "us",
    "veteran",
];

/// Different words for one place or house.
const SAME: &[(&str, &str)] = &[
    ("britain", "british"),
    ("uk", "british"),
    ("kingdom", "british"),
    ("dane", "danish"),
    ("defence", "defense"),
    ("denmark", "danish"),
    ("england", "english"),
    ("finland", "finnish"),
    ("france", "french"),
    ("greece", "greek"),
    ("ireland", "irish"),
    ("kremlin", "russia"),
    ("netherlands", "dutch"),
    ("pentagon", "defense"),
    ("philippines", "filipino"),
    ("poland", "polish"),
    ("spain", "spanish"),
    ("switzerland", "swiss"),
    ("wales", "welsh"),
];

/// One office of a role that may name several.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Office {
    name: &'static str,
    /// Rules out the other offices that do.
    exclusive: bool,
    rank: Option<&'static str>,
    /// Whose or where: *White House*, *Russia*, *foreign*.
    of: Vec<String>,
    /// Held no longer.
    pub former: bool,
}

/// The offices in the words for a role: *the chairman and former senator* has two.
pub(super) fn offices(role: &str) -> Vec<Office> {
    let mut out = Vec::new();
    for part in role.split([',', ';']).flat_map(|p| p.split(" and ")) {
        out.extend(office(part));
    }
    out
}

fn office(part: &str) -> Option<Office> {
    let written: Vec<&str> =
        part.split(|c: char| c.is_whitespace() || c == '-').map(bare).filter(|w| !w.is_empty()).collect();
    let words: Vec<String> =
        written.iter().map(|w| w.to_lowercase().replace('’', "'").trim_end_matches("'s").to_owned()).collect();
    // The office is the last one before any preposition: a "spokesman for the prime minister" is no minister.
    let prepositions = ["of", "for", "to", "at", "in", "from", "with", "on", "under"];
    let limit = words.iter().position(|w| prepositions.contains(&w.as_str())).unwrap_or(words.len());
    let stands = |phrase: &[&str], at: usize| {
        words[at..].len() >= phrase.len() && words[at..].iter().zip(phrase).all(|(a, b)| a == b)
    };
    let (at, (phrase, name, exclusive)) = OFFICES
        .iter()
        .flat_map(|row| (0..limit).filter(|&at| stands(row.0, at)).map(move |at| (at, *row)))
        .max_by_key(|(at, row)| (at + row.0.len(), row.0.len()))?;
    let head = at..at + phrase.len();
    let former = words.iter().any(|w| matches!(w.as_str(), "former" | "ex" | "onetime" | "late"));
    let rank = words[..head.start].iter().rev().take(2).find_map(|w| RANKS.iter().find(|r| *r == w).copied());
    let of = (0..words.len()).filter(|i| !head.contains(i)).filter_map(|i| modifier(written[i], &words[i])).collect();
    Some(Office { name, exclusive, rank, of, former })
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// What a word says about which office it is, if anything.
fn modifier(written: &str, lower: &str) -> Option<String> {
    let class = words::lookup(lower);
    if PLAIN.contains(&lower) || RANKS.contains(&lower) || class.intersects(Class::PREP | Class::DET) {
        return None;
    }
    if FIELDS.contains(&lower) {
        return Some(canonical(lower));
    }
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    let adjective = class.contains(Class::ADJ) && !class.intersects(Class::NATIONALITY | Class::PLACE);
    (capital && !adjective).then(|| if is_acronym(written) { written.to_owned() } else { canonical(lower) })
}

fn canonical(lower: &str) -> String {
    SAME.iter().find(|(a, _)| *a == lower).map_or(lower, |(_, b)| b).to_owned()
}

fn is_acronym(word: &str) -> bool {
    (2..=6).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase())
}

/// Whether two wordings can name one office.
pub(super) fn compare(a: &Office, b: &Office) -> Verdict {
    if a.name != b.name {
        return if a.exclusive && b.exclusive { Verdict::Conflicts } else { Verdict::Unknown };
    }
    if a.rank != b.rank {
        return if a.exclusive { Verdict::Conflicts } else { Verdict::Unknown };
    }
    let shared = a.of.iter().any(|x| b.of.iter().any(|y| same_word(x, y)))
        || a.of.iter().any(|x| spells(x, &b.of))
        || b.of.iter().any(|x| spells(x, &a.of));
    if a.of.is_empty() || b.of.is_empty() || shared { Verdict::Agrees } else { Verdict::Conflicts }
}

/// *Russia* and *Russian*.
fn same_word(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    a == b || shared >= 4 && shared + 4 >= a.chars().count().max(b.chars().count())
}

/// Whether an acronym is made of the first letters of words.
fn spells(acronym: &str, words: &[String]) -> bool {
    is_acronym(acronym)
        && words.iter().filter_map(|w| w.chars().next()).collect::<String>().eq_ignore_ascii_case(acronym)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_that_agree_conflict_or_say_nothing() {
        use Verdict::*;
        for (a, b, want) in [
            ("Pentagon press secretary", "Defense Department spokesman", Agrees),
            ("a spokeswoman", "White House press secretary", Agrees),
            ("the Russian president", "President of Russia", Agrees),
            ("France's foreign minister", "French Foreign Minister", Agrees),
            ("Foreign Minister", "Foreign Minister of Russia", Agrees),
            ("a longtime spokesman", "Port Authority spokesman", Agrees),
            ("director of the NPA", "director of the Norland Port Authority", Agrees),
            ("White House spokesman", "State Department spokesman", Conflicts),
            ("vice president", "President of Russia", Conflicts),
            ("Finance Minister", "Foreign Minister of Russia", Conflicts),
            ("Secretary of State", "Defense Secretary", Conflicts),
            ("Governor", "Senator", Conflicts),
            ("a director at the City Museum", "director of the Port Authority", Conflicts),
            ("a spokesman for the prime minister", "Prime Minister", Conflicts),
            ("the president’s spokesman", "White House press secretary", Agrees),
            ("chairman", "Senator", Unknown),
        ] {
            let (a_office, b_office) = (&offices(a)[0], &offices(b)[0]);
            assert_eq!(compare(a_office, b_office), want, "{a} / {b}: {a_office:?} {b_office:?}");
        }
        assert!(offices("a father of three").is_empty());
        assert_eq!(offices("chairman and former senator").iter().map(|o| o.former).collect::<Vec<_>>(), [false, true]);
    }
}
