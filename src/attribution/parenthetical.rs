//! Cues that stand beside a whole sentence: *S, X said*; *S1, X said, S2*; *according to X, S*.

use std::ops::Range;

use super::{Example, Found, Rule, Scene, Site};
use crate::lexicon::Frames;
use crate::text::ChunkKind;
use crate::text::clause::Phrase;
use crate::words::Class;

pub(super) const RULES: &[&Rule] = &[&ACCORDING_TO, &SENTENCE_SUBJECT_CUE];

/// *S, according to X.*
const ACCORDING_TO: Rule = Rule {
    id: "according-to",
    says: "A sentence with “according to” and a noun phrase is what the noun phrase's person, body or text says.",
    confidence: 0.9,
    examples: &[
        Example {
            text: "The port will close, according to the harbor master.",
            found: "the harbor master: The port will close",
        },
        Example { text: "According to Anna Berg, the port will close.", found: "Anna Berg: the port will close" },
    ],
    find: |scene, site| {
        if site.cue.lemma != "according" || !site.clause.is_word(site.verb + 1, &["to"]) {
            return None;
        }
        let clause = &site.clause;
        let source = clause.phrase_from(site.verb + 2)?;
        let mention = Some(scene.mention(clause, &source));
        let start = sentence_start(site);
        let end = sentence_end(site);
        let mut contents = Vec::new();
        if site.verb > start {
            contents.push(clause.tokens(start..site.verb));
            // S1, according to X, S2
            if clause.kind(source.chunks.end) == Some(ChunkKind::Comma)
                && clause.has_clause(source.chunks.end + 1, end)
                && !clause.has_clause(start, site.verb)
            {
                contents.push(clause.tokens(source.chunks.end + 1..end));
            }
        } else {
            let comma = (source.chunks.end..end)
                .find(|&i| clause.kind(i) == Some(ChunkKind::Comma))
                .unwrap_or(source.chunks.end);
            let from = if clause.has_clause(comma + 1, end) || clause.kind(comma + 1) == Some(ChunkKind::Quote) {
                comma + 1
            } else {
                source.chunks.end
            };
            contents.push(clause.tokens(from..end));
        }
        contents.retain(|c| !c.is_empty() && scene.is_free(c));
        (!contents.is_empty()).then_some(Found { mention, contents })
    },
};

/// *S, X said.*
const SENTENCE_SUBJECT_CUE: Rule = Rule {
    id: "sentence-subject-cue",
    says: "A clause, a comma, a subject and a verb of saying that governs nothing: the clause is what the subject said.",
    confidence: 0.9,
    examples: &[
        Example { text: "The port will close, Anna Berg said Monday.", found: "Anna Berg: The port will close" },
        Example { text: "The port, Anna Berg said, will close.", found: "Anna Berg: The port will close" },
    ],
    find: |scene, site| {
        if !site.cue.frames.contains(Frames::PAREN) || !site.is_finite_active() || site.needs_marks {
            return None;
        }
        let clause = &site.clause;
        let (subject, cue_start, mut after) = subject_either_side(site)?;
        if !scene.can_speak(clause, &subject) {
            return None;
        }
        // What stands before the subject must be set off by a comma, a mark or a dash.
        let before = cue_start.checked_sub(1)?;
        if !matches!(clause.kind(before), Some(ChunkKind::Comma | ChunkKind::Dash | ChunkKind::Mark)) {
            return None;
        }
        if clause.kind(before) == Some(ChunkKind::Mark)
            && !clause
                .before(before)
                .is_some_and(|b| matches!(clause.kind(b), Some(ChunkKind::Comma | ChunkKind::Stop)))
        {
            return None;
        }
        let start = sentence_start(site);
        if before <= start {
            return None;
        }
        after = clause.adjuncts_end(after);
        let end = sentence_end(site);
        let mut contents = vec![clause.tokens(start..before)];
        match clause.kind(after) {
            None | Some(ChunkKind::Stop) => {}
            _ if after >= end => {}
            Some(ChunkKind::Comma | ChunkKind::Dash) => {
                let rest = clause.at_or_after(after + 1);
                let own = clause.kind(rest) == Some(ChunkKind::Verb)
                    && matches!(clause.chunks[rest].form, crate::text::Form::Ing)
                    || clause.kind(rest) == Some(ChunkKind::Wh)
                    || clause.kind(rest) == Some(ChunkKind::Sub);
                if own {
                    if !clause.has_clause(start, before) {
                        return None;
                    }
                } else {
                    contents.push(clause.tokens(rest..end));
                }
            }
            _ => return None,
        }
        contents.retain(|c| !c.is_empty());
        // The clause may be cut by the cue: "Her countrymen, she said, should not listen".
        let whole = clause.has_clause(start, before)
            || contents.len() == 2
                && (start..end)
                    .any(|i| clause.chunks[i].is_finite() && i != site.verb && !(cue_start..after).contains(&i));
        if !whole || !contents.iter().all(|c| scene.is_free(c)) {
            return None;
        }
        Some(Found { mention: Some(scene.mention(clause, &subject)), contents })
    },
};

