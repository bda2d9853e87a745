//! Quoted sentences beside a cue: *“Q,” X said*, *X said: “Q”*, *“Q,” said X*, and the rest of the quote behind them.

use std::ops::Range;

use super::edges::sentence_start;
use super::mention::aside_end;
use super::naming::is_written;
use super::source;
use super::{Example, Found, Rule, Scene, Site};
use crate::lexicon::Frames;
use crate::quotes;
use crate::text::clause::{Clause, Phrase};
use crate::text::{ChunkKind, Form, Tag, TokenKind};
use crate::words::Class;

pub(super) const RULES: &[&Rule] = &[&QUOTE_SUBJECT_CUE, &QUOTE_CUE_SUBJECT];

/// *“Q,” X said.*
const QUOTE_SUBJECT_CUE: Rule = Rule {
    id: "quote-subject-cue",
    says: "A quoted sentence followed by a subject and a verb of saying is what the subject said.",
    confidence: 0.98,
    examples: &[
        Example { text: "“We are late,” Anna Berg said.", found: "Anna Berg: We are late," },
        Example {
            text: "“We are late,” Anna Berg, a spokeswoman for the port, told reporters.",
            found: "Anna Berg: We are late,",
        },
    ],
    find: |scene, site| {
        let quote = quote_before_subject(scene, site)?;
        let subject = quote.1;
        let mut contents = vec![quote.0];
        contents.extend(quotes_after(scene, site, site.after));
        Some(Found { mention: Some(scene.mention(&site.clause, &subject)), contents })
    },
};

/// *“Q,” said X.*
const QUOTE_CUE_SUBJECT: Rule = Rule {
    id: "quote-cue-subject",
    says: "A quoted sentence followed by a verb of saying and then a noun phrase is what the noun phrase's person said.",
    confidence: 0.98,
    examples: &[Example {
        text: "“We are late,” said Anna Berg, a spokeswoman.", found: "Anna Berg: We are late,"
    }],
    find: |scene, site| {
        if !site.cue.frames.contains(Frames::QUOTE) || !site.clause.chunks[site.verb].is_finite() {
            return None;
        }
        let quote = quote_ending_before(scene, site, site.verb)?;
        let after = site.clause.at_or_after(site.after);
        let after = if site.clause.kind(after) == Some(ChunkKind::Adv) { after + 1 } else { after };
        let mut subject = site.clause.phrase_from(after)?;
        subject.chunks.end = restricted_end(&site.clause, &subject);
        let mut contents = vec![quote];
        contents.extend(quotes_after(scene, site, subject.chunks.end));
        Some(Found { mention: Some(scene.mention(&site.clause, &subject)), contents })
    },
};

/// Where a subject behind its verb ends, with what tells which one is meant: *said a man who was there*, *said two aides briefed on it*.
fn restricted_end(clause: &Clause, subject: &Phrase) -> usize {
    let end = subject.chunks.end;
    let head = &clause.chunks[subject.head];
    let indefinite = clause.text.tokens[head.head].tag != Tag::Name
        && !clause.is_word(subject.head, &["the", "he", "she", "they", "his", "her", "their", "its"]);
    let restricts = match clause.chunks.get(end) {
        Some(c) if c.kind == ChunkKind::Wh => clause.is_word(end, &["who"]),
        Some(c) if c.kind == ChunkKind::Verb => c.form == Form::Ing || clause.class(end).contains(Class::VERB_PART),
        _ => false,
    };
    if !indefinite || !restricts {
        return end;
    }
    aside_end(clause, end, clause.chunks.len())
}

/// *X said: “Q.”* A complement like *that S*: asked with those, from left to right.
pub(super) const SUBJECT_CUE_QUOTE: Rule = Rule {
    id: "subject-cue-quote",
    says: "A subject and a verb of saying before a quoted sentence say whose it is.",
    confidence: 0.95,
    examples: &[
        Example { text: "Anna Berg said, “We are late.”", found: "Anna Berg: We are late." },
        Example {
            text: "Anna Berg told reporters in Oslo on Monday: “We are late.”",
            found: "Anna Berg: We are late.",
        },
        Example { text: "But, said Anna Berg, “we are late.”", found: "Anna Berg: we are late." },
        Example { text: "The tide, Anna Berg said, “is a clock.”", found: "Anna Berg: The tide “is a clock.”" },
    ],
    find: |scene, site| {
        if !site.cue.frames.contains(Frames::QUOTE) {
            return None;
        }
        let contents = quotes_after(scene, site, site.after);
        if contents.is_empty() || is_written(scene, site) {
            return None;
        }
        let subject = source::inverted(site).or_else(|| source::speaker(scene, site))?;
        let mut contents = contents;
        if let Some(first) = half_before(scene, site, &subject, &contents[0]) {
            // A clause with a quoted half is one row, marks and all.
            let passage = scene.text.passage_at(contents[0].start).map(|p| &scene.text.passages[p]);
            if let Some((open, close)) =
                passage.and_then(|p| p.open.zip(p.close)).filter(|_| is_predicate(scene, &contents[0]))
            {
                contents[0] = open..close + 1;
            }
            contents.insert(0, first);
        }
        Some(Found { mention: Some(scene.mention(&site.clause, &subject)), contents })
    },
};

