//! An article's text as structure: tokens, paragraphs, quoted passages, sentences and chunks, all as ranges into one another. What
//! the words mean for quoting (who is a speaker, what is a cue) is told in `landmarks` and marked on the tokens before tagging.

pub(crate) mod chunk;
pub(crate) mod clause;
mod damage;
mod ending;
mod joins;
pub(crate) mod marks;
mod noun_phrase;
mod paragraph;
mod sentence;
pub(crate) mod tag;
pub(crate) mod token;
mod tokenizer;

use std::ops::Range;

pub use chunk::{Chunk, ChunkKind, Form};
pub(crate) use joins::{joins_firm, names_field};
pub use marks::Passage;
pub(crate) use noun_phrase::nickname_end;
pub use tag::Tag;
pub use token::{Shape, Token, TokenKind};

#[cfg(test)]
pub(crate) use tokenizer::tokenize;

use crate::span::Span;
use crate::words::Class;

/// A sentence of the reporter's: quoted sentences inside it do not count as their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The paragraph it stands in.
    pub paragraph: usize,
    /// Its chunks.
    pub chunks: Range<usize>,
}

/// The structure of one article.
#[derive(Debug)]
pub struct Text<'a> {
    /// The article as it was read.
    pub src: &'a str,
    /// Words and marks in order.
    pub tokens: Vec<Token>,
    /// Paragraphs as token ranges.
    pub paragraphs: Vec<Range<usize>>,
    /// What stands between quotation marks, in order.
    pub passages: Vec<Passage>,
    /// Sentences in order.
    pub sentences: Vec<Sentence>,
    /// The chunks of all sentences in order.
    pub chunks: Vec<Chunk>,
    /// For each passage, whether it stands by itself (a quoted sentence) or is part of the sentence around it.
    pub blocks: Vec<bool>,
    /// Whether the article quotes in single marks: *‘We are late,’ she said.*
    pub single_marks: bool,
}

impl<'a> Text<'a> {
    /// Builds the structure of `src`. `mark` is called once with the bare tokens and may add classes to them (cues, names).
    pub(crate) fn parse(src: &'a str, mark: impl FnOnce(&str, &mut [Token])) -> Self {
        let mut tokens = tokenizer::tokenize(src);
        mark(src, &mut tokens);
        let paragraphs = paragraph::split(src, &tokens);
        let passages = marks::pair(src, &tokens, &paragraphs);
        let mut ranges = Vec::new();
        let mut sentences = Vec::new();
        let mut chunks = Vec::with_capacity(tokens.len() / 2);
        let mut called = false; // whether the passage before is what somebody is called
        let titles: Vec<bool> = passages.iter().map(|p| is_title(src, &tokens, p, &mut called)).collect();
        let blocks: Vec<bool> =
            passages.iter().zip(&titles).map(|(p, title)| !title && is_block(&tokens, &paragraphs, p)).collect();
        for (number, paragraph) in paragraphs.iter().enumerate() {
            ranges.clear();
            sentence::split(src, &tokens, paragraph.clone(), &passages, &blocks, &mut ranges);
            sentences.extend(ranges.iter().map(|r| Sentence { tokens: r.clone(), paragraph: number, chunks: 0..0 }));
        }
        let names = tag::capitalised_inside(src, &tokens, &sentences);
        for sentence in &mut sentences {
            let range = sentence.tokens.clone();
            tokens[range.start].shape |= Shape::INITIAL;
            tag::tag(src, &mut tokens[range.clone()], &names);
            let whole: Vec<(&Passage, ChunkKind)> = passages_in(&passages, &range)
                .filter(|&p| blocks[p] || titles[p])
                .map(|p| (&passages[p], if titles[p] { ChunkKind::Np } else { ChunkKind::Quote }))
                .collect();
            let first = chunks.len();
            chunk::chunk(src, &tokens, range, &whole, &mut chunks);
            sentence.chunks = first..chunks.len();
        }
        let single_marks = quotes_in_single_marks(&passages, &blocks);
        Text { src, tokens, paragraphs, passages, sentences, chunks, blocks, single_marks }
    }

