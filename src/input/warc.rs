//! Web archives: the pages and plain texts among the records of a WARC file (ISO 28500), of WET files too. Our own reader, since one
//! broken record must not end the file, and a record is looked at before it is held.

use std::io::{self, BufRead, Read};

use super::bounded::{Line, read_line, too_large};
use super::{Format, Item, Options, Pending, Problem, plain, plain_error};

pub(super) const FORMAT: Format = Format {
    id: "warc",
    endings: &["warc", "wet"],
    about: "Web archives (WARC, WET), an article a page",
    looks: |head, _| head.starts_with(b"WARC/"),
    is_export: |_, _| false,
    read,
    seeking: None,
};

/// Longest block of header lines; a longer one is no WARC.
const HEADERS: usize = 1 << 16;

type Headers = Vec<(String, String)>;

fn get<'a>(headers: &'a Headers, name: &str) -> Option<&'a str> {
    headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
}

fn read(source: &str, bytes: &mut dyn BufRead, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    for number in 1.. {
        let problem = |message: String| Pending::from(Problem::new(source, None, format!("record {number} {message}")));
        let (headers, skipped) = match next_headers(bytes) {
            Ok(Some(found)) => found,
            Ok(None) => return,
            Err(e) => {
                each(problem(format!("cannot be read: {}", plain_error(&e))));
                return;
            }
        };
        if skipped
            && !each(problem(
                "does not begin where the one before says it ends; reading went on at the next".to_owned(),
            ))
        {
            return;
        }
        let Some(length) = get(&headers, "Content-Length").and_then(|l| l.parse::<u64>().ok()) else {
            // The next record is found by its first line.
            if !each(problem("has no Content-Length: it was left out".to_owned())) {
                return;
            }
            continue;
        };
        let wanted = wanted(&headers);
        let result = if wanted && length <= options.limit as u64 {
            let mut block = Vec::new();
            (&mut *bytes).take(length).read_to_end(&mut block).map(|_| Some(block))
        } else {
            io::copy(&mut (&mut *bytes).take(length), &mut io::sink()).map(|_| None)
        };
        let url = get(&headers, "WARC-Target-URI").unwrap_or_default().trim_matches(['<', '>']).to_owned();
        let go_on = match result {
            Err(e) => {
                each(problem(format!("({url}) cannot be read: {}", plain_error(&e))));
                return;
            }
            Ok(Some(block)) if (block.len() as u64) < length => {
                each(problem(format!("({url}) is cut short: the file ends in it")));
                return;
            }
            Ok(Some(block)) => {
                let name = format!("{source}: record {number}");
                let options = options.clone();
                each(Pending::new(block.len(), move || record(&name, &headers, url, block, &options)))
            }
            Ok(None) if wanted => each(problem(format!("({url}) {}", too_large(options.limit)))),
            Ok(None) => true,
        };
        if !go_on {
            return;
        }
    }
}

/// The headers of the next record, and whether something else stood before it.
fn next_headers(bytes: &mut dyn BufRead) -> io::Result<Option<(Headers, bool)>> {
    let mut line = Vec::new();
    let mut skipped = false;
    loop {
        match read_line(bytes, &mut line, HEADERS)? {
            Line::End => return Ok(None),
            Line::Read if line.starts_with(b"WARC/") => break,
            Line::Read if line.trim_ascii().is_empty() => {}
            _ => skipped = true,
        }
    }
    Ok(Some((headers(bytes)?, skipped)))
}

/// Header lines up to an empty one; a line that begins with white space goes on with the one before.
fn headers(bytes: &mut dyn BufRead) -> io::Result<Headers> {
    let mut out: Headers = Vec::new();
    let mut line = Vec::new();
    let mut size = 0;
    loop {
        match read_line(bytes, &mut line, HEADERS)? {
            Line::Read if !line.trim_ascii().is_empty() => {}
            _ => return Ok(out),
        }
        size += line.len();
        if size > HEADERS {
            return Err(io::Error::other("the header is longer than 64 KB"));
        }
        let text = String::from_utf8_lossy(&line);
        if text.starts_with([' ', '\t']) {
            if let Some((_, value)) = out.last_mut() {
                value.push(' ');
                value.push_str(text.trim());
            }
        } else if let Some((name, value)) = text.split_once(':') {
            out.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }
}

/// Whether a record can hold a page: requests, metadata and the like cannot, nor can pictures.
fn wanted(headers: &Headers) -> bool {
    match get(headers, "WARC-Type") {
        Some("response") => get(headers, "Content-Type").is_none_or(|t| t.starts_with("application/http")),
        Some("resource" | "conversion") => text_format(get(headers, "Content-Type").unwrap_or_default()).is_some(),
        _ => false,
    }
}

/// The format that reads a content type.
fn text_format(content_type: &str) -> Option<&'static str> {
    match content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "text/html" | "application/xhtml+xml" => Some("html"),
        "text/plain" => Some("text"),
        "text/markdown" => Some("markdown"),
        _ => None,
    }
}

