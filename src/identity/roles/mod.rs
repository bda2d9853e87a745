//! The article's own words for what a person is, the first it has: right before the name, before it with a comma, behind it, or told by
//! *is*. Each place has a file; which of them holds where several tell something is decided here.

mod before;
mod behind;
mod described;
mod joined;

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::people::{Gender, NameMention, People};
use crate::text::clause::Clause;
use crate::text::{ChunkKind, Tag, Text, Token};
use crate::words::Class;
use before::{before_name, is_rank};
use behind::{behind_name, behind_of};
use described::described_before;

/// What was found about people, so that nobody who speaks often is looked up more than once.
#[derive(Debug, Default)]
pub(crate) struct Roles(FxHashMap<usize, Option<Range<usize>>>);

impl Roles {
    /// The words for a person's role, from the first mention that has some.
    pub fn stated(&mut self, text: &Text, people: &People, person: usize) -> Option<Range<usize>> {
        self.0.entry(person).or_insert_with(|| stated_role(text, people, person)).clone()
    }
}

fn stated_role(text: &Text, people: &People, person: usize) -> Option<Range<usize>> {
    people.people[person].mentions.iter().find_map(|&m| role_at(text, &people.mentions[m]))
}

/// The words for a person's role beside one mention.
pub(super) fn role_at(text: &Text, mention: &NameMention) -> Option<Range<usize>> {
    words_at(text, mention).map(|role| without_decade(text, role))
}

/// *a retired pilot* of *a retired pilot in her early 60s*.
fn without_decade(text: &Text, role: Range<usize>) -> Range<usize> {
    let is = |i: usize, words: &[&str]| words.contains(&text.word(i));
    let last = role.clone().last().map_or("", |last| text.word(last));
    let decade =
        last.strip_suffix('s').is_some_and(|years| years.len() == 2 && years.bytes().all(|b| b.is_ascii_digit()));
    let owner = role.end.checked_sub(2).and_then(|o| o.checked_sub(is(o, &["early", "mid", "late"]) as usize));
    let preposition = owner.filter(|&o| is(o, &["his", "her", "their"])).and_then(|o| o.checked_sub(1));
    let found = preposition.filter(|&p| decade && p > role.start && text.word(p) == "in");
    role.start..found.unwrap_or(role.end)
}

fn words_at(text: &Text, mention: &NameMention) -> Option<Range<usize>> {
    let chunk = mention.chunk?;
    let name = text.chunks[chunk].start..mention.tokens.start;
    if let Some(before) = before_name(text, mention, chunk) {
        let more = if before == name { more_than_before(text, mention, chunk, name) } else { None };
        return more.or(Some(before));
    }
    let described = if name.is_empty() { described_before(text, mention, chunk) } else { None };
    // "With the mayor, Ole Lund, a pilot, left": two people.
    let opens = |role: &Range<usize>| role.start == 0 || text.tokens[role.start - 1].tag != Tag::Prep;
    (described.clone().filter(opens))
        .or_else(|| behind_name(text, mention, chunk))
        .or(described)
        .or_else(|| behind_of(text, mention, chunk))
        .or_else(|| predicated(text, mention, chunk))
}

/// What says more than the words right before a name that begin its phrase, `before`: *the harbor master, Captain Ole Lund*; *Gen. Ole
/// Lund, the commander of the port*.
fn more_than_before(text: &Text, mention: &NameMention, chunk: usize, before: Range<usize>) -> Option<Range<usize>> {
    let tokens = &text.tokens[before.clone()];
    let is_title = |t: &Token| t.is_capital() && t.is(Class::TITLE);
    let titled = tokens.iter().all(is_title);
    // "Her husband, landscape architect Ole Lund", but "Her husband, Senate President Ole Lund"
    let kin = |role: &Range<usize>| text.tokens[role.start].tag == Tag::Poss && !tokens.iter().any(is_title);
    // "His opponent, Captain Ole Lund" says less.
    let says_more = |role: &Range<usize>| {
        let of = role.clone().skip(1).find(|&i| text.tokens[i].tag == Tag::Prep).unwrap_or(role.end);
        !RELATIONS.contains(&text.word(of - 1)) && !text.word(role.start).eq_ignore_ascii_case("one")
    };
    let described = || described_before(text, mention, chunk).filter(|role| (titled || kin(role)) && says_more(role));
    let ranked = || before.clone().all(|i| is_rank(text.word(i)));
    described().or_else(|| if ranked() { behind_name(text, mention, chunk) } else { None })
}

