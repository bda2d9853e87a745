//! *he* and *she*: sentence by sentence backwards, whom each speaks of. Within a sentence its subject or speaker comes first, then anybody
//! named in it; who owns a remark, only asks or has nothing to say gives way.

use std::ops::Range;

use super::discourse::{Discourse, Prominent};
use super::kin;
use super::people::{Gender, NameMention};
use super::pronouns::{MEMORY, NEAR, REACH};
use super::{Who, WordsKind};
use crate::text::{Tag, TokenKind};
use crate::words::Class;

/// *he* or *she* in the text.
#[derive(Clone, Copy)]
pub(super) struct Pronoun {
    /// Its token.
    pub at: usize,
    pub sentence: usize,
    pub gender: Gender,
}

fn met(person: usize, ambiguous: bool) -> Who {
    Who::Person { person, through: true, ambiguous }
}

impl Discourse<'_> {
    /// The nearest sentence that speaks of somebody whom *he* or *she* fits: its subject or speaker, else anybody named in it.
    pub(super) fn he_or_she(&self, pronoun: Pronoun) -> Option<Who> {
        let known = self.hearer(pronoun).or_else(|| self.named_behind(pronoun));
        if let Some(person) = known {
            return Some(met(person, false));
        }
        let topic = self.spoken_of(pronoun.at);
        let first = pronoun.sentence.saturating_sub(REACH);
        let met_in = |s: usize| {
            self.subject_of(s, pronoun, topic)
                .or_else(|| self.bare_speaker_of(s, pronoun))
                .or_else(|| self.named_in(s, pronoun, topic).map(|m| met(m.person, false)))
        };
        (first..=pronoun.sentence).rev().find_map(met_in).or_else(|| self.unsexed_speaker(pronoun))
    }

    /// *“Is it late?” Berg asked Lund. “No,” he said.*
    fn hearer(&self, Pronoun { at, sentence, gender }: Pronoun) -> Option<usize> {
        let (asked, person) = self.asked.filter(|(asked, _)| asked + 1 == sentence)?;
        let end = self.text.sentences[asked].tokens.end;
        let later = &self.prominent[self.prominent.partition_point(|p| p.token < end)..];
        let fits = self.fits(person, gender) && self.people.people[person].signs.gender == Some(gender);
        (fits && later.iter().all(|p| p.token >= at)).then_some(person)
    }

    /// Those whom sentence `s` speaks of before the pronoun. Within a sentence what is said comes after who said it: *If Clinton wins, he
    /// said*.
    fn spoken_of_in(&self, s: usize, at: usize) -> impl Iterator<Item = &Prominent> + Clone {
        let from = self.prominent.partition_point(|p| p.sentence < s);
        self.prominent[from..]
            .iter()
            .take_while(move |p| p.sentence == s && p.token < at)
            .filter(|p| !self.in_content(p.token) && !self.asks(p.token))
    }

    /// The subject or speaker of sentence `s` whom the pronoun fits.
    fn subject_of(&self, s: usize, pronoun: Pronoun, topic: Option<usize>) -> Option<Who> {
        let Pronoun { at, sentence, gender } = pronoun;
        let here = self.spoken_of_in(s, at);
        let person = |p: &Prominent| match &p.who {
            Who::Person { person, ambiguous, .. } if self.fits(*person, gender) && topic != Some(*person) => {
                Some(met(*person, *ambiguous))
            }
            _ => None,
        };
        // "Lund has not said why, but Berg wrote of it. He": the last main clause's.
        let opens = |p: &&Prominent| s < sentence && self.opens_main_clause(p.token);
        if let Some(who) = here.clone().take(MEMORY).filter(opens).filter_map(person).last() {
            return Some(who);
        }
        // "One girl did, and Berg has a card from her": who has no name and says nothing gives way.
        let named = here.clone().any(|p| person(p).is_some());
        let subject = |p: &Prominent| match &p.who {
            Who::Words { tokens, kind: WordsKind::Anonymous, .. }
                if (p.spoke || !named && !self.says_nothing(p.token) && !self.is_aside(tokens, s, pronoun))
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
        here.clone().filter(|p| !owns(p)).find_map(subject).or_else(|| here.clone().find_map(subject))
    }

    /// *Cruz said so. “…,” he said*: nothing says that it is a person's name, but whoever bears it has just spoken.
    fn bare_speaker_of(&self, s: usize, Pronoun { at, sentence, .. }: Pronoun) -> Option<Who> {
        // What is quoted between the two is the speaker's own.
        let quoted = |between: usize| self.text.passage_at(self.text.sentences[between].tokens.start + 1).is_some();
        let near = s < sentence && sentence - s <= REACH && (s + 1..sentence).all(quoted);
        self.spoken_of_in(s, at).filter(|_| near).find_map(|p| match p.who {
            Who::Person { person, ambiguous: false, .. } if p.spoke && self.may_be_surname(person, p.token) => {
                Some(met(person, false))
            }
            _ => None,
        })
    }

    /// Anybody named in sentence `s` whom the pronoun fits.
    fn named_in(&self, s: usize, pronoun: Pronoun, topic: Option<usize>) -> Option<&NameMention> {
        let Pronoun { at, sentence, gender } = pronoun;
        let from = self.people.mentions.partition_point(|m| m.sentence < s);
        let named = self.people.mentions[from..]
            .iter()
            .take_while(|m| m.sentence == s && m.tokens.end <= at)
            .filter(|m| m.chunk.is_some() && !self.text.is_possessor(m.tokens.end))
            // “Zombie Star Devours World”: a headline is nobody.
            .filter(|m| self.people.people[m.person].signs.is_person || self.text.passage_at(m.tokens.start).is_none())
            .filter(|m| s < sentence || !self.in_content(m.tokens.start))
            .find(|m| self.fits(m.person, gender) && topic != Some(m.person));
        // "Banerjee's own account was shorter", "it was late, but Banerjee's lead vanished": of nobody else.
        let owner = || {
            let start = self.text.sentences[s].tokens.start;
            let opens = |m: &&NameMention| {
                let first = m.tokens.start;
                first <= start + 1 || matches!(self.text.word(first - 1), "but" | "while")
            };
            let mut own = self.people.mentions[from..].iter().take_while(|m| m.sentence == s).filter(|_| s < sentence);
            let owns = |m: &&NameMention| self.text.is_possessor(m.tokens.end) && self.fits(m.person, gender);
            own.find(|m| opens(m) && owns(m))
        };
        named.or_else(owner)
    }

    /// *Khamenei told them so. He added*: whoever has just spoken, where nothing tells the pronoun of the name.
    fn unsexed_speaker(&self, Pronoun { at, sentence, .. }: Pronoun) -> Option<Who> {
        let before = self.prominent.partition_point(|p| p.token < at);
        let near = |p: &&Prominent| p.sentence + NEAR >= sentence;
        let mut spoke = self.prominent[..before].iter().rev().take(MEMORY).take_while(near).filter(|p| p.spoke);
        spoke.find_map(|p| match p.who {
            Who::Person { person, ambiguous: false, .. } if self.people.people[person].signs.gender.is_none() => {
                Some(met(person, false))
            }
            _ => None,
        })
    }

    /// Whether somebody only asks: *Asked by a bishop what she thought, she said*.
    fn asks(&self, at: usize) -> bool {
        const ASKED: &[&str] = &["asked", "pressed", "questioned", "quizzed", "challenged"];
        at > 1 && self.text.word(at - 1) == "by" && ASKED.iter().any(|w| w.eq_ignore_ascii_case(self.text.word(at - 2)))
    }

    /// Whether a silent relative gives way to whom the text is about: *Berg was a pilot. His father was a stoker. He said*; not *Her father
    /// was a stoker. He said*.
    fn is_aside(&self, tokens: &Range<usize>, s: usize, pronoun: Pronoun) -> bool {
        let core = self.core(tokens);
        if kin::noun(self.text.word(self.head_of(&core))).is_none() || !self.is_owned(&core) {
            return false;
        }
        let genitive = core.clone().find(|&i| self.text.tokens[i].tag == Tag::Genitive);
        let owner = match self.text.word(tokens.start).to_ascii_lowercase().as_str() {
            "his" => Some(Gender::Masculine),
            "her" => Some(Gender::Feminine),
            _ => genitive
                .and_then(|g| self.people.mention_at(g.checked_sub(1)?))
                .and_then(|m| self.people.people[m.person].signs.gender),
        };
        let other = owner.is_some_and(|g| g != pronoun.gender);
        !(other && s + 1 >= pronoun.sentence)
    }

    /// Whether a subject has nothing to say: *A spokesman for Berg did not respond*.
    fn says_nothing(&self, at: usize) -> bool {
        const LONGEST: usize = 16; // words of a subject and its verb
        let end = self.text.sentences[self.text.sentence_at(at)].tokens.end.min(at + LONGEST);
        let verb = (at..end).find(|&i| self.text.tokens[i].tag.is_verb());
        verb.is_some_and(|v| {
            let speaks = |i: usize| {
                matches!(
                    self.text.word(i),
                    "comment" | "respond" | "reply" | "answer" | "discuss" | "elaborate" | "say"
                )
            };
            let refuses = matches!(self.text.word(v), "declined" | "refused") && (v + 1..(v + 3).min(end)).any(speaks);
            let negated = (at..v).any(|i| self.text.tokens[i].tag == Tag::Not);
            refuses || negated && matches!(self.text.word(v), "respond" | "reply" | "answer" | "return" | "comment")
        })
    }

    /// Of whom somebody speaks, who is somebody else: *he said of Varga*, *he blamed Varga*, *he said that Varga left*.
    fn spoken_of(&self, at: usize) -> Option<usize> {
        let verb = self.text.tokens.get(at + 1).filter(|t| t.tag.is_verb() && t.is(Class::CUE | Class::STANCE))?;
        let that = (self.text.tokens.get(at + 2).is_some_and(|t| t.tag == Tag::That)) as usize;
        let object = (at + 2 + that..at + 5 + that).find_map(|i| self.people.mention_at(i));
        let titled = |m: &&NameMention| {
            self.text.tokens[at + 2 + that..m.tokens.start].iter().all(|t| t.is(Class::TITLE | Class::ROLE))
        };
        if let Some(m) = object.filter(titled) {
            return Some(m.person);
        }
        if !verb.is(Class::SPEECH_CUE) {
            return None;
        }
        let of = at + 2;
        let governs = !verb.is(Class::FUNCTION) && of + 2 < self.text.tokens.len() && self.text.word(of) == "of";
        (of + 1..of + 3).filter(|_| governs).find_map(|i| self.people.mention_at(i)).map(|m| m.person)
    }

    /// *In what he calls a mess, President Varga met*: who is named behind the comma, where nobody is before.
    fn named_behind(&self, pronoun: Pronoun) -> Option<usize> {
        const FIRST: &[&str] = &["in", "as", "while", "when", "at", "during", "with", "after", "before"];
        const LONGEST: usize = 24; // words up to the comma
        let Pronoun { at, sentence, gender } = pronoun;
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
        let sure = self.people.people[m.person].signs.gender == Some(gender);
        (named && acts && sure && self.reporter != Some(m.person)).then_some(m.person)
    }

    /// Whether a comma and *and* or *but* stand before a token.
    fn opens_main_clause(&self, token: usize) -> bool {
        let tokens = &self.text.tokens[..token];
        matches!(tokens, [.., comma, and] if comma.kind == TokenKind::Comma && and.tag == Tag::And)
    }

    /// Whether a name is one word that no list has and that looks like a surname: *Cruz*, not *Lessons* or *ProPublica*.
    fn may_be_surname(&self, person: usize, at: usize) -> bool {
        const OFTEN: usize = 3;
        const NO_SURNAME: Class = Class::PLACE.union(Class::NATIONALITY).union(Class::OUTLET).union(Class::GROUP);
        let p = &self.people.people[person];
        let token = &self.text.tokens[at];
        let word = self.text.word(at);
        let plain = word.chars().skip(1).all(char::is_lowercase) && !word.ends_with('s');
        // "Rose said": a word of every day's that the article goes on writing with a capital.
        let known = token.class.intersects(NO_SURNAME) || !token.class.is_empty() && p.mentions.len() < OFTEN;
        p.words.len() == 1 && p.signs.gender.is_none() && p.words[0] == word && !known && plain
    }
}
