//! *he*, *she*, *they*, *it*: gender and number rule out; recency and having been a subject or a speaker decide, as in Hobbs (1978) and
//! the sieves of Muzny et al. (2017), with the newspaper's habit that the last speaker goes on.

use std::ops::Range;

use super::discourse::{Discourse, Prominent};
use super::people::Gender;
use super::{Who, WordsKind};
use crate::text::{ChunkKind, Tag, Token, TokenKind};
use crate::words::Class;

/// How many sentences a pronoun may look back.
pub(super) const REACH: usize = 9;

/// How many of those spoken of a pronoun asks, in a sentence without end.
pub(super) const MEMORY: usize = 64;

/// How many sentences a pronoun may look back to somebody of whom nothing tells *he* from *she*.
const NEAR: usize = 2;

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
            return self.he_or_she(at, sentence, gender);
        }
        let plural = matches!(word.as_str(), "they" | "their");
        // "In a statement it said": the body whose statement it is.
        let vehicle = |p: &Prominent| {
            p.sentence == sentence
                && matches!(p.who, Who::Words { kind: WordsKind::Document, .. })
                && p.token > 0
                && matches!(self.text.word(p.token - 1), "In" | "in" | "On" | "on")
        };
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
                    && (plural || matches!(kind, WordsKind::Group | WordsKind::Document)) =>
            {
                Some(Who::Words { tokens: tokens.clone(), through: true, kind: *kind })
            }
            // "Oslotec gave no reason … it said": a name that nothing says is a person's.
            Who::Person { person, ambiguous: false, .. }
                if !plural && p.spoke && self.is_nobody(*person) && !self.is_called_he(*person, from..before) =>
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

    /// Whether a relative clause of what comes first holds the second: *the station, which the other bank calls …*
    fn is_related(&self, first: &Prominent, second: &Prominent) -> bool {
        let between = first.token..second.token;
        between.len() < 12 && between.clone().any(|i| self.text.tokens[i].tag == Tag::Wh)
    }

    /// The nearest sentence that speaks of somebody whom *he* or *she* fits: its subject or speaker, else anybody named in it.
    fn he_or_she(&self, at: usize, sentence: usize, gender: Gender) -> Option<Who> {
        // “Is it late?” Berg asked Lund. “No,” he said.
        if let Some((asked, person)) = self.asked.filter(|(asked, _)| asked + 1 == sentence) {
            let first = self.text.sentences[asked].tokens.end;
            let alone =
                self.prominent[self.prominent.partition_point(|p| p.token < first)..].iter().all(|p| p.token >= at);
            if alone && self.fits(person, gender) && self.people.people[person].gender == Some(gender) {
                return Some(Who::Person { person, through: true, ambiguous: false });
            }
        }
        if let Some(person) = self.named_behind(at, sentence, gender) {
            return Some(Who::Person { person, through: true, ambiguous: false });
        }
        let topic = self.spoken_of(at);
        for s in (sentence.saturating_sub(REACH)..=sentence).rev() {
            let from = self.prominent.partition_point(|p| p.sentence < s);
            // Within the sentence what is said comes after who said it: "If Clinton wins, he said".
            let here = self.prominent[from..]
                .iter()
                .take_while(|p| p.sentence == s && p.token < at)
                .filter(|p| !self.in_content(p.token) && !self.asks(p.token));
            let person = |p: &Prominent| match &p.who {
                Who::Person { person, ambiguous, .. } if self.fits(*person, gender) && topic != Some(*person) => {
                    Some(Who::Person { person: *person, through: true, ambiguous: *ambiguous })
                }
                _ => None,
            };
            // "One girl did, and Berg has a card from her": who has no name and says nothing gives way.
            let named = here.clone().any(|p| person(p).is_some());
            let subject = |p: &Prominent| match &p.who {
                Who::Words { tokens, kind: WordsKind::Anonymous, .. }
                    if (p.spoke || !named && !self.says_nothing(p.token))
                        && self.words_fit(tokens, Some(gender))
                        && (s + NEAR >= sentence || self.tells_gender(tokens)) =>
                {
                    Some(Who::Words { tokens: tokens.clone(), through: true, kind: WordsKind::Anonymous })
                }
                _ => person(p),
            };
            // "Of Lund's claim Berg said little. He": whose claim it was gives way.
            let owns = |p: &Prominent| {
                self.people.mention_at(p.token).is_some_and(|m| self.text.is_possessor(m.tokens.end) && s < sentence)
            };
            let subject =
                here.clone().filter(|p| !owns(p)).find_map(subject).or_else(|| here.clone().find_map(subject));
            // "Lund has not said why, but Berg wrote of it. He": the last main clause's.
            let later = here
                .clone()
                .take(MEMORY)
                .filter(|p| s < sentence && self.opens_main_clause(p.token))
                .filter_map(person)
                .last();
            if let Some(who) = later.or(subject) {
                return Some(who);
            }
            // "Cruz said so. “…,” he said": nothing says that it is a person's name, but whoever bears it has just spoken.
            let bare = |p: &Prominent| match p.who {
                Who::Person { person, ambiguous: false, .. } if p.spoke && self.may_be_surname(person, p.token) => {
                    Some(Who::Person { person, through: true, ambiguous: false })
                }
                _ => None,
            };
            if s < sentence && s + NEAR > sentence {
                if let Some(who) = here.clone().find_map(bare) {
                    return Some(who);
                }
            }
            let from = self.people.mentions.partition_point(|m| m.sentence < s);
            let named = self.people.mentions[from..]
                .iter()
                .take_while(|m| m.sentence == s && m.tokens.end <= at)
                .filter(|m| m.chunk.is_some() && !self.text.is_possessor(m.tokens.end))
                // “Zombie Star Devours World”: a headline is nobody.
                .filter(|m| self.people.people[m.person].is_person || self.text.passage_at(m.tokens.start).is_none())
                .filter(|m| s < sentence || !self.in_content(m.tokens.start))
                .find(|m| self.fits(m.person, gender) && topic != Some(m.person));
            // "Banerjee's own account was shorter": of nobody else.
            let start = self.text.sentences[s].tokens.start;
            let owner = || {
                let m = self.people.mentions[from..].first().filter(|m| m.tokens.start <= start + 1 && s < sentence)?;
                (self.text.is_possessor(m.tokens.end) && self.fits(m.person, gender)).then_some(m)
            };
            if let Some(m) = named.or_else(owner) {
                return Some(Who::Person { person: m.person, through: true, ambiguous: false });
            }
        }
        // "Khamenei told them so. He added": nothing says that it is a person's name, but whoever bears it has just spoken.
        let before = self.prominent.partition_point(|p| p.token < at);
        let near = |p: &&Prominent| p.sentence + NEAR >= sentence;
        self.prominent[..before].iter().rev().take(MEMORY).take_while(near).filter(|p| p.spoke).find_map(|p| {
            match p.who {
                Who::Person { person, ambiguous: false, .. } if self.people.people[person].gender.is_none() => {
                    Some(Who::Person { person, through: true, ambiguous: false })
                }
                _ => None,
            }
        })
    }

    /// Whether somebody only asks: *Asked by a bishop what she thought, she said*.
    fn asks(&self, at: usize) -> bool {
        const ASKED: &[&str] = &["asked", "pressed", "questioned", "quizzed", "challenged"];
        at > 1 && self.text.word(at - 1) == "by" && ASKED.iter().any(|w| w.eq_ignore_ascii_case(self.text.word(at - 2)))
    }

    /// Whether a subject has nothing to say: *A spokesman for Berg did not respond*.
    fn says_nothing(&self, at: usize) -> bool {
        const LONGEST: usize = 16; // words of a subject and its verb
        let end = self.text.sentences[self.text.sentence_at(at)].tokens.end.min(at + LONGEST);
        let verb = (at..end).find(|&i| self.text.tokens[i].tag.is_verb());
        verb.is_some_and(|v| {
            let refuses = matches!(self.text.word(v), "declined" | "refused");
            let negated = (at..v).any(|i| self.text.tokens[i].tag == Tag::Not);
            refuses || negated && matches!(self.text.word(v), "respond" | "reply" | "answer" | "return" | "comment")
        })
    }

    /// Of whom somebody speaks, who is somebody else: *he said of Varga*.
    fn spoken_of(&self, at: usize) -> Option<usize> {
        let verb = self.text.tokens.get(at + 1).filter(|t| t.tag.is_verb() && t.is(Class::SPEECH_CUE))?;
        let of = at + 2;
        let governs = !verb.is(Class::FUNCTION) && of + 2 < self.text.tokens.len() && self.text.word(of) == "of";
        (of + 1..of + 3).filter(|_| governs).find_map(|i| self.people.mention_at(i)).map(|m| m.person)
    }

    /// *In what he calls a mess, President Varga met*: who is named behind the comma, where nobody is before.
    fn named_behind(&self, at: usize, sentence: usize, gender: Gender) -> Option<usize> {
        const FIRST: &[&str] = &["in", "as", "while", "when", "at", "during", "with", "after", "before"];
        const LONGEST: usize = 24; // words up to the comma
        let tokens = &self.text.tokens;
        let range = &self.text.sentences[sentence].tokens;
        let opens = at <= range.start + 3 && FIRST.iter().any(|w| w.eq_ignore_ascii_case(self.text.word(range.start)));
        if !opens || at == range.start {
            return None;
        }
        let comma = (at..range.end.min(at + LONGEST)).find(|&i| tokens[i].kind == TokenKind::Comma)?;
        let mark = comma + 1 < range.end && matches!(tokens[comma + 1].kind, TokenKind::Double | TokenKind::Single);
        let first = comma + 1 + mark as usize;
        let m = (first..(first + 3).min(range.end)).find_map(|i| self.people.mention_at(i))?;
        let named = (first..m.tokens.start).all(|i| tokens[i].is(Class::TITLE | Class::ROLE | Class::HONORIFIC));
        let acts = tokens
            .get(m.tokens.end)
            .is_some_and(|t| t.tag.is_verb() || matches!(t.tag, Tag::Be | Tag::Have | Tag::Modal));
        let sure = self.people.people[m.person].gender == Some(gender);
        (named && acts && sure && self.reporter != Some(m.person)).then_some(m.person)
    }

    /// Whether a comma and *and* or *but* stand before a token.
    fn opens_main_clause(&self, token: usize) -> bool {
        let tokens = &self.text.tokens[..token];
        matches!(tokens, [.., comma, and] if comma.kind == TokenKind::Comma && and.tag == Tag::And)
    }

    /// Whether a name is a person's as far as can be told, and not the reporter's.
    pub(super) fn is_someone(&self, person: usize) -> bool {
        let p = &self.people.people[person];
        self.reporter != Some(person) && (p.is_person || p.is_weak)
    }

    /// Whether a name is one word that no list has and that looks like a surname: *Cruz*, not *Lessons* or *ProPublica*.
    fn may_be_surname(&self, person: usize, at: usize) -> bool {
        let p = &self.people.people[person];
        let token = &self.text.tokens[at];
        let word = self.text.word(at);
        let plain = word.chars().skip(1).all(char::is_lowercase) && !word.ends_with('s');
        p.words.len() == 1 && p.gender.is_none() && p.words[0] == word && token.class.is_empty() && plain
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
        !self.is_someone(person) && p.gender.is_none()
    }

    pub(super) fn fits(&self, person: usize, gender: Gender) -> bool {
        if self.reporter == Some(person) {
            return false;
        }
        let p = &self.people.people[person];
        p.gender.map_or(p.is_person || p.is_weak, |g| g == gender)
    }

    /// *a spokesperson*: one of whom *they* is said.
    fn is_anybody(&self, tokens: &Range<usize>) -> bool {
        self.core(tokens).any(|i| self.text.word(i).ends_with("person"))
    }

    /// Whether words for an unnamed source say *he* or *she*: *a spokeswoman*, not *an official*.
    fn tells_gender(&self, tokens: &Range<usize>) -> bool {
        let gender = |t: &Token| t.is(Class::ROLE | Class::PERSON) && Gender::of_class(t.class).is_some();
        self.text.tokens[self.core(tokens)].iter().any(gender)
    }

    /// Whether words for an unnamed source fit a pronoun: *a man*, *an official*, not *officials*.
    fn words_fit(&self, tokens: &Range<usize>, gender: Option<Gender>) -> bool {
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
            matches!(t.tag, Tag::Noun | Tag::Name) && t.is(Class::ROLE | Class::PERSON) && !thing(i)
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

    pub(super) fn is_plural(&self, tokens: &Range<usize>) -> bool {
        let range = self.core(tokens);
        if range.clone().any(|i| self.text.tokens[i].tag == Tag::And) {
            return true;
        }
        let sentence = self.text.sentence_at(range.start);
        let head = self
            .text
            .chunks_of(sentence)
            .iter()
            .find(|c| c.kind == ChunkKind::Np && c.start <= range.start && range.start < c.end)
            .map_or(range.end - 1, |c| c.head);
        let token = &self.text.tokens[head];
        let word = self.text.word(head);
        token.is(Class::PLURAL)
            || token.tag == Tag::Noun
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !token.is(Class::ROLE | Class::GROUP | Class::DOCUMENT)
            || token.tag == Tag::Noun && word.ends_with('s') && !word.ends_with("ss") && !token.is(Class::PERSON)
    }
}
