//! The Aho-Corasick matcher (Aho & Corasick 1975): all spellings of all cues and titles, and the first words of all speakers' names, at
//! once, in one pass.

use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind, StartKind};

use crate::landmarks::spelled::Spelled;
use crate::lexicon::{Cue, CueClass, CueForm, Frames, Lexicon};
use crate::text::{Token, TokenKind};
use crate::words::Class;

/// A form of a cue in the text; not yet known to be a verb here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueHit {
    /// First token.
    pub start: usize,
    /// One past the last token: several for *point out*.
    pub end: usize,
    /// Index into the cue table.
    pub cue: usize,
    /// The form it stands in.
    pub form: CueForm,
}

/// A speaker's name or alias in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameHit {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// Index into the lexicon's speakers.
    pub speaker: usize,
}

#[derive(Clone, Copy, Debug)]
enum Pattern {
    Cue {
        cue: u32,
        form: CueForm,
        class: Class,
    },
    Title,
    /// The first word of names of at most so many bytes.
    Lead {
        longest: u32,
    },
    Name {
        speaker: u32,
    },
}

const PHRASES: &str = include_str!("../words/phrases.txt");

/// The compiled lexicon: build it once, use it for any number of articles and threads.
#[derive(Debug)]
pub struct Matcher {
    automaton: AhoCorasick,
    /// The same automaton as a table, made when there is much to read.
    table: OnceLock<Option<AhoCorasick>>,
    /// Bytes read so far.
    read: AtomicUsize,
    spellings: Vec<String>,
    patterns: Vec<Pattern>,
    names: Spelled,
    cues: Vec<Cue>,
}

/// What one pass over an article found.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    pub cues: Vec<CueHit>,
    pub names: Vec<NameHit>,
}

