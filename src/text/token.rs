//! Splits an article into tokens: words, numbers, punctuation and quotation marks, each with what it may be. One pass over the
//! bytes; which marks open and which close is left to `marks`, what a word is in its sentence to `tag`.

use crate::span::Span;
use crate::text::tag::Tag;
use crate::words::{self, Class};

/// What a token is by its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word, an abbreviation with its stops, a @handle or a #tag.
    Word,
    /// Digits, with what is written to them: *$5.6*, *20%*, *38-year-old*.
    Number,
    /// What is written to a word with an apostrophe: *'s*, *'d*, *'ll*.
    Suffix,
    /// `.` `!` `?` `…`
    Stop,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// An en or em dash, `--`, or a hyphen between spaces.
    Dash,
    /// `(` or `[`
    Open,
    /// `)` or `]`
    Close,
    /// A double quotation mark of any style.
    Double,
    /// A single quotation mark or an apostrophe at a word's edge.
    Single,
    /// A tag of a markup language, `<…>`, or a web address: never text.
    Markup,
    /// Anything else.
    Symbol,
}

bitflags::bitflags! {
    /// What a token looks like.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Shape: u8 {
        /// Starts with a capital letter.
        const CAPITAL = 1;
        /// Has two letters or more, none of them small.
        const ALL_CAPS = 2;
        /// White space (or the start of the article) stands before it.
        const SPACED = 4;
        /// Ends with a full stop that belongs to it: *U.S.*, *Mr.*
        const ABBREVIATION = 8;
        /// First of its sentence.
        const INITIAL = 16;
    }
}

/// A token: where it is, what it looks like, what it may be (`class`) and what it is taken for (`tag`).
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Its bytes in the article.
    pub span: Span,
    /// What it is by its characters.
    pub kind: TokenKind,
    /// What it looks like.
    pub shape: Shape,
    /// What it may be.
    pub class: Class,
    /// What the tagger takes it for.
    pub tag: Tag,
}

impl Token {
    /// Whether titles write it small: *of*, *and*, *with*.
    pub fn is_small_in_titles(&self) -> bool {
        self.is(Class::DET | Class::PREP | Class::AND | Class::TO | Class::POSS) && self.span.len() <= 5
    }

    /// Whether it starts with a capital.
    #[inline]
    pub fn is_capital(&self) -> bool {
        self.shape.contains(Shape::CAPITAL)
    }

    /// Whether its class has any bit of `class`.
    #[inline]
    pub fn is(&self, class: Class) -> bool {
        self.class.intersects(class)
    }
}

/// The tokens of `text`, in order.
pub(crate) fn tokenize(text: &str) -> Vec<Token> {
    let mut tokenizer = Tokenizer {
        text,
        bytes: text.as_bytes(),
        at: 0,
        spaced: true,
        lower: String::new(),
        words: words::table(),
        bracket: 0,
        out: Vec::with_capacity(text.len() / 5 + 8),
    };
    tokenizer.run();
    tokenizer.out
}

struct Tokenizer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    spaced: bool,
    lower: String,
    words: &'static words::Table,
    /// Where the next `>` or line break behind the last `<` stands.
    bracket: usize,
    out: Vec<Token>,
}

