//! Checks: what an editor wants a build to fail on, one file a check or a family, one line a check in [`CHECKS`]. A check looks at what
//! was read and returns findings; it never prints and reads nothing. The engine owns the loop, severities and silences.
//!
//! ```
//! use whosaid::check::{Checker, Settings};
//! use whosaid::{Article, Extractor, lexicon::Lexicon};
//!
//! let extractor = Extractor::new(Lexicon::empty());
//! let checker = Checker::new(extractor.lexicon(), None);
//! let article = Article::new("a.txt", "The port will stay, said Berg. “It is the heart of the town. She left.");
//! let checked = checker.article(&extractor.read(&article), &Settings::default());
//! let findings = checker.finish(vec![checked], None);
//! assert_eq!(findings[0].check, "unclosed-quote");
//! assert_eq!(findings[0].location.column, 32);
//! ```

mod across;
mod ambiguous_speaker;
mod anonymous_source;
mod baseline;
mod compare;
pub mod config;
mod dangling_pronoun;
mod engine;
mod finding;
mod marks;
mod name_index;
mod name_variant;
mod on_record;
mod person;
mod place;
mod role;
mod role_words;
mod settings;
mod unattributed;
mod unknown_speaker;
mod unused_silence;

#[cfg(test)]
mod examples;

pub use baseline::{Baseline, BaselineError};
pub use engine::{Checked, Checker};
pub use finding::{Change, ChangeKind, Edit, Elsewhere, Excerpt, Finding, Fix, Location, Note, Severity};
pub use settings::{Default, Setting, Settings};

use crate::record::Flag;
use engine::{Corpus, View};

/// A check: its manual and the function that does it.
pub struct Check {
    /// Its name in reports, settings and comments.
    pub id: &'static str,
    /// What it finds, in a sentence.
    pub finds: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
    /// How grave it is if `whosaid.toml` does not say otherwise.
    pub severity: Severity,
    /// Its options.
    pub settings: &'static [Setting],
    /// What it must find and what it must not, run as a test.
    pub examples: &'static [Example],
    /// What it looks at.
    pub(crate) run: &'static [Run],
}

impl std::fmt::Debug for Check {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

/// What a check looks at.
#[derive(Clone, Copy)]
pub(crate) enum Run {
    /// One article.
    Article(fn(&View, &mut Vec<Finding>)),
    /// One article and the record; not asked without a record.
    Record(fn(&View, &mut Vec<Finding>)),
    /// The quotes of all articles; findings come with the number of their article.
    Corpus(fn(&Corpus, &mut Vec<(usize, Finding)>)),
    /// The engine's own book-keeping.
    Engine,
}

/// An example of a check at work.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The articles.
    pub articles: &'static [Sample],
    /// A lexicon, as TOML.
    pub lexicon: &'static str,
    /// The record, if the check needs one.
    pub record: &'static str,
    /// The words that are found, in order; empty where the check must be silent.
    pub finds: &'static [&'static str],
}

impl Example {
    const NONE: Example = Example { articles: &[], lexicon: "", record: "", finds: &[] };
}

/// An article of an example, with its quotes as extraction gives them.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Its text.
    pub text: &'static str,
    /// Its date.
    pub date: Option<&'static str>,
    /// Its quotes.
    pub said: &'static [Said],
}

impl Sample {
    const fn new(text: &'static str, said: &'static [Said]) -> Self {
        Sample { text, date: None, said }
    }
}

/// A quote of an example.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// Its words.
    pub quote: &'static str,
    /// Its speaker; looked up in the example's lexicon.
    pub speaker: Option<&'static str>,
    /// The article's words for the role.
    pub stated_role: Option<&'static str>,
    /// What to know about it.
    pub flags: &'static [Flag],
}

impl Said {
    const fn by(speaker: &'static str, quote: &'static str) -> Self {
        Said { quote, speaker: Some(speaker), stated_role: None, flags: &[] }
    }

    const fn flagged(mut self, flags: &'static [Flag]) -> Self {
        self.flags = flags;
        self
    }

    const fn role(mut self, role: &'static str) -> Self {
        self.stated_role = Some(role);
        self
    }
}

/// The checks, in the order reports list them: who, then what, then how it is written. Findings at one place follow it too.
pub const CHECKS: &[&Check] = &[
    &unattributed::CHECK,
    &unknown_speaker::CHECK,
    &ambiguous_speaker::CHECK,
    &anonymous_source::CHECK,
    &dangling_pronoun::CHECK,
    &role::MISMATCH,
    &role::OUTDATED,
    &name_variant::CHECK,
    &across::CONFLICTING,
    &across::ALTERED,
    &on_record::NOT_ON_RECORD,
    &on_record::SAID_BY_OTHER,
    &baseline::CHANGED,
    &baseline::MISSING,
    &baseline::NEW,
    &marks::UNCLOSED,
    &marks::MISMATCHED,
    &marks::MIXED,
    &unused_silence::CHECK,
];

/// The check of an id, if there is one.
pub fn find(id: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|c| c.id == id).copied()
}
