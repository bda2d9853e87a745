//! CSV and TSV: an article a row, with a header that names the fields. The separator is read off the header, since spreadsheets write
//! their own.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;
use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};

use super::bounded::too_large;
use super::encoding::decode;
use super::jsonl::is_utf16;
use super::{Format, Item, Options, Pending, fields};

pub(super) const CSV: Format = Format {
    id: "csv",
    endings: &["csv"],
    about: "Comma-separated values, an article a row: columns id, text, and if given date, url, title",
    looks: |head, options| looks(head, options, b",;"),
    is_export,
    read,
    seeking: None,
};

pub(super) const TSV: Format = Format {
    id: "tsv",
    endings: &["tsv", "tab"],
    about: "Tab-separated values, an article a row, columns as in csv",
    looks: |head, options| looks(head, options, b"\t"),
    is_export,
    read,
    seeking: None,
};

fn looks(head: &[u8], options: &Options, separators: &[u8]) -> bool {
    let by = separator(head);
    separators.contains(&by) && header(head, by).contains(&options.fields.text)
}

/// Our tables have the columns quote and speaker and none with an article's text.
fn is_export(head: &[u8], options: &Options) -> bool {
    let names = header(head, separator(head));
    let has = |name: &str| names.iter().any(|n| n == name);
    has("quote") && (has("speaker") || has("id")) && !has(&options.fields.text)
}

fn header(head: &[u8], by: u8) -> Vec<String> {
    let text = decode(head.to_vec(), None).map(|d| d.text).unwrap_or_default();
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ReaderBuilder::new().delimiter(by).from_reader(text.as_bytes());
    reader.headers().map(|h| h.iter().map(str::to_owned).collect()).unwrap_or_default()
}

/// The separator of a table that begins like this: the one of `,`, `;` and tab that stands most often in its first line, outside
/// quotation marks.
///
/// ```
/// use whosaid::input::separator;
/// assert_eq!(separator(b"id;\"a,b,c\";text\n1;2;3"), b';');
/// ```
pub fn separator(head: &[u8]) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for &b in head {
        match b {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(c, _)| *c == b).for_each(|(_, n)| *n += 1),
        }
    }
    // Of equals the one that words hold less often; a header of one column is a comma's.
    counts.iter().filter(|(_, n)| *n > 0).max_by_key(|(_, n)| *n).map_or(b',', |(c, _)| *c)
}

fn read(source: &str, bytes: &mut dyn BufRead, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    if is_utf16(bytes) {
        let mut text = BufReader::new(encoding_rs_io::DecodeReaderBytes::new(bytes as &mut dyn Read));
        return read_utf8(source, &mut text, options, each);
    }
    read_utf8(source, bytes, options, each);
}

fn read_utf8(source: &str, bytes: &mut dyn BufRead, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    let head = super::head(bytes);
    let by = separator(head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head));
    // A quotation mark that is never closed would take the rest of the file into one cell.
    let budget = options.limit.saturating_add(options.limit / 4).saturating_add(super::HEAD);
    let left = Rc::new(Cell::new(budget));
    let guarded = Guarded { inner: bytes, left: left.clone() };
    let mut reader = ReaderBuilder::new().delimiter(by).flexible(true).from_reader(guarded);
    let problem = |line: usize, message: String| Pending::from(fields::problem(source, line, message));

    let names: Vec<String> = match reader.byte_headers() {
        Ok(names) => names.iter().map(text_of).collect(),
        Err(e) => {
            each(problem(1, unreadable(&e)));
            return;
        }
    };
    let columns = match Columns::new(&names, &options.fields) {
        Ok(columns) => Arc::new(columns),
        Err(message) => {
            if !names.is_empty() {
                each(problem(1, message));
            }
            return;
        }
    };
    let mut row = ByteRecord::new();
    for number in 1.. {
        left.set(budget);
        let line = reader.position().line() as usize;
        let go_on = match reader.read_byte_record(&mut row) {
            Ok(false) => return,
            Ok(true) if row.len() == 1 && row[0].is_empty() => true,
            Ok(true) => {
                // The reader counts from the end of the row before; blank lines may stand between.
                let line = row.position().map_or(line, |p| p.line() as usize);
                if row.len() != names.len() {
                    let message = format!(
                        "record {number} has {}, the header has {}: is a quotation mark missing or one too many?",
                        fields_of(row.len()),
                        fields_of(names.len())
                    );
                    each(problem(line, message))
                } else if row.as_slice().len() > options.limit {
                    each(problem(line, format!("record {number} {}", too_large(options.limit))))
                } else {
                    let (source, row, columns) = (source.to_owned(), row.clone(), columns.clone());
                    each(Pending::new(row.as_slice().len(), move || article(&source, number, line, &row, &columns)))
                }
            }
            Err(e) => {
                let message = if left.get() == 0 {
                    format!(
                        "record {number} {}, or a quotation mark is never closed; what follows was not read",
                        too_large(options.limit)
                    )
                } else {
                    unreadable(&e)
                };
                each(problem(line, message));
                return;
            }
        };
        if !go_on {
            return;
        }
    }
}

fn fields_of(count: usize) -> String {
    if count == 1 { "1 field".to_owned() } else { format!("{count} fields") }
}

/// Where the fields of an article stand in a row.
struct Columns {
    fields: fields::Fields,
    text: usize,
    others: Vec<(String, usize)>,
}

impl Columns {
    fn new(names: &[String], fields: &fields::Fields) -> Result<Self, String> {
        let at = |name: &str| names.iter().position(|n| n == name);
        let text = at(&fields.text).ok_or_else(|| fields::no_text(fields, names.iter().map(String::as_str)))?;
        let others = [&fields.id, &fields.date, &fields.url, &fields.title]
            .into_iter()
            .filter_map(|name| at(name).map(|i| (name.clone(), i)))
            .collect();
        Ok(Columns { fields: fields.clone(), text, others })
    }
}

fn article(source: &str, number: usize, line: usize, row: &ByteRecord, columns: &Columns) -> Item {
    let Ok(text) = decode(row[columns.text].to_vec(), None) else {
        return Item::Problem(fields::problem(source, line, format!("record {number} {}", super::plain::BINARY)));
    };
    let notes = super::plain::notes(&text);
    let mut article = fields::article(source, line, &columns.fields, text.text, |name| {
        columns.others.iter().find(|(n, _)| n == name).map(|(_, i)| text_of(&row[*i]))
    });
    article.notes.extend(notes);
    Item::Article(article)
}

fn text_of(bytes: &[u8]) -> String {
    decode(bytes.to_vec(), None).map_or_else(|_| String::from_utf8_lossy(bytes).into_owned(), |d| d.text)
}

fn unreadable(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Io(e) => format!("cannot be read: {}", super::plain_error(e)),
        _ => format!("cannot be read: {error}"),
    }
}

/// Gives no more bytes than are left for the record that is being read.
struct Guarded<'a> {
    inner: &'a mut dyn BufRead,
    left: Rc<Cell<usize>>,
}

impl Read for Guarded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(self.left.get());
        if most == 0 && !buffer.is_empty() {
            return Err(io::Error::other("the record is too large"));
        }
        let read = self.inner.read(&mut buffer[..most])?;
        self.left.set(self.left.get() - read);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators() {
        for (head, want) in [
            ("id,text\n1,a;b;c;d", b','),
            ("id;text\n1;2", b';'),
            ("id\ttext, long", b'\t'),
            ("\"a;b\";c,d,e", b','),
            ("text", b','),
            ("", b','),
        ] {
            assert_eq!(separator(head.as_bytes()), want, "{head:?}");
        }
    }
}
