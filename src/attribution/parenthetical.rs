//! Cues that stand beside a whole sentence: *S, X said*; *S1, X said, S2*; *according to X, S*; *which, X said, V*.

use super::breaks::same_form;
use super::edges::{sentence_end, sentence_start};
use super::{Example, Found, Rule, Scene, Site};
use crate::lexicon::{CueClass, Frames};
use crate::text::clause::{Clause, Phrase};
use crate::text::{Chunk, ChunkKind, Form, Tag};
use crate::words::Class;

pub(super) const RULES: &[&Rule] = &[&ACCORDING_TO, &TRAILING_CUE, &INSERTED_CUE, &RELATIVE_CUE, &AS_CUE];

/// *S, according to X.*
const ACCORDING_TO: Rule = Rule {
    id: "according-to",
    says: "A sentence with “according to” and a noun phrase is what the noun phrase's person, body or text says.",
    confidence: 0.80,
    examples: &[
        Example {
            text: "The port will close, according to the harbor master.",
            found: "the harbor master: The port will close",
        },
        Example { text: "According to Anna Berg, the port will close.", found: "Anna Berg: the port will close" },
        Example {
            text: "The fee is due “on the quay,” per the harbor rules.",
            found: "the harbor rules: The fee is due “on the quay,”",
        },
        Example {
            text: "According to Anna Berg, a pilot, the port will close.",
            found: "Anna Berg: the port will close",
        },
        Example { text: "The fee is nine crowns, per boat.", found: "" },
        Example { text: "The cost, according to Anna Berg, will fall.", found: "Anna Berg: The cost will fall" },
    ],
    find: |scene, site| {
        let clause = &site.clause;
        let first = match &*site.cue.lemma {
            "according" if clause.is_word(site.verb + 1, &["to"]) => site.verb + 2,
            "per" if is_per_source(clause, site.verb) => site.verb + 1,
            _ => return None,
        };
        let mut source = clause.phrase_from(first)?;
        // "according to a survey published on Monday by the league"
        while matches!(clause.kind(source.chunks.end), Some(ChunkKind::Verb))
            && clause.text.tokens[clause.chunks[source.chunks.end].head].is(Class::VERB_PART)
            && matches!(clause.kind(source.chunks.end + 1), Some(ChunkKind::Prep | ChunkKind::Time))
        {
            source.chunks.end = clause.adjuncts_end(source.chunks.end + 1);
        }
        // "according to a person who was there"
        if clause.is_word(source.chunks.end, &["who"]) {
            let aside =
                |i: &usize| matches!(clause.kind(*i), Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Dash));
            source.chunks.end = (source.chunks.end..clause.chunks.len()).find(aside).unwrap_or(clause.chunks.len());
        }
        let mention = Some(scene.mention(clause, &source));
        let start = sentence_start(site);
        let end = sentence_end(site);
        // "According to the will, which was read aloud, S"
        let aside = clause.kind(source.chunks.end) == Some(ChunkKind::Comma)
            && clause.is_word(source.chunks.end + 1, &["which", "who", "whose"]);
        if aside {
            let close = (source.chunks.end + 1..end).find(|&i| clause.kind(i) == Some(ChunkKind::Comma));
            source.chunks.end = close.unwrap_or(source.chunks.end);
        }
        // "According to Berg & Lund, a law firm, S", "according to her brother, Tom Lund, S"
        let person = clause.class(source.head).intersects(Class::ROLE | Class::PERSON) && !clause.is_name(source.head);
        let behind = apposition_end(clause, source.chunks.end);
        let first = source.chunks.end + 1;
        if behind > first
            && clause.kind(behind) == Some(ChunkKind::Comma)
            && (clause.is_word(first, &["a", "an"]) || person && clause.is_name(first))
        {
            source.chunks.end = behind;
        }
        let mut contents = Vec::new();
        if site.verb > start {
            contents.push(clause.tokens(start..site.verb));
            // S1, according to X, S2
            if clause.kind(source.chunks.end) == Some(ChunkKind::Comma)
                && (clause.has_clause(source.chunks.end + 1, end)
                    || clause.chunks.get(source.chunks.end + 1).is_some_and(Chunk::is_finite))
                && !clause.has_clause(start, site.verb)
            {
                contents.push(clause.tokens(source.chunks.end + 1..end));
            }
        } else {
            let comma = (source.chunks.end..end)
                .find(|&i| clause.kind(i) == Some(ChunkKind::Comma))
                .unwrap_or(source.chunks.end);
            let behind_comma = clause.has_clause(comma + 1, end) || clause.kind(comma + 1) == Some(ChunkKind::Quote);
            let from = if behind_comma { comma + 1 } else { source.chunks.end };
            contents.push(clause.tokens(from..end));
        }
        contents.retain(|c| !c.is_empty() && scene.is_free(c));
        (!contents.is_empty()).then_some(Found { mention, contents })
    },
};

