//! Bodies that a phrase describes and names at once: *the security firm Lundtec*, *state news agency NUNA*. The name is the speaker; the
//! description is no role, as only people have one. Who a body is in other words is decided in `descriptions`.

use std::ops::Range;

use crate::text::{Tag, Text, Token, TokenKind};
use crate::words::Class;

/// Nouns of bodies whose name may stand right behind them.
const KINDS: &[&str] = &[
    "agency",
    "airline",
    "association",
    "bank",
    "blog",
    "body",
    "broadcaster",
    "brokerage",
    "carmaker",
    "carrier",
    "channel",
    "charity",
    "club",
    "company",
    "consultancy",
    "cooperative",
    "daily",
    "firm",
    "foundation",
    "giant",
    "group",
    "institute",
    "institution",
    "insurer",
    "journal",
    "lender",
    "magazine",
    "movement",
    "network",
    "newspaper",
    "organisation",
    "organization",
    "party",
    "platform",
    "portal",
    "provider",
    "publication",
    "retailer",
    "site",
    "startup",
    "station",
    "studio",
    "tabloid",
    "tank",
    "union",
    "watchdog",
    "website",
    "weekly",
];

/// A body in words that describe it and name it.
pub(super) struct Body {
    /// The noun that tells what kind of body it is.
    pub kind: usize,
    /// The tokens of its name.
    pub name: Range<usize>,
}

/// The body that `tokens` describe and name, if they are just that.
pub(super) fn described(text: &Text, tokens: &Range<usize>) -> Option<Body> {
    let small = |i: &usize| !text.tokens[*i].is_capital() && KINDS.contains(&text.word(*i));
    let kind = tokens.clone().rev().find(small).filter(|k| k + 1 < tokens.end)?;
    // "the station WPVI in Oslo": where, and no part of the name.
    let place = |i: &usize| matches!(text.word(*i), "in" | "at" | "on" | "from" | "near");
    let mut name = kind + 1..(kind + 2..tokens.end).find(place).unwrap_or(tokens.end);
    // "the rights group Tide Now said": an adverb, but with a capital.
    let goes_on = |t: &&Token| t.kind == TokenKind::Word && t.is_capital() && t.tag == Tag::Adv;
    name.end += text.tokens[name.end..].iter().take_while(goes_on).count();
    let owner = (tokens.start..kind).rev().find(|&i| text.tokens[i].tag == Tag::Genitive);
    let first = owner.map_or(tokens.start, |g| g + 1);
    let first = first + text.tokens[first].is(Class::DET) as usize;
    let describes = |t: &Token| {
        matches!(t.tag, Tag::Adj | Tag::Noun | Tag::Name | Tag::Num) || t.tag.is_verb() && t.kind == TokenKind::Word
    };
    let description = text.tokens[first..kind].iter().all(describes);
    (description && is_name(text, &name)).then_some(Body { kind, name })
}

/// Whether the words are written as a name, and none tells a time, a people or a person.
fn is_name(text: &Text, name: &Range<usize>) -> bool {
    const OTHER: Class = Class::TIME.union(Class::TITLE).union(Class::HONORIFIC);
    let names = |t: &Token| {
        let word = matches!(t.kind, TokenKind::Word | TokenKind::Number);
        word && t.is_capital() && !t.is(Class::DET | Class::PLURAL | Class::ROLE)
    };
    let inside = |t: &Token| names(t) || t.is_small_in_titles();
    let (first, last) = (&text.tokens[name.start], &text.tokens[name.end - 1]);
    let people = name.len() == 1 && first.is(Class::NATIONALITY);
    names(first) && names(last) && !first.is(OTHER) && !people && text.tokens[name.clone()].iter().all(inside)
}
