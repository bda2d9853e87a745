//! Relatives: *his sister, Annika,* tells who is meant by *her brother* further on.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Who;
use super::discourse::Discourse;
use super::people::Gender;
use crate::text::clause::Clause;
use crate::text::{ChunkKind, Tag};

/// A relation and what its other end is called, by gender.
struct Relation {
    noun: &'static str,
    masculine: &'static str,
    feminine: &'static str,
}

const fn relation(noun: &'static str, masculine: &'static str, feminine: &'static str) -> Relation {
    Relation { noun, masculine, feminine }
}

/// If Ann is Berg's *sister*, Berg is Ann's *brother* or *sister*.
const RELATIONS: &[Relation] = &[
    relation("wife", "husband", "wife"),
    relation("husband", "husband", "wife"),
    relation("partner", "partner", "partner"),
    relation("fiance", "fiance", "fiancee"),
    relation("fiancee", "fiance", "fiancee"),
    relation("girlfriend", "boyfriend", "girlfriend"),
    relation("boyfriend", "boyfriend", "girlfriend"),
    relation("sister", "brother", "sister"),
    relation("brother", "brother", "sister"),
    relation("mother", "son", "daughter"),
    relation("father", "son", "daughter"),
    relation("son", "father", "mother"),
    relation("daughter", "father", "mother"),
    relation("uncle", "nephew", "niece"),
    relation("aunt", "nephew", "niece"),
    relation("nephew", "uncle", "aunt"),
    relation("niece", "uncle", "aunt"),
    relation("grandfather", "grandson", "granddaughter"),
    relation("grandmother", "grandson", "granddaughter"),
    relation("grandson", "grandfather", "grandmother"),
    relation("granddaughter", "grandfather", "grandmother"),
    relation("stepfather", "stepson", "stepdaughter"),
    relation("stepmother", "stepson", "stepdaughter"),
    relation("stepson", "stepfather", "stepmother"),
    relation("stepdaughter", "stepfather", "stepmother"),
    relation("cousin", "cousin", "cousin"),
    relation("widow", "husband", "wife"),
    relation("ex-wife", "ex-husband", "ex-wife"),
    relation("ex-husband", "ex-husband", "ex-wife"),
];

/// What families say, and the noun for it.
pub(super) const FAMILIAR: &[(&str, &str)] = &[("dad", "father"), ("mum", "mother"), ("mom", "mother")];

/// The relation that a noun names.
pub(super) fn noun(word: &str) -> Option<&'static str> {
    let familiar = FAMILIAR.iter().find(|(said, _)| said.eq_ignore_ascii_case(word));
    let word = familiar.map_or(word, |(_, noun)| noun);
    RELATIONS.iter().map(|r| r.noun).find(|n| n.eq_ignore_ascii_case(word))
}

