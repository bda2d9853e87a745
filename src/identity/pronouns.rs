//! *he*, *she*, *they*, *it*: gender and number rule out; recency and having been a subject or a speaker decide, as in Hobbs (1978) and
//! the sieves of Muzny et al. (2017), with the newspaper's habit that the last speaker goes on.

use std::ops::Range;

use super::discourse::{Discourse, Prominent};
use super::he_or_she::Pronoun;
use super::people::Gender;
use super::{Who, WordsKind};
use crate::text::{Chunk, ChunkKind, Tag, Token};
use crate::words::Class;

/// Verbs behind *they* that only somebody does, beside those of saying.
const ASKS: &[&str] = &[
    "called",
    "call",
    "urged",
    "urge",
    "accused",
    "accuse",
    "demanded",
    "demand",
    "asked",
    "ask",
    "proposed",
    "blamed",
    "blame",
    "criticised",
    "criticized",
    "vowed",
    "promised",
];

/// How many sentences a pronoun may look back.
pub(super) const REACH: usize = 9;

/// How many of those spoken of a pronoun asks, in a sentence without end.
pub(super) const MEMORY: usize = 64;

/// How many sentences a pronoun may look back to somebody of whom nothing tells *he* from *she*.
pub(super) const NEAR: usize = 2;

