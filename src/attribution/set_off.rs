//! A subject and a cue that stand aside from the sentence they belong to, set off by commas, dashes or marks: who it is, where the
//! sentence breaks off before them and where it goes on. Which parts are content is for the rules of `parenthetical`.

use super::edges::{sentence_end, sentence_start};
use super::{Found, Scene, Site, source};
use crate::lexicon::{CueClass, Frames};
use crate::text::clause::{Clause, Phrase};
use crate::text::{Chunk, ChunkKind, Tag};
use crate::words::Class;

/// A subject and a cue that stand aside from the sentence they belong to.
pub(super) struct SetOff {
    pub subject: Phrase,
    /// First chunk of the content before the cue.
    pub start: usize,
    /// The comma or mark before subject and cue.
    pub before: usize,
    /// The first chunk behind subject, cue and their adjuncts.
    pub after: usize,
}

impl SetOff {
    /// *It is, she says, the only place*: a clause before the comma that lacks what *is* links to.
    pub fn breaks_off(&self, clause: &Clause) -> bool {
        let last = self.before.checked_sub(1).map(|i| &clause.chunks[i]);
        let linked =
            !matches!(clause.kind(clause.at_or_after(self.after + 1)), None | Some(ChunkKind::Wh | ChunkKind::Sub));
        last.is_some_and(|c| c.is_finite() && clause.text.tokens[c.head].tag == Tag::Be && !c.passive) && linked
    }

    /// The subject and the cue of `site`, if they stand aside.
    pub fn of(scene: &Scene, site: &Site) -> Option<Self> {
        let clause = &site.clause;
        if !site.cue.frames.contains(Frames::PAREN) || site.needs_marks {
            return None;
        }
        let (subject, cue_start, after) = if site.is_finite_active() {
            subject_either_side(site)?
        } else {
            let subject = quoted_as(site)?;
            let start = subject.chunks.start;
            (subject, start, site.after)
        };
        // "Berg, who had asked for it, told": a relative clause stands aside from its noun only.
        if !scene.can_speak(clause, &subject) || clause.kind(subject.head) == Some(ChunkKind::Wh) {
            return None;
        }
        // "Berg said she was late, she said.": the name that opens the sentence speaks.
        let pronoun = clause.is_word(subject.head, &["he", "she", "they"]);
        let opened =
            (0..cue_start).find(|&v| clause.chunks[v].is_finite()).filter(|&v| pronoun && (1..=2).contains(&v));
        if opened.is_some_and(|v| clause.class(v).contains(Class::SPEECH_CUE) && clause.is_name(v - 1)) {
            return None;
        }
        // What stands before must be set off by a comma, a dash, or a mark behind a comma.
        let before = cue_start.checked_sub(1)?;
        let set_off = match clause.kind(before) {
            Some(ChunkKind::Comma | ChunkKind::Dash) => true,
            Some(ChunkKind::Mark) => clause
                .before(before)
                .is_some_and(|b| matches!(clause.kind(b), Some(ChunkKind::Comma | ChunkKind::Stop))),
            _ => false,
        };
        let start = sentence_start(site).min(before);
        set_off.then(|| SetOff { subject, start, before, after: clause.adjuncts_end(after) })
    }

    /// Where the clause that the cue cuts in two begins: behind the last *, and* or *- but* if only a part of a clause follows it.
    pub fn first_part(&self, clause: &Clause) -> usize {
        (self.start + 1..self.before)
            .rev()
            .find(|&i| {
                clause.kind(i) == Some(ChunkKind::And)
                    && matches!(clause.kind(i - 1), Some(ChunkKind::Comma | ChunkKind::Dash))
            })
            .filter(|&i| clause.has_clause(self.start, i) && !clause.has_clause(i + 1, self.before))
            .map_or(self.start, |i| i + 1)
    }

