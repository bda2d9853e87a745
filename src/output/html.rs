//! One page to read: the articles with quotes, cues and speakers marked, to search, filter and print. It holds everything it shows and
//! its policy forbids it to load or run anything else; article text lies in it as escaped JSON and is only ever put on the page as text.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Format, Links, Open, Options, Sink, to_writer};
use crate::article::Article;
use crate::record::{Kind, Place, Record};
use crate::tally::Tally;

pub(super) const FORMAT: Format = Format {
    id: "html",
    endings: &["html", "htm"],
    about: "A page to read: the articles with the quotes marked, search, filters, a chart",
    binary: false,
    open: Open::Stream(|mut out, options| {
        let (head, _) = page();
        out.write_all(head.as_bytes())?;
        Ok(Box::new(Html {
            out,
            options: options.clone(),
            tally: Tally::default(),
            articles: Vec::new(),
            records: Vec::new(),
            rules: Names::default(),
            roles: Names::default(),
            flags: BTreeMap::new(),
        }))
    }),
};

const TEMPLATE: &str = include_str!("report.html");

/// The page before and after the data, its policy filled in.
fn page() -> (String, &'static str) {
    let (head, tail) = TEMPLATE.split_once("{{DATA}}\n").expect("the template has a place for the data");
    let between = |text: &'static str, from: &str, to: &str| {
        text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map_or("", |(inner, _)| inner)
    };
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
        hash(between(tail, "<script>", "</script>")),
        hash(between(head, "<style>", "</style>"))
    );
    (head.replace("{{CSP}}", &policy).replace("{{VERSION}}", env!("CARGO_PKG_VERSION")), tail)
}

/// The hash of an inline script or style, as a policy names it.
fn hash(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = "sha256-".to_owned();
    for three in Sha256::digest(text).chunks(3) {
        let bits = (0..3).fold(0u32, |bits, i| bits << 8 | u32::from(three.get(i).copied().unwrap_or(0)));
        for i in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * i)) as usize & 63];
            out.push(if i <= three.len() { digit as char } else { '=' });
        }
    }
    out
}

struct Html<'a> {
    out: Box<dyn Write + Send + 'a>,
    options: Options,
    tally: Tally,
    articles: Vec<ArticleRow>,
    records: Vec<RecordRow>,
    rules: Names,
    roles: Names,
    /// Flags that occur, by their order.
    flags: BTreeMap<u8, &'static str>,
}

/// Names with their numbers, so that each is written once.
#[derive(Default)]
struct Names {
    all: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Names {
    fn number(&mut self, name: &str) -> usize {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        self.all.push(name.to_owned());
        self.numbers.insert(name.to_owned(), self.all.len() - 1);
        self.all.len() - 1
    }
}

/// Source, title, date, author, link.
type ArticleRow = (String, Option<String>, Option<String>, Option<String>, String);

/// A record in the order that the page's script reads. Offsets are UTF-16, as scripts count.
#[derive(Serialize)]
struct RecordRow(
    usize,                  // article
    usize,                  // speaker
    u8,                     // kind
    f64,                    // confidence
    usize,                  // rule
    isize,                  // role, or -1
    usize,                  // line
    Vec<u8>,                // flags
    Vec<(usize, usize)>,    // segments
    Option<(usize, usize)>, // mention
    Option<(usize, usize)>, // cue
    String,                 // id
    String,                 // quote
    String,                 // link, without the article's
);

#[derive(Serialize)]
struct Index<'a> {
    about: &'a [(String, String)],
    speakers: Vec<(Option<&'a str>, Option<&'a str>, Option<&'a str>)>,
    rules: &'a [String],
    roles: &'a [String],
    flags: &'a [&'static str],
    articles: &'a [ArticleRow],
    records: &'a [RecordRow],
}

