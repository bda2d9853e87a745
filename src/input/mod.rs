//! From bytes to articles: one file a format, one line a format in [`FORMATS`]. Knows nothing of quotes.
//!
//! A format cuts its stream into articles and hands each on as [`Pending`]: what is slow about reading one (parsing a page, decoding
//! a legacy encoding) is done when [`Pending::read`] is called, on whatever thread.

#[cfg(feature = "arrow")]
pub mod arrow;
mod body;
mod bounded;
mod dates;
#[cfg(feature = "docx")]
mod docx;
#[cfg(feature = "html")]
mod dom;
mod encoding;
mod fields;
#[cfg(feature = "html")]
mod html;
mod jsonl;
mod markdown;
#[cfg(feature = "packed")]
mod packed;
#[cfg(feature = "parquet")]
mod parquet;
mod plain;
mod table;
mod walk;
mod warc;

use std::fmt;
use std::io::{BufRead, BufReader, Read, Seek};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub use dates::parse as parse_date;
pub use encoding::{Binary, Decoded, decode};
pub use fields::Fields;
pub use table::separator;
pub use walk::{Found, files};

use crate::article::Article;

/// What a reader hands on: an article, or why there is none.
#[derive(Debug)]
pub enum Item {
    /// An article to be read for quotes.
    Article(Article),
    /// A file or record that could not be read; the rest goes on.
    Problem(Problem),
    /// A record that holds no article: a picture or an error page in a web archive.
    Skipped,
}

/// An article that was cut out of its file but not read yet.
pub struct Pending {
    size: usize,
    path: Option<String>,
    read: Box<dyn FnOnce() -> Item + Send>,
}

impl Pending {
    /// An article of `size` bytes, to be read by `read`.
    pub(crate) fn new(size: usize, read: impl FnOnce() -> Item + Send + 'static) -> Self {
        Pending { size, path: None, read: Box::new(read) }
    }

    /// Bytes it holds until it is read.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The file it was cut out of, as given; none for standard input.
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// Reads it.
    pub fn read(self) -> Item {
        let mut item = (self.read)();
        if let Item::Article(article) = &mut item {
            let left_out: usize = article.repairs.iter().map(|r| r.original.len()).sum();
            if article.body.len() + left_out > crate::span::MOST {
                let message = "is larger than 4 GB, the most an article may have: split it";
                return Item::Problem(Problem::new(&article.source, None, message));
            }
            article.path = self.path;
        }
        item
    }
}

impl From<Problem> for Pending {
    fn from(problem: Problem) -> Self {
        Pending::new(0, || Item::Problem(problem))
    }
}

impl fmt::Debug for Pending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pending({} bytes)", self.size)
    }
}

/// Why a file or a record of one could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path as given, or `<stdin>`.
    pub source: String,
    /// 1-based line or record, where the format has such.
    pub line: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

impl Problem {
    fn new(source: &str, line: Option<usize>, message: impl Into<String>) -> Self {
        Problem { source: source.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.source, self.message),
            None => write!(f, "{}: {}", self.source, self.message),
        }
    }
}

/// How to read.
#[derive(Clone, Debug)]
pub struct Options {
    /// The format, whatever the file's name and content say.
    pub format: Option<&'static Format>,
    /// What the fields of a record are called in formats that name them: JSON lines, CSV, TSV, Parquet.
    pub fields: Fields,
    /// Most bytes one article may have, unpacked. A larger one is a [`Problem`].
    pub limit: usize,
    /// Counts the bytes read from files, for a progress bar.
    pub progress: Option<Arc<AtomicU64>>,
}

impl Default for Options {
    fn default() -> Self {
        Options { format: None, fields: Fields::default(), limit: 32 << 20, progress: None }
    }
}

