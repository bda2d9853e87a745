//! What stands behind a break in a content, as its limits ask for it: another cue, a verb, the main clause. Which of them ends a content,
//! the table in `limits` says; what the reporter adds is in `asides`.

use super::Site;
use super::content::Break;
use super::edges::sentence_end;
use crate::lexicon::{CueClass, Frames};
use crate::text::clause::Clause;
use crate::text::{Chunk, ChunkKind, Form, Tag, Text};
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
        // ", saying", ", adding", ", describing it as “a mess”"
        ChunkKind::Verb if chunk.form == Form::Ing => {
            let token = &clause.text.tokens[chunk.head];
            let judges = b.is_kind(ChunkKind::Comma) && token.is(Class::STANCE) && has_marks(clause, j);
            (token.is(Class::CUE) || judges) && !b.is_kind(ChunkKind::And)
        }
        // "and said", "but added"
        ChunkKind::Verb if chunk.is_finite() && !chunk.passive => {
            let complete = clause.has_clause(b.from, b.at)
                || !(b.from..b.at).any(|i| clause.chunks[i].is_finite())
                || matches!(clause.kind(j + 1), Some(ChunkKind::That | ChunkKind::Quote));
            // "and described the pitch as “…”": a judgement in marks of its own.
            let judges = clause.text.tokens[chunk.head].is(Class::STANCE) && has_marks(clause, j);
            let acts = clause.text.tokens[chunk.head].is(Class::STANCE) && acts_again(b, chunk);
            (clause.text.tokens[chunk.head].is(Class::CUE) || judges || acts) && same_form(b.site, chunk) && complete
        }
        // ", but Berg said", ", while others said": a new subject with a cue of its own
        ChunkKind::Np if !b.is_kind(ChunkKind::Sub) => {
            let finite = |v: &usize| clause.chunks[*v].is_finite();
            let its = |v: &usize| clause.subject_before(*v).is_some_and(|subject| subject.chunks.start == j);
            // "but Berg, whose boat was late, said": the verb that is his.
            let mut verbs = (j + 1..clause.chunks.len()).take(16).filter(finite);
            let Some(first) = verbs.next() else { return false };
            let place = clause.class(j).contains(Class::PLACE);
            let verb = if its(&first) { Some(first) } else { verbs.find(|v| !place && its(v)) };
            let Some(verb) = verb else { return false };
            let complete = clause.has_clause(b.from, b.at) || b.is_kind(ChunkKind::Comma);
            let is_pronoun = clause.is_word(j, &["he", "she", "they"]) && b.is_kind(ChunkKind::Comma);
            let cue = |c: &Chunk| speech(c) || is_pronoun && clause.text.tokens[c.head].is(Class::CUE);
            // ", mayor Tom Berg described it as “a mess”"
            let judges = b.is_kind(ChunkKind::Comma)
                && clause.text.tokens[clause.chunks[verb].head].is(Class::STANCE)
                && has_marks(clause, verb);
            (cue(&clause.chunks[verb]) || judges) && same_form(b.site, &clause.chunks[verb]) && complete
        }
        _ => false,
    }
}

/// Whether words in marks stand behind verb `j`, with no comma and no finite verb between.
fn has_marks(clause: &Clause, j: usize) -> bool {
    (j + 1..clause.chunks.len())
        .take_while(|&i| !clause.chunks[i].is_finite() && clause.kind(i) != Some(ChunkKind::Comma))
        .any(|i| clause.kind(i) == Some(ChunkKind::Mark))
}

/// *shouting “Late!” and throwing stones*, *called it “late” before leaving*: behind a closing mark a participle that goes on with the
/// cue, or tells what came next.
pub(super) fn acts_behind_marks(b: &Break) -> bool {
    let clause = &b.site.clause;
    let ing = |i: usize| clause.chunks.get(i).is_some_and(|c| c.kind == ChunkKind::Verb && c.form == Form::Ing);
    if clause.kind(b.at - 1) != Some(ChunkKind::Mark) {
        return false;
    }
    let joined =
        b.is_kind(ChunkKind::And) && b.site.clause.chunks[b.site.verb].form == Form::Ing && !(b.from..b.at).any(ing);
    let then = clause.is_word(b.at, &["before", "after", "while", "without"]);
    ing(b.at + 1) && (joined || then)
}

