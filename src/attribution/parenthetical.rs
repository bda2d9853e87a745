//! Cues that stand beside a whole sentence: *S, X said*; *S1, X said, S2*; *according to X, S*; *which, X said, V*.

use super::breaks::same_form;
use super::edges::{sentence_end, sentence_start};
use super::set_off::{SetOff, apposition_end};
use super::{Example, Found, Rule, Site};
use crate::lexicon::Frames;
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
        let mut source = clause.phrase_from(first).filter(|s| !is_manner(clause, s))?;
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

/// *according to plan*: how something goes, and nobody who says so.
fn is_manner(clause: &Clause, source: &Phrase) -> bool {
    const MANNER: &[&str] = &[
        "plan",
        "schedule",
        "design",
        "size",
        "age",
        "type",
        "need",
        "rank",
        "taste",
        "ability",
        "merit",
        "custom",
        "circumstances",
        "script",
        "importance",
        "height",
        "weight",
    ];
    let chunk = &clause.chunks[source.head];
    chunk.start + 1 == chunk.end && source.chunks.len() == 1 && clause.is_word(source.head, MANNER)
}

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
        let aside = SetOff::of(scene, site)?;
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
        let aside = SetOff::of(scene, site)?;
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
        SetOff { start, ..aside }.found(scene, site, Some(rest))
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
