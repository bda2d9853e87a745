//! Plain text: a file is an article.

use std::io::BufRead;

use super::bounded::read_all;
use super::encoding::{Binary, Decoded, decode};
use super::{Format, Item, Options, Pending, Problem, body};

pub(super) const FORMAT: Format = Format {
    id: "text",
    endings: &["txt", "text"],
    about: "Plain text, an article a file",
    looks: |_, _| false, // what looks like nothing else is text
    is_export: |_, _| false,
    read,
    seeking: None,
};

pub(super) const BINARY: &str = "is a binary file, no text: leave it out or convert it to text";

fn read(source: &str, bytes: &mut dyn BufRead, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    let source = source.to_owned();
    match read_all(bytes, options) {
        Ok(all) => each(Pending::new(all.len(), move || page(&source, all, None))),
        Err(message) => each(Problem::new(&source, None, message).into()),
    };
}

/// An article of a whole file.
pub(super) fn page(source: &str, bytes: Vec<u8>, label: Option<&str>) -> Item {
    match decode(bytes, label) {
        Ok(decoded) => {
            let notes = notes(&decoded);
            let mut article = body::article(source, decoded.text);
            article.notes.extend(notes);
            Item::Article(article)
        }
        Err(Binary) => Item::Problem(Problem::new(source, None, BINARY)),
    }
}

/// What to say of how an article was decoded.
pub(super) fn notes(decoded: &Decoded) -> Option<String> {
    match (decoded.encoding, decoded.lossy) {
        (Some(encoding), false) => Some(format!("decoded from {encoding}")),
        (Some(encoding), true) => Some(format!("decoded from {encoding}, some bytes had no meaning in it")),
        (None, true) => Some("some bytes were no UTF-8".to_owned()),
        (None, false) => None,
    }
}
