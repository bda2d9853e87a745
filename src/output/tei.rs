//! TEI P5: an article a text, with `<said>` around each quote, `<rs>` around the words for its speaker, `<seg type="cue">` around the
//! cue. Where they cross, the later one is taken apart and its pieces are linked with `next` and `prev`.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::ops::Range;

use super::{Format, Links, Open, Options, Sink};
use crate::article::Article;
use crate::record::{Flag, Kind, Record};

pub(super) const FORMAT: Format = Format {
    id: "tei",
    endings: &["xml"],
    about: "TEI P5 (XML), the articles with quotes, cues and speakers marked",
    binary: false,
    open: Open::Stream(|mut out, options| {
        out.write_all(HEAD.as_bytes())?;
        Ok(Box::new(Tei { out, options: options.clone(), number: 0 }))
    }),
};

const HEAD: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>Quotes and their speakers</title></titleStmt>
<publicationStmt><p>Marked up by whosaid "#,
    env!("CARGO_PKG_VERSION"),
    r#".</p></publicationStmt>
<sourceDesc><p>The articles, each described in its own header.</p></sourceDesc>
</fileDesc>
<encodingDesc>
<projectDesc><p>said marks what is said; its attribute cert says how often the rule that found it was right on annotated articles:
high from 0.85, medium from 0.7, low below.</p></projectDesc>
<classDecl><taxonomy xml:id="kind">
<category xml:id="direct"><catDesc>all of the quote stands in quotation marks</catDesc></category>
<category xml:id="mixed"><catDesc>some of it does</catDesc></category>
<category xml:id="indirect"><catDesc>none of it does</catDesc></category>
</taxonomy></classDecl>
</encodingDesc>
</teiHeader>
"#
);

struct Tei<'a> {
    out: Box<dyn Write + Send + 'a>,
    options: Options,
    number: usize,
}

impl Sink for Tei<'_> {
    fn article(&mut self, article: &Article, records: &[Record]) -> io::Result<()> {
        self.number += 1;
        let links = Links::new(article, self.options.links.as_ref());
        let xml = Document::new(article, records, self.number).write(&links);
        self.out.write_all(xml.as_bytes())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        if self.number == 0 {
            // A corpus holds at least one text.
            let none = Article::new("none", "");
            self.article(&none, &[])?;
        }
        self.out.write_all(b"</teiCorpus>\n")?;
        self.out.flush()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Said,
    Mention,
    Cue,
}

/// Something to mark in the text.
struct Stretch {
    bytes: Range<usize>,
    mark: Mark,
    record: usize,
}

/// The text taken apart at every beginning and end of a mark.
enum Event {
    Text(Range<usize>),
    Open(usize),
    Close(usize),
    Paragraph(bool),
}

struct Document<'a> {
    article: &'a Article,
    records: &'a [Record],
    number: usize,
    people: Vec<&'a Record>,
    person: HashMap<&'a str, usize>,
    stretches: Vec<Stretch>,
}

impl<'a> Document<'a> {
    fn new(article: &'a Article, records: &'a [Record], number: usize) -> Self {
        let mut document =
            Document { article, records, number, people: Vec::new(), person: HashMap::new(), stretches: Vec::new() };
        for (index, record) in records.iter().enumerate() {
            if let Some(speaker) = &record.speaker {
                let next = document.people.len();
                if *document.person.entry(speaker).or_insert(next) == next {
                    document.people.push(record);
                }
            }
            let mut add = |bytes: &Range<usize>, mark| {
                if article.body.get(bytes.clone()).is_some_and(|t| !t.is_empty()) {
                    document.stretches.push(Stretch { bytes: bytes.clone(), mark, record: index });
                }
            };
            record.segments.iter().for_each(|s| add(&s.bytes, Mark::Said));
            record.mention.iter().for_each(|m| add(&m.bytes, Mark::Mention));
            record.cue.iter().for_each(|c| add(&c.bytes, Mark::Cue));
        }
        // What holds another begins first.
        document.stretches.sort_by_key(|s| (s.bytes.start, usize::MAX - s.bytes.end, s.mark != Mark::Said));
        // Two quotes of one source and cue share their marks.
        document.stretches.dedup_by(|a, b| a.bytes == b.bytes && a.mark == b.mark && a.mark != Mark::Said);
        document
    }

    fn write(&self, links: &Links) -> String {
        let mut out = String::new();
        self.header(links, &mut out);
        out.push_str("<text><body>\n");
        let events = self.events();
        // Pieces of each record, to link each with its neighbours.
        let mut pieces = vec![0; self.records.len()];
        for event in &events {
            if let Event::Open(s) = event {
                let stretch = &self.stretches[*s];
                pieces[stretch.record] += usize::from(stretch.mark == Mark::Said);
            }
        }
        let mut written = vec![0; self.records.len()];
        for event in &events {
            match event {
                Event::Text(range) => escape(&self.article.body[range.clone()], &mut out),
                Event::Open(s) => self.open(&self.stretches[*s], &pieces, &mut written, &mut out),
                Event::Close(s) => out.push_str(match self.stretches[*s].mark {
                    Mark::Said => "</said>",
                    Mark::Mention => "</rs>",
                    Mark::Cue => "</seg>",
                }),
                Event::Paragraph(true) => out.push_str("<p>"),
                Event::Paragraph(false) => out.push_str("</p>\n"),
            }
        }
        if events.is_empty() {
            out.push_str("<p/>\n");
        }
        out.push_str("</body></text>\n</TEI>\n");
        out
    }

