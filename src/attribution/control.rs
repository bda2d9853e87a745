//! Who does what an infinitive or a participle says where that is no subject of its own: whom a verb makes speak (*forced Berg to admit*),
//! whom a noun phrase shows speaking (*footage of Berg saying*), who issued the text that says so. Subjects are found in `source`.

use super::scene::Scene;
use super::source::{REACH, subject_to_the_left};
use crate::text::clause::{Clause, Phrase};
use crate::text::{ChunkKind, Form};
use crate::words::Class;

/// Who does what an infinitive says where that is not the subject: *for critics to call it*, *prompted Berg to joke and call it*.
pub(super) fn subject_of_infinitive(clause: &Clause, verb: usize) -> Option<Phrase> {
    const CAUSING: &[&str] = &[
        "prompted",
        "prompts",
        "prompting",
        "led",
        "leads",
        "leading",
        "caused",
        "causes",
        "causing",
        "forced",
        "forces",
        "forcing",
        "pushed",
        "drove",
        "compelled",
        "inspired",
        "provoked",
        "moved",
        "prompt",
        "lead",
        "cause",
        "force",
        "push",
        "drives",
        "driving",
        "leave",
        "leaves",
        "left",
        "leaving",
        "allow",
        "allows",
        "allowed",
        "allowing",
    ];
    let is_infinitive = |v: usize| clause.chunks[v].form == Form::Infinitive;
    let verb = if is_infinitive(verb) {
        verb
    } else {
        let joined =
            verb > 0 && clause.kind(verb - 1) == Some(ChunkKind::And) && clause.chunks[verb].form == Form::Present;
        let before = (0..verb).rev().find(|&v| clause.kind(v) == Some(ChunkKind::Verb))?;
        Some(before).filter(|&v| joined && is_infinitive(v))?
    };
    // "forced Berg, who was there, to admit", "forced Berg, a pilot who was there, to admit"
    let aside = verb.checked_sub(1).filter(|&c| clause.kind(c) == Some(ChunkKind::Comma));
    let opened = aside.and_then(|c| {
        let mut commas = (1..c).rev().take(REACH).filter(|&o| clause.kind(o) == Some(ChunkKind::Comma));
        let apposed = |o: usize| {
            let clause_starts = (o + 1..c).find(|&i| clause.kind(i) == Some(ChunkKind::Wh)).unwrap_or(c);
            (o + 1..clause_starts).all(|i| matches!(clause.kind(i), Some(ChunkKind::Np | ChunkKind::Prep)))
        };
        commas.find(|&o| clause.kind(o + 1) == Some(ChunkKind::Wh) || clause.is_name(o - 1) && apposed(o))
    });
    let np = clause.before(opened.unwrap_or(verb)).filter(|&i| clause.is_nominal(i))?;
    let start = clause.phrase_start(np);
    let link = start.checked_sub(1)?;
    let governs = clause.is_word(link, &["for"]) && clause.kind(link) == Some(ChunkKind::Prep)
        || clause.kind(link) == Some(ChunkKind::Verb)
            && CAUSING.contains(&&*clause.text.word(clause.chunks[link].head).to_ascii_lowercase());
    governs.then_some(Phrase { chunks: start..np + 1, head: start })
}

/// *The paper quoted the governor as saying*: the governor.
pub(super) fn quoted_as_saying(clause: &Clause, verb: usize) -> Option<Phrase> {
    let link = clause.before(verb).filter(|&i| clause.is_word(i, &["as"]))?;
    let quoting = (0..link).rev().find(|&i| clause.kind(i) == Some(ChunkKind::Verb))?;
    let word = clause.text.word(clause.chunks[quoting].head);
    let quotes =
        ["quoted", "quotes", "quoting", "cited", "cites", "citing"].iter().any(|q| q.eq_ignore_ascii_case(word));
    let object = clause.phrase_from(clause.at_or_after(quoting + 1)).filter(|o| o.chunks.end <= link)?;
    quotes.then_some(object)
}

