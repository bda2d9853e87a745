//! Words with more in them than ASCII letters: accents, digits, apostrophes and hyphens, the stops of abbreviations, addresses.
//! Where one begins, and all plain words, are the parent's.

use super::{CAPITAL_GUESS, Tokenizer};
use crate::text::token::{Shape, TokenKind, is_combining, is_space};
use crate::text::{damage, ending};
use crate::words::{self, Class};

/// What of a word's class holds for its spelling with accents, too.
const GIVEN: Class = Class::GIVEN.union(Class::MASCULINE).union(Class::FEMININE);

impl Tokenizer<'_> {
    pub(super) fn word(&mut self, first: char) {
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
