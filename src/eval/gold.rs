//! Annotated quotes as they were read from a file, before the article is seen; and what they come to in the article's letters.

use std::ops::Range;
use std::path::PathBuf;

use super::letters::{Letters, Set};
use super::locate::locate;
use super::passages::passages;
use super::saying::is_saying;
use super::speaker::Source;
use crate::input::Problem;
use crate::output::one_line;
use crate::record::Kind;
use crate::records::clean;

/// Annotated quotes of any number of articles.
#[derive(Debug, Default)]
pub struct Gold {
    /// The articles in the order of their files or first rows.
    pub documents: Vec<Document>,
    /// The files that hold the articles, where the gold says so.
    pub texts: Vec<PathBuf>,
    /// What could not be used.
    pub problems: Vec<Problem>,
    /// What to know: several annotators, rows without a decision.
    pub notes: Vec<String>,
}

/// The annotated quotes of one article.
#[derive(Debug, Default)]
pub struct Document {
    /// The article: the stem of its file's name, or what exports call it.
    pub name: String,
    /// The file that holds the annotations.
    pub file: String,
    /// The line to name for the document itself.
    pub line: usize,
    /// Its acts of speech.
    pub(crate) entries: Vec<Entry>,
}

/// One act of speech as the gold has it.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    pub contents: Vec<Marked>,
    pub source: Vec<Marked>,
    pub cue: Vec<Marked>,
    /// The speaker's name, where the gold is a table; empty for nobody.
    pub name: Option<String>,
    /// The kind, where the gold says it; else it is told by the marks.
    pub kind: Option<Kind>,
}

/// Words of the article, with the line of the gold's file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marked {
    pub line: usize,
    /// Characters; empty where the words must be looked for.
    pub ranges: Vec<Range<usize>>,
    /// The words as the gold has them; empty where it has none.
    pub words: String,
    /// The words were cut off at a line's end.
    pub is_cut: bool,
    /// Line of the article near which to look for the words.
    pub near: Option<usize>,
    /// A person may have changed the words: then they count, and the ranges only say where to look.
    pub is_editable: bool,
}

/// An annotated act of speech in its article.
#[derive(Clone, Debug)]
pub(crate) struct Attribution {
    pub content: Set,
    pub source: Source,
    pub kind: Kind,
    /// It has marks, or a verb of saying for a cue.
    pub is_speech: bool,
    /// The first character of its content.
    pub start: usize,
    /// Its words, for the list of errors.
    pub ranges: Vec<Range<usize>>,
}

impl Document {
    /// The document in the letters of its article, and what does not fit it.
    pub(crate) fn resolve(&self, letters: &Letters) -> (Vec<Attribution>, Vec<Problem>) {
        let mut problems = Vec::new();
        let quoted = letters.of(&passages(letters.chars()));
        let mut out = Vec::new();
        for entry in &self.entries {
            let mut find = |marked: &[Marked]| -> Vec<Range<usize>> {
                let mut ranges = Vec::new();
                for m in marked {
                    let (found, mistake) = m.resolve(letters);
                    ranges.extend(found);
                    problems.extend(mistake.map(|message| Problem {
                        source: self.file.clone(),
                        line: Some(m.line),
                        message,
                    }));
                }
                ranges.sort_by_key(|r| (r.start, r.end));
                ranges
            };
            let ranges = find(&entry.contents);
            let source = find(&entry.source);
            let cue = find(&entry.cue);
            let content = letters.of_content(&ranges);
            if content.is_empty() {
                continue;
            }
            let share = letters.of(&ranges).share_in(&quoted);
            let kind = entry.kind.unwrap_or(match share {
                s if s > 0.98 => Kind::Direct,
                s if s < 0.02 => Kind::Indirect,
                _ => Kind::Mixed,
            });
            let source = match &entry.name {
                Some(name) if name.trim().is_empty() => Source::Nobody,
                Some(name) => Source::Named(name.clone()),
                None => Source::marked(letters, &source),
            };
            let cue_words = cue.iter().map(|r| letters.text(r)).collect::<Vec<_>>().join(" ");
            // A table holds nothing but speech.
            let is_speech = kind != Kind::Indirect || entry.name.is_some() || is_saying(&cue_words);
            out.push(Attribution { content, source, kind, is_speech, start: ranges[0].start, ranges });
        }
        (out, problems)
    }
}

impl Marked {
    /// Where the words stand in the article, and what is wrong with that.
    fn resolve(&self, letters: &Letters) -> (Vec<Range<usize>>, Option<String>) {
        let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        // As exports clean it: escapes are undone.
        let here: String = self.ranges.iter().map(|r| plain(&clean(&letters.text(r)))).collect();
        let words = plain(&self.words);
        let is_same = if self.is_cut { here.starts_with(&words) } else { here == words };
        let last = self.ranges.iter().map(|r| r.end).max();
        let is_inside = last.is_some_and(|l| l <= letters.len());
        if is_inside && (words.is_empty() || is_same) {
            return (self.ranges.clone(), None);
        }
        if self.is_editable {
            let near = self.ranges.first().map(|r| r.start);
            let near = near.or_else(|| letters.start_of_line(self.near?)).unwrap_or(0);
            return match locate(letters, &self.words, near) {
                Some(found) => (found, None),
                None => (
                    Vec::new(),
                    Some(format!("{} is not in the article: correct the quote or the source", shown(&self.words))),
                ),
            };
        }
        let message = if is_inside {
            let there = self.ranges.iter().map(|r| letters.text(r)).collect::<Vec<_>>().join(" ");
            format!(
                "says {}, where the article has {}: the annotations are for another text",
                shown(&self.words),
                shown(&there)
            )
        } else {
            format!(
                "ends at character {}, but the article has {}: the annotations are for another text",
                last.unwrap_or(0),
                letters.len()
            )
        };
        (self.ranges.clone(), Some(message))
    }
}

fn shown(words: &str) -> String {
    format!("“{}”", one_line(words, 60))
}
