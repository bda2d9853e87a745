//! The names of an article before it is known whose they are: every run of capitals that could be a person's name, with what its
//! phrase tells of it. Whose it is, `people` decides.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::bearers;
use super::discourse::LOCATIVE;
use super::kin;
use super::labels;
use super::people::{Gender, Person};
use super::same_name::is_suffix;
use crate::landmarks::NameHit;
use crate::landmarks::names::{is_behind_body, is_group_name, name_in};
use crate::text::{ChunkKind, Tag, Text, TokenKind, nickname_end};
use crate::words::Class;

/// A headline is no longer than so many tokens.
const HEADLINE: usize = 30;

/// A name before it is known whose it is.
pub(super) struct Candidate<'t> {
    pub tokens: Range<usize>,
    pub chunk: Option<usize>,
    pub sentence: usize,
    pub words: Vec<Cow<'t, str>>,
    pub gender: Option<Gender>,
    /// A *Mr.* or *Mrs.* says so, not only the given name.
    pub is_sure: bool,
    pub is_person: bool,
    pub is_weak: bool,
    /// It stands behind a preposition of place.
    pub is_placed: bool,
    /// It is named as somebody's relative: *his wife, Ines Varga*.
    pub is_relative: bool,
    /// The only word is a given name, of this gender if it tells.
    pub given: Option<Option<Gender>>,
    pub hits: Vec<usize>,
}

impl Candidate<'_> {
    /// The words of the name, as a person keeps them.
    pub fn name(&self) -> Vec<String> {
        self.words.iter().map(|w| w.as_ref().to_owned()).collect()
    }

    /// Whether nothing in the pronouns of either speaks against their being one.
    pub fn may_be(&self, person: &Person) -> bool {
        self.gender.is_none() || person.gender.is_none() || self.gender == person.gender
    }

    /// A new person of this name, whom nothing else is known of.
    pub fn person(&self) -> Person {
        Person {
            words: self.name(),
            speaker: None,
            gender: self.gender,
            is_sure: self.is_sure,
            is_person: self.is_person,
            is_weak: self.is_weak,
            is_placed: false,
            is_relative: self.is_relative,
            shared: false,
            called_bare: false,
            mentions: Vec::new(),
            between: Vec::new(),
        }
    }
}

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
            gender,
            is_sure: false,
            is_person: true,
            is_weak: false,
            is_placed: false,
            is_relative: false,
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
        a.gender = a.gender.or(a.given.take().flatten());
        a.is_person = true;
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

