//! What the places of a name tell of its bearer: gathered for one place first, then for all of them.

use super::people::Gender;

/// What the article tells of whoever bears a name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Signs {
    /// What the pronouns would be.
    pub gender: Option<Gender>,
    /// An honorific or the lexicon says which pronouns, not only the given name.
    pub is_sure: bool,
    /// Something beside capitals says that it is a person: a title, a given name, an honorific, an apposition, an age.
    pub is_person: bool,
    /// Only the look of the name says that it is a person.
    pub is_weak: bool,
    /// The name stands behind *in*, as a place's does.
    pub is_placed: bool,
    /// The article tells beside the name that it is a body's: *the shipping company Harbel*.
    pub is_body: bool,
    /// The article brings them in as somebody's relative: *his wife, Ines Varga*.
    pub is_relative: bool,
}

impl Signs {
    /// Of a person, by where the name stands.
    pub fn person(gender: Option<Gender>) -> Self {
        Signs { gender, is_person: true, ..Signs::default() }
    }

    /// Adds what another place of the name tells. Whose relative they are is told where they are brought in.
    pub fn add(&mut self, place: &Signs) {
        self.gender = if place.is_sure && !self.is_sure { place.gender } else { self.gender.or(place.gender) };
        self.is_sure |= place.is_sure;
        self.is_person |= place.is_person;
        self.is_weak |= place.is_weak;
        self.is_placed |= place.is_placed;
        self.is_body |= place.is_body;
    }
}
