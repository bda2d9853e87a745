//! What a description may lead back to, by its noun: the people whom the article calls by it and the unnamed sources that were spoken of
//! with it. Kept by word, so that *the senator* costs the same on the first page of an article and on the thousandth.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::kin::FAMILIAR;
use super::people::People;
use super::roles::role_at;
use super::works_for;
use crate::text::{ChunkKind, Tag, Text};
use crate::words::Class;

/// Numbers by word, in order.
type ByWord<'t> = FxHashMap<Cow<'t, str>, Vec<usize>>;

/// The index.
#[derive(Debug, Default)]
pub(super) struct Recall<'t> {
    /// People by the words that stand beside their names; worked out when the first description is met.
    people: OnceCell<ByWord<'t>>,
    /// First tokens of unnamed sources by the nouns in them.
    sources: ByWord<'t>,
}

impl<'t> Recall<'t> {
    /// The people whom the article calls by a noun somewhere before or behind the name, in order; of more than anybody can tell apart,
    /// those named nearest to token `at`.
    pub fn people(&self, text: &'t Text, people: &People, noun: &str, at: usize) -> Vec<usize> {
        const BEFORE: usize = 24;
        const BEHIND: usize = 8;
        let first = |p: usize| people.people[p].mentions.first().map_or(0, |&m| people.mentions[m].tokens.start);
        let near = |list: &'_ [usize]| {
            let here = list.partition_point(|&p| first(p) < at);
            here.saturating_sub(BEFORE)..list.len().min(here + BEHIND)
        };
        let lists = self.lists(text, people, noun);
        let mut found: Vec<usize> = lists.flat_map(|list| &list[near(list)]).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether the article calls somebody by a noun.
    pub fn calls(&self, text: &'t Text, people: &People, noun: &str, person: usize) -> bool {
        self.lists(text, people, noun).any(|list| list.binary_search(&person).is_ok())
    }

    /// Some of those whom the article calls by a noun, the last first.
    pub fn last_called(&self, text: &'t Text, people: &People, noun: &str) -> impl Iterator<Item = usize> {
        const MEMORY: usize = 8;
        self.lists(text, people, noun).flat_map(|list| list.iter().rev().take(MEMORY).copied())
    }

    /// Those who are called by a noun, and by each of its short forms.
    fn lists(&self, text: &'t Text, people: &People, noun: &str) -> impl Iterator<Item = &[usize]> {
        let known = self.people.get_or_init(|| people_by_word(text, people));
        let words = SHORT.iter().chain(FAMILIAR).filter(move |(_, long)| *long == noun).map(|(short, _)| *short);
        std::iter::once(noun).chain(words).filter_map(|word| known.get(word)).map(Vec::as_slice)
    }

    /// Notes that an unnamed source is spoken of at token `at` with the words `tokens`.
    pub fn note(&mut self, text: &'t Text, at: usize, tokens: &Range<usize>) {
        let sentence = text.chunks_of(text.sentence_at(tokens.start));
        let holder = sentence.partition_point(|c| c.end <= tokens.start);
        let head = sentence.get(holder).filter(|c| c.kind == ChunkKind::Np && c.start <= tokens.start).map(|c| c.head);
        // "an aide to the prime minister" is no minister.
        // "one of the judges" is one.
        let first = sentence.get(holder);
        // "a Department of Tides official" is an official.
        let counts = first.is_none_or(|c| matches!(text.tokens[c.head].tag, Tag::Pron | Tag::Num | Tag::Det))
            || head.is_some_and(|head| works_for(text, tokens, head).is_some());
        let end = first.filter(|_| !counts).map_or(tokens.end, |c| c.end.min(tokens.end));
        // "the passenger's headphones" are no passenger.
        let nouns = (tokens.start..end.max(tokens.start + 1))
            .filter(|&i| text.tokens[i].tag == Tag::Noun && Some(i) != head && !text.is_possessor(i + 1));
        for i in nouns.chain(head) {
            let word = small(text.word(i));
            if let Some(one) = word.strip_suffix('s') {
                let one = one.to_owned();
                add(self.sources.entry(one.into()).or_default(), at);
            }
            add(self.sources.entry(word).or_default(), at);
        }
    }

    /// Where unnamed sources were spoken of with a noun before token `before`, the nearest first, as far back as anybody remembers; if
    /// nobody was, with another noun for the same.
    pub fn sources(&self, noun: &str, before: usize) -> impl Iterator<Item = usize> + '_ {
        const MEMORY: usize = 32;
        let places = |noun: &str| {
            let places = self.sources.get(noun).map_or(&[][..], Vec::as_slice);
            &places[..places.partition_point(|&p| p < before)]
        };
        let others = SAME.iter().filter(|(later, _)| *later == noun).map(|(_, earlier)| places(earlier));
        let own = places(noun);
        let places = if own.is_empty() { others.max_by_key(|p| p.last()).unwrap_or_default() } else { own };
        places.iter().rev().take(MEMORY).copied()
    }
}

/// Keeps a list in order and each number in it once.
fn add(list: &mut Vec<usize>, number: usize) {
    if list.last().is_none_or(|&last| last < number) {
        list.push(number);
    } else if let Err(at) = list.binary_search(&number) {
        list.insert(at, number);
    }
}

