//! From records to bytes: one file a format, one line a format in [`FORMATS`]. Sees articles and records, nothing of how they were found.

mod cell;
mod csv;
pub mod findings;
mod jsonl;

use std::io::{self, Write};
use std::path::Path;

use crate::article::Article;
use crate::record::{Kind, Record};

/// Where records go.
pub trait Sink {
    /// Takes the records of one article; called once an article, in order.
    ///
    /// # Errors
    /// What the writer behind it reports.
    fn article(&mut self, article: &Article, records: &[Record]) -> io::Result<()>;

    /// Writes what is left to write.
    ///
    /// # Errors
    /// What the writer behind it reports.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// How to write.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The columns of tables, in order; empty for all.
    pub columns: Vec<&'static Column>,
    /// Leave cells as they are, even where a spreadsheet would run them.
    pub raw: bool,
}

/// An output format.
pub struct Format {
    /// Its name for `--format`.
    pub id: &'static str,
    /// Endings of file names, without the dot.
    pub endings: &'static [&'static str],
    /// A sentence about it.
    pub about: &'static str,
    /// Starts writing.
    pub open: for<'a> fn(Box<dyn Write + Send + 'a>, &Options) -> io::Result<Box<dyn Sink + Send + 'a>>,
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

/// The formats, in the order help shows them; the first is the default.
pub const FORMATS: &[Format] = &[csv::FORMAT, jsonl::FORMAT];

/// The format of a name, if there is one.
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|f| f.id == id)
}

/// The format a file's ending names.
pub fn format_of(path: &Path) -> Option<&'static Format> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    FORMATS.iter().find(|f| f.endings.contains(&ending.as_str()))
}

/// A field of a record as a column of tables.
#[derive(Debug)]
pub struct Column {
    /// Its name, the field's name in JSON.
    pub name: &'static str,
    /// Its value as text.
    pub value: fn(&Record) -> String,
}

/// The columns of tables in their order: the fields of the record, the four that answer the question first.
pub const COLUMNS: &[Column] = &[
    Column { name: "quote", value: |r| r.quote.clone() },
    Column { name: "speaker", value: |r| r.speaker.clone().unwrap_or_default() },
    Column { name: "role", value: |r| r.role.clone().unwrap_or_default() },
    Column { name: "source", value: |r| r.source.clone() },
    Column { name: "kind", value: |r| r.kind.to_string() },
    Column { name: "speaker_id", value: |r| r.speaker_id.clone().unwrap_or_default() },
    Column { name: "stated_role", value: |r| r.stated_role.clone().unwrap_or_default() },
    Column { name: "mention", value: |r| r.mention.as_ref().map(|p| p.text.clone()).unwrap_or_default() },
    Column { name: "cue", value: |r| r.cue.as_ref().map(|p| p.text.clone()).unwrap_or_default() },
    Column {
        name: "segments",
        value: |r| r.segments.iter().map(|s| format!("{}-{}", s.start, s.end)).collect::<Vec<_>>().join(";"),
    },
    Column { name: "attribution", value: |r| r.attribution.to_string() },
    Column { name: "rule", value: |r| r.rule.clone() },
    Column { name: "confidence", value: |r| format!("{:.2}", r.confidence) },
    Column { name: "line", value: |r| r.line.to_string() },
    Column { name: "column", value: |r| r.column.to_string() },
    Column { name: "context", value: |r| r.context.clone() },
    Column { name: "flags", value: |r| r.flags.iter().map(|f| f.as_str()).collect::<Vec<_>>().join(";") },
    Column { name: "id", value: |r| r.id.clone() },
];

/// The column of a name, if there is one.
pub fn column(name: &str) -> Option<&'static Column> {
    COLUMNS.iter().find(|c| c.name == name)
}

/// The kinds a list such as `direct,mixed` names, or the word that names none.
///
/// # Errors
/// The first word that is no kind.
pub fn kinds(list: &str) -> Result<Vec<Kind>, String> {
    list.split(',')
        .map(str::trim)
        .map(|word| {
            [Kind::Direct, Kind::Mixed, Kind::Indirect]
                .into_iter()
                .find(|k| k.as_str() == word)
                .ok_or_else(|| word.to_owned())
        })
        .collect()
}
