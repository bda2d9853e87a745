//! A finding: what a check has to say about a place, as data. How it is shown is left to `output::findings`.

use std::ops::Range;

use serde::Serialize;

pub use crate::evidence::{Change, ChangeKind};

/// How grave a finding is, from nothing to a failed build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Not looked for.
    Off,
    /// Worth knowing.
    Note,
    /// Worth a look before publishing.
    Warning,
    /// Must not be published.
    Error,
}

impl Severity {
    /// All of them, the least first.
    pub const ALL: [Severity; 4] = [Severity::Off, Severity::Note, Severity::Warning, Severity::Error];

    /// As settings and reports write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Off => "off",
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// Reads what [`Severity::as_str`] writes.
    pub fn parse(text: &str) -> Option<Severity> {
        Severity::ALL.into_iter().find(|s| s.as_str() == text)
    }
}

impl std::fmt::Display for Severity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// A place in an article, with enough of the text around it to be shown without the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Location {
    /// 1-based line of the first character.
    pub line: usize,
    /// 1-based column of the first character, in characters.
    pub column: usize,
    /// 1-based line of the end.
    pub end_line: usize,
    /// 1-based column one past the last character.
    pub end_column: usize,
    /// First character, counted from 0 in the article as read.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The same as bytes of [`crate::Article::body`].
    #[serde(skip)]
    pub bytes: Range<usize>,
    /// The column of the first character and one past the last in bytes of their lines, which some formats count in.
    #[serde(skip)]
    pub byte_columns: (usize, usize),
    /// The words and a little of their line.
    #[serde(skip)]
    pub excerpt: Excerpt,
}

/// A piece of the text, white space folded, long middles left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The piece.
    pub text: String,
    /// The bytes of it that are meant.
    pub marked: Range<usize>,
}

/// Something more to say, perhaps about another place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// A sentence.
    pub message: String,
    /// Where, if it is about a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Elsewhere>,
}

/// A place in this or another file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Elsewhere {
    /// The file or article.
    pub source: String,
    /// 1-based line.
    pub line: usize,
    /// 1-based column in characters; 1 where only the line is known.
    pub column: usize,
}

/// A repair that changes nothing but what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What it does: *write “Fyodor Lukyanov”*.
    pub title: String,
    /// Its changes, in order, none overlapping.
    pub edits: Vec<Edit>,
}

/// One replacement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// What is replaced.
    pub location: Location,
    /// What stands there now.
    pub old: String,
    /// What shall stand there.
    pub new: String,
}

/// What a check found at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The check's id.
    pub check: &'static str,
    /// How grave it is here.
    pub severity: Severity,
    /// The article as exports call it.
    pub source: String,
    /// Where in it.
    pub location: Location,
    /// What is wrong, in a sentence without its end.
    pub message: String,
    /// More about it.
    pub notes: Vec<Note>,
    /// A word diff, from what it was held against to what stands here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub diff: Vec<Change>,
    /// How to mend it, where that is safe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// The same as long as the check finds the same words in the same source, wherever they move.
    pub fingerprint: String,
}

impl Finding {
    /// A finding at a place; severity, source and fingerprint are filled in by the engine.
    pub(crate) fn new(check: &'static str, location: Location, message: impl Into<String>) -> Self {
        Finding {
            check,
            severity: Severity::Off,
            source: String::new(),
            location,
            message: message.into(),
            notes: Vec::new(),
            diff: Vec::new(),
            fix: None,
            fingerprint: String::new(),
        }
    }

    /// Adds a sentence.
    pub(crate) fn note(mut self, message: impl Into<String>) -> Self {
        self.notes.push(Note { message: message.into(), place: None });
        self
    }

    /// Adds a sentence about another place.
    pub(crate) fn see(mut self, message: impl Into<String>, source: &str, line: usize, column: usize) -> Self {
        let place = Elsewhere { source: source.to_owned(), line, column };
        self.notes.push(Note { message: message.into(), place: Some(place) });
        self
    }

    /// Adds a word diff.
    pub(crate) fn diff(mut self, changes: Vec<Change>) -> Self {
        self.diff = changes;
        self
    }

    /// The word diff as text: `we will [-never-] close {+soon+}`.
    pub fn diff_text(&self) -> Option<String> {
        if self.diff.is_empty() {
            return None;
        }
        let parts = self.diff.iter().map(|c| match c.kind {
            ChangeKind::Same => c.words.clone(),
            ChangeKind::Removed => format!("[-{}-]", c.words),
            ChangeKind::Added => format!("{{+{}+}}", c.words),
        });
        Some(parts.collect::<Vec<_>>().join(" "))
    }
}
