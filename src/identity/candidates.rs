//! The names of an article before it is known whose they are: every run of capitals that could be a person's name. What one name tells is
//! read in `candidate`, whose it is, `people` decides.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::bearers;
use super::candidate::{Candidate, candidate};
use super::labels;
use super::people::Gender;
use super::same_name::is_suffix;
use super::signs::Signs;
use crate::landmarks::NameHit;
use crate::landmarks::names::name_in;
use crate::text::{ChunkKind, Tag, Text, TokenKind, nickname_end};
use crate::words::Class;

/// A headline is no longer than so many tokens.
const HEADLINE: usize = 30;

/// All names of the article that could be a person's.
pub(super) fn candidates<'t>(text: &Text<'t>, hits: &[NameHit]) -> Vec<Candidate<'t>> {
    let mut out = Vec::new();
    for (sentence, entry) in text.sentences.iter().enumerate() {
        for chunk in entry.chunks.clone() {
            let c = &text.chunks[chunk];
            match c.kind {
                ChunkKind::Np => {
                    names_of(text, c.start..c.end, |name| {
                        out.extend(candidate(text, name, Some(chunk), sentence, hits))
                    });
                }
                ChunkKind::Quote => {
                    runs(text, c.start..c.end, |name| out.extend(candidate(text, name, None, sentence, hits)));
                }
                _ => {}
            }
        }
    }
    bearers::add(text, &mut out);
    // "Minister", "Brother" in a headline are nobody's name; "Baker" is one if somebody's surname is Baker.
    let is_common = |c: &Candidate| {
        c.words.len() == 1
            && c.hits.is_empty()
            && c.given.is_none()
            && text.tokens[c.tokens.end - 1].is(Class::ROLE | Class::PERSON | Class::TITLE)
    };
    if out.iter().any(is_common) {
        let surnames: FxHashSet<Cow<str>> =
            out.iter().filter(|c| c.words.len() > 1).filter_map(|c| c.words.last().cloned()).collect();
        out.retain(|c| !is_common(c) || surnames.contains(&c.words[0]));
    }
    // "Puppeteer who made Mr Pockets talk": a headline's capitals make no name that the article does not know.
    let ends = |p: &Range<usize>| text.tokens[p.clone()].iter().rev().take(2).any(|t| t.kind == TokenKind::Stop);
    if let Some(headline) = text.paragraphs.first().filter(|p| p.len() <= HEADLINE && !ends(p)) {
        let body = out.partition_point(|c| c.tokens.start < headline.end);
        let known: FxHashSet<Cow<str>> = out[body..].iter().flat_map(|c| c.words.iter().cloned()).collect();
        out.retain(|c| {
            c.tokens.start >= headline.end || c.words.len() > 1 || !c.hits.is_empty() || known.contains(&c.words[0])
        });
    }
    trim_headline(text, &mut out);
    for i in 1..out.len() {
        let (head, tail) = out.split_at_mut(i);
        share_surname(text, &mut head[i - 1], &tail[0]);
    }
    out
}

/// *Cabaret Star Ines Varga Joins Growing List*: in a headline no more is the name than the article says.
fn trim_headline(text: &Text, names: &mut [Candidate]) {
    let Some(headline) = text.paragraphs.first().filter(|p| p.len() <= HEADLINE) else { return };
    let body = names.partition_point(|c| c.tokens.start < headline.end);
    let (heads, bodies) = names.split_at_mut(body);
    let given = |word: &str, c: &Candidate| {
        c.tokens.clone().any(|i| text.word(i) == word && text.tokens[i].is(Class::GIVEN | Class::HONORIFIC))
    };
    for head in heads.iter_mut().filter(|c| c.words.len() > 2) {
        let inside = |c: &Candidate| head.words.windows(c.words.len()).position(|w| w == c.words);
        let shorter = |c: &&Candidate| {
            (2..head.words.len()).contains(&c.words.len()) && text.tokens[c.tokens.start].is(Class::GIVEN)
        };
        let Some((at, len)) = bodies.iter().filter(shorter).find_map(|c| Some((inside(c)?, c.words.len()))) else {
            continue;
        };
        let place = |word: &str| head.tokens.clone().find(|&i| text.word(i) == word);
        let ends = (place(&head.words[at]), place(&head.words[at + len - 1]));
        if let (Some(first), Some(last)) = ends {
            if !head.words[..at].iter().any(|w| given(w, head)) {
                head.tokens = first..last + 1;
                head.words = head.words[at..at + len].to_vec();
            }
        }
    }
}

