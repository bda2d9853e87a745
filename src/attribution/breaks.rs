//! What stands behind a break in a content: the questions that its limits ask. Which of them ends a content, the table in `content` says.

use super::Site;
use super::content::Break;
use super::edges::sentence_end;
use crate::lexicon::CueClass;
use crate::text::clause::Clause;
use crate::text::{Chunk, ChunkKind, Form, Text};
use crate::words::Class;

pub(super) fn next_cue(b: &Break) -> bool {
    let clause = &b.site.clause;
    let mut j = b.next;
    if clause.kind(j) == Some(ChunkKind::Sub) {
        j += 1;
        while clause.kind(j) == Some(ChunkKind::Adv) {
            j += 1;
        }
    }
    let Some(chunk) = clause.chunks.get(j) else { return false };
    let speech = |c: &Chunk| c.kind == ChunkKind::Verb && clause.text.tokens[c.head].is(Class::SPEECH_CUE);
    match chunk.kind {
        // ", while calling for"
        ChunkKind::Verb if chunk.form == Form::Ing && clause.kind(b.next) == Some(ChunkKind::Sub) => {
            clause.text.tokens[chunk.head].is(Class::CUE | Class::STANCE) && !chunk.passive
        }
        // ", saying", ", adding"
        ChunkKind::Verb if chunk.form == Form::Ing => {
            clause.text.tokens[chunk.head].is(Class::CUE) && !b.is_kind(ChunkKind::And)
        }
        // "and said", "but added"
        ChunkKind::Verb if chunk.is_finite() => {
            let complete = clause.has_clause(b.from, b.at)
                || !(b.from..b.at).any(|i| clause.chunks[i].is_finite())
                || matches!(clause.kind(j + 1), Some(ChunkKind::That | ChunkKind::Quote));
            // "and described the pitch as “…”": a judgement in marks of its own.
            let judges = clause.text.tokens[chunk.head].is(Class::STANCE)
                && (j + 1..clause.chunks.len())
                    .take_while(|&i| !clause.chunks[i].is_finite() && clause.kind(i) != Some(ChunkKind::Comma))
                    .any(|i| clause.kind(i) == Some(ChunkKind::Mark));
            (clause.text.tokens[chunk.head].is(Class::CUE) || judges) && same_form(b.site, chunk) && complete
        }
        // ", but Berg said", ", while others said": a new subject with a cue of its own
        ChunkKind::Np if !b.is_kind(ChunkKind::Sub) => {
            let Some(verb) = (j + 1..clause.chunks.len()).take(16).find(|&v| clause.chunks[v].is_finite()) else {
                return false;
            };
            let own = clause.subject_before(verb).is_some_and(|subject| subject.chunks.start == j);
            let complete = clause.has_clause(b.from, b.at) || b.is_kind(ChunkKind::Comma);
            let is_pronoun = clause.is_word(j, &["he", "she", "they"]) && b.is_kind(ChunkKind::Comma);
            let cue = |c: &Chunk| speech(c) || is_pronoun && clause.text.tokens[c.head].is(Class::CUE);
            own && cue(&clause.chunks[verb]) && same_form(b.site, &clause.chunks[verb]) && complete
        }
        _ => false,
    }
}

pub(super) fn same_form(site: &Site, chunk: &Chunk) -> bool {
    let own = site.clause.chunks[site.verb].form;
    own == chunk.form || !own.is_finite()
}

/// *As X vowed to go on, Y gave up*: a comma, a noun phrase and a finite verb behind a cue whose clause a conjunction opened.
pub(super) fn main_clause_follows(b: &Break) -> bool {
    let clause = &b.site.clause;
    if !b.is_kind(ChunkKind::Comma) || !clause.is_nominal(b.next) {
        return false;
    }
    let opened = (0..b.site.verb).rev().find(|&i| {
        matches!(clause.kind(i), Some(ChunkKind::Sub | ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Quote))
            || clause.is_word(i, &["when", "after", "as", "since", "while"])
    });
    let subordinate = opened.is_some_and(|i| {
        (i == 0 || i == 1)
            && (clause.kind(i) == Some(ChunkKind::Sub)
                || clause.is_word(i, &["when", "after", "as", "since", "while", "if"]))
    });
    // "other officials, including Moe, are", "27 of those who named one said": a verb of this subject, whatever is inserted.
    let own = (b.next + 1..clause.chunks.len())
        .take(16)
        .filter(|&v| clause.chunks[v].is_finite())
        .any(|v| clause.subject_before(v).is_some_and(|s| s.chunks.start == b.next));
    subordinate && (own || subject_and_verb(clause, b.next).is_some()) && clause_or_object(b)
}

/// *what X called Y*.
pub(super) fn is_free_relative(site: &Site) -> bool {
    let clause = &site.clause;
    clause
        .subject_before(site.verb)
        .is_some_and(|s| s.chunks.start > 0 && clause.is_word(s.chunks.start - 1, &["what"]))
}

/// *X, who said he would come, did not*.
pub(super) fn main_verb_follows(b: &Break) -> bool {
    let clause = &b.site.clause;
    b.is_kind(ChunkKind::Comma)
        && clause.chunks.get(b.next).is_some_and(Chunk::is_finite)
        && relative_open(clause, b.site.verb)
        && clause.has_clause(b.from, b.at)
}

