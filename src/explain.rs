//! How an article's quotes came about: every stage's result with the decisions between them, as data. `whosaid explain` prints it.

use std::ops::Range;

use crate::Reading;
use crate::attribution::{self, CueStory, Passed, Statement};
use crate::places::Places;
use crate::record::Record;

pub use crate::identity::{Proof, Seen};

/// An article's quotes with all that was decided on the way.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// Tokens, paragraphs, passages, sentences, and the records that came of them.
    pub reading: Reading<'a>,
    /// Every spelling of a cue in the order of the text, and what became of it.
    pub cues: Vec<CueStory>,
    /// The people of the article.
    pub people: Vec<Seen>,
    /// The acts of speech; the records of number `n` have the attribution `n + 1`.
    pub statements: Vec<Statement>,
    /// For each passage in marks, whose it is.
    pub passages: Vec<Fate>,
}

/// What became of a passage in marks.
#[derive(Clone, Copy)]
pub enum Fate {
    /// It is content of the statement of this number.
    Content(usize),
    /// It was left alone.
    Passed(Passed),
    /// No rule found anything to do with it.
    Undecided,
}

impl std::fmt::Debug for Fate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fate::Content(n) => write!(f, "Content({n})"),
            Fate::Passed(Passed::Single) => f.write_str("Single"),
            Fate::Passed(Passed::NotSpeech(sign)) => write!(f, "NotSpeech({})", sign.id),
            Fate::Undecided => f.write_str("Undecided"),
        }
    }
}

impl<'a> Explanation<'a> {
    pub(crate) fn new(
        reading: Reading<'a>,
        mut cues: Vec<CueStory>,
        people: Vec<Seen>,
        statements: Vec<Statement>,
    ) -> Self {
        cues.sort_by_key(|c| (c.tokens.start, c.tokens.end));
        let text = &reading.text;
        let fate = |p: usize| {
            let tokens = &text.passages[p].tokens;
            let inside = |c: &Range<usize>| c.start < tokens.end && tokens.start < c.end;
            match statements.iter().position(|s| s.contents.iter().any(inside)) {
                Some(n) => Fate::Content(n),
                None => attribution::passed_over(text, p).map_or(Fate::Undecided, Fate::Passed),
            }
        };
        let passages = (0..text.passages.len()).map(fate).collect();
        Explanation { reading, cues, people, statements, passages }
    }

    /// The records of a statement, by its number.
    pub fn records(&self, statement: usize) -> impl Iterator<Item = &Record> {
        self.reading.records.iter().filter(move |r| r.attribution as usize == statement + 1)
    }

    /// Line and column of each of these token ranges in the input, from 1, the column in characters.
    pub fn places(&self, tokens: &[Range<usize>]) -> Vec<(usize, usize)> {
        let places = Places::new(self.reading.article);
        tokens.iter().map(|t| places.line_column(self.reading.text.span(t.clone()))).collect()
    }
}
