//! Quotes that no cue beside them claims: a quote that goes on behind its cue's sentence or over paragraphs, a quote behind a label or
//! a colon, fragments in a sentence of the reporter's, and quotes that float.

use std::ops::Range;

use super::scene::Scene;
use super::nearby;
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

leftover_rule!(T_ADDING, "t-adding", 0.5, "temp.");
leftover_rule!(T_PREV_SUBJECT, "t-prev-subject", 0.5, "temp.");
leftover_rule!(T_PREV_OTHER, "t-prev-other", 0.5, "temp.");
leftover_rule!(T_TAIL, "t-tail", 0.5, "temp.");
leftover_rule!(T_NOBODY, "t-nobody", 0.5, "temp.");
leftover_rule!(T_ALT, "t-alt", 0.5, "temp.");
leftover_rule!(T_ENDS, "t-ends", 0.5, "temp.");
leftover_rule!(T_ENDS_Q, "t-ends-q", 0.5, "temp.");
leftover_rule!(T_HAS, "t-has", 0.5, "temp.");
leftover_rule!(T_HAS_MORE, "t-has-more", 0.5, "temp.");
leftover_rule!(T_TWO, "t-two", 0.5, "temp.");
leftover_rule!(T_FAR, "t-far", 0.5, "temp.");
leftover_rule!(T_SS_SUBJECT, "t-ss-subject", 0.5, "temp.");
leftover_rule!(T_SS_OTHER, "t-ss-other", 0.5, "temp.");
leftover_rule!(T_WORDS_OF, "t-words-of", 0.5, "temp.");
leftover_rule!(T_SAME, "t-same", 0.5, "temp.");
leftover_rule!(T_FR_SUBJECT, "t-fr-subject", 0.5, "temp.");
leftover_rule!(T_FR_OTHER, "t-fr-other", 0.5, "temp.");
leftover_rule!(T_COLON_INV, "t-colon-inv", 0.5, "temp.");
leftover_rule!(T_COLON_ON, "t-colon-on", 0.5, "temp.");
leftover_rule!(T_COLON_NAME, "t-colon-name", 0.5, "temp.");
leftover_rule!(T_COLON_SUBJ, "t-colon-subj", 0.5, "temp.");
leftover_rule!(SIGNATURE, "signature", 0.9, "x.");
leftover_rule!(NEAR_CUE, "near-cue", 0.9, "x.");
leftover_rule!(POSSESSOR, "possessor", 0.9, "x.");

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
    let passage = &text.passages[p];
    if text.blocks[p] && nearby::is_heading(text, passage) {
        return Some(Passed::Single);
    }
    if text.blocks[p] {
        return None;
    }
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
    if let Some(mention) = nearby::signature(scene, passage) {
        scene.push(statement(&SIGNATURE, Some(mention), sentence), vec![content]);
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
        if let Some(s) = last_before(scene, open) {
            let s = &scene.statements()[s];
            let mut next = statement(&CARRIED_ON, s.mention.clone(), sentence);
            next.cue = s.cue.clone();
            next.continued = true;
            scene.push(next, vec![content]);
            return;
        }
    }
    let close = passage.close.unwrap_or(passage.tokens.end.saturating_sub(1));
    let beside = nearby::cue_behind(scene, &clause, close).or_else(|| nearby::inverted(scene, &clause, chunk));
    if let Some(mention) = beside {
        scene.push(statement(&NEAR_CUE, Some(mention), sentence), vec![content]);
        return;
    }
    if nearby::goes_on(&clause, chunk) {
        if let Some(mention) = last_before(scene, open).and_then(|s| scene.statements()[s].mention.clone()) {
            scene.push(statement(&T_ADDING, Some(mention), sentence), vec![content]);
            return;
        }
    }
    if only_quotes {
        let last = scene.statements().iter().rposition(|s| in_paragraph(s) && s.sentence < sentence);
        if let Some(last) = last {
            let of_sentence = scene.statements()[last].sentence;
            let first = scene.statements().iter().position(|s| s.sentence == of_sentence).unwrap_or(last);
            scene.add_content(first, content);
            return;
        }
        let para = &text.paragraphs[paragraph];
        // A sentence of the reporter's before it in its paragraph.
        if sentence > 0 && text.sentences[sentence - 1].paragraph == paragraph {
            let before = Clause::of(text, sentence - 1);
            let n = before.chunks.len();
            let (rule, mention) = match nearby::speaking_subject(scene, &before, n) {
                Some(m) => (&T_PREV_SUBJECT, Some(m)),
                None => {
                    let last = last_before(scene, open).and_then(|s| scene.statements()[s].mention.clone());
                    (&T_PREV_OTHER, last)
                }
            };
            scene.push(statement(rule, mention, sentence), vec![content]);
            return;
        }
        // A paragraph that begins with a quote of nobody's.
        let tail = (close + 1..text.sentences[sentence].tokens.end).any(|i| text.tokens[i].kind == TokenKind::Word);
        let more = text.sentences[sentence].tokens.end < para.end;
        let last = last_before(scene, open);
        let mention = last.and_then(|s| scene.statements()[s].mention.clone());
        let rule = match last.map(|s| &scene.statements()[s]) {
            _ if tail => &T_TAIL,
            None => &T_NOBODY,
            Some(s) => {
                let its = text.sentences[text.sentence_at(s.contents[0].start)].paragraph;
                let end = s.contents.iter().map(|c| c.end).max().unwrap_or(0);
                let para_before = paragraph.checked_sub(1).map(|b| text.paragraphs[b].clone()).unwrap_or(0..0);
                let prev_quote_only = text.tokens[para_before.start].kind == TokenKind::Double;
                match () {
                    () if its + 1 == paragraph && end + 3 >= para_before.end && s.rule.id == "t-ends" => &T_ALT,
                    () if its + 1 == paragraph && end + 3 >= para_before.end && prev_quote_only => &T_ENDS_Q,
                    () if its + 1 == paragraph && end + 3 >= para_before.end => &T_ENDS,
                    () if its + 1 == paragraph && !more => &T_HAS,
                    () if its + 1 == paragraph => &T_HAS_MORE,
                    () if its + 2 == paragraph => &T_TWO,
                    () => &T_FAR,
                }
            }
        };
        scene.push(statement(rule, mention, sentence), vec![content]);
        return;
    }
    let (rule, mention) = whose(scene, &clause, sentence, chunk, open, close);
    let rule = match rule.id {
        "t-fr-subject" => &T_SS_SUBJECT,
        "t-fr-other" => &T_SS_OTHER,
        _ => rule,
    };
    scene.push(statement(rule, mention, sentence), vec![content]);
}

