//! What a token is. How an article is split into them is told in `tokenizer`.

use crate::span::Span;
use crate::text::tag::Tag;
use crate::words::Class;

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
        self.is(Class::DET | Class::PREP | Class::AND | Class::TO | Class::POSS | Class::PARTICLE)
            && self.span.len() <= 5
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

/// White space of any kind, the byte-order mark and zero-width spaces among it.
#[inline]
pub(crate) fn is_space(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, ' ' | '\t'..='\r' | '\0');
    }
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\0')
}

pub(super) fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
