//! One name before it is known whose it is: its words, and what they, its phrase and what stands beside it tell of its bearer.

use std::borrow::Cow;
use std::ops::Range;

use super::bodies;
use super::discourse::LOCATIVE;
use super::kin;
use super::people::{Gender, Person};
use super::signs::Signs;
use crate::landmarks::NameHit;
use crate::landmarks::names::{ends_body, is_behind_body, is_group_name};
use crate::text::{ChunkKind, Shape, Tag, Text, Token, TokenKind, nickname_end};
use crate::words::Class;

/// A name before it is known whose it is.
pub(super) struct Candidate<'t> {
    pub tokens: Range<usize>,
    pub chunk: Option<usize>,
    pub sentence: usize,
    pub words: Vec<Cow<'t, str>>,
    pub signs: Signs,
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
        let (own, other) = (self.signs.gender, person.signs.gender);
        own.is_none() || other.is_none() || own == other
    }

    /// A new person of this name, whom nothing else is known of.
    pub fn person(&self) -> Person {
        Person {
            words: self.name(),
            speaker: None,
            signs: self.signs,
            shared: false,
            called_bare: false,
            mentions: Vec::new(),
            between: Vec::new(),
        }
    }
}

/// The name that stands on `tokens`, in the noun phrase `chunk`; none if it is a body's, or where a report was sent from.
pub(super) fn candidate<'t>(
    text: &Text<'t>,
    tokens: Range<usize>,
    chunk: Option<usize>,
    sentence: usize,
    hits: &[NameHit],
) -> Option<Candidate<'t>> {
    let first = hits.partition_point(|h| h.start < tokens.start);
    let known = hits[first..].iter().take_while(|h| h.start < tokens.end).filter(|h| h.end <= tokens.end);
    let hits: Vec<usize> = known.map(|h| h.speaker).collect();
    let nobody = || {
        is_group_name(text, &tokens)
            || ends_body(text, &tokens)
            || chunk.is_some_and(|c| is_behind_body(text, &tokens, text.chunks[c].start)) && !bodies::is_behind_kind(text, &tokens)
            || is_dateline(text, &tokens, chunk)
            || is_thing(text, &tokens)
            // “Ines Varga Live”
            || tokens.len() > 2 && is_common(&text.tokens[tokens.end - 1]) && is_in_title(text, tokens.start)
    };
    if hits.is_empty() && nobody() {
        return None;
    }
    let Spelled { words, mut signs } = spelled(text, &tokens)?;
    signs.is_person |= !hits.is_empty();
    let last = &text.tokens[tokens.end - 1];
    let given = (tokens.len() == 1 && last.is(Class::GIVEN)).then(|| Gender::of_class(last.class));
    let place = chunk.and_then(|c| place_before(text, &tokens, c));
    signs.is_weak = looks_personal(text, &tokens, &words)
        && place.is_none()
        && !is_owned(text, tokens.start)
        && !is_in_title(text, tokens.start);
    signs.is_placed = place.is_some_and(|place| place.eq_ignore_ascii_case("in"));
    if let Some(chunk) = chunk {
        signs.gender = signs.gender.or_else(|| gender_before(text, &tokens, chunk));
        // "Two pilots, “Bin Day” and “Late Tide,” were shown": what is told beside a title is told of a work.
        signs.is_body = bodies::is_behind_kind(text, &tokens) || bodies::apposed(text, chunk);
        let told = !signs.is_body && !is_in_title(text, tokens.start);
        signs.is_person |= told && is_told_beside(text, &tokens, chunk, place);
        signs.is_relative = is_relative(text, &tokens, chunk);
    }
    Some(Candidate { tokens, chunk, sentence, words, signs, given, hits })
}

/// What the words of a name tell.
struct Spelled<'t> {
    /// Without honorific and nickname.
    words: Vec<Cow<'t, str>>,
    signs: Signs,
}

