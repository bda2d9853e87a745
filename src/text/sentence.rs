//! Cuts paragraphs into sentences. A stop inside a quoted passage ends no sentence of the reporter's; a stop before a closing mark
//! does, unless the sentence plainly goes on (*“Why?” she asked*).

use crate::text::marks::Passage;
use crate::text::noun_phrase::nickname_end;
use crate::text::token::{Shape, Token, TokenKind};
use crate::words::Class;

/// What goes on longer than so many words and quoted passages is no sentence: rules look to a sentence's ends, and must not look far.
const LONGEST: usize = 240;
/// A passage counts as so many words.
const PASSAGE: usize = 8;

/// The sentences of one paragraph as token ranges, together covering all its tokens.
pub(crate) fn split(
    text: &str,
    tokens: &[Token],
    paragraph: std::ops::Range<usize>,
    passages: &[Passage],
    blocks: &[bool],
    out: &mut Vec<std::ops::Range<usize>>,
) {
    let mut start = paragraph.start;
    let mut i = paragraph.start;
    let mut pieces = 0; // tokens and whole passages since `start`
    let mut next_passage = passages.partition_point(|p| p.tokens.end <= paragraph.start);
    while i < paragraph.end {
        // Jump over closed passages, looking at how each ends.
        while next_passage < passages.len() && passages[next_passage].tokens.end <= i {
            next_passage += 1;
        }
        let is_whole = |p: &&Passage| p.tokens.start == i && (!p.unclosed || blocks[next_passage]);
        if let Some(p) = passages.get(next_passage).filter(is_whole) {
            let close = p.tokens.end;
            let last = close.checked_sub(1).filter(|&l| l >= i);
            i = if p.close.is_some() { close + 1 } else { close };
            let stop = last.filter(|&l| tokens[l].kind == TokenKind::Stop || is_abbreviation(&tokens[l]));
            if let Some(stop) = stop {
                if i >= paragraph.end || ends_at_quote(text, tokens, stop, i, &paragraph) {
                    out.push(start..i.min(paragraph.end));
                    (start, pieces) = (i, 0);
                }
            }
            pieces += PASSAGE;
            continue;
        }
        let ends = match tokens[i].kind {
            TokenKind::Stop => ends_at_stop(text, tokens, i, &paragraph),
            TokenKind::Word => is_abbreviation(&tokens[i]) && ends_at_abbreviation(tokens, i, &paragraph),
            _ => false,
        };
        i += 1;
        pieces += 1;
        if ends || pieces >= LONGEST {
            // Closing marks and brackets belong to the sentence they close.
            while i < paragraph.end
                && !tokens[i].shape.contains(Shape::SPACED)
                && matches!(tokens[i].kind, TokenKind::Close | TokenKind::Double | TokenKind::Single)
                && !passages.iter().skip(next_passage).take(3).any(|p| p.open == Some(i))
            {
                i += 1;
            }
            out.push(start..i);
            (start, pieces) = (i, 0);
        }
    }
    if start < paragraph.end {
        out.push(start..paragraph.end);
    }
}

fn is_abbreviation(token: &Token) -> bool {
    token.shape.contains(Shape::ABBREVIATION)
}

/// Whether a token can begin a sentence.
fn begins(token: &Token) -> bool {
    token.is_capital()
        || matches!(
            token.kind,
            TokenKind::Number
                | TokenKind::Double
                | TokenKind::Single
                | TokenKind::Open
                | TokenKind::Markup
                | TokenKind::Dash
        )
}

