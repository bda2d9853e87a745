//! Nouns of saying: *her claim that S*, *Berg's promise to V*, *the warning by the mayor that S*.

use super::content::clause_end;
use super::{Example, Found, Rule};
use crate::lexicon::Frames;
use crate::text::clause::{Clause, Phrase};
use crate::text::{ChunkKind, Form, Tag};
use crate::words::Class;
use std::ops::Range;

pub(super) const RULES: &[&Rule] = &[&NOUN_CLAUSE];

/// *her claim that S*
const NOUN_CLAUSE: Rule = Rule {
    id: "noun-clause",
    says: "What a noun of saying governs is said by its possessor.",
    confidence: 0.51,
    examples: &[
        Example {
            text: "Anna Berg’s claim that the port would close alarmed nobody.",
            found: "Anna Berg: the port would close",
        },
        Example {
            text: "Anna Berg’s claim was that the port would close.", found: "Anna Berg: the port would close"
        },
        Example {
            text: "Asked about Anna Berg’s claim that the port would close, Tom Lund smiled.",
            found: "Anna Berg: the port would close",
        },
        Example { text: "The claim that the port would close alarmed nobody.", found: "" },
    ],
    find: |scene, site| {
        let clause = &site.clause;
        let (mention, mut after) = possessor(clause, site.verb)?;
        // "Berg's claim is that the port is shut"
        let is = clause.chunks.get(after).is_some_and(|c| c.is_finite() && clause.text.tokens[c.head].is(Class::BE));
        let is = is && clause.is_word(after + 1, &["that"]);
        after += is as usize;
        let next = clause.kind(after)?;
        let frames = site.cue.frames;
        let start = match next {
            ChunkKind::That if frames.contains(Frames::THAT) => after + 1,
            // The tagger takes "that" after a noun for a relative pronoun.
            ChunkKind::Wh if frames.contains(Frames::THAT) && clause.is_word(after, &["that"]) => after + 1,
            ChunkKind::Verb if frames.contains(Frames::TO) && clause.chunks[after].form == Form::Infinitive => after,
            ChunkKind::Prep if frames.contains(Frames::PREP) => after + 1,
            _ => return None,
        };
        let end = clause_end(site, start);
        let end = if is { end } else { noun_clause_end(clause, start, end, next == ChunkKind::Prep) };
        let end = fronted_end(clause, site.verb, start, end).unwrap_or(end);
        let content = clause.tokens(start..end);
        let marked = content.clone().any(|i| scene.text.passage_at(i).is_some());
        let is_clause = matches!(next, ChunkKind::That | ChunkKind::Wh);
        if content.is_empty() || !scene.is_free(&content) || is_clause && !clause.has_clause(start, end) {
            return None;
        }
        if !is_clause && !marked {
            return None;
        }
        Some(Found { mention: Some(mention), contents: vec![content] })
    },
};

/// The possessor of the noun that heads chunk `np`, or the agent behind it; with the chunk after.
fn possessor(clause: &Clause, np: usize) -> Option<(Range<usize>, usize)> {
    let text = clause.text;
    let chunk = &clause.chunks[np];
    let genitive = (chunk.start..chunk.head).rev().find(|&i| text.tokens[i].tag == Tag::Genitive);
    if let Some(at) = genitive {
        return (at > chunk.start).then_some((chunk.start..at, np + 1));
    }
    let first = &text.tokens[chunk.start];
    if first.tag == Tag::Poss {
        return Some((chunk.start..chunk.start + 1, np + 1));
    }
    // "Berg campaign accusations that": a body by the name of its head
    let campaign = (chunk.start + 1..chunk.head)
        .find(|&i| matches!(text.word(i), "campaign" | "administration") && text.tokens[i - 1].tag == Tag::Name);
    if let Some(at) = campaign {
        let start = (chunk.start..at).rev().take_while(|&i| text.tokens[i].tag == Tag::Name).last().unwrap_or(at);
        return Some((start..at + 1, np + 1));
    }
    // "a warning by the mayor that …", "comments from Berg that …"
    if clause.is_word(np + 1, &["by", "from"]) && clause.kind(np + 1) == Some(ChunkKind::Prep) {
        let agent = clause.phrase_from(np + 2)?;
        let head = Phrase { chunks: agent.chunks.clone(), head: agent.head };
        return Some((clause.tokens(head.chunks.clone()), agent.chunks.end));
    }
    None
}

/// Where the clause of a noun ends: before the finite verb that the noun itself is the subject of.
fn noun_clause_end(clause: &Clause, start: usize, end: usize, is_object: bool) -> usize {
    let mut finite = 0;
    for i in start..end {
        if clause.chunks[i].is_finite() {
            finite += 1;
            let before = clause.before(i);
            let has_subject = before.is_some_and(|b| matches!(clause.kind(b), Some(ChunkKind::Np | ChunkKind::Wh)));
            if finite > 1
                && !matches!(before.and_then(|b| clause.kind(b)), Some(ChunkKind::And))
                && has_second_verb(clause, start, i)
            {
                return i;
            }
            if is_object && has_subject {
                return i;
            }
        }
        if is_object && matches!(clause.kind(i), Some(ChunkKind::Comma | ChunkKind::Sub | ChunkKind::Dash)) {
            return i;
        }
    }
    end
}

/// The comma that ends the clause of a noun in a phrase before the main clause: *Despite her claim that S, Berg V*.
fn fronted_end(clause: &Clause, noun: usize, start: usize, end: usize) -> Option<usize> {
    let opens = matches!(clause.kind(0), Some(ChunkKind::Prep | ChunkKind::Verb | ChunkKind::Adv));
    // “Asked” is none, whatever its form.
    let fronted = opens && !(1..noun).any(|i| clause.chunks[i].is_finite());
    (start..end).filter(|_| fronted).find(|&i| {
        clause.kind(i) == Some(ChunkKind::Comma)
            && clause.has_clause(start, i)
            && clause.is_nominal(i + 1)
            && clause.has_clause(i + 1, clause.chunks.len())
    })
}

/// Whether the finite verb `i` has no subject of its own since the last one: it belongs to the noun of saying.
fn has_second_verb(clause: &Clause, start: usize, i: usize) -> bool {
    let last = (start..i).rev().find(|&j| clause.chunks[j].is_finite()).unwrap_or(start);
    !(last + 1..i).any(|j| {
        matches!(
            clause.kind(j),
            Some(ChunkKind::Sub | ChunkKind::That | ChunkKind::Wh | ChunkKind::And | ChunkKind::Comma)
        )
    })
}