impl Discourse<'_> {
    /// Whom a pronoun means.
    pub(super) fn pronoun(&self, at: usize) -> Option<Who> {
        let word = self.text.word(at).to_ascii_lowercase();
        let gender = match word.as_str() {
            "he" | "his" | "him" => Some(Gender::Masculine),
            "she" | "her" => Some(Gender::Feminine),
            "they" | "their" | "it" | "its" => None,
            "i" | "me" | "my" => {
                let reporter = self.reporter.filter(|_| self.text.passage_at(at).is_none());
                return Some(reporter.map_or(Who::Dangling { tokens: at..at + 1 }, |person| Who::Person {
                    person,
                    through: true,
                    ambiguous: false,
                }));
            }
            _ => return Some(Who::Dangling { tokens: at..at + 1 }),
        };
        let sentence = self.text.sentence_at(at);
        let from = self.prominent.partition_point(|p| p.sentence + REACH <= sentence);
        let before = self.prominent.partition_point(|p| p.token < at).max(from);
        if let Some(gender) = gender {
            return self.he_or_she(Pronoun { at, sentence, gender });
        }
        let plural = matches!(word.as_str(), "they" | "their");
        // "In a statement it said": the body whose statement it is.
        let vehicle = |p: &Prominent| {
            p.sentence == sentence
                && matches!(p.who, Who::Words { kind: WordsKind::Document, .. })
                && p.token > 0
                && matches!(self.text.word(p.token - 1), "In" | "in" | "On" | "on")
        };
        // "The results were late. They said": no results did, though "they" of another verb may be those.
        let cue = |i: Option<usize>| i.and_then(|i| self.text.tokens.get(i)).is_some_and(|t| t.is(Class::SPEECH_CUE));
        let speaks = cue(Some(at + 1)) || cue(at.checked_sub(1)) || ASKS.contains(&self.text.word(at + 1));
        // "it read": a text does, no bank.
        let reads = self.text.tokens.get(at + 1).is_some() && matches!(self.text.word(at + 1), "read" | "reads");
        let said = |p: &&Prominent| (p.sentence < sentence || !self.in_content(p.token)) && !vehicle(p);
        let meant = |p: &Prominent| match &p.who {
            // "A government spokesperson … they said"
            Who::Words { tokens, kind: kind @ WordsKind::Anonymous, .. }
                if plural && p.sentence + NEAR >= sentence && self.is_anybody(tokens) =>
            {
                Some(Who::Words { tokens: tokens.clone(), through: true, kind: *kind })
            }
            Who::Words { tokens, kind, .. }
                if self.is_plural(tokens) == plural
                    && (plural && !(speaks && self.are_things(self.head_of(&self.core(tokens))))
                        || matches!(kind, WordsKind::Document)
                        || matches!(kind, WordsKind::Group) && !reads) =>
            {
                Some(Who::Words { tokens: tokens.clone(), through: true, kind: *kind })
            }
            // "Oslotec gave no reason … it said": a name that nothing says is a person's, or that is a body's.
            Who::Person { person, ambiguous: false, .. }
                if !plural
                    && !reads
                    && (p.spoke || self.people.people[*person].is_body())
                    && self.is_nobody(*person)
                    && !self.is_called_he(*person, from..before) =>
            {
                Some(Who::Person { person: *person, through: true, ambiguous: false })
            }
            _ => None,
        };
        let nearest = self.prominent[from..before].iter().rev().filter(said).find(|p| meant(p).is_some())?;
        // "The station, which the other bank calls Radio Goat, … It said": what the sentence before is about.
        let topic = self.text.sentences[nearest.sentence].tokens.start;
        let about =
            |p: &&Prominent| !plural && p.sentence < sentence && p.token <= topic + 1 && self.is_related(p, nearest);
        let at = self.prominent.partition_point(|p| p.token < topic);
        let first = self.prominent[at..before].iter().take(1).filter(said).find(about);
        first.and_then(meant).or_else(|| meant(nearest))
    }

    /// Whether the plural at token `i` is of what neither speaks nor writes, by the list or by its ending: *measures*, *revelations*.
    fn are_things(&self, i: usize) -> bool {
        const ENDINGS: &[&str] =
            &["ments", "ations", "utions", "sions", "ings", "ities", "nesses", "ances", "ences", "sidies"];
        const SPEAKS: Class =
            Class::ROLE.union(Class::PERSON).union(Class::GROUP).union(Class::DOCUMENT).union(Class::SPEAKING);
        let token = &self.text.tokens[i];
        let ends = || ENDINGS.iter().any(|ending| self.text.word(i).ends_with(ending));
        self.text.is_thing(i) || token.tag == Tag::Noun && !token.is(SPEAKS) && (token.is(Class::TIME) || ends())
    }

    /// Whether a relative clause of what comes first holds the second: *the station, which the other bank calls …*
    fn is_related(&self, first: &Prominent, second: &Prominent) -> bool {
        let between = first.token..second.token;
        between.len() < 12 && between.clone().any(|i| self.text.tokens[i].tag == Tag::Wh)
    }

    /// Whether a name is a person's as far as can be told, and not the reporter's.
    pub(super) fn is_someone(&self, person: usize) -> bool {
        let p = &self.people.people[person];
        self.reporter != Some(person) && (p.signs.is_person || p.signs.is_weak)
    }

    /// Whether a pronoun of the last sentences was his or hers.
    fn is_called_he(&self, person: usize, near: Range<usize>) -> bool {
        self.prominent[near.end.saturating_sub(MEMORY).max(near.start)..near.end].iter().any(|p| {
            let token = &self.text.tokens[p.token];
            let third = token.tag == Tag::Pron && !self.text.word(p.token).eq_ignore_ascii_case("it");
            third && matches!(p.who, Who::Person { person: other, .. } if other == person)
        })
    }

    /// Whether nothing says that a name is a person's, neither beside it nor *he* or *she*.
    fn is_nobody(&self, person: usize) -> bool {
        let p = &self.people.people[person];
        !self.is_someone(person) && p.signs.gender.is_none()
    }

    pub(super) fn fits(&self, person: usize, gender: Gender) -> bool {
        if self.reporter == Some(person) {
            return false;
        }
        let p = &self.people.people[person];
        p.signs.gender.map_or(p.signs.is_person || p.signs.is_weak, |g| g == gender)
    }

    /// *a spokesperson*: one of whom *they* is said.
    fn is_anybody(&self, tokens: &Range<usize>) -> bool {
        self.core(tokens).any(|i| self.text.word(i).ends_with("person"))
    }

    /// Whether words for an unnamed source say *he* or *she*: *a spokeswoman*, not *an official*.
    pub(super) fn tells_gender(&self, tokens: &Range<usize>) -> bool {
        let gender = |t: &Token| t.is(Class::ROLE | Class::PERSON) && Gender::of_class(t.class).is_some();
        self.text.tokens[self.core(tokens)].iter().any(gender)
    }

    /// Whether words for an unnamed source fit a pronoun: *a man*, *an official*, not *officials*.
    pub(super) fn words_fit(&self, tokens: &Range<usize>, gender: Option<Gender>) -> bool {
        let tokens = &self.core(tokens);
        let own = tokens.clone().find_map(|i| {
            let t = &self.text.tokens[i];
            t.is(Class::ROLE | Class::PERSON).then(|| Gender::of_class(t.class)).flatten()
        });
        // "Second-child policy" is no child.
        let thing = |i: usize| {
            let next = self.text.tokens.get(i + 1).filter(|_| tokens.contains(&(i + 1)));
            next.is_some_and(|t| t.tag == Tag::Noun && !t.is(Class::ROLE | Class::PERSON | Class::VERB_ING))
        };
        let a_person = tokens.clone().any(|i| {
            let t = &self.text.tokens[i];
            // "The singer's performance" is no singer.
            let owner = self.text.is_possessor(i + 1);
            matches!(t.tag, Tag::Noun | Tag::Name) && t.is(Class::ROLE | Class::PERSON) && !thing(i) && !owner
        });
        // "a mother of two" is one.
        let of = tokens.clone().find(|&i| self.text.tokens[i].tag == Tag::Prep).unwrap_or(tokens.end);
        let counted = (tokens.start..of)
            .filter(|&i| self.text.tokens[i].tag == Tag::Num)
            .any(|i| !self.text.word(i).eq_ignore_ascii_case("one") && !self.text.word(i).ends_with("-old"));
        // "her agent": she who has the agent is nearer at hand.
        let owned = self.text.tokens[tokens.start].tag == Tag::Poss && own.is_none();
        a_person && !counted && !owned && !self.is_plural(tokens) && (own.is_none() || own == gender)
    }

    /// A mention without the clause that tells which one is meant: *a person* of *a person who was there*.
    pub(super) fn core(&self, tokens: &Range<usize>) -> Range<usize> {
        let clause = |&i: &usize| {
            let tag = self.text.tokens[i].tag;
            i > tokens.start && (tag.is_verb() || matches!(tag, Tag::Wh | Tag::That | Tag::Be | Tag::Have))
        };
        tokens.start..tokens.clone().find(clause).unwrap_or(tokens.end)
    }

    /// Whether words tell whose somebody or something is: *her father*, *Berg's father*.
    pub(super) fn is_owned(&self, tokens: &Range<usize>) -> bool {
        self.text.tokens[tokens.start].tag == Tag::Poss
            || self.text.tokens[tokens.clone()].iter().any(|t| t.tag == Tag::Genitive)
    }

    /// The noun that heads the words of a mention: *leaders* of *leaders of the effort*.
    pub(super) fn head_of(&self, range: &Range<usize>) -> usize {
        let begins = |c: &&Chunk| c.kind == ChunkKind::Np && c.start <= range.start && range.start < c.end;
        let chunks = self.text.chunks_of(self.text.sentence_at(range.start));
        chunks.iter().find(begins).map_or(range.end - 1, |c| c.head)
    }

    pub(super) fn is_plural(&self, tokens: &Range<usize>) -> bool {
        self.core(tokens).any(|i| self.text.tokens[i].tag == Tag::And) || self.heads_plural(tokens)
    }

    /// Whether the noun that heads the words of a mention is a plural: *both sources*, not *a spokesman for Berg and Sons*.
    pub(super) fn heads_plural(&self, tokens: &Range<usize>) -> bool {
        let head = self.head_of(&self.core(tokens));
        let token = &self.text.tokens[head];
        let word = self.text.word(head);
        // "the press", "this crisis", "the virus"; the few real plurals among them ("taxis") are no source.
        let one = ["ss", "is", "us"].iter().any(|end| word.ends_with(end));
        let person = token.is(Class::ROLE | Class::GROUP | Class::DOCUMENT) && token.is(Class::PERSON);
        token.is(Class::PLURAL) || token.tag == Tag::Noun && word.ends_with('s') && !one && !person
    }
}
