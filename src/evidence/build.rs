//! Builds the index: one pass over each document that gives words numbers, then two over the numbers that sort the places of all
//! neighbouring pairs into buckets. Nothing is sorted by comparing, so a gigabyte takes a minute, not an hour.

use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::labels::Labels;
use super::words::{Piece, Pieces, normal};
use super::{DOCUMENT, Document, Index, TURN, bucket};

/// The record has more words than the index can count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the record holds more than four thousand million words: split it")]
pub struct TooLarge;

/// Collects the documents of a record.
#[derive(Debug)]
pub struct Builder {
    index: Index,
    /// The number of the label that speaks.
    speaking: u32,
    scratch: String,
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder {
    /// A record without documents.
    pub fn new() -> Self {
        let mut surfaces: IndexSet<Box<str>, FxBuildHasher> = IndexSet::default();
        let mut normals: FxHashMap<Box<str>, u32> = FxHashMap::default();
        for (number, boundary) in [(DOCUMENT, "\0document"), (TURN, "\0turn")] {
            surfaces.insert(boundary.into());
            normals.insert(boundary.into(), number);
        }
        let mut labels: IndexSet<Box<str>, FxBuildHasher> = IndexSet::default();
        labels.insert("".into());
        let index = Index {
            documents: Vec::new(),
            surfaces,
            normal_of: vec![DOCUMENT, TURN],
            normals,
            words: vec![DOCUMENT],
            lines: Vec::new(),
            turns: Vec::new(),
            labels,
            buckets: Vec::new(),
            postings: Vec::new(),
        };
        Builder { index, speaking: 0, scratch: String::new() }
    }

    /// Adds a document; `source` is what places in it are called.
    ///
    /// # Errors
    /// [`TooLarge`] when the words can no longer be counted.
    pub fn add(&mut self, source: &str, text: &str) -> Result<(), TooLarge> {
        if self.index.words.len() + text.len() / 2 + 2 >= u32::MAX as usize {
            return Err(TooLarge);
        }
        self.index.documents.push(Document {
            source: source.to_owned(),
            first_word: self.index.words.len() as u32,
            first_line: self.index.lines.len() as u32,
        });
        self.turn("");
        let labels = Labels::of(text);
        for line in text.split('\n') {
            self.index.lines.push(self.index.words.len() as u32);
            let line = match labels.at(line) {
                Some((label, at)) => {
                    self.turn(label);
                    &line[at..]
                }
                None => line,
            };
            self.line(line);
        }
        self.index.words.push(DOCUMENT);
        Ok(())
    }

    /// Another label speaks; the same one again is no break.
    fn turn(&mut self, label: &str) {
        let (number, _) = self.index.labels.insert_full(label.into());
        let number = number as u32;
        if number != self.speaking {
            if label.is_empty() {
                // A new document: its boundary is there already.
            } else if self.index.words.last() != Some(&DOCUMENT) {
                self.index.words.push(TURN);
            }
            self.speaking = number;
            self.index.turns.push((self.index.words.len() as u32, number));
        }
    }

    fn line(&mut self, line: &str) {
        let mut pending: Option<std::ops::Range<usize>> = None;
        for piece in Pieces::new(line) {
            let Piece::Word(word) = piece else { continue };
            if let Some(before) = pending.replace(word.clone()) {
                self.word(line, before, word.start);
            }
        }
        if let Some(before) = pending {
            self.word(line, before, line.len());
        }
    }

    /// Adds a word with what stands up to the next.
    fn word(&mut self, line: &str, word: std::ops::Range<usize>, next: usize) {
        let gap = &line[word.end..next];
        let plain = gap == " " || gap.is_empty() || gap.len() < 8 && !gap.contains("  ") && !gap.contains(['\t', '\r']);
        let last = next == line.len();
        let number = if plain && !last {
            self.surface(&line[word.start..next], word.len())
        } else {
            let mut written = line[word.clone()].to_owned();
            let mut space = false;
            for c in gap.chars().take(24) {
                let white = c.is_whitespace();
                if !white || !space {
                    written.push(if white { ' ' } else { c });
                }
                space = white;
            }
            if last && !space {
                written.push(' ');
            }
            self.surface(&written, word.len())
        };
        self.index.words.push(number);
    }

    fn surface(&mut self, written: &str, word: usize) -> u32 {
        if let Some(number) = self.index.surfaces.get_index_of(written) {
            return number as u32;
        }
        normal(&written[..word], &mut self.scratch);
        let next = self.index.normals.len() as u32;
        let normal = match self.index.normals.get(self.scratch.as_str()) {
            Some(&number) => number,
            None => {
                self.index.normals.insert(self.scratch.as_str().into(), next);
                next
            }
        };
        self.index.normal_of.push(normal);
        self.index.surfaces.insert_full(written.into()).0 as u32
    }

    /// Sorts the places of all pairs; look-ups can begin.
    pub fn finish(self) -> Index {
        let mut index = self.index;
        let count = (index.words.len() / 2).next_power_of_two().clamp(1 << 10, 1 << 26);
        let pair = |index: &Index, i: usize| {
            let (first, second) = (index.normal(i), index.normal(i + 1));
            (first > TURN && second > TURN).then(|| bucket(first, second, count))
        };
        let mut buckets = vec![0u32; count + 1];
        let pairs = index.words.len().saturating_sub(1);
        for i in 0..pairs {
            if let Some(b) = pair(&index, i) {
                buckets[b] += 1;
            }
        }
        let mut sum = 0;
        for b in &mut buckets {
            sum += *b;
            *b = sum; // the end of the bucket; filling from behind makes it the start
        }
        let mut postings = vec![0u32; sum as usize];
        for i in (0..pairs).rev() {
            if let Some(b) = pair(&index, i) {
                buckets[b] -= 1;
                postings[buckets[b] as usize] = i as u32;
            }
        }
        index.buckets = buckets;
        index.postings = postings;
        index
    }
}