fn ends_at_stop(text: &str, tokens: &[Token], i: usize, paragraph: &std::ops::Range<usize>) -> bool {
    let mut next = i + 1;
    while next < paragraph.end
        && !tokens[next].shape.contains(Shape::SPACED)
        && matches!(tokens[next].kind, TokenKind::Close | TokenKind::Double | TokenKind::Single)
    {
        next += 1;
    }
    if next >= paragraph.end {
        return true;
    }
    let token = &tokens[next];
    let stop = tokens[i].span.of(text);
    if stop.starts_with("..") || stop.starts_with('…') {
        // "It was late.” ... Berg has": notes in a row, each a sentence
        let closed = i - matches!(tokens[i.saturating_sub(1)].kind, TokenKind::Double | TokenKind::Close) as usize;
        let parts = closed > paragraph.start
            && tokens[i].shape.contains(Shape::SPACED)
            && tokens[closed - 1].kind == TokenKind::Stop;
        return token.is_capital() && (parts || token.is(Class::FUNCTION));
    }
    if !token.shape.contains(Shape::SPACED) {
        // "a deal.The Post": the space is missing.
        return token.is_capital()
            && i > paragraph.start
            && tokens[i - 1].kind == TokenKind::Word
            && tokens[i - 1].span.len() > 2
            || matches!(token.kind, TokenKind::Double);
    }
    begins(token)
}

fn ends_at_abbreviation(tokens: &[Token], i: usize, paragraph: &std::ops::Range<usize>) -> bool {
    if i + 1 >= paragraph.end {
        return true;
    }
    let next = &tokens[i + 1];
    // "at 7 p.m. Race officials": after an hour only a day or a time zone goes on.
    let hour = tokens[i].is(Class::TIME) && tokens[i].is(Class::ANY_CASE);
    if hour && next.shape.contains(Shape::SPACED) && next.is_capital() {
        return !next.is(Class::TIME | Class::PLACE) && !next.shape.contains(Shape::ALL_CAPS);
    }
    // "the U.S. The talks": a small word with a capital begins a sentence; a name or a noun goes on with this one.
    !tokens[i].is(Class::BEFORE_NAME)
        && tokens[i].span.len() > 2
        && next.shape.contains(Shape::SPACED)
        && (next.is_capital() && next.is(Class::FUNCTION) && !next.is(Class::GIVEN) || next.kind == TokenKind::Double)
}

/// Whether the reporter's sentence ends where a quote ends whose last token is `stop`; `next` is the token after the mark.
fn ends_at_quote(text: &str, tokens: &[Token], stop: usize, next: usize, paragraph: &std::ops::Range<usize>) -> bool {
    let token = &tokens[next];
    if !begins(token) || token.kind == TokenKind::Open {
        return false;
    }
    if token.kind == TokenKind::Dash {
        return false;
    }
    let question = tokens[stop].span.of(text).starts_with(['?', '!'])
        || tokens[stop].span.of(text).starts_with("..")
        || tokens[stop].span.of(text).starts_with('…');
    // “Why?” Clinton asked: a cue near by, with nothing that ends the sentence before it, takes the quote.
    !(question && cue_follows(tokens, next, paragraph))
}

/// Whether a subject and its cue follow at `next`: a few tokens to a cue, none of them a stop, a mark or a pronoun of its own clause.
fn cue_follows(tokens: &[Token], next: usize, paragraph: &std::ops::Range<usize>) -> bool {
    const REACH: usize = 16; // tokens
    let mut at = next;
    while at < paragraph.end.min(next + REACH) {
        let i = at;
        at += 1;
        let token = &tokens[i];
        let titles = |t: &Token| t.is(Class::TITLE) && t.is_capital();
        match token.kind {
            TokenKind::Double if nickname_end(tokens, i).is_some_and(|n| n < paragraph.end) => {
                at = nickname_end(tokens, i).unwrap_or(at);
            }
            // "state Sen. Berg"
            TokenKind::Word if tokens.get(at).is_some_and(titles) => {}
            TokenKind::Stop | TokenKind::Double | TokenKind::Colon | TokenKind::Semicolon => return false,
            _ if token.is(Class::CUE) => {
                // "Clinton said she was": the cue has a content of its own; "Clinton asked." and "Clinton said, adding" have none.
                let after = tokens.get(i + 1).filter(|_| i + 1 < paragraph.end);
                return after.is_none_or(|t| {
                    matches!(t.kind, TokenKind::Stop | TokenKind::Comma | TokenKind::Dash)
                        || t.is(Class::PREP | Class::TIME | Class::ADV | Class::SUB | Class::VERB_ING)
                        || i == next
                        || tokens[i].is(Class::HEARER)
                });
            }
            _ => {}
        }
    }
    false
}