/// An input format.
pub struct Format {
    /// Its name for `--input-format`.
    pub id: &'static str,
    /// Endings of file names, without the dot.
    pub endings: &'static [&'static str],
    /// A sentence about it.
    pub about: &'static str,
    /// Whether content that begins like this is of the format. Asked where the name does not tell.
    pub looks: fn(head: &[u8], options: &Options) -> bool,
    /// Whether content that begins like this is an export of ours, to be passed over in folders.
    pub is_export: fn(head: &[u8], options: &Options) -> bool,
    /// Cuts a stream into articles and hands each on until that says false. `source` is what problems and articles without an id are
    /// called.
    pub read: fn(source: &str, bytes: &mut dyn BufRead, options: &Options, each: &mut dyn FnMut(Pending) -> bool),
    /// How files are read that begin to make sense at their end; none for what is read from its beginning.
    pub seeking: Option<Seeking>,
}

/// How a file is read by a format that goes to and fro in it.
#[derive(Clone, Copy)]
pub struct Seeking {
    /// As [`Format::read`].
    pub read: fn(source: &str, file: std::fs::File, options: &Options, each: &mut dyn FnMut(Pending) -> bool),
    /// As [`Format::is_export`].
    pub is_export: fn(file: std::fs::File, options: &Options) -> bool,
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

/// The formats, in the order help shows them and content is tried. The first is taken where neither the name nor the content tells.
pub const FORMATS: &[Format] = &[
    plain::FORMAT,
    markdown::FORMAT,
    #[cfg(feature = "html")]
    html::FORMAT,
    #[cfg(feature = "docx")]
    docx::FORMAT,
    jsonl::FORMAT,
    table::CSV,
    table::TSV,
    #[cfg(feature = "parquet")]
    parquet::FORMAT,
    warc::FORMAT,
];

/// The Cargo feature that a build lacks to read a file of this name: read as plain text it would give wrong quotes.
fn missing_feature(path: &Path) -> Option<&'static str> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "html" | "htm" | "xhtml" if cfg!(not(feature = "html")) => Some("html"),
        "docx" if cfg!(not(feature = "docx")) => Some("docx"),
        "parquet" if cfg!(not(feature = "parquet")) => Some("parquet"),
        "gz" | "zst" if cfg!(not(feature = "packed")) => Some("packed"),
        _ => None,
    }
}

/// The format of a name, if there is one.
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|f| f.id == id)
}

/// The format a file's ending names; `articles.jsonl.gz` is JSON lines.
pub fn format_of(path: &Path) -> Option<&'static Format> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    #[cfg(feature = "packed")]
    let name = packed::unpacked_name(&name);
    let (_, ending) = name.rsplit_once('.')?;
    FORMATS.iter().find(|f| f.endings.contains(&ending))
}

/// Reads one file; problems are handed on like articles.
pub fn read_file(path: &Path, options: &Options, each: &mut dyn FnMut(Item)) {
    pend_file(path, options, &mut |pending| {
        each(pending.read());
        true
    });
}

/// Cuts one file into articles that are still to be read, until `each` says false.
pub fn pend_file(path: &Path, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    let source = display(path);
    let mut each = |mut pending: Pending| {
        pending.path = Some(source.clone());
        each(pending)
    };
    if let Some(feature) = missing_feature(path) {
        let message = format!("cannot be read by this build: build whosaid with the feature {feature:?}");
        each(Problem::new(&source, None, message).into());
        return;
    }
    match std::fs::File::open(path) {
        Ok(file) => {
            let format = options.format.or_else(|| format_of(path));
            if let (Some(seeking), true) = (format.and_then(|f| f.seeking), is_seekable(&file)) {
                return (seeking.read)(&source, file, options, &mut each);
            }
            // A small file needs no large buffer; what has no size (a pipe) may be large.
            let size = file.metadata().ok().filter(|m| m.is_file()).map_or(HEAD, |m| m.len() as usize + 1);
            let counted = Counted { file, count: options.progress.clone() };
            pend(&source, format, counted, size.clamp(1 << 12, HEAD), options, &mut each);
        }
        Err(e) => {
            each(Problem::new(&source, None, format!("cannot be read: {}", plain_error(&e))).into());
        }
    }
}

