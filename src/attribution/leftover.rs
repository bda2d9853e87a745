//! Quotes that no cue beside them claims: a quote that goes on behind its cue's sentence or over paragraphs, a quote behind a label or
//! a colon, fragments in a sentence of the reporter's, and quotes that float.

use std::ops::Range;

use super::scene::Scene;
use super::source;
use super::{Rule, Statement};
use crate::quotes;
use crate::text::clause::{Clause, Phrase};
use crate::text::{ChunkKind, Text, TokenKind};
use crate::words::Class;

macro_rules! leftover_rule {
    ($name:ident, $id:literal, $confidence:literal, $says:literal) => {
        const $name: Rule = Rule { id: $id, says: $says, confidence: $confidence, examples: &[], find: |_, _| None };
    };
}

leftover_rule!(
    CARRIED_ON,
    "carried-on",
    0.95,
    "A quote that runs on from the paragraph before has that paragraph's speaker."
);
leftover_rule!(LABEL, "label", 0.95, "A name and a colon at the start of a line say who speaks.");
leftover_rule!(COLON, "colon", 0.9, "A clause that ends in a colon says whose the quote behind it is.");
leftover_rule!(FLOATING, "floating", 0.8, "A paragraph that is only a quote goes on with the last speaker.");
leftover_rule!(
    SUBJECT_OF_SENTENCE,
    "subject-of-sentence",
    0.7,
    "A quoted sentence in a sentence without a cue is its subject's."
);
leftover_rule!(FRAGMENT, "fragment", 0.7, "Words in marks in a clause are those of the clause's subject.");

/// The rules, from the surest on.
pub(super) const RULES: &[&Rule] = &[&CARRIED_ON, &LABEL, &COLON, &FLOATING, &SUBJECT_OF_SENTENCE, &FRAGMENT];

