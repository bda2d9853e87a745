//! From records to bytes: one file a format, one line a format in [`FORMATS`]. Sees articles and records, nothing of how they were found.

#[cfg(feature = "arrow")]
pub mod arrow;
mod brat;
mod cell;
mod csv;
pub mod findings;
mod html;
mod inert;
mod json;
mod jsonl;
mod link;
mod markdown;
#[cfg(feature = "parquet")]
mod parquet;
mod schemaorg;
#[cfg(feature = "xlsx")]
mod sheet;
mod tei;
mod tsv;
mod webanno;
#[cfg(feature = "xlsx")]
mod xlsx;

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub use cell::{safe, unsafe_again};
pub use inert::{inert, one_line, to_writer};
pub use link::{Links, text_fragment};

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

/// A folder that a format of several files writes to.
pub trait Folder {
    /// Adds a file of that name, which holds no separators.
    ///
    /// # Errors
    /// What the file system reports.
    fn add(&mut self, name: &str, content: &[u8]) -> io::Result<()>;

    /// Adds a file that users change, unless it is there.
    ///
    /// # Errors
    /// What the file system reports.
    fn add_new(&mut self, name: &str, content: &[u8]) -> io::Result<()>;
}

/// How to write.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The columns of tables, in order; empty for those the format has by itself.
    pub columns: Vec<&'static Column>,
    /// Leave cells as they are, even where a spreadsheet would run them.
    pub raw: bool,
    /// How CSV is written for a program that is particular.
    pub dialect: Dialect,
    /// How the export was made, for formats that say so: names and values, as *lexicon: speakers.toml*.
    pub about: Vec<(String, String)>,
    /// From where to where links to files lead; none where the output has no place.
    pub links: Option<Base>,
}

/// The signs of a CSV file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// Commas, no byte-order mark: RFC 4180.
    #[default]
    Plain,
    /// Byte-order mark and commas: Excel where numbers are written 0.5.
    ExcelComma,
    /// Byte-order mark, semicolons, and commas in numbers: Excel where they are written 0,5.
    ExcelSemicolon,
}

/// What links to files are worked out from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// The folder that paths of articles are relative to: absolute.
    pub current: PathBuf,
    /// The folder that the output is written to: absolute.
    pub output: PathBuf,
}

/// Starts writing to a stream.
pub type OpenStream = for<'a> fn(Box<dyn Write + Send + 'a>, &Options) -> io::Result<Box<dyn Sink + Send + 'a>>;
/// Starts writing to a folder.
pub type OpenFolder = for<'a> fn(Box<dyn Folder + Send + 'a>, &Options) -> io::Result<Box<dyn Sink + Send + 'a>>;

/// Where a format goes.
#[derive(Clone, Copy)]
pub enum Open {
    /// Into one stream.
    Stream(OpenStream),
    /// Into a folder, several files an article.
    Folder(OpenFolder),
}

/// An output format.
pub struct Format {
    /// Its name for `--format`.
    pub id: &'static str,
    /// Endings of file names, without the dot.
    pub endings: &'static [&'static str],
    /// A sentence about it.
    pub about: &'static str,
    /// Whether it is no text, to be kept from terminals.
    pub binary: bool,
    /// Starts writing.
    pub open: Open,
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

/// The formats, in the order help shows them; the first is the default.
pub const FORMATS: &[Format] = &[
    csv::FORMAT,
    tsv::FORMAT,
    #[cfg(feature = "xlsx")]
    xlsx::FORMAT,
    html::FORMAT,
    jsonl::FORMAT,
    json::FORMAT,
    #[cfg(feature = "parquet")]
    parquet::FORMAT,
    markdown::FORMAT,
    webanno::FORMAT,
    schemaorg::FORMAT,
    tei::FORMAT,
    brat::FORMAT,
];

/// The format of a name, if there is one.
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|f| f.id == id)
}

/// The format a file's ending names.
pub fn format_of(path: &Path) -> Option<&'static Format> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    FORMATS.iter().find(|f| f.endings.contains(&ending.as_str()))
}

/// A record in its article, as columns see it.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// The article.
    pub article: &'a Article,
    /// The record.
    pub record: &'a Record,
    /// Links to places in the article.
    pub links: &'a Links<'a>,
}

/// Takes a column's value from a row.
pub type Value = for<'a> fn(Row<'a>) -> Cow<'a, str>;

/// A field of a record, or something else to say about it, as a column of tables.
pub struct Column {
    /// Its name, the field's name in JSON.
    pub name: &'static str,
    /// Whether its values are numbers.
    pub number: bool,
    /// Its value as text.
    pub value: Value,
}

impl std::fmt::Debug for Column {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

const fn text(name: &'static str, value: Value) -> Column {
    Column { name, number: false, value }
}

const fn number(name: &'static str, value: Value) -> Column {
    Column { name, number: true, value }
}

/// The columns of tables in their order: the fields of the record, the four that answer the question first. [`EXTRA`] come on request.
pub const COLUMNS: &[Column] = &[
    text("quote", |r| (&r.record.quote).into()),
    text("speaker", |r| or_empty(&r.record.speaker)),
    text("role", |r| or_empty(&r.record.role)),
    text("source", |r| (&r.record.source).into()),
    text("kind", |r| r.record.kind.as_str().into()),
    text("speaker_id", |r| or_empty(&r.record.speaker_id)),
    text("stated_role", |r| or_empty(&r.record.stated_role)),
    text("mention", |r| r.record.mention.as_ref().map_or("", |p| &p.text).into()),
    text("cue", |r| r.record.cue.as_ref().map_or("", |p| &p.text).into()),
    text("segments", |r| {
        r.record.segments.iter().map(|s| format!("{}-{}", s.start, s.end)).collect::<Vec<_>>().join(";").into()
    }),
    number("attribution", |r| r.record.attribution.to_string().into()),
    text("rule", |r| (&r.record.rule).into()),
    number("confidence", |r| format!("{:.2}", r.record.confidence).into()),
    number("line", |r| r.record.line.to_string().into()),
    number("column", |r| r.record.column.to_string().into()),
    text("element", |r| or_empty(&r.record.element)),
    text("context", |r| (&*r.record.context).into()),
    text("flags", |r| r.record.flags.iter().map(|f| f.as_str()).collect::<Vec<_>>().join(";").into()),
    text("id", |r| (&r.record.id).into()),
];

/// Columns that tables have on request: about the article, a link to the quote, an empty cell for a reviewer.
pub const EXTRA: &[Column] =
    &[
        text("review", |r| {
            if r.record.flags.contains(&crate::Flag::Reviewed) { crate::review::OK.into() } else { "".into() }
        }),
        text("link", |r| r.links.to(r.record).unwrap_or_default().into()),
        text("title", |r| or_empty(&r.article.title)),
        text("date", |r| r.article.date.map(|d| d.to_string()).unwrap_or_default().into()),
        text("author", |r| or_empty(&r.article.author)),
        text("url", |r| or_empty(&r.article.url)),
        text("path", |r| or_empty(&r.article.path)),
    ];

fn or_empty(value: &Option<String>) -> Cow<'_, str> {
    value.as_deref().unwrap_or_default().into()
}

/// The column of a name, if there is one.
pub fn column(name: &str) -> Option<&'static Column> {
    COLUMNS.iter().chain(EXTRA).find(|c| c.name == name)
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
