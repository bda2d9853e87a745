//! Whether *he* or *she* fits somebody whose name does not tell: the article's own pronouns. *Silas Corkum and his wife* says it, and so
//! does *Corkum left. He was tired.*, as long as nobody else is near whom the pronoun could mean.

use std::ops::Range;

use super::people::{Gender, People};
use crate::text::{Chunk, ChunkKind, Tag, Text};
use crate::words::Class;

/// So much evidence, and none against it, counts more than what the given name usually tells.
const SURE: u32 = 3;

/// How many tokens a name may stand before its pronoun.
const REACH: usize = 60;

/// A pronoun of the reporter's that is one person's.
pub(super) struct Told {
    sentence: usize,
    token: usize,
    gender: Gender,
    /// A possessive in the sentence of the name counts more than a pronoun that may mean somebody else.
    weight: u32,
}

/// All of them that an article has outside quotation marks, in order.
pub(super) fn pronouns(text: &Text) -> Vec<Told> {
    let mut out = Vec::new();
    for (sentence, entry) in text.sentences.iter().enumerate() {
        for at in entry.tokens.clone().filter(|&at| is_third_person(text, at)) {
            if text.passage_at(at).is_none() {
                out.extend(pronoun(text, at).map(|(gender, weight)| Told { sentence, token: at, gender, weight }));
            }
        }
    }
    out
}

/// Gives everybody whose pronouns are not known those that the article uses, where so much more speaks for them than against.
pub(super) fn infer(text: &Text, pronouns: &[Told], people: &mut People, least: u32) {
    let mut votes = vec![(0u32, 0u32); people.people.len()];
    for told in pronouns {
        if let Some(person) = meant(text, people, told.sentence, told.token) {
            let (he, she) = &mut votes[person];
            *(if told.gender == Gender::Masculine { he } else { she }) += told.weight;
        }
    }
    for (person, (he, she)) in people.people.iter_mut().zip(votes) {
        if !(person.signs.is_person || person.signs.is_weak) {
            continue;
        }
        let told = match (he.saturating_sub(she), she.saturating_sub(he)) {
            (more, 0) if more >= least => Some(Gender::Masculine),
            (0, more) if more >= least => Some(Gender::Feminine),
            _ => None,
        };
        // A list of names may be wrong about this one; the article is not, where it says so plainly.
        let plain = he.min(she) == 0 && he.max(she) >= SURE;
        if person.signs.gender.is_none() || plain && !person.signs.is_sure {
            person.signs.gender = told.or(person.signs.gender);
        }
    }
}

fn is_third_person(text: &Text, i: usize) -> bool {
    let token = &text.tokens[i];
    matches!(token.tag, Tag::Pron | Tag::Poss) && token.is(Class::THIRD_PERSON)
}

/// What a pronoun of the third person says, and how much.
fn pronoun(text: &Text, i: usize) -> Option<(Gender, u32)> {
    let token = &text.tokens[i];
    // "Berg, 34, her manager", "Berg is her manager": somebody else's.
    if token.tag == Tag::Poss && is_predicate(text, i) {
        return None;
    }
    // "Kadhim, standing behind her": hardly himself.
    if token.tag == Tag::Pron
        && token.is(Class::OBJECT)
        && !token.is(Class::SUBJECT)
        && i > 0
        && text.tokens[i - 1].tag == Tag::Prep
    {
        return None;
    }
    let weight = if token.tag == Tag::Poss { 2 } else { 1 };
    match text.word(i).to_ascii_lowercase().as_str() {
        "he" | "his" => Some((Gender::Masculine, weight)),
        "she" | "her" => Some((Gender::Feminine, weight)),
        "himself" => Some((Gender::Masculine, 3)),
        "herself" => Some((Gender::Feminine, 3)),
        _ => None,
    }
}

/// Whether the noun phrase that token `i` begins stands behind a comma or a form of *be*.
fn is_predicate(text: &Text, i: usize) -> bool {
    let chunks = text.chunks_of(text.sentence_at(i));
    let chunk = chunks.partition_point(|c| c.end <= i);
    chunk > 0
        && chunks.get(chunk).is_some_and(|c| c.start == i)
        && (chunks[chunk - 1].kind == ChunkKind::Comma && !has_verb(chunks, chunk)
            || text.tokens[chunks[chunk - 1].head].tag == Tag::Be)
}

/// Whether noun phrase `np` is the subject of the verb straight behind it.
fn has_verb(chunks: &[Chunk], np: usize) -> bool {
    chunks.get(np + 1).is_some_and(Chunk::is_finite)
}

/// The only one whom the pronoun at token `at` can mean: the one person named before it in its sentence, or, where it opens the
/// sentence, the one named in the sentence before.
fn meant(text: &Text, people: &People, sentence: usize, at: usize) -> Option<usize> {
    let start = text.sentences[sentence].tokens.start;
    if let Some(person) = only_one(text, people, start..at, sentence) {
        return Some(person);
    }
    let opens = at <= start + 1;
    let before = sentence
        .checked_sub(1)
        .filter(|&b| opens && text.sentences[b].paragraph == text.sentences[sentence].paragraph)?;
    only_one(text, people, text.sentences[before].tokens.clone(), before)
}

/// The one person named in a stretch of a sentence, if nobody else is spoken of in it.
fn only_one(text: &Text, people: &People, range: Range<usize>, sentence: usize) -> Option<usize> {
    if range.len() > REACH {
        return None;
    }
    let first = people.mentions.partition_point(|m| m.tokens.start < range.start);
    // Whom a quote speaks of does not speak it.
    let mut named =
        people.mentions[first..].iter().take_while(|m| m.tokens.end <= range.end).filter(|m| m.chunk.is_some());
    let one = named.next()?;
    let possessor = text.is_possessor(one.tokens.end);
    if possessor || one.ambiguous || named.any(|m| m.person != one.person) {
        return None;
    }
    // "Berg told the engineer that she": two people. An apposition behind its comma is the one named.
    let chunks = text.chunks_of(sentence);
    let others =
        chunks.iter().enumerate().filter(|(_, c)| c.start >= range.start && c.end <= range.end).any(|(i, c)| {
            // Behind a comma or "whose", and what is many, "he" and "she" do not mean.
            // "Once Berg had left, the engineer said that she": a verb makes it a subject.
            let apposed = i > 0
                && (chunks[i - 1].kind == ChunkKind::Wh
                    || chunks[i - 1].kind == ChunkKind::Comma && !has_verb(chunks, i))
                || text.tokens[c.head].is(Class::PLURAL);
            let own = c.start <= one.tokens.start && one.tokens.end <= c.end;
            let pronoun = text.tokens[c.start].tag == Tag::Pron && text.tokens[c.start].is(Class::THIRD_PERSON);
            c.kind == ChunkKind::Np
                && !own
                && (pronoun && c.start < one.tokens.start
                    || !apposed && text.tokens[c.head].is(Class::ROLE | Class::PERSON))
        });
    // "He won Oslo and other towns. In Oslo he": no place is he.
    let signs = &people.people[one.person].signs;
    let place = signs.is_placed && !signs.is_person;
    (!others && !place).then_some(one.person)
}
