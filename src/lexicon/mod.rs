//! What a user teaches the program: speakers with their names and roles, and verbs of saying. Reads `speakers.toml`; the built-in
//! lexicon is the file of that name at the project's root. Finding the names in a text is left to `landmarks`.

mod cue;
#[cfg(test)]
mod cue_rows;
mod cues;
mod plain;
mod reader;
mod speakers;

use std::fmt;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use cue::{Cue, CueClass, CueForm, Frames};
pub use cues::CueTable;
pub(crate) use cues::PREPOSITIONS;
pub(crate) use speakers::slug;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads `2016-07-15`, alone or at the start of a longer time stamp.
    ///
    /// ```
    /// use whosaid::lexicon::Date;
    /// assert_eq!(Date::parse("2016-07-15T08:00:00Z"), Some(Date { year: 2016, month: 7, day: 15 }));
    /// assert_eq!(Date::parse("last week"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Date> {
        let day = text.get(..10)?;
        let mut parts = day.split('-');
        let mut number = |length: usize| {
            parts.next().filter(|p| p.len() == length && p.bytes().all(|b| b.is_ascii_digit()))?.parse::<u16>().ok()
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Date {
            year,
            month: month as u8,
            day: day as u8,
        })
    }

    /// Days since 1970-01-01, of the calendar as it would have been before that too: Howard Hinnant's `days_from_civil`.
    ///
    /// ```
    /// use whosaid::lexicon::Date;
    /// assert_eq!(Date::parse("2016-07-15").map(|d| d.days()), Some(16_997));
    /// ```
    pub fn days(self) -> i32 {
        let year = i32::from(self.year) - i32::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i32::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The pronouns a speaker goes by: they rule out the wrong antecedent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pronouns {
    /// he, him
    He,
    /// she, her
    She,
    /// they, them
    They,
}

/// A role a speaker held from one day to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// As it is exported: *State Department spokesman*.
    pub title: String,
    /// First day; none if open.
    pub from: Option<Date>,
    /// Last day; none if open.
    pub to: Option<Date>,
}

/// A person the lexicon knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Stable id.
    pub id: String,
    /// Canonical name.
    pub name: String,
    /// Other names; the surname and title + surname come by themselves.
    pub aliases: Vec<String>,
    /// Pronouns, if given.
    pub pronouns: Option<Pronouns>,
    /// Wikidata id, if given.
    pub wikidata: Option<String>,
    /// Roles in the order of the file.
    pub roles: Vec<Role>,
}

impl Speaker {
    /// The role valid on `date`; without a date or a match the only or the latest one.
    ///
    /// ```
    /// use whosaid::lexicon::{Date, Lexicon};
    /// let lexicon = Lexicon::parse("speakers.toml", r#"
    ///     [[speaker]]
    ///     name = "Ada Example"
    ///     roles = [
    ///         { title = "deputy", from = 2010-01-01, to = 2012-12-31 },
    ///         { title = "minister", from = 2013-01-01 },
    ///     ]"#).unwrap();
    /// let ada = &lexicon.speakers[0];
    /// assert_eq!(ada.role_on(Date::parse("2011-05-05")), Some("deputy"));
    /// assert_eq!(ada.role_on(None), Some("minister"));
    /// ```
    ///
    /// Of several without days the first counts.
    pub fn role_on(&self, date: Option<Date>) -> Option<&str> {
        let valid =
            date.and_then(|d| self.roles.iter().find(|r| r.from.is_none_or(|f| f <= d) && r.to.is_none_or(|t| d <= t)));
        // Of equals the first, which stands first in the file.
        let latest = || self.roles.iter().rev().max_by_key(|r| (r.to.is_none(), r.to, r.from));
        valid.or_else(latest).map(|r| r.title.as_str())
    }
}

/// Speakers and cues: everything a user can teach.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// The speakers in the order of the file.
    pub speakers: Vec<Speaker>,
    /// The verbs that it adds to those built in.
    pub cues: CueTable,
    /// Speakers by surname, worked out when the first is asked for.
    surnames: OnceLock<FxHashMap<String, Vec<u32>>>,
}

/// What is wrong with a lexicon, and where.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum LexiconError {
    /// It is no valid TOML, or holds a field that does not exist.
    #[error("{file}:{line}:{column}: {message}")]
    Syntax {
        /// The file as given.
        file: String,
        /// 1-based.
        line: usize,
        /// 1-based, in characters.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// A field holds what it must not.
    #[error("{file}:{line}: {field} {message}")]
    Field {
        /// The file as given.
        file: String,
        /// 1-based.
        line: usize,
        /// The field's name.
        field: &'static str,
        /// What is wrong and what to do.
        message: String,
    },
}

impl Lexicon {
    /// Reads a lexicon from TOML; `file` is what errors call it.
    ///
    /// # Errors
    /// [`LexiconError`] with file, line and field, for the first mistake found.
    pub fn parse(file: &str, text: &str) -> Result<Self, LexiconError> {
        speakers::parse(file, text)
    }

    /// The lexicon built into the program.
    pub fn builtin() -> Self {
        Self::parse("speakers.toml", include_str!("../../speakers.toml"))
            .expect("the built-in lexicon is valid: a test reads it")
    }

    fn new(speakers: Vec<Speaker>, cues: CueTable) -> Self {
        Lexicon { speakers, cues, surnames: OnceLock::new() }
    }

    /// The speakers whose name ends in a word, and is not that word alone, in the order of the file.
    pub(crate) fn of_surname(&self, word: &str) -> impl Iterator<Item = usize> + '_ {
        let surnames = self.surnames.get_or_init(|| {
            let mut surnames: FxHashMap<String, Vec<u32>> = FxHashMap::default();
            for (i, name) in self.speakers.iter().map(|s| &s.name).enumerate().filter(|(_, n)| n.contains(' ')) {
                if let Some(surname) = name.split_whitespace().next_back() {
                    match surnames.get_mut(surname) {
                        Some(bearers) => bearers.push(i as u32),
                        None => drop(surnames.insert(surname.to_owned(), vec![i as u32])),
                    }
                }
            }
            surnames
        });
        surnames.get(word).into_iter().flatten().map(|&s| s as usize)
    }

    /// A lexicon without speakers.
    pub fn empty() -> Self {
        Lexicon::new(Vec::new(), CueTable::default())
    }
}
