//! Who said what: ordered rules find the statements of an article, each with its content, its cue and the words for its source.
//! A rule answers only which words; who they name is decided in `identity`. The engine owns the loop and never asks a rule about a
//! cue or a passage that is already decided.

mod asides;
mod asked;
mod beside_quote;
mod breaks;
mod complement;
mod content;
mod control;
mod edges;
mod leftover;
mod limits;
mod mention;
mod naming;
mod nearby;
mod noun;
mod parenthetical;
mod scene;
mod set_off;
mod source;
mod speaker_label;
mod start;
mod trace;
pub(crate) mod transcript;

use std::ops::Range;

use crate::landmarks::{CueHit, Matcher};
use crate::lexicon::CueClass;
use crate::text::Text;

pub use crate::example::Example;
pub(crate) use crate::example::example;
pub use leftover::Passed;
pub(crate) use leftover::passed_over;
pub use limits::{LIMITS, Limit};
pub(crate) use scene::{Scene, Site};
pub use trace::{CueStory, Outcome};
pub(crate) use trace::{Recorder, Trace};

/// A rule of attribution.
pub struct Rule {
    /// Name, exported with each record.
    pub id: &'static str,
    /// What it claims about English, in a sentence.
    pub says: &'static str,
    /// Share of its records that can be used as they are on PolNeAR's training articles: the column `right` of
    /// `whosaid eval --gold PolNeAR/data/train --rules`, two places.
    pub confidence: f32,
    /// Positive and negative examples.
    pub examples: &'static [Example],
    /// Looks at one cue.
    pub(crate) find: fn(&Scene, &Site) -> Option<Found>,
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

/// What a rule found at a cue.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Tokens of the words for the source; none where the text names nobody.
    pub mention: Option<Range<usize>>,
    /// Tokens of the content, in order.
    pub contents: Vec<Range<usize>>,
}

/// An act of speech: one source, one cue, one or more stretches of content.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// Tokens of the cue.
    pub cue: Option<Range<usize>>,
    /// Tokens of the words for the source.
    pub mention: Option<Range<usize>>,
    /// Tokens of the content, in order; quotation marks are not among them at the ends.
    pub contents: Vec<Range<usize>>,
    /// The sentence of the cue.
    pub sentence: usize,
    /// Goes on from the statement of the paragraph before.
    pub continued: bool,
}

/// The stages in order. Within a stage cues are taken from left to right, so that what governs wins over what is governed; for each
/// cue the rules are asked in order.
///
/// Quotes beside a cue come first: marks are the surest sign there is. Parentheticals come before complements, since in *She will win,
/// he says, because they say so* the whole sentence is his.
const STAGES: &[Stage] = &[
    Stage { verbs: beside_quote::RULES, nouns: &[] },
    Stage { verbs: parenthetical::RULES, nouns: &[] },
    Stage { verbs: asked::RULES, nouns: &[] },
    Stage { verbs: complement::RULES, nouns: noun::RULES },
];

/// The rules for verbs and for nouns of one stage.
struct Stage {
    verbs: &'static [&'static Rule],
    nouns: &'static [&'static Rule],
}

/// All rules, in the order they are asked; those for quotes that no cue claims come last.
pub fn rules() -> Vec<&'static Rule> {
    let cues = STAGES.iter().flat_map(|stage| stage.verbs.iter().chain(stage.nouns));
    transcript::RULES.iter().chain(cues).chain(leftover::RULES).copied().collect()
}

/// Finds the statements of an article, in reading order of their content, and tells `trace` how.
pub(crate) fn statements(
    text: &Text,
    hits: &[CueHit],
    matcher: &Matcher,
    beliefs: bool,
    trace: &mut impl Trace,
) -> Vec<Statement> {
    let mut scene = Scene::new(text);
    transcript::take(&mut scene);
    let mut sites: Vec<Site> = Vec::new();
    let mut next = 0;
    for sentence in 0..text.sentences.len() {
        let range = &text.sentences[sentence].tokens;
        while next < hits.len() && hits[next].start < range.start {
            next += 1;
        }
        sites.clear();
        while next < hits.len() && hits[next].start < range.end {
            let cue = matcher.cue(&hits[next]);
            let needs_marks = cue.class == CueClass::Act || cue.class == CueClass::Belief && !beliefs;
            if let Some(site) = Site::new(text, sentence, hits[next], cue, needs_marks) {
                sites.push(site);
            } else {
                trace.no_cue(&hits[next], cue, sentence);
            }
            next += 1;
        }
        for stage in STAGES {
            for site in &sites {
                if scene.is_decided(site) {
                    trace.passed(&scene, site);
                    continue;
                }
                let rules = if site.is_noun() { stage.nouns } else { stage.verbs };
                let decided = rules.iter().find_map(|rule| {
                    let found = (rule.find)(&scene, site);
                    trace.asked(&scene, site, rule, found.as_ref());
                    found.map(|f| (*rule, f))
                });
                if let Some((rule, found)) = decided {
                    scene.take(rule, site, found);
                }
            }
        }
        leftover::after_sentence(&mut scene, sentence);
    }
    scene.into_statements()
}
