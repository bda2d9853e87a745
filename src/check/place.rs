//! From bytes of an article to a [`Location`]: lines, columns, and the piece of text that a report shows.

use std::ops::Range;

use super::finding::{Excerpt, Location};
use crate::article::Article;
use crate::places::Places;
use crate::span::Span;

/// How many characters an excerpt shows before, inside and after the words meant.
const BEFORE: usize = 28;
const INSIDE: usize = 64;
const AFTER: usize = 20;

/// Makes locations in one article.
pub(crate) struct Locator<'a> {
    article: &'a Article,
    places: Places<'a>,
}

impl<'a> Locator<'a> {
    pub(crate) fn new(article: &'a Article) -> Self {
        Locator { article, places: Places::new(article) }
    }

    /// The location of a stretch of the body.
    pub(crate) fn locate(&self, bytes: Range<usize>) -> Location {
        let body = self.article.body.as_str();
        let span = Span::new(bytes.start, bytes.end);
        let (line, column) = self.places.line_column(span);
        let (end_line, end_column) = self.places.line_column(Span::new(bytes.end, bytes.end));
        let place = self.places.place(span);
        let line_start = |at: usize| body[..at].rfind('\n').map_or(0, |n| n + 1);
        Location {
            line,
            column,
            end_line,
            end_column,
            start: place.start,
            end: place.end,
            byte_columns: (bytes.start - line_start(bytes.start) + 1, bytes.end - line_start(bytes.end) + 1),
            excerpt: excerpt(body, bytes.clone()),
            bytes,
        }
    }
}

/// The words of a stretch and a little of the paragraph around it.
pub(crate) fn excerpt(body: &str, bytes: Range<usize>) -> Excerpt {
    let line_start = body[..bytes.start].rfind('\n').map_or(0, |n| n + 1);
    let line_end = body[bytes.end..].find('\n').map_or(body.len(), |n| bytes.end + n);
    let before = fold(&body[line_start..bytes.start]);
    let inside = fold(&body[bytes.clone()]);
    let after = fold(&body[bytes.end..line_end]);

    let mut text = String::new();
    let before = before.trim_start();
    match cut_from_end(before, BEFORE) {
        Some(cut) => {
            text.push_str("… ");
            text.push_str(&before[cut..]);
        }
        None => text.push_str(before),
    }
    let start = text.len();
    match cut_from_start(&inside, INSIDE) {
        Some(cut) => {
            text.push_str(inside[..cut].trim_end());
            text.push_str(" … ");
            let tail = cut_from_end(&inside, INSIDE / 3).unwrap_or(0).max(cut);
            text.push_str(&inside[tail..]);
        }
        None => text.push_str(&inside),
    }
    let end = text.len();
    let after = after.trim_end();
    match cut_from_start(after, AFTER) {
        Some(cut) => {
            text.push_str(&after[..cut]);
            text.push_str(" …");
        }
        None => text.push_str(after),
    }
    Excerpt { text, marked: start..end }
}

/// White space folded to one space.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// Where to cut a text so that about `length` characters stay at its start; none if it is hardly longer.
fn cut_from_start(text: &str, length: usize) -> Option<usize> {
    let (far, _) = text.char_indices().nth(length + length / 2)?;
    let (at, _) = text.char_indices().nth(length)?;
    debug_assert!(at < far);
    Some(text[..at].rfind(' ').filter(|&space| space * 2 > at).unwrap_or(at))
}

/// The same at its end.
fn cut_from_end(text: &str, length: usize) -> Option<usize> {
    text.char_indices().rev().nth(length + length / 2)?;
    let (at, _) = text.char_indices().rev().nth(length)?;
    Some(text[at..].find(' ').map_or(at, |space| at + space + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locations_count_lines_characters_and_bytes() {
        let article = Article::new("a.txt", "Über uns\nsagte “Ja,” sie.\nEnde");
        let start = article.body.find('“').unwrap();
        let end = article.body.find('”').unwrap();
        let place = Locator::new(&article).locate(start..end);
        assert_eq!((place.line, place.column, place.end_line, place.end_column), (2, 7, 2, 11));
        assert_eq!((place.start, place.end), (15, 19));
        assert_eq!(place.byte_columns, (7, 13));
        assert_eq!(place.excerpt.text, "sagte “Ja,” sie.");
        assert_eq!(&place.excerpt.text[place.excerpt.marked.clone()], "“Ja,");
    }

    #[test]
    fn excerpts_are_short() {
        let long = "word ".repeat(80);
        let body = format!("{long}START {long}END{long}");
        let (start, end) = (body.find("START").unwrap(), body.find("END").unwrap() + 3);
        let cut = excerpt(&body, start..end);
        assert!(cut.text.starts_with("… word"), "{}", cut.text);
        assert!(cut.text[cut.marked.clone()].starts_with("START word"), "{}", cut.text);
        assert!(cut.text[cut.marked.clone()].ends_with("END"), "{}", cut.text);
        assert!(cut.text.ends_with('…') && cut.text.chars().count() < 200, "{}", cut.text);
    }
}
