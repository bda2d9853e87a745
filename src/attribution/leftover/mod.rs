//! Quotes that no cue beside them claims: a quote that goes on behind its cue's sentence or over paragraphs, a quote behind a label or
//! a colon, fragments in a sentence of the reporter's, and quotes that float.

use std::ops::Range;

mod floating;
mod rules;

use super::nearby;
use super::scene::Scene;
use super::{Rule, Statement};
use crate::quotes;
use crate::text::clause::{Clause, Phrase};
use crate::text::{ChunkKind, Tag, Text, TokenKind};
use crate::words::Class;
pub(super) use rules::RULES;
use rules::{
    CARRIED_ON, COLON, FLOATING, FRAGMENT, INTRODUCED, LABEL, NEAR_CUE, NOBODY, POSSESSOR, SAME_SENTENCE, SIGNATURE,
    SUBJECT_OF_SENTENCE,
};

/// What a work's title stands behind, with a colon.
const REVIEWS: &[&str] = &["review", "reviews", "preview", "trailer", "recap", "premiere"];

/// Why words in marks are nobody's.
#[derive(Clone, Copy)]
pub enum Passed {
    /// Single marks inside a sentence are apostrophes, terms or a quote in a quote, unless the article quotes in them.
    Single,
    /// A sign says that they are no speech.
    NotSpeech(&'static quotes::Sign),
}

/// Whether a passage that no cue governs is left alone, and why; of quoted sentences, those that go on with nobody's words.
pub(crate) fn passed_over(text: &Text, p: usize) -> Option<Passed> {
    let passage = &text.passages[p];
    if text.blocks[p] {
        let heading = nearby::is_heading(text, passage).then_some(Passed::Single);
        return heading.or_else(|| quotes::standing_not_speech(text, passage).map(Passed::NotSpeech));
    }
    if passage.single && !text.single_marks {
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
        if !scene.is_free(&content) {
            continue;
        }
        let passed = passed_over(scene.text, p);
        if matches!(passed, Some(Passed::NotSpeech(sign)) if sign.id == quotes::DIRECTION) {
            continue;
        }
        if scene.text.blocks[p] && !matches!(passed, Some(Passed::Single)) {
            standing(scene, sentence, p, content);
        } else if passed.is_none() {
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
    if quotes::is_inscribed(text, p) {
        return;
    }
    if let Some(mention) = nearby::verb_behind(scene, &clause, passage) {
        push(scene, &NEAR_CUE, Some(mention), sentence, content);
        return;
    }
    // NAME: “Q”, or a clause and a colon
    if let Some((rule, mention)) = colon_before(scene, &clause, chunk, sentence) {
        // "made two films: “The Long Quay” (1975)"
        let work = || quotes::standing_not_speech(text, passage).is_some_and(|sign| sign.id == "work");
        // "Film review: “The Long Quay”"
        let reviews = |m: &Range<usize>| REVIEWS.iter().any(|r| r.eq_ignore_ascii_case(text.word(m.end - 1)));
        let reviewed = || mention.as_ref().is_some_and(reviews) && quotes::is_title_case(text, passage);
        if rule.id == COLON.id && work() || rule.id == LABEL.id && reviewed() {
            return;
        }
        push(scene, rule, mention, sentence, content);
        return;
    }
    if let Some(mention) = nearby::signature(scene, passage) {
        push(scene, &SIGNATURE, Some(mention), sentence, content);
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
    let (rule, mention) = if let Some(mention) = nearby::inverted(scene, &clause, chunk) {
        (&NEAR_CUE, Some(mention))
    } else if nearby::goes_on(&clause, chunk) {
        (&FLOATING, spoke_last(scene, open))
    } else if !only_quotes {
        let (rule, mention) = whose(scene, &clause, sentence, chunk, open, close);
        (if rule.id == FRAGMENT.id { &SUBJECT_OF_SENTENCE } else { rule }, mention)
    } else {
        // What the paragraph has said goes on.
        // Statements come by sentence: those of the paragraph are the last ones.
        let mut own = scene.statements().iter().rev().take_while(|s| in_paragraph(s));
        let last = own.position(|s| s.sentence < sentence).map(|back| scene.statements().len() - 1 - back);
        if let Some(last) = last {
            let of_sentence = scene.statements()[last].sentence;
            // The turns of a transcript were taken before.
            let same = |i: &usize| scene.statements()[*i].sentence == of_sentence;
            let first = (0..=last).rev().take_while(same).last().unwrap_or(last);
            if of_sentence + 1 == sentence {
                scene.add_content(first, content);
                return;
            }
            // A sentence of the reporter's between the two parts them: whom it tells of, speaks.
            let before = Clause::of(text, sentence - 1);
            let told = nearby::speaking_subject(scene, &before, before.chunks.len())
                .filter(|m| text.tokens[m.end - 1].tag == Tag::Name);
            match told {
                Some(mention) => (&INTRODUCED, Some(mention)),
                None => (&FLOATING, scene.statements()[first].mention.clone()),
            }
        } else {
            floating::floating(scene, sentence, open, close)
        }
    };
    // What nobody plainly says may be a title.
    if rule.id != POSSESSOR.id && rule.id != NEAR_CUE.id && passed_over(text, p).is_some() {
        return;
    }
    push(scene, rule, mention, sentence, content);
}

/// Adds a statement; without words for a source it is nobody's.
fn push(scene: &mut Scene, rule: &'static Rule, mention: Option<Range<usize>>, sentence: usize, content: Range<usize>) {
    let rule = if mention.is_some() { rule } else { &NOBODY };
    let titled = |p| quotes::is_lone_title(scene.text, &scene.text.passages[p]);
    if mention.is_none()
        && (is_phrase(scene.text, &content) || scene.text.passage_at(content.start).is_some_and(titled))
    {
        return;
    }
    scene.push(statement(rule, mention, sentence), vec![content]);
}

/// Up to four words in small letters: with nobody near, a term rather than somebody’s words (33 of 54 are somebody’s in PolNeAR’s training
/// articles, none of 5 outside politics).
fn is_phrase(text: &Text, content: &Range<usize>) -> bool {
    let words = text.tokens[content.clone()].iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number));
    words.clone().count() <= 4 && words.clone().all(|t| !t.is_capital() && !t.is(Class::FIRST_PERSON))
}

fn spoke_last(scene: &Scene, token: usize) -> Option<Range<usize>> {
    last_before(scene, token).and_then(|s| scene.statements()[s].mention.clone())
}

/// The statement whose content ends last before a token.
fn last_before(scene: &Scene, token: usize) -> Option<usize> {
    let end = |s: &Statement| s.contents.iter().map(|c| c.end).filter(|&e| e <= token).max();
    // Statements come nearly in the order of the text: a few of the last are enough.
    let all = scene.statements();
    (all.len().saturating_sub(32)..all.len()).filter_map(|i| Some((end(&all[i])?, i))).max().map(|(_, i)| i)
}

/// The statements of the sentence that is being read, the last first.
fn of_sentence<'s>(scene: &'s Scene, sentence: usize) -> impl Iterator<Item = &'s Statement> {
    // Turns are decided first, the others sentence by sentence: no need to look through all that was said in the article.
    let (turns, others) = scene.statements().split_at(scene.statements().partition_point(Statement::is_turn));
    let behind = turns.partition_point(|s| s.sentence <= sentence);
    let its = move |s: &&Statement| s.sentence == sentence;
    others.iter().rev().take_while(its).chain(turns[..behind].iter().rev().take_while(its))
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
    if let Some(m) = nearby::words_of(scene, clause, chunk).or_else(|| nearby::predicate_of(scene, clause, chunk)) {
        return (&POSSESSOR, Some(m));
    }
    let said_before = |s: &&Statement| s.contents.iter().any(|c| c.end <= open) && s.mention.is_some();
    if let Some(s) = of_sentence(scene, sentence).find(said_before) {
        return (&SAME_SENTENCE, s.mention.clone());
    }
    // "Berg was charged with “late tides”": by others.
    // "We hear of “late tides”", "what the law means by “late tides”": whose words they are is not told.
    const RECEIVING: &[&str] = &["hear", "hears", "heard", "mean", "means", "meant"];
    let verb = (0..chunk).rev().find(|&v| clause.chunks[v].is_finite());
    let received = |v: usize| RECEIVING.contains(&text.word(clause.chunks[v].head));
    if verb.is_some_and(|v| clause.chunks[v].passive || received(v)) {
        return (&NOBODY, None);
    }
    (&FRAGMENT, nearby::speaking_subject(scene, clause, chunk))
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
    let dash = (0..colon)
        .rev()
        .take_while(|&i| !clause.chunks[i].is_finite())
        .find(|&i| clause.kind(i) == Some(ChunkKind::Dash));
    if !has_verb || dash.is_some() {
        // "BERG, at a rally:", "Ines Berg, harbor master:", but "The harbor master, INES BERG:"
        let described = || (2..colon).rev().find(|&i| clause.is_nominal(i)).is_some_and(|i| !clause.is_name(i));
        let apart = matches!(clause.kind(2), Some(ChunkKind::Prep | ChunkKind::Time)) || described();
        let named = clause.is_name(0) && clause.kind(1) == Some(ChunkKind::Comma) && apart;
        // "Ines Varga (Conservative, Mid Lund):"
        let bracket = colon > 0 && clause.kind(colon - 1) == Some(ChunkKind::Close);
        let opened = (0..colon).rev().find(|&i| bracket && clause.kind(i) == Some(ChunkKind::Open));
        // The last noun phrase before the colon: "Senator Doe:", "LIVE — Jane Doe:"
        let last = || (0..opened.filter(|&o| o > 0).unwrap_or(colon)).rev().find(|&i| clause.is_nominal(i));
        let label = if named { Some(0) } else { last() };
        let phrase = label.map(|i| (clause.phrase_start(i), i + 1)).filter(|&(start, _)| {
            // "On the American dream:", "Tunisia attack:": what it is about
            const ABOUT: &[&str] = &["on", "about", "to", "after", "before", "with", "during", "in", "for", "of"];
            let governed = start > 0 && clause.is_word(start - 1, ABOUT);
            let speaks = clause.is_name(start) || clause.class(start).contains(Class::DOCUMENT);
            (!governed || speaks) && !scene.text.is_thing(clause.chunks[start].head)
        });
        let mention = phrase.map(|(start, end)| scene.mention(clause, &Phrase { chunks: start..end, head: start }));
        return (&LABEL, mention);
    }
    if let Some(m) = nearby::inverted(scene, clause, colon)
        .or_else(|| nearby::presented(scene, clause, colon))
        .or_else(|| nearby::predicate_of(scene, clause, colon))
    {
        return (&COLON, Some(m));
    }
    // "She is sure that it is late: “…”": what was said goes on.
    let end = clause.chunks[colon].start;
    if let Some(s) = scene.owner(end - 1) {
        return (&COLON, scene.statements()[s].mention.clone());
    }
    if let Some(m) = nearby::named_before(scene, clause, colon) {
        return (&COLON, Some(m));
    }
    // "It was late, according to “Tide” magazine: “…”"
    let ends = |m: &Range<usize>| m.end == end;
    let of_source = scene.statements().iter().rev().take(4).filter_map(|s| s.mention.clone()).find(ends);
    if of_source.is_some() {
        return (&COLON, of_source);
    }
    let mention = nearby::speaking_subject(scene, clause, colon).or_else(|| nearby::cue_before(scene, clause, colon));
    (&COLON, mention)
}

