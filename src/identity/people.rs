//! The people of an article: every name in it, gathered under the fullest form, with what tells that it is a person's and whether
//! *he* or *she* fits. Whose a surname alone is, `bare` tells. Nothing here knows who speaks.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::candidate::Candidate;
use super::candidates::{add_labels, candidates};
use super::gender;
use super::roles::role_at;
use super::same_name::{Folded, Parts, Sought, is_longer_form, last_name, without_article};
use super::signs::Signs;
use crate::landmarks::NameHit;
use crate::lexicon::{Lexicon, Pronouns};
use crate::text::Text;
use crate::words::Class;

/// Which pronouns fit a person, as far as the article or the lexicon tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
}

impl Gender {
    /// Which pronouns a title, a role or a given name goes with.
    pub fn of_class(class: Class) -> Option<Self> {
        match (class.contains(Class::MASCULINE), class.contains(Class::FEMININE)) {
            (true, false) => Some(Gender::Masculine),
            (false, true) => Some(Gender::Feminine),
            _ => None,
        }
    }

    pub(super) fn of(pronouns: Pronouns) -> Option<Self> {
        match pronouns {
            Pronouns::He => Some(Gender::Masculine),
            Pronouns::She => Some(Gender::Feminine),
            Pronouns::They => None,
        }
    }
}

/// A person of the article.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// Words of the fullest form, in order, without honorific.
    pub words: Vec<String>,
    /// The lexicon's speaker.
    pub speaker: Option<usize>,
    /// What the places of the name tell of them.
    pub signs: Signs,
    /// The name is a surname that several speakers of the lexicon bear.
    pub shared: bool,
    /// The article has called this person by one word, with or without an honorific.
    pub called_bare: bool,
    /// Where the name stands, in order: indices into [`People::mentions`].
    pub mentions: Vec<usize>,
    /// While they are gathered: the mentions by a part of the name between those, in order, so that nothing is moved to make room.
    pub between: Vec<usize>,
}

impl Person {
    /// A body, by what the article tells of the name; never one whom the lexicon knows.
    pub fn is_body(&self) -> bool {
        self.signs.is_body && self.speaker.is_none()
    }

    /// The name as it is exported.
    pub fn name(&self) -> String {
        self.words.join(" ")
    }

    /// The last of its words that is no *Jr.*
    pub fn surname(&self) -> &str {
        last_name(&self.words)
    }

    pub(super) fn given(&self) -> Option<&str> {
        (self.words.len() > 1).then(|| self.words[0].as_str())
    }
}

/// A name in the text.
#[derive(Clone, Debug)]
pub(crate) struct NameMention {
    /// Its tokens, honorific included.
    pub tokens: Range<usize>,
    /// Whose it is.
    pub person: usize,
    /// The noun phrase chunk it stands in, as an index into all chunks; none inside a quoted sentence.
    pub chunk: Option<usize>,
    /// The sentence.
    pub sentence: usize,
    /// The name is a surname that fits others as well, and nothing tells them apart.
    pub ambiguous: bool,
}

/// All people and all their names, in reading order.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub people: Vec<Person>,
    pub mentions: Vec<NameMention>,
    /// The people who have borne a word as their last or first name, by the word in small letters, each in order.
    by_name: FxHashMap<Folded, Vec<usize>>,
    /// The people whom the lexicon knows, by the lexicon's number.
    by_speaker: FxHashMap<usize, usize>,
}

/// Of so many people who share a name only the last are asked whether they are the one: an article that names more is no article.
const NAMESAKES: usize = 32;

/// How many words of a name, behind the first, may be a surname: *Hernan Quispe Lara* is *Quispe*.
const LONGEST: usize = 4;

impl People {
    /// Gathers the people of an article.
    pub fn collect(text: &Text, hits: &[NameHit], lexicon: &Lexicon) -> Self {
        let mut candidates = candidates(text, hits);
        add_labels(text, hits, &mut candidates);
        let mut people = People::default();
        // Full names first, wherever they stand: a surname may come before them, as in headlines. What the article says of them tells
        // then whose a bare surname is: "Mrs. Berg" is not Carl Berg.
        let parts = Parts::of(&candidates);
        let is_full = |c: &Candidate| c.words.len() > 1 && !parts.has(c) || !c.hits.is_empty();
        let (full, partial): (Vec<_>, Vec<_>) = candidates.into_iter().partition(is_full);
        for c in full {
            let person = people.person_for(&c, lexicon);
            people.mention(c, person, false);
        }
        let pronouns = gender::pronouns(text);
        gender::infer(text, &pronouns, &mut people, 2);
        for c in partial {
            let (person, ambiguous) = match c.words.len() {
                1 => people.person_of_single(text, &c, lexicon),
                _ => people.person_of_part(text, &c, lexicon),
            };
            people.mention(c, person, ambiguous);
        }
        people.sort();
        for person in &mut people.people {
            let body = person.is_body();
            person.signs.is_person &= !body;
            person.signs.is_weak &= !person.signs.is_placed && !body;
            person.signs.gender = person.signs.gender.filter(|_| !body);
        }
        gender::infer(text, &pronouns, &mut people, 1);
        people
    }

