//! Markdown: the words without the signs. Code blocks, comments, link targets and pictures are no text; offsets point into the file.

use std::io::BufRead;
use std::ops::Range;

use pulldown_cmark::{Event, Options as Syntax, Parser, Tag, TagEnd};

use super::body::Body;
use super::bounded::read_all;
use super::encoding::decode;
use super::{Format, Item, Options, Pending, Problem, dates, plain};
use crate::article::Article;

pub(super) const FORMAT: Format = Format {
    id: "markdown",
    endings: &["md", "markdown", "mkd"],
    about: "Markdown, an article a file; title, date and url from its front matter",
    looks: |_, _| false, // plain text may hold the same signs
    is_export: |head, _| {
        let line = head.split(|&b| b == b'\n').next().unwrap_or_default();
        line.starts_with(b"| ")
            && [&b"| quote |"[..], b"| speaker |"].iter().all(|c| memchr::memmem::find(line, c).is_some())
    },
    read,
    seeking: None,
};

fn read(source: &str, bytes: &mut dyn BufRead, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    let source = source.to_owned();
    match read_all(bytes, options) {
        Ok(all) => each(Pending::new(all.len(), move || match decode(all, None) {
            Ok(decoded) => {
                let mut article = parse(&source, &decoded.text);
                article.notes.extend(plain::notes(&decoded));
                Item::Article(article)
            }
            Err(_) => Item::Problem(Problem::new(&source, None, plain::BINARY)),
        })),
        Err(message) => each(Problem::new(&source, None, message).into()),
    };
}

/// An article of a file's text.
fn parse(source: &str, text: &str) -> Article {
    let syntax = Syntax::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Syntax::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Syntax::ENABLE_TABLES
        | Syntax::ENABLE_FOOTNOTES
        | Syntax::ENABLE_STRIKETHROUGH;
    // The parser would take a byte-order mark for a letter.
    let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut article = Article::new(source, String::new());
    let mut out = Writer { text, at: 0, body: Body::new(text), split: false, soft: false };
    let mut silent = 0; // how many elements that are no text are open
    let mut metadata = false;
    for (event, range) in Parser::new_ext(&text[skipped..], syntax).into_offset_iter() {
        let range = range.start + skipped..range.end + skipped;
        match event {
            Event::Start(Tag::MetadataBlock(_)) => (silent, metadata) = (silent + 1, true),
            Event::End(TagEnd::MetadataBlock(_)) => (silent, metadata) = (silent - 1, false),
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock) => silent += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Image | TagEnd::HtmlBlock) => {
                silent -= 1;
                out.split |= !matches!(event, Event::End(TagEnd::Image));
            }
            Event::Start(tag) => out.split |= is_block(&tag),
            Event::End(tag) => out.split |= ends_block(&tag),
            Event::Text(words) if metadata => front_matter(&words, &mut article),
            Event::Text(words) if silent == 0 => out.write(range, &words),
            // The words between the backticks, which stand in the source as they are, but for line ends.
            Event::Code(words) if silent == 0 => out.write_along(range, &words),
            Event::SoftBreak => out.soft = true,
            // The line end itself is kept with what stands between words.
            Event::HardBreak => {}
            _ => {}
        }
    }
    out.finish(&mut article);
    article
}

/// Writes the words of the source and remembers what was left out between them.
struct Writer<'a> {
    text: &'a str,
    at: usize,
    body: Body,
    /// Whether a block began or ended since the last words: they must not run together.
    split: bool,
    /// Whether a line ended since the last words that no reader sees end.
    soft: bool,
}

impl Writer<'_> {
    fn write(&mut self, range: Range<usize>, words: &str) {
        let end = range.end.max(self.at);
        let start = range.start.max(self.at);
        if self.soft && !self.split && self.at < start {
            self.body.replace(&self.text[self.at..start], " ");
        } else {
            self.between(start);
        }
        if self.split && !self.body.text().is_empty() {
            for _ in 0..2usize.saturating_sub(trailing_breaks(self.body.text())) {
                self.body.replace("", "\n");
            }
        }
        (self.split, self.soft) = (false, false);
        self.body.replace(&self.text[start..end], words);
        self.at = end;
    }

    /// Writes words that stand in `range` of the source with something left out or changed: each takes the place of its own there, since
    /// within one long replacement nothing could be found again.
    fn write_along(&mut self, range: Range<usize>, words: &str) {
        let source = self.text;
        if let Some(from) = source[range.clone()].find(words) {
            let start = range.start + from;
            return self.write(start..start + words.len(), words);
        }
        let mut at = range.start + source[range.clone()].bytes().take_while(|&b| b == b'`').count();
        let mut run = at..at; // what is the same in both, not yet written
        for c in words.chars() {
            let rest = &source[at..range.end];
            if !rest.starts_with(c) {
                self.write_run(&mut run);
                if c == ' ' && rest.starts_with(['\n', '\r']) {
                    at += 1;
                    run = at..at;
                    self.soft = true;
                    continue;
                }
                let Some(skipped) = rest.find(c) else {
                    // It is in the words only.
                    self.write(at..at, c.encode_utf8(&mut [0; 4]));
                    continue;
                };
                at += skipped;
                run = at..at;
            }
            at += c.len_utf8();
            run.end = at;
        }
        self.write_run(&mut run);
    }

    fn write_run(&mut self, run: &mut Range<usize>) {
        if run.start < run.end {
            self.write(run.clone(), &self.text[run.clone()]);
        }
        *run = run.end..run.end;
    }

    /// What stands between words: line ends stay, signs are left out.
    fn between(&mut self, to: usize) {
        let gap = &self.text[self.at..to];
        for piece in gap.split_inclusive('\n') {
            let signs = piece.trim_end_matches(['\n', '\r']);
            self.body.replace(signs, "");
            self.body.keep(&piece[signs.len()..]);
        }
        self.at = to;
    }

    fn finish(mut self, article: &mut Article) {
        self.between(self.text.len());
        self.body.into_article(article);
    }
}

