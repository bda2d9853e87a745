//! Splits an article into tokens: words, numbers, punctuation and quotation marks, each with what it may be. One pass over the
//! bytes; which marks open and which close is left to `marks`, what a word is in its sentence to `tag`, words with more than letters in
//! them to `word`.

mod word;

use crate::span::Span;
use crate::text::tag::Tag;
use crate::text::token::{Shape, Token, TokenKind, is_space};
use crate::text::{damage, ending};
use crate::words::{self, Class, Key, Letters, letters_at};

/// The tokens of `text`, in order.
pub(crate) fn tokenize(text: &str) -> Vec<Token> {
    let mut tokenizer = Tokenizer {
        text,
        bytes: text.as_bytes(),
        at: 0,
        spaced: true,
        lower: String::new(),
        bracket: 0,
        out: Vec::with_capacity(text.len() / 5 + 8),
    };
    tokenizer.run();
    tokenizer.out
}

/// What the ending of a word with a capital may tell of it.
const CAPITAL_GUESS: Class = Class::ADV.union(Class::VERB_ING).union(Class::VERB_PAST).union(Class::VERB_PART);

/// The bytes that no word goes on with.
const ENDS_WORD: [bool; 256] = {
    let mut ends = [false; 256];
    let bytes = b" ,\n\r\t;\"!?()[]\\";
    let mut i = 0;
    while i < bytes.len() {
        ends[bytes[i] as usize] = true;
        i += 1;
    }
    ends
};

struct Tokenizer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    spaced: bool,
    lower: String,
    /// Where the next `>` or line break behind the last `<` stands.
    bracket: usize,
    out: Vec<Token>,
}