impl Sink for Html<'_> {
    fn article(&mut self, article: &Article, records: &[Record]) -> io::Result<()> {
        let number = self.articles.len();
        write!(self.out, "<script type=\"application/json\" id=\"t{number}\">")?;
        to_writer(&mut self.out, &article.body)?;
        self.out.write_all(b"</script>\n")?;

        let links = Links::new(article, self.options.links.as_ref());
        let page = links.page().map(|p| p.into_owned()).or_else(|| links.file().map(str::to_owned)).unwrap_or_default();
        self.articles.push((
            article.source.clone(),
            article.title.clone(),
            article.date.map(|d| d.to_string()),
            article.author.clone(),
            page,
        ));
        let units = Units::new(&article.body);
        let speakers = self.tally.add(records);
        for (record, speaker) in records.iter().zip(speakers) {
            self.flags.extend(record.flags.iter().map(|f| (*f as u8, f.as_str())));
            let link = links
                .page()
                .and_then(|page| Some(links.to(record)?.strip_prefix(&*page)?.to_owned()))
                .unwrap_or_default();
            self.records.push(RecordRow(
                number,
                speaker,
                match record.kind {
                    Kind::Direct => 0,
                    Kind::Mixed => 1,
                    Kind::Indirect => 2,
                },
                (f64::from(record.confidence) * 1000.0).round() / 1000.0,
                self.rules.number(&record.rule),
                record.role.as_deref().map_or(-1, |r| self.roles.number(r) as isize),
                record.line,
                record.flags.iter().map(|f| *f as u8).collect(),
                record.segments.iter().map(|s| units.place(s)).collect(),
                record.mention.as_ref().map(|m| units.place(m)),
                record.cue.as_ref().map(|c| units.place(c)),
                record.id.clone(),
                record.quote.clone(),
                link,
            ));
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        // Only flags that occur, so that the page offers no empty choices; numbered anew.
        let present: Vec<u8> = self.flags.keys().copied().collect();
        for record in &mut self.records {
            record.7.iter_mut().for_each(|f| *f = present.binary_search(f).unwrap_or(0) as u8);
        }
        let flags: Vec<&'static str> = self.flags.values().copied().collect();
        let speakers = self.tally.speakers().iter().map(|s| (s.name.as_deref(), s.role(), s.id.as_deref())).collect();
        let index = Index {
            about: &self.options.about,
            speakers,
            rules: &self.rules.all,
            roles: &self.roles.all,
            flags: &flags,
            articles: &self.articles,
            records: &self.records,
        };
        self.out.write_all(b"<script type=\"application/json\" id=\"index\">")?;
        to_writer(&mut self.out, &index)?;
        self.out.write_all(b"</script>\n")?;
        self.out.write_all(page().1.as_bytes())?;
        self.out.flush()
    }
}

/// Bytes of a text as UTF-16 units.
struct Units<'a> {
    text: &'a str,
    /// Units before every 512th byte, at the next character boundary.
    marks: Vec<(usize, usize)>,
}

impl<'a> Units<'a> {
    fn new(text: &'a str) -> Self {
        let mut marks = vec![(0, 0)];
        let (mut at, mut count) = (0, 0);
        while at < text.len() {
            let mut to = (at + 512).min(text.len());
            while !text.is_char_boundary(to) {
                to += 1;
            }
            count += text[at..to].chars().map(char::len_utf16).sum::<usize>();
            at = to;
            marks.push((at, count));
        }
        Units { text, marks }
    }

    fn at(&self, byte: usize) -> usize {
        let (from, count) = self.marks[self.marks.partition_point(|m| m.0 <= byte) - 1];
        count + self.text.get(from..byte).unwrap_or_default().chars().map(char::len_utf16).sum::<usize>()
    }

    fn place(&self, place: &Place) -> (usize, usize) {
        (self.at(place.bytes.start), self.at(place.bytes.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_the_page_s_own_script_and_style() {
        let (head, tail) = page();
        assert!(head.contains("default-src 'none'; script-src 'sha256-") && !head.contains("{{"));
        assert!(tail.matches("<script").count() == 1 && !tail.contains("innerHTML") && !head.contains("style=\""));
        // From RFC 6234's test of "abc".
        assert_eq!(hash("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    #[test]
    fn offsets_count_utf16() {
        let text = format!("𝄞é{}“so”", "x".repeat(600));
        let units = Units::new(&text);
        for (word, want) in [("é", 2), ("“", 603), ("so", 604)] {
            assert_eq!(units.at(text.find(word).unwrap()), want);
        }
    }
}