    fn header(&self, links: &Links, out: &mut String) {
        let article = self.article;
        let element = |name: &str, text: &str| {
            let mut inner = String::new();
            escape(text.trim(), &mut inner);
            format!("<{name}>{inner}</{name}>")
        };
        let title = element("title", article.title.as_deref().unwrap_or(&article.source));
        let author = article.author.as_deref().map(|a| element("author", a)).unwrap_or_default();
        let date = article.date.map(|d| format!("<date when=\"{d}\">{d}</date>")).unwrap_or_default();
        let page = links.page().map(|url| {
            let mut target = String::new();
            escape(&url, &mut target);
            format!("<ref target=\"{target}\">{target}</ref>")
        });
        let _ = write!(
            out,
            "<TEI>\n<teiHeader>\n<fileDesc>\n<titleStmt>{title}{author}</titleStmt>\n<publicationStmt><p>See the header of the corpus.</p>\
             </publicationStmt>\n<sourceDesc><bibl>{title}{author}{date}{}{}</bibl></sourceDesc>\n</fileDesc>\n",
            page.unwrap_or_default(),
            element("idno", &article.source),
        );
        if !self.people.is_empty() {
            out.push_str("<profileDesc><particDesc><listPerson>\n");
            for (index, record) in self.people.iter().enumerate() {
                let name = record.speaker.as_deref().unwrap_or_default();
                let role = record.role.as_deref().map(|r| element("occupation", r)).unwrap_or_default();
                let id = record.speaker_id.as_deref().map(|i| element("idno", i)).unwrap_or_default();
                let (element_name, kind) = if record.flags.contains(&Flag::Group) {
                    ("personGrp", " role=\"group\"")
                } else if record.flags.contains(&Flag::Document) {
                    ("personGrp", " role=\"document\"")
                } else {
                    ("person", "")
                };
                let (xml_id, name) = (self.person_id(index), element("persName", name));
                let _ = writeln!(out, "<{element_name} xml:id=\"{xml_id}\"{kind}>{name}{role}{id}</{element_name}>");
            }
            out.push_str("</listPerson></particDesc></profileDesc>\n");
        }
        out.push_str("</teiHeader>\n");
    }

    fn person_id(&self, index: usize) -> String {
        format!("a{}s{}", self.number, index + 1)
    }

    fn open(&self, stretch: &Stretch, pieces: &[usize], written: &mut [usize], out: &mut String) {
        let record = &self.records[stretch.record];
        let who =
            record.speaker.as_deref().and_then(|s| self.person.get(s)).map(|&i| format!("#{}", self.person_id(i)));
        let quote = |piece: usize| {
            format!(
                "a{}q{}{}",
                self.number,
                stretch.record + 1,
                if piece == 0 { String::new() } else { format!(".{}", piece + 1) }
            )
        };
        match stretch.mark {
            Mark::Said => {
                let piece = written[stretch.record];
                written[stretch.record] += 1;
                let _ = write!(out, "<said xml:id=\"{}\"", quote(piece));
                if let Some(who) = &who {
                    let _ = write!(out, " who=\"{who}\"");
                }
                let cert = match record.confidence {
                    c if c >= 0.85 => "high",
                    c if c >= 0.7 => "medium",
                    _ => "low",
                };
                let _ =
                    write!(out, " direct=\"{}\" ana=\"#{}\" cert=\"{cert}\"", record.kind == Kind::Direct, record.kind);
                if piece + 1 < pieces[stretch.record] {
                    let _ = write!(out, " next=\"#{}\"", quote(piece + 1));
                }
                if piece > 0 {
                    let _ = write!(out, " prev=\"#{}\"", quote(piece - 1));
                }
                out.push('>');
            }
            Mark::Mention => {
                out.push_str("<rs type=\"speaker\"");
                if let Some(who) = &who {
                    let _ = write!(out, " ref=\"{who}\"");
                }
                out.push('>');
            }
            Mark::Cue => {
                let _ = write!(out, "<seg type=\"cue\" corresp=\"#{}\">", quote(0));
            }
        }
    }