fn candidate<'t>(
    text: &Text<'t>,
    tokens: Range<usize>,
    chunk: Option<usize>,
    sentence: usize,
    hits: &[NameHit],
) -> Option<Candidate<'t>> {
    let first = hits.partition_point(|h| h.start < tokens.start);
    let found: Vec<usize> = hits[first..]
        .iter()
        .take_while(|h| h.start < tokens.end)
        .filter(|h| h.end <= tokens.end)
        .map(|h| h.speaker)
        .collect();
    if found.is_empty() && is_group_name(text, &tokens) {
        return None;
    }
    if found.is_empty() && chunk.is_some_and(|c| is_behind_body(text, &tokens, text.chunks[c].start)) {
        return None;
    }
    if found.is_empty() && is_dateline(text, &tokens, chunk) {
        return None;
    }
    let mut gender = None;
    let mut is_sure = false;
    let mut is_person = !found.is_empty();
    let mut words = Vec::with_capacity(tokens.len());
    let mut next = tokens.start;
    while next < tokens.end {
        let i = next;
        next = nickname_end(&text.tokens, i).unwrap_or(i + 1);
        let t = &text.tokens[i];
        // "Igwe said", "King said": alone it is a surname.
        let honorific = words.is_empty() && t.is(Class::HONORIFIC) && i + 1 < tokens.end;
        if honorific
            || words.is_empty() && t.is(Class::GIVEN) && tokens.len() > 1
            || t.is(Class::TITLE) && words.is_empty()
        {
            is_person = true;
        }
        // A given name tells only before a surname: "Clinton" alone is none.
        let first_of_several = t.is(Class::GIVEN) && i + 1 < tokens.end;
        if gender.is_none() && words.is_empty() && (t.is(Class::HONORIFIC) || first_of_several) {
            gender = Gender::of_class(t.class);
            is_sure = gender.is_some() && t.is(Class::HONORIFIC);
        }
        if !honorific && t.kind == TokenKind::Word {
            words.push(Cow::Borrowed(text.word(i)));
        }
    }
    if words.is_empty() {
        return None;
    }
    let last = &text.tokens[tokens.end - 1];
    let given = (tokens.len() == 1 && last.is(Class::GIVEN)).then(|| Gender::of_class(last.class));
    // Two or three capitalised words that are no body's and no place's name are most often a person's.
    let common =
        Class::GROUP | Class::DOCUMENT | Class::PLACE | Class::TIME | Class::NATIONALITY | Class::NOUN | Class::OUTLET;
    let plural = |w: &Cow<str>| w.len() > 6 && w.ends_with('s') && !w.ends_with("ss");
    let particles = text.tokens[tokens.clone()].iter().filter(|t| t.is(Class::PARTICLE) && !t.is_capital()).count();
    let is_weak = matches!(words.len().saturating_sub(particles), 2 | 3)
        && !words.last().is_some_and(plural)
        // "Religious Affairs Editor"
        && !(last.is(Class::ROLE) && !text.tokens[tokens.start].is(Class::GIVEN | Class::HONORIFIC | Class::TITLE))
        && text.tokens[tokens.clone()].iter().all(|t| !t.is(common) || t.is(Class::GIVEN))
        && !text.tokens[tokens.clone()].iter().all(|t| t.shape.contains(crate::text::Shape::ALL_CAPS));
    // "envoy in Geneva Ines Varga"
    let sent = |c: usize| c >= 2 && text.tokens[text.chunks[c - 2].head].is(Class::ROLE | Class::TITLE);
    let names_place = |c: usize| (text.chunks[c].start..tokens.start).any(|i| text.tokens[i].is(Class::PLACE));
    let behind_place = chunk.is_some_and(|c| sent(c) && names_place(c));
    // "a boy in Hull who": in a place.
    let located = !behind_place
        && chunk.and_then(|c| text.chunks.get(c.checked_sub(1)?)).is_some_and(|p| {
            p.kind == ChunkKind::Prep && LOCATIVE.iter().any(|w| w.eq_ignore_ascii_case(text.word(p.start)))
        });
    let is_placed = located && chunk.is_some_and(|c| text.word(text.chunks[c - 1].start).eq_ignore_ascii_case("in"));
    // Words in the marks of a title: “Nine Mile Stone”.
    let titled = text.passage_at(tokens.start).is_some_and(|p| {
        let words = text.passages[p].tokens.clone();
        words.len() <= 8
            && text.tokens[words].iter().all(|t| t.kind != TokenKind::Word || t.is_capital() || t.is_small_in_titles())
    });
    let is_weak = is_weak && !located && !titled;
    if let Some(chunk) = chunk {
        let c = &text.chunks[chunk];
        // A title or a role before the name in its phrase, or a role or an age behind it.
        is_person |= (c.start..tokens.start)
            .any(|i| text.tokens[i].is(Class::TITLE | Class::ROLE | Class::HONORIFIC | Class::TITLE_PHRASE));
        if gender.is_none() {
            gender = (c.start..tokens.start).find_map(|i| {
                let t = &text.tokens[i];
                t.is(Class::ROLE | Class::TITLE).then(|| Gender::of_class(t.class)).flatten()
            });
        }
        // "The harbor master, Ines Varga,"
        if let Some([np, comma]) = chunk.checked_sub(2).map(|b| &text.chunks[b..chunk]) {
            let role = text.tokens[np.start..np.end].iter().any(|t| t.is(Class::ROLE | Class::TITLE | Class::PERSON));
            is_person |= comma.kind == ChunkKind::Comma && np.kind == ChunkKind::Np && role;
        }
        // "Hamid Darwaza, who …"
        let behind_name = text.chunks[chunk + 1..].iter().find(|c| c.kind != ChunkKind::Comma);
        is_person |= !located
            && behind_name.is_some_and(|c| c.kind == ChunkKind::Wh && text.word(c.start).eq_ignore_ascii_case("who"));
        // "Pappathi, a flower seller in Melur, who …"
        is_person |= !located && who_behind_apposition(text, chunk);
        if let [comma, np, ..] = &text.chunks[chunk + 1..] {
            let role = text.tokens[np.start..np.end].iter().any(|t| t.is(Class::ROLE | Class::TITLE));
            let age = text.tokens[np.head].tag == Tag::Num && np.start + 1 == np.end;
            // "In Salem, officials said": in a place.
            let from = located && text.word(text.chunks[chunk - 1].start).eq_ignore_ascii_case("from");
            is_person |=
                (!located || from) && comma.kind == ChunkKind::Comma && np.kind == ChunkKind::Np && (role || age);
        }
    }
    Some(Candidate {
        is_relative: chunk.is_some_and(|c| is_relative(text, &tokens, c)),
        tokens,
        chunk,
        sentence,
        words,
        gender,
        is_sure,
        is_person,
        is_weak,
        is_placed,
        given,
        hits: found,
    })
}

