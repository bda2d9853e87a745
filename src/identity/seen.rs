//! The people of an article as `explain` shows them: who they are taken for, and what tells that they are people.

use std::ops::Range;

use super::people::{Gender, People};
use crate::landmarks::NameHit;
use crate::lexicon::Lexicon;
use crate::text::Text;

/// A person of the article, with the places where the name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The name that exports have.
    pub name: String,
    /// Lexicon id.
    pub id: Option<String>,
    /// *he* or *she*, where something tells.
    pub pronoun: Option<&'static str>,
    /// What tells that it is a person.
    pub proof: Proof,
    /// Tokens of the names, in order, honorifics included.
    pub mentions: Vec<Range<usize>>,
}

/// What tells that a name is a person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The lexicon.
    Lexicon,
    /// A title, a given name, an apposition, an age.
    Context,
    /// Only the look of the name.
    Look,
    /// Nothing: it may be a body or a thing.
    Nothing,
}

/// The people of an article.
pub(crate) fn people(text: &Text, names: &[NameHit], lexicon: &Lexicon) -> Vec<Seen> {
    let people = People::collect(text, names, lexicon);
    let seen = people.people.iter().map(|p| Seen {
        name: p.name(),
        id: p.speaker.map(|s| lexicon.speakers[s].id.clone()),
        pronoun: p.signs.gender.map(|g| match g {
            Gender::Masculine => "he",
            Gender::Feminine => "she",
        }),
        proof: match (p.speaker.is_some(), p.signs.is_person, p.signs.is_weak) {
            (true, ..) => Proof::Lexicon,
            (_, true, _) => Proof::Context,
            (_, _, true) => Proof::Look,
            _ => Proof::Nothing,
        },
        mentions: p.mentions.iter().map(|&m| people.mentions[m].tokens.clone()).collect(),
    });
    seen.collect()
}