/// Whether *per* behind a comma names a source, as against *per boat*.
fn is_per_source(clause: &Clause, per: usize) -> bool {
    use ChunkKind::{Comma, Dash, Mark, Quote};
    let set_off = per.checked_sub(1).is_some_and(|i| matches!(clause.kind(i), Some(Comma | Dash | Mark | Quote)));
    let Some(source) = clause.chunks.get(per + 1).filter(|c| c.kind == ChunkKind::Np) else { return false };
    let head = &clause.text.tokens[source.head];
    let definite = clause.text.tokens[source.start].is(Class::DET | Class::POSS);
    let ends =
        clause.phrase_from(per + 1).is_some_and(|p| matches!(clause.kind(p.chunks.end), None | Some(ChunkKind::Stop)));
    set_off && ends && (head.tag == Tag::Name || definite)
}

/// *S, X said.*
const TRAILING_CUE: Rule = Rule {
    id: "trailing-cue",
    says: "A sentence that ends with a comma, a subject and a verb of saying that governs nothing is what the subject said.",
    confidence: 0.90,
    examples: &[
        Example { text: "The port will close, Anna Berg said Monday.", found: "Anna Berg: The port will close" },
        Example { text: "The port will close, said Anna Berg, the mayor.", found: "Anna Berg: The port will close" },
        Example { text: "The port will close, Anna Berg told the mayor.", found: "Anna Berg: The port will close" },
        Example { text: "In Oslo, Anna Berg said the port would close.", found: "Anna Berg: the port would close" },
    ],
    find: |scene, site| {
        let aside = Aside::of(scene, site)?;
        let clause = &site.clause;
        let rest = clause.at_or_after(aside.after + 1);
        let ends = aside.after >= sentence_end(site)
            || !aside.breaks_off(clause)
                && matches!(clause.kind(aside.after), Some(ChunkKind::Comma | ChunkKind::Dash))
                && (is_reporters(clause, rest, sentence_end(site)) || cues_again(site, rest));
        // “We are late” by a tide, said Berg.
        let quoted = clause.kind(aside.start) == Some(ChunkKind::Quote);
        if !ends || !(quoted || clause.has_clause(aside.start, aside.before)) {
            return None;
        }
        aside.found(scene, site, None)
    },
};

