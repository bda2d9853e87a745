//! What the reporter adds behind a break in a content, as the limits ask for it: a clause that tells of a name, an occasion, a comparison,
//! a comment. Where the reporter's own sentence goes on is asked in `breaks`.

use super::breaks::{REACH, runs_to_end, subject_and_verb};
use super::content::Break;
use super::edges::sentence_end;
use crate::lexicon::CueClass;
use crate::text::clause::Clause;
use crate::text::{Chunk, ChunkKind, Tag};
use crate::words::Class;

/// *, who had blasted it*, of a name, with nothing of the main clause's behind it.
pub(super) fn tells_of_name(b: &Break) -> bool {
    let clause = &b.site.clause;
    if !b.is_kind(ChunkKind::Comma) || !clause.is_word(b.at + 1, &["who", "whom", "whose"]) {
        return false;
    }
    let named = clause.before(b.at).is_some_and(|n| clause.is_name(n));
    // "called it a mess, in response to Berg, who said it was late"
    let says = || {
        clause.is_word(b.at + 1, &["who"])
            && clause.chunks.get(b.at + 2).is_some_and(Chunk::is_finite)
            && clause.class(b.at + 2).contains(Class::SPEECH_CUE)
            && !(b.at + 1..sentence_end(b.site)).take(REACH).any(|i| clause.kind(i) == Some(ChunkKind::Comma))
    };
    named && (clause.has_clause(b.from, b.at) || says()) && runs_to_end(b)
}

/// Whether a comma closes the relative clause at a break and the content goes on: *the flaw, which she calls “Blue,” to the firm*.
fn goes_on_behind_comma(b: &Break) -> bool {
    let clause = &b.site.clause;
    let end = sentence_end(b.site);
    let close = (b.at + 2..end).take(REACH).find(|&i| clause.kind(i) == Some(ChunkKind::Comma));
    let next = close.map(|c| clause.at_or_after(c + 1)).filter(|&n| n < end);
    next.is_some_and(|n| clause.is_word(n, &["to", "in", "into", "from", "and"]))
}

/// *, which he called a mess*: a judgement of the cue's own subject on what was said.
pub(super) fn tells_of_which(b: &Break) -> bool {
    let clause = &b.site.clause;
    let is_which = b.is_kind(ChunkKind::Comma) && clause.is_word(b.at + 1, &["which", "who", "whom"]);
    let verb = (b.at + 3..b.at + 5).find(|&v| clause.chunks.get(v).is_some_and(Chunk::is_finite));
    is_which
        && clause.is_word(b.at + 2, &["he", "she", "they", "it"])
        && !goes_on_behind_comma(b)
        && verb.is_some_and(|v| clause.class(v).intersects(Class::CUE | Class::STANCE))
}

/// *“…” in a statement on Monday.*: where somebody said so, up to the end of the sentence.
pub(super) fn tells_occasion(b: &Break) -> bool {
    let clause = &b.site.clause;
    if !b.is_kind(ChunkKind::Prep) {
        return false;
    }
    let np = b.at + 1;
    let own = clause.is_word(np, &["a", "an", "his", "her", "their", "its"]);
    let spoken = clause.is_word(b.at, &["in", "during", "on"]) && clause.is_nominal(np) && own;
    spoken && clause.is_occasion(np) && clause.adjuncts_end(b.at) >= sentence_end(b.site)
}

