//! Who is quoted how much: counts over any number of articles, for reports, the speakers sheet and `whosaid speakers`. Also writes
//! those outside the lexicon as entries for it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;

use crate::lexicon::slug;
use crate::record::{Flag, Kind, Record};

/// Counts of quotes by speaker.
#[derive(Debug, Default)]
pub struct Tally {
    speakers: Vec<Count>,
    numbers: HashMap<(bool, String), usize>,
    articles: usize,
}

/// What one speaker is quoted with.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// The speaker; none for quotes whose speaker nobody found.
    pub name: Option<String>,
    /// Lexicon id.
    pub id: Option<String>,
    /// Roles with how often each was given.
    pub roles: BTreeMap<String, usize>,
    /// Quotes by kind: direct, mixed, indirect.
    pub kinds: [usize; 3],
    /// How many articles quote the speaker.
    pub articles: usize,
    /// Where the speaker is quoted first.
    pub first_source: String,
    /// Whether the article names no person: an unnamed source, a body, a text, a pronoun.
    pub is_unnamed: bool,
    last_article: usize,
}

impl Count {
    /// All quotes.
    pub fn quotes(&self) -> usize {
        self.kinds.iter().sum()
    }

    /// The role given most often; of equals the first by the alphabet.
    pub fn role(&self) -> Option<&str> {
        let most = self.roles.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)));
        most.map(|(role, _)| role.as_str())
    }

    /// Whether the speaker could be an entry of the lexicon and is none: a person's name.
    pub fn is_outside(&self) -> bool {
        self.id.is_none() && !self.is_unnamed && self.name.as_deref().is_some_and(is_name)
    }
}

/// Whether words look like a name: two words or more with a capital at the beginning and the end. A surname alone could be anybody.
fn is_name(words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    let is_capital = |w: &str| w.chars().next().is_some_and(char::is_uppercase);
    words.len() >= 2 && is_capital(words[0]) && words.last().is_some_and(|w| is_capital(w)) && words[0] != "The"
}

impl Tally {
    /// Counts the records of one article and gives each one's number among [`Tally::speakers`].
    pub fn add(&mut self, records: &[Record]) -> Vec<usize> {
        self.articles += 1;
        records.iter().map(|r| self.count(r)).collect()
    }

    fn count(&mut self, record: &Record) -> usize {
        let key = match &record.speaker_id {
            Some(id) => (true, id.clone()),
            None => (false, record.speaker.clone().unwrap_or_default()),
        };
        let next = self.speakers.len();
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.speakers.push(Count {
                name: record.speaker.clone(),
                id: record.speaker_id.clone(),
                first_source: record.source.clone(),
                ..Count::default()
            });
        }
        let count = &mut self.speakers[number];
        count.kinds[match record.kind {
            Kind::Direct => 0,
            Kind::Mixed => 1,
            Kind::Indirect => 2,
        }] += 1;
        if let Some(role) = &record.role {
            *count.roles.entry(role.clone()).or_default() += 1;
        }
        let unnamed = [Flag::Anonymous, Flag::Group, Flag::Document, Flag::Dangling, Flag::AmbiguousSpeaker];
        count.is_unnamed |= record.flags.iter().any(|f| unnamed.contains(f));
        if count.last_article != self.articles {
            count.last_article = self.articles;
            count.articles += 1;
        }
        number
    }

    /// The speakers in the order they were met.
    pub fn speakers(&self) -> &[Count] {
        &self.speakers
    }

    /// The speakers with the most quotes first, then by name; those nobody found last.
    pub fn ranked(&self) -> Vec<&Count> {
        let mut out: Vec<&Count> = self.speakers.iter().collect();
        out.sort_by(|a, b| {
            (a.name.is_none().cmp(&b.name.is_none())).then(b.quotes().cmp(&a.quotes())).then(a.name.cmp(&b.name))
        });
        out
    }

    /// Articles counted.
    pub fn articles(&self) -> usize {
        self.articles
    }

    /// Quotes counted.
    pub fn quotes(&self) -> usize {
        self.speakers.iter().map(Count::quotes).sum()
    }

    /// Speakers found.
    pub fn named(&self) -> usize {
        self.speakers.iter().filter(|s| s.name.is_some()).count()
    }

    /// Quotes whose speaker nobody found.
    pub fn unattributed(&self) -> usize {
        self.speakers.iter().filter(|s| s.name.is_none()).map(Count::quotes).sum()
    }
}

/// A person to add to a lexicon.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewSpeaker {
    /// The name.
    pub name: String,
    /// Roles, the likeliest first.
    pub roles: Vec<String>,
    /// What to say of the entry: *3 quotes, first in a.txt*.
    pub note: String,
}

/// Entries for a lexicon, in TOML that [`crate::lexicon::Lexicon::parse`] reads; none for what cannot be a name. `taken` are the ids
/// that the lexicon has.
///
/// ```
/// use whosaid::tally::{NewSpeaker, to_toml};
/// let new = NewSpeaker { name: "Anna Berg".into(), roles: vec!["harbour master".into()], note: "2 quotes".into() };
/// let toml = to_toml(&[new], []);
/// assert_eq!(toml, "# 2 quotes\n[[speaker]]\nname = \"Anna Berg\"\nroles = [{ title = \"harbour master\" }]\n");
/// ```
pub fn to_toml<'a>(speakers: &[NewSpeaker], taken: impl IntoIterator<Item = &'a str>) -> String {
    let mut taken: HashSet<String> = taken.into_iter().map(str::to_owned).collect();
    let string =
        |text: &str| toml::Value::String(super::output::inert(text).replace(['\n', '\r', '\t'], " ")).to_string();
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
        for line in super::output::inert(&speaker.note).split(['\n', '\r']).filter(|l| !l.is_empty()) {
            let _ = writeln!(out, "# {line}");
        }
        let _ = writeln!(out, "[[speaker]]\nname = {}", string(&speaker.name));
        if id != by_name {
            let _ = writeln!(out, "id = {}", string(&id));
        }
        let roles: Vec<String> = speaker.roles.iter().map(|r| format!("{{ title = {} }}", string(r))).collect();
        match roles.len() {
            0 => {}
            1 => {
                let _ = writeln!(out, "roles = [{}]", roles[0]);
            }
            _ => {
                let _ = writeln!(out, "roles = [\n    {},\n]", roles.join(",\n    "));
            }
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
            .map(|n| NewSpeaker {
                name: (*n).to_owned(),
                roles: vec!["cook \"x\" }".to_owned(), "mayor".to_owned()],
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
    fn names() {
        for (words, want) in [
            ("Anna Berg", true),
            ("Ludwig van der Aa", true),
            ("Berg", false),
            ("a State Department official", false),
            ("The Harbour Board", false),
            ("Two officials", false),
        ] {
            assert_eq!(is_name(words), want, "{words}");
        }
    }
}