    /// Adds a mention of a person, with what it tells of them.
    fn mention(&mut self, c: Candidate, person: usize, ambiguous: bool) {
        let entry = &mut self.people[person];
        // "The best company Varga had": no company where a fuller name is a person's.
        let whole = c.words.len() >= entry.words.len();
        entry.signs.add(&Signs { is_body: c.signs.is_body && whole, ..c.signs });
        entry.called_bare |= c.words.len() == 1 && c.words[0] == entry.surname();
        let behind = entry.mentions.last().is_none_or(|&m| self.mentions[m].tokens.start < c.tokens.start);
        let list = if behind { &mut entry.mentions } else { &mut entry.between };
        list.push(self.mentions.len());
        let (tokens, chunk, sentence) = (c.tokens, c.chunk, c.sentence);
        self.mentions.push(NameMention { tokens, person, chunk, sentence, ambiguous });
    }

    /// Puts the mentions into reading order.
    fn sort(&mut self) {
        self.mentions.sort_by_key(|m| m.tokens.start);
        for person in &mut self.people {
            person.mentions.clear();
            person.between = Vec::new();
        }
        for (i, m) in self.mentions.iter().enumerate() {
            self.people[m.person].mentions.push(i);
        }
    }

    /// The mention that covers a token.
    pub fn mention_at(&self, token: usize) -> Option<&NameMention> {
        let after = self.mentions.partition_point(|m| m.tokens.start <= token);
        self.mentions[..after].last().filter(|m| m.tokens.contains(&token))
    }

    /// The person of a full name: one already known whose name agrees, or a new one.
    pub(super) fn person_for(&mut self, c: &Candidate, lexicon: &Lexicon) -> usize {
        let speaker = match c.hits.as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        let sought = Sought::new(&c.words);
        let same = |&p: &usize| match (self.people[p].speaker, speaker) {
            (Some(a), Some(b)) => a == b,
            _ => sought.agrees(&self.people[p].words),
        };
        let namesake = self.called(last_name(&c.words)).iter().copied().find(same);
        let known = namesake.into_iter().chain(speaker.and_then(|s| self.by_speaker.get(&s)).copied()).min();
        if let Some(known) = known {
            let person = &mut self.people[known];
            // Of "Jose Munoz" and "José Muñoz" the one with its accents is fuller.
            let accents = |words: &mut dyn Iterator<Item = &str>| words.filter(|w| !w.is_ascii()).count();
            let accented = || {
                let own = accents(&mut person.words.iter().map(String::as_str));
                c.words.len() == person.words.len() && accents(&mut c.words.iter().map(AsRef::as_ref)) > own
            };
            // Of "Doug Chin" and "Douglas Chin", "D. Chin" and "Doug Chin" the longer one is.
            let longer =
                || c.words.len() == person.words.len() && is_longer_form(c.words[0].as_ref(), &person.words[0]);
            let fuller = (c.words.len() > person.words.len() || accented() || longer()) && person.speaker.is_none();
            if fuller {
                person.words = c.name();
            }
            let adopts = person.speaker.is_none() && speaker.is_some();
            if adopts {
                person.adopt(speaker, lexicon);
            }
            if fuller || adopts {
                self.index(known);
            }
            return known;
        }
        let mut person = c.person();
        person.adopt(speaker, lexicon);
        self.push(person)
    }

    pub(super) fn push(&mut self, person: Person) -> usize {
        self.people.push(person);
        self.index(self.people.len() - 1);
        self.people.len() - 1
    }

    /// Makes a person findable by name.
    fn index(&mut self, person: usize) {
        let words = &self.people[person].words;
        let middle = words.iter().skip(1).take(LONGEST).map(String::as_str).filter(|w| w.len() > 2);
        let last = last_name(words);
        let ends = [Some(last), without_article(last), words.first().map(String::as_str)];
        for word in ends.into_iter().flatten().chain(middle) {
            let bearers = self.by_name.entry(Folded::new(word)).or_default();
            if let Err(at) = bearers.binary_search(&person) {
                bearers.insert(at, person);
            }
        }
        if let Some(speaker) = self.people[person].speaker {
            let first = self.by_speaker.entry(speaker).or_insert(person);
            *first = person.min(*first);
        }
    }

    /// The people who have borne a name, in order.
    pub(super) fn called(&self, name: &str) -> &[usize] {
        let bearers = self.by_name.get(&Folded::new(name)).map_or(&[][..], Vec::as_slice);
        &bearers[bearers.len().saturating_sub(NAMESAKES)..]
    }

    pub(super) fn indices(&self, people: &[usize], fits: impl Fn(&Person) -> bool) -> Vec<usize> {
        people.iter().copied().filter(|&p| fits(&self.people[p])).collect()
    }

    /// The tokens that tell what somebody is, beside the first mentions.
    pub fn role_words(&self, text: &Text, person: usize) -> impl Iterator<Item = usize> {
        self.roles(text, person).flatten()
    }

    /// What stands beside a person's first names as their role, in tokens.
    pub fn roles(&self, text: &Text, person: usize) -> impl Iterator<Item = Range<usize>> {
        const MENTIONS: usize = 8;
        let mentions = self.people[person].mentions.iter().take(MENTIONS);
        mentions.filter_map(|&m| role_at(text, &self.mentions[m]))
    }
}

impl Person {
    pub(super) fn adopt(&mut self, speaker: Option<usize>, lexicon: &Lexicon) {
        let Some(speaker) = speaker else { return };
        let entry = &lexicon.speakers[speaker];
        self.speaker = Some(speaker);
        self.signs.is_person = true;
        self.words = entry.name.split_whitespace().map(str::to_owned).collect();
        self.signs.is_sure |= entry.pronouns.is_some();
        self.signs.gender = entry.pronouns.and_then(Gender::of).or(self.signs.gender);
    }
}
