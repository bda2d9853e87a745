//! Bodies that a phrase describes and names at once: *the security firm Lundtec*, *state news agency NUNA*. The name is the speaker; the
//! description is no role, as only people have one. Here, too, is what else tells a body's name from a person's, and what *the firm* means
//! then; other descriptions are read in `descriptions`.

use std::ops::Range;

use super::Who;
use super::discourse::Discourse;
use super::pronouns::REACH;
use crate::text::{ChunkKind, Tag, Text, Token, TokenKind};
use crate::words::Class;

/// Nouns of bodies whose name may stand right behind them.
const KINDS: &[&str] = &[
    "agency",
    "airline",
    "association",
    "bank",
    "blog",
    "body",
    "broadcaster",
    "brokerage",
    "carmaker",
    "carrier",
    "channel",
    "charity",
    "club",
    "company",
    "consultancy",
    "cooperative",
    "daily",
    "firm",
    "foundation",
    "giant",
    "group",
    "institute",
    "institution",
    "insurer",
    "journal",
    "lender",
    "magazine",
    "movement",
    "network",
    "newspaper",
    "organisation",
    "organization",
    "party",
    "platform",
    "portal",
    "provider",
    "publication",
    "retailer",
    "site",
    "startup",
    "station",
    "studio",
    "tabloid",
    "tank",
    "union",
    "watchdog",
    "website",
    "weekly",
];

/// A body in words that describe it and name it.
pub(super) struct Body {
    /// The noun that tells what kind of body it is.
    pub kind: usize,
    /// The tokens of its name.
    pub name: Range<usize>,
}

/// The body that `tokens` describe and name, if they are just that.
pub(super) fn described(text: &Text, tokens: &Range<usize>) -> Option<Body> {
    let small = |i: &usize| !text.tokens[*i].is_capital() && KINDS.contains(&text.word(*i));
    let kind = tokens.clone().rev().find(small).filter(|k| k + 1 < tokens.end)?;
    // "the station WPVI in Oslo": where, and no part of the name.
    let place = |i: &usize| matches!(text.word(*i), "in" | "at" | "on" | "from" | "near");
    let mut name = kind + 1..(kind + 2..tokens.end).find(place).unwrap_or(tokens.end);
    // "the rights group Tide Now said": an adverb, but with a capital.
    let goes_on = |t: &&Token| t.kind == TokenKind::Word && t.is_capital() && t.tag == Tag::Adv;
    name.end += text.tokens[name.end..].iter().take_while(goes_on).count();
    let owner = (tokens.start..kind).rev().find(|&i| text.tokens[i].tag == Tag::Genitive);
    let first = owner.map_or(tokens.start, |g| g + 1);
    let first = first + text.tokens[first].is(Class::DET) as usize;
    let describes = |t: &Token| {
        matches!(t.tag, Tag::Adj | Tag::Noun | Tag::Name | Tag::Num) || t.tag.is_verb() && t.kind == TokenKind::Word
    };
    let description = text.tokens[first..kind].iter().all(describes);
    (description && is_name(text, &name)).then_some(Body { kind, name })
}

/// *the shipping company Harbel*: whether what kind of body it is stands before a name.
pub(super) fn is_behind_kind(text: &Text, name: &Range<usize>) -> bool {
    let person = text.tokens[name.start].is(Class::GIVEN | Class::HONORIFIC);
    // "the group Action against Noise", "the group Tide Now": the name goes on.
    let word = |i: usize| text.tokens.get(i).filter(|t| t.kind == TokenKind::Word);
    let joins = |i: usize| {
        let preposition = text.tokens[i].tag == Tag::Prep && !matches!(text.word(i), "in" | "at" | "from" | "on");
        text.tokens[i].is_small_in_titles() || preposition
    };
    let goes_on = word(name.end)
        .is_some_and(|t| t.is_capital() || joins(name.end) && word(name.end + 1).is_some_and(Token::is_capital));
    // "leader of the party Ines Varga"
    let noun = |i: &usize| matches!(text.tokens[*i].tag, Tag::Adj | Tag::Noun | Tag::Det | Tag::Poss);
    let first = (0..name.start).rev().take(6).take_while(noun).last();
    let held = name.len() > 1 && first.is_some_and(|f| f > 0 && matches!(text.word(f - 1), "of" | "for" | "at"));
    if goes_on || held {
        return false;
    }
    let kind = |k: usize| text.tokens[k].tag == Tag::Noun && KINDS.contains(&text.word(k));
    !person && name.start.checked_sub(1).is_some_and(kind)
}