fn trailing_breaks(text: &str) -> usize {
    text.bytes().rev().take_while(|b| matches!(b, b'\n' | b'\r')).filter(|b| *b == b'\n').count()
}

fn is_block(tag: &Tag) -> bool {
    ends_block(&tag.to_end())
}

fn ends_block(tag: &TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

/// Title, date, author and address of a YAML or TOML front matter: lines of `name: value` or `name = value`.
fn front_matter(lines: &str, article: &mut Article) {
    for line in lines.lines() {
        let Some((name, value)) = line.split_once([':', '=']) else { continue };
        let value = value.trim();
        let bare = |mark: char| value.strip_prefix(mark).and_then(|v| v.strip_suffix(mark));
        let value = bare('"').or_else(|| bare('\'')).unwrap_or(value);
        if value.is_empty() {
            continue;
        }
        match name.trim() {
            "title" => article.title = Some(value.to_owned()),
            "author" => article.author = Some(value.to_owned()),
            "date" => article.date = dates::parse(value),
            "url" | "link" | "canonical_url" => article.url = Some(value.to_owned()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_signs() {
        for (source, want) in [
            ("# Head\nText *here*.", "Head\n\nText here."),
            ("“We are **late**,” [Anna Berg](https://x.example/a_b) said.", "“We are late,” Anna Berg said."),
            ("one\ntwo  \nthree", "one two\nthree"),
            ("> “A,”\n> she said.\n\nB.", "“A,” she said.\n\nB."),
            ("- one\n- two\n", "one\n\ntwo\n"),
            ("a\n\n```\n“code,” he said\n```\n\nb", "a\n\n\n\n\n\nb"),
            ("a `b c` d", "a b c d"),
            ("a `b\nc` d", "a b c d"),
            ("> a `b\n> c` d", "a b c d"),
            ("> a `b\r\n> c\r\n> d` e", "a b c d e"),
            ("a ``\nb\n`c`` d", "a  b `c d"),
            ("![“Alt,” he said](x.png) after", " after"),
            ("5 &lt; 6 &amp; “so”", "5 < 6 & “so”"),
            ("\\*stars\\*", "*stars*"),
            ("<div>no</div>\n\nyes <b>bold</b>.", "\n\nyes bold."),
            ("â€œYes,â€\u{9d} **she** said.", "“Yes,” she said."),
            ("Title\n=====\nText", "Title\n\nText"),
            ("\u{feff}# A", "A"),
            ("| a | b |\n|---|---|\n| c | d |", "a\n\nb\n\nc\n\nd"),
        ] {
            let article = parse("a.md", source);
            assert_eq!(article.body.trim_end(), want.trim_end(), "{source:?}");
            assert_eq!(article.original(), source);
        }
    }

    #[test]
    fn front_matter_is_about_the_article() {
        let article = parse(
            "a.md",
            "---\ntitle: \"A: the start\"\ndate: 2016-07-15\nauthor: Ina Holm\nurl: https://x.example/a\n---\nText.",
        );
        assert_eq!(article.title.as_deref(), Some("A: the start"));
        assert_eq!(article.date.unwrap().to_string(), "2016-07-15");
        assert_eq!(article.author.as_deref(), Some("Ina Holm"));
        assert_eq!(article.url.as_deref(), Some("https://x.example/a"));
        assert_eq!(article.body.trim(), "Text.");
    }

    proptest::proptest! {
        /// Whatever the signs, nothing of the file is lost on the way in.
        #[test]
        fn the_file_can_be_had_back(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40)) {
            let source = pieces.concat();
            let article = parse("a.md", &source);
            proptest::prop_assert_eq!(article.original(), source);
            proptest::prop_assert!(article.repairs.is_sorted_by_key(|r| r.at));
            // No repair covers more than an entity or a line end, nor puts in words: quotes in it would have no place in the file.
            let is_short = |r: &crate::article::Repair| {
                r.chars <= 2 && (!r.original.is_empty() || article.replacement(r).trim().is_empty())
            };
            proptest::prop_assert!(article.repairs.iter().all(is_short), "{:?}", article.repairs);
        }
    }

    const PIECES: &[&str] = &[
        "a",
        "“We are late,” she said.",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "# ",
        "> ",
        "- ",
        "1. ",
        "[",
        "](x)",
        "![",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "&amp;",
        "&#8220;",
        "\\",
        "|",
        "|---|\n",
        "---\n",
        "~~",
        "[^1]",
        "[^1]: ",
        "â€œ",
        "â€™",
        "\t",
        "    ",
        "é",
        "𝄞",
        "\0",
        "\u{feff}",
        "==\n",
        "<div>",
        "+++\n",
        "title: x\n",
    ];
}