/// Whose relative who is, as far as the article has said.
#[derive(Debug, Default)]
pub(super) struct Kin(FxHashMap<(usize, &'static str), usize>);

impl Kin {
    /// Notes that `relative` is the `noun` of `person`, whose gender tells what `person` is to the relative.
    pub fn note(&mut self, person: usize, noun: &'static str, relative: usize, gender: Option<Gender>) {
        if person == relative {
            return;
        }
        self.0.insert((person, noun), relative);
        let back = RELATIONS.iter().find(|r| r.noun == noun);
        match (back, gender) {
            (Some(r), Some(Gender::Masculine)) => _ = self.0.insert((relative, r.masculine), person),
            (Some(r), Some(Gender::Feminine)) => _ = self.0.insert((relative, r.feminine), person),
            _ => {}
        }
    }

    /// The `noun` of `person`.
    pub fn of(&self, person: usize, noun: &'static str) -> Option<usize> {
        self.0.get(&(person, noun)).copied()
    }
}

impl Discourse<'_> {
    /// Whom *his sister* or *Berg's sister* names a relative of, and as what.
    fn kinship(&self, tokens: &Range<usize>, head: usize) -> Option<(usize, &'static str)> {
        let text = self.text;
        let noun = noun(text.word(head)).filter(|_| head + 1 == tokens.end)?;
        let genitive = tokens.clone().find(|&i| text.tokens[i].tag == Tag::Genitive);
        let owner = match genitive {
            Some(at) if at > tokens.start => self.people.mention_at(at - 1).map(|m| m.person)?,
            _ if text.tokens[tokens.start].tag == Tag::Poss => match self.pronoun(tokens.start)? {
                Who::Person { person, .. } => person,
                _ => return None,
            },
            _ => return None,
        };
        Some((owner, noun))
    }

    /// The relative that the article has named before: *her brother* after *his sister, Annika,*.
    pub(super) fn relative_of(&self, tokens: &Range<usize>, head: usize) -> Option<usize> {
        let (owner, noun) = self.kinship(tokens, head)?;
        self.kin.of(owner, noun)
    }

    /// Notes the relatives of a sentence, wherever they stand before token `before`: *Berg, a grower, and his wife, Annika, came*; *Tom and
    /// Annika Berg*, a couple as far as the article tells.
    pub(super) fn read_kin(&mut self, clause: &Clause, sentence: usize, before: usize) {
        let text = self.text;
        for at in 0..clause.chunks.len() {
            let chunk = &clause.chunks[at];
            let kin = chunk.kind == ChunkKind::Np && chunk.start < before && noun(text.word(chunk.head)).is_some();
            let comma = kin && clause.kind(at + 1) == Some(ChunkKind::Comma);
            let named = clause.chunks.get(at + 2).filter(|n| comma && n.kind == ChunkKind::Np);
            if let Some(person) = named.and_then(|n| self.people.mention_at(n.head)).map(|m| m.person) {
                self.note_kin(clause, at, person);
            }
        }
        let mentions = &self.people.mentions;
        let first = mentions.partition_point(|m| m.sentence < sentence);
        for pair in mentions[first..].windows(2).take_while(|p| p[1].sentence == sentence && p[1].tokens.start < before)
        {
            let [a, b] = pair else { continue };
            let joined = a.tokens.end + 1 == b.tokens.start && text.tokens[a.tokens.end].tag == Tag::And;
            let (one, other) = (&self.people.people[a.person], &self.people.people[b.person]);
            if !joined || a.tokens.len() != 1 || one.words.len() < 2 || one.surname() != other.surname() {
                continue;
            }
            let (of_one, of_other) = match (one.signs.gender, other.signs.gender) {
                (Some(Gender::Masculine), Some(Gender::Feminine)) => ("wife", "husband"),
                (Some(Gender::Feminine), Some(Gender::Masculine)) => ("husband", "wife"),
                (Some(Gender::Feminine), Some(Gender::Feminine)) => ("sister", "sister"),
                (Some(Gender::Masculine), Some(Gender::Masculine)) => ("brother", "brother"),
                _ => continue,
            };
            for (person, noun, relative) in [(a.person, of_one, b.person), (b.person, of_other, a.person)] {
                if self.kin.of(person, noun).is_none() {
                    self.kin.note(person, noun, relative, None);
                }
            }
        }
    }

    /// Notes *his sister, Annika,* and *Annika, his sister,* of the person at chunk `at`.
    pub(super) fn note_kin(&mut self, clause: &Clause, at: usize, person: usize) {
        let behind = (clause.kind(at + 1) == Some(ChunkKind::Comma)).then_some(at + 2);
        for i in [Some(at), behind].into_iter().flatten() {
            let Some(chunk) = clause.chunks.get(i).filter(|c| c.kind == ChunkKind::Np) else { continue };
            if let Some((owner, noun)) = self.kinship(&(chunk.start..chunk.end), chunk.head) {
                let gender = self.people.people[owner].signs.gender;
                self.kin.note(owner, noun, person, gender);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_go_both_ways() {
        let mut kin = Kin::default();
        kin.note(1, "sister", 2, Some(Gender::Masculine));
        kin.note(3, "wife", 3, None);
        assert_eq!(kin.of(1, "sister"), Some(2));
        assert_eq!(kin.of(2, "brother"), Some(1));
        assert_eq!(kin.of(2, "sister"), None);
        assert_eq!(kin.of(3, "wife"), None);
    }
}
