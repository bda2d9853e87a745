//! Where a sentence's content begins and ends: behind an initial *But*, a dateline or *Meanwhile,*; before the final stop.

use super::Site;
use crate::text::clause::Clause;
use crate::text::{ChunkKind, Shape};
use crate::words::Class;

/// Adverbs and phrases that join a sentence to the one before; the reporter's, not the speaker's.
const JOINING: &[&str] = &[
    "in addition",
    "in particular",
    "in contrast",
    "by contrast",
    "this time",
    "still",
    "meanwhile",
    "however",
    "moreover",
    "also",
    "besides",
    "likewise",
    "similarly",
    "nevertheless",
    "nonetheless",
    "additionally",
    "furthermore",
];

/// The first chunk of the sentence that can be content.
pub(super) fn sentence_start(site: &Site) -> usize {
    let clause = &site.clause;
    let mut i = dateline_end(clause);
    loop {
        match clause.kind(i) {
            Some(ChunkKind::And | ChunkKind::Dash | ChunkKind::Close | ChunkKind::Other) => i += 1,
            _ => match joining_end(clause, i) {
                Some(end) => i = end,
                None => return i,
            },
        }
    }
}

/// The end of a joining adverb or phrase at chunk `i` with its comma.
fn joining_end(clause: &Clause, i: usize) -> Option<usize> {
    let comma = (i + 1..clause.chunks.len().min(i + 3)).find(|&c| clause.kind(c) == Some(ChunkKind::Comma))?;
    let words = clause.text.span(clause.tokens(i..comma)).of(clause.text.src);
    JOINING.iter().any(|j| j.eq_ignore_ascii_case(words)).then_some(comma + 1)
}

/// One past the last chunk of the sentence that can be content.
pub(super) fn sentence_end(site: &Site) -> usize {
    let mut end = site.clause.chunks.len();
    while end > 0 && site.clause.chunks[end - 1].kind == ChunkKind::Stop {
        end -= 1;
    }
    end
}

/// The end of a dateline (*GENEVA, Switzerland (AP) —*), 0 where there is none.
fn dateline_end(clause: &Clause) -> usize {
    let tokens = |i: usize| &clause.text.tokens[clause.chunks[i].start..clause.chunks[i].end];
    let is_place = |i: usize| {
        tokens(i).len() <= 3
            && tokens(i).iter().all(|t| t.shape.contains(Shape::ALL_CAPS) || t.is(Class::PLACE | Class::PREP))
    };
    if !clause.is_nominal(0) || !is_place(0) {
        return 0;
    }
    let dash = (1..clause.chunks.len().min(9)).find(|&i| clause.kind(i) == Some(ChunkKind::Dash));
    let is_plain = |i: usize| {
        use ChunkKind::*;
        matches!(clause.kind(i), Some(Np | Comma | Open | Close | Time | Stop))
    };
    dash.filter(|&d| (1..d).all(is_plain)).map_or(0, |d| d + 1)
}