/// *said it was late and accused the firm of …*: an act told of in the past tense or of one, behind a content whose own verb is no perfect,
/// of which *accused* could be a second participle, and no past tense of another verb, which *accused* could go on with.
fn acts_again(b: &Break, chunk: &Chunk) -> bool {
    let clause = &b.site.clause;
    let tag = |c: &Chunk| clause.text.tokens[c.start].tag;
    let shares = |i: usize| {
        let verb = &clause.chunks[i];
        verb.is_finite()
            && (tag(verb) == Tag::Have
                || verb.form == Form::Past && !verb.passive && !clause.text.tokens[verb.head].is(Class::BE))
    };
    let joined = b.next.checked_sub(1).is_some_and(|i| clause.is_word(i, &["and", "but"]));
    joined && (chunk.form == Form::Past || tag(chunk) == Tag::VerbS) && !(b.from..b.at).any(shares)
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
    const OPENERS: &[&str] =
        &["when", "after", "as", "since", "while", "whilst", "if", "once", "before", "until", "because"];
    let opens = |i: usize| clause.kind(i) == Some(ChunkKind::Sub) || clause.is_word(i, OPENERS);
    let opened = (0..b.site.verb)
        .rev()
        .find(|&i| opens(i) || matches!(clause.kind(i), Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Quote)));
    // "Declaring it was late, the mayor left"
    // "With polls showing her behind, she left": no verb stands before a participle of what hangs on the main clause.
    let participle = clause.chunks[b.site.verb].form == Form::Ing
        && (b.site.verb <= 1 || clause.kind(0) == Some(ChunkKind::Prep))
        && first_of_clause(clause, b.site.verb);
    // "In what may be the first time that they agreed on it, the port is …"
    let free = clause.kind(0) == Some(ChunkKind::Prep) && clause.is_word(1, &["what"]);
    let subordinate = participle || free || opened.is_some_and(|i| i <= 1 && opens(i));
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
        && clause.kind(b.at + 1) != Some(ChunkKind::And)
        && (relative_open(clause, b.site.verb) || aside_open(clause, b.site.verb))
        && (clause.has_clause(b.from, b.at)
            || clause.chunks[b.from].form == Form::Infinitive
            // "which has claimed nearly all such attacks, reported": no verb comes without its comma behind a subject.
            || !(b.from..b.at).any(|i| clause.kind(i) == Some(ChunkKind::Comma)))
}

/// *X -- who called it “late” -- came*, *a man who called it “late” came*.
pub(super) fn relative_ends(b: &Break) -> bool {
    let clause = &b.site.clause;
    let verb = b.is_kind(ChunkKind::Verb) && !(b.from..b.at).any(|i| clause.chunks[i].is_finite());
    match b.opener {
        Some(ChunkKind::Dash) => verb || b.is_kind(ChunkKind::Dash),
        Some(ChunkKind::Np) => verb,
        _ => false,
    }
}

/// What stands before the *who* whose verb the cue is.
pub(super) fn relative_opener(site: &Site) -> Option<ChunkKind> {
    let clause = &site.clause;
    let beside = |i: usize| matches!(clause.kind(i), Some(ChunkKind::Adv | ChunkKind::Time));
    let who = (0..site.verb).rev().take(REACH).find(|&i| !beside(i))?;
    let before = who.checked_sub(1).filter(|_| clause.is_word(who, &["who", "which", "that"]))?;
    clause.kind(before)
}

/// Whether a participle that is a cue stands in an aside of the subject's: *Berg, suggesting it was late, left*.
fn aside_open(clause: &Clause, verb: usize) -> bool {
    let opened = verb.checked_sub(1).is_some_and(|i| clause.kind(i) == Some(ChunkKind::Comma));
    opened && clause.chunks[verb].form == Form::Ing && first_of_clause(clause, verb)
}

