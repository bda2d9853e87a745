//! Everything the word lists and the lexicon name in an article: forms of cues and titles by their first word, in tables that are built
//! in, and speakers' names by their first words, in one pass of an Aho-Corasick automaton (Aho & Corasick 1975).

use std::borrow::Cow;

use aho_corasick::{AhoCorasick, MatchKind, StartKind};

use super::phrase::{Phrase, Phrases, What, phrases};
use super::spelled::Spelled;
use crate::lexicon::{Cue, CueClass, CueForm, Frames, Lexicon};
use crate::text::{Token, TokenKind};
use crate::words::{Class, Table};

// `static CUES: &[Cue]`, `static PHRASES: &[Phrase]`, `static FIRST_WORDS: Table`, written by the build script.
include!(concat!(env!("OUT_DIR"), "/landmarks.rs"));

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

/// The compiled lexicon: build it once, use it for any number of articles and threads.
#[derive(Debug)]
pub struct Matcher {
    /// Finds the first words of names: a million people share a few thousand.
    leads: AhoCorasick,
    /// For each of them the length of the longest name that begins with it, in bytes.
    longest: Vec<usize>,
    names: Spelled,
    /// The cues that a user adds, and their forms.
    added: Vec<Cue>,
    added_phrases: Phrases,
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
        let (names, leads) = Spelled::new(lexicon);
        let (leads, longest): (Vec<String>, Vec<usize>) = leads.into_iter().unzip();
        // Case and all, and of leads that begin alike the longest, so that few of them are looked for by their rarest bytes.
        let leads = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Unanchored)
            .build(&leads)
            .expect("the number and length of names are bounded by memory");
        let added_phrases = phrases(&lexicon.cues, CUES.len(), std::iter::empty());
        Matcher { leads, longest, names, added: lexicon.cues.cues.clone(), added_phrases }
    }

    /// The cue a hit refers to.
    pub fn cue(&self, hit: &CueHit) -> &Cue {
        self.numbered(hit.cue)
    }

    fn numbered(&self, cue: usize) -> &Cue {
        CUES.get(cue).unwrap_or_else(|| &self.added[cue - CUES.len()])
    }

    /// Finds all cues, titles and names that begin and end with a token, and marks the tokens.
    pub(crate) fn mark(&self, lexicon: &Lexicon, text: &str, tokens: &mut [Token]) -> Hits {
        Hits { cues: self.mark_phrases(text, tokens), names: self.names(lexicon, text, tokens) }
    }

    fn mark_phrases(&self, text: &str, tokens: &mut [Token]) -> Vec<CueHit> {
        let mut hits = Vec::new();
        for start in 0..tokens.len() {
            if tokens[start].kind != TokenKind::Word {
                continue;
            }
            let span = tokens[start].span;
            let first_word = FIRST_WORDS.get_at(text.as_bytes(), span.start as usize, span.end as usize);
            let first = (first_word >> 8) as usize;
            for phrase in &PHRASES[first..first + (first_word & 0xff) as usize] {
                self.mark_phrase(phrase, start, text, tokens, &mut hits);
            }
            if !self.added_phrases.is_empty() {
                for phrase in self.added_phrases.get(&span.of(text).to_ascii_lowercase()).into_iter().flatten() {
                    self.mark_phrase(phrase, start, text, tokens, &mut hits);
                }
            }
        }
        hits
    }

    /// Marks a phrase whose first word is token `start`, if the rest follows.
    fn mark_phrase(&self, phrase: &Phrase, start: usize, text: &str, tokens: &mut [Token], hits: &mut Vec<CueHit>) {
        let Some(end) = end_of(&phrase.rest, start, text, tokens) else { return };
        let (cue, form, class) = match phrase.what {
            What::Cue { cue, form, class } => (cue as usize, form, class),
            What::Title => return tokens[start..end].iter_mut().for_each(|t| t.class |= Class::TITLE_PHRASE),
        };
        if form != CueForm::Noun {
            if hits.last().is_some_and(|h| h.start == start && h.end > end) {
                return; // the longer one: "called on", not "called"
            }
            let known = self.numbered(cue);
            let token = &mut tokens[start].class;
            *token |= class;
            match known.class {
                CueClass::Speech => *token |= Class::CUE,
                CueClass::Act => *token |= Class::STANCE,
                _ => {}
            }
            if known.class == CueClass::Speech && known.frames.intersects(Frames::HEARER | Frames::NP_TO) {
                *token |= Class::HEARER;
            }
            if matches!(known.class, CueClass::Speech | CueClass::Document) && known.frames.contains(Frames::QUOTE) {
                *token |= Class::SPEECH_CUE;
            }
        }
        hits.push(CueHit { start, end, cue, form });
    }

    /// The names of known speakers. Of names that overlap the one that begins first holds, and of those the longest; namesakes all do.
    fn names(&self, lexicon: &Lexicon, text: &str, tokens: &[Token]) -> Vec<NameHit> {
        let bytes = text.as_bytes();
        let inside = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        let mut found: Vec<NameHit> = Vec::new();
        for lead in self.leads.find_iter(text) {
            if lead.start() > 0 && inside(lead.start() - 1) || inside(lead.end()) {
                continue;
            }
            let start = tokens.partition_point(|t| (t.span.start as usize) < lead.start());
            if tokens.get(start).is_some_and(|t| t.span.start as usize == lead.start() && t.kind == TokenKind::Word) {
                let longest = self.longest[lead.pattern().as_usize()];
                let take = |end, speaker| found.push(NameHit { start, end, speaker: speaker as usize });
                self.names.find(text, tokens, start, longest, &lexicon.speakers, take);
            }
        }
        found.sort_by_key(|hit| (hit.start, usize::MAX - hit.end));
        let mut hits: Vec<NameHit> = Vec::with_capacity(found.len());
        for hit in found {
            let place = (hit.start, hit.end);
            if hits.last().is_none_or(|n| n.end <= hit.start || (n.start, n.end) == place) {
                hits.push(hit);
            }
        }
        hits
    }
}