/// *, up from 12*, *, double the figure of May*, *, far more than the rest*: figures put side by side.
pub(super) fn compares(b: &Break) -> bool {
    const FIRST: &[&str] = &["up", "down", "well", "far", "less", "more", "fewer", "roughly", "about"];
    const TIMES: &[&str] = &["double", "twice", "triple"];
    const SIDE: &[&str] = &["than", "from", "above", "below", "number", "double", "twice", "triple"];
    let clause = &b.site.clause;
    let times = clause.is_word(b.at + 1, TIMES);
    if !b.is_kind(ChunkKind::Comma) || !times && !clause.is_word(b.at + 1, FIRST) {
        return false;
    }
    let behind = clause.chunks[b.at + 1].start + 1;
    let end = clause.chunks.get(sentence_end(b.site)).map_or(clause.text.tokens.len(), |c| c.start);
    let is_one_of = |t: usize, words: &[&str]| words.iter().any(|w| w.eq_ignore_ascii_case(clause.text.word(t)));
    let side = if times {
        behind < end && is_one_of(behind, &["the", "that", "what", "as", "its", "their"])
    } else {
        (behind..end.min(behind + 4)).any(|t| is_one_of(t, SIDE))
    };
    side && clause.has_clause(b.from, b.at)
}

/// *, while 13 percent were unsure*: what others answered, behind what some did.
pub(super) fn others_answered(b: &Break) -> bool {
    let clause = &b.site.clause;
    let whilst = clause.is_word(b.next, &["while", "whilst"]);
    let next = b.next + whilst as usize;
    let start = clause.chunks.get(next).map_or(clause.text.tokens.len(), |c| c.start);
    let is_number = |t: usize| clause.text.tokens.get(t).is_some_and(|t| t.tag == Tag::Num);
    let percent = |t: usize| t < clause.text.tokens.len() && matches!(clause.text.word(t), "%" | "percent");
    // "on Sept. 11, 2001": a year is no share.
    let number = is_number(start) && (whilst || percent(start + 1) || clause.text.word(start).ends_with('%'));
    b.is_kind(ChunkKind::Comma)
        && number
        && b.site.cue.class != CueClass::Document
        && clause.has_clause(b.from, b.at)
        && subject_and_verb(clause, next).is_some()
}

/// *the first time*, *the latest blow*, *the highest figure*.
fn ranks(clause: &Clause, np: usize) -> bool {
    let chunk = &clause.chunks[np];
    if chunk.end < chunk.start + 2 {
        return false;
    }
    let word = clause.text.word(chunk.start + 1);
    let ordinal = ["first", "second", "third", "latest", "last", "same"].iter().any(|w| w.eq_ignore_ascii_case(word));
    ordinal || word.len() > 5 && word.ends_with("est")
}

/// Nouns for words that point at something.
const REFERENCES: &[&str] = &["reference", "allusion", "nod", "jab", "swipe"];

pub(super) fn comments(b: &Break) -> bool {
    let clause = &b.site.clause;
    let closes = b.next == b.at + 2 && clause.kind(b.at + 1) == Some(ChunkKind::Mark);
    if !b.is_kind(ChunkKind::Comma) || b.next != b.at + 1 && !closes {
        return false;
    }
    let indefinite = clause.is_word(b.next, &["a", "an"]);
    let definite = clause.is_word(b.next, &["the"]) && (closes || ranks(clause, b.next));
    if !(indefinite || definite) || !closes && !clause.has_clause(b.from, b.at) {
        return false;
    }
    // "“a floating country club,” a reference to its launch": what the words refer to
    let refers =
        clause.is_word(b.next + 1, &["to"]) && REFERENCES.contains(&clause.text.word(clause.chunks[b.next].head));
    if indefinite && closes && refers {
        return true;
    }
    let Some(phrase) = clause.phrase_from(b.next) else { return false };
    // Nothing but the apposition and what hangs on it until the sentence ends.
    let end = sentence_end(b.site);
    // "a title the town has printed"
    let contact = indefinite
        && clause.is_nominal(phrase.chunks.end)
        && (phrase.chunks.end + 1..end).take(2).any(|v| clause.chunks[v].is_finite());
    contact
        || matches!(clause.kind(phrase.chunks.end), Some(ChunkKind::Wh | ChunkKind::That | ChunkKind::Verb) | None)
            && !clause.chunks.get(phrase.chunks.end).is_some_and(|c| closes && c.is_finite())
        || phrase.chunks.end >= end
}