/// How far a break looks about, in chunks: what is longer is a list.
pub(super) const REACH: usize = 64;

/// Whether nothing that stands behind the relative clause or phrase at a break could be the verb of what stands before it.
pub(super) fn runs_to_end(b: &Break) -> bool {
    let clause = &b.site.clause;
    let end = sentence_end(b.site);
    !(b.at + 2..end)
        .take(REACH)
        .any(|i| clause.kind(i) == Some(ChunkKind::Comma) && clause.chunks.get(i + 1).is_some_and(Chunk::is_finite))
}

/// Whether no finite verb stands before chunk `verb`.
fn first_of_clause(clause: &Clause, verb: usize) -> bool {
    verb <= REACH && !(0..verb).any(|i| clause.chunks[i].is_finite())
}

pub(super) fn clause_behind_phrase(b: &Break) -> bool {
    let clause = &b.site.clause;
    let joins =
        b.is_kind(ChunkKind::And) || b.is_kind(ChunkKind::Comma) && clause.kind(b.at + 1) == Some(ChunkKind::And);
    if !joins {
        return false;
    }
    let behind_that =
        b.is_kind(ChunkKind::And) && b.from.checked_sub(1).is_some_and(|i| clause.kind(i) == Some(ChunkKind::That));
    let is_clause = behind_that
        || matches!(clause.kind(b.from), Some(ChunkKind::That | ChunkKind::Wh | ChunkKind::Sub))
        || (b.from..b.at).any(|i| clause.chunks[i].is_finite() && !names(clause, i));
    // "said Kerry and Lavrov would": the first half of a subject is no phrase of its own.
    let is_phrase = || {
        let object = b.site.cue.frames.contains(Frames::NP) && clause.is_nominal(b.from);
        b.site.cue.class == CueClass::Act
            || object && !clause.has_clause(b.from, b.at)
            || (b.from..b.at)
                .any(|i| clause.kind(i) == Some(ChunkKind::Verb) && clause.chunks[i].form == Form::Infinitive)
    };
    if is_clause || !is_phrase() {
        return false;
    }
    // "acknowledged the mayor and Berg had met": with no comma the second noun phrase may share the verb.
    let apart = !clause.is_nominal(b.from) || b.site.cue.class == CueClass::Act || b.is_kind(ChunkKind::Comma);
    let Some(next) = clause.chunks.get(b.next) else { return false };
    let own = &clause.chunks[b.site.verb];
    // "called it “late” and has left"
    let has = clause.text.tokens[next.start].tag == Tag::Have;
    // "called it “Late” and “Broken Boats”": a capital in marks is no verb of the reporter's.
    let shared = next.kind == ChunkKind::Verb
        && !clause.text.tokens[next.start].is_capital()
        && (next.is_finite() && (next.form != Form::Present || b.site.cue.class == CueClass::Act && has)
            || next.form == Form::Ing && own.form == Form::Ing && !clause.is_word(b.at, &["or"]));
    // "to leave, and by noon the road was empty"
    shared || apart && subject_and_verb(clause, clause.adjuncts_end(b.next)).is_some()
}

/// *a firm called Larkrise*: a participle that the tagger takes for a past tense.
fn names(clause: &Clause, i: usize) -> bool {
    clause.is_word(i, &["called", "named", "dubbed", "known"]) && i > 0 && clause.is_nominal(i - 1)
}

/// Whether a verb stands in a relative clause that a comma opened and none has closed: *X, who came and said*.
fn relative_open(clause: &Clause, verb: usize) -> bool {
    let opened = (0..verb).rev().find(|&i| clause.kind(i) == Some(ChunkKind::Comma));
    // ", in which he said it was late,"
    let opens = |i: usize| clause.kind(i) == Some(ChunkKind::Wh) && clause.is_word(i, &["who", "which", "whom"]);
    opened.is_some_and(|i| opens(i + 1) || clause.kind(i + 1) == Some(ChunkKind::Prep) && opens(i + 2))
}