    /// The text of token `i`.
    #[inline]
    pub fn word(&self, i: usize) -> &'a str {
        self.tokens[i].span.of(self.src)
    }

    /// The bytes of a token range; empty ranges give an empty span.
    pub fn span(&self, range: Range<usize>) -> Span {
        if range.is_empty() {
            let at = self.tokens.get(range.start).map_or(self.src.len(), |t| t.span.start as usize);
            return Span::new(at, at);
        }
        self.tokens[range.start].span.join(self.tokens[range.end - 1].span)
    }

    /// Whether *'s* stands at token `end`: what ends there owns what follows, as in *Berg's office*.
    pub(crate) fn is_possessor(&self, end: usize) -> bool {
        self.tokens.get(end).is_some_and(|t| t.tag == Tag::Genitive)
    }

    /// Whether token `i` is a common noun for what neither speaks nor writes: *results*, *a visit*, but not *bankers*, *a crew*, *a report*.
    /// Of a noun in no list nothing is known.
    pub(crate) fn is_thing(&self, i: usize) -> bool {
        const SPEAKS: Class = Class::ROLE
            .union(Class::PERSON)
            .union(Class::GROUP)
            .union(Class::OUTLET)
            .union(Class::DOCUMENT)
            .union(Class::TITLE)
            .union(Class::FIRM)
            .union(Class::SPEAKING);
        let token = &self.tokens[i];
        token.tag == Tag::Noun && token.is(Class::NOUN) && !token.is(SPEAKS)
    }

    /// The chunks of sentence `s`.
    pub fn chunks_of(&self, s: usize) -> &[Chunk] {
        &self.chunks[self.sentences[s].chunks.clone()]
    }

    /// The indices of the passages whose words begin in a token range.
    pub fn passages_in(&self, range: &Range<usize>) -> Range<usize> {
        passages_in(&self.passages, range)
    }

    /// The passage that holds token `i` between its marks.
    pub fn passage_at(&self, i: usize) -> Option<usize> {
        let after = self.passages.partition_point(|p| p.tokens.start <= i);
        (after.saturating_sub(4)..after).rev().find(|&p| self.passages[p].tokens.contains(&i))
    }

    /// Whether one of the passages before the `after`th, which is the first that begins behind token `i`, holds the token.
    pub(crate) fn is_in_passage(&self, after: usize, i: usize) -> bool {
        self.passages[after.saturating_sub(4)..after].iter().any(|p| p.tokens.contains(&i))
    }

    /// The sentence that holds token `i`.
    pub fn sentence_at(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= i).min(self.sentences.len().saturating_sub(1))
    }
}

/// Whether quoted sentences stand in single marks, several of them, and nearly none in double ones.
fn quotes_in_single_marks(passages: &[Passage], blocks: &[bool]) -> bool {
    let single = passages.iter().zip(blocks).filter(|(p, block)| p.single && **block).count();
    let double = passages.iter().filter(|p| !p.single).count();
    single >= 2 && single > 4 * double
}

fn passages_in(passages: &[Passage], range: &Range<usize>) -> Range<usize> {
    let first = passages.partition_point(|p| p.tokens.start < range.start);
    let last = passages.partition_point(|p| p.tokens.start < range.end);
    first..last.max(first)
}

/// Verbs behind which words with capitals are what a subject calls somebody.
const CALLS: &[&str] = &["called", "calls", "calling", "call", "labeled", "labelled", "branded", "dubbed"];

/// Whether a passage is the title of a work or a show, which is a name in the sentence around it: two words or more, all of them with
/// capitals but the small ones, and no verb beside it that could make them somebody's words.
fn is_title(src: &str, tokens: &[Token], p: &Passage, called: &mut bool) -> bool {
    const REACH: usize = 7; // tokens
    let before_called = std::mem::take(called);
    let (Some(open), Some(close)) = (p.open, p.close) else { return false };
    let before = |n: usize| (open.saturating_sub(n)..open).rev().map(|i| &tokens[i]);
    // "called the winner “Miss Piggy” and “Slow Tide”"
    let listed = before_called
        && before(1).any(|t| t.is(Class::AND) || t.kind == TokenKind::Comma)
        && before(2).any(|t| matches!(t.kind, TokenKind::Double | TokenKind::Single));
    *called = listed
        || before(REACH)
            .take_while(|t| !matches!(t.kind, TokenKind::Stop | TokenKind::Dash))
            .any(|t| t.is(Class::STANCE) && CALLS.contains(&t.span.of(src)));
    if p.continued || p.mismatched || nickname_end(tokens, open).is_some() {
        return false;
    }
    let mut capitals = 0;
    for token in &tokens[p.tokens.clone()] {
        match token.kind {
            TokenKind::Word if token.is_capital() => capitals += 1,
            TokenKind::Word if !token.is_small_in_titles() => return false,
            TokenKind::Stop => return false,
            _ => {}
        }
    }
    let after = tokens[close + 1..].iter().take(4);
    let owned = before(1).any(|t| t.kind == TokenKind::Suffix);
    // "as “Miss Piggy”"
    let governed = *called
        || before(1).any(|t| t.is(Class::PREP) && t.span.len() == 2 && t.is(Class::SUB))
        || before(REACH).any(|t| t.is(Class::CUE) && !t.is(Class::SPEECH_CUE))
        || before(3).any(|t| t.is(Class::CUE) || matches!(t.kind, TokenKind::Colon))
        || after.take_while(|t| t.kind != TokenKind::Stop).any(|t| t.is(Class::SPEECH_CUE));
    // "told the “Oslo Tide” that"
    let tells = |t: &Token| matches!(t.span.of(src), "told" | "tells" | "tell" | "telling");
    let hearer = before(1).any(tells) || before(2).next().is_some_and(tells) && before(1).any(|t| t.is(Class::DET));
    // "told “Dagen” newspaper", "the daily “Dagen” wrote"
    let outlet = |t: &Token| OUTLETS.contains(&t.span.of(src));
    let of_outlet = before(1).any(outlet) || tokens.get(close + 1).is_some_and(outlet);
    capitals >= 2 && (owned || hearer || !governed) || capitals >= 1 && of_outlet
}

