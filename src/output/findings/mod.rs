//! From findings to what a person, a forge or a build server reads: one file a format, one line a format in [`FORMATS`]. Sees
//! findings and the table of checks, nothing of how they were found.
//!
//! Whatever an article holds comes out inert: [`Report::new`] takes control characters, line breaks and marks that turn the direction
//! of writing out of every string once, before any format sees it; each format then escapes what its own syntax would run.

mod checkstyle;
mod github;
mod gitlab;
mod inert;
mod jsonl;
mod junit;
mod paths;
mod rdjsonl;
mod sarif;
mod text;

use std::io::{self, Write};

use crate::check::{Finding, Severity};

pub use inert::inert;
pub use paths::Paths;

/// A format of findings.
pub struct Format {
    /// Its name for `--format`.
    pub id: &'static str,
    /// A sentence about it.
    pub about: &'static str,
    /// Writes all of it.
    pub write: fn(&Report, &mut dyn Write) -> io::Result<()>,
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

/// The formats, in the order help shows them; the first is the default.
pub const FORMATS: &[Format] = &[
    text::FORMAT,
    github::FORMAT,
    sarif::FORMAT,
    junit::FORMAT,
    checkstyle::FORMAT,
    rdjsonl::FORMAT,
    gitlab::FORMAT,
    jsonl::FORMAT,
];

/// The format of a name, if there is one.
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|f| f.id == id)
}

/// The findings of a run, and what else a reader must know of it.
#[derive(Debug)]
pub struct Report {
    findings: Vec<Finding>,
    /// How many articles were read.
    articles: usize,
    /// What could not be read, a sentence each.
    skipped: Vec<String>,
    /// From where on a finding fails the run.
    fail_on: Severity,
    paths: Paths,
    color: bool,
}

impl Report {
    /// A report whose strings are inert.
    pub fn new(findings: Vec<Finding>, articles: usize, skipped: Vec<String>, fail_on: Severity) -> Self {
        let findings = findings.into_iter().map(inert::finding).collect();
        let skipped = skipped.iter().map(|s| inert(s).into_owned()).collect();
        Report { findings, articles, skipped, fail_on, paths: Paths::default(), color: false }
    }

    /// Where paths begin for those who read them: reports of machines name files from the root of the repository on.
    pub fn paths(mut self, paths: Paths) -> Self {
        self.paths = paths;
        self
    }

    /// Colours for a terminal, in formats for people.
    pub fn color(mut self, color: bool) -> Self {
        self.color = color;
        self
    }

    /// Whether a finding fails the run.
    fn fails(&self, finding: &Finding) -> bool {
        finding.severity >= self.fail_on
    }

    /// *2 errors, 1 warning in 3 articles*.
    fn summary(&self) -> String {
        let count = |severity| self.findings.iter().filter(|f| f.severity == severity).count();
        let plural = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
        let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
            .into_iter()
            .filter(|s| count(*s) > 0)
            .map(|s| plural(count(s), s.as_str()))
            .collect();
        let found = if parts.is_empty() { "no findings".to_owned() } else { parts.join(", ") };
        let mut out = format!("{found} in {}", plural(self.articles, "article"));
        if !self.skipped.is_empty() {
            out.push_str(&format!("; {} could not be read", plural(self.skipped.len(), "file")));
        }
        out
    }
}

/// The message with all that belongs to it, a sentence a line.
fn lines(finding: &Finding) -> Vec<String> {
    let mut out = vec![finding.message.clone()];
    for note in &finding.notes {
        out.push(match &note.place {
            Some(place) => format!("{} ({}:{})", note.message, place.source, place.line),
            None => note.message.clone(),
        });
    }
    out.extend(finding.diff_text().map(|d| format!("changed: {d}")));
    out
}

#[cfg(test)]
mod tests;
