//! The names of speakers, by how they are spelt. The automaton finds the first words of names (a million people share a few thousand);
//! what stands behind one is looked up here whole. An automaton of three million whole names took 2.7 GB and minutes to make.

use rustc_hash::FxHashMap;

use crate::lexicon::{Lexicon, Speaker};
use crate::text::Token;

/// A name as it is looked up: in small letters, with straight apostrophes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Spelling {
    hash: u64,
    speaker: u32,
    /// Which of the speaker's names: 0 for the name, then the aliases.
    number: u32,
}

/// All names of all speakers.
#[derive(Debug, Default)]
pub(super) struct Spelled {
    /// By hash, then in the order of the lexicon.
    spellings: Vec<Spelling>,
    /// Where in `spellings` the hashes of each first bits begin, and where they end.
    starts: Vec<u32>,
    /// How far a hash is shifted to its first bits.
    shift: u32,
}

impl Spelled {
    /// The names of a lexicon, and their first words as they may be written, each with the length of the longest name that begins so.
    pub fn new(lexicon: &Lexicon) -> (Self, FxHashMap<String, usize>) {
        let mut spellings = Vec::new();
        let mut leads: FxHashMap<String, usize> = FxHashMap::default();
        for (speaker, entry) in lexicon.speakers.iter().enumerate() {
            for (number, name) in names(entry).enumerate() {
                let hash = name.bytes_folded().fold(SEED, step);
                spellings.push(Spelling { hash: spread(hash), speaker: speaker as u32, number: number as u32 });
                // A curly apostrophe is longer than a straight one.
                let length = name.len() + 2 * name.matches('\'').count();
                let lead = name.split(' ').next().unwrap_or(name);
                match leads.get_mut(lead) {
                    Some(longest) => *longest = length.max(*longest),
                    None => drop(leads.insert(lead.to_owned(), length)),
                }
            }
        }
        spellings.sort_unstable();
        let bits = spellings.len().next_power_of_two().trailing_zeros().max(1);
        let shift = 64 - bits;
        let mut starts = vec![0; (1 << bits) + 1];
        for spelling in &spellings {
            starts[(spelling.hash >> shift) as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        (Spelled { spellings, starts, shift }, written(leads))
    }

    /// Calls `each` with the end and the speaker of every name that begins with token `start` and ends with a token, of at most `longest`
    /// bytes. Capitals must be as in the lexicon, or all letters capitals.
    pub fn find(
        &self,
        text: &str,
        tokens: &[Token],
        start: usize,
        longest: usize,
        speakers: &[Speaker],
        mut each: impl FnMut(usize, u32),
    ) {
        let bytes = text.as_bytes();
        let from = tokens[start].span.start as usize;
        let (mut at, mut hash) = (from, SEED);
        for (i, token) in tokens.iter().enumerate().skip(start) {
            let to = token.span.end as usize;
            if to - from > longest {
                return;
            }
            hash = text[at..to].bytes_folded().fold(hash, step);
            at = to;
            if bytes.get(to).is_some_and(u8::is_ascii_alphanumeric) {
                continue;
            }
            let hash = spread(hash);
            let place = (hash >> self.shift) as usize;
            let near = &self.spellings[self.starts[place] as usize..self.starts[place + 1] as usize];
            for spelling in near.iter().filter(|s| s.hash == hash) {
                let name =
                    names(&speakers[spelling.speaker as usize]).nth(spelling.number as usize).unwrap_or_default();
                let written = &text[from..to];
                let same = || name.bytes_straight().eq(written.bytes_straight());
                let capitals =
                    || written.chars().all(|c| !c.is_lowercase()) && name.bytes_folded().eq(written.bytes_folded());
                if same() || capitals() {
                    each(i + 1, spelling.speaker);
                }
            }
        }
    }
}

/// First words with those in capital letters, all of them with straight and with curly apostrophes.
fn written(leads: FxHashMap<String, usize>) -> FxHashMap<String, usize> {
    let mut written: FxHashMap<String, usize> = FxHashMap::default();
    for (lead, length) in leads {
        for lead in [lead.to_ascii_uppercase(), lead] {
            let straight = lead.replace('’', "'");
            for lead in [straight.replace('\'', "’"), straight] {
                let longest = written.entry(lead).or_default();
                *longest = length.max(*longest);
            }
        }
    }
    written
}

/// The name of a speaker, then the aliases.
fn names(speaker: &Speaker) -> impl Iterator<Item = &str> {
    std::iter::once(&speaker.name).chain(&speaker.aliases).map(String::as_str)
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a.
fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

/// Makes the first bits of a hash depend on all of it.
fn spread(hash: u64) -> u64 {
    (hash ^ (hash >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// A spelling as bytes, whatever its apostrophes.
trait Spelt {
    /// With straight apostrophes.
    fn bytes_straight(&self) -> impl Iterator<Item = u8>;
    /// The same in small letters, as far as they are ASCII.
    fn bytes_folded(&self) -> impl Iterator<Item = u8> {
        self.bytes_straight().map(|b| b.to_ascii_lowercase())
    }
}

impl Spelt for str {
    fn bytes_straight(&self) -> impl Iterator<Item = u8> {
        const CURLY: &[u8] = "’".as_bytes();
        let bytes = self.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            let byte = *bytes.get(at)?;
            let curly = byte == CURLY[0] && bytes[at..].starts_with(CURLY);
            at += if curly { CURLY.len() } else { 1 };
            Some(if curly { b'\'' } else { byte })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    #[test]
    fn names_are_found_as_they_are_spelt() {
        let lexicon = Lexicon::parse(
            "speakers.toml",
            "[[speaker]]\nname = \"Ada Berg\"\naliases = [\"Berg\", \"Ada O'Berg\"]\n\
             [[speaker]]\nname = \"Ada Berg\"\nid = \"other\"\n[[speaker]]\nname = \"Åsa van der Ek\"",
        )
        .unwrap();
        let (spelled, leads) = Spelled::new(&lexicon);
        assert_eq!((leads["Ada"], leads["ADA"]), ("Ada O’Berg".len(), "Ada O’Berg".len()));
        for (text, want) in [
            ("Ada Berg said", vec![(2, 0), (2, 1)]),
            ("ADA BERG SAID", vec![(2, 0), (2, 1)]),
            ("ada berg said", vec![]),
            ("Ada  Berg", vec![]),
            ("Ada Bergman", vec![]),
            ("Ada O’Berg", vec![(2, 0)]),
            ("Ada O'Berg's", vec![(2, 0)]),
            ("Berg, Ada", vec![(1, 0)]),
            ("Åsa van der Ek", vec![(4, 2)]),
            ("Åsa van der", vec![]),
        ] {
            let mut found = Vec::new();
            spelled.find(text, &tokenize(text), 0, 40, &lexicon.speakers, |end, speaker| found.push((end, speaker)));
            assert_eq!(found, want, "{text:?}");
        }
    }
}