impl Matcher {
    /// Compiles the names and cues of `lexicon`.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut spellings: Vec<String> = Vec::new();
        let mut patterns = Vec::new();
        for (spelling, cue, form, class) in &lexicon.cues.forms {
            for variant in apostrophes(spelling) {
                spellings.push(variant.into_owned());
                patterns.push(Pattern::Cue { cue: *cue as u32, form: *form, class: *class });
            }
        }
        for phrase in PHRASES.lines().filter(|l| !l.is_empty() && !l.starts_with(['#', '['])) {
            spellings.push(phrase.to_owned());
            patterns.push(Pattern::Title);
        }
        let (names, leads) = Spelled::new(lexicon);
        for (lead, longest) in &leads {
            for variant in apostrophes(lead) {
                spellings.push(variant.into_owned());
                patterns.push(Pattern::Lead { longest: *longest as u32 });
            }
        }
        let automaton = compile(&spellings, None).expect("the number and length of names are bounded by memory");
        let (table, read) = (OnceLock::new(), AtomicUsize::new(0));
        Matcher { automaton, table, read, spellings, patterns, names, cues: lexicon.cues.cues.clone() }
    }

    /// The automaton to read so many bytes with. A table reads three times as fast as the automaton of states that is ready at once, and
    /// takes 15 ms longer to make, which pays from a megabyte or two on; with the names of many speakers it would be too large.
    fn automaton(&self, bytes: usize) -> &AhoCorasick {
        const MUCH: usize = 2 << 20;
        const MOST_SPELLINGS: usize = 5_000;
        if self.spellings.len() > MOST_SPELLINGS || self.read.fetch_add(bytes, Ordering::Relaxed) + bytes < MUCH {
            return &self.automaton;
        }
        let table = self.table.get_or_init(|| compile(&self.spellings, Some(AhoCorasickKind::DFA)).ok());
        table.as_ref().unwrap_or(&self.automaton)
    }

    /// The cue a hit refers to.
    pub fn cue(&self, hit: &CueHit) -> &Cue {
        &self.cues[hit.cue]
    }

    /// Finds all cues, titles and names that begin and end with a token, and marks the tokens.
    pub(crate) fn mark(&self, lexicon: &Lexicon, text: &str, tokens: &mut [Token]) -> Hits {
        let mut hits = Hits::default();
        let mut found: Vec<(usize, usize, Pattern)> = Vec::new(); // start token, end token, what it is
        let bytes = text.as_bytes();
        let inside = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric());
        for m in self.automaton(text.len()).find_overlapping_iter(text) {
            if m.start() > 0 && inside(m.start() - 1) || inside(m.end()) {
                continue;
            }
            let start = tokens.partition_point(|t| (t.span.start as usize) < m.start());
            if tokens.get(start).is_none_or(|t| t.span.start as usize != m.start()) {
                continue;
            }
            let pattern = self.patterns[m.pattern().as_usize()];
            if let Pattern::Lead { longest } = pattern {
                let take = |end, speaker| found.push((start, end, Pattern::Name { speaker }));
                if tokens[start].kind == TokenKind::Word {
                    self.names.find(text, tokens, start, longest as usize, &lexicon.speakers, take);
                }
                continue;
            }
            let ends = tokens[start..].iter().position(|t| t.span.end as usize >= m.end()).map(|n| start + n);
            if let Some(end) = ends.filter(|&e| tokens[e].span.end as usize == m.end()) {
                found.push((start, end + 1, pattern));
            }
        }
        found.sort_by_key(|&(start, end, _)| (start, usize::MAX - end));
        for (start, end, pattern) in found {
            match pattern {
                Pattern::Cue { cue, form, class } => {
                    if hits.cues.last().is_some_and(|h| h.start == start && h.end > end) && form != CueForm::Noun {
                        continue; // the longer one: "called on", not "called"
                    }
                    let cue = cue as usize;
                    let known = &self.cues[cue];
                    if form == CueForm::Noun {
                        hits.cues.push(CueHit { start, end, cue, form });
                        continue;
                    }
                    tokens[start].class |= class;
                    match known.class {
                        CueClass::Speech => tokens[start].class |= Class::CUE,
                        CueClass::Act => tokens[start].class |= Class::STANCE,
                        _ => {}
                    }
                    if known.class == CueClass::Speech && known.frames.intersects(Frames::HEARER | Frames::NP_TO) {
                        tokens[start].class |= Class::HEARER;
                    }
                    if matches!(known.class, CueClass::Speech | CueClass::Document)
                        && known.frames.contains(Frames::QUOTE)
                    {
                        tokens[start].class |= Class::SPEECH_CUE;
                    }
                    hits.cues.push(CueHit { start, end, cue, form });
                }
                Pattern::Title => tokens[start..end].iter_mut().for_each(|t| t.class |= Class::TITLE_PHRASE),
                Pattern::Name { speaker } => {
                    let hit = NameHit { start, end, speaker: speaker as usize };
                    let in_order = hits.names.last().is_none_or(|n| n.end <= start || (n.start, n.end) == (start, end));
                    // Twice where a lead is the beginning of another: "Jo" of "Jo-Ann".
                    let again = hits.names.iter().rev().take_while(|n| n.start == start).any(|n| *n == hit);
                    if in_order && !again {
                        hits.names.push(hit);
                    }
                }
                Pattern::Lead { .. } => {}
            }
        }
        hits
    }
}

/// The automaton of some kind for all spellings; overlapping matches are of one kind only.
fn compile(spellings: &[String], kind: Option<AhoCorasickKind>) -> Result<AhoCorasick, aho_corasick::BuildError> {
    AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .start_kind(StartKind::Unanchored)
        .ascii_case_insensitive(true)
        .kind(kind)
        .build(spellings)
}

/// A spelling with straight and with curly apostrophes.
fn apostrophes(spelling: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let straight =
        if spelling.contains('’') { Cow::Owned(spelling.replace('’', "'")) } else { Cow::Borrowed(spelling) };
    let curly = straight.contains('\'').then(|| Cow::Owned(straight.replace('\'', "’")));
    std::iter::once(straight).chain(curly)
}
