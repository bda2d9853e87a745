//! How good is it? Compares what was found with annotated quotes: brat standoff such as the PolNeAR corpus, or an export of ours that a
//! person corrected, which so becomes a regression test.
//!
//! Only letters and digits are compared, so that marks, spaces and punctuation never count, and a leading *that* of a content is passed
//! over. The records of one act of speech count as one quote. Each measure is defined at its row of [`FIGURES`].
//!
//! ```
//! use whosaid::{Article, Extractor, eval::{Gold, Report, measure}, lexicon::Lexicon};
//!
//! let gold = Gold::read_table("gold.csv", b"quote,speaker,source\nWe are late,Anna Berg,a.txt\n".to_vec()).unwrap();
//! let article = Article::new("a.txt", "“We are late,” Anna Berg said.");
//! let records = Extractor::new(Lexicon::empty()).extract(&article);
//! let mut report = Report::default();
//! report.add(measure(&article, &records, gold.document("a.txt").unwrap()));
//! assert_eq!(report.metric("passage-f1"), Some(1.0));
//! ```

mod brat;
mod errors;
mod figures;
mod gold;
mod letters;
mod locate;
mod measure;
mod passages;
mod report;
mod saying;
mod speaker;
mod table;
#[cfg(test)]
mod tests;

use std::path::Path;

pub use errors::{Cause, Miss};
pub use figures::{FIGURES, Figure, Value};
pub use gold::{Document, Gold};
pub use measure::{Measured, measure};
pub use report::{Report, RuleRow};

use crate::input::{Problem, display, plain_error};

impl Gold {
    /// Reads gold: a folder or an `.ann` file in brat standoff, or a corrected export (CSV, TSV, XLSX, JSON lines, JSON).
    ///
    /// # Errors
    /// Where none of it can be used; what cannot be used of the rest is in [`Gold::problems`].
    pub fn read(path: &Path) -> Result<Gold, Problem> {
        let file = display(path);
        if path.is_dir() {
            return brat::read_folder(path);
        }
        if path.extension().is_some_and(|e| e == "ann") && path.is_file() {
            return Ok(brat::read_file(path));
        }
        match std::fs::read(path) {
            Ok(bytes) => Gold::read_table(&file, bytes),
            Err(e) => {
                Err(Problem { source: file, line: None, message: format!("cannot be read: {}", plain_error(&e)) })
            }
        }
    }

    /// Reads a corrected export; `file` is what problems call it.
    ///
    /// # Errors
    /// Where it is no table or lacks the columns `quote` and `source`.
    pub fn read_table(file: &str, bytes: Vec<u8>) -> Result<Gold, Problem> {
        table::read(file, bytes)
    }

    /// The annotations of an article: by what exports call it, else by the stem of its file's name, with or without an annotator behind
    /// the last underscore, else by the file's name alone.
    pub fn document(&self, source: &str) -> Option<&Document> {
        let file = Path::new(source);
        let only = |fits: &dyn Fn(&Document) -> bool| {
            let mut found = self.documents.iter().filter(|d| fits(d));
            found.next().filter(|_| found.next().is_none())
        };
        only(&|d| d.name == source)
            .or_else(|| only(&|d| Some(d.name.as_ref()) == file.file_stem()))
            .or_else(|| {
                let stem = file.file_stem()?;
                only(&|d| d.name.rsplit_once('_').is_some_and(|(name, _)| stem == name))
            })
            .or_else(|| only(&|d| file.file_name().is_some() && Path::new(&d.name).file_name() == file.file_name()))
    }
}