    /// Paragraphs with their marks, each properly within another.
    fn events(&self) -> Vec<Event> {
        let mut events = Vec::new();
        let mut first = 0;
        for paragraph in paragraphs(&self.article.body) {
            events.push(Event::Paragraph(true));
            let mut open: Vec<usize> = Vec::new();
            let mut waiting: Vec<usize> = Vec::new();
            while first < self.stretches.len() && self.stretches[first].bytes.start < paragraph.end {
                waiting.push(first);
                first += 1;
            }
            // Those from before that go on here.
            let on: Vec<usize> = (0..first)
                .filter(|s| {
                    self.stretches[*s].bytes.start < paragraph.start && self.stretches[*s].bytes.end > paragraph.start
                })
                .collect();
            let mut begin = on.into_iter().chain(waiting).peekable();
            let mut at = paragraph.start;
            loop {
                let next_open = begin.peek().map(|s| self.stretches[*s].bytes.start.max(paragraph.start));
                let next_close = open.iter().map(|s| self.stretches[*s].bytes.end.min(paragraph.end)).min();
                let next = match (next_open, next_close) {
                    (None, None) => break,
                    (a, b) => a.unwrap_or(usize::MAX).min(b.unwrap_or(usize::MAX)),
                };
                if next > at {
                    events.push(Event::Text(at..next));
                    at = next;
                }
                // Ends before beginnings; what was opened over it is closed with it and opened again.
                if next_close == Some(at) {
                    let ends = |s: &usize| self.stretches[*s].bytes.end.min(paragraph.end) == at;
                    let lowest = open.iter().position(ends).unwrap_or(open.len());
                    let over = open.split_off(lowest);
                    events.extend(over.iter().rev().map(|s| Event::Close(*s)));
                    for s in over.into_iter().filter(|s| !ends(s)) {
                        events.push(Event::Open(s));
                        open.push(s);
                    }
                    continue;
                }
                while let Some(s) = begin.next_if(|s| self.stretches[*s].bytes.start.max(paragraph.start) <= at) {
                    events.push(Event::Open(s));
                    open.push(s);
                }
            }
            if at < paragraph.end {
                events.push(Event::Text(at..paragraph.end));
            }
            events.push(Event::Paragraph(false));
        }
        events
    }
}

/// The bytes of the text's paragraphs: what empty lines part.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    let mut fresh = true;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if words.is_empty() {
            fresh = true;
        } else {
            let start = at + (line.len() - line.trim_start().len());
            let end = at + line.trim_end().len();
            match out.last_mut().filter(|_| !fresh) {
                Some(last) => last.end = end,
                None => out.push(start..end),
            }
            fresh = false;
        }
        at += line.len();
    }
    out
}

/// Text for XML 1.0, which has no control characters.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            '\r' => out.push_str("&#13;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Place;

    /// A record whose segments and cue stand at these bytes.
    fn record(article: &Article, segments: &[(usize, usize)], cue: Option<Range<usize>>) -> Record {
        let place = |r: &Range<usize>| Place {
            start: r.start,
            end: r.end,
            text: article.body[r.clone()].to_owned(),
            bytes: r.clone(),
        };
        let base = crate::Extractor::new(crate::lexicon::Lexicon::empty())
            .extract(&Article::new("x", "“We are late,” Anna Berg said."));
        Record {
            segments: segments.iter().map(|(start, end)| place(&(*start..*end))).collect(),
            cue: cue.as_ref().map(place),
            mention: None,
            ..base[0].clone()
        }
    }

    #[test]
    fn marks_that_cross_are_taken_apart() {
        let article = Article::new("x", "abcdefgh\n\nijkl");
        let (said, seg) = (regex::Regex::new("<said[^>]*>").unwrap(), regex::Regex::new("<seg[^>]*>").unwrap());
        for (segments, cue, want) in [
            (&[(0, 3)][..], None, "<p><S>abc</S>defgh</p><p>ijkl</p>"),
            (&[(0, 4)][..], Some(2..3), "<p><S>ab<C>c</C>d</S>efgh</p><p>ijkl</p>"),
            (&[(0, 4)][..], Some(2..6), "<p><S>ab<C>cd</C></S><C>ef</C>gh</p><p>ijkl</p>"),
            (&[(2, 8)][..], Some(0..4), "<p><C>ab<S>cd</S></C><S>efgh</S></p><p>ijkl</p>"),
            (&[(6, 12)][..], None, "<p>abcdef<S>gh</S></p><p><S>ij</S>kl</p>"),
            (&[(0, 2), (4, 6)], Some(2..4), "<p><S>ab</S><C>cd</C><S>ef</S>gh</p><p>ijkl</p>"),
        ] {
            let records = [record(&article, segments, cue)];
            let xml = Document::new(&article, &records, 1).write(&Links::new(&article, None));
            let body = xml.split("<body>").nth(1).unwrap().split("</body>").next().unwrap();
            let short = said.replace_all(body, "<S>").replace("</said>", "</S>");
            let short = seg.replace_all(&short, "<C>").replace("</seg>", "</C>").replace('\n', "");
            assert_eq!(short, want);
        }
    }

    #[test]
    fn pieces_are_linked() {
        let article = Article::new("x", "abcdefgh\n\nijkl");
        let records = [record(&article, &[(6, 12)], None)];
        let xml = Document::new(&article, &records, 7).write(&Links::new(&article, None));
        assert!(
            xml.contains(
                r##"<said xml:id="a7q1" who="#a7s1" direct="true" ana="#direct" cert="high" next="#a7q1.2">gh</said>"##
            ),
            "{xml}"
        );
        assert!(
            xml.contains(
                r##"xml:id="a7q1.2" who="#a7s1" direct="true" ana="#direct" cert="high" prev="#a7q1">ij</said>"##
            ),
            "{xml}"
        );
    }
}
