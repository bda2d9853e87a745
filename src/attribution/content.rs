//! Where a content ends: the limits of the clause that a cue governs.

use super::Site;
use crate::text::{Chunk, ChunkKind, Form};
use crate::words::Class;

/// One past the last chunk of the content that begins at chunk `from`.
pub(super) fn clause_end(site: &Site, from: usize) -> usize {
    let clause = &site.clause;
    let mut end = super::parenthetical::sentence_end(site);
    let mut i = from;
    while i < end {
        match clause.chunks[i].kind {
            ChunkKind::Comma | ChunkKind::Dash | ChunkKind::And | ChunkKind::Semicolon | ChunkKind::Sub
                if i > from && ends_content(site, from, i) =>
            {
                end = i;
                break;
            }
            _ => {}
        }
        i += 1;
    }
    end
}

/// Whether the content ends at the comma, dash or conjunction `i`, since the reporter speaks again behind it.
fn ends_content(site: &Site, from: usize, i: usize) -> bool {
    let clause = &site.clause;
    let mut j = i;
    while matches!(
        clause.kind(j),
        Some(
            ChunkKind::Comma
                | ChunkKind::Dash
                | ChunkKind::Mark
                | ChunkKind::Adv
                | ChunkKind::And
                | ChunkKind::Semicolon
        )
    ) {
        j += 1;
    }
    let sub = clause.kind(j) == Some(ChunkKind::Sub);
    if sub {
        j += 1;
        while matches!(clause.kind(j), Some(ChunkKind::Adv)) {
            j += 1;
        }
    }
    let Some(chunk) = clause.chunks.get(j) else { return false };
    let speech = |c: &Chunk| c.kind == ChunkKind::Verb && clause.text.tokens[c.head].is(Class::SPEECH_CUE);
    match chunk.kind {
        // ", saying", ", adding", "while noting"
        ChunkKind::Verb if chunk.form == Form::Ing => speech(chunk) && clause.kind(i) != Some(ChunkKind::And),
        // "and said", "but added"
        ChunkKind::Verb if chunk.is_finite() => {
            clause.text.tokens[chunk.head].is(Class::CUE) && same_tense(site, chunk)
        }
        // ", according to"
        ChunkKind::Other | ChunkKind::Np if clause.is_word(j, &["according"]) => true,
        // ", but Berg said", ", while others said": a new subject with a cue of its own
        ChunkKind::Np | ChunkKind::Wh => {
            let Some(verb) = (j + 1..clause.chunks.len()).take(8).find(|&v| clause.chunks[v].is_finite()) else {
                return false;
            };
            let plain = (j + 1..verb).all(|k| {
                !matches!(
                    clause.kind(k),
                    Some(ChunkKind::Comma | ChunkKind::That | ChunkKind::Quote | ChunkKind::And | ChunkKind::Mark)
                )
            });
            plain
                && speech(&clause.chunks[verb])
                && same_tense(site, &clause.chunks[verb])
                && chunk.kind == ChunkKind::Np
                && clause.kind(i) != Some(ChunkKind::Sub)
                && from < i
        }
        _ => false,
    }
}

fn same_tense(site: &Site, chunk: &Chunk) -> bool {
    let own = site.clause.chunks[site.verb].form;
    own == chunk.form || !own.is_finite()
}

/// Takes off what hangs on the cue but stands behind the content: *in an interview*, *on Thursday*, at the end of the sentence.
pub(super) fn trailing_adjunct(_site: &Site, _from: usize, to: usize) -> usize {
    to
}