/// *Ines Varga is a retired pilot.*
fn predicated(text: &Text, mention: &NameMention, chunk: usize) -> Option<Range<usize>> {
    let clause = Clause::of(text, mention.sentence);
    let here = chunk - text.sentences[mention.sentence].chunks.start;
    let whole = text.chunks[chunk].start == mention.tokens.start && text.chunks[chunk].end == mention.tokens.end;
    let opens = here == 0 || matches!(clause.kind(here - 1), Some(ChunkKind::Comma | ChunkKind::And));
    // "Ines Varga, 28, is"
    let age = clause.is_nominal(here + 2) && text.tokens[clause.chunks[here + 2].head].tag == Tag::Num;
    let commas = [here + 1, here + 3].iter().all(|&i| clause.kind(i) == Some(ChunkKind::Comma));
    let verb = if age && commas { here + 4 } else { here + 1 };
    let is = clause.chunks.get(verb).filter(|c| c.kind == ChunkKind::Verb && c.start + 1 == c.end && !c.negated)?;
    if !whole || !opens || !matches!(text.word(is.start), "is" | "was" | "'s" | "’s") {
        return None;
    }
    let phrase = clause.phrase_from(verb + 1).filter(|p| clause.is_word(p.head, &["a", "an", "the"]))?;
    let head = &clause.chunks[phrase.head];
    let end = phrase.chunks.end;
    let closes =
        matches!(clause.kind(end), None | Some(ChunkKind::Stop | ChunkKind::Comma | ChunkKind::Wh | ChunkKind::And));
    // "a woman who" tells nothing, "the daughter of a cook" no role.
    let generic = text.tokens[head.head].is(Class::PERSON) && Gender::of_class(text.tokens[head.head].class).is_some();
    (closes && text.tokens[head.head].is(Class::ROLE) && !generic).then(|| clause.tokens(phrase.chunks))
}

/// What somebody is to another, which says less than a title.
const RELATIONS: &[&str] = &[
    "opponent",
    "rival",
    "challenger",
    "foe",
    "supporter",
    "backer",
    "ally",
    "critic",
    "colleague",
    "counterpart",
    "predecessor",
    "successor",
    "friend",
];

/// Whether a word is a role, or a noun that by its ending names who does something: *coordinator*, *dairyman*.
fn tells_role(text: &Text, i: usize) -> bool {
    const ENDINGS: &[&str] = &[
        "ator", "itor", "man", "woman", "person", "master", "keeper", "holder", "ologist", "wright", "maker", "odian",
        "arian", "smith",
    ];
    let token = &text.tokens[i];
    let word = text.word(i);
    let by_ending = || {
        let small = word.to_lowercase();
        let before_name = token.tag == Tag::Name && text.tokens.get(i + 1).is_some_and(|n| n.is(Class::GIVEN));
        (token.tag == Tag::Noun || before_name)
            && !token.is(Class::GIVEN | Class::PLACE)
            && ENDINGS.iter().any(|e| small.len() > e.len() + 2 && small.ends_with(e))
    };
    // "septuagenarian Ines Varga"
    let age = || word.ends_with("genarian") || word.ends_with("-year-old");
    (token.is(Class::ROLE | Class::TITLE | Class::TITLE_PHRASE | Class::PERSON) || by_ending()) && !age()
}
