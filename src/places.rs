//! The way from bytes of an article's text to characters, lines and columns of the input, through whatever was repaired or left out
//! on the way in. Worked out once an article, when records are written.

use std::borrow::Cow;

use crate::article::{Article, Cause};
use crate::record::Place;
use crate::span::Span;

/// Turns bytes of the body into characters, lines and columns of the input.
pub(crate) struct Places<'a> {
    input: Cow<'a, str>,
    edits: Vec<Edit>,
    /// Characters before every 64th byte of the input, at the next character boundary.
    marks: Vec<(u32, u32)>,
    /// First bytes of the input's lines.
    lines: Vec<usize>,
}

/// A repair, as bytes of the body with the bytes of the input that it ends at.
struct Edit {
    start: usize,
    end: usize,
    input_end: usize,
    cause: Cause,
}

impl<'a> Places<'a> {
    pub fn new(article: &'a Article) -> Self {
        let input = article.original();
        let mut edits: Vec<Edit> = Vec::with_capacity(article.repairs.len());
        for repair in &article.repairs {
            let end = repair.at + article.replacement(repair).len();
            let (before, at) = edits.last().map_or((0, 0), |e| (e.end, e.input_end));
            let input_end = at + (repair.at - before) + repair.original.len();
            edits.push(Edit { start: repair.at, end, input_end, cause: repair.cause });
        }
        let mut marks = Vec::with_capacity(input.len() / 64 + 2);
        marks.push((0, 0));
        let (mut at, mut count) = (0, 0);
        while at < input.len() {
            let mut to = (64 * marks.len()).min(input.len());
            while !input.is_char_boundary(to) {
                to += 1;
            }
            count += input[at..to].chars().count();
            at = to;
            marks.push((at as u32, count as u32));
        }
        let lines = std::iter::once(0).chain(memchr::memchr_iter(b'\n', input.as_bytes()).map(|n| n + 1)).collect();
        Places { input, edits, marks, lines }
    }

    /// The place of a stretch of the body in the input; an empty one's is what was left out of the text just there.
    pub fn place(&self, span: Span) -> Place {
        let (start, end) = self.range(span);
        Place {
            start: self.chars(start),
            end: self.chars(end),
            text: self.input[start..end].to_owned(),
            bytes: span.range(),
        }
    }

    /// 1-based line and column, in characters, where a stretch of the body begins in the input.
    pub fn line_column(&self, span: Span) -> (usize, usize) {
        let (start, _) = self.range(span);
        let line = self.lines.partition_point(|&l| l <= start);
        (line, self.chars(start) - self.chars(self.lines[line - 1]) + 1)
    }

    /// Whether mojibake was repaired in the stretch.
    pub fn is_repaired(&self, span: Span) -> bool {
        let (start, end) = (span.start as usize, span.end as usize);
        let first = self.edits.partition_point(|e| e.end <= start);
        self.edits[first..].iter().take_while(|e| e.start < end).any(|e| e.cause == Cause::Mojibake)
    }

    fn range(&self, span: Span) -> (usize, usize) {
        let (start, end) = (self.start(span.start as usize), self.end(span.end as usize));
        (start.min(end), start.max(end))
    }

    /// The input's byte for the body's where a stretch begins: behind what was left out just there.
    fn start(&self, at: usize) -> usize {
        self.byte(at, self.edits.partition_point(|e| e.end <= at))
    }

    /// The input's byte for the body's where a stretch ends: before what was left out just there.
    fn end(&self, at: usize) -> usize {
        self.byte(at, self.edits.partition_point(|e| e.end <= at && e.start < at))
    }

    fn byte(&self, at: usize, passed: usize) -> usize {
        let (before, input) = passed.checked_sub(1).map_or((0, 0), |i| (self.edits[i].end, self.edits[i].input_end));
        // Inside a replacement only its end has a counterpart.
        match self.edits.get(passed) {
            Some(edit) if edit.start < at && at < edit.end => edit.input_end,
            _ => input + (at - before),
        }
    }

    fn chars(&self, at: usize) -> usize {
        // A mark stands at most three bytes behind its multiple of 64, and the one before it at or before `at`.
        let mut mark = (at / 64).min(self.marks.len() - 1);
        while self.marks[mark].0 as usize > at {
            mark -= 1;
        }
        let (from, count) = self.marks[mark];
        count as usize + self.input[from as usize..at].chars().count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Repair;

    #[test]
    fn offsets_point_into_the_input() {
        // The body with its repairs as [original|replacement], a word of it, and what the input has there.
        for (marked, word, want) in [
            ("plain ‘text’", "text", (7, 11, "text", 1, 8)),
            ("[**|]bold[**|] word", "bold", (2, 6, "bold", 1, 3)),
            ("[**|]bold[**|] word", "word", (9, 13, "word", 1, 10)),
            ("a [*|]b[*|] c", "b c", (3, 7, "b* c", 1, 4)),
            ("[â€œ|“]Yes", "Yes", (3, 6, "Yes", 1, 4)),
            ("[â€œ|“]Yes", "“Yes", (0, 6, "â€œYes", 1, 1)),
            ("it[â€™|’]s so", "it’s", (0, 6, "itâ€™s", 1, 1)),
            ("it[â€™|’]s so", "so", (7, 9, "so", 1, 8)),
            ("# Head\n[|\n]Text", "Text", (7, 11, "Text", 2, 1)),
            ("[> |]one\n[> |]two", "two", (8, 11, "two", 2, 3)),
            ("[# |][â€œ|“]é", "“é", (2, 6, "â€œé", 1, 3)),
            ("[<!-- -->|]Text", "", (0, 8, "<!-- -->", 1, 1)),
        ] {
            let article = parse(marked);
            let at = article.body.find(word).unwrap();
            let places = Places::new(&article);
            let span = Span::new(at, at + word.len());
            let place = places.place(span);
            let (line, column) = places.line_column(span);
            assert_eq!((place.start, place.end, place.text.as_str(), line, column), want, "{word:?} in {marked:?}");
            let input: Vec<char> = article.original().chars().collect();
            assert_eq!(input[place.start..place.end].iter().collect::<String>(), place.text);
        }
    }

    #[test]
    fn only_mojibake_counts_as_repaired() {
        let article = parse("[**|]bold[**|] [â€œ|“]Yes");
        let places = Places::new(&article);
        for (word, want) in [("bold", false), ("bold “", true), ("“", true), ("Yes", false)] {
            let at = article.body.find(word).unwrap();
            assert_eq!(places.is_repaired(Span::new(at, at + word.len())), want, "{word:?}");
        }
    }

    fn parse(marked: &str) -> Article {
        let mut article = Article::default();
        let mut rest = marked;
        while let Some(open) = rest.find('[') {
            let (bar, close) = (rest.find('|').unwrap(), rest.find(']').unwrap());
            article.body.push_str(&rest[..open]);
            let (original, new) = (&rest[open + 1..bar], &rest[bar + 1..close]);
            let cause = if original.starts_with('â') { Cause::Mojibake } else { Cause::Markup };
            let at = article.body.len();
            article.repairs.push(Repair { at, chars: new.chars().count(), original: original.to_owned(), cause });
            article.body.push_str(new);
            rest = &rest[close + 1..];
        }
        article.body.push_str(rest);
        article
    }
}
