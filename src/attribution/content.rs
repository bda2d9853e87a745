//! Where a content ends: the breaks of the clause that a cue governs, at which the signs in `limits` are asked.

use super::Site;
use super::breaks::relative_opener;
use super::edges::sentence_end;
use super::limits::{LIMITS, Limit};
use crate::text::ChunkKind;
use crate::text::clause::Clause;

/// A place where a content may end: chunk `at` is a comma, a dash, a semicolon, a conjunction or a bracket inside it, or a preposition or
/// a verb behind a mark.
pub(super) struct Break<'s, 't> {
    pub site: &'s Site<'t>,
    /// First chunk of the content.
    pub from: usize,
    /// The chunk of the break.
    pub at: usize,
    /// The first chunk behind the break that is no comma, conjunction, adverb or mark.
    pub next: usize,
    /// What stands before the *who* whose verb the cue is.
    pub opener: Option<ChunkKind>,
}

impl Break<'_, '_> {
    pub(super) fn is_kind(&self, kind: ChunkKind) -> bool {
        self.site.clause.kind(self.at) == Some(kind)
    }

    pub(super) fn is_word(&self, words: &[&str]) -> bool {
        self.site.clause.is_word(self.next, words)
    }
}

/// One past the last chunk of the content that begins at chunk `from`.
pub(super) fn clause_end(site: &Site, from: usize) -> usize {
    limit(site, from).map_or_else(|| sentence_end(site), |(at, _)| at)
}

/// At so many breaks a content may end; one that goes on is a list.
const BREAKS: usize = 12;

/// The first break at which the content that begins at chunk `from` ends, and why.
pub(super) fn limit(site: &Site, from: usize) -> Option<(usize, &'static Limit)> {
    match site.limit.get() {
        Some((asked, limit)) if asked == from => limit,
        _ => {
            let limit = find_limit(site, from);
            site.limit.set(Some((from, limit)));
            limit
        }
    }
}

fn find_limit(site: &Site, from: usize) -> Option<(usize, &'static Limit)> {
    let clause = &site.clause;
    let opener = relative_opener(site);
    let in_relative = matches!(opener, Some(ChunkKind::Np | ChunkKind::Dash));
    let is_break = |&at: &usize| {
        let breaks = matches!(
            clause.chunks[at].kind,
            ChunkKind::Comma
                | ChunkKind::Dash
                | ChunkKind::And
                | ChunkKind::Semicolon
                | ChunkKind::Sub
                | ChunkKind::Close
        ) || clause.chunks[at - 1].kind == ChunkKind::Mark
            && (clause.chunks[at].kind == ChunkKind::Prep || in_relative && clause.chunks[at].is_finite());
        breaks && !is_quoted(clause, at)
    };
    (from + 1..sentence_end(site)).filter(is_break).take(BREAKS).find_map(|at| {
        let mut next = at;
        while matches!(
            clause.kind(next),
            Some(
                ChunkKind::Comma
                    | ChunkKind::Dash
                    | ChunkKind::Mark
                    | ChunkKind::Adv
                    | ChunkKind::And
                    | ChunkKind::Semicolon
            )
        ) {
            next += 1;
        }
        let b = Break { site, from, at, next, opener };
        LIMITS.iter().find(|limit| (limit.ends)(&b)).map(|limit| (at, limit))
    })
}

/// Whether chunk `i` stands inside marks, where the reporter does not speak; a comma before the closing mark is the sentence's.
fn is_quoted(clause: &Clause, i: usize) -> bool {
    let chunk = &clause.chunks[i];
    clause.text.passage_at(chunk.start).is_some_and(|p| {
        let passage = &clause.text.passages[p];
        !passage.unclosed && chunk.end < passage.tokens.end
    })
}
