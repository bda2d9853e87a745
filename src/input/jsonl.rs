//! JSON lines: an article a line, with `id` and `text`, and if they are there `date`, `url` and `title`, or the fields that
//! `--text-field` and its like name.

use std::io::{BufRead, BufReader, Read};

use serde_json::{Map, Value};

use super::bounded::{Line, read_line, too_large};
use super::encoding::decode;
use super::{Format, Item, Options, Pending, fields};

pub(super) const FORMAT: Format = Format {
    id: "jsonl",
    endings: &["jsonl", "ndjson"],
    about: "JSON lines, an article a line: id, text, and if given date, url, title",
    looks: |head, _| head.trim_ascii_start().starts_with(b"{"),
    is_export,
    read,
    seeking: None,
};

/// Our records have a quote with segments and no text.
fn is_export(head: &[u8], options: &Options) -> bool {
    let line = head.split(|&b| b == b'\n').next().unwrap_or_default();
    match serde_json::from_slice::<Map<String, Value>>(line) {
        Ok(record) => {
            record.contains_key("quote")
                && record.contains_key("speaker")
                && find(&record, &options.fields.text).is_none()
        }
        // A line longer than the head.
        Err(e) => e.is_eof() && line.starts_with(b"{\"quote\":"),
    }
}

fn read(source: &str, bytes: &mut dyn BufRead, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    if is_utf16(bytes) {
        let mut text = BufReader::new(encoding_rs_io::DecodeReaderBytes::new(bytes as &mut dyn Read));
        return read_utf8(source, &mut text, options, each);
    }
    read_utf8(source, bytes, options, each);
}

/// Whether a stream begins with the byte-order mark of UTF-16.
pub(super) fn is_utf16(bytes: &mut dyn BufRead) -> bool {
    super::head(bytes).starts_with(b"\xff\xfe") || super::head(bytes).starts_with(b"\xfe\xff")
}

fn read_utf8(source: &str, bytes: &mut dyn BufRead, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    let mut line = Vec::new();
    for number in 1.. {
        let problem = |message: String| fields::problem(source, number, message).into();
        let go_on = match read_line(bytes, &mut line, options.limit) {
            Ok(Line::End) => return,
            Ok(Line::TooLong) => each(problem(too_large(options.limit))),
            Ok(Line::Read) => {
                let text = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii().to_vec();
                let (source, names) = (source.to_owned(), options.fields.clone());
                text.is_empty() || each(Pending::new(text.len(), move || article(&source, number, text, &names)))
            }
            Err(e) => {
                each(problem(format!("cannot be read: {}", super::plain_error(&e))));
                return;
            }
        };
        if !go_on {
            return;
        }
    }
}

fn article(source: &str, number: usize, line: Vec<u8>, names: &fields::Fields) -> Item {
    let problem = |message: String| Item::Problem(fields::problem(source, number, message));
    let decoded = match decode(line, None) {
        Ok(decoded) => decoded,
        Err(_) => return problem("is no text: leave the file out or convert it".to_owned()),
    };
    let value: Value = match serde_json::from_str(&decoded.text) {
        Ok(value) => value,
        Err(e) => return problem(format!("is no JSON: {}", at_column(&e))),
    };
    let Value::Object(record) = value else {
        return problem("is JSON but no object: write {\"id\": …, \"text\": …}".to_owned());
    };
    let text = match find(&record, &names.text) {
        Some(Value::String(text)) => text.clone(),
        Some(_) => return problem(format!("the field {:?} is no string", names.text)),
        None => return problem(fields::no_text(names, record.keys().map(String::as_str))),
    };
    let mut article = fields::article(source, number, names, text, |name| match find(&record, name) {
        Some(Value::String(s)) => Some(s.clone()),
        Some(Value::Number(n)) => Some(n.to_string()),
        _ => None,
    });
    article.notes.extend(super::plain::notes(&decoded));
    Item::Article(article)
}

/// A field by its name, or by its path where a name with dots names none.
fn find<'a>(record: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    record.get(name).or_else(|| {
        let (first, rest) = name.split_once('.')?;
        find(record.get(first)?.as_object()?, rest)
    })
}

/// A JSON error without its line, which is always 1 here.
fn at_column(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}
