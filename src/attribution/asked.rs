//! Questions that were put to somebody: *Asked whether S, X said*; *X was asked about S*. Who asked is rarely told.

use super::content::clause_end;
use super::{Example, Found, Rule};
use crate::lexicon::Frames;
use crate::text::clause::Clause;
use crate::text::{ChunkKind, Form};
use crate::words::Class;

pub(super) const RULES: &[&Rule] = &[&ASKED];

/// *Asked whether S, X said …*
const ASKED: Rule = Rule {
    id: "asked",
    says: "What somebody was asked or told is said by whom “by” names, or by nobody the text names.",
    confidence: 0.82,
    examples: &[
        Example {
            text: "Asked whether the port would close, Anna Berg smiled.",
            found: ": whether the port would close",
        },
        Example {
            text: "Anna Berg was asked by Tom Lund whether the port would close.",
            found: "Tom Lund: whether the port would close",
        },
        Example { text: "Asked about the port, Anna Berg smiled.", found: "" },
    ],
    find: |scene, site| {
        let clause = &site.clause;
        let chunk = &clause.chunks[site.verb];
        let questions = site.cue.frames.contains(Frames::WH) || site.cue.frames.contains(Frames::HEARER);
        let participle = matches!(chunk.form, Form::Past | Form::Participle)
            && chunk.start + 1 == chunk.end
            && opens_sentence(clause, site.verb);
        let passive = chunk.passive && chunk.is_finite() && !chunk.negated;
        // "Berg said she had come and was told that": a part of what Berg said.
        let joined = site.verb > 0 && clause.kind(site.verb - 1) == Some(ChunkKind::And);
        if joined && (0..site.verb).any(|v| clause.chunks[v].is_finite() && clause.class(v).contains(Class::SPEECH_CUE))
        {
            return None;
        }
        if !questions || site.needs_marks || !(participle || passive) {
            return None;
        }
        let mut start = clause.adjuncts_end(site.after);
        let mut mention = None;
        if clause.is_word(site.after, &["by"]) {
            let agent = clause.phrase_from(site.after + 1)?;
            start = agent.chunks.end;
            mention = Some(scene.mention(clause, &agent));
        }
        let is_question = clause.kind(start) == Some(ChunkKind::Wh)
            && !clause.is_word(start, &["that", "who", "which"])
            || clause.is_word(start, &["whether", "if", "who"]);
        let is_statement = clause.kind(start) == Some(ChunkKind::That);
        if !(is_question && site.cue.frames.contains(Frames::WH) || is_statement) {
            return None;
        }
        let from = start + is_statement as usize;
        let mut end = clause_end(site, from);
        if participle {
            let what = clause.is_word(start, &["what", "how", "why", "who", "where", "when"]);
            // The main clause behind the comma is the reporter's.
            let comma = (from..end).find(|&i| {
                clause.kind(i) == Some(ChunkKind::Comma)
                    && (clause.has_clause(from, i) || what && (from..i).any(|v| clause.chunks[v].is_finite()))
                    && clause.has_clause(i + 1, clause.chunks.len())
            });
            end = comma.unwrap_or(end);
        }
        let content = clause.tokens(from..end);
        (clause.has_clause(from, end) && scene.is_free(&content)).then_some(Found { mention, contents: vec![content] })
    },
};

/// Whether a participle opens its sentence, alone or behind *When*, *But when*.
fn opens_sentence(clause: &Clause, verb: usize) -> bool {
    (0..verb).all(|i| {
        clause.is_word(i, &["when", "while", "whilst", "and", "but", "if"]) || clause.kind(i) == Some(ChunkKind::Adv)
    })
}
