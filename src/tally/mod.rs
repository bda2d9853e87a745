//! Who is quoted how much: counts over any number of articles, for reports, the speakers sheet and `whosaid speakers`. Those
//! outside the lexicon become entries for it in `suggest`.

mod suggest;

use std::collections::{BTreeMap, HashMap};

pub use suggest::{NewSpeaker, outside, to_toml};

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
    /// The articles' own words for the role, with how often each was given.
    pub stated: BTreeMap<String, usize>,
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
        ranked(&self.roles).first().map(|(role, _)| *role)
    }

    /// The articles' own words for the role, those given most often first; of equals the first by the alphabet.
    pub fn stated_roles(&self) -> Vec<(&str, usize)> {
        ranked(&self.stated)
    }

    /// Whether the speaker could be an entry of the lexicon and is none: a person's name.
    pub fn is_outside(&self) -> bool {
        self.id.is_none() && !self.is_unnamed && self.name.as_deref().is_some_and(is_name)
    }
}

fn ranked(roles: &BTreeMap<String, usize>) -> Vec<(&str, usize)> {
    let mut out: Vec<(&str, usize)> = roles.iter().map(|(role, n)| (role.as_str(), *n)).collect();
    out.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    out
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
            match count.roles.get_mut(role) {
                Some(times) => *times += 1,
                None => drop(count.roles.insert(role.clone(), 1)),
            }
        }
        if let Some(role) = &record.stated_role {
            match count.stated.get_mut(role) {
                Some(times) => *times += 1,
                None => drop(count.stated.insert(role.clone(), 1)),
            }
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

#[cfg(test)]
mod tests {
    use super::*;

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