/// The statement whose content ends last before a token.
fn last_before(scene: &Scene, token: usize) -> Option<usize> {
    let end = |s: &Statement| s.contents.iter().map(|c| c.end).filter(|&e| e <= token).max();
    (0..scene.statements().len()).filter_map(|i| Some((end(&scene.statements()[i])?, i))).max().map(|(_, i)| i)
}

/// Whose words in marks are inside a sentence of the reporter's.
fn whose(
    scene: &Scene,
    clause: &Clause,
    sentence: usize,
    chunk: usize,
    open: usize,
    close: usize,
) -> (&'static Rule, Option<Range<usize>>) {
    let text = scene.text;
    if let Some(m) = nearby::cue_behind(scene, clause, close) {
        return (&NEAR_CUE, Some(m));
    }
    if let Some(m) = nearby::possessor(text, clause, open) {
        return (&POSSESSOR, Some(m));
    }
    if let Some(m) = nearby::words_of(scene, clause, chunk) {
        return (&T_WORDS_OF, Some(m));
    }
    let same = scene.statements().iter().rev().find(|s| {
        s.sentence == sentence && s.contents.iter().any(|c| c.end <= open) && s.mention.is_some()
    });
    if let Some(s) = same {
        return (&T_SAME, s.mention.clone());
    }
    if let Some(m) = nearby::speaking_subject(scene, clause, chunk) {
        return (&T_FR_SUBJECT, Some(m));
    }
    let subject = source::subject_to_the_left(scene, clause, chunk);
    (&T_FR_OTHER, subject.map(|s| scene.mention(clause, &s)))
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
    if let Some(m) = nearby::inverted(scene, clause, colon) {
        return (&T_COLON_INV, Some(m));
    }
    // "She is sure that it is late: “…”": what was said goes on.
    let end = clause.chunks[colon].start;
    if let Some(s) = scene.owner(end - 1) {
        return (&T_COLON_ON, scene.statements()[s].mention.clone());
    }
    if let Some(m) = nearby::named_before(scene, clause, colon) {
        return (&T_COLON_NAME, Some(m));
    }
    if let Some(m) = nearby::speaking_subject(scene, clause, colon) {
        return (&T_COLON_SUBJ, Some(m));
    }
    (&COLON, source::subject_to_the_left(scene, clause, colon).map(|s| scene.mention(clause, &s)))
}

/// Words in marks that are part of the reporter's sentence.
fn fragment(scene: &mut Scene, sentence: usize, content: Range<usize>) {
    let clause = Clause::of(scene.text, sentence);
    let Some(chunk) = clause.chunk_at(content.start) else { return };
    let open = content.start.saturating_sub(1);
    let (rule, mention) = whose(scene, &clause, sentence, chunk, open, content.end);
    scene.push(statement(rule, mention, sentence), vec![content]);
}

/// What is left at the end of the article.
pub(super) fn finish(_scene: &mut Scene) {}
