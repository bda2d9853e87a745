//! Whether two quotes have the same speaker: by lexicon id where both have one, else by name.

use super::engine::Quote;
use super::person;

/// What can be said of two quotes' speakers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speakers {
    /// One person.
    Same,
    /// Two people.
    Different,
    /// Somebody is not named, or not surely.
    Unknown,
}

pub(super) fn speakers(a: &Quote, b: &Quote) -> Speakers {
    let (Some(first), Some(second)) = (&a.speaker, &b.speaker) else { return Speakers::Unknown };
    if !a.named || !b.named {
        return Speakers::Unknown;
    }
    let same = match (&a.speaker_id, &b.speaker_id) {
        (Some(a), Some(b)) => a == b,
        _ => person::can_be_same(first, second),
    };
    if same { Speakers::Same } else { Speakers::Different }
}
