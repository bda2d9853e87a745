//! Who is quoted, and in which words: tables of sentences, one row a construction, the negative ones beside them.

mod marks;
mod names;
mod references;
mod subjects;

use whosaid::lexicon::Lexicon;
use whosaid::{Article, Extractor};

/// A sentence and what is found in it, a row each: *speaker: quote*.
type Row = (&'static str, &'static [&'static str]);

fn told(rows: &[Row]) {
    let extractor = Extractor::new(Lexicon::empty());
    let mut wrong = Vec::new();
    for (text, expected) in rows {
        let records = extractor.extract(&Article::new("row", *text));
        let found: Vec<String> =
            records.iter().map(|r| format!("{}: {}", r.speaker.as_deref().unwrap_or_default(), r.quote)).collect();
        if found != *expected {
            wrong.push(format!("{text}\n  wants {expected:?}\n  finds {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn subjects_are_told() {
    told(subjects::ROWS);
}

#[test]
fn names_are_told() {
    told(names::ROWS);
}

#[test]
fn references_are_told() {
    told(references::ROWS);
}

#[test]
fn marks_are_told() {
    told(marks::ROWS);
}
