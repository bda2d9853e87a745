//! From bytes to articles: one file a format, one line a format in [`FORMATS`]. Knows nothing of quotes.

mod encoding;
mod jsonl;
mod plain;
mod walk;

use std::fmt;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

pub use walk::{Found, files};

use crate::article::Article;

/// What a reader hands on: an article, or why there is none.
#[derive(Debug)]
pub enum Item {
    /// An article to be read for quotes.
    Article(Article),
    /// A file or record that could not be read; the rest goes on.
    Problem(Problem),
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

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.source, self.message),
            None => write!(f, "{}: {}", self.source, self.message),
        }
    }
}

/// How to read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The format, whatever the file's name and content say.
    pub format: Option<&'static Format>,
}

/// An input format.
pub struct Format {
    /// Its name for `--input-format`.
    pub id: &'static str,
    /// Endings of file names, without the dot.
    pub endings: &'static [&'static str],
    /// A sentence about it.
    pub about: &'static str,
    /// Reads a stream and hands each article on. `source` is what problems and articles without an id are called.
    pub read: fn(source: &str, bytes: &mut dyn BufRead, options: &Options, each: &mut dyn FnMut(Item)),
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

/// The formats, in the order help shows them. The first is taken where neither the name nor the content tells.
pub const FORMATS: &[Format] = &[plain::FORMAT, jsonl::FORMAT];

/// The format of a name, if there is one.
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|f| f.id == id)
}

/// The format a file's ending names.
pub fn format_of(path: &Path) -> Option<&'static Format> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    FORMATS.iter().find(|f| f.endings.contains(&ending.as_str()))
}

/// Reads one file; problems are handed on like articles.
pub fn read_file(path: &Path, options: &Options, each: &mut dyn FnMut(Item)) {
    let source = display(path);
    let problem = |message: String| Item::Problem(Problem { source: source.clone(), line: None, message });
    match std::fs::File::open(path) {
        Ok(file) => {
            let format = options.format.or_else(|| format_of(path)).unwrap_or(&FORMATS[0]);
            (format.read)(&source, &mut BufReader::with_capacity(1 << 16, file), options, each);
        }
        Err(e) => each(problem(format!("cannot be read: {}", plain_error(&e)))),
    }
}

/// Reads standard input or any other stream.
pub fn read_stream(source: &str, stream: impl Read, options: &Options, each: &mut dyn FnMut(Item)) {
    let mut stream = BufReader::with_capacity(1 << 16, stream);
    let looks_like_jsonl = stream.fill_buf().is_ok_and(|b| b.trim_ascii_start().starts_with(b"{"));
    let guess = if looks_like_jsonl { format("jsonl") } else { None };
    let format = options.format.or(guess).unwrap_or(&FORMATS[0]);
    (format.read)(source, &mut stream, options, each);
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