/// Reads the words of a name; none where nothing but an honorific is there.
fn spelled<'t>(text: &Text<'t>, tokens: &Range<usize>) -> Option<Spelled<'t>> {
    let mut name = Spelled { words: Vec::with_capacity(tokens.len()), signs: Signs::default() };
    let mut next = tokens.start;
    while next < tokens.end {
        let i = next;
        next = nickname_end(&text.tokens, i).unwrap_or(i + 1);
        let t = &text.tokens[i];
        let first = name.words.is_empty();
        // "Igwe said", "King said": alone it is a surname.
        let honorific = first && t.is(Class::HONORIFIC) && i + 1 < tokens.end;
        // "Mother Teresa": of a nun without her surname it is part of the name.
        let nun = first && tokens.len() == 2 && text.word(i) == "Mother" && text.tokens[i + 1].is(Class::GIVEN);
        name.signs.is_person |= honorific || first && (t.is(Class::TITLE) || t.is(Class::GIVEN) && tokens.len() > 1);
        // A given name tells only before a surname: "Clinton" alone is none.
        let first_of_several = t.is(Class::GIVEN) && i + 1 < tokens.end;
        if name.signs.gender.is_none() && (honorific || first && first_of_several) {
            name.signs.gender = Gender::of_class(t.class);
            name.signs.is_sure = name.signs.gender.is_some() && honorific;
        }
        if (!honorific || nun) && t.kind == TokenKind::Word {
            name.words.push(Cow::Borrowed(text.word(i)));
        }
    }
    (!name.words.is_empty()).then_some(name)
}

/// Two or three capitalised words that are no body's and no place's name are most often a person's.
fn looks_personal(text: &Text, tokens: &Range<usize>, words: &[Cow<str>]) -> bool {
    let common =
        Class::GROUP | Class::DOCUMENT | Class::PLACE | Class::TIME | Class::NATIONALITY | Class::NOUN | Class::OUTLET;
    let plural = |w: &Cow<str>| w.len() > 6 && w.ends_with('s') && !w.ends_with("ss");
    let (first, last) = (&text.tokens[tokens.start], &text.tokens[tokens.end - 1]);
    let tokens = &text.tokens[tokens.clone()];
    let particles = tokens.iter().filter(|t| t.is(Class::PARTICLE) && !t.is_capital()).count();
    // "Religious Affairs Editor"
    let office = last.is(Class::ROLE) && !first.is(Class::GIVEN | Class::HONORIFIC | Class::TITLE);
    matches!(words.len().saturating_sub(particles), 2 | 3)
        && !words.last().is_some_and(plural)
        && !office
        && tokens.iter().all(|t| !t.is(common) || t.is(Class::GIVEN))
        && !tokens.iter().all(|t| t.shape.contains(Shape::ALL_CAPS))
}

/// The preposition of place before the phrase of a name: *a boy in Hull*, but not *envoy in Geneva Ines Varga*.
fn place_before<'t>(text: &Text<'t>, name: &Range<usize>, chunk: usize) -> Option<&'t str> {
    let before = text.chunks.get(chunk.checked_sub(1)?).filter(|p| p.kind == ChunkKind::Prep)?;
    let sent = chunk >= 2 && text.tokens[text.chunks[chunk - 2].head].is(Class::ROLE | Class::TITLE);
    let names_place = || (text.chunks[chunk].start..name.start).any(|i| text.tokens[i].is(Class::PLACE));
    let preposition = text.word(before.start);
    let locates = LOCATIVE.iter().any(|w| w.eq_ignore_ascii_case(preposition));
    (locates && !(sent && names_place())).then_some(preposition)
}

/// Whether a token stands in the marks of a title: *“Nine Mile Stone”*.
fn is_in_title(text: &Text, token: usize) -> bool {
    const LONGEST: usize = 8; // tokens
    let titled = |t: &Token| t.kind != TokenKind::Word || t.is_capital() || t.is_small_in_titles();
    text.passage_at(token).is_some_and(|p| {
        let words = text.passages[p].tokens.clone();
        words.len() <= LONGEST && text.tokens[words].iter().all(titled)
    })
}

/// A word of every day's, and no given name.
fn is_common(token: &Token) -> bool {
    token.is(Class::ANY_VERB | Class::ADJ | Class::ADV | Class::NOUN) && !token.is(Class::GIVEN)
}

