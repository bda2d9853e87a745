//! One article as it was read: its text, where it came from, and the way back from the text to the input's offsets. Made by `input`,
//! read by everyone.

use std::borrow::Cow;

use crate::lexicon::Date;
use crate::silence::Silence;

/// An article to be read for quotes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// What exports call it: a path, a URL or the id of a JSON line.
    pub source: String,
    /// The file it was read from, as given; none for standard input. `source` is another name where a file holds many articles.
    pub path: Option<String>,
    /// Its text. Spans and byte ranges point into it.
    pub body: String,
    /// Its title, if the format has one apart from the text.
    pub title: Option<String>,
    /// Who wrote it, if the format says so.
    pub author: Option<String>,
    /// The day it was published.
    pub date: Option<Date>,
    /// Comments that silence a check on a paragraph; they are no longer in the text.
    pub silences: Vec<Silence>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// Where the text differs from the input, in its order: offsets of records point into the input as it was.
    pub repairs: Vec<Repair>,
    /// Where in the page the text stood, in its order: formats with elements only.
    pub elements: Vec<Element>,
    /// What was noticed while reading: *decoded from windows-1252*.
    pub notes: Vec<String>,
}

/// A stretch of the input that was replaced by another in [`Article::body`], left out of it, or put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Byte in the body where the replacement begins.
    pub at: usize,
    /// Length of the replacement in characters; 0 where the input's words were left out.
    pub chars: usize,
    /// What stood in the input; empty where something was put in.
    pub original: String,
    /// Why.
    pub cause: Cause,
}

/// Why the text differs from the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The format's own signs, no words: `**`, `](https://…)`.
    Markup,
    /// Letters or marks that were decoded wrongly before they came here: `â€œ` for `“`.
    Mojibake,
}

/// The element of a page in which a stretch of the text stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Byte in the body where the stretch begins; it ends where the next one does.
    pub at: usize,
    /// CSS selector of the element in the page as it was read: `html > body > article > p:nth-of-type(3)`.
    pub selector: String,
}

impl Article {
    /// An article of plain text called `source`.
    pub fn new(source: impl Into<String>, body: impl Into<String>) -> Self {
        Article { source: source.into(), body: body.into(), ..Article::default() }
    }

    /// The text as it stood in the input, which is what offsets of records point into.
    ///
    /// ```
    /// use whosaid::{Article, Cause, Repair};
    /// let mut article = Article::new("a.txt", "“Yes,” she said.");
    /// article.repairs.push(Repair { at: 0, chars: 1, original: "â€œ".to_owned(), cause: Cause::Mojibake });
    /// assert_eq!(article.original(), "â€œYes,” she said.");
    /// ```
    pub fn original(&self) -> Cow<'_, str> {
        if self.repairs.is_empty() {
            return Cow::Borrowed(&self.body);
        }
        let mut out = String::with_capacity(self.body.len());
        let mut at = 0;
        for repair in &self.repairs {
            out.push_str(&self.body[at..repair.at]);
            out.push_str(&repair.original);
            at = repair.at + self.replacement(repair).len();
        }
        out.push_str(&self.body[at..]);
        Cow::Owned(out)
    }

    /// The words of the body that a repair put in place of the input's.
    pub(crate) fn replacement(&self, repair: &Repair) -> &str {
        let rest = &self.body[repair.at..];
        let end = rest.char_indices().nth(repair.chars).map_or(rest.len(), |(i, _)| i);
        &rest[..end]
    }

    /// The element of the page in which byte `at` of the body stood.
    pub fn element_at(&self, at: usize) -> Option<&str> {
        let next = self.elements.partition_point(|e| e.at <= at);
        self.elements.get(next.checked_sub(1)?).map(|e| e.selector.as_str())
    }
}
