//! Finds in one pass over the article everything the word lists and the lexicon name: forms of cues, titles of several words, the
//! names of known speakers. The matches are marked on the tokens; which match means what is decided by the rules.

mod matcher;
pub(crate) mod names;
mod phrase;
mod spelled;

pub use matcher::{CueHit, Matcher, NameHit};