/// *his former wife, Ines Varga*, *his wife Ines Varga*: whether a relation stands before the name in chunk `chunk`.
fn is_relative(text: &Text, name: &Range<usize>, chunk: usize) -> bool {
    let relation = |tokens: Range<usize>| {
        let owned = tokens.clone().any(|i| text.tokens[i].is(Class::POSS) || text.tokens[i].tag == Tag::Genitive);
        owned && tokens.end.checked_sub(1).is_some_and(|last| kin::noun(text.word(last)).is_some())
    };
    let before =
        chunk.checked_sub(2).map(|b| &text.chunks[b]).filter(|_| text.chunks[chunk - 1].kind == ChunkKind::Comma);
    relation(text.chunks[chunk].start..name.start)
        || before.is_some_and(|b| b.kind == ChunkKind::Np && relation(b.start..b.end))
}

/// Whether an apposition follows chunk `name` and then *who*.
fn who_behind_apposition(text: &Text, name: usize) -> bool {
    use ChunkKind::{Comma, Np, Prep};
    let kind = |i: usize| text.chunks.get(i).map(|c| c.kind);
    let mut i = name + 2;
    if kind(name + 1) != Some(Comma) || kind(i) != Some(Np) || text.tokens[text.chunks[i].head].tag == Tag::Name {
        return false;
    }
    i += 1;
    while kind(i) == Some(Prep) && kind(i + 1) == Some(Np) {
        i += 2;
    }
    i += (kind(i) == Some(Comma)) as usize;
    kind(i) == Some(ChunkKind::Wh) && text.word(text.chunks[i].start).eq_ignore_ascii_case("who")
}

/// *PUERTO ALMA (AP) —*: a place in capitals that begins a paragraph.
fn is_dateline(text: &Text, tokens: &Range<usize>, chunk: Option<usize>) -> bool {
    use ChunkKind::{Close, Comma, Dash, Open};
    let Some(chunk) = chunk else { return false };
    let capitals =
        |range: Range<usize>| text.tokens[range].iter().all(|t| t.shape.contains(crate::text::Shape::ALL_CAPS));
    let begins = |start: usize| text.paragraphs.binary_search_by_key(&start, |p| p.start).is_ok();
    let next = text.chunks.get(chunk + 1).map(|n| n.kind);
    if capitals(tokens.clone()) && begins(tokens.start) {
        return matches!(next, Some(Open | Dash | Comma | Close));
    }
    // "PUERTO ALMA, Nova Terra —": the country behind the town.
    let town = chunk.checked_sub(2).map(|c| &text.chunks[c]).filter(|c| begins(c.start) && capitals(c.start..c.end));
    town.is_some() && text.chunks[chunk - 1].kind == Comma && matches!(next, Some(Open | Dash))
}
