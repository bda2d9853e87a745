//! Splits an article into tokens: words, numbers, punctuation and quotation marks, each with what it may be. One pass over the
//! bytes; which marks open and which close is left to `marks`, what a word is in its sentence to `tag`.

use crate::span::Span;
use crate::text::tag::Tag;
use crate::text::token::{Shape, Token, TokenKind, is_combining, is_space};
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

    fn word(&mut self, first: char) {
        let start = self.at;
        let mut end = start + first.len_utf8();
        let mut apostrophe = None; // the last apostrophe inside the word
        let mut mailbox = false; // an @ stands inside the word
        let mut stops = false;
        let mut segment = start; // where the letters since the last inner stop begin
        let mut capitals = first.is_uppercase() as usize;
        let mut letters = first.is_alphabetic() as usize;
        while let Some(c) = self.char_at(end) {
            let len = c.len_utf8();
            if c.is_alphanumeric() || c == '_' || c == '\u{ad}' || is_combining(c) {
                capitals += c.is_uppercase() as usize;
                letters += c.is_alphabetic() as usize;
                end += len;
                continue;
            }
            let next = self.char_at(end + len);
            let joined = next.is_some_and(char::is_alphanumeric);
            let after_digit = self.bytes[end - 1].is_ascii_digit();
            match c {
                '\'' | '’' | '"' if joined && self.is_apostrophe(c, end) => {
                    apostrophe = Some(end);
                    end += len;
                }
                '?' | '\u{fffd}' if damage::is_lost_letter(self.text, start, end) => {
                    letters += 1;
                    end += self.text[end..].find(|c| c != '\u{fffd}').unwrap_or(0).max(1);
                }
                '-' if damage::parts_words(self.text, start, end) => break,
                '-' | '‑' | '@' if joined => {
                    mailbox |= c == '@';
                    end += len;
                    segment = end;
                }
                '&' if joined && letters <= 2 => end += len,
                ',' | '.' | ':' | '/' if after_digit && next.is_some_and(|n| n.is_ascii_digit()) => end += len,
                '%' if after_digit => end += len,
                '.' if joined && end - segment == 1 && self.bytes[segment].is_ascii_alphabetic() => {
                    stops = true;
                    end += len;
                    segment = end;
                }
                '.' if stops && next == Some('-') => end += len,
                '.' if joined && (mailbox || self.is_address(start, end)) => end += len,
                '.' if self.stop_belongs(start, end, stops, next) => {
                    end += len;
                    self.finish(start, end, Shape::ABBREVIATION, capitals, letters);
                    return;
                }
                '/' | ':'
                    if self.text[start..end].starts_with("http")
                        || self.text[start..end].contains(".com/")
                        || self.text[start..end].contains(".co/") =>
                {
                    end += self.text[end..]
                        .find(|c: char| is_space(c) || matches!(c, '"' | '”' | '<' | '>' | ')'))
                        .unwrap_or(self.text.len() - end);
                    let trimmed = self.text[start..end].trim_end_matches(['.', ',']).len();
                    return self.push(start, start + trimmed, TokenKind::Markup, Class::empty(), Shape::empty());
                }
                _ => break,
            }
        }
        // "news@example.com" is no part of a name.
        if mailbox && self.text[segment..end].contains('.') {
            return self.push(start, end, TokenKind::Markup, Class::empty(), Shape::empty());
        }
        if let Some(at) = apostrophe {
            if at > start && self.is_suffix(at, end) {
                let tail = self.text[at..end].chars().skip(1).filter(|c| c.is_alphabetic()).count();
                self.finish(start, at, Shape::empty(), capitals, letters - tail);
                self.spaced = false;
                self.lower_into(at, end);
                let class = words::lookup(&self.lower);
                self.push(at, end, TokenKind::Suffix, class, Shape::empty());
                return;
            }
        }
        self.finish(start, end, Shape::empty(), capitals, letters);
    }

    /// Whether a mark inside a word, before another letter, is an apostrophe: no second mark in a row, no straight double one but what a
    /// copy has for it.
    fn is_apostrophe(&self, mark: char, at: usize) -> bool {
        match mark {
            '\'' => self.bytes[at - 1] != b'\'',
            '"' => damage::is_lost_apostrophe(self.text, at),
            _ => true,
        }
    }

    fn is_suffix(&self, at: usize, end: usize) -> bool {
        matches!(
            self.text[at..end].trim_start_matches(['\'', '’', '"']),
            "s" | "S" | "d" | "ll" | "re" | "ve" | "m" | "D" | "LL" | "RE" | "VE" | "M"
        )
    }

    /// Whether a stop inside a run of letters belongs to a web address: *example.com*, *example.co.uk*.
    fn is_address(&self, start: usize, end: usize) -> bool {
        const TOPS: &[&str] = &[
            "com", "org", "net", "gov", "edu", "co", "io", "ly", "uk", "ie", "au", "de", "fr", "ru", "cn", "eu", "info",
        ];
        let is_top = |rest: &str| {
            TOPS.iter().any(|top| {
                rest.strip_prefix(top).is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric()))
            })
        };
        let rest = &self.text[end + 1..];
        // "example.me.uk"
        let label = rest.bytes().take(4).take_while(u8::is_ascii_lowercase).count();
        let second = label > 1 && rest.as_bytes().get(label) == Some(&b'.') && is_top(&rest[label + 1..]);
        (is_top(rest) || second) && end > start + 1
    }

    /// Whether the stop at `end` is part of the word before it: an abbreviation or an initial.
    fn stop_belongs(&mut self, start: usize, end: usize, stops: bool, next: Option<char>) -> bool {
        if next == Some('.') {
            return false;
        }
        if stops {
            return true;
        }
        if end - start == 1 {
            let letter = self.bytes[start];
            let after_capital = self.out.last().is_some_and(|t| t.kind == TokenKind::Word && t.is_capital());
            if letter == b'v' && after_capital {
                return true;
            }
            return letter.is_ascii_uppercase() && (letter != b'I' || after_capital) && next.is_some_and(is_space);
        }
        self.lower_into(start, end);
        self.lower.push('.');
        // Of a compound the last part tells: "D-Nev.", "then-Sen."
        let last = self.text[start..end].rfind('-').map_or(start, |hyphen| start + hyphen + 1);
        let capital = self.char_at(last).is_some_and(char::is_uppercase);
        let class = words::lookup(self.lower.rsplit_once('-').map_or(self.lower.as_str(), |(_, tail)| tail));
        let number_follows = || self.text[end + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit());
        let text = &self.text[start..end];
        match text {
            "no" | "nos" | "No" | "Nos" => number_follows(),
            // "on Jan. 4", "on Sun. evening", but "says Jan. The shop", "says Sun."
            _ if class.intersects(Class::DAY | Class::MONTH) => {
                let rest = self.text[end + 1..].trim_start();
                capital
                    && rest
                        .starts_with(|c: char| c.is_ascii_digit() || c.is_lowercase() || matches!(c, ',' | ';' | '-'))
            }
            _ => class.contains(Class::ABBR) && (capital || class.contains(Class::ANY_CASE)),
        }
    }

    fn lower_into(&mut self, start: usize, end: usize) {
        self.lower.clear();
        let word = &self.text[start..end];
        if word.is_ascii() {
            self.lower.push_str(word);
            self.lower.make_ascii_lowercase();
            if let Some(lost) = self.lower.find('"') {
                self.lower.replace_range(lost..=lost, "'");
            }
            return;
        }
        for c in self.text[start..end].chars() {
            match c {
                '’' => self.lower.push('\''),
                '\u{ad}' => {}
                c if c.is_ascii() => self.lower.push(c.to_ascii_lowercase()),
                c => self.lower.extend(c.to_lowercase()),
            }
        }
    }

    fn finish(&mut self, start: usize, end: usize, mut shape: Shape, capitals: usize, letters: usize) {
        self.lower_into(start, end);
        let first = self.text[start..end].chars().find(|c| c.is_alphanumeric());
        // "al-Qassar" is a name.
        let article = || {
            self.text[start..end].split_once('-').is_some_and(|(article, name)| {
                matches!(article, "al" | "el" | "ad" | "an" | "ar" | "as" | "at" | "az" | "ul" | "bin")
                    && name.starts_with(char::is_uppercase)
            })
        };
        shape.set(Shape::CAPITAL, first.is_some_and(char::is_uppercase) || capitals > 0 && article());
        shape.set(Shape::ALL_CAPS, letters >= 2 && capitals == letters);
        let number = first.is_some_and(|c| c.is_ascii_digit());
        let mut class = words::lookup(&self.lower);
        let capital = shape.contains(Shape::CAPITAL);
        // "José", "Łukasz": the lists have given names without their accents.
        if class.is_empty() && capital && !self.lower.is_ascii() {
            class = words::lookup(&words::unaccented(&self.lower)) & GIVEN;
        }
        if class.is_empty() && !number && self.is_guessed(start, end, capital) {
            class = ending::class_of(&self.lower);
            // "Co-author" at the start of a sentence is what it is inside one; "Harcourt-Lund" is a name.
            let compound =
                self.text[start..end].rsplit_once('-').is_some_and(|(_, tail)| tail.starts_with(char::is_lowercase));
            if capital && !compound {
                class &= CAPITAL_GUESS;
            }
        }
        if number {
            class |= Class::NUMBER;
        }
        let kind = if number { TokenKind::Number } else { TokenKind::Word };
        self.push(start, end, kind, class, shape);
    }
}

/// What of a word's class holds for its spelling with accents, too.
const GIVEN: Class = Class::GIVEN.union(Class::MASCULINE).union(Class::FEMININE);

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
