//! Word documents: the paragraphs of the text, as Word shows them with all changes accepted. Offsets point into that text.

use std::io::{BufRead, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use super::bounded::{read_all, too_large};
use super::encoding::decode;
use super::{Format, Item, Options, Pending, Problem, body, dates};

pub(super) const FORMAT: Format = Format {
    id: "docx",
    endings: &["docx"],
    about: "Word documents, an article a file",
    looks: |head, _| {
        head.starts_with(b"PK\x03\x04")
            && [&b"word/"[..], b"[Content_Types].xml"].iter().any(|n| memchr::memmem::find(head, n).is_some())
    },
    is_export: |_, _| false,
    read,
    seeking: None,
};

fn read(source: &str, bytes: &mut dyn BufRead, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    let source = source.to_owned();
    let limit = options.limit;
    match read_all(bytes, options) {
        Ok(all) => each(Pending::new(all.len(), move || {
            document(&source, all, limit).unwrap_or_else(|message| Item::Problem(Problem::new(&source, None, message)))
        })),
        Err(message) => each(Problem::new(&source, None, message).into()),
    };
}

fn document(source: &str, bytes: Vec<u8>, limit: usize) -> Result<Item, String> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err("is an old .doc file or has a password: save it as .docx without one".to_owned());
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| "is no Word document: its ZIP archive is broken or is none".to_owned())?;
    let text = part(&mut archive, "word/document.xml", limit)?
        .ok_or("is no Word document: it has no word/document.xml; save it as .docx")?;
    let mut article = body::article(source, words(&text)?);
    if let Some(about) = part(&mut archive, "docProps/core.xml", limit)? {
        let about = properties(&about);
        let get = |name: &str| about.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).filter(|v| !v.is_empty());
        article.title = get("title");
        article.author = get("creator");
        article.date = get("created").as_deref().and_then(dates::parse);
    }
    Ok(Item::Article(article))
}

/// A part of the archive, if it is there.
fn part(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str, limit: usize) -> Result<Option<String>, String> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(e) => return Err(format!("cannot be read: {name} in it is broken: {e}")),
    };
    let mut all = Vec::new();
    // What the archive says of the size may be a lie.
    match file.take(limit as u64 + 1).read_to_end(&mut all) {
        Ok(_) if all.len() > limit => Err(too_large(limit)),
        Ok(_) => decode(all, None).map(|d| Some(d.text)).map_err(|_| format!("cannot be read: {name} in it is no XML")),
        Err(e) => Err(format!("cannot be read: {name} in it is broken: {e}")),
    }
}

/// The words of `word/document.xml`: paragraphs with an empty line between them.
fn words(xml: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(xml);
    let mut out = String::new();
    let mut text = false; // in <w:t>
    let mut silent = 0; // open elements that are no text: what was deleted, the old copy of a text box
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(out.trim_end().to_owned()),
            Ok(Event::Start(e)) => match e.local_name().as_ref() {
                "t" => text = true,
                "del" | "moveFrom" | "Fallback" | "instrText" => silent += 1,
                name => sign(name, &e, silent, &mut out),
            },
            Ok(Event::Empty(e)) => sign(e.local_name().as_ref(), &e, silent, &mut out),
            Ok(Event::End(e)) => match e.local_name().as_ref() {
                "t" => text = false,
                "del" | "moveFrom" | "Fallback" | "instrText" => silent -= 1,
                "p" if silent == 0 && !out.is_empty() => {
                    let ends = out.bytes().rev().take_while(|b| *b == b'\n').count();
                    out.extend(std::iter::repeat_n('\n', 2usize.saturating_sub(ends)));
                }
                _ => {}
            },
            Ok(Event::Text(t)) if text && silent == 0 => out.push_str(&t),
            Ok(Event::CData(t)) if text && silent == 0 => out.push_str(&t),
            Ok(Event::GeneralRef(r)) if text && silent == 0 => {
                if let Some(c) = entity(&r) {
                    out.push(c);
                }
            }
            Ok(_) => {}
            Err(e) => return Err(broken(&e)),
        }
    }
}

/// A sign that stands for a character.
fn sign(name: &str, element: &BytesStart, silent: i32, out: &mut String) {
    if silent > 0 {
        return;
    }
    match name {
        "tab" if !element.attributes().flatten().any(|a| a.key.local_name().as_ref() == "pos") => out.push('\t'),
        "br" | "cr" => out.push('\n'),
        "noBreakHyphen" => out.push('\u{2011}'),
        _ => {}
    }
}

fn entity(reference: &quick_xml::events::BytesRef) -> Option<char> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c);
    }
    match reference.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

fn broken(error: &dyn std::fmt::Display) -> String {
    format!("cannot be read: word/document.xml in it is broken: {error}")
}

/// The names and values of `docProps/core.xml`.
fn properties(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let mut out: Vec<(String, String)> = Vec::new();
    let mut open = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(e)) => {
                out.push((e.local_name().as_ref().to_owned(), String::new()));
                open = true;
            }
            Ok(Event::End(_)) => open = false,
            Ok(Event::Text(t)) if open => {
                if let Some((_, value)) = out.last_mut() {
                    value.push_str(&t);
                }
            }
            Ok(Event::GeneralRef(r)) if open => {
                if let (Some((_, value)), Some(c)) = (out.last_mut(), entity(&r)) {
                    value.push(c);
                }
            }
            Ok(Event::Eof) | Err(_) => return out,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_as_word_shows_them() {
        let wrap = |inner: &str| format!("<w:document xmlns:w=\"w\"><w:body>{inner}</w:body></w:document>");
        for (inner, want) in [
            ("<w:p><w:r><w:t>One</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Two</w:t></w:r></w:p>", "One\n\nTwo"),
            (
                "<w:p><w:r><w:t>“We are </w:t></w:r><w:r><w:t>late,” &amp; &#233;</w:t></w:r></w:p>",
                "“We are late,” & é",
            ),
            ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>", "a\nb\tc"),
            (
                "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
                "a",
            ),
            (
                "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>kept</w:t></w:r></w:ins></w:p>",
                "kept",
            ),
            ("<w:p><w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:r><w:t>new</w:t></w:r></w:p>", "new"),
            ("<w:p><w:r><w:instrText>HYPERLINK x</w:instrText><w:t>link</w:t></w:r></w:p>", "link"),
        ] {
            assert_eq!(words(&wrap(inner)).unwrap(), want, "{inner}");
        }
    }
}
