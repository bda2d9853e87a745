//! Transcripts and interviews: paragraphs that begin with a label, *EARNEST: …*, *Q: …*, *Anna Berg: …*, are what the label's person
//! says, without marks. Decided before any cue is looked at: who is quoted inside a turn is quoted by its speaker. Whose name a label
//! is, is decided in `identity`.

use std::cell::LazyCell;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::speaker_label::{self, Label, Surnames};
use super::{Example, Rule, Scene, Statement};
use crate::text::{Shape, Text, TokenKind};
use crate::words::Class;

pub(crate) use super::speaker_label::{Role, role};

pub(super) const RULES: &[&Rule] = &[&TURN];

const TURN: Rule = Rule {
    id: "turn",
    says: "In a transcript, what stands behind a speaker's label is the speaker's, up to the next label.",
    confidence: 0.9,
    examples: &[
        Example {
            text: "BERG: We are late, he says.\nLUND: I know.",
            found: "Berg: We are late, he says.\nLund: I know.",
        },
        Example {
            text: "Two in a boat\n\nAnna Berg: We are late.\n\nMy boat has gone. (Laughter.) But yours?\n\nTom Lund: I know.\n\nBerg: Do you?",
            found: "Anna Berg: We are late.\nAnna Berg: My boat has gone. But yours?\nTom Lund: I know.\nAnna Berg: Do you?",
        },
        Example {
            text: "Anna Berg runs the port.\n\nQ. Are you late?\n\nA. We are.",
            found: ": Are you late?\nAnna Berg: We are.",
        },
        Example {
            text: "“BERG: We are late.\n\n“LUND: I know. Are you?”",
            found: "Berg: We are late.\nLund: I know. Are you?",
        },
        Example { text: "Note: We are late.\nPhotos: Anna Berg", found: "" },
        Example { text: "Berg: 47 percent\nLund: 42 percent", found: "" },
    ],
    find: |_, _| None,
};

/// A paragraph of a transcript that somebody speaks.
pub(crate) struct Turn {
    /// The speaker's name in the label, without title or affiliation.
    pub label: Range<usize>,
    /// What the label says of the speaker.
    pub role: Role,
    /// What is said.
    contents: Vec<Range<usize>>,
    /// The label stands at an earlier paragraph.
    pub continued: bool,
}

impl Statement {
    /// It is a turn of a transcript: direct speech without marks.
    pub(crate) fn is_turn(&self) -> bool {
        self.rule.id == TURN.id
    }
}

/// Takes the turns of an article, if it holds any.
pub(super) fn take(scene: &mut Scene) {
    for turn in turns(scene.text) {
        let sentence = scene.text.sentence_at(turn.label.start.max(turn.contents[0].start));
        let mention = (turn.role != Role::Asks).then(|| turn.label.clone());
        let statement =
            Statement { rule: &TURN, cue: None, mention, contents: Vec::new(), sentence, continued: turn.continued };
        scene.push(statement, turn.contents);
    }
}

/// The turns of an article; none unless two paragraphs or more begin with labels.
pub(crate) fn turns(text: &Text) -> Vec<Turn> {
    let labels: Vec<Option<Label>> = text.paragraphs.iter().map(|p| speaker_label::label(text, p)).collect();
    let surnames = LazyCell::new(|| Surnames::of(text));
    let known = |l: &Label| l.role != Role::Named || l.is_name(text, &surnames);
    let mut is_turn: Vec<bool> = labels.iter().map(|l| l.as_ref().is_some_and(known)).collect();
    // Names in small letters that never come again head the items of a list.
    let named = labels.iter().zip(&is_turn).filter(|(_, t)| **t).filter_map(|(l, _)| l.as_ref());
    let mut seen = FxHashSet::default();
    let again = named.map(|l| text.word(l.name.end - 1).to_ascii_lowercase()).any(|word| !seen.insert(word));
    for (i, (turn, label)) in is_turn.iter_mut().zip(&labels).enumerate() {
        *turn &= label.as_ref().is_some_and(|l| again && i > 0 || l.role != Role::Named || l.is_upper(text));
    }
    let count = is_turn.iter().filter(|t| **t).count();
    let personal = (0..labels.len())
        .filter(|&i| is_turn[i] && labels[i].as_ref().is_some_and(|l| is_personal(text, l.rest.clone())))
        .count();
    // A table of names and figures has labels, too, but nobody speaks in it.
    if count < 2 || personal * 3 < count {
        return Vec::new();
    }
    let last = is_turn.iter().rposition(|t| *t).unwrap_or(0);
    let interviewee = interviewee(text, &labels, &is_turn);
    let answered = |i: usize| {
        let next = labels.get(i + 1).and_then(Option::as_ref).filter(|_| is_turn[i + 1]);
        next.is_some_and(|l| Some(last_word(text, l)) == interviewee)
    };
    let mut out: Vec<Turn> = Vec::new();
    let mut speaking: Option<(Range<usize>, Role)> = None;
    for (i, paragraph) in text.paragraphs.iter().enumerate() {
        let (rest, continued) = match &labels[i] {
            Some(l) if is_turn[i] => {
                speaking = Some((l.name.clone(), l.role));
                (l.rest.clone(), false)
            }
            // Only one is labeled, and labeled behind this: it is the question.
            label
                if answered(i)
                    && !is_glued(text, paragraph)
                    && (speaking.is_some() || ends_in_question(text, paragraph)) =>
            {
                let rest = label.as_ref().map_or(paragraph.clone(), |l| l.rest.clone());
                speaking = is_personal(text, rest.clone()).then_some((rest.start..rest.start, Role::Asks));
                (rest, false)
            }
            Some(_) => continue,
            None if paragraph.start == 0 || is_glued(text, paragraph) => {
                speaking = None;
                continue;
            }
            None if is_aside(text, paragraph) => continue,
            None if goes_on(text, paragraph, i < last) => (paragraph.clone(), true),
            None => {
                speaking = None;
                continue;
            }
        };
        let Some((label, role)) = speaking.clone() else { continue };
        let contents = without_asides(text, rest);
        if !contents.is_empty() {
            out.push(Turn { label, role, contents, continued });
        }
    }
    out
}

