//! Cues and titles by their first word: how they stand in the tables that the build script writes, and how a user's verbs are added.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::lexicon::{CueForm, CueTable};
use crate::words::Class;

/// A form of a cue, or a title of several words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// What stands behind the first word, in small letters with the space before it: ` out` of *point out*, nothing of *say*.
    pub rest: Cow<'static, str>,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Cue {
        /// Its number; a user's cues are counted on from those built in.
        cue: u32,
        form: CueForm,
        /// What verb form it is for the tagger.
        class: Class,
    },
    /// *Secretary of State*
    Title,
}

/// All phrases by their first word; the longest first, since *called on* is no *called*.
pub(crate) type Phrases = BTreeMap<String, Vec<Phrase>>;

/// The phrases of a table's cues, whose numbers begin at `first`, and of titles.
pub(crate) fn phrases<'a>(cues: &CueTable, first: usize, titles: impl Iterator<Item = &'a str>) -> Phrases {
    let mut phrases = Phrases::new();
    let mut add = |spelling: &str, what| {
        let (word, rest) = spelling.split_at(spelling.find(' ').unwrap_or(spelling.len()));
        phrases.entry(word.to_owned()).or_default().push(Phrase { rest: rest.to_owned().into(), what });
    };
    for (spelling, cue, form, class) in &cues.forms {
        add(spelling, What::Cue { cue: (first + cue) as u32, form: *form, class: *class });
    }
    titles.for_each(|title| add(title, What::Title));
    phrases.values_mut().for_each(|same_word| same_word.sort_by_key(|phrase| usize::MAX - phrase.rest.len()));
    phrases
}