/// What an outlet is called beside its name.
const OUTLETS: &[&str] = &[
    "newspaper",
    "paper",
    "daily",
    "weekly",
    "journal",
    "magazine",
    "tabloid",
    "broadsheet",
    "broadcaster",
    "website",
];

/// Whether a passage is a quoted sentence of its own or part of the sentence around it.
fn is_block(tokens: &[Token], paragraphs: &[Range<usize>], p: &Passage) -> bool {
    let starts_paragraph = |i: usize| paragraphs.binary_search_by_key(&i, |p| p.start).is_ok();
    if p.unclosed {
        // It is a quote if it begins like one; a stray mark in the middle of a sentence is none.
        let Some(open) = p.open else { return false };
        let before = open.checked_sub(1).filter(|_| !starts_paragraph(open)).map(|b| tokens[b].kind);
        return tokens[p.tokens.start].is_capital()
            && !tokens[p.tokens.start].shape.contains(Shape::SPACED)
            && p.tokens.len() > 3
            && before.is_none_or(|b| matches!(b, TokenKind::Stop | TokenKind::Comma | TokenKind::Colon));
    }
    if p.continues || p.continued {
        return true;
    }
    let inner = &tokens[p.tokens.clone()];
    let stops_inside = inner
        .windows(2)
        .any(|w| w[0].kind == TokenKind::Stop && w[1].is_capital() && w[1].shape.contains(Shape::SPACED));
    if stops_inside {
        return true;
    }
    let first = &inner[0];
    let before = p.open.and_then(|o| o.checked_sub(1)).map(|b| &tokens[b]);
    let after = p.close.and_then(|c| tokens.get(c + 1));
    // ’” : the end of a quote in the quote
    let last = inner.iter().rfind(|t| !matches!(t.kind, TokenKind::Single | TokenKind::Double));
    let ends = last
        .is_some_and(|t| matches!(t.kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Dash) || is_abbreviation(t))
        || after
            .is_none_or(|t| matches!(t.kind, TokenKind::Comma | TokenKind::Stop) && !t.shape.contains(Shape::SPACED));
    let capital = first.is_capital()
        || matches!(first.kind, TokenKind::Stop | TokenKind::Open | TokenKind::Number | TokenKind::Single);
    match before {
        None => ends || capital && inner.len() > 6,
        Some(b) if matches!(b.kind, TokenKind::Comma | TokenKind::Colon) => ends || capital,
        Some(b)
            if matches!(b.kind, TokenKind::Stop | TokenKind::Double | TokenKind::Close | TokenKind::Markup)
                || is_abbreviation(b)
                || p.open.is_some_and(starts_paragraph) =>
        {
            ends && (capital || inner.len() > 3) || after.is_some_and(|t| t.is(Class::SPEECH_CUE))
        }
        Some(b) if b.kind == TokenKind::Dash => ends && capital,
        Some(b) if b.is(Class::SPEECH_CUE) => capital && ends && inner.len() > 1,
        _ => false,
    }
}

fn is_abbreviation(token: &Token) -> bool {
    token.shape.contains(Shape::ABBREVIATION)
}