/// One past the last token of a phrase whose first word is token `start`, where the rest of it follows and ends with a token.
fn end_of(rest: &str, start: usize, text: &str, tokens: &[Token]) -> Option<usize> {
    if rest.is_empty() {
        return Some(start + 1);
    }
    let from = tokens[start].span.end as usize;
    let to = from + rest.len();
    let follows = text.as_bytes().get(from..to)?.eq_ignore_ascii_case(rest.as_bytes());
    let last = || tokens[start..].iter().position(|t| t.span.end as usize >= to).map(|n| start + n);
    last().filter(|&last| follows && tokens[last].span.end as usize == to).map(|last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;
    use crate::words::lists;

    fn hits(matcher: &Matcher, text: &str) -> Vec<(usize, usize, String, CueForm)> {
        let hits = matcher.mark(&Lexicon::empty(), text, &mut tokenize(text));
        hits.cues.iter().map(|h| (h.start, h.end, matcher.cue(h).lemma.to_string(), h.form)).collect()
    }

    #[test]
    fn every_phrase_is_found_as_it_is_spelt() {
        let matcher = Matcher::new(&Lexicon::empty());
        let mut count = 0;
        for phrase in include_str!(concat!(env!("OUT_DIR"), "/spellings.txt")).lines() {
            let text = format!("They {}, then", phrase.to_uppercase());
            let mut tokens = tokenize(&text);
            let found = matcher.mark(&Lexicon::empty(), &text, &mut tokens);
            let end = tokens.iter().rposition(|t| t.kind == TokenKind::Comma).unwrap();
            let title = || tokens[1..end].iter().all(|t| t.class.contains(Class::TITLE_PHRASE));
            assert!(found.cues.iter().any(|h| (h.start, h.end) == (1, end)) || title(), "{phrase:?}: {found:?}");
            count += 1;
        }
        assert!(count > 2000 && lists::titles().count() > 100);
    }

    #[test]
    fn of_two_cues_the_longer_one_holds() {
        let matcher = Matcher::new(&Lexicon::empty());
        let point_out = (1, 3, "point out".to_owned(), CueForm::Past);
        assert_eq!(hits(&matcher, "He pointed out that"), [point_out]);
        let nouns = hits(&matcher, "the claim was");
        assert!(nouns.iter().any(|h| h.3 == CueForm::Noun) && nouns.iter().any(|h| h.3 == CueForm::Base), "{nouns:?}");
        assert_eq!(hits(&matcher, "He pointed outside"), []);
    }

    #[test]
    fn a_users_verb_is_a_cue() {
        let lexicon = Lexicon::parse("speakers.toml", "[[cue]]\nverb = \"kvetch\"").unwrap();
        let matcher = Matcher::new(&lexicon);
        assert_eq!(hits(&matcher, "She Kvetched"), [(1, 2, "kvetch".to_owned(), CueForm::Past)]);
        assert_eq!(hits(&Matcher::new(&Lexicon::empty()), "She kvetched"), []);
    }

    #[test]
    fn of_names_that_overlap_the_first_and_longest_holds() {
        let lexicon = Lexicon::parse(
            "speakers.toml",
            "[[speaker]]\nname = \"Jo Berg\"\naliases = [\"Jo\"]\n[[speaker]]\nname = \"Jo-Ann Lund\"\n\
             [[speaker]]\nname = \"Berg Lund\"\n[[speaker]]\nname = \"Jo Berg\"\nid = \"other\"",
        )
        .unwrap();
        let matcher = Matcher::new(&lexicon);
        for (text, want) in [
            ("Jo Berg Lund", vec![(0, 2, 0), (0, 2, 3)]),
            ("JO-ANN LUND", vec![(0, 2, 1)]),
            ("jo berg", vec![]),
            ("Jo, Jo-Ann Lund", vec![(0, 1, 0), (2, 4, 1)]),
            ("Major Jobs", vec![]),
        ] {
            let names = matcher.mark(&lexicon, text, &mut tokenize(text)).names;
            assert_eq!(names.iter().map(|n| (n.start, n.end, n.speaker)).collect::<Vec<_>>(), want, "{text:?}");
        }
    }
}
