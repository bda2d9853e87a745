//! Noun phrases that commas and brackets part: *the Department for Environment, Food and Rural Affairs*, *governments in England, Scotland
//! and Wales*, *Oslo Tide Service (OTS) director Ines Varga*, *Varga, Lund & Moe*, *the Salem, Ore.-based company*. Joined here, so that
//! nobody who asks for a subject or a source needs to know.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::chunk::{Chunk, ChunkKind, is_one_of};
use super::tag::Tag;
use super::token::{Shape, Token, TokenKind};
use crate::words::Class;

/// Joins what is one noun phrase; `first` is the first chunk of the sentence.
pub(super) fn join_phrases(text: &str, tokens: &[Token], chunks: &mut Vec<Chunk>, first: usize) {
    let mut kept = first;
    let mut at = first;
    while at < chunks.len() {
        let bracketed = chunks.get(at + 1).is_some_and(|c| c.kind == ChunkKind::Open);
        let lettered = bracketed.then(|| behind_letters(tokens, &chunks[at..])).flatten();
        if let Some(last) = lettered
            .or_else(|| last_partner(text, tokens, &chunks[at..]))
            .or_else(|| behind_seat(text, tokens, &chunks[at..]))
            .map(|n| at + n)
        {
            chunks[kept] = Chunk { end: chunks[last].end, head: chunks[last].head, ..chunks[at] };
            at = last;
        } else if kept < at {
            chunks[kept] = chunks[at];
        }
        at += 1;
        kept += 1;
        if let Some(last) = last_field(text, tokens, &chunks[first..], at - first).map(|l| l + first) {
            chunks[kept] = Chunk { end: chunks[last].end, head: chunks[last].head, ..chunks[at] };
            kept += 1;
            at = last + 1;
        }
    }
    chunks.truncate(kept);
}

/// *Oslo Tide Service (OTS) director Ines Varga*: how far on the noun phrase is that goes on behind the letters of a body's name.
fn behind_letters(tokens: &[Token], chunks: &[Chunk]) -> Option<usize> {
    let [body, open, letters, close, rest, ..] = chunks else { return None };
    let kinds = [body.kind, open.kind, letters.kind, close.kind, rest.kind];
    if kinds != [ChunkKind::Np, ChunkKind::Open, ChunkKind::Np, ChunkKind::Close, ChunkKind::Np] {
        return None;
    }
    let short = letters.start + 1 == letters.end && tokens[letters.start].shape.contains(Shape::ALL_CAPS);
    let named = tokens[body.head].tag == Tag::Name && body.end > body.start + 1;
    let begins = |t: &Token| matches!(t.tag, Tag::Det | Tag::Poss | Tag::Pron | Tag::Num);
    (short && named && tokens[letters.start].span.len() > 1 && !begins(&tokens[rest.start])).then_some(4)
}

/// *Varga, Lund & Moe*: how far on the firm's name goes that begins with this chunk.
fn last_partner(text: &str, tokens: &[Token], chunks: &[Chunk]) -> Option<usize> {
    const LONGEST: usize = 4; // partners before the last two
    let noun_phrase = |c: &&Chunk| c.kind == ChunkKind::Np;
    // "Tom Moe, Lund & Varga": he is no partner.
    let partner =
        |c: &Chunk| c.start + 1 == c.end && tokens[c.start].tag == Tag::Name && !tokens[c.start].is(Class::GIVEN);
    let listed = |n: &usize| {
        let comma = chunks.get(2 * n + 1).is_some_and(|c| c.kind == ChunkKind::Comma);
        comma && chunks.get(2 * n).filter(noun_phrase).is_some_and(partner)
    };
    let last = 2 * (0..LONGEST).take_while(listed).count();
    let two = chunks.get(last).filter(noun_phrase).filter(|c| c.start + 3 == c.end)?;
    (last > 0 && joins_firm(text, tokens, two.start + 1)).then_some(last)
}

/// What stands for a firm's other owners.
const COMPANY: &[&str] = &["Co", "Co.", "Company", "Sons", "Partners", "Associates", "Brothers"];

/// Whether token `i` makes one firm of the names around it: *Lund & Moe*, *Lund and Co*.
pub(crate) fn joins_firm(text: &str, tokens: &[Token], i: usize) -> bool {
    tokens.get(i).is_some_and(|and| {
        let company = || tokens.get(i + 1).is_some_and(|co| COMPANY.contains(&co.span.of(text)));
        and.tag == Tag::And && (and.kind == TokenKind::Symbol || and.span.of(text) == "and" && company())
    })
}