/// *S1, X said, S2.*
const INSERTED_CUE: Rule = Rule {
    id: "inserted-cue",
    says: "A subject and a verb of saying between commas inside a sentence say whose the sentence is.",
    confidence: 0.84,
    examples: &[
        Example { text: "The port, Anna Berg said, will close.", found: "Anna Berg: The port will close" },
        Example { text: "But, Anna Berg added, the port will close.", found: "Anna Berg: the port will close" },
        Example { text: "It is, Anna Berg says, the last port.", found: "Anna Berg: It is the last port" },
        Example {
            text: "Tom Lund left in May, when, Anna Berg says, the port was shut.",
            found: "Anna Berg: the port was shut",
        },
        Example {
            text: "The port should close, Anna Berg said, and she accused the firm of sleeping.",
            found: "Anna Berg: The port should close\nAnna Berg: the firm of sleeping",
        },
    ],
    find: |scene, site| {
        let aside = Aside::of(scene, site)?;
        let clause = &site.clause;
        if !matches!(clause.kind(aside.after), Some(ChunkKind::Comma | ChunkKind::Dash)) {
            return None;
        }
        let end = sentence_end(site);
        let rest = clause.at_or_after(aside.after + 1);
        let before = aside.first_part(clause);
        // A cue in the first part that has a content of its own keeps the whole sentence.
        let earlier_cue = (before..aside.before).any(|i| {
            let chunk = &clause.chunks[i];
            chunk.is_finite()
                && !chunk.passive
                && clause.text.tokens[chunk.head].is(Class::SPEECH_CUE)
                && clause.text.passage_at(chunk.head).is_none()
        });
        if rest >= end
            || clause.kind(rest) == Some(ChunkKind::Quote)
            || is_reporters(clause, rest, end) && !aside.breaks_off(clause)
            || cues_again(site, rest)
            || earlier_cue
        {
            return None;
        }
        let finite = |from: usize, to: usize| (from..to).any(|i| clause.chunks[i].is_finite());
        if !finite(before, aside.before) && !finite(rest, end) {
            return None;
        }
        // "picked it up in May, when, he recalls, it was cold": only the clause behind the conjunction is his.
        let opens = aside.before.checked_sub(1).is_some_and(|i| {
            clause.is_word(i, &["when", "because", "since", "although", "whereas"])
                && i > before
                && clause.kind(i - 1) == Some(ChunkKind::Comma)
        });
        let start = if opens { aside.before } else { before };
        Aside { start, ..aside }.found(scene, site, Some(rest))
    },
};

/// *which he said would be late*
const RELATIVE_CUE: Rule = Rule {
    id: "relative-cue",
    says: "In “which she said would close”, the relative clause without the cue is what she said.",
    confidence: 0.66,
    examples: &[Example {
        text: "They looked at the port, which Anna Berg said would close.",
        found: "Anna Berg: which would close",
    }],
    find: |scene, site| {
        let clause = &site.clause;
        if !site.cue.frames.contains(Frames::THAT) || !site.is_finite_active() || site.needs_marks {
            return None;
        }
        let subject = site.subject()?;
        let relative = clause.before(subject.chunks.start)?;
        // "information that officials said would": taken for the conjunction
        let noun_before = relative > 0 && clause.is_nominal(relative - 1);
        let is_relative = (clause.kind(relative) == Some(ChunkKind::Wh)
            || clause.kind(relative) == Some(ChunkKind::That) && noun_before)
            && clause.is_word(relative, &["which", "who", "that", "what"]);
        if !is_relative || !clause.chunks.get(site.after).is_some_and(|c| c.is_finite()) {
            return None;
        }
        let end = super::content::clause_end(site, site.after);
        let contents = vec![clause.tokens(relative..relative + 1), clause.tokens(site.after..end)];
        contents
            .iter()
            .all(|c| scene.is_free(c))
            .then(|| Found { mention: Some(scene.mention(clause, &subject)), contents })
    },
};

/// *As X reported, S.*
const AS_CUE: Rule = Rule {
    id: "as-cue",
    says: "“As X said” before a clause says whose the clause is.",
    confidence: 0.91,
    examples: &[
        Example { text: "As Anna Berg first reported, the port will close.", found: "Anna Berg: the port will close" },
        Example { text: "But, as Anna Berg reported, the port will close.", found: "Anna Berg: the port will close" },
        Example { text: "As Anna Berg said no, the port closed.", found: "" },
    ],
    find: |scene, site| {
        let clause = &site.clause;
        let subject = site.subject()?;
        // At the start, or set off: "That is because, as Berg put it, “…” is".
        let link = subject.chunks.start.checked_sub(1).filter(|&i| clause.is_word(i, &["as"]));
        let opens = link.is_some_and(|i| {
            i <= 1
                || clause.kind(i - 1) == Some(ChunkKind::Comma)
                    && matches!(clause.kind(i - 2), Some(ChunkKind::Sub | ChunkKind::And | ChunkKind::That))
        });
        let says = site.cue.frames.contains(Frames::THAT) || site.cue.lemma == "put it";
        if !opens || !says || !site.is_finite_active() || site.needs_marks {
            return None;
        }
        let after = clause.adjuncts_end(site.after);
        let end = sentence_end(site);
        if clause.kind(after) != Some(ChunkKind::Comma) || !clause.has_clause(after + 1, end) {
            return None;
        }
        // "As Berg put it, in a speech: “…”"
        let colon = (after + 1..end).find(|&i| {
            clause.kind(i) == Some(ChunkKind::Colon)
                && matches!(clause.kind(i + 1), Some(ChunkKind::Quote | ChunkKind::Mark))
        });
        let content = clause.tokens(colon.unwrap_or(after) + 1..end);
        scene
            .is_free(&content)
            .then(|| Found { mention: Some(scene.mention(clause, &subject)), contents: vec![content] })
    },
};