/// *X said it was over, but left*.
pub(super) fn verb_goes_on(b: &Break) -> bool {
    let clause = &b.site.clause;
    let Some(verb) = clause.chunks.get(b.next).filter(|c| c.is_finite() && c.form != Form::Modal) else { return false };
    // "said they had discussed it, but had heard nothing": said, too.
    let perfect = clause.text.tokens[verb.start].tag == Tag::Have && clause.chunks[b.site.verb].form == Form::Past;
    b.is_kind(ChunkKind::Comma)
        && clause.kind(b.at + 1) == Some(ChunkKind::And)
        && !perfect
        && same_form(b.site, verb)
        && clause.has_clause(b.from, b.at)
}

/// *said she is late but left*: a verb of the cue's tense joined to a content of the other; *says the boats should go and calls for*: a
/// singular verb that only the cue's subject takes.
pub(super) fn verb_joins(b: &Break) -> bool {
    let clause = &b.site.clause;
    let tag = |v: usize| clause.chunks.get(v).map(|c| clause.text.tokens[c.start].tag);
    let singular = |v: usize| {
        clause.chunks[v].is_finite()
            && (tag(v) == Some(Tag::VerbS) || clause.is_word(v, &["is", "has", "does", "was", "'s", "’s"]))
    };
    if tag(b.site.verb) == Some(Tag::VerbS) && tag(b.next) == Some(Tag::VerbS) {
        return clause.is_word(b.at, &["and", "but"])
            && clause.has_clause(b.from, b.at)
            && !(b.from..b.at).any(singular);
    }
    let Some(verb) = clause.chunks.get(b.next).filter(|c| c.is_finite() && c.form == Form::Past) else { return false };
    let first = (b.from..b.at).find(|&v| clause.chunks[v].is_finite());
    // "has held none and never called"
    let perfect = |f: usize| clause.text.tokens[clause.chunks[f].start].tag == Tag::Have;
    clause.is_word(b.at, &["and", "but"])
        && same_form(b.site, verb)
        && clause.chunks[b.site.verb].is_finite()
        && first.is_some_and(|f| clause.chunks[f].form == Form::Present && !perfect(f))
        && !(b.from..b.at).any(|v| is_verb_of(clause, v, Form::Past))
        && clause.has_clause(b.from, b.at)
}

fn is_verb_of(clause: &Clause, i: usize, form: Form) -> bool {
    clause.kind(i) == Some(ChunkKind::Verb) && clause.chunks[i].form == form
}

/// Whether the content up to the break is complete: it holds a clause, or the cue governs no clause.
fn clause_or_object(b: &Break) -> bool {
    b.site.clause.has_clause(b.from, b.at) || !matches!(b.site.clause.kind(b.from), Some(ChunkKind::That))
}

/// A noun phrase at `i` and the finite verb it is the subject of, with nothing but its own modifiers between.
pub(super) fn subject_and_verb(clause: &Clause, i: usize) -> Option<usize> {
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
    if !b.is_kind(ChunkKind::Comma) {
        return false;
    }
    // “…,” and she has
    let behind = b.at + 1 + (clause.kind(b.at + 1) == Some(ChunkKind::Mark)) as usize;
    let conjunction = clause.is_word(behind, &["but", "and", "while", "whilst", "though", "although"])
        || clause.is_word(b.at, &["but"]);
    let relative = clause.kind(b.next) == Some(ChunkKind::Wh)
        && b.next == b.at + 1
        && clause.is_word(b.next, &["which", "who", "when", "where"]);
    if !(conjunction || relative) {
        return false;
    }
    let mut start = b.next;
    // "not because he is late, but because he is slow"
    if clause.is_word(start, &["because"]) {
        return false;
    }
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
    let differs = cue_past && content_past && !next_past || !cue_past && !content_past && next_past;
    // Last, since it looks far ahead.
    differs && (!relative || runs_to_end(b))
}