pub(super) fn clause_behind_phrase(b: &Break) -> bool {
    let clause = &b.site.clause;
    let joins =
        b.is_kind(ChunkKind::And) || b.is_kind(ChunkKind::Comma) && clause.kind(b.at + 1) == Some(ChunkKind::And);
    if !joins {
        return false;
    }
    let is_clause = matches!(clause.kind(b.from), Some(ChunkKind::That | ChunkKind::Wh | ChunkKind::Sub))
        || (b.from..b.at).any(|i| clause.chunks[i].is_finite());
    // "said Kerry and Lavrov would": the first half of a subject is no phrase of its own.
    let is_phrase = || {
        b.site.cue.class == CueClass::Act
            || (b.from..b.at)
                .any(|i| clause.kind(i) == Some(ChunkKind::Verb) && clause.chunks[i].form == Form::Infinitive)
    };
    if is_clause || !is_phrase() {
        return false;
    }
    let Some(next) = clause.chunks.get(b.next) else { return false };
    let own = &clause.chunks[b.site.verb];
    let shared = next.kind == ChunkKind::Verb
        && (next.is_finite() && next.form != Form::Present || next.form == Form::Ing && own.form == Form::Ing);
    shared || subject_and_verb(clause, b.next).is_some()
}

/// Whether a verb stands in a relative clause that a comma opened and none has closed: *X, who came and said*.
fn relative_open(clause: &Clause, verb: usize) -> bool {
    let opened = (0..verb).rev().find(|&i| clause.kind(i) == Some(ChunkKind::Comma));
    opened.is_some_and(|i| clause.kind(i + 1) == Some(ChunkKind::Wh) && clause.is_word(i + 1, &["who", "which"]))
}

/// *X said it was over, but left*.
pub(super) fn verb_goes_on(b: &Break) -> bool {
    let clause = &b.site.clause;
    let Some(verb) = clause.chunks.get(b.next).filter(|c| c.is_finite() && c.form != Form::Modal) else { return false };
    b.is_kind(ChunkKind::Comma)
        && clause.kind(b.at + 1) == Some(ChunkKind::And)
        && same_form(b.site, verb)
        && clause.has_clause(b.from, b.at)
}

/// Whether the content up to the break is complete: it holds a clause, or the cue governs no clause.
fn clause_or_object(b: &Break) -> bool {
    b.site.clause.has_clause(b.from, b.at) || !matches!(b.site.clause.kind(b.from), Some(ChunkKind::That))
}

/// A noun phrase at `i` and the finite verb it is the subject of, with nothing but its own modifiers between.
fn subject_and_verb(clause: &Clause, i: usize) -> Option<usize> {
    if !clause.is_nominal(i) {
        return None;
    }
    let mut j = i + 1;
    while matches!(
        clause.kind(j),
        Some(
            ChunkKind::Prep
                | ChunkKind::Np
                | ChunkKind::Adv
                | ChunkKind::Time
                | ChunkKind::Open
                | ChunkKind::Close
                | ChunkKind::Mark
                | ChunkKind::And
        )
    ) {
        j += 1;
    }
    clause.chunks.get(j).filter(|c| c.is_finite()).map(|_| j)
}

/// Past or present, by the first word of a verb group.
fn is_past(text: &Text, chunk: &Chunk) -> bool {
    match chunk.form {
        Form::Past => true,
        Form::Modal => {
            let word = text.word(chunk.start).to_ascii_lowercase();
            ["would", "could", "might", "should", "'d", "’d"].iter().any(|m| word.starts_with(m))
        }
        _ => false,
    }
}

pub(super) fn tense_breaks(b: &Break) -> bool {
    let clause = &b.site.clause;
    let comma = b.is_kind(ChunkKind::Comma);
    let conjunction =
        clause.is_word(b.at + 1, &["but", "and", "while", "though", "although"]) || clause.is_word(b.at, &["but"]);
    let relative = clause.kind(b.next) == Some(ChunkKind::Wh)
        && b.next == b.at + 1
        && clause.is_word(b.next, &["which", "who", "when", "where"]);
    if !(comma && (conjunction || relative)) {
        return false;
    }
    let mut start = b.next;
    if matches!(clause.kind(start), Some(ChunkKind::Sub)) {
        start += 1;
    }
    let verb = if relative {
        (b.next + 1..clause.chunks.len()).take(4).find(|&v| clause.chunks[v].is_finite())
    } else {
        subject_and_verb(clause, start)
    };
    let Some(verb) = verb else { return false };
    let Some(first) = (b.from..b.at).find(|&v| clause.chunks[v].is_finite()) else { return false };
    let cue = &clause.chunks[b.site.verb];
    if !cue.is_finite() {
        return false;
    }
    let (cue_past, content_past, next_past) = (
        is_past(clause.text, cue),
        is_past(clause.text, &clause.chunks[first]),
        is_past(clause.text, &clause.chunks[verb]),
    );
    cue_past && content_past && !next_past || !cue_past && !content_past && next_past
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
    let Some(phrase) = clause.phrase_from(b.next) else { return false };
    // Nothing but the apposition and what hangs on it until the sentence ends.
    let end = sentence_end(b.site);
    matches!(clause.kind(phrase.chunks.end), Some(ChunkKind::Wh | ChunkKind::That | ChunkKind::Verb) | None)
        && !clause.chunks.get(phrase.chunks.end).is_some_and(|c| closes && c.is_finite())
        || phrase.chunks.end >= end
}