/// Words in marks that are part of the reporter's sentence.
fn fragment(scene: &mut Scene, sentence: usize, content: Range<usize>) {
    let clause = Clause::of(scene.text, sentence);
    let Some(chunk) = clause.chunk_at(content.start) else { return };
    let open = content.start.saturating_sub(1);
    // “They agree, but they aren't there yet” to support it: behind a quote of its paragraph, the same speaker goes on.
    let range = &scene.text.sentences[sentence].tokens;
    if open == range.start
        && scene.text.tokens[content.start].is_capital()
        && clause.has_clause(chunk, clause.chunks.len())
    {
        if let Some(mention) = last_in_paragraph(scene, sentence, open, 1).and_then(|s| s.mention.clone()) {
            push(scene, &FLOATING, Some(mention), sentence, content);
            return;
        }
    }
    let (rule, mention) = whose(scene, &clause, sentence, chunk, open, content.end);
    let unclaimed = mention.is_none() && rule.id != NOBODY.id;
    match spoke_in_paragraph(scene, sentence, &content).filter(|_| unclaimed) {
        Some(goes_on) => push(scene, &FLOATING, Some(goes_on), sentence, content),
        None => push(scene, rule, mention, sentence, content),
    }
}

/// Whose words a clause in marks is that no subject of its sentence says, behind a quote of its paragraph: *“It is late,” Berg said. The
/// port “has to be closed at once.”*
fn spoke_in_paragraph(scene: &Scene, sentence: usize, content: &Range<usize>) -> Option<Range<usize>> {
    const NEAR: usize = 2; // sentences
    const SHORTEST: usize = 4; // words
    let text = scene.text;
    let words = text.tokens[content.clone()].iter().filter(|t| t.kind == TokenKind::Word).count();
    let last = last_in_paragraph(scene, sentence, content.start, NEAR)?;
    let quoted = last.rule.confidence >= 0.75 && last.contents.iter().any(|c| text.passage_at(c.start).is_some());
    last.mention.clone().filter(|_| quoted && words >= SHORTEST)
}

/// The last statement before a token of a sentence, if it is of the `near` sentences before it in the same paragraph.
fn last_in_paragraph<'s>(scene: &'s Scene, sentence: usize, token: usize, near: usize) -> Option<&'s Statement> {
    let paragraph = |s: usize| scene.text.sentences[s].paragraph;
    let last = last_before(scene, token).map(|s| &scene.statements()[s])?;
    let is_near = last.sentence < sentence && sentence - last.sentence <= near;
    (is_near && paragraph(last.sentence) == paragraph(sentence)).then_some(last)
}
