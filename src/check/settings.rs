//! How grave each check is and what its options say, for one article. Read from `whosaid.toml` by `config`; without it the defaults
//! that the checks themselves name.

use std::collections::BTreeMap;

use super::{CHECKS, Check, Severity, find};

/// An option of a check.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its name in `whosaid.toml`.
    pub name: &'static str,
    /// What it changes, in a sentence.
    pub about: &'static str,
    /// What it may hold, and what it holds if nothing is said.
    pub default: Default,
}

/// The kinds of options.
#[derive(Clone, Copy, Debug)]
pub enum Default {
    /// A whole number.
    Count(usize),
    /// A list of words or names, empty if nothing is said.
    Words,
    /// One of these; the first if nothing is said.
    Choice(&'static [&'static str]),
}

/// What an option holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Count(usize),
    Words(Vec<String>),
    Choice(&'static str),
}

/// The settings of all checks for one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    severities: Vec<Severity>,
    values: BTreeMap<(&'static str, &'static str), Value>,
}

impl std::default::Default for Settings {
    fn default() -> Self {
        Settings { severities: CHECKS.iter().map(|c| c.severity).collect(), values: BTreeMap::new() }
    }
}

impl Settings {
    /// How grave a check's findings are; off for an id that is no check's.
    pub fn severity(&self, id: &str) -> Severity {
        CHECKS.iter().position(|c| c.id == id).map_or(Severity::Off, |i| self.severities[i])
    }

    /// Sets it. An id that is no check's changes nothing.
    pub fn set_severity(&mut self, id: &str, severity: Severity) {
        if let Some(i) = CHECKS.iter().position(|c| c.id == id) {
            self.severities[i] = severity;
        }
    }

    /// Turns off all checks but these.
    pub fn only(&mut self, ids: &[&'static str]) {
        for (check, severity) in CHECKS.iter().zip(&mut self.severities) {
            if !ids.contains(&check.id) {
                *severity = Severity::Off;
            } else if *severity == Severity::Off {
                *severity = check.severity.max(Severity::Note);
            }
        }
    }

    pub(crate) fn set(&mut self, check: &'static str, name: &'static str, value: Value) {
        self.values.insert((check, name), value);
    }

    pub(crate) fn count(&self, check: &Check, name: &'static str) -> usize {
        match (self.values.get(&(check.id, name)), default(check, name)) {
            (Some(Value::Count(n)), _) => *n,
            (_, Some(Default::Count(n))) => n,
            _ => 0,
        }
    }

    pub(crate) fn choice(&self, check: &Check, name: &'static str) -> &'static str {
        match (self.values.get(&(check.id, name)), default(check, name)) {
            (Some(Value::Choice(word)), _) => word,
            (_, Some(Default::Choice(words))) => words[0],
            _ => "",
        }
    }

    /// Whether a list of names holds one of these, whatever the case.
    pub(crate) fn lists(&self, check: &Check, name: &'static str, word: &str) -> bool {
        match self.values.get(&(check.id, name)) {
            Some(Value::Words(words)) => words.iter().any(|w| w.to_lowercase() == word.to_lowercase()),
            _ => false,
        }
    }
}

fn default(check: &Check, name: &str) -> Option<Default> {
    let known = find(check.id)?.settings.iter().find(|s| s.name == name);
    debug_assert!(known.is_some(), "{} has no option {name}", check.id);
    known.map(|s| s.default)
}
