//! The record: one quote as it is exported. The fields and their meaning are a contract with everything that reads exports.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// How much of a quote stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// All of it.
    Direct,
    /// Some of it.
    Mixed,
    /// None of it.
    Indirect,
}

impl Kind {
    /// As it is exported.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Direct => "direct",
            Kind::Mixed => "mixed",
            Kind::Indirect => "indirect",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What to know about a record before trusting it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// The quote's closing mark is missing; it ends where the reporter plainly speaks again.
    Unclosed,
    /// The marks do not belong together: straight and curly, or a closing one that opens.
    MismatchedMarks,
    /// Goes on from the paragraph before.
    Continued,
    /// The name fits two people and nothing tells them apart; `speaker` is the name as it stands.
    AmbiguousSpeaker,
    /// The source is a person or people whom the article does not name: *a State Department official*.
    Anonymous,
    /// The source is a body: *the Pentagon*.
    Group,
    /// The source is a text: *the report*, *a poll*.
    Document,
    /// The speaker was found through a pronoun or a description: *he*, *the senator*.
    Resolved,
    /// A pronoun or a description that could be nobody or several people; `speaker` is the words as they stand, or null.
    Dangling,
    /// Marks or letters in the quote were repaired from mojibake.
    Repaired,
    /// A person has confirmed or corrected it.
    Reviewed,
    /// Words in marks that nobody is quoted as saying; shown with `--include-unattributed` only.
    NotSpeech,
}

impl Flag {
    /// As it is exported.
    pub fn as_str(self) -> &'static str {
        match self {
            Flag::Unclosed => "unclosed",
            Flag::MismatchedMarks => "mismatched_marks",
            Flag::Continued => "continued",
            Flag::AmbiguousSpeaker => "ambiguous_speaker",
            Flag::Anonymous => "anonymous",
            Flag::Group => "group",
            Flag::Document => "document",
            Flag::Resolved => "resolved",
            Flag::Dangling => "dangling",
            Flag::Repaired => "repaired",
            Flag::Reviewed => "reviewed",
            Flag::NotSpeech => "not_speech",
        }
    }
}

impl fmt::Display for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Words of the article with their place in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// First character (Unicode scalar value), counted from 0 in the article as read.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The words, as they stand there.
    pub text: String,
    /// The same place as bytes of [`crate::Article::body`].
    #[serde(skip)]
    pub bytes: Range<usize>,
}

/// One quote with its speaker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The words: outer marks stripped, escapes undone, white space folded, segments joined by a space.
    pub quote: String,
    /// Canonical name, or the words for an unnamed source; none where nobody is found.
    pub speaker: Option<String>,
    /// The lexicon's role on the article's date, else the article's own words.
    pub role: Option<String>,
    /// Where it was read.
    pub source: String,
    /// Direct, mixed or indirect.
    pub kind: Kind,
    /// Lexicon id.
    pub speaker_id: Option<String>,
    /// The article's own words for the speaker's role.
    pub stated_role: Option<String>,
    /// The words for the source beside the cue.
    pub mention: Option<Place>,
    /// The cue.
    pub cue: Option<Place>,
    /// The stretches of the article that make up the quote, without marks.
    pub segments: Vec<Place>,
    /// Shared by the quotes of one act of speech in one source, counted from 1.
    pub attribution: u32,
    /// The rule that decided.
    pub rule: String,
    /// Share of this rule's records that were right on annotated articles, 0 to 1.
    pub confidence: f32,
    /// 1-based line of the quote's first character.
    pub line: usize,
    /// 1-based column in characters.
    pub column: usize,
    /// CSS selector of the element in which the quote begins, where the input is a page.
    #[serde(default)]
    pub element: Option<String>,
    /// The sentence or sentences around the quote; one text for all quotes of a sentence.
    pub context: Arc<str>,
    /// What to know before trusting it, in the order of [`Flag`], each once.
    pub flags: Vec<Flag>,
    /// Stable while the same speaker says the same words in the same source.
    pub id: String,
}

impl Record {
    /// The confidence with no more digits than it is written with: `0.98`, where the nearest `f32` is 0.980000019.
    pub fn share(&self) -> f64 {
        (f64::from(self.confidence) * 1e6).round() / 1e6
    }
}