impl Tokenizer<'_> {
    fn run(&mut self) {
        while let Some(c) = self.char_at(self.at) {
            if c == ' ' {
                self.at += 1;
                self.spaced = true;
                continue;
            }
            if c.is_ascii_alphabetic() && self.plain_word() {
                self.spaced = false;
                continue;
            }
            if is_space(c) {
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
        let rest = &self.bytes[start..];
        let length = rest.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(rest.len());
        let plain = rest.get(length).is_none_or(|b| {
            matches!(
                b,
                b' ' | b',' | b'\n' | b'\r' | b'\t' | b';' | b'"' | b'!' | b'?' | b'(' | b')' | b'[' | b']' | b'\\'
            )
        });
        let end = start + length;
        let Some(key) = words::key_at(self.bytes, start, end).filter(|_| plain) else { return false };
        let capitals = rest[..length].iter().filter(|b| b.is_ascii_uppercase()).count();
        let mut shape = Shape::empty();
        shape.set(Shape::CAPITAL, rest[0].is_ascii_uppercase());
        shape.set(Shape::ALL_CAPS, length >= 2 && capitals == length);
        let class = self.words.of_key(key);
        self.classed(start, end, shape, class, false);
        true
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

    fn run_of(&self, start: usize, is: impl Fn(char) -> bool) -> usize {
        self.text[start..].find(|c| !is(c)).unwrap_or(self.text.len() - start)
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
                '\'' | '’' if joined && !(c == '\'' && self.bytes[end - 1] == b'\'') => {
                    apostrophe = Some(end);
                    end += len;
                }
                '-' | '‑' | '@' if joined => {
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
                '.' if joined && self.is_address(start, end) => end += len,
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
        if let Some(at) = apostrophe {
            if at > start && self.is_suffix(at, end) {
                let tail = self.text[at..end].chars().skip(1).filter(|c| c.is_alphabetic()).count();
                self.finish(start, at, Shape::empty(), capitals, letters - tail);
                self.spaced = false;
                self.lower_into(at, end);
                let class = self.words.get(&self.lower);
                self.push(at, end, TokenKind::Suffix, class, Shape::empty());
                return;
            }
        }
        self.finish(start, end, Shape::empty(), capitals, letters);
    }

    fn is_suffix(&self, at: usize, end: usize) -> bool {
        matches!(
            self.text[at..end].trim_start_matches(['\'', '’']),
            "s" | "S" | "d" | "ll" | "re" | "ve" | "m" | "D" | "LL" | "RE" | "VE" | "M"
        )
    }

    /// Whether a stop inside a run of letters belongs to a web address: *example.com*.
    fn is_address(&self, start: usize, end: usize) -> bool {
        let rest = &self.text[end + 1..];
        ["com", "org", "net", "gov", "edu", "co", "io", "ly"]
            .iter()
            .any(|top| rest.starts_with(top) && !rest[top.len()..].starts_with(|c: char| c.is_alphanumeric()))
            && end > start + 1
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
        let class = self.words.get(self.lower.rsplit_once('-').map_or(self.lower.as_str(), |(_, tail)| tail));
        let number_follows = || self.text[end + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit());
        let text = &self.text[start..end];
        match text {
            "no" | "nos" | "No" | "Nos" => number_follows(),
            _ => class.contains(Class::ABBR) && (capital || class.contains(Class::ANY_CASE)),
        }
    }

    fn lower_into(&mut self, start: usize, end: usize) {
        self.lower.clear();
        let word = &self.text[start..end];
        if word.is_ascii() {
            self.lower.push_str(word);
            return self.lower.make_ascii_lowercase();
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
        let class = self.words.get(&self.lower);
        self.classed(start, end, shape, class, number);
    }

    /// Adds a word of a class, or of the one its ending has.
    #[inline]
    fn classed(&mut self, start: usize, end: usize, shape: Shape, mut class: Class, number: bool) {
        // A capital inside a sentence makes a name, whatever its ending.
        let opens = self.out.last().is_none_or(|t| {
            matches!(
                t.kind,
                TokenKind::Stop | TokenKind::Double | TokenKind::Single | TokenKind::Colon | TokenKind::Dash
            )
        });
        if class.is_empty() && !number && (!shape.contains(Shape::CAPITAL) || opens && end - start > 6) {
            self.lower_into(start, end);
            class = self.guess();
            // "Co-author" at the start of a sentence is what it is inside one; "Harcourt-Lund" is a name.
            let compound =
                self.text[start..end].rsplit_once('-').is_some_and(|(_, tail)| tail.starts_with(char::is_lowercase));
            if shape.contains(Shape::CAPITAL) && !compound {
                class &= Class::ADV | Class::VERB_ING | Class::VERB_PAST | Class::VERB_PART;
            }
        }
        if number {
            class |= Class::NUMBER;
        }
        let kind = if number { TokenKind::Number } else { TokenKind::Word };
        self.push(start, end, kind, class, shape);
    }

    /// What an unlisted word may be by its ending.
    fn guess(&self) -> Class {
        let word = self.lower.as_str();
        // "mother-of-two"
        if let Some((first, _)) = word.split_once("-of-") {
            let class = self.words.get(first);
            if class.intersects(Class::ROLE | Class::PERSON) {
                return class;
            }
        }
        // The part after the last hyphen tells: ex-president, co-sponsored.
        if let Some((_, tail)) = word.rsplit_once('-') {
            let class = self.words.get(tail);
            if class.intersects(Class::ROLE | Class::PERSON | Class::GROUP | Class::DOCUMENT) {
                return class
                    & (Class::ROLE
                        | Class::PERSON
                        | Class::GROUP
                        | Class::DOCUMENT
                        | Class::PLURAL
                        | Class::MASCULINE
                        | Class::FEMININE
                        | Class::TITLE);
            }
            if class.intersects(Class::VERB_PART | Class::VERB_ING) {
                return Class::ADJ;
            }
            return Class::empty();
        }
        if word.len() > 4 && word.ends_with("ly") {
            Class::ADV
        } else if word.len() > 4 && word.ends_with("ed") {
            Class::VERB_PAST | Class::VERB_PART
        } else if word.len() > 5 && word.ends_with("ing") {
            Class::VERB_ING
        } else if word.len() > 6 && !word.ends_with("list") && is_person(word) {
            Class::ROLE
        } else if word.len() > 7 && word.strip_suffix('s').is_some_and(is_person) {
            Class::ROLE | Class::PLURAL
        } else {
            Class::empty()
        }
    }
}

/// Endings of nouns for what a person does: *toxicologist*, *cartographer*, *schoolteacher*, *dairyman*.
const PEOPLE: &[&str] = &[
    "ologist", "nomist", "ician", "grapher", "maker", "keeper", "worker", "teacher", "master", "woman", "man", "ist",
    "smith", "holder", "runner", "player", "leader", "owner", "visor", "person", "wright", "writer", "fighter",
    "fisher", "monger", "monger", "midwife",
];

/// Whether a word ends like one for what a person does. The last two letters rule out most words at once.
fn is_person(word: &str) -> bool {
    const LAST: &[&[u8; 2]] = &[b"st", b"an", b"er", b"th", b"or", b"on", b"ht", b"fe"];
    word.as_bytes().last_chunk::<2>().is_some_and(|last| LAST.contains(&last))
        && PEOPLE.iter().any(|end| word.ends_with(end))
}

/// White space of any kind, the byte-order mark and zero-width spaces among it.
#[inline]
pub(crate) fn is_space(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, ' ' | '\t'..='\r' | '\0');
    }
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\0')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
