//! A Markdown table (GitHub's) for notes, pull requests and wikis. What Markdown would read as a sign is escaped.

use std::io::{self, Write};

use super::{Column, Format, Links, Open, Options, Row, Sink, cell, column};
use crate::article::Article;
use crate::record::Record;

pub(super) const FORMAT: Format = Format {
    id: "markdown",
    endings: &["md", "markdown"],
    about: "A Markdown table with links to the quotes",
    binary: false,
    open: Open::Stream(|mut out, options| {
        let columns: Vec<&'static Column> = if options.columns.is_empty() {
            ["quote", "speaker", "role", "source", "kind"].into_iter().filter_map(column).collect()
        } else {
            options.columns.clone()
        };
        let row = |cells: &mut dyn Iterator<Item = &str>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
        out.write_all(row(&mut columns.iter().map(|c| c.name)).as_bytes())?;
        out.write_all(row(&mut columns.iter().map(|c| if c.number { "---:" } else { "---" })).as_bytes())?;
        Ok(Box::new(Markdown { out, columns, options: options.clone() }))
    }),
};

struct Markdown<'a> {
    out: Box<dyn Write + Send + 'a>,
    columns: Vec<&'static Column>,
    options: Options,
}

impl Sink for Markdown<'_> {
    fn article(&mut self, article: &Article, records: &[Record]) -> io::Result<()> {
        let links = Links::new(article, self.options.links.as_ref());
        for record in records {
            self.out.write_all(b"|")?;
            for column in &self.columns {
                let value = (column.value)(Row { article, record, links: &links });
                let text = if column.number { value } else { escape(&cell::safe(&value, self.options.raw)).into() };
                match links.to(record).filter(|_| column.name == "source") {
                    // Brackets and spaces are percent-encoded in our links.
                    Some(link) => write!(self.out, " [{text}](<{link}>) |")?,
                    None => write!(self.out, " {text} |")?,
                }
            }
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}

/// Text that Markdown shows as it stands, on one line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = words.chars().peekable();
    let mut last = ' ';
    while let Some(c) = rest.next() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => out.extend(['\\', c]),
            // Bare addresses and names of people on GitHub would become links.
            ':' if rest.peek() == Some(&'/') => out.push_str("&#58;"),
            '.' if last == 'w' => out.push_str("&#46;"),
            '@' => out.push_str("&#64;"),
            _ => out.push(c),
        }
        last = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Options as Syntax, Parser, Tag};

    #[test]
    fn text_is_shown_as_it_stands() {
        for text in [
            "a | b",
            "<script>alert(1)</script>",
            "![x](https://x.example/t.png) [link](javascript:alert)",
            "*not* _so_ `code` ~~gone~~",
            "\\| end\\",
            "&lt; stays &amp; so",
            "see https://x.example and www.x.example @someone $x$",
            "# no heading",
        ] {
            let table = format!("| quote |\n| --- |\n| {} |\n", escape(text));
            let mut words = String::new();
            for event in
                Parser::new_ext(&table, Syntax::all()).skip_while(|e| !matches!(e, Event::Start(Tag::TableRow)))
            {
                match event {
                    Event::Text(t) => words.push_str(&t),
                    Event::Start(Tag::TableRow | Tag::TableCell) | Event::End(_) => {}
                    other => panic!("{text:?} gives {other:?}"),
                }
            }
            assert_eq!(words, text);
        }
    }
}