fn record(name: &str, headers: &Headers, url: String, block: Vec<u8>, options: &Options) -> Item {
    let problem = |message: String| Item::Problem(Problem::new(name, None, format!("({url}) {message}")));
    let none = || Item::Skipped;
    let (content_type, content) = if get(headers, "WARC-Type") == Some("response") {
        let mut rest = block.as_slice();
        let mut status = Vec::new();
        let http = match read_line(&mut rest, &mut status, HEADERS).and_then(|_| self::headers(&mut rest)) {
            Ok(http) => http,
            Err(e) => return problem(format!("has a broken HTTP header: {}", plain_error(&e))),
        };
        // Errors and redirections are no articles.
        if !status.split(|&b| b == b' ').nth(1).is_some_and(|code| code.starts_with(b"2")) {
            return none();
        }
        let content_type = get(&http, "Content-Type").unwrap_or("text/html").to_owned();
        if text_format(&content_type).is_none() {
            return none();
        }
        match content(&http, rest, options.limit) {
            Ok(content) => (content_type, content),
            Err(message) => return problem(message),
        }
    } else {
        (get(headers, "Content-Type").unwrap_or_default().to_owned(), block)
    };
    let label = content_type.split(';').find_map(|p| p.trim().strip_prefix("charset=")).map(|l| l.trim_matches('"'));
    let source = if url.is_empty() { name } else { &url };
    let item = match text_format(&content_type) {
        #[cfg(feature = "html")]
        Some("html") => super::html::page(source, content, label, Some(&url)),
        Some("text" | "markdown") => plain::page(source, content, label),
        #[cfg(not(feature = "html"))]
        Some("html") => {
            return problem(
                "is a page, which this build cannot read: build whosaid with the feature \"html\"".to_owned(),
            );
        }
        _ => return none(),
    };
    match item {
        Item::Article(mut article) => {
            if !url.is_empty() {
                article.url = Some(article.url.unwrap_or(url));
            }
            Item::Article(article)
        }
        Item::Problem(p) => problem(p.message),
        Item::Skipped => Item::Skipped,
    }
}

/// The content of an HTTP response: chunks joined, packing undone.
#[cfg_attr(not(feature = "packed"), expect(unused_variables))]
fn content(http: &Headers, body: &[u8], limit: usize) -> Result<Vec<u8>, String> {
    let chunked = get(http, "Transfer-Encoding").is_some_and(|t| t.to_ascii_lowercase().contains("chunked"));
    // Many crawlers undo the chunks and leave the header.
    let joined = if chunked { join_chunks(body) } else { None };
    let bytes = joined.unwrap_or_else(|| body.to_vec());
    let encoding = get(http, "Content-Encoding").map(str::to_ascii_lowercase).unwrap_or_default();
    match encoding.trim() {
        "" | "identity" => Ok(bytes),
        #[cfg(feature = "packed")]
        "gzip" | "x-gzip" | "zstd" => match super::packed::packing(&bytes) {
            Some(packing) => unpacked((packing.open)(Box::new(bytes.as_slice())), limit),
            None => Ok(bytes), // unpacked by the crawler
        },
        #[cfg(feature = "packed")]
        "deflate" => unpacked(Box::new(flate2::read::ZlibDecoder::new(bytes.as_slice())), limit),
        other => Err(format!("is packed as {other:?}, which cannot be read")),
    }
}

#[cfg(feature = "packed")]
fn unpacked(stream: Box<dyn Read + '_>, limit: usize) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    match stream.take(limit as u64 + 1).read_to_end(&mut out) {
        Ok(_) if out.len() > limit => Err(too_large(limit)),
        Ok(_) => Ok(out),
        Err(e) => Err(format!("cannot be unpacked: {}", plain_error(&e))),
    }
}

fn join_chunks(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(body.len());
    loop {
        let end = body[..body.len().min(32)].windows(2).position(|w| w == b"\r\n")?;
        let size = std::str::from_utf8(&body[..end]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        body = &body[end + 2..];
        if size == 0 {
            return Some(out);
        }
        out.extend_from_slice(body.get(..size)?);
        body = body.get(size..)?.strip_prefix(b"\r\n")?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks() {
        for (body, want) in [
            ("4\r\nWe a\r\n3;x=1\r\nre.\r\n0\r\n\r\n", Some("We are.")),
            ("0\r\n\r\n", Some("")),
            ("<html>", None),
            ("ffffffffffffffff\r\nx", None),
        ] {
            assert_eq!(
                join_chunks(body.as_bytes()).map(|b| String::from_utf8(b).unwrap()).as_deref(),
                want,
                "{body:?}"
            );
        }
    }
}
