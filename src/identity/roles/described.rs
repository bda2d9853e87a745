//! A description with a comma before the name: *The harbor master, Ines Varga,*, *her coach and husband, Ole Lund,*.

use std::ops::Range;

use super::tells_role;
use crate::identity::people::NameMention;
use crate::text::clause::Clause;
use crate::text::{ChunkKind, Tag, Text};
use crate::words::Class;

/// *The harbor master, Ines Varga,* with nothing or a title before the name.
pub(super) fn described_before(text: &Text, mention: &NameMention, chunk: usize) -> Option<Range<usize>> {
    let clause = Clause::of(text, mention.sentence);
    let here = chunk - text.sentences[mention.sentence].chunks.start;
    let ends = text.chunks[chunk].end == mention.tokens.end;
    let closes = matches!(
        clause.kind(here + 1),
        None | Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Verb | ChunkKind::Dash)
    ) || clause.is_word(here + 1, &["of"]);
    if here < 2 || clause.kind(here - 1) != Some(ChunkKind::Comma) || !ends || !closes || !clause.is_nominal(here - 2) {
        return None;
    }
    let mut start = clause.phrase_start(here - 2);
    let tells = |np: usize| (clause.chunks[np].start..clause.chunks[np].end).any(|i| tells_role(text, i));
    // "sent to a house in his garden after his wife, Ines Varga, left"
    if start < here - 2 && !tells(start) && tells(here - 2) && !clause.is_word(here - 3, &["of"]) {
        start = here - 2;
    }
    let head = &clause.chunks[start];
    let noun = &text.tokens[head.head];
    // "his Trade and Industry Minister, Ines Varga": one office over two fields
    let capital = noun.tag == Tag::Name;
    let office = noun.is(Class::TITLE | Class::ROLE) && !text.tokens[head.start].is(Class::HONORIFIC);
    // "one of her lawyers, Ines Varga,"
    let of_several = start + 2 == here - 2 && clause.is_word(start, &["one"]) && tells(here - 2);
    if !(tells(start) || of_several) || !begins(&clause, start, here) || noun.is(Class::PLURAL) || capital && !office {
        return None;
    }
    let joined = capital && is_field(&clause, start) || is_second_role(&clause, start);
    if joined && !text.tokens[head.start].is(Class::DET | Class::POSS) {
        start -= 2;
    }
    // "our diplomatic editor", "his Trade and Industry Minister": whose, is not in the role.
    let tokens = clause.tokens(start..here - 1);
    let first = &text.tokens[tokens.start];
    let ours = first.is(Class::FIRST_PERSON) && !first.is_capital() || capital && first.is(Class::POSS);
    Some(tokens.start + ours as usize..tokens.end)
}

/// Whether a description of the name in chunk `here` may begin with chunk `start`: whatever another phrase governs is somebody else's.
fn begins(clause: &Clause, start: usize, here: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return true };
    let text = clause.text;
    let head = &clause.chunks[start];
    // "qualifications to be president, Ines Varga said"
    let becomes = matches!(text.word(clause.chunks[before].head), "be" | "become" | "being" | "becoming");
    match clause.kind(before) {
        Some(ChunkKind::Verb) => !becomes,
        // "In a letter to the president, Ines Varga said": two people.
        Some(ChunkKind::Prep)
            if clause.kind(here + 1) == Some(ChunkKind::Verb) && clause.is_opening_adjunct(here - 1) =>
        {
            false
        }
        // "made by a toolmaker in Ohio, Ines Varga, who": what does something, not where it is.
        Some(ChunkKind::Prep) => {
            let agent = clause.is_word(before, &["by", "to", "from"]) && clause.is_word(start, &["a", "an", "the"]);
            // "after his wife, Ines Varga, left", "with the mayor, Ines Varga,": one phrase between preposition and comma
            let alone = start == here - 2
                && !clause.is_word(before, &["of"])
                && text.tokens[head.start].is(Class::DET | Class::POSS)
                && tells_role(text, head.head)
                && clause.kind(here + 1) == Some(ChunkKind::Comma);
            agent || alone
        }
        // "According to Tom Lund, an expert on tides, Ines Varga left": his
        Some(ChunkKind::Comma) => !before.checked_sub(1).is_some_and(|np| is_someone(clause, np)),
        _ => !clause.is_nominal(before),
    }
}

/// A given name and another, or a title and one: no place, no body.
fn is_someone(clause: &Clause, np: usize) -> bool {
    let chunk = &clause.chunks[np];
    clause.is_name(np)
        && clause.is_titled(np)
        && chunk.end - chunk.start > 1
        && !clause.class(np).intersects(Class::PLACE | Class::GROUP | Class::OUTLET)
}

/// Whether a field and *and* stand before the office that chunk `start` begins with: *Trade* before *and Industry Minister*.
fn is_field(clause: &Clause, start: usize) -> bool {
    let noun = |i: usize| &clause.text.tokens[clause.chunks[i].head];
    start >= 2
        && clause.kind(start - 1) == Some(ChunkKind::And)
        && clause.is_nominal(start - 2)
        && noun(start - 2).is_capital()
        && !noun(start - 2).is(Class::GIVEN)
}

/// Whether another role and *and* stand before the one that chunk `start` begins with: *Her coach* before *and husband*.
fn is_second_role(clause: &Clause, start: usize) -> bool {
    start >= 2
        && clause.is_word(start - 1, &["and"])
        && clause.is_nominal(start - 2)
        && tells_role(clause.text, clause.chunks[start - 2].head)
        && is_of_somebody(clause, start - 2)
}

/// *her coach*, *Varga's coach*, *a coach*, but not *club's coach* of *the yacht and club's coach*.
fn is_of_somebody(clause: &Clause, np: usize) -> bool {
    let chunk = &clause.chunks[np];
    let tokens = &clause.text.tokens[chunk.start..chunk.head];
    tokens.first().is_some_and(|t| {
        t.is(Class::POSS | Class::DET) || t.tag == Tag::Name && tokens.iter().any(|t| t.tag == Tag::Genitive)
    })
}
