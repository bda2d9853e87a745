//! The people of an article: every name in it, gathered under the fullest form, with what tells that it is a person's and whether
//! *he* or *she* fits. Nothing here knows who speaks.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::candidate::Candidate;
use super::candidates::{add_labels, candidates};
use super::gender;
use super::roles::role_at;
use super::same_name::{
    Folded, Parts, Sought, begins_with, ends_with, folded, is_longer_form, last_name, same_letters, short_form,
    without_article,
};
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

    fn of(pronouns: Pronouns) -> Option<Self> {
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
    /// The name as it is exported.
    pub fn name(&self) -> String {
        self.words.join(" ")
    }

    /// The last of its words that is no *Jr.*
    pub fn surname(&self) -> &str {
        last_name(&self.words)
    }

    fn given(&self) -> Option<&str> {
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
            person.signs.is_weak &= !person.signs.is_placed;
        }
        gender::infer(text, &pronouns, &mut people, 1);
        people
    }

    /// Adds a mention of a person, with what it tells of them.
    fn mention(&mut self, c: Candidate, person: usize, ambiguous: bool) {
        let entry = &mut self.people[person];
        entry.signs.add(&c.signs);
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
    fn person_for(&mut self, c: &Candidate, lexicon: &Lexicon) -> usize {
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

    /// The person of a surname or given name of several words: *van der Hoeven* after *Ingrid van der Hoeven*.
    fn person_of_part(&mut self, text: &Text, c: &Candidate, lexicon: &Lexicon) -> (usize, bool) {
        let bearers = self.called(last_name(&c.words));
        let whole = self.indices(bearers, |p| ends_with(&p.words, &c.words) && c.may_be(p));
        if let Some(chosen) = self.of_surname(text, &whole, c) {
            return chosen;
        }
        let begun = self
            .indices(self.called(&c.words[0]), |p| p.signs.is_person && begins_with(&p.words, &c.words) && c.may_be(p));
        match begun.as_slice() {
            [one] => (*one, false),
            _ => (self.person_for(c, lexicon), false),
        }
    }

    fn push(&mut self, person: Person) -> usize {
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
    fn called(&self, name: &str) -> &[usize] {
        let bearers = self.by_name.get(&Folded::new(name)).map_or(&[][..], Vec::as_slice);
        &bearers[bearers.len().saturating_sub(NAMESAKES)..]
    }

    /// The person of a single word: whose surname or given name it is; and whether it could as well be another's.
    fn person_of_single(&mut self, text: &Text, c: &Candidate, lexicon: &Lexicon) -> (usize, bool) {
        let word = c.words[0].as_ref();
        let bearers = self.called(word);
        // "Al-Masri" begins the sentence, "al-Masri" stands in one, and so does "Masri". "BINNED BRAD" is nobody's surname.
        let same = |surname: &str| {
            surname == word
                || word.contains('-') && same_letters(surname, word)
                || without_article(surname).is_some_and(|bare| bare == word)
        };
        let by_surname: Vec<usize> = self.indices(bearers, |p| same(p.surname()) && c.may_be(p));
        if let Some(chosen) = self.of_surname(text, &by_surname, c) {
            return chosen;
        }
        let by_given: Vec<usize> = self.indices(bearers, |p| {
            // "Lim" after "Lim Boon Seng": by the look of it, once the full name has been read.
            let read = |&m: &usize| self.mentions[m].tokens.start < c.tokens.start;
            let looks = p.signs.is_weak && p.mentions.first().into_iter().chain(p.between.first()).any(read);
            p.given() == Some(word)
                && c.may_be(p)
                && (p.signs.is_person || c.signs.is_person || looks || c.given.is_some())
        });
        // "Lee" of "Lee Jae-myung" and "Lee Sang-min": whose it is, as with a surname.
        if let ([one], _) | (_, Some((one, false))) = (by_given.as_slice(), &self.of_surname(text, &by_given, c)) {
            return (*one, false);
        }
        // "Quispe" after "Hernan Quispe Lara"
        if by_given.is_empty() && c.given.is_none() {
            let inside = |p: &Person| p.words.len() > 2 && p.words[1..].iter().any(|w| w == word);
            if let [one] = self.indices(bearers, |p| inside(p) && c.may_be(p)).as_slice() {
                return (*one, false);
            }
        }
        let by_short: Vec<usize> = if by_given.is_empty() && c.given.is_some() {
            let word = folded(word);
            (0..self.people.len())
                .filter(|&p| {
                    let person = &self.people[p];
                    c.may_be(person) && person.given().is_some_and(|g| short_form(&word, &folded(g)))
                })
                .take(2)
                .collect()
        } else {
            Vec::new()
        };
        if let [one] = by_short.as_slice() {
            return (*one, false);
        }
        // Nobody in the article has a fuller name: the lexicon may.
        let speakers: Vec<usize> = lexicon
            .of_surname(word)
            .filter(|&s| {
                let gender = lexicon.speakers[s].pronouns.and_then(Gender::of);
                gender.is_none() || c.signs.gender.is_none() || gender == c.signs.gender
            })
            .collect();
        if let Some(person) = self.misspelled(c).filter(|_| speakers.is_empty()) {
            return (person, false);
        }
        let mut person = c.person();
        let mut ambiguous = false;
        if let [one] = speakers.as_slice() {
            person.adopt(Some(*one), lexicon);
        } else if !speakers.is_empty() {
            ambiguous = true;
            person.signs.is_person = true;
        } else if c.given.is_some() {
            // A given name that is nobody's surname: "Bob, they said, …"
            person.signs.is_person = true;
            person.signs.gender = person.signs.gender.or(c.given.flatten());
        }
        person.shared = ambiguous;
        (self.push(person), ambiguous)
    }

    /// Whose surname a word is but for one letter, if one person's only: *Schelsinger* after *Helmut Schlesinger*.
    fn misspelled(&self, c: &Candidate) -> Option<usize> {
        const SHORTEST: usize = 6; // letters
        const LAST: usize = 64; // people who are asked
        let word = c.words[0].as_ref();
        // "President Reagan" is not Donald Regan.
        let titled = c.signs.is_person && !c.signs.is_sure;
        if word.chars().count() < SHORTEST || c.given.is_some() || titled {
            return None;
        }
        let close = |p: &Person| {
            let surname = p.surname();
            p.words.len() > 1
                && p.signs.is_person
                && surname.len().abs_diff(word.len()) <= 1
                && surname.chars().next() == word.chars().next()
                && c.may_be(p)
                && strsim::osa_distance(surname, word) == 1
        };
        let first = self.people.len().saturating_sub(LAST);
        let mut found = (first..self.people.len()).filter(|&p| close(&self.people[p]));
        let one = found.next()?;
        found.next().is_none().then_some(one)
    }

    fn indices(&self, people: &[usize], fits: impl Fn(&Person) -> bool) -> Vec<usize> {
        people.iter().copied().filter(|&p| fits(&self.people[p])).collect()
    }

    /// Whether a title stands among the words that tell who somebody is, beside one of their first mentions.
    fn is_called(&self, text: &Text, person: usize, title: &str) -> bool {
        self.role_words(text, person).any(|i| text.word(i).eq_ignore_ascii_case(title))
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

    /// Whose a bare surname is, of several people who bear it, and whether nothing tells them apart. The one whom the article calls by
    /// the fuller name before this place; of two such the one it speaks of far more often; else the one named last, if the other's
    /// name stands further up.
    fn of_surname(&self, text: &Text, people: &[usize], c: &Candidate) -> Option<(usize, bool)> {
        let [first, rest @ ..] = people else { return None };
        if rest.is_empty() {
            return Some((*first, self.people[*first].shared));
        }
        let read_of = |mentions: &[usize]| {
            let count = mentions.partition_point(|&m| self.mentions[m].tokens.start < c.tokens.start);
            (count, mentions[..count].last().map(|&m| self.mentions[m].sentence))
        };
        let mut known: Vec<(usize, usize, usize)> = people
            .iter()
            .filter_map(|&p| {
                let (full, last_full) = read_of(&self.people[p].mentions);
                let (between, last_between) = read_of(&self.people[p].between);
                Some((full + between, last_full.max(last_between)?, p))
            })
            .collect();
        known.sort_unstable_by(|a, b| b.cmp(a));
        // Whom the article has called by the bare surname before, it goes on to call so; relatives have their given names.
        let mut called = known.iter().filter(|(_, _, p)| self.people[*p].called_bare);
        if let (Some((_, _, one)), None) = (called.next(), called.next()) {
            return Some((*one, false));
        }
        // "Mr Berg" is the one known to be a man, rather than one of whom nothing tells.
        let told = |person: usize| c.signs.gender.is_some() && self.people[person].signs.gender == c.signs.gender;
        let mut called = known.iter().filter(|(_, _, p)| told(*p));
        if let (Some((_, _, one)), None) = (called.next(), called.next()) {
            return Some((*one, false));
        }
        // "Ambassador Berg" is the one told to be an ambassador.
        if let Some(title) = title_before(text, c) {
            let mut called = known.iter().filter(|(_, _, p)| self.is_called(text, *p, title));
            if let (Some((_, _, one)), None) = (called.next(), called.next()) {
                return Some((*one, false));
            }
        }
        // Nor is a relative called by it.
        let mut called = known.iter().filter(|(_, _, p)| !self.people[*p].signs.is_relative);
        if let (Some((_, _, one)), None) = (called.next(), called.next()) {
            return Some((*one, false));
        }
        match known.as_slice() {
            [] => Some((*first, true)),
            [(_, _, one)] => Some((*one, false)),
            [(most, _, main), (next, _, _), ..] if *most >= 3 * next => Some((*main, false)),
            [first, second, ..] => {
                let (late, early) = if first.1 >= second.1 { (first, second) } else { (second, first) };
                // In a paragraph of their own, and in the next, nobody else is meant.
                let paragraph = |sentence: usize| text.sentences[sentence].paragraph;
                let apart = paragraph(late.1) > paragraph(early.1) && paragraph(late.1) + 1 >= paragraph(c.sentence);
                Some((late.2, late.1 <= early.1 + 1 && !apart))
            }
        }
    }
}

/// The title straight before a name: *Ambassador* of *Ambassador Berg*.
fn title_before<'t>(text: &Text<'t>, c: &Candidate) -> Option<&'t str> {
    let before = c.tokens.start.checked_sub(1).filter(|&b| c.chunk.is_some_and(|k| text.chunks[k].start <= b))?;
    text.tokens[before].is(Class::TITLE | Class::ROLE).then(|| text.word(before))
}

impl Person {
    fn adopt(&mut self, speaker: Option<usize>, lexicon: &Lexicon) {
        let Some(speaker) = speaker else { return };
        let entry = &lexicon.speakers[speaker];
        self.speaker = Some(speaker);
        self.signs.is_person = true;
        self.words = entry.name.split_whitespace().map(str::to_owned).collect();
        self.signs.is_sure |= entry.pronouns.is_some();
        self.signs.gender = entry.pronouns.and_then(Gender::of).or(self.signs.gender);
    }
}
