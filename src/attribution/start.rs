//! Where the clause that a cue governs begins: behind the hearer, behind what says when and where, at *that*.

use super::Site;
use crate::lexicon::Frames;
use crate::text::clause::Clause;
use crate::text::{Chunk, ChunkKind, Form};
use crate::words::Class;

/// Passes over the hearer (*told reporters*) and what says when, where and to whom.
pub(super) fn object_end(site: &Site, from: usize) -> usize {
    let clause = &site.clause;
    let mut i = clause.adjuncts_end(from);
    if site.cue.frames.intersects(Frames::HEARER | Frames::NP_TO) && clause.is_nominal(i) {
        if let Some(hearer) = clause.phrase_from(i) {
            if !clause.chunks.get(hearer.chunks.end).is_some_and(Chunk::is_finite)
                || matches!(clause.kind(hearer.chunks.end), Some(ChunkKind::Wh | ChunkKind::That))
            {
                i = clause.place_end(hearer.chunks.end);
            }
        }
        i = clause.adjuncts_end(i);
    }
    i
}

/// Whether a noun phrase is a claim or a fact, whose *that* behind it is its own.
fn claims(clause: &Clause, i: usize) -> bool {
    const CLAIMS: &[&str] = &[
        "claim",
        "claims",
        "fact",
        "idea",
        "notion",
        "belief",
        "view",
        "argument",
        "suggestion",
        "suggestions",
        "allegation",
        "allegations",
        "assertion",
        "assertions",
        "report",
        "reports",
        "news",
        "possibility",
        "prospect",
        "risk",
        "fear",
        "fears",
        "hope",
        "hopes",
        "evidence",
        "assumption",
        "perception",
        "accusation",
        "accusations",
        "contention",
        "theory",
        "concern",
        "concerns",
        "chance",
        "danger",
        "proof",
    ];
    clause.is_nominal(i) && CLAIMS.contains(&clause.text.word(clause.chunks[i].head))
}

/// The *that* of the cue behind words of time and place and behind a hearer's participle: *told families gathered in the yard that*,
/// *said in a letter sent on Tuesday that*.
fn that_behind_adjuncts(site: &Site, from: usize) -> Option<usize> {
    let clause = &site.clause;
    let hearer = site.cue.frames.contains(Frames::HEARER);
    // "say her claim that it was late is old": the claim's own.
    // "repeated her claim that it was late": its object.
    let says = matches!(&*site.cue.lemma, "say" | "argue" | "insist" | "add" | "contend" | "maintain" | "deny");
    if says && claims(clause, from) {
        return None;
    }
    if !hearer && site.cue.frames.intersects(Frames::NP) {
        return None;
    }
    let mut i = from;
    while i < from + 8 {
        // "said before leaving for Oslo that"
        let leaving = clause.is_word(i, &["before", "after", "while", "whilst"])
            && clause.chunks.get(i + 1).is_some_and(|c| c.kind == ChunkKind::Verb && c.form == Form::Ing);
        if leaving {
            i += 2;
            continue;
        }
        match clause.kind(i)? {
            ChunkKind::That => return (i > from).then_some(i),
            ChunkKind::Wh if clause.is_word(i, &["that"]) && i > from => {
                // "posted a note in May that compared them": the note's relative clause.
                let relative = clause.is_nominal(from)
                    && clause.chunks.get(i + 1).is_some_and(Chunk::is_finite)
                    && !clause.class(i + 1).contains(Class::NOUN);
                return (!relative).then_some(i);
            }
            ChunkKind::Np | ChunkKind::Prep | ChunkKind::Time | ChunkKind::Adv => i += 1,
            // A participle, which the tagger may take for a past tense.
            ChunkKind::Verb if hearer && i > from && clause.class(i).contains(Class::VERB_PART) => i += 1,
            // "said in a letter pushed under doors on Tuesday that"
            ChunkKind::Verb
                if clause.kind(site.after) == Some(ChunkKind::Prep)
                    && i > site.after
                    && clause.class(i).contains(Class::VERB_PART)
                    && matches!(clause.kind(i + 1), Some(ChunkKind::Prep | ChunkKind::Time)) =>
            {
                i += 1;
            }
            _ => return None,
        }
    }
    None
}

/// Where the clause that the cue governs begins: at *that*, or where the adjuncts and the hearer end.
pub(super) fn content_start(site: &Site) -> Option<usize> {
    let clause = &site.clause;
    let i = object_end(site, site.after);
    if let Some(that) = that_behind_adjuncts(site, i) {
        return Some(that);
    }
    match clause.kind(i)? {
        ChunkKind::That => Some(i),
        // "disclosed for the first time that": the tagger takes it for a relative pronoun
        ChunkKind::Wh if clause.is_word(i, &["that"]) && i > site.after => Some(i),
        ChunkKind::Comma => {
            // ", in Geneva, that" or ", however, that"
            let close = (i + 1..clause.chunks.len()).find(|&j| clause.kind(j) == Some(ChunkKind::Comma))?;
            (clause.kind(close + 1) == Some(ChunkKind::That)).then_some(close + 1)
        }
        ChunkKind::Wh if clause.is_word(i, &["what"]) => Some(i),
        // "said more than 1 million people came"
        ChunkKind::Adv if clause.is_word(i, &["more", "less", "fewer", "only", "even", "there", "here", "just"]) => {
            Some(i)
        }
        ChunkKind::Np | ChunkKind::Mark | ChunkKind::Time | ChunkKind::Adj | ChunkKind::Prep | ChunkKind::Colon => {
            Some(i)
        }
        ChunkKind::Sub => {
            let comma = (i..clause.chunks.len()).any(|j| clause.kind(j) == Some(ChunkKind::Comma));
            (comma
                && clause.is_word(
                    i,
                    &[
                        "if", "when", "while", "whilst", "once", "although", "though", "despite", "unless", "because",
                        "since",
                    ],
                ))
            .then_some(i)
        }
        ChunkKind::Verb if clause.chunks[i].form == Form::Ing => Some(i),
        _ => None,
    }
}
