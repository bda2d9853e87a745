//! One article as it was read: its text, where it came from, and the way back from the text to the input's offsets. Made by `input`,
//! read by everyone.

use crate::lexicon::Date;
use crate::silence::Silence;

/// An article to be read for quotes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// What exports call it: a path, a URL or the id of a JSON line.
    pub source: String,
    /// Its text. Spans and byte ranges point into it.
    pub body: String,
    /// Its title, if the format has one apart from the text.
    pub title: Option<String>,
    /// The day it was published.
    pub date: Option<Date>,
    /// Comments that silence a check on a paragraph; they are no longer in the text.
    pub silences: Vec<Silence>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// Places where the text was repaired, if any: offsets of records point into the input as it was.
    pub repairs: Vec<Repair>,
    /// What was noticed while reading: *mojibake*, *windows-1252*.
    pub notes: Vec<String>,
}

/// A stretch of the input that was replaced by another in [`Article::body`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Byte in the body where the replacement begins.
    pub at: usize,
    /// Length of the replacement in characters.
    pub chars: usize,
    /// What stood in the input.
    pub original: String,
}

impl Article {
    /// An article of plain text called `source`.
    pub fn new(source: impl Into<String>, body: impl Into<String>) -> Self {
        Article { source: source.into(), body: body.into(), ..Article::default() }
    }
}
