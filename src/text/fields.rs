//! Lists that hang on one noun: *the Department for Environment, Food and Rural Affairs*, *governments in England, Scotland and Wales*.
//! They look like a list of subjects and are none; joined here, so that nobody who asks for a subject or a source needs to know.

use super::chunk::{Chunk, ChunkKind, is_one_of};
use super::token::{Token, TokenKind};
use crate::words::Class;

/// Joins the fields of a body, and places, behind their preposition to one noun phrase; `first` is the first chunk of the sentence.
pub(super) fn join_fields(text: &str, tokens: &[Token], chunks: &mut Vec<Chunk>, first: usize) {
    let mut kept = first;
    let mut at = first;
    while at < chunks.len() {
        chunks[kept] = chunks[at];
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
        && BODIES.split_ascii_whitespace().any(|b| b == word(office.head));
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
    let closes = count > 0 && is(and, ChunkKind::And) && field(and + 1);
    (closes && (place || FIELDS.split_ascii_whitespace().any(|f| f == word(chunks[and + 1].head)))).then_some(and + 1)
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

/// What is called by the fields it works in.
const BODIES: &str = "\
    Department Ministry Minister Secretary Committee Subcommittee Commission Commissioner Council Office Bureau Agency \
    Authority Directorate Institute Centre Center Faculty School College Academy Association Federation Union Society";

/// What such bodies work in; the last of several is one of these.
const FIELDS: &str = "\
    Affairs Agriculture Art Arts Aviation Business Change Charities Children Climate Commerce Communication Communications \
    Communities Conservation Consumers Culture Defence Defense Design Development Economics Economy Education Employment \
    Energy Engineering Environment Equality Exports Families Finance Firearms Fisheries Food Forestry Forests Gaming \
    Government Health Heritage Housing Immigration Industries Industry Information Infrastructure Innovation Integration \
    Justice Labor Labour Land Lands Logistics Maritime Media Medicine Migration Mines Mining Music Oceans Parks Pensions \
    Petroleum Planning Policy Ports Power Privacy Protection Recreation Refugees Regions Research Resources Rights Roads \
    Safety Science Sciences Security Services Shipping Skills Society Space Sport Sports Statistics Strategy Taxation \
    Technology Territories Tourism Trade Training Transport Transportation Treatment Universities Veterans Water Welfare \
    Women Works Youth";