    /// What stands before them, and behind them from chunk `rest` on, as said by the subject.
    pub fn found(self, scene: &Scene, site: &Site, rest: Option<usize>) -> Option<Found> {
        let clause = &site.clause;
        let mut contents = vec![clause.tokens(self.start..self.before)];
        contents.extend(rest.map(|rest| clause.tokens(rest..sentence_end(site))));
        contents.retain(|c| !c.is_empty());
        let free = contents.iter().all(|c| scene.is_free(c));
        (free && !contents.is_empty()).then(|| Found { mention: Some(scene.mention(clause, &self.subject)), contents })
    }
}

/// Whom *was quoted as saying* is about.
fn quoted_as(site: &Site) -> Option<Phrase> {
    let clause = &site.clause;
    let quoting = site.verb.checked_sub(2).filter(|_| clause.is_word(site.verb - 1, &["as"]))?;
    let verb = &clause.chunks[quoting];
    let quotes = clause.is_word(site.verb, &["saying"]) && verb.is_finite() && verb.passive;
    let quoted = clause.text.word(verb.head);
    (quotes && matches!(quoted, "quoted" | "cited" | "reported")).then(|| clause.subject_before(quoting)).flatten()
}

/// The subject before or, inverted, after the verb; with the chunk where subject and verb begin and the one where they end.
fn subject_either_side(site: &Site) -> Option<(Phrase, usize, usize)> {
    let clause = &site.clause;
    let before = site.verb.checked_sub(1)?;
    let set_off = matches!(clause.kind(before), Some(ChunkKind::Comma | ChunkKind::Mark | ChunkKind::Dash));
    let chunk = &clause.chunks[site.verb];
    // "a poll, done in May, shows Berg with": a text shows something, nobody shows it.
    let can_invert = chunk.start + 1 == chunk.end
        && !site.cue.frames.contains(Frames::HEARER)
        && site.cue.class != CueClass::Document;
    if set_off && can_invert {
        // "Moe, who was there, stresses results, but adds": what stands behind the verb is no subject.
        // ", claimed responsibility for the attack"
        let speaks = |s: &Phrase| !source::names_no_speaker(&clause.text.tokens[clause.chunks[s.head].head]);
        if let Some(subject) = clause.phrase_from(clause.at_or_after(site.after)).filter(speaks) {
            let end = apposition_end(clause, subject.chunks.end);
            use ChunkKind::*;
            if clause.kind(end) == Some(Wh) {
                // "said a man who had seen it": the relative clause is the subject's.
                let close = (end..clause.chunks.len()).find(|&i| matches!(clause.kind(i), Some(Comma | Stop)));
                return Some((subject, site.verb, close.unwrap_or(clause.chunks.len())));
            }
            if matches!(clause.kind(end), None | Some(Stop | Comma | Time | Prep | Dash)) {
                return Some((subject, site.verb, end));
            }
        }
    }
    let subject = site.subject()?;
    let start = subject.chunks.start;
    // "the president told her": the hearer governs nothing.
    let hearer = site.cue.frames.contains(Frames::HEARER).then(|| clause.phrase_from(clause.at_or_after(site.after)));
    let after = match hearer.flatten() {
        Some(hearer) if !clause.chunks.get(hearer.chunks.end).is_some_and(Chunk::is_finite) => hearer.chunks.end,
        _ => site.after,
    };
    Some((subject, start, after))
}

/// Passes over an apposition: *said X, the mayor of Y,*.
pub(super) fn apposition_end(clause: &Clause, end: usize) -> usize {
    if clause.kind(end) != Some(ChunkKind::Comma) {
        return end;
    }
    match clause.phrase_from(end + 1) {
        Some(p) if matches!(clause.kind(p.chunks.end), None | Some(ChunkKind::Stop | ChunkKind::Comma)) => p.chunks.end,
        // "said the master, a man with a whistle he has never needed, …"
        Some(p) if clause.is_word(p.chunks.start, &["a", "an"]) => {
            let close = (p.chunks.end..clause.chunks.len()).find(|&i| clause.kind(i) == Some(ChunkKind::Comma));
            close.filter(|&c| clause.is_apposition(end + 1, c)).unwrap_or(end)
        }
        _ => end,
    }
}