/// The noun that a participle modifies: *a poll showing*, *an item suggesting*. Where somebody issued the text (*she released a
/// statement saying*), that is who speaks.
pub(super) fn modified_noun(scene: &Scene, clause: &Clause, verb: usize) -> Option<Phrase> {
    let mut before = clause.before(verb)?;
    if clause.kind(before) == Some(ChunkKind::Adv) {
        before = clause.before(before)?;
    }
    if !clause.is_nominal(before) {
        return None;
    }
    // "footage of Berg asking", "heard Berg saying"
    if clause.is_name(before) && verb == before + 1 && before > 0 && shows_speaker(clause, before - 1) {
        return Some(Phrase { chunks: before..before + 1, head: before });
    }
    // "It reminds me of Berg saying that"
    let told_of = clause.is_name(before)
        && before > 0
        && clause.is_word(before - 1, &["of"])
        && clause.text.tokens[clause.chunks[before].start].is(Class::GIVEN | Class::HONORIFIC | Class::TITLE);
    if told_of && verb == before + 1 && clause.class(verb).contains(Class::SPEECH_CUE) {
        return Some(Phrase { chunks: before..before + 1, head: before });
    }
    // "with Berg yelling", "with three in ten saying"
    let whole = clause.phrase_start(before);
    let is_with = |np: usize| {
        np.checked_sub(1).is_some_and(|p| clause.kind(p) == Some(ChunkKind::Prep) && clause.is_word(p, &["with"]))
    };
    if let Some(head) = [before, whole].into_iter().find(|&np| is_with(np)) {
        return Some(Phrase { chunks: head..before + 1, head });
    }
    if !clause.class(before).intersects(Class::DOCUMENT | Class::ROLE | Class::PERSON | Class::GROUP) {
        return None;
    }
    // "testified before the Senate saying"
    let faced = before >= 2
        && clause.is_word(before - 1, &["before", "in", "at", "to"])
        && clause.kind(before - 2) == Some(ChunkKind::Verb)
        && !clause.class(before).intersects(Class::DOCUMENT | Class::ROLE | Class::PERSON);
    if faced {
        return None;
    }
    let start = clause.phrase_start(before);
    // "put a gun to a soldier's head saying": hers is the head.
    let owned = clause.text.is_possessor(clause.chunks[before].head.saturating_sub(1));
    if owned && clause.text.word(clause.chunks[before].head) == "head" {
        return None;
    }
    // "In a statement announcing the plan, the union called it …"
    if start == 1 && clause.class(start).contains(Class::DOCUMENT) && clause.is_word(0, &["in"]) {
        let comma = (verb..clause.chunks.len()).find(|&i| clause.kind(i) == Some(ChunkKind::Comma))?;
        let main = (comma + 1..clause.chunks.len()).find(|&i| clause.chunks[i].is_finite())?;
        if let Some(subject) = clause.subject_before(main).filter(|s| s.chunks.start > comma) {
            return Some(subject);
        }
    }
    if clause.class(before).contains(Class::DOCUMENT) || clause.class(start).contains(Class::DOCUMENT) && start > 0 {
        // "sent out a message to supporters saying"
        let issued = (0..start)
            .rev()
            .find(|&v| clause.kind(v) != Some(ChunkKind::Adv))
            .filter(|&v| clause.kind(v) == Some(ChunkKind::Verb));
        if issued.is_some_and(|v| is_issuing(clause, v)) {
            if let Some(subject) = subject_to_the_left(scene, clause, start) {
                return Some(subject);
            }
        }
    }
    Some(Phrase { chunks: start..before + 1, head: before })
}

/// Whether a name behind chunk `i` is seen or heard to speak: *footage of Berg saying*, *remember Berg saying*.
fn shows_speaker(clause: &Clause, i: usize) -> bool {
    const SENSING: &[&str] = &[
        "hear",
        "hears",
        "heard",
        "hearing",
        "see",
        "sees",
        "saw",
        "seen",
        "seeing",
        "watch",
        "watched",
        "watching",
        "remember",
        "remembers",
        "remembered",
        "recall",
        "recalls",
        "recalled",
        "show",
        "shows",
        "showed",
        "shown",
        "showing",
        "feature",
        "features",
        "featured",
        "featuring",
        "catch",
        "catches",
        "caught",
        "find",
        "finds",
        "found",
        "play",
        "plays",
        "played",
    ];
    const RECORDINGS: &[&str] = &[
        "footage",
        "video",
        "videos",
        "clip",
        "clips",
        "audio",
        "tape",
        "tapes",
        "recording",
        "recordings",
        "image",
        "images",
    ];
    let word = clause.text.word(clause.chunks[i].head);
    let is_any = |list: &[&str], word: &str| list.iter().any(|w| w.eq_ignore_ascii_case(word));
    clause.kind(i) == Some(ChunkKind::Verb) && is_any(SENSING, word)
        || clause.is_word(i, &["of"]) && i > 0 && is_any(RECORDINGS, clause.text.word(clause.chunks[i - 1].head))
}

/// A verb of sending words out: *issued*, *released*, *posted*.
fn is_issuing(clause: &Clause, verb: usize) -> bool {
    const ISSUING: &[&str] = &[
        "issued",
        "issues",
        "issue",
        "issuing",
        "released",
        "releases",
        "releasing",
        "sent",
        "sends",
        "sending",
        "out",
        "put",
        "posted",
        "posts",
        "posting",
        "published",
        "wrote",
        "writes",
        "tweeted",
        "delivered",
        "gave",
        "made",
        "emailed",
        "circulated",
        "signed",
        "distributed",
        "read",
    ];
    let word = clause.text.word(clause.chunks[verb].head);
    ISSUING.iter().any(|v| v.eq_ignore_ascii_case(word))
}
