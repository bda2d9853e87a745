//! The figures with their definitions, as rows of a table: what a metric's name means is said in one place.

use super::measure::{Counts, Recall};

/// A figure, or several that belong together.
pub struct Figure {
    /// Its name; metrics are called by it: `passage-f1`, `direct-strict-recall`.
    pub id: &'static str,
    /// What is measured.
    pub says: &'static str,
    /// Reads it from the counts.
    pub(super) value: fn(&Counts) -> Value,
}

impl std::fmt::Debug for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

/// The values of a figure, shares from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Precision, recall and F1.
    Balance([f64; 3]),
    /// Recall strict and soft, of so many.
    Recall([f64; 2], usize),
    /// A share of so many.
    Share(f64, usize),
}

impl Value {
    /// The metrics of a figure: endings of their names with their values.
    pub fn metrics(self) -> Vec<(&'static str, f64)> {
        match self {
            Value::Balance([p, r, f]) => vec![("-precision", p), ("-recall", r), ("-f1", f)],
            Value::Recall([strict, soft], _) => vec![("-strict-recall", strict), ("-soft-recall", soft)],
            Value::Share(share, _) => vec![("", share)],
        }
    }
}

/// The figures in the order they are shown.
pub const FIGURES: &[Figure] = &[
    Figure {
        id: "passage",
        says: "Passages between double marks: annotated if half of it is content, found if four fifths of it are. One found and not annotated, as a title or a scare quote, is wrong.",
        value: |c| Value::Balance(c.passage.figures()),
    },
    Figure {
        id: "speaker",
        says: "Annotated passages with a source: right if the words found for the speaker overlap it, or end in one of its words; in a corrected table, if the names are the same.",
        value: |c| Value::Balance(c.speaker.figures()),
    },
    Figure {
        id: "tokens",
        says: "Letters and digits of all contents.",
        value: |c| Value::Balance(c.letters.figures()),
    },
    Figure {
        id: "record",
        says: "Contents found exactly and with the right speaker; recall over speech.",
        value: |c| Value::Balance(c.record.figures()),
    },
    Figure { id: "strict-all", says: "Contents found exactly, of all attributions.", value: |c| strict(c, "all") },
    Figure {
        id: "soft-all",
        says: "The share of a content that the best quote shares, averaged (Johansson & Moschitti's partial measure).",
        value: |c| soft(c, "all"),
    },
    Figure {
        id: "strict-speech",
        says: "Contents found exactly, of speech: attributions with marks, or with a verb of saying or “according” for a cue.",
        value: |c| strict(c, "speech"),
    },
    Figure { id: "soft-speech", says: "The shared part, of speech.", value: |c| soft(c, "speech") },
    Figure { id: "direct", says: "All of the content stands in marks.", value: |c| recall(c, "direct") },
    Figure { id: "mixed", says: "Some of it does.", value: |c| recall(c, "mixed") },
    Figure { id: "indirect", says: "None of it does.", value: |c| recall(c, "indirect") },
    Figure {
        id: "indirect-speech",
        says: "None of it does, and the cue holds a verb of saying.",
        value: |c| recall(c, "indirect-speech"),
    },
    Figure {
        id: "source-right",
        says: "The right speaker, of contents of which half was found.",
        value: |c| Value::Share(c.source.share(), c.source.of),
    },
    Figure {
        id: "rows-right",
        says: "Rows of the export that can be used as they are: four fifths of the words are content of the speaker's.",
        value: |c| Value::Share(c.usable.share(), c.usable.of),
    },
];

fn strict(c: &Counts, of: &str) -> Value {
    let recall = c.recall.get(of).copied().unwrap_or_default();
    Value::Balance(super::measure::Both { precision: c.strict, recall: recall.strict }.figures())
}

fn soft(c: &Counts, of: &str) -> Value {
    let recall = c.recall.get(of).copied().unwrap_or_default();
    Value::Balance(super::measure::Both { precision: c.soft, recall: recall.soft }.figures())
}

fn recall(c: &Counts, of: &str) -> Value {
    let Recall { strict, soft } = c.recall.get(of).copied().unwrap_or_default();
    Value::Recall([strict.share(), soft.share()], strict.of)
}
