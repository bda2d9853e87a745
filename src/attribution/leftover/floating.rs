//! A paragraph that is a quote, or ends in one, with nothing beside it: whoever spoke goes on, or the other one of a dialogue answers.

use std::ops::Range;

use super::rules::{FLOATING, INTRODUCED, LABEL, NOBODY};
use super::{last_before, nearby};
use crate::attribution::scene::Scene;
use crate::attribution::{Rule, Statement};
use crate::text::clause::Clause;
use crate::text::{Tag, Text, TokenKind};
use crate::words::Class;

/// More tokens than a turn of a dialogue has that nobody is named for.
const LONG: usize = 10;

/// A quote that begins its paragraph, or stands behind sentences of the reporter's in it, with nothing beside it.
pub(super) fn floating(
    scene: &Scene,
    sentence: usize,
    open: usize,
    close: usize,
) -> (&'static Rule, Option<Range<usize>>) {
    let text = scene.text;
    let paragraph = text.sentences[sentence].paragraph;
    if sentence > 0 && text.sentences[sentence - 1].paragraph == paragraph {
        let before = Clause::of(text, sentence - 1);
        let told = nearby::speaking_subject(scene, &before, before.chunks.len());
        return (&INTRODUCED, told.or_else(|| nearby::told_of(scene, &before)));
    }
    if let Some(body) = body_above(text, paragraph) {
        return (&LABEL, Some(body));
    }
    let words_behind = (close + 1..text.sentences[sentence].tokens.end).any(|i| text.tokens[i].kind == TokenKind::Word);
    let Some(spoken) = last_before(scene, open).filter(|_| !words_behind) else {
        return (&NOBODY, None);
    };
    let last = &scene.statements()[spoken];
    let its = text.sentences[text.sentence_at(last.contents[0].start)].paragraph;
    // Whom a question was put to, answers; and where quotes follow one another without a cue, they alternate if two were talking.
    let end = last.contents.iter().map(|c| c.end).max().unwrap_or(0);
    let asked = end > 0 && text.word(end - 1) == "?" && text.passage_at(end - 1).is_some();
    let turns = last.rule.id == FLOATING.id && its + 1 == paragraph;
    if !(asked || turns) {
        if its + 2 == paragraph {
            if let Some(told) = nearby::told_of(scene, &Clause::of(text, sentence - 1)) {
                return (&INTRODUCED, Some(told));
            }
        }
        return (&FLOATING, main_speaker(scene, spoken).filter(|_| its + 2 >= paragraph));
    }
    // “Are those small?” Berg said: nobody was asked.
    let cue = last.cue.as_ref().map(|c| text.word(c.start).to_ascii_lowercase());
    let rhetorical = !turns
        && its + 1 == paragraph
        && cue.is_some_and(|c| !["ask", "wonder", "inquir", "quer", "demand"].iter().any(|a| c.starts_with(a)));
    // Long statements, one paragraph behind the other, are no dialogue: whoever speaks in the first speaks on.
    let statement = open + LONG < close && !matches!(text.word(close - 1), "?" | "!");
    let monologue = turns && !asked && statement && ends_paragraph(text, its, end);
    let same = || last.mention.clone().filter(|_| rhetorical || monologue);
    (&FLOATING, other_speaker(scene, last, its, paragraph).or_else(same))
}

/// A body's name that is all of the paragraph above: *Oslo Port Authority*, over what it says.
fn body_above(text: &Text, paragraph: usize) -> Option<Range<usize>> {
    const WORDS: std::ops::RangeInclusive<usize> = 2..=8;
    let above = text.paragraphs[paragraph.checked_sub(1).filter(|&above| above > 0)?].clone();
    let tokens = &text.tokens[above.clone()];
    let named = tokens.iter().all(|t| t.kind == TokenKind::Word && (t.is_capital() || t.is_small_in_titles()));
    let body = tokens.iter().any(|t| t.is(Class::GROUP)) && !tokens.iter().any(|t| t.tag.is_verb());
    (named && body && WORDS.contains(&tokens.len())).then_some(above)
}

/// Who speaks in statement `last` and goes on: not whom a relative clause tells of (*her critic, who called it late*), but who spoke before.
fn main_speaker(scene: &Scene, last: usize) -> Option<Range<usize>> {
    const REACH: usize = 16; // statements
    let text = scene.text;
    let relative = |m: &Range<usize>| m.len() == 1 && text.tokens[m.start].tag == Tag::Wh;
    let (before, from) = scene.statements().split_at(last);
    let mention = from[0].mention.as_ref()?;
    if !relative(mention) {
        return Some(mention.clone());
    }
    let paragraph = |s: &Statement| text.sentences[s.sentence].paragraph;
    let near = before.iter().rev().take(REACH).take_while(|s| paragraph(s) + 1 >= paragraph(&from[0]));
    near.filter_map(|s| s.mention.as_ref()).find(|m| !relative(m)).cloned()
}

/// Whether a paragraph has no words behind token `end`.
fn ends_paragraph(text: &Text, paragraph: usize, end: usize) -> bool {
    (end..text.paragraphs[paragraph].end).all(|i| text.tokens[i].kind != TokenKind::Word)
}

/// Who else takes part in a dialogue: the speaker of the quote before the last one, in the paragraph above it, if the two are told apart
/// (*he* and *she*, *I* and anybody, two names).
fn other_speaker(scene: &Scene, last: &Statement, its: usize, paragraph: usize) -> Option<Range<usize>> {
    let text = scene.text;
    let of = |s: &Statement| s.mention.clone().map(|m| text.word(m.end - 1).to_ascii_lowercase());
    let before = last_before(scene, last.contents.first()?.start).map(|s| &scene.statements()[s])?;
    let above = text.sentences[text.sentence_at(before.contents.first()?.start)].paragraph;
    let in_marks = before.contents.iter().any(|c| text.passage_at(c.start).is_some());
    if its + 1 != paragraph || above + 1 != its || !in_marks {
        return None;
    }
    let (a, b) = (of(before)?, of(last)?);
    let pronoun = |w: &str| matches!(w, "he" | "she" | "i" | "they");
    let told_apart = a != b && (pronoun(&a) == pronoun(&b) || a == "i" || b == "i");
    told_apart.then(|| before.mention.clone()).flatten()
}
