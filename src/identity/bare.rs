//! Whose a part of a name is: *Berg*, *Mr Berg*, *van der Hoeven*, *Bob*, among the people whom the article or the lexicon names in full.
//! Full names are gathered in `people`.

use super::candidate::Candidate;
use super::people::{Gender, People, Person};
use super::same_name::{begins_with, ends_with, folded, last_name, same_letters, short_form, without_article};
use crate::lexicon::Lexicon;
use crate::text::Text;
use crate::words::Class;

impl People {
    /// The person of a surname or given name of several words: *van der Hoeven* after *Ingrid van der Hoeven*; and whether it could as
    /// well be another's.
    pub(super) fn person_of_part(&mut self, text: &Text, c: &Candidate, lexicon: &Lexicon) -> (usize, bool) {
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

    /// The person of a single word: whose surname or given name it is; and whether it could as well be another's.
    pub(super) fn person_of_single(&mut self, text: &Text, c: &Candidate, lexicon: &Lexicon) -> (usize, bool) {
        let surname = self.of_surname(text, &self.by_surname(c), c);
        surname.or_else(|| Some((self.of_part(text, c)?, false))).unwrap_or_else(|| self.of_nobody(c, lexicon))
    }

    /// Those whose surname a word is.
    fn by_surname(&self, c: &Candidate) -> Vec<usize> {
        let word = c.words[0].as_ref();
        // "Al-Masri" begins the sentence, "al-Masri" stands in one, and so does "Masri". "BINNED BRAD" is nobody's surname.
        let same = |surname: &str| {
            surname == word
                || word.contains('-') && same_letters(surname, word)
                || without_article(surname).is_some_and(|bare| bare == word)
        };
        self.indices(self.called(word), |p| same(p.surname()) && c.may_be(p))
    }

    /// The one whose given name, short or whole, or middle name a word is.
    fn of_part(&self, text: &Text, c: &Candidate) -> Option<usize> {
        let word = c.words[0].as_ref();
        let by_given = self.indices(self.called(word), |p| {
            // "Lim" after "Lim Boon Seng": by the look of it, once the full name has been read.
            let read = |&m: &usize| self.mentions[m].tokens.start < c.tokens.start;
            let looks = p.signs.is_weak && p.mentions.first().into_iter().chain(p.between.first()).any(read);
            p.given() == Some(word)
                && c.may_be(p)
                && (p.signs.is_person || c.signs.is_person || looks || c.given.is_some())
        });
        // "Lee" of "Lee Jae-myung" and "Lee Sang-min": whose it is, as with a surname.
        if let ([one], _) | (_, Some((one, false))) = (by_given.as_slice(), &self.of_surname(text, &by_given, c)) {
            return Some(*one);
        }
        let others = match (by_given.is_empty(), c.given) {
            (false, _) => return None,
            (true, None) => self.by_middle(c),
            (true, Some(_)) => self.by_short(c),
        };
        match others.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// Those inside whose name a word stands: *Quispe* after *Hernan Quispe Lara*.
    fn by_middle(&self, c: &Candidate) -> Vec<usize> {
        let word = c.words[0].as_ref();
        let inside = |p: &Person| p.words.len() > 2 && p.words[1..].iter().any(|w| w == word);
        self.indices(self.called(word), |p| inside(p) && c.may_be(p))
    }

    /// Those whose given name a word is short for: two, if they are more.
    fn by_short(&self, c: &Candidate) -> Vec<usize> {
        let word = folded(&c.words[0]);
        let short = |p: &Person| c.may_be(p) && p.given().is_some_and(|g| short_form(&word, &folded(g)));
        (0..self.people.len()).filter(|&p| short(&self.people[p])).take(2).collect()
    }

    /// The person of a word that is part of nobody's fuller name in the article: the lexicon's, the one whose name it is but for a
    /// letter, or one more.
    fn of_nobody(&mut self, c: &Candidate, lexicon: &Lexicon) -> (usize, bool) {
        let speakers: Vec<usize> = lexicon
            .of_surname(&c.words[0])
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

    /// Whether a title stands among the words that tell who somebody is, beside one of their first mentions.
    fn is_called(&self, text: &Text, person: usize, title: &str) -> bool {
        self.role_words(text, person).any(|i| text.word(i).eq_ignore_ascii_case(title))
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
