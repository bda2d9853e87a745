//! Single marks: where ‘we wait’ is a quote, and where a mark is an apostrophe. Runs behind the pairing of double marks, paragraph by
//! paragraph.

use std::ops::Range;

use super::{Pairing, Passage};
use crate::text::token::{Shape, TokenKind};
use crate::words::Class;

impl Pairing<'_> {
    /// Single marks outside double ones: British quotes, titles, headlines. Apostrophes at word edges pair with nothing.
    pub(super) fn singles(&mut self, range: Range<usize>, already: usize, next_paragraph: Option<&Range<usize>>) {
        let continued = std::mem::take(&mut self.single_open);
        // "‘We wait." and a paragraph on "‘We all wait,’": one quote, in which only a plural's apostrophe may stand at a word's end.
        let goes_on =
            self.opens_single(range.start, &range) && next_paragraph.is_some_and(|n| self.opens_single(n.start, n));
        let doubles = self.out.len();
        let mut next = already; // the first passage of this paragraph that does not end before `i`
        let mut closes = Closes::default();
        let mut i = range.start;
        while i < range.end {
            while next < doubles && self.out[next].tokens.end <= i {
                next += 1;
            }
            if next < doubles && self.out[next].tokens.contains(&i) {
                i = self.out[next].tokens.end;
                continue;
            }
            if self.opens_single(i, &range) {
                let runs_on = goes_on && i == range.start;
                let close = self
                    .single_close(i, &range, &mut closes)
                    .filter(|&j| !self.is_within(already..doubles, j) && (!runs_on || closes.sure.is_some()));
                if close.is_some() || runs_on {
                    let end = close.unwrap_or(range.end);
                    if let Some(inner) = self.inner(i + 1, end) {
                        self.single_open = close.is_none();
                        self.out.push(Passage {
                            tokens: i + 1..end,
                            inner,
                            open: Some(i),
                            close,
                            single: true,
                            continued: continued && i == range.start,
                            continues: close.is_none(),
                            unclosed: false,
                            mismatched: false,
                        });
                    }
                    i = end + 1;
                    continue;
                }
            }
            i += 1;
        }
    }

    /// Whether token `i` stands inside one of these passages, which come in order: no mark there closes what opened before it.
    fn is_within(&self, passages: Range<usize>, i: usize) -> bool {
        let passages = &self.out[passages];
        let before = passages.partition_point(|p| p.tokens.start <= i);
        passages[..before].last().is_some_and(|p| p.tokens.contains(&i))
    }

    fn opens_single(&self, i: usize, range: &Range<usize>) -> bool {
        if self.tokens[i].kind != TokenKind::Single {
            return false;
        }
        let mark = self.tokens[i].span.of(self.text);
        let next_is_written_to_it = self.tokens.get(i + 1).is_some_and(|t| {
            i + 1 < range.end
                && !t.shape.contains(Shape::SPACED)
                && matches!(
                    t.kind,
                    TokenKind::Word | TokenKind::Number | TokenKind::Open | TokenKind::Stop | TokenKind::Double
                )
        });
        match mark {
            "‘" | "‚" | "‛" => next_is_written_to_it,
            "‹" => true,
            "'" | "`" | "\\'" => next_is_written_to_it && self.spaced_before(i, range),
            _ => false,
        }
    }

    /// The mark that closes the single quote opened at `i`: one after punctuation if there is such, else one after a word that no
    /// plural possessive explains.
    fn single_close(&self, i: usize, range: &Range<usize>, closes: &mut Closes) -> Option<usize> {
        closes.possessives.retain_from(i + 2);
        if closes.sure.is_some_and(|j| j >= i + 2) {
            return closes.sure;
        }
        for j in closes.looked_at.max(i + 2)..range.end {
            closes.looked_at = j + 1;
            let token = &self.tokens[j];
            if token.kind != TokenKind::Single || token.shape.contains(Shape::SPACED) {
                continue;
            }
            let mark = token.span.of(self.text);
            if !matches!(mark, "’" | "'" | "´" | "›" | "‘" | "\\'" | "′") || !self.spaced_after(j, range) {
                continue;
            }
            let before = &self.tokens[j - 1];
            let word = before.span.of(self.text);
            // "workers’ rights": an apostrophe if a word that can be owned follows and another mark closes later.
            let word_follows = self.tokens.get(j + 1).is_some_and(|t| {
                j + 1 < range.end
                    && t.kind == TokenKind::Word
                    && !t.is(Class::AND
                        | Class::PREP
                        | Class::BE
                        | Class::HAVE
                        | Class::MODAL
                        | Class::SUB
                        | Class::SUBJECT)
            });
            let is_possessive =
                before.kind == TokenKind::Word && (word.ends_with('s') || word.ends_with("in")) && word_follows;
            if !is_possessive {
                closes.sure = Some(j);
                return Some(j);
            }
            closes.possessives.0.push_back(j);
        }
        closes.sure = None;
        closes.possessives.0.front().copied()
    }
}

/// The marks of a paragraph that may close a single quote, as far as they have been looked for: each is looked at once.
#[derive(Default)]
struct Closes {
    /// The last one found that no possessive explains.
    sure: Option<usize>,
    /// Those that may be possessives, behind the last opening mark.
    possessives: Possessives,
    looked_at: usize,
}

#[derive(Default)]
struct Possessives(std::collections::VecDeque<usize>);

impl Possessives {
    /// Forgets those before token `from`.
    fn retain_from(&mut self, from: usize) {
        while self.0.front().is_some_and(|&j| j < from) {
            self.0.pop_front();
        }
    }
}