/// The names in the labels of a transcript: nobody but a person speaks, whatever the capitals look like.
pub(super) fn add_labels(text: &Text, hits: &[NameHit], candidates: &mut Vec<Candidate<'_>>) {
    let labels = labels::names(text);
    if labels.is_empty() {
        return;
    }
    let mut names = std::mem::take(candidates).into_iter().peekable();
    for label in labels {
        let tokens = label.tokens;
        while let Some(name) = names.next_if(|c| c.tokens.end <= tokens.start) {
            candidates.push(name);
        }
        while names.next_if(|c| c.tokens.start < tokens.end).is_some() {}
        let sentence = text.sentence_at(tokens.start);
        let class = text.tokens[tokens.start].class;
        let gender = if tokens.len() > 1 { Gender::of_class(class) } else { None };
        let first = hits.partition_point(|h| h.start < tokens.start);
        let known = hits[first..].iter().take_while(|h| h.start < tokens.end).filter(|h| h.end <= tokens.end);
        let words = label.words.into_iter().map(Cow::Owned).collect();
        let hits = known.map(|h| h.speaker).collect();
        candidates.push(Candidate {
            tokens,
            chunk: None,
            sentence,
            words,
            signs: Signs::person(gender),
            given: None,
            hits,
        });
    }
    candidates.extend(names);
}

/// *Barry and Sheila Tuck*: the surname is both's.
fn share_surname<'t>(text: &Text, a: &mut Candidate<'t>, b: &Candidate<'t>) {
    let joined = a.tokens.end + 1 == b.tokens.start && text.tokens[a.tokens.end].tag == Tag::And;
    let [given, .., surname] = b.words.as_slice() else { return };
    let is_given = |c: &Candidate| text.tokens[c.tokens.start].is(Class::GIVEN);
    if joined && a.words.len() == 1 && a.given.is_some() && is_given(b) && !is_suffix(surname) && a.words[0] != *given {
        a.words.push(surname.clone());
        a.signs.gender = a.signs.gender.or(a.given.take().flatten());
        a.signs.is_person = true;
    }
}

/// The names inside a noun phrase: a possessor's and the head's.
pub(super) fn names_of(text: &Text, range: Range<usize>, mut each: impl FnMut(Range<usize>)) {
    let mut i = range.start;
    while i < range.end {
        if text.tokens[i].tag != Tag::Name {
            i += 1;
            continue;
        }
        let end = run_end(text, i, range.end);
        // "Race director", "Trump campaign": a name before a noun is an attribute, no mention of the person.
        let attribute = end < range.end && text.tokens[end].tag == Tag::Noun;
        if !attribute {
            name_in(text, range.start..end, end - 1).into_iter().for_each(&mut each);
        }
        i = end;
    }
}

fn run_end(text: &Text, start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    while end < limit {
        if let Some(surname) = nickname_end(&text.tokens, end).filter(|&n| n < limit) {
            end = surname;
            continue;
        }
        let t = &text.tokens[end];
        let particle = t.is(Class::PARTICLE) && end + 1 < limit && text.tokens[end + 1].tag == Tag::Name;
        if t.tag == Tag::Name || t.is(Class::SUFFIX) && t.is_capital() || particle {
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// Runs of capitalised words inside a quoted sentence.
fn runs(text: &Text, range: Range<usize>, mut each: impl FnMut(Range<usize>)) {
    let mut i = range.start;
    while i < range.end {
        if text.tokens[i].tag == Tag::Name {
            let end = run_end(text, i, range.end);
            name_in(text, i..end, end - 1).into_iter().for_each(&mut each);
            i = end;
        } else {
            i += 1;
        }
    }
}