/// *the Salem, Ore.-based company*: how far on the noun phrase is that tells first where a firm has its seat.
fn behind_seat(text: &str, tokens: &[Token], chunks: &[Chunk]) -> Option<usize> {
    let [town, comma, state, hyphen, based, firm, ..] = chunks else { return None };
    let kinds = [town.kind, comma.kind, state.kind, firm.kind];
    let seat = kinds == [ChunkKind::Np, ChunkKind::Comma, ChunkKind::Np, ChunkKind::Np]
        && tokens[town.head].tag == Tag::Name
        && tokens[state.head].is(Class::PLACE | Class::ABBR);
    let is_hyphen = tokens[hyphen.start].span.of(text) == "-" && hyphen.start + 1 == hyphen.end;
    let bare = !matches!(tokens[firm.start].tag, Tag::Det | Tag::Poss | Tag::Pron);
    (seat && is_hyphen && tokens[based.start].span.of(text) == "based" && bare).then_some(5)
}

/// The last field or place of the list that begins with chunk `at`, if a noun and a preposition stand before it.
fn last_field(text: &str, tokens: &[Token], chunks: &[Chunk], at: usize) -> Option<usize> {
    const LONGEST: usize = 6; // fields behind the first
    let [office, link] = chunks.get(at.checked_sub(2)?..at)? else { return None };
    let word = |i: usize| tokens[i].span.of(text);
    if link.kind != ChunkKind::Prep || office.kind != ChunkKind::Np {
        return None;
    }
    let body = tokens[office.head].is_capital()
        && is_one_of(text, &tokens[link.start], &["of", "for", "on"])
        && BODIES.contains(word(office.head));
    let place = !body && is_one_of(text, &tokens[link.start], &["in", "of", "from"]);
    if !body && !place {
        return None;
    }
    let listed = if body { is_field } else { is_place };
    let field = |i: usize| chunks.get(i).is_some_and(|c| listed(&tokens[c.start..c.end]));
    let is = |i: usize, kind: ChunkKind| chunks.get(i).is_some_and(|c| c.kind == kind);
    let count = (0..LONGEST)
        .take_while(|n| {
            let i = at + 2 * n;
            field(i) && is(i + 1, ChunkKind::Comma) && field(i + 2)
        })
        .count();
    let before = at + 2 * count;
    let and = before + 1 + is(before + 1, ChunkKind::Comma) as usize;
    let last = chunks.get(and + 1).filter(|_| count > 0 && is(and, ChunkKind::And))?;
    // "Minister for Housing, Planning and Ports Ines Varga"
    let name = (last.start + 1..last.end).find(|&i| body && tokens[i].is(Class::GIVEN));
    let until = name.unwrap_or(last.end);
    let closes = last.kind == ChunkKind::Np && listed(&tokens[last.start..until]);
    (closes && (place || names_field(word(until - 1)))).then_some(and + 1)
}

/// Whether a word is what bodies work in: *Food*, *Fisheries*.
pub(crate) fn names_field(word: &str) -> bool {
    FIELDS.contains(word)
}

fn is_place(tokens: &[Token]) -> bool {
    tokens.iter().all(|t| t.is(Class::PLACE) && t.is_capital() && !t.is(Class::GIVEN))
}

/// *Rural Affairs*: words with capitals that are nobody's and no place's name.
fn is_field(tokens: &[Token]) -> bool {
    const NAMES: Class = Class::GIVEN
        .union(Class::HONORIFIC)
        .union(Class::TITLE)
        .union(Class::PLACE)
        .union(Class::NATIONALITY)
        .union(Class::OUTLET);
    tokens.iter().all(|t| t.kind == TokenKind::Word && t.is_capital() && !t.is(NAMES))
}

/// Words that are looked up while reading: asked for by their hash, not one after the other.
type Words = LazyLock<FxHashSet<&'static str>>;

/// What is called by the fields it works in.
static BODIES: Words = LazyLock::new(|| {
    "\
    Department Ministry Minister Secretary Committee Subcommittee Commission Commissioner Council Office Bureau Agency \
    Authority Directorate Institute Centre Center Faculty School College Academy Association Federation Union Society"
        .split_ascii_whitespace()
        .collect()
});

/// What such bodies work in; the last of several is one of these.
static FIELDS: Words = LazyLock::new(|| {
    "\
    Affairs Agriculture Art Arts Aviation Business Change Charities Children Climate Commerce Communication \
    Communications Communities Conservation Consumers Culture Defence Defense Design Development Economics Economy \
    Education Employment Energy Engineering Environment Equality Exports Families Finance Firearms Fisheries Food \
    Forestry Forests Gaming Government Health Heritage Housing Immigration Industries Industry Information \
    Infrastructure Innovation Integration Justice Labor Labour Land Lands Logistics Maritime Media Medicine \
    Migration Mines Mining Music Oceans Parks Pensions Petroleum Planning Policy Ports Power Privacy Protection \
    Recreation Refugees Regions Relations Research Resources Rights Roads Safety Science Sciences Securities \
    Security Services Shipping Skills Society Space Sport Sports Statistics Strategy Taxation Technology Territories \
    Tourism Trade Training Transport Transportation Treatment Universities Veterans Water Ways Welfare Women Works \
    Youth"
        .split_ascii_whitespace()
        .collect()
});
