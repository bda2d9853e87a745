//! Surnames that elsewhere are a place, a people, a body or an outlet: *Liam Fox*, *Bill English*. All other names are gathered in
//! `candidates`.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::candidate::Candidate;
use super::candidates::names_of;
use super::signs::Signs;
use crate::text::{ChunkKind, Tag, Text, TokenKind};
use crate::words::Class;

const OTHER: Class = Class::PLACE.union(Class::NATIONALITY).union(Class::OUTLET).union(Class::GROUP);

/// Adds the bare surname wherever it stands, if the article uses the word for nothing but its bearer.
pub(super) fn add<'t>(text: &Text<'t>, candidates: &mut Vec<Candidate<'t>>) {
    let surnames = surnames(text, candidates);
    if surnames.is_empty() {
        return;
    }
    for (sentence, entry) in text.sentences.iter().enumerate() {
        for chunk in entry.chunks.clone() {
            let c = &text.chunks[chunk];
            if c.kind != ChunkKind::Np || !surnames.contains(text.word(c.head)) {
                continue;
            }
            names_of(text, c.start..c.end, |tokens| {
                let word = text.word(tokens.start);
                if tokens.len() == 1 && surnames.contains(word) {
                    candidates.push(Candidate {
                        tokens,
                        chunk: Some(chunk),
                        sentence,
                        words: vec![Cow::Borrowed(word)],
                        signs: Signs::person(None),
                        given: None,
                        hits: Vec::new(),
                    });
                }
            });
        }
    }
    candidates.sort_by_key(|c| c.tokens.start);
}

/// The surnames of people with a given name whose word never stands for anything else: not in *in England*, *the French*, *Fox News*.
fn surnames<'t>(text: &Text<'t>, candidates: &[Candidate<'t>]) -> FxHashSet<&'t str> {
    let bears = |c: &&Candidate| {
        c.words.len() > 1
            && (text.tokens[c.tokens.start].is(Class::GIVEN | Class::HONORIFIC)
                || c.signs.is_person && !text.tokens[c.tokens.start].is(OTHER | Class::ADJ | Class::NOUN))
            && text.tokens[c.tokens.end - 1].is(OTHER)
    };
    let mut words: FxHashSet<&str> = candidates.iter().filter(bears).map(|c| text.word(c.tokens.end - 1)).collect();
    if words.is_empty() {
        return words;
    }
    let full: FxHashSet<usize> = candidates.iter().filter(bears).map(|c| c.tokens.end - 1).collect();
    for (i, token) in text.tokens.iter().enumerate() {
        let other = || !token.is(Class::GIVEN) && !full.contains(&i) && stands_for_other(text, i);
        if words.contains(text.word(i)) && other() {
            words.remove(text.word(i));
        }
    }
    words
}

/// Whether the word at `i` is no bare surname and no end of a full name.
fn stands_for_other(text: &Text, i: usize) -> bool {
    let before = i.checked_sub(1).map(|b| &text.tokens[b]);
    let governed = before.is_some_and(|b| {
        let named = b.is(Class::GIVEN | Class::HONORIFIC) || b.tag == Tag::Name && b.span.len() == 2;
        b.kind == TokenKind::Word && !named && (matches!(b.tag, Tag::Prep | Tag::Det | Tag::Adj) || b.is_capital())
    });
    let goes_on =
        text.tokens.get(i + 1).is_some_and(|n| n.kind == TokenKind::Word && n.is_capital() || n.tag == Tag::Noun);
    governed || goes_on
}