impl Tokenizer<'_> {
    fn run(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            if byte == b' ' {
                self.at += 1;
                self.spaced = true;
                continue;
            }
            if byte.is_ascii_alphabetic() && self.plain_word() {
                self.spaced = false;
                continue;
            }
            let Some(c) = self.char_at(self.at) else { break };
            // A soft hyphen that no letter stands before joins nothing.
            let lost = match c {
                '?' => self.at > 0 && damage::is_lost_mark(self.text, self.at - 1),
                '-' if !self.spaced => self.out.last().is_some_and(|t| damage::is_lost_space(self.text, t, self.at)),
                _ => false,
            };
            if is_space(c) || c == '\u{ad}' || lost {
                self.at += c.len_utf8();
                self.spaced = true;
                continue;
            }
            if c.is_alphanumeric()
                || (matches!(c, '@' | '#' | '$' | '€' | '£' | '_')
                    && self.char_at(self.at + c.len_utf8()).is_some_and(char::is_alphanumeric))
            {
                self.word(c);
            } else {
                self.other(c);
            }
            self.spaced = false;
        }
    }

    /// Takes a word of ASCII letters with something behind it that can be no part of it: nine words of ten, for which [`Self::word`]
    /// finds the same at more cost.
    #[inline]
    fn plain_word(&mut self) -> bool {
        let start = self.at;
        let Some(letters) = letters_at(self.bytes, start) else { return false };
        let end = start + letters.length;
        let possessor = match self.bytes.get(end) {
            None => None,
            Some(b'?') if letters.capital && damage::is_lost_letter(self.text, start, end) => return false,
            Some(b'"') if damage::is_lost_apostrophe(self.text, end) => return false,
            Some(&b) if ENDS_WORD[b as usize] => None,
            Some(b'.') if self.is_full_stop(&letters, end) => None,
            Some(b'\'') if self.is_genitive(end + 1) => Some(end + 2),
            Some(0xe2) if self.bytes[end..].starts_with("’".as_bytes()) && self.is_genitive(end + 3) => Some(end + 4),
            _ => return false,
        };
        let mut shape = Shape::empty();
        shape.set(Shape::CAPITAL, letters.capital);
        shape.set(Shape::ALL_CAPS, letters.length >= 2 && letters.capitals as usize == letters.length);
        let mut class = words::of_key(letters.key);
        if class.is_empty() && self.is_guessed(start, end, letters.capital) {
            let word = &self.text[start..end];
            class = match letters.capitals {
                0 => ending::class_of_plain(word),
                _ => ending::class_of_plain(&word.to_ascii_lowercase()),
            };
            if letters.capital {
                class &= CAPITAL_GUESS;
            }
        }
        self.push(start, end, TokenKind::Word, class, shape);
        if let Some(to) = possessor {
            self.spaced = false;
            self.push(end, to, TokenKind::Suffix, words::lookup("'s"), Shape::empty());
        }
        true
    }

    /// Whether the stop at `end` ends a sentence rather than belonging to the letters before it. Where it is not sure, it does not.
    #[inline]
    fn is_full_stop(&self, letters: &Letters, end: usize) -> bool {
        let joined = self.bytes.get(end + 1).is_some_and(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
        let abbreviation = letters.key | Key::from(b'.') << (8 * letters.length);
        letters.length > 1
            && !joined
            && !matches!(&self.bytes[end - letters.length..end], b"no" | b"nos" | b"No" | b"Nos")
            && !words::of_key(abbreviation).contains(Class::ABBR)
    }

    /// Whether the letter s stands at `at`, and ends a word.
    #[inline]
    fn is_genitive(&self, at: usize) -> bool {
        self.bytes.get(at) == Some(&b's') && self.bytes.get(at + 1).is_none_or(|&b| ENDS_WORD[b as usize])
    }

    /// Whether the ending of a word in no list tells its class: a capital inside a sentence makes a name, whatever its ending.
    #[inline]
    fn is_guessed(&self, start: usize, end: usize, capital: bool) -> bool {
        let opens = || {
            self.out.last().is_none_or(|t| {
                matches!(
                    t.kind,
                    TokenKind::Stop | TokenKind::Double | TokenKind::Single | TokenKind::Colon | TokenKind::Dash
                )
            })
        };
        !capital || end - start > 6 && opens()
    }

    #[inline]
    fn char_at(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(&b) if b < 0x80 => Some(b as char),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind, class: Class, mut shape: Shape) {
        shape.set(Shape::SPACED, self.spaced);
        self.out.push(Token { span: Span::new(start, end), kind, shape, class, tag: Tag::Other });
        self.at = end;
    }

    fn other(&mut self, c: char) {
        let start = self.at;
        let next = self.char_at(start + c.len_utf8());
        let (kind, len) = match c {
            '"' if self.spaced && damage::is_lost_mark(self.text, start) => (TokenKind::Dash, 2),
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '〝' | '〞' | '＂' => {
                (TokenKind::Double, c.len_utf8())
            }
            '\\' if matches!(next, Some('"')) => (TokenKind::Double, 2),
            '\\' if matches!(next, Some('\'')) => (TokenKind::Single, 2),
            '\'' if next == Some('\'') => (TokenKind::Double, 2),
            '`' if next == Some('`') => (TokenKind::Double, 2),
            '\'' | '‘' | '’' if self.is_elision(start + c.len_utf8()) => return self.word(c),
            '\'' | '’'
                if !self.spaced
                    && next == Some('s')
                    && !self.char_at(start + c.len_utf8() + 1).is_some_and(char::is_alphanumeric) =>
            {
                (TokenKind::Suffix, c.len_utf8() + 1)
            }
            '\'' | '‘' | '’' | '‚' | '‹' | '›' | '`' | '´' | '‛' | '′' => {
                (TokenKind::Single, c.len_utf8())
            }
            '.' | '!' | '?' | '…' | '‽' => {
                (TokenKind::Stop, self.run_of(start, |c| matches!(c, '.' | '!' | '?' | '…' | '‽')))
            }
            ',' => (TokenKind::Comma, 1),
            ';' => (TokenKind::Semicolon, 1),
            ':' => (TokenKind::Colon, 1),
            '–' | '—' | '―' | '‒' | '−' => {
                (TokenKind::Dash, self.run_of(start, |c| matches!(c, '–' | '—' | '―' | '-' | '‒')))
            }
            '-' if next == Some('-') => (TokenKind::Dash, self.run_of(start, |c| c == '-')),
            '-' if self.spaced && next.is_none_or(is_space) => (TokenKind::Dash, 1),
            '(' | '[' | '{' => (TokenKind::Open, 1),
            ')' | ']' | '}' => (TokenKind::Close, 1),
            '<' => match self.markup_len(start) {
                Some(len) => (TokenKind::Markup, len),
                None => (TokenKind::Symbol, 1),
            },
            _ => (TokenKind::Symbol, c.len_utf8()),
        };
        self.push(start, start + len, kind, Class::empty(), Shape::empty());
    }

    /// The length of the first character at `start` with those like it behind it; never nothing, so that reading goes on.
    fn run_of(&self, start: usize, is: impl Fn(char) -> bool) -> usize {
        let first = self.char_at(start).map_or(1, char::len_utf8);
        let rest = &self.text[start + first..];
        first + rest.find(|c| !is(c)).unwrap_or(rest.len())
    }

    /// The length of a tag `<…>` that starts here: a name or slash after the bracket, closed within the line.
    fn markup_len(&mut self, start: usize) -> Option<usize> {
        let first = self.bytes.get(start + 1)?;
        if !(first.is_ascii_alphabetic() || matches!(first, b'/' | b'!')) {
            return None;
        }
        if self.bracket <= start {
            let next = memchr::memchr2(b'>', b'\n', &self.bytes[start + 1..]);
            self.bracket = next.map_or(self.bytes.len(), |next| start + 1 + next);
        }
        let closed = self.bracket < start + 2000 && self.bytes.get(self.bracket) == Some(&b'>');
        closed.then_some(self.bracket + 1 - start)
    }

    /// Whether an apostrophe before `at` stands for left-out letters: *’80s*, *’em*, *’til*.
    fn is_elision(&self, at: usize) -> bool {
        let rest = &self.bytes[at..];
        if rest.first().is_some_and(u8::is_ascii_digit) {
            return rest.get(1).is_some_and(u8::is_ascii_digit)
                && matches!(rest.get(2), Some(b's') | Some(b' ') | Some(b',') | Some(b'.'));
        }
        ["em", "til", "tis", "twas", "cause", "n"].iter().any(|word| {
            rest.starts_with(word.as_bytes())
                && !rest.get(word.len()).is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_passed_over_once() {
        for c in '\0'..=char::MAX {
            let text = format!("a {c} {c}{c}b");
            let tokens = tokenize(&text);
            let mut end = 0;
            for token in &tokens {
                assert!(!token.span.is_empty() && token.span.start as usize >= end, "{c:?}: {tokens:?}");
                end = token.span.end as usize;
            }
        }
    }
}