/// A word with A–Z made small.
fn small(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|b| b.is_ascii_uppercase()) { word.to_ascii_lowercase().into() } else { word.into() }
}

/// People by the words before and behind their names.
fn people_by_word<'t>(text: &'t Text, people: &People) -> ByWord<'t> {
    let mut out = ByWord::default();
    let mut take = |person: usize, tokens: Range<usize>| {
        // "President Varga's son-in-law Tom Lund" is no president.
        let noun_phrase = tokens.clone().take_while(|&i| text.tokens[i].tag != Tag::Prep);
        let owned = noun_phrase.filter(|&i| text.tokens[i].tag == Tag::Genitive).last().unwrap_or(tokens.start);
        for i in tokens {
            let t = &text.tokens[i];
            let owner = i < owned && t.is(Class::ROLE | Class::PERSON | Class::TITLE);
            if !owner && (!t.is(Class::FUNCTION) || t.is(Class::ROLE | Class::PERSON | Class::NATIONALITY)) {
                add(out.entry(small(text.word(i))).or_default(), person);
            }
        }
    };
    for (person, entry) in people.people.iter().enumerate() {
        for mention in entry.mentions.iter().map(|&m| &people.mentions[m]) {
            let Some(chunk) = mention.chunk else { continue };
            let kind = |i: usize| text.chunks.get(i).map(|c| c.kind);
            let comma = |i: usize| kind(i) == Some(ChunkKind::Comma);
            // "the senator, Ines Varga,", but "in the words of the senator, Ines Varga said", "to the senator, Varga “won”"
            let verb_behind = matches!(kind(chunk + 1), Some(ChunkKind::Verb | ChunkKind::Mark | ChunkKind::Quote));
            if let Some(before) =
                chunk.checked_sub(2).filter(|&b| comma(b + 1) && kind(b) == Some(ChunkKind::Np) && !verb_behind)
            {
                take(person, text.chunks[before].start..text.chunks[before].end);
            }
            // "Senator Ines Varga"
            take(person, text.chunks[chunk].start..mention.tokens.start);
            // "Ines Varga, a senator from Ohio", but "Varga's aide, the senator said"
            let clause_behind = kind(chunk + 2) == Some(ChunkKind::Np) && kind(chunk + 3) == Some(ChunkKind::Verb);
            if comma(chunk + 1) && text.chunks[chunk].end == mention.tokens.end && !clause_behind {
                let end = text.chunks[(chunk + 5).min(text.chunks.len() - 1)].end;
                let acts = |&i: &usize| match text.tokens[i].tag {
                    Tag::VerbPast | Tag::VerbS | Tag::Have | Tag::Modal => true,
                    // "who is a pilot" tells something of her, "who met a pilot" of another.
                    Tag::Wh => text.tokens.get(i + 1).is_none_or(|t| t.tag != Tag::Be),
                    _ => false,
                };
                let verb = (mention.tokens.end..end).find(acts);
                take(person, mention.tokens.end..verb.unwrap_or(end));
            }
            // "Ambassador to Norway Ines Varga", "Ines Varga is a pilot"
            let beside = |role: &Range<usize>| role.end <= mention.tokens.start || !comma(chunk + 1);
            if let Some(role) = role_at(text, mention).filter(beside) {
                take(person, role);
            }
        }
    }
    out
}

/// A noun for an unnamed source, and the noun it may have been brought in with.
const SAME: &[(&str, &str)] = &[
    ("insider", "source"),
    ("insider", "friend"),
    ("insider", "pal"),
    ("source", "insider"),
    ("source", "pal"),
    ("source", "friend"),
    ("pal", "friend"),
    ("friend", "pal"),
    ("mp", "backbencher"),
    ("mp", "minister"),
    ("lawmaker", "senator"),
    ("lawmaker", "congressman"),
    ("person", "employee"),
    ("person", "worker"),
    ("person", "executive"),
    ("person", "official"),
    ("person", "banker"),
    ("person", "adviser"),
    ("person", "aide"),
];

/// Titles as the wires shorten them.
const SHORT: &[(&str, &str)] = &[
    ("sen.", "senator"),
    ("rep.", "representative"),
    ("rep.", "congressman"),
    ("rep.", "congresswoman"),
    ("rep.", "lawmaker"),
    ("sen.", "lawmaker"),
    ("gov.", "governor"),
    ("dr.", "doctor"),
    ("prof.", "professor"),
    ("gen.", "general"),
    ("lt.", "lieutenant"),
    ("capt.", "captain"),
    ("sgt.", "sergeant"),
    ("det.", "detective"),
    ("rev.", "reverend"),
    ("rev.", "pastor"),
    ("ceo", "executive"),
    ("ambassador", "diplomat"),
    ("envoy", "diplomat"),
    ("consul", "diplomat"),
    ("ambassador", "envoy"),
    ("senator", "lawmaker"),
    ("congressman", "lawmaker"),
    ("congresswoman", "lawmaker"),
    ("mp", "lawmaker"),
    ("mp", "politician"),
    ("senator", "politician"),
    ("minister", "politician"),
    ("spokesman", "spokesperson"),
    ("spokeswoman", "spokesperson"),
];