/// *It means “he is right,” she says, “but …”*: a quote that goes on in small letters goes on with what stands before the subject, if
/// that holds words in marks.
fn half_before(scene: &Scene, site: &Site, subject: &Phrase, quote: &Range<usize>) -> Option<Range<usize>> {
    let clause = &site.clause;
    let first = &scene.text.tokens[quote.start];
    if first.is_capital() || first.kind != TokenKind::Word {
        return None;
    }
    let comma = subject.chunks.start.checked_sub(1).filter(|&c| {
        matches!(clause.kind(c), Some(ChunkKind::Comma | ChunkKind::Mark))
            && ((0..c).any(|i| clause.kind(i) == Some(ChunkKind::Mark)) || is_predicate(scene, quote))
    })?;
    let content = clause.tokens(sentence_start(site)..comma);
    (!content.is_empty() && content.clone().all(|t| scene.owner(t).is_none())).then_some(content)
}

/// *The word, she said, “does a great deal”*: a quote that begins with a verb wants its subject.
fn is_predicate(scene: &Scene, quote: &Range<usize>) -> bool {
    matches!(
        scene.text.tokens[quote.start].tag,
        Tag::VerbS | Tag::VerbPast | Tag::Modal | Tag::Have | Tag::Do | Tag::Be
    )
}

/// A quoted sentence, then a subject, then the cue.
fn quote_before_subject(scene: &Scene, site: &Site) -> Option<(Range<usize>, Phrase)> {
    if !site.cue.frames.contains(Frames::QUOTE) || !site.is_finite_active() {
        return None;
    }
    let subject = site.subject()?;
    let quote = quote_ending_before(scene, site, subject.chunks.start)?;
    // "A woman said, “Are we late?” Anna Berg smiles when she hears this.": the verb before it has it.
    let clause = &site.clause;
    let chunk = clause.chunk_at(quote.start).unwrap_or(0);
    let governed = chunk >= 2
        && clause.kind(chunk - 1) == Some(ChunkKind::Comma)
        && clause.chunks[chunk - 2].is_finite()
        && clause.class(chunk - 2).contains(Class::SPEECH_CUE);
    let goes_on = matches!(clause.kind(site.after), Some(ChunkKind::Sub | ChunkKind::Wh));
    (!(governed && goes_on)).then_some((quote, subject))
}

/// The content of the quoted passage that ends just before chunk `i`.
fn quote_ending_before(scene: &Scene, site: &Site, i: usize) -> Option<Range<usize>> {
    let mut at = i.checked_sub(1)?;
    while matches!(site.clause.kind(at), Some(ChunkKind::Comma | ChunkKind::Dash)) {
        at = at.checked_sub(1)?;
    }
    if site.clause.kind(at) != Some(ChunkKind::Quote) {
        return None;
    }
    let content = quote_content(scene, site, at)?;
    scene.is_free(&content).then_some(content)
}

/// The tokens between the marks of a quote chunk, if they are not what stands on a shirt: *in a T-shirt that read “Why Not Us”*.
pub(super) fn quote_content(scene: &Scene, site: &Site, chunk: usize) -> Option<Range<usize>> {
    let chunk = &site.clause.chunks[chunk];
    let passage = scene.text.passages_in(&(chunk.start..chunk.end)).next()?;
    (!quotes::is_inscribed(scene.text, passage)).then(|| scene.text.passages[passage].tokens.clone())
}

/// *a man with a whistle he has never needed, “is a work …”*: the quote behind a verb goes on in small letters, behind a comma.
fn goes_on_behind(scene: &Scene, site: &Site, verb: usize) -> bool {
    let clause = &site.clause;
    const REACH: usize = 48; // chunks
    let quote = (verb..clause.chunks.len()).take(REACH).find(|&i| clause.kind(i) == Some(ChunkKind::Quote));
    let opened = (site.after..verb).rev().take(REACH).find(|&i| clause.kind(i) == Some(ChunkKind::Comma));
    quote.zip(opened).is_some_and(|(q, o)| {
        let content = quote_content(scene, site, q);
        clause.kind(q - 1) == Some(ChunkKind::Comma)
            && clause.is_apposition(o + 1, q - 1)
            && content.is_some_and(|c| !scene.text.tokens[c.start].is_capital())
    })
}

/// The quoted sentences behind the cue in its sentence: after its adjuncts, its hearer, a comma or a colon.
fn quotes_after(scene: &Scene, site: &Site, from: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut i = from;
    while i < site.clause.chunks.len() {
        match site.clause.kind(i) {
            // "said on NPR's “Wait!”": what somebody owns is a title.
            Some(ChunkKind::Quote) if !is_owned(&site.clause, i) => {
                if let Some(content) = quote_content(scene, site, i).filter(|c| scene.is_free(c)) {
                    out.push(content);
                }
            }
            Some(ChunkKind::Verb) if site.clause.chunks[i].is_finite() && !goes_on_behind(scene, site, i) => break,
            Some(ChunkKind::That | ChunkKind::Semicolon) => break,
            Some(ChunkKind::Verb) if site.clause.class(i).contains(crate::words::Class::CUE) => break,
            _ => {}
        }
        i += 1;
    }
    out
}

/// Whether a possessor behind a preposition stands right before a quote: *on NPR's “Wait!”*.
fn is_owned(clause: &Clause, quote: usize) -> bool {
    let [.., prep, np] = &clause.chunks[..quote] else { return false };
    prep.kind == ChunkKind::Prep && np.kind == ChunkKind::Np && clause.text.tokens[np.end - 1].tag == Tag::Genitive
}
