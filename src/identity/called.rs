//! The people whom the article calls by a description's noun, and which of them the description's other words tell apart: *the Norwegian
//! minister*, *the senator's spokesman*. Who of those left is meant is decided in `descriptions`.

use std::ops::Range;

use super::discourse::Discourse;
use super::people::Gender;
use crate::text::Tag;
use crate::words::{Class, Nation, nation, words_for};

impl Discourse<'_> {
    /// The people whom the article calls by a description's noun; of several those of the country, the club, the firm it names.
    pub(super) fn called(&self, tokens: &Range<usize>, head: usize, noun: &str) -> Vec<usize> {
        let text = self.text;
        let people = |word: &str| self.recall.people(text, self.people, word, tokens.start);
        let mut called = people(noun);
        // "the Japanese top diplomat": a country's foreign minister
        if noun == "diplomat" && (tokens.start..head).any(|i| text.word(i) == "top") {
            called = people("minister");
            called.retain(|&p| self.is_called(p, "foreign"));
        }
        // "the Alabama Republican": whoever holds or seeks an office
        if matches!(noun, "republican" | "democrat") && (tokens.start..head).any(|i| text.tokens[i].is(Class::PLACE)) {
            called.extend(ELECTED.iter().flat_map(|office| people(office)));
            called.sort_unstable();
            called.dedup();
        }
        self.keep_gender(&mut called, head);
        self.keep_owner(&mut called, tokens.start..head, noun);
        self.keep_qualifier(&mut called, tokens.start..head, noun);
        self.keep_names(&mut called, tokens.start..head);
        called
    }

    /// Whether a word stands beside somebody's name.
    pub(super) fn is_called(&self, person: usize, word: &str) -> bool {
        self.recall.calls(self.text, self.people, word, person)
    }

    /// *Tom Berg, who met the girl*: he is no girl. A woman may be the chairman.
    fn keep_gender(&self, called: &mut Vec<usize>, head: usize) {
        let class = self.text.tokens[head].class;
        let gender = Gender::of_class(class).filter(|_| !class.intersects(Class::TITLE | Class::GIVEN));
        called.retain(|&p| {
            let theirs = self.people.people[p].signs.gender;
            gender.is_none() || theirs.is_none() || theirs == gender
        });
    }

    /// *The prime minister's spokesman* is not the commissioner's; *the senator's spokesman* is the Berg spokesman, if Berg is called a
    /// senator.
    fn keep_owner(&self, called: &mut Vec<usize>, before: Range<usize>, noun: &str) {
        let genitive = before.clone().skip(1).rev().find(|&i| self.text.tokens[i].tag == Tag::Genitive);
        let Some(genitive) = genitive.filter(|_| !called.is_empty() && REPRESENTATIVES.contains(&noun)) else { return };
        let owner = self.text.word(genitive - 1).to_ascii_lowercase();
        let holders = self.recall.last_called(self.text, self.people, &owner);
        let names: Vec<String> = holders.map(|p| self.people.people[p].surname().to_ascii_lowercase()).collect();
        called.retain(|&p| self.is_called(p, &owner) || names.iter().any(|name| self.is_called(p, name)));
    }

    /// *The prime minister* is not the first minister, *the US president* no vice president; nor is *the deputy director* the director, where somebody is told to be one.
    fn keep_qualifier(&self, called: &mut Vec<usize>, before: Range<usize>, noun: &str) {
        let told = |i: usize| ["vice", "former"].contains(&self.text.word(i));
        if noun == "president" && !before.clone().any(told) {
            called.retain(|&p| !self.is_called(p, "vice"));
        }
        let last = before.last().filter(|&q| matches!(self.text.tokens[q].tag, Tag::Adj | Tag::Noun | Tag::Num));
        let Some(word) = last.map(|q| self.text.word(q).to_ascii_lowercase()) else { return };
        let another_office = matches!(word.as_str(), "prime" | "first") && noun == "minister";
        if another_office || called.iter().any(|&p| self.is_called(p, &word)) {
            called.retain(|&p| self.is_called(p, &word));
        }
    }

    /// *the Norwegian minister*, *the Oslo Boats director*: those beside whose names the same names stand, if there are any; nobody who is
    /// told to be another country's.
    fn keep_names(&self, called: &mut Vec<usize>, before: Range<usize>) {
        let names = |&i: &usize| {
            let t = &self.text.tokens[i];
            t.is(Class::NATIONALITY) || t.tag == Tag::Name && !t.is(Class::PLACE) || self.nation_at(i).is_some()
        };
        for i in before.filter(names) {
            let nation = self.nation_at(i);
            let fits = |&p: &usize| match nation {
                Some(nation) => words_for(nation).any(|word| self.is_called(p, word)),
                None => self.is_called(p, &self.text.word(i).to_ascii_lowercase()),
            };
            if called.iter().any(&fits) {
                called.retain(fits);
            } else if let Some(nation) = nation {
                called.retain(|&p| !self.is_of_another(p, nation));
            }
        }
    }

    /// The country that a capitalised word stands for.
    pub(super) fn nation_at(&self, i: usize) -> Option<Nation> {
        let word = self.text.word(i);
        let capital = self.text.tokens[i].is_capital();
        capital.then(|| nation(&word.to_ascii_lowercase())).flatten()
    }

    /// Whether the article tells what a person is in some country, and in none of them this: *Russian President Berg* is not the Turkish
    /// leader, *the US ambassador to Russia* no Russian.
    pub(super) fn is_of_another(&self, person: usize, nation: Nation) -> bool {
        let mut others = false;
        for role in self.people.roles(self.text, person) {
            for i in role.take_while(|&i| self.text.tokens[i].tag != Tag::Prep) {
                match self.nation_at(i) {
                    Some(n) if n == nation => return false,
                    Some(_) => others = true,
                    None => {}
                }
            }
        }
        others
    }
}

/// Who speaks for somebody else, and is told apart by whom.
const REPRESENTATIVES: &[&str] =
    &["spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "solicitor", "aide", "agent"];

/// Whom a party and a state alone stand for.
const ELECTED: &[&str] = &[
    "senator",
    "representative",
    "congressman",
    "congresswoman",
    "governor",
    "speaker",
    "leader",
    "candidate",
    "chairman",
    "chairwoman",
];