/// The subject before or, inverted, after the verb; with the chunk where subject and verb begin and the one where they end.
fn subject_either_side(site: &Site) -> Option<(Phrase, usize, usize)> {
    let clause = &site.clause;
    let before = site.verb.checked_sub(1)?;
    if matches!(clause.kind(before), Some(ChunkKind::Comma | ChunkKind::Mark | ChunkKind::Dash)) {
        // , said X   — unless the comma closes an apposition of the subject before it
        if let Some(subject) = clause.phrase_from(clause.at_or_after(site.after)) {
            let end = apposition_end(site, subject.chunks.end);
            let inverted = matches!(
                clause.kind(end),
                None | Some(ChunkKind::Stop | ChunkKind::Comma | ChunkKind::Time | ChunkKind::Prep)
            );
            if inverted
                && !clause.chunks[site.verb].is_third_singular(clause.text)
                && clause.chunks[site.verb].start + 1 == clause.chunks[site.verb].end
            {
                if !site.cue.frames.contains(Frames::HEARER) {
                    return Some((subject, site.verb, end));
                }
            }
        }
    }
    let subject = site.subject()?;
    let start = subject.chunks.start;
    Some((subject, start, site.after))
}

/// Passes over an apposition: *said X, the mayor of Y,*.
fn apposition_end(site: &Site, end: usize) -> usize {
    let clause = &site.clause;
    if clause.kind(end) != Some(ChunkKind::Comma) {
        return end;
    }
    match clause.phrase_from(end + 1) {
        Some(p) if matches!(clause.kind(p.chunks.end), None | Some(ChunkKind::Stop | ChunkKind::Comma)) => p.chunks.end,
        _ => end,
    }
}

/// The first chunk of the sentence that can be content: marks, an initial *But* or *And* and dateline words passed over.
pub(super) fn sentence_start(site: &Site) -> usize {
    let clause = &site.clause;
    let mut i = 0;
    loop {
        match clause.kind(i) {
            Some(ChunkKind::And) => i += 1,
            Some(ChunkKind::Adv)
                if clause.kind(i + 1) == Some(ChunkKind::Comma)
                    && clause.class(i).contains(Class::ADV)
                    && clause.is_word(
                        i,
                        &[
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
                        ],
                    ) =>
            {
                i += 2
            }
            Some(ChunkKind::Dash | ChunkKind::Close | ChunkKind::Other) => i += 1,
            _ => return i,
        }
    }
}

/// One past the last chunk of the sentence that can be content.
pub(super) fn sentence_end(site: &Site) -> usize {
    let mut end = site.clause.chunks.len();
    while end > 0
        && matches!(site.clause.chunks[end - 1].kind, ChunkKind::Stop | ChunkKind::Mark | ChunkKind::Close)
        && site.clause.chunks[end - 1].kind == ChunkKind::Stop
    {
        end -= 1;
    }
    end
}
