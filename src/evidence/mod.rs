//! The record that quotes are held against: transcripts, releases, earlier articles. Indexed once, by pairs of neighbouring words, so
//! that a look-up reads a few postings and never the text; about two bytes of memory a byte of text. Knows nothing of articles or
//! findings.
//!
//! ```
//! use whosaid::evidence::Builder;
//!
//! let mut builder = Builder::new();
//! builder.add("briefing.txt", "Q  Will it close?\nMS. BERG: We will never close the port, and that is final.").unwrap();
//! let index = builder.finish();
//!
//! let quote = index.pattern("[W]e will never close the port … that is final!");
//! let hit = &index.find(&quote, 1).unwrap()[0];
//! assert_eq!(index.place(hit.start).label, Some("MS. BERG"));
//! assert_eq!(index.place(hit.start).line, 2);
//!
//! let altered = index.pattern("We will close the port, and that is final");
//! assert!(index.find(&altered, 1).unwrap().is_empty());
//! assert_eq!(index.nearest(&altered, 1)[0].changes.len(), 3);
//! ```

mod build;
mod labels;
mod lookup;
mod words;

pub use build::{Builder, TooLarge};
pub use lookup::{Change, ChangeKind, Hit, Near, Pattern};

use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Between documents, and between two speakers of one; both stand where no word can.
pub(crate) const DOCUMENT: u32 = 0;
pub(crate) const TURN: u32 = 1;

/// A record, ready for look-ups. Positions count its words.
#[derive(Debug)]
pub struct Index {
    documents: Vec<Document>,
    /// Every word as it is written, with what stands up to the next one.
    surfaces: IndexSet<Box<str>, FxBuildHasher>,
    /// The normal form of each surface.
    normal_of: Vec<u32>,
    normals: FxHashMap<Box<str>, u32>,
    /// The record: surfaces in order, with [`DOCUMENT`] and [`TURN`] between.
    words: Vec<u32>,
    /// The position at which each line of each document begins.
    lines: Vec<u32>,
    /// Positions at which the speaker changes, with the label's number.
    turns: Vec<(u32, u32)>,
    labels: IndexSet<Box<str>, FxBuildHasher>,
    /// Where the postings of each bucket begin; one more at the end.
    buckets: Vec<u32>,
    /// Positions of pairs of words, bucket by bucket, ascending.
    postings: Vec<u32>,
}

#[derive(Debug)]
struct Document {
    source: String,
    first_word: u32,
    first_line: u32,
}

/// Where a position of the record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source<'a> {
    /// The document as it was named.
    pub source: &'a str,
    /// Its 1-based line.
    pub line: usize,
    /// The transcript's label for who speaks there; none in other texts.
    pub label: Option<&'a str>,
}

impl Index {
    /// The number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The number of documents.
    pub fn documents(&self) -> usize {
        self.documents.len()
    }

    /// The number of the document that holds a position, in the order they were added.
    pub fn document(&self, at: usize) -> usize {
        self.documents.partition_point(|d| d.first_word as usize <= at).saturating_sub(1)
    }

    /// Where a position stands.
    pub fn place(&self, at: usize) -> Source<'_> {
        let number = self.document(at);
        let document = &self.documents[number];
        let end = self.documents.get(number + 1).map_or(self.lines.len(), |d| d.first_line as usize);
        let lines = &self.lines[document.first_line as usize..end];
        let line = lines.partition_point(|&l| l as usize <= at);
        let turn = self.turns.partition_point(|t| t.0 as usize <= at);
        let label = turn.checked_sub(1).and_then(|t| self.labels.get_index(self.turns[t].1 as usize));
        Source { source: &document.source, line, label: label.map(|l| &**l).filter(|l| !l.is_empty()) }
    }

    /// The words from one position up to, not including, another, as they are written.
    pub fn text(&self, range: std::ops::Range<usize>) -> String {
        let mut out = String::new();
        for &word in &self.words[range] {
            if word > TURN {
                out.push_str(self.surface(word));
            } else if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        }
        out.truncate(out.trim_end().len());
        out
    }

    fn surface(&self, word: u32) -> &str {
        self.surfaces.get_index(word as usize).map_or("", |s| s)
    }

    fn normal(&self, at: usize) -> u32 {
        self.normal_of[self.words[at] as usize]
    }

    /// The positions where two words may follow each other: all that do, and few that do not.
    fn postings(&self, first: u32, second: u32) -> &[u32] {
        let bucket = bucket(first, second, self.buckets.len() - 1);
        &self.postings[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize]
    }
}

/// The bucket of a pair; `buckets` is a power of two.
fn bucket(first: u32, second: u32, buckets: usize) -> usize {
    let mixed = (u64::from(first) << 32 | u64::from(second)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed >> 32) as usize & (buckets - 1)
}

/// A text's words as comparisons see them, each with a space between: equal for two quotes that differ in lawful ways only, but for
/// what they leave out.
///
/// ```
/// use whosaid::evidence::normal_text;
/// assert_eq!(normal_text("“We’re not there, — yet!”"), normal_text("we're not there yet"));
/// ```
pub fn normal_text(text: &str) -> String {
    let (mut out, mut form) = (String::new(), String::new());
    for piece in words::Pieces::new(text) {
        let word = match piece {
            words::Piece::Word(at) => {
                words::normal(&text[at], &mut form);
                form.as_str()
            }
            words::Piece::Ellipsis => "…",
            words::Piece::Bracket => "[]",
        };
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