/// Whether the noun phrase behind the comma behind chunk `name`, or before the comma before it, tells that it is a body's: *Varga Lund, the
/// shipping company that owns it*, *the shipping company, Varga Lund,*; but not in a list.
pub(super) fn apposed(text: &Text, name: usize) -> bool {
    use ChunkKind::{Comma, Np, Prep, Stop, Verb, Wh};
    let kind = |i: usize| text.chunks.get(i).map(|c| c.kind);
    let tells = |i: usize| {
        let chunk = &text.chunks[i];
        let article = ["a", "an", "the"].iter().any(|a| a.eq_ignore_ascii_case(text.word(chunk.start)));
        // "a letter carrier"
        let people = text.word(chunk.head) == "carrier";
        article
            && !people
            && chunk.kind == Np
            && text.tokens[chunk.head].tag == Tag::Noun
            && KINDS.contains(&text.word(chunk.head))
    };
    let behind = kind(name + 1) == Some(Comma)
        && kind(name + 2) == Some(Np)
        && tells(name + 2)
        && (matches!(kind(name + 3), Some(Wh | Prep | Comma | Stop))
            || kind(name + 3) == Some(Verb) && !text.chunks[name + 3].is_finite());
    let before = || {
        let [np, comma] = [2, 1].map(|back| name.checked_sub(back));
        let opens = np.is_some_and(|np| np == 0 || matches!(kind(np - 1), Some(Stop | Comma | Verb)));
        opens && comma.is_some_and(|c| kind(c) == Some(Comma)) && kind(name + 1) == Some(Comma) && np.is_some_and(tells)
    };
    behind || before()
}

/// Whether the words are written as a name, and none tells a time, a people or a person.
fn is_name(text: &Text, name: &Range<usize>) -> bool {
    const OTHER: Class = Class::TIME.union(Class::TITLE).union(Class::HONORIFIC);
    let names = |t: &Token| {
        let word = matches!(t.kind, TokenKind::Word | TokenKind::Number);
        word && t.is_capital() && !t.is(Class::DET | Class::PLURAL | Class::ROLE)
    };
    let inside = |t: &Token| names(t) || t.is_small_in_titles();
    let (first, last) = (&text.tokens[name.start], &text.tokens[name.end - 1]);
    let people = name.len() == 1 && first.is(Class::NATIONALITY);
    names(first) && names(last) && !first.is(OTHER) && !people && text.tokens[name.clone()].iter().all(inside)
}

impl Discourse<'_> {
    /// *the firm*, behind *the security firm Lundtec*: the only body named before straight behind the noun.
    pub(super) fn named_body(&self, tokens: &Range<usize>, noun: &str) -> Option<Who> {
        let sentence = self.text.sentence_at(tokens.start);
        let named = |&p: &usize| {
            let body = &self.people.people[p];
            let far = body.mentions.partition_point(|&m| self.people.mentions[m].sentence + REACH <= sentence);
            let places = body.mentions[far..].iter().map(|&m| self.people.mentions[m].tokens.start);
            let behind_noun = |at: usize| at > 0 && self.text.word(at - 1).eq_ignore_ascii_case(noun);
            body.is_body() && places.take_while(|&at| at < tokens.start).any(behind_noun)
        };
        let bodies = self.recall.people(self.text, self.people, noun, tokens.start);
        let mut bodies = bodies.into_iter().filter(named);
        let person = bodies.next().filter(|_| bodies.next().is_none())?;
        Some(Who::Person { person, through: true, ambiguous: false })
    }
}
