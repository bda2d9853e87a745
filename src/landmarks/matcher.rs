//! The Aho-Corasick matcher (Aho & Corasick 1975): all spellings of all cues, titles and speakers at once, in one pass.

use std::borrow::Cow;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::lexicon::{Cue, CueClass, CueForm, Frames, Lexicon};
use crate::span::Span;
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
    Cue { cue: u32, form: CueForm, class: Class },
    Title,
    Name { speaker: u32 },
}

const PHRASES: &str = include_str!("../words/phrases.txt");

/// The compiled lexicon: build it once, use it for any number of articles and threads.
#[derive(Debug)]
pub struct Matcher {
    automaton: AhoCorasick,
    spellings: Vec<String>,
    patterns: Vec<Pattern>,
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
        for (speaker, entry) in lexicon.speakers.iter().enumerate() {
            for name in std::iter::once(&entry.name).chain(&entry.aliases) {
                for variant in apostrophes(name) {
                    spellings.push(variant.into_owned());
                    patterns.push(Pattern::Name { speaker: speaker as u32 });
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .build(&spellings)
            .expect("the number and length of names are bounded by memory");
        Matcher { automaton, spellings, patterns, cues: lexicon.cues.cues.clone() }
    }

    /// The cue a hit refers to.
    pub fn cue(&self, hit: &CueHit) -> &Cue {
        &self.cues[hit.cue]
    }

    /// Finds all cues, titles and names that begin and end with a token, and marks the tokens.
    pub(crate) fn mark(&self, text: &str, tokens: &mut [Token]) -> Hits {
        let mut hits = Hits::default();
        let mut found: Vec<(usize, usize, usize)> = Vec::new(); // start token, end token, pattern
        let bytes = text.as_bytes();
        let inside = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric());
        for m in self.automaton.find_overlapping_iter(text) {
            if m.start() > 0 && inside(m.start() - 1) || inside(m.end()) {
                continue;
            }
            let start = tokens.partition_point(|t| (t.span.start as usize) < m.start());
            if tokens.get(start).is_none_or(|t| t.span.start as usize != m.start()) {
                continue;
            }
            let ends = tokens[start..].iter().position(|t| t.span.end as usize >= m.end()).map(|n| start + n);
            if let Some(end) = ends.filter(|&e| tokens[e].span.end as usize == m.end()) {
                found.push((start, end + 1, m.pattern().as_usize()));
            }
        }
        found.sort_by_key(|&(start, end, _)| (start, usize::MAX - end));
        for (start, end, pattern) in found {
            match self.patterns[pattern] {
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
                    let written = Span { start: tokens[start].span.start, end: tokens[end - 1].span.end }.of(text);
                    let same_case = written == self.spellings[pattern] || written.chars().all(|c| !c.is_lowercase());
                    let in_order = hits.names.last().is_none_or(|n| n.end <= start || (n.start, n.end) == (start, end));
                    if same_case && in_order && tokens[start].kind == TokenKind::Word {
                        hits.names.push(NameHit { start, end, speaker: speaker as usize });
                    }
                }
            }
        }
        hits
    }
}

/// A spelling with straight and with curly apostrophes.
fn apostrophes(spelling: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let straight =
        if spelling.contains('’') { Cow::Owned(spelling.replace('’', "'")) } else { Cow::Borrowed(spelling) };
    let curly = straight.contains('\'').then(|| Cow::Owned(straight.replace('\'', "’")));
    std::iter::once(straight).chain(curly)
}