/// A subject and a cue that stand aside from the sentence they belong to.
struct Aside {
    subject: Phrase,
    /// First chunk of the content before the cue.
    start: usize,
    /// The comma or mark before subject and cue.
    before: usize,
    /// The first chunk behind subject, cue and their adjuncts.
    after: usize,
}

impl Aside {
    /// *It is, she says, the only place*: a clause before the comma that lacks what *is* links to.
    fn breaks_off(&self, clause: &Clause) -> bool {
        let last = self.before.checked_sub(1).map(|i| &clause.chunks[i]);
        let linked =
            !matches!(clause.kind(clause.at_or_after(self.after + 1)), None | Some(ChunkKind::Wh | ChunkKind::Sub));
        last.is_some_and(|c| c.is_finite() && clause.text.tokens[c.head].tag == Tag::Be && !c.passive) && linked
    }

    fn of(scene: &Scene, site: &Site) -> Option<Self> {
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
        set_off.then(|| Aside { subject, start, before, after: clause.adjuncts_end(after) })
    }

    /// Where the clause that the cue cuts in two begins: behind the last *, and* or *- but* if only a part of a clause follows it.
    fn first_part(&self, clause: &Clause) -> usize {
        (self.start + 1..self.before)
            .rev()
            .find(|&i| {
                clause.kind(i) == Some(ChunkKind::And)
                    && matches!(clause.kind(i - 1), Some(ChunkKind::Comma | ChunkKind::Dash))
            })
            .filter(|&i| clause.has_clause(self.start, i) && !clause.has_clause(i + 1, self.before))
            .map_or(self.start, |i| i + 1)
    }

    fn found(self, scene: &Scene, site: &Site, rest: Option<usize>) -> Option<Found> {
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

/// *, and he accused …*: the same subject says more, in the tense of the cue.
fn cues_again(site: &Site, i: usize) -> bool {
    let clause = &site.clause;
    let verb = i + 2;
    clause.kind(i) == Some(ChunkKind::And)
        && clause.is_word(i + 1, &["he", "she", "they"])
        && clause.chunks.get(verb).is_some_and(|c| c.is_finite() && !c.passive && same_form(site, c))
        && clause.class(verb).intersects(Class::CUE | Class::STANCE)
}

/// Whether what follows a cue's comma at chunk `i` is the reporter's: *, adding …*, *, who had …*, *, a man of 62.*
fn is_reporters(clause: &Clause, i: usize, end: usize) -> bool {
    match clause.kind(i) {
        None => true,
        Some(ChunkKind::Verb) => clause.chunks[i].form == Form::Ing,
        Some(ChunkKind::Wh) => true,
        Some(ChunkKind::Sub) => !clause.is_word(i, &["so", "if", "unless", "because", "provided"]),
        Some(ChunkKind::Np | ChunkKind::Adv | ChunkKind::Time) => {
            // An apposition: no finite verb, or only one behind a relative pronoun.
            let stop =
                (i..end).find(|&j| matches!(clause.kind(j), Some(ChunkKind::Wh | ChunkKind::Sub | ChunkKind::That)));
            !(i..stop.unwrap_or(end)).any(|j| clause.chunks[j].is_finite())
        }
        _ => false,
    }
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
        let speaks = |s: &Phrase| !clause.text.is_thing(clause.chunks[s.head].head);
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
fn apposition_end(clause: &Clause, end: usize) -> usize {
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