/// Whether one can go to and fro in what a file holds: not in a pipe, nor in what is packed.
fn is_seekable(mut file: &std::fs::File) -> bool {
    let mut head = Vec::new();
    let read = file.metadata().is_ok_and(|m| m.is_file())
        && file.take(8).read_to_end(&mut head).is_ok()
        && file.rewind().is_ok();
    #[cfg(feature = "packed")]
    let read = read && packed::packing(&head).is_none();
    read
}

/// Reads standard input or any other stream.
pub fn read_stream(source: &str, stream: impl Read, options: &Options, each: &mut dyn FnMut(Item)) {
    pend_stream(source, stream, options, &mut |pending| {
        each(pending.read());
        true
    });
}

/// Cuts standard input or any other stream into articles that are still to be read, until `each` says false.
pub fn pend_stream(source: &str, stream: impl Read, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    pend(source, None, stream, HEAD, options, each);
}

/// Unpacks the stream if it is packed, then reads it in the format that is asked for, that its name has, or that it looks like.
fn pend(
    source: &str,
    named: Option<&'static Format>,
    stream: impl Read,
    buffer: usize,
    options: &Options,
    each: &mut dyn FnMut(Pending) -> bool,
) {
    let mut plain = BufReader::with_capacity(buffer, stream);
    #[cfg(feature = "packed")]
    if let Some(packing) = packed::packing(head(&mut plain)) {
        let unpacked = (packing.open)(Box::new(plain));
        return pend_plain(source, named, &mut BufReader::with_capacity(HEAD, unpacked), options, each);
    }
    pend_plain(source, named, &mut plain, options, each);
}

fn pend_plain(
    source: &str,
    named: Option<&'static Format>,
    stream: &mut dyn BufRead,
    options: &Options,
    each: &mut dyn FnMut(Pending) -> bool,
) {
    let head = head(stream);
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let looks = || FORMATS.iter().find(|f| (f.looks)(head, options));
    let format = options.format.or(named).or_else(looks).unwrap_or(&FORMATS[0]);
    (format.read)(source, stream, options, each);
}

/// How much of a stream is looked at before its format is known.
const HEAD: usize = 1 << 16;

fn head(stream: &mut (impl BufRead + ?Sized)) -> &[u8] {
    // An error comes again at the first read, where it is reported.
    stream.fill_buf().unwrap_or_default()
}

/// Whether content that begins with `head` is an export of ours that only lies in the same folder.
pub(crate) fn is_export(path: &Path, options: &Options) -> bool {
    let Some(format) = format_of(path) else { return false };
    let Ok(file) = std::fs::File::open(path) else { return false };
    if let Some(seeking) = format.seeking {
        return (seeking.is_export)(file, options);
    }
    let mut file = BufReader::with_capacity(1 << 13, file);
    (format.is_export)(head(&mut file), options)
}

struct Counted {
    file: std::fs::File,
    count: Option<Arc<AtomicU64>>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(buffer)?;
        if let Some(count) = &self.count {
            count.fetch_add(read as u64, Ordering::Relaxed);
        }
        Ok(read)
    }
}

/// An article of a text that is in memory already: repaired, and without comments that silence checks, as one that is read from a file.
///
/// ```
/// use whosaid::input;
/// let article = input::article("note", "â€œYes,â€\u{9d} she said.");
/// assert_eq!(article.body, "“Yes,” she said.");
/// ```
pub fn article(source: impl Into<String>, text: impl Into<String>) -> Article {
    let mut article = body::article(source, text.into());
    article.silences = crate::silence::take(&mut article);
    article
}

/// A path as exports show it: with forward slashes.
pub fn display(path: &Path) -> String {
    let shown = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '\\' { shown.replace('\\', "/") } else { shown.into_owned() }
}

/// An I/O error without its number.
pub fn plain_error(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}