/// The last word of a label's name, in small letters.
fn last_word(text: &Text, label: &Label) -> String {
    text.word(label.name.end - 1).to_ascii_lowercase()
}

/// The one whom nearly all labels name, in an interview whose questions have none.
fn interviewee(text: &Text, labels: &[Option<Label>], is_turn: &[bool]) -> Option<String> {
    let named: Vec<String> = labels
        .iter()
        .zip(is_turn)
        .filter(|(_, t)| **t)
        .filter_map(|(l, _)| Some(last_word(text, l.as_ref()?)))
        .collect();
    let one = named.last()?;
    let count = named.iter().filter(|n| *n == one).count();
    (count >= 2 && count * 4 >= named.len() * 3).then(|| one.clone())
}

fn ends_in_question(text: &Text, paragraph: &Range<usize>) -> bool {
    paragraph.clone().rev().take(2).any(|i| text.word(i) == "?")
}

/// Whether a stretch holds a question or the first or second person outside marks.
fn is_personal(text: &Text, mut range: Range<usize>) -> bool {
    let from = range.start;
    range.any(|i| {
        let t = &text.tokens[i];
        // A mark before the label is the whole paragraph's.
        let outside = || text.passage_at(i).is_none_or(|p| text.passages[p].tokens.start < from);
        text.word(i) == "?" || t.is(Class::FIRST_PERSON | Class::SECOND_PERSON) && outside()
    })
}

/// Whether a paragraph without a label goes on with the turn before it, rather than with the reporter's text: somebody says *I*, *we* or
/// *you* in it, or it is joined to what was said and another turn follows.
fn goes_on(text: &Text, paragraph: &Range<usize>, more_follows: bool) -> bool {
    let outside = |i: &usize| text.passage_at(*i).is_none();
    let word = |i: usize| text.word(i).to_ascii_lowercase();
    let speaks = paragraph.clone().filter(outside).any(|i| {
        let t = &text.tokens[i];
        t.is(Class::FIRST_PERSON | Class::SECOND_PERSON) && !matches!(word(i).as_str(), "me" | "us")
    });
    let joined =
        matches!(word(paragraph.start).as_str(), "and" | "but" | "so" | "well" | "now" | "because" | "no" | "yes");
    let in_marks = text.passages_in(paragraph).any(|p| text.blocks[p] && !text.passages[p].single);
    (speaks || joined && more_follows) && (!in_marks || speaks)
}

/// *QWhat do you miss?*: a label whose stop got lost.
fn is_glued(text: &Text, paragraph: &Range<usize>) -> bool {
    let mut letters = text.word(paragraph.start).chars();
    letters.next() == Some('Q')
        && letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
}

/// Whether a paragraph is a stage direction or tells what follows.
fn is_aside(text: &Text, paragraph: &Range<usize>) -> bool {
    let tokens = &text.tokens[paragraph.clone()];
    let first = tokens.iter().find(|t| t.kind != TokenKind::Symbol);
    let last = tokens.iter().rfind(|t| !matches!(t.kind, TokenKind::Symbol | TokenKind::Stop));
    first.is_some_and(|t| t.kind == TokenKind::Open) && last.is_some_and(|t| t.kind == TokenKind::Close)
}

/// The stretches of a turn between its stage directions: *(Laughter.)*, *[inaudible]*, *(CROSSTALK)*.
fn without_asides(text: &Text, range: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = range.start;
    let mut i = range.start;
    while i < range.end {
        if let Some(end) = aside_end(text, i, range.end) {
            out.push(start..i);
            start = end;
            i = end;
        } else {
            i += 1;
        }
    }
    out.push(start..range.end);
    out.retain(|r| r.clone().any(|i| matches!(text.tokens[i].kind, TokenKind::Word | TokenKind::Number)));
    out
}

/// One past the stage direction that begins at token `i`.
fn aside_end(text: &Text, i: usize, limit: usize) -> Option<usize> {
    const ASIDES: &[&str] = &[
        "laughter",
        "laughs",
        "laughing",
        "applause",
        "crosstalk",
        "inaudible",
        "unintelligible",
        "cheers",
        "cheering",
        "pause",
        "silence",
        "sighs",
        "smiles",
        "off-mike",
        "off-mic",
        "ph",
        "sic",
        "boos",
        "booing",
        "music",
        "commercial",
        "break",
        "video",
        "audio",
        "clip",
        "through",
    ];
    if text.tokens[i].kind != TokenKind::Open {
        return None;
    }
    let close = (i + 1..limit.min(i + 12)).find(|&c| text.tokens[c].kind == TokenKind::Close)?;
    let words = || (i + 1..close).filter(|&w| text.tokens[w].kind == TokenKind::Word);
    let known = words().any(|w| ASIDES.contains(&&*text.word(w).to_ascii_lowercase()));
    let caps = words().count() > 0 && words().all(|w| text.tokens[w].shape.contains(Shape::ALL_CAPS)) && close > i + 2;
    let mut end = close + 1;
    if end < limit && text.tokens[end].kind == TokenKind::Stop && text.tokens[close - 1].kind == TokenKind::Stop {
        end += 1;
    }
    (known || caps).then_some(end)
}
