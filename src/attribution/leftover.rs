//! Quotes that no cue beside them claims: a quote that goes on behind its cue's sentence or over paragraphs, a quote behind a label or
//! a colon, and quotes that float.

use super::{Rule, Scene, Statement};
use crate::text::ChunkKind;
use crate::text::clause::Clause;

/// *“A,” she said. “B.”*
const CARRIED_ON: Rule = Rule {
    id: "carried-on",
    says: "A sentence that is only a quote goes on with the statement before it in its paragraph.",
    confidence: 0.95,
    examples: &[],
    find: |_, _| None,
};

/// Hangs sentences that are only a quote on the last statement of their paragraph.
pub(super) fn after_sentence(scene: &mut Scene, sentence: usize) {
    let clause = Clause::of(scene.text, sentence);
    let quotes: Vec<_> = clause.chunks.iter().filter(|c| c.kind == ChunkKind::Quote).map(|c| c.start..c.end).collect();
    let only = clause
        .chunks
        .iter()
        .all(|c| matches!(c.kind, ChunkKind::Quote | ChunkKind::Stop | ChunkKind::Comma | ChunkKind::Dash));
    if quotes.is_empty() || !only {
        return;
    }
    let paragraph = scene.text.sentences[sentence].paragraph;
    let last = scene
        .statements()
        .iter()
        .rposition(|s| scene.text.sentences[s.sentence].paragraph == paragraph && s.sentence < sentence);
    let previous = last.or_else(|| {
        let p = scene.text.passages_in(&quotes[0]).next()?;
        scene.text.passages[p].continued.then_some(())?;
        scene.statements().len().checked_sub(1)
    });
    for quote in quotes {
        let Some(p) = scene.text.passages_in(&quote).next() else { continue };
        let content = scene.text.passages[p].tokens.clone();
        if !scene.is_free(&content) {
            continue;
        }
        match (last, previous) {
            (Some(last), _) => {
                let first = scene
                    .statements()
                    .iter()
                    .position(|s| s.sentence == scene.statements()[last].sentence)
                    .unwrap_or(last);
                scene.add_content(first, content);
            }
            (None, Some(before)) => {
                let s = &scene.statements()[before];
                let statement = Statement {
                    rule: &CARRIED_ON,
                    cue: s.cue.clone(),
                    mention: s.mention.clone(),
                    contents: Vec::new(),
                    sentence,
                    continued: true,
                };
                scene.push(statement, vec![content]);
            }
            (None, None) => {}
        }
    }
}

/// What is left at the end of the article.
pub(super) fn finish(_scene: &mut Scene) {}
