//! Lets somebody watch the engine decide. Extraction passes `()`, whose methods are empty and compile to nothing; `explain` passes a
//! [`Recorder`]. Rules know nothing of it: what ended a content is asked again of the same limits.

use std::ops::Range;

use super::content;
use super::limits::Limit;
use super::scene::{Scene, Site};
use super::source;
use super::{Found, Rule};
use crate::landmarks::CueHit;
use crate::lexicon::{Cue, CueForm};

/// Is told what the engine does, as it does it.
pub(crate) trait Trace {
    /// A cue's spelling that is no verb or noun of saying in its sentence.
    fn no_cue(&mut self, _hit: &CueHit, _cue: &Cue, _sentence: usize) {}
    /// A cue that is passed over in a stage since it is decided, or stands in what somebody said.
    fn passed(&mut self, _scene: &Scene, _site: &Site) {}
    /// A rule that was asked about a cue.
    fn asked(&mut self, _scene: &Scene, _site: &Site, _rule: &'static Rule, _found: Option<&Found>) {}
}

/// Nobody watches.
impl Trace for () {}

/// What became of a cue.
#[derive(Clone, Debug)]
pub struct CueStory {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its sentence.
    pub sentence: usize,
    /// Its row in the cue table.
    pub cue: Cue,
    /// The form it stands in.
    pub form: CueForm,
    /// It makes a statement only of words in marks.
    pub needs_marks: bool,
    /// Rules that were asked and found nothing, in order.
    pub declined: Vec<&'static Rule>,
    /// Who speaks if a rule finds what is said, as far as the verb and its subject tell.
    pub source: Option<Range<usize>>,
    /// The verb is negated: *did not say*.
    pub negated: bool,
    /// The verb is passive: *it was said*.
    pub passive: bool,
    /// How it ended.
    pub outcome: Outcome,
}

/// How a cue ended.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// No rule found anything.
    Declined,
    /// The word is no verb or noun of saying here.
    NoCue,
    /// It stands in marks.
    Quoted,
    /// It stands in what another cue governs.
    Governed,
    /// A rule decided.
    Decided {
        /// The rule.
        rule: &'static Rule,
        /// What it found.
        found: Found,
        /// For each content, the limit that ended it before its sentence did.
        limits: Vec<Option<&'static Limit>>,
    },
}

/// Writes down what becomes of each cue.
#[derive(Debug, Default)]
pub(crate) struct Recorder {
    pub cues: Vec<CueStory>,
}

impl Recorder {
    fn story(&mut self, site: &Site) -> &mut CueStory {
        let tokens = site.hit.start..site.hit.end;
        let same = |s: &CueStory| s.tokens == tokens && s.form == site.hit.form && s.cue.lemma == site.cue.lemma;
        let at = self.cues.iter().rposition(same).unwrap_or_else(|| {
            self.cues.push(CueStory {
                tokens: tokens.clone(),
                sentence: site.sentence,
                cue: site.cue.clone(),
                form: site.hit.form,
                needs_marks: site.needs_marks,
                declined: Vec::new(),
                source: None,
                negated: site.clause.chunks[site.verb].negated,
                passive: site.clause.chunks[site.verb].passive,
                outcome: Outcome::Declined,
            });
            self.cues.len() - 1
        });
        &mut self.cues[at]
    }
}

impl Trace for Recorder {
    fn no_cue(&mut self, hit: &CueHit, cue: &Cue, sentence: usize) {
        self.cues.push(CueStory {
            tokens: hit.start..hit.end,
            sentence,
            cue: cue.clone(),
            form: hit.form,
            needs_marks: false,
            declined: Vec::new(),
            source: None,
            negated: false,
            passive: false,
            outcome: Outcome::NoCue,
        });
    }

    fn passed(&mut self, scene: &Scene, site: &Site) {
        let outcome = if scene.text.passage_at(site.hit.start).is_some_and(|p| !scene.text.passages[p].unclosed) {
            Outcome::Quoted
        } else {
            Outcome::Governed
        };
        let story = self.story(site);
        if !matches!(story.outcome, Outcome::Decided { .. }) {
            story.outcome = outcome;
        }
    }

    fn asked(&mut self, scene: &Scene, site: &Site, rule: &'static Rule, found: Option<&Found>) {
        let story = self.story(site);
        match found {
            None => {
                story.declined.push(rule);
                if !site.is_noun() {
                    story.source = source::speaker(scene, site).map(|s| scene.mention(&site.clause, &s));
                }
            }
            Some(found) => {
                let limits = found.contents.iter().map(|c| limit_of(site, c)).collect();
                story.outcome = Outcome::Decided { rule, found: found.clone(), limits };
            }
        }
    }
}

/// The limit at which a content ends, if it ends at one.
fn limit_of(site: &Site, content: &Range<usize>) -> Option<&'static Limit> {
    let from = site.clause.chunk_at(content.start)?;
    let (at, limit) = content::limit(site, from)?;
    (site.clause.tokens(from..at).end == content.end).then_some(limit)
}

impl std::fmt::Debug for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}
