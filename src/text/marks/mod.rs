//! Pairs quotation marks into passages and says where they are broken: which straight mark opens, what an unclosed quote does. Single
//! marks, which may be apostrophes, are in `single`; what a passage is (speech, a title, a scare quote) is not decided here.

mod single;

use crate::span::Span;
use crate::text::token::{Shape, Token, TokenKind};
use crate::words::Class;

/// The words between two quotation marks, outermost level only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The tokens between the marks, half-open.
    pub tokens: std::ops::Range<usize>,
    /// The bytes between the marks, without white space at the ends.
    pub inner: Span,
    /// The token of the opening mark; none where a quote goes on from the paragraph before without one.
    pub open: Option<usize>,
    /// The token of the closing mark; none where it is missing or stands in a later paragraph.
    pub close: Option<usize>,
    /// The marks are single ones.
    pub single: bool,
    /// The quote goes on from the paragraph before.
    pub continued: bool,
    /// The quote goes on in the next paragraph.
    pub continues: bool,
    /// The closing mark is missing.
    pub unclosed: bool,
    /// The marks do not belong together, or a closing one stands for an opening one.
    pub mismatched: bool,
}

/// Which way a mark faces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Open,
    Close,
    Either,
}

/// The style of a mark, to tell mismatched pairs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Style {
    Straight,
    Curly,
    Guillemet,
    Other,
}

/// Finds the passages of an article whose paragraphs are `paragraphs` (token ranges), in reading order.
pub(crate) fn pair(text: &str, tokens: &[Token], paragraphs: &[std::ops::Range<usize>]) -> Vec<Passage> {
    let mut pairing = Pairing {
        text,
        tokens,
        escaped: has_escaped_marks(text),
        out: Vec::new(),
        open_since: None,
        single_open: false,
        lowest: Vec::new(),
        first: 0,
    };
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let next = paragraphs.get(i + 1);
        pairing.paragraph(paragraph.clone(), next);
    }
    pairing.out.sort_by_key(|p| p.inner.start);
    pairing.out
}

/// Whether the article is one string with its marks escaped (`\"`): plain straight marks in it are the string's own.
fn has_escaped_marks(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), b"\\\"").is_some()
}

struct Pairing<'a> {
    text: &'a str,
    tokens: &'a [Token],
    escaped: bool,
    out: Vec<Passage>,
    /// Set while a quote runs on from the paragraph before.
    open_since: Option<bool>,
    /// Whether a quote in single marks runs on from the paragraph before.
    single_open: bool,
    /// For each token of the paragraph, from its first nested mark on: how many more marks open than close up to there, and the least
    /// that this is further on.
    lowest: Vec<(i32, i32)>,
    /// The token that `lowest` begins with.
    first: usize,
}

