//! The labels of a transcript: whose name *EARNEST* is, and who is meant by *A*.

use std::cell::LazyCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Who;
use super::people::People;
use crate::attribution::Statement;
use crate::attribution::transcript::{self, Role};
use crate::text::Text;
use crate::words::{self, Class};

/// A name in a label.
pub(super) struct LabelName {
    pub tokens: Range<usize>,
    /// Its words, in small letters where the article has them in capitals.
    pub words: Vec<String>,
}

/// The names in the labels of an article, in order; those that say only a part in the conversation (*MODERATOR*) are none.
pub(super) fn names(text: &Text) -> Vec<LabelName> {
    let turns = transcript::turns(text);
    let named = turns.into_iter().filter(|t| t.role == Role::Named && !t.continued);
    let spellings = LazyCell::new(|| Spellings::of(text));
    named
        .map(|t| LabelName { words: t.label.clone().map(|i| spelled(text, i, &spellings)).collect(), tokens: t.label })
        .filter(|l| {
            let class = |w: &String| words::lookup(&w.to_lowercase());
            let part = l.words.iter().any(|w| class(w).intersects(Class::ROLE | Class::PERSON | Class::OUTLET));
            !part || l.words.iter().any(|w| class(w).contains(Class::GIVEN))
        })
        .collect()
}

/// A word as the article spells it where it is not all in capitals, else with its first letter as the only capital.
fn spelled(text: &Text, i: usize, spellings: &LazyCell<Spellings, impl FnOnce() -> Spellings>) -> String {
    let word = text.word(i);
    if word.chars().any(char::is_lowercase) || word.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return word.to_owned();
    }
    spellings.0.get(word).map_or_else(|| title_case(word), |&j| text.word(j).to_owned())
}

/// Where words with a capital and small letters stand first, by the word in capitals.
struct Spellings(FxHashMap<String, usize>);

impl Spellings {
    fn of(text: &Text) -> Self {
        let mut places = FxHashMap::default();
        for i in 0..text.tokens.len() {
            let word = text.word(i);
            if word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase) {
                places.entry(word.to_uppercase()).or_insert(i);
            }
        }
        Spellings(places)
    }
}

/// *O'BRIEN-LUND* as *O'Brien-Lund*, *MCCALL* as *McCall*.
fn title_case(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut first = true;
    for c in word.chars() {
        let scottish = out.ends_with("Mc") && !out.trim_end_matches("Mc").ends_with(char::is_alphabetic);
        if first || scottish {
            out.push(c)
        } else {
            out.extend(c.to_lowercase())
        }
        first = !c.is_alphabetic();
    }
    out
}

/// What the label of a turn says of its speaker; none for other statements.
pub(super) fn role(text: &Text, statement: &Statement) -> Option<Role> {
    statement.is_turn().then(|| statement.mention.as_ref().map_or(Role::Asks, |label| transcript::role(text, label)))
}

/// Whom an interview is with: of those named above its first answer the one that the article names most; none where two are named
/// alike.
pub(super) fn interviewee(text: &Text, people: &People, statements: &[Statement]) -> Option<Who> {
    let first = statements.iter().find(|s| role(text, s) == Some(Role::Answers))?.contents[0].start;
    let is_byline = |at: usize| {
        let sentence = text.sentences[text.sentence_at(at)].tokens.start;
        at == sentence + 1 && text.word(sentence).eq_ignore_ascii_case("by")
    };
    let named = |p: usize| {
        let mentions = people.people[p].mentions.iter().map(|&m| &people.mentions[m]);
        let above: Vec<_> = mentions.clone().filter(|m| m.tokens.start < first && !is_byline(m.tokens.start)).collect();
        let (sure, full) = (people.people[p].signs.is_person, people.people[p].words.len() > 1);
        let in_marks = |at: usize| text.passage_at(at).is_some();
        let spoken_of = above.iter().any(|m| m.chunk.is_some() && !in_marks(m.tokens.start));
        let count = mentions.filter(|m| m.chunk.is_some() && !in_marks(m.tokens.start)).count();
        ((sure || people.people[p].signs.is_weak) && spoken_of).then_some(((full, count, sure), p))
    };
    let mut known: Vec<((bool, usize, bool), usize)> = (0..people.people.len()).filter_map(named).collect();
    known.sort_unstable_by(|a, b| b.cmp(a));
    match known.as_slice() {
        [(_, one)] => Some(*one),
        [(most, one), (next, _), ..] if most > next => Some(*one),
        _ => None,
    }
    .map(|person| Who::Person { person, through: true, ambiguous: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_become_names() {
        for (word, want) in [
            ("LUND", "Lund"),
            ("O'BRIEN-LUND", "O'Brien-Lund"),
            ("MCCALL", "McCall"),
            ("ÅBERG", "Åberg"),
            ("AMCO", "Amco"),
        ] {
            assert_eq!(title_case(word), want.to_owned());
        }
    }
}
