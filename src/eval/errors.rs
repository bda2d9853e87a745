//! The errors by cause, each with its place: what to work on next.

use serde::Serialize;

use super::gold::Attribution;
use super::letters::{Letters, Set};
use super::measure::{Quote, first_max, holds_half};
use crate::article::Article;
use crate::record::Kind;

/// Why a quote is not right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// Less than half of it was found.
    Missed,
    /// An attribution without marks or a verb of saying was not found: a belief, a fact that was learnt.
    MissedOther,
    /// More than the quote was taken.
    TooLong,
    /// Less than the quote was taken.
    TooShort,
    /// Too much at one end and too little at another.
    Boundary,
    /// Several quotes were found where one is annotated.
    Split,
    /// One quote was found where several are annotated.
    Merged,
    /// Another speaker was found.
    WrongSpeaker,
    /// No speaker was found.
    NoSpeaker,
    /// Words in marks that nobody says.
    NotSpeech,
    /// A paraphrase that is none.
    NotSaid,
}

impl Cause {
    /// All causes, in the order they are listed.
    pub const ALL: &[Cause] = &[
        Cause::Missed,
        Cause::TooLong,
        Cause::TooShort,
        Cause::Boundary,
        Cause::Split,
        Cause::Merged,
        Cause::WrongSpeaker,
        Cause::NoSpeaker,
        Cause::NotSpeech,
        Cause::NotSaid,
        Cause::MissedOther,
    ];

    /// Its name in lists.
    pub fn as_str(self) -> &'static str {
        match self {
            Cause::Missed => "missed",
            Cause::MissedOther => "missed-other",
            Cause::TooLong => "too-long",
            Cause::TooShort => "too-short",
            Cause::Boundary => "boundary",
            Cause::Split => "split",
            Cause::Merged => "merged",
            Cause::WrongSpeaker => "wrong-speaker",
            Cause::NoSpeaker => "no-speaker",
            Cause::NotSpeech => "not-speech",
            Cause::NotSaid => "not-said",
        }
    }

    /// What it is, in a line.
    pub fn says(self) -> &'static str {
        match self {
            Cause::Missed => "annotated, and less than half of it found",
            Cause::MissedOther => "missed too, but no speech: no marks, no verb of saying",
            Cause::TooLong => "more than the quote was taken",
            Cause::TooShort => "less than the quote was taken",
            Cause::Boundary => "too much at one end, too little at another",
            Cause::Split => "several found where one is annotated",
            Cause::Merged => "one found where several are annotated",
            Cause::WrongSpeaker => "another speaker found",
            Cause::NoSpeaker => "no speaker found",
            Cause::NotSpeech => "found, and nobody says these words in marks",
            Cause::NotSaid => "found, and nobody says this paraphrase",
        }
    }
}

/// An error and its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Miss {
    /// Why.
    pub cause: Cause,
    /// The article, and the line of the quote's first character.
    pub source: String,
    /// 1-based.
    pub line: usize,
    /// Kind of the quote.
    pub kind: Kind,
    /// As it is annotated; none where nothing is.
    pub annotated: Option<String>,
    /// As it was found; none where nothing was.
    pub found: Option<String>,
    /// The annotated speaker.
    pub source_words: Option<String>,
    /// The speaker that was found.
    pub speaker: Option<String>,
    /// The rule that decided.
    pub rule: Option<String>,
}

/// The errors of one article, in reading order. A quote may have two: its words and its speaker.
pub(crate) fn misses(article: &Article, letters: &Letters, quotes: &[Quote], gold: &[Attribution]) -> Vec<Miss> {
    let mut out: Vec<(usize, Miss)> = Vec::new();
    let source = &article.source;
    let words = |a: &Attribution| a.ranges.iter().map(|r| letters.text(r)).collect::<Vec<_>>().join(" … ");
    for a in gold {
        let of = |cause: Cause, q: Option<&Quote>| {
            let miss = Miss {
                cause,
                source: source.clone(),
                line: letters.line(a.start),
                kind: a.kind,
                annotated: Some(words(a)),
                found: q.map(said),
                source_words: a.source.words().map(str::to_owned),
                speaker: q.and_then(|q| q.records[0].speaker.clone()),
                rule: q.map(|q| q.records[0].rule.clone()),
            };
            (a.start, miss)
        };
        let all = Set::union(quotes.iter().map(|q| &q.content));
        let best = first_max(quotes, |q| q.content.shared(&a.content));
        let Some(q) = best.filter(|_| holds_half(&a.content, &all)) else {
            out.push(of(if a.is_speech { Cause::Missed } else { Cause::MissedOther }, None));
            continue;
        };
        // Beliefs and the like are not sought: what is found of them is none of the errors.
        if !a.is_speech {
            continue;
        }
        if !quotes.iter().any(|q| q.content == a.content) {
            out.push(of(boundary(a, q, quotes, gold), Some(q)));
        }
        if holds_half(&a.content, &q.content) && a.source.is_given() && !q.speaker.is_right(&a.source) {
            let cause = if q.speaker.is_given(&a.source) { Cause::WrongSpeaker } else { Cause::NoSpeaker };
            out.push(of(cause, Some(q)));
        }
    }
    let annotated = Set::union(gold.iter().map(|a| &a.content));
    for q in quotes.iter().filter(|q| !holds_half(&q.content, &annotated)) {
        let first = q.records[0];
        let miss = Miss {
            cause: if first.kind == Kind::Indirect { Cause::NotSaid } else { Cause::NotSpeech },
            source: source.clone(),
            line: first.line,
            kind: first.kind,
            annotated: None,
            found: Some(said(q)),
            source_words: None,
            speaker: first.speaker.clone(),
            rule: Some(first.rule.clone()),
        };
        out.push((first.segments[0].start, miss));
    }
    out.sort_by_key(|(at, _)| *at);
    out.into_iter().map(|(_, miss)| miss).collect()
}

/// How a quote that holds most of an annotated one differs from it.
fn boundary(a: &Attribution, q: &Quote, quotes: &[Quote], gold: &[Attribution]) -> Cause {
    let inside = |q: &&Quote| q.content.share_in(&a.content) >= 0.8;
    let pieces: Vec<&Quote> = quotes.iter().filter(inside).collect();
    if pieces.len() > 1 && a.content.share_in(&Set::union(pieces.iter().map(|q| &q.content))) >= 0.9 {
        return Cause::Split;
    }
    let held = gold.iter().filter(|other| other.content.share_in(&q.content) >= 0.8);
    let apart = held.filter(|other| other.content == a.content || other.content.shared(&a.content) == 0).count();
    if apart > 1 {
        return Cause::Merged;
    }
    let shared = a.content.shared(&q.content);
    match (shared < q.content.len(), shared < a.content.len()) {
        (true, false) => Cause::TooLong,
        (false, true) => Cause::TooShort,
        _ => Cause::Boundary,
    }
}

fn said(q: &Quote) -> String {
    q.records.iter().flat_map(|r| &r.segments).map(|s| s.text.as_str()).collect::<Vec<_>>().join(" … ")
}