impl Pairing<'_> {
    fn paragraph(&mut self, range: std::ops::Range<usize>, next: Option<&std::ops::Range<usize>>) {
        let continued = self.open_since.take().is_some();
        let already = self.out.len();
        self.lowest.clear();
        let mut open: Option<(usize, bool)> = None; // token of the opening mark, mismatched
        let mut nested = 0usize;
        let mut from_before = false;
        let first_is_mark = self.is_double(range.start);
        if continued && !first_is_mark {
            // The quote of the paragraph before goes on here without a new mark if a closing mark comes before any opening one.
            let first = range.clone().find(|&i| self.is_double(i));
            from_before = first.is_some_and(|i| self.side(i, &range) == Side::Close);
        }
        let mut start_of_open = range.start;
        for i in range.clone() {
            if !self.is_double(i) {
                continue;
            }
            let side = self.side(i, &range);
            if open.is_none() && !from_before {
                match side {
                    Side::Close if self.closes_lost(i, &range) => {
                        self.close(None, range.start, i, Some(i), false, false);
                        continue;
                    }
                    Side::Close if self.is_stray_close(i, &range) => continue,
                    Side::Close => open = Some((i, true)),
                    _ => open = Some((i, false)),
                }
                start_of_open = i + 1;
                continue;
            }
            // A mark while a quote is open.
            let opener = open.map(|(o, _)| o);
            if side == Side::Open && !self.closes_low_high(opener, i) {
                if self.is_nested(i, &range) {
                    nested += 1;
                    continue;
                }
                // The one before was never closed.
                self.close(open, start_of_open, i, None, from_before, continued && opener == Some(range.start));
                from_before = false;
                open = Some((i, false));
                start_of_open = i + 1;
                continue;
            }
            if nested > 0 {
                nested -= 1;
                continue;
            }
            self.close(
                open,
                start_of_open,
                i,
                Some(i),
                from_before,
                continued && (from_before || opener == Some(range.start)),
            );
            open = None;
            from_before = false;
        }
        if open.is_some() || from_before {
            let goes_on = next.is_some_and(|n| self.starts_with_mark(n) || self.closes_before_opening(n));
            let was = self.out.len();
            let opener = open.map(|(o, _)| o);
            let end = if goes_on { range.end } else { self.reporter_again(start_of_open, range.end) };
            self.close(
                open,
                start_of_open,
                end,
                None,
                from_before,
                continued && (from_before || opener == Some(range.start)),
            );
            if let Some(last) = self.out.get_mut(was) {
                last.continues = goes_on;
                last.unclosed = !goes_on;
            }
            if goes_on {
                self.open_since = Some(true);
            }
        }
        self.singles(range, already, next);
    }

    fn close(
        &mut self,
        open: Option<(usize, bool)>,
        from: usize,
        to: usize,
        close: Option<usize>,
        from_before: bool,
        continued: bool,
    ) {
        let Some(inner) = self.inner(from, to) else { return };
        let (opener, mut mismatched) = match open {
            Some((o, m)) => (Some(o), m),
            // Without an opening mark, and nothing that goes on: it got lost.
            None => (None, !from_before),
        };
        if let (Some(o), Some(c)) = (opener, close) {
            let (first, last) = (self.tokens[o].span.of(self.text), self.tokens[c].span.of(self.text));
            mismatched |= self.style(o) != self.style(c) || first == last && matches!(first, "“" | "”");
        }
        self.out.push(Passage {
            tokens: from..to,
            inner,
            open: opener,
            close,
            single: false,
            continued: continued || from_before,
            continues: false,
            unclosed: close.is_none(),
            mismatched,
        });
    }

    /// Where in `from..to` the reporter plainly speaks again, though no mark closes the quote: at a sentence with a verb of saying and
    /// no *I*, *we* or *you*, or behind a comma at *Berg said*.
    fn reporter_again(&self, from: usize, to: usize) -> usize {
        let ends_sentence = |i: usize| {
            self.tokens[i].kind == TokenKind::Stop
                && self.tokens.get(i + 1).is_some_and(|t| t.is_capital() && t.shape.contains(Shape::SPACED))
        };
        let is_cue = |t: &Token| t.is(Class::SPEECH_CUE) && !t.is_capital();
        let mut start = from;
        while start < to {
            let end = (start..to).find(|&i| ends_sentence(i)).map_or(to, |stop| stop + 1);
            let sentence = &self.tokens[start..end];
            let inclusive = sentence.iter().any(|t| t.is(Class::FIRST_PERSON | Class::SECOND_PERSON));
            if start > from && !inclusive && sentence.iter().any(is_cue) {
                return start;
            }
            // “It will hold, Berg said.
            let tail = (start + 1..end).rfind(|&i| self.tokens[i].kind == TokenKind::Comma).filter(|&comma| {
                let behind = &self.tokens[comma + 1..end.min(comma + 5)];
                let own = |t: &Token| t.is(Class::FIRST_PERSON | Class::SECOND_PERSON);
                behind.len() > 1 && behind[..3.min(behind.len())].iter().skip(1).any(is_cue) && !behind.iter().any(own)
            });
            if let Some(comma) = tail {
                return comma + 1;
            }
            start = end;
        }
        to
    }

    /// The bytes of tokens `from..to`; none where they hold no letter or digit.
    fn inner(&self, from: usize, to: usize) -> Option<Span> {
        let worded = self.tokens[from..to]
            .iter()
            .any(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number | TokenKind::Markup));
        worded.then(|| self.tokens[from].span.join(self.tokens[to - 1].span))
    }

    fn is_double(&self, i: usize) -> bool {
        let token = &self.tokens[i];
        let straight = token.span.of(self.text) == "\"";
        token.kind == TokenKind::Double && !(straight && (self.escaped || self.is_garbled_apostrophe(i)))
    }

    /// *the bank"s*, *don"t*: a mark within a word, where a copy lost the apostrophe.
    fn is_garbled_apostrophe(&self, i: usize) -> bool {
        const ENDINGS: &[&str] = &["s", "t", "m", "d", "re", "ve", "ll"];
        let glued = |t: &Token| !t.shape.contains(Shape::SPACED);
        let [before, mark, ending, rest @ ..] = &self.tokens[i.saturating_sub(1)..] else { return false };
        i > 0
            && before.kind == TokenKind::Word
            && glued(mark)
            && glued(ending)
            && ENDINGS.contains(&ending.span.of(self.text))
            && rest.first().is_none_or(|t| !glued(t) || matches!(t.kind, TokenKind::Stop | TokenKind::Comma))
    }

    fn spaced_before(&self, i: usize, range: &std::ops::Range<usize>) -> bool {
        i == range.start
            || self.tokens[i].shape.contains(Shape::SPACED)
            || matches!(self.tokens[i - 1].kind, TokenKind::Open | TokenKind::Dash)
    }

    fn spaced_after(&self, i: usize, range: &std::ops::Range<usize>) -> bool {
        i + 1 >= range.end
            || self.tokens[i + 1].shape.contains(Shape::SPACED)
            || !matches!(
                self.tokens[i + 1].kind,
                TokenKind::Word
                    | TokenKind::Number
                    | TokenKind::Open
                    | TokenKind::Markup
                    | TokenKind::Double
                    | TokenKind::Single
                    | TokenKind::Symbol
            ) && self.tokens[i + 1].span.of(self.text) != "…"
                && !self.tokens[i + 1].span.of(self.text).starts_with("..")
    }

    fn side(&self, i: usize, range: &std::ops::Range<usize>) -> Side {
        let mark = self.tokens[i].span.of(self.text);
        let neighbours = (self.spaced_before(i, range), self.spaced_after(i, range));
        match (mark, neighbours) {
            // “Apparently not,“ he said: where both neighbours speak against it, the mark is the wrong one of its pair.
            ("“", (false, true)) => return Side::Close,
            ("”", (true, false)) => return Side::Open,
            ("“" | "„" | "‟" | "〝" | "``", _) => return Side::Open,
            ("”" | "〞", _) => return Side::Close,
            _ => {}
        }
        match neighbours {
            (true, false) => Side::Open,
            (false, true) => Side::Close,
            _ if mark == "«" => Side::Open,
            _ if mark == "»" => Side::Close,
            // Between two marks, or with space on both sides, only the state tells.
            _ => Side::Either,
        }
    }

    /// `„…“`: what opens elsewhere closes here.
    fn closes_low_high(&self, opener: Option<usize>, i: usize) -> bool {
        opener.is_some_and(|o| matches!(self.tokens[o].span.of(self.text), "„" | "‟" | "»"))
            && matches!(self.tokens[i].span.of(self.text), "“" | "«")
            && self.spaced_after(i, &(0..self.tokens.len()))
    }

    /// *We wait here,” he said.*: a mark that closes what the paragraph begins with, whose opening mark got lost.
    fn closes_lost(&self, i: usize, range: &std::ops::Range<usize>) -> bool {
        const LONGEST: usize = 80; // tokens
        let inside = range.start..i;
        let ends = i > range.start && matches!(self.tokens[i - 1].kind, TokenKind::Comma | TokenKind::Stop);
        let cue = self.tokens[i + 1..range.end].iter().take(6).any(|t| t.is(Class::SPEECH_CUE) && !t.is_capital());
        ends && cue
            && inside.len() <= LONGEST
            && self.opens_next(i, range)
            && !inside.clone().any(|j| self.tokens[j].kind == TokenKind::Double)
            && self.tokens[range.start].is_capital()
    }

    /// Whether the next mark of the paragraph, if there is one, opens.
    fn opens_next(&self, i: usize, range: &std::ops::Range<usize>) -> bool {
        let next = (i + 1..range.end).find(|&j| self.is_double(j));
        next.is_none_or(|j| self.side(j, range) == Side::Open)
    }

    /// A closing mark with nothing open: a stray one, unless a word is written to it or a space stands before it.
    fn is_stray_close(&self, i: usize, range: &std::ops::Range<usize>) -> bool {
        if self.style(i) == Style::Straight
            && self.tokens.get(i.wrapping_sub(1)).is_some_and(|t| t.kind == TokenKind::Number)
        {
            return true; // inches
        }
        if self.style(i) == Style::Straight {
            return self.opens_next(i, range);
        }
        let later = (i + 1..range.end).any(|j| self.is_double(j) && self.side(j, range) != Side::Open);
        !later || (self.spaced_after(i, range) && !self.spaced_before(i, range))
    }

    /// Whether a mark that opens while a quote is open is a quote in the quote: enough closing marks follow for both.
    fn is_nested(&mut self, i: usize, range: &std::ops::Range<usize>) -> bool {
        if self.style(i) == Style::Straight {
            return false;
        }
        if self.lowest.is_empty() {
            self.first = i;
            let mut balance = 0;
            for j in i..range.end {
                if self.is_double(j) {
                    balance += if self.side(j, range) == Side::Open { 1 } else { -1 };
                }
                self.lowest.push((balance, balance));
            }
            let mut least = i32::MAX;
            for entry in self.lowest.iter_mut().rev() {
                let balance = entry.0;
                entry.1 = least;
                least = least.min(balance);
            }
        }
        let (balance, least) = self.lowest[i - self.first];
        least <= balance - 2
    }

    fn style(&self, i: usize) -> Style {
        match self.tokens[i].span.of(self.text) {
            "\"" | "\\\"" | "＂" | "″" => Style::Straight,
            "“" | "”" | "„" | "‟" => Style::Curly,
            "«" | "»" => Style::Guillemet,
            _ => Style::Other,
        }
    }

    fn starts_with_mark(&self, range: &std::ops::Range<usize>) -> bool {
        self.is_double(range.start) && self.side(range.start, range) != Side::Close
    }

    fn closes_before_opening(&self, range: &std::ops::Range<usize>) -> bool {
        let first = range.clone().find(|&i| self.is_double(i));
        first.is_some_and(|i| self.side(i, range) == Side::Close && self.style(i) != Style::Straight)
    }
}