/// Why words in marks are nobody's.
#[derive(Clone, Copy)]
pub enum Passed {
    /// Single marks inside a sentence are apostrophes, terms or a quote in a quote.
    Single,
    /// A sign says that they are no speech.
    NotSpeech(&'static quotes::Sign),
}

/// Whether a passage that no cue governs is left alone, and why.
pub(crate) fn passed_over(text: &Text, p: usize) -> Option<Passed> {
    if text.blocks[p] {
        return None;
    }
    let passage = &text.passages[p];
    if passage.single {
        return Some(Passed::Single);
    }
    quotes::not_speech(text, passage).map(Passed::NotSpeech)
}

/// Decides the passages of a sentence that no rule has taken.
pub(super) fn after_sentence(scene: &mut Scene, sentence: usize) {
    let range = scene.text.sentences[sentence].tokens.clone();
    for p in scene.text.passages_in(&range) {
        let passage = &scene.text.passages[p];
        let content = passage.tokens.start..passage.tokens.end.min(range.end.max(passage.tokens.start + 1));
        if !scene.is_free(&content) || passed_over(scene.text, p).is_some() {
            continue;
        }
        if scene.text.blocks[p] {
            standing(scene, sentence, p, content);
        } else {
            fragment(scene, sentence, content);
        }
    }
}

fn statement(rule: &'static Rule, mention: Option<Range<usize>>, sentence: usize) -> Statement {
    Statement { rule, cue: None, mention, contents: Vec::new(), sentence, continued: false }
}

/// A quoted sentence.
fn standing(scene: &mut Scene, sentence: usize, p: usize, content: Range<usize>) {
    let text = scene.text;
    let clause = Clause::of(text, sentence);
    let passage = &text.passages[p];
    let open = passage.open.unwrap_or(passage.tokens.start);
    let Some(chunk) = clause.chunk_at(open) else { return };

    // NAME: “Q”, or a clause and a colon
    if let Some((rule, mention)) = colon_before(scene, &clause, chunk, sentence) {
        scene.push(statement(rule, mention, sentence), vec![content]);
        return;
    }
    let paragraph = text.sentences[sentence].paragraph;
    let in_paragraph = |s: &Statement| text.sentences[s.sentence].paragraph == paragraph;
    let only_quotes = clause.chunks[..chunk].iter().all(|c| {
        matches!(
            c.kind,
            ChunkKind::Quote
                | ChunkKind::Stop
                | ChunkKind::Comma
                | ChunkKind::Dash
                | ChunkKind::Adv
                | ChunkKind::And
                | ChunkKind::Other
                | ChunkKind::Mark
        )
    });
    if passage.continued {
        if let Some(before) = scene.statements().len().checked_sub(1) {
            let s = &scene.statements()[before];
            let mut next = statement(&CARRIED_ON, s.mention.clone(), sentence);
            next.cue = s.cue.clone();
            next.continued = true;
            scene.push(next, vec![content]);
            return;
        }
    }
    if only_quotes {
        // Statements come by sentence: those of the paragraph are the last ones.
        let mut own = scene.statements().iter().rev().take_while(|s| in_paragraph(s));
        let last = own.position(|s| s.sentence < sentence).map(|back| scene.statements().len() - 1 - back);
        if let Some(last) = last {
            let of_sentence = scene.statements()[last].sentence;
            let first = scene.statements().partition_point(|s| s.sentence < of_sentence);
            scene.add_content(first, content);
            return;
        }
        // A paragraph that begins with a quote of nobody's.
        if let Some(before) = scene.statements().len().checked_sub(1) {
            let mention = scene.statements()[before].mention.clone();
            scene.push(statement(&FLOATING, mention, sentence), vec![content]);
            return;
        }
        scene.push(statement(&FLOATING, None, sentence), vec![content]);
        return;
    }
    let mention = source::subject_to_the_left(scene, &clause, chunk).map(|s| scene.mention(&clause, &s));
    scene.push(statement(&SUBJECT_OF_SENTENCE, mention, sentence), vec![content]);
}

/// The label or the clause whose colon stands before chunk `i`, in this sentence or at the end of the one before.
fn colon_before(
    scene: &Scene,
    clause: &Clause,
    i: usize,
    sentence: usize,
) -> Option<(&'static Rule, Option<Range<usize>>)> {
    let text = scene.text;
    let mut at = i;
    while at > 0 && matches!(clause.kind(at - 1), Some(ChunkKind::Mark | ChunkKind::Other)) {
        at -= 1;
    }
    if at > 0 && clause.kind(at - 1) == Some(ChunkKind::Colon) {
        return Some(source_of_colon(scene, clause, at - 1));
    }
    if at > 0 {
        return None;
    }
    let before = sentence.checked_sub(1)?;
    let last = text.sentences[before].tokens.end - 1;
    if text.tokens[last].kind != TokenKind::Colon {
        return None;
    }
    let clause = Clause::of(text, before);
    let colon = clause.chunk_at(last)?;
    Some(source_of_colon(scene, &clause, colon))
}

fn source_of_colon(scene: &Scene, clause: &Clause, colon: usize) -> (&'static Rule, Option<Range<usize>>) {
    let has_verb = (0..colon).any(|i| clause.chunks[i].is_finite());
    if !has_verb {
        // The last noun phrase before the colon: "Senator Doe:", "LIVE — Jane Doe:"
        let label = (0..colon).rev().find(|&i| clause.is_nominal(i));
        let mention = label.map(|i| {
            let start = clause.phrase_start(i);
            scene.mention(clause, &Phrase { chunks: start..i + 1, head: start })
        });
        return (&LABEL, mention);
    }
    (&COLON, source::subject_to_the_left(scene, clause, colon).map(|s| scene.mention(clause, &s)))
}

/// Words in marks that are part of the reporter's sentence.
fn fragment(scene: &mut Scene, sentence: usize, content: Range<usize>) {
    let clause = Clause::of(scene.text, sentence);
    let Some(chunk) = clause.chunk_at(content.start) else { return };
    let subject = source::subject_to_the_left(scene, &clause, chunk);
    let mention = subject.map(|s| scene.mention(&clause, &s));
    let _ = Class::CUE;
    scene.push(statement(&FRAGMENT, mention, sentence), vec![content]);
}

/// What is left at the end of the article.
pub(super) fn finish(_scene: &mut Scene) {}