/// *Ridge International Golf Course*, *Affordable Harbor Act*, *Economic Cooperation*: no given name, and everyday words to the end.
fn is_thing(text: &Text, name: &Range<usize>) -> bool {
    let tokens = &text.tokens[name.clone()];
    let thing = |t: &Token| is_common(t) && !t.is(Class::ROLE | Class::PERSON);
    let [first, middle @ .., last] = tokens else { return false };
    !first.is(Class::GIVEN | Class::HONORIFIC | Class::TITLE)
        && thing(last)
        && last.is(Class::NOUN)
        && (middle.last().is_some_and(thing) || middle.is_empty() && first.is(Class::ADJ) && thing(first))
}

/// *her Harbor Nights*: people are nobody's by their name alone, but for a body's: *the Gazette's Ines Varga*.
fn is_owned(text: &Text, name: usize) -> bool {
    name.checked_sub(1).is_some_and(|i| text.tokens[i].is(Class::POSS))
}

/// Which pronouns a title or a role before the name goes with.
fn gender_before(text: &Text, name: &Range<usize>, chunk: usize) -> Option<Gender> {
    let before = &text.tokens[text.chunks[chunk].start..name.start];
    before.iter().filter(|t| t.is(Class::ROLE | Class::TITLE)).find_map(|t| Gender::of_class(t.class))
}

/// Whether something beside a name says that it is a person's: a title or a role before it, a role or an age behind it, *who*. Behind a
/// preposition of place what follows says nothing.
fn is_told_beside(text: &Text, name: &Range<usize>, chunk: usize, place: Option<&str>) -> bool {
    let holds = |tokens: Range<usize>, class: Class| text.tokens[tokens].iter().any(|t| t.is(class));
    let office = Class::TITLE | Class::ROLE;
    if holds(text.chunks[chunk].start..name.start, office | Class::HONORIFIC | Class::TITLE_PHRASE) {
        return true;
    }
    // "The harbor master, Ines Varga,"
    if let Some([np, comma]) = chunk.checked_sub(2).map(|b| &text.chunks[b..chunk]) {
        let apposed = comma.kind == ChunkKind::Comma && np.kind == ChunkKind::Np;
        if apposed && holds(np.start..np.end, office | Class::PERSON) {
            return true;
        }
    }
    // "Hamid Darwaza, who …", "Pappathi, a flower seller in Melur, who …"
    let behind = text.chunks[chunk + 1..].iter().find(|c| c.kind != ChunkKind::Comma);
    let who = behind.is_some_and(|c| c.kind == ChunkKind::Wh && text.word(c.start).eq_ignore_ascii_case("who"));
    if place.is_none() && (who || who_behind_apposition(text, chunk)) {
        return true;
    }
    let [comma, np, ..] = &text.chunks[chunk + 1..] else { return false };
    let age = text.tokens[np.head].tag == Tag::Num && np.start + 1 == np.end;
    // "In Salem, officials said": in a place, but "from Ines Varga, an official".
    place.is_none_or(|place| place.eq_ignore_ascii_case("from"))
        && comma.kind == ChunkKind::Comma
        && np.kind == ChunkKind::Np
        && (age || holds(np.start..np.end, office))
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
    let capitals = |range: Range<usize>| text.tokens[range].iter().all(|t| t.shape.contains(Shape::ALL_CAPS));
    let begins = |start: usize| text.paragraphs.binary_search_by_key(&start, |p| p.start).is_ok();
    let next = text.chunks.get(chunk + 1).map(|n| n.kind);
    if capitals(tokens.clone()) && begins(tokens.start) {
        return matches!(next, Some(Open | Dash | Comma | Close));
    }
    // "PUERTO ALMA, Nova Terra —": the country behind the town.
    let town = chunk.checked_sub(2).map(|c| &text.chunks[c]).filter(|c| begins(c.start) && capitals(c.start..c.end));
    town.is_some() && text.chunks[chunk - 1].kind == Comma && matches!(next, Some(Open | Dash))
}
