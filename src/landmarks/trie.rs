//! All spellings of all names, titles and cues as a trie over words: Aho and Corasick's automaton (1975) with words for letters. A
//! spelling begins where a token begins, so every failure link of that automaton would lead to the root, and a walk from each token
//! finds the same matches as a pass of the `aho-corasick` crate over the bytes (a test compares them).
//!
//! Nodes are hashes of the way to them in one open table, so that a million names load in the time it takes to hash them; what was
//! found is compared with the spelling itself before it counts.

use crate::words::{key_at, mix};

/// The compiled spellings.
#[derive(Debug)]
pub(super) struct Trie {
    /// Hashes of the nodes; 0 where a place is free. A power of two of places, at most half of them taken.
    nodes: Vec<u64>,
    /// For each place one more than the first spelling that ends in its node; 0 where none does.
    heads: Vec<u32>,
    /// For each spelling one more than the next that ends in the same node.
    next: Vec<u32>,
    /// All spellings, end to end.
    text: String,
    /// Where each spelling ends in `text`.
    ends: Vec<u32>,
    /// Whether a spelling begins with a byte, in either case.
    begins: [bool; 256],
    /// One bit for each hash of a first step: most tokens begin no spelling, and the bits are few enough to stay in the cache.
    first: Vec<u64>,
}

/// Where a walk begins.
const ROOT: u64 = 0;

impl Trie {
    /// Compiles spellings; their numbers are their places in the list.
    pub fn new<'a>(spellings: impl Iterator<Item = &'a str>) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for spelling in spellings {
            text.push_str(spelling);
            ends.push(text.len() as u32);
        }
        text.shrink_to_fit();
        ends.shrink_to_fit();
        let mut trie = Trie {
            nodes: Vec::new(),
            heads: Vec::new(),
            next: vec![0; ends.len()],
            text,
            ends,
            begins: [false; 256],
            first: vec![0],
        };
        trie.resize((4 * trie.ends.len()).next_power_of_two());
        trie.first = vec![0; (trie.ends.len() / 4).next_power_of_two()];
        let mut count = 0;
        // From the last to the first, so that each node's list begins with the first.
        for number in (0..trie.ends.len()).rev() {
            let (from, to) = trie.bounds(number);
            let (mut at, mut node, mut place) = (from, ROOT, None);
            if let Some(first) = trie.text.as_bytes().get(from..to).and_then(<[u8]>::first) {
                trie.begins[first.to_ascii_lowercase() as usize] = true;
                trie.begins[first.to_ascii_uppercase() as usize] = true;
            }
            while at < to {
                (at, node) = step(&trie.text.as_bytes()[..to], at, node);
                let bit = trie.first_bit(node);
                trie.first[bit / 64] |= u64::from(place.is_none()) << (bit % 64);
                let here = trie.place(node);
                if trie.nodes[here] == 0 {
                    trie.nodes[here] = node;
                    count += 1;
                }
                place = Some(here);
                if 2 * count > trie.nodes.len() {
                    trie.resize(2 * trie.nodes.len());
                    place = Some(trie.place(node));
                }
            }
            if let Some(place) = place {
                trie.next[number] = std::mem::replace(&mut trie.heads[place], number as u32 + 1);
            }
        }
        trie
    }

    fn resize(&mut self, size: usize) {
        let nodes = std::mem::replace(&mut self.nodes, vec![0; size]);
        let heads = std::mem::replace(&mut self.heads, vec![0; size]);
        for (node, head) in nodes.into_iter().zip(heads).filter(|(node, _)| *node != 0) {
            let place = self.place(node);
            (self.nodes[place], self.heads[place]) = (node, head);
        }
    }

    #[inline]
    fn place(&self, node: u64) -> usize {
        let mask = self.nodes.len() - 1;
        let mut place = node as usize & mask;
        while self.nodes[place] != node && self.nodes[place] != 0 {
            place = (place + 1) & mask;
        }
        place
    }

    #[inline]
    fn first_bit(&self, node: u64) -> usize {
        (node >> 32) as usize & (64 * self.first.len() - 1)
    }

    fn bounds(&self, number: usize) -> (usize, usize) {
        (number.checked_sub(1).map_or(0, |n| self.ends[n] as usize), self.ends[number] as usize)
    }

    /// The spelling of a number.
    pub fn spelling(&self, number: usize) -> &str {
        let (from, to) = self.bounds(number);
        &self.text[from..to]
    }

    /// Calls `found` with the end and the number of every spelling that stands at byte `start` of `text`, whatever the case of its ASCII
    /// letters, and has no ASCII letter or digit behind it: shorter before longer, of equals the first before the others.
    #[inline]
    pub fn at(&self, text: &[u8], start: usize, mut found: impl FnMut(usize, usize)) {
        if !text.get(start).is_some_and(|&b| self.begins[b as usize]) {
            return;
        }
        let (mut at, mut node) = step(text, start, ROOT);
        let bit = self.first_bit(node);
        if self.first[bit / 64] >> (bit % 64) & 1 == 0 {
            return;
        }
        loop {
            let place = self.place(node);
            if self.nodes[place] == 0 {
                return;
            }
            let mut number = self.heads[place];
            while let Some(index) = (number as usize).checked_sub(1) {
                let is_word = !text.get(at).is_some_and(u8::is_ascii_alphanumeric);
                if is_word && self.spelling(index).as_bytes().eq_ignore_ascii_case(&text[start..at]) {
                    found(at, index);
                }
                number = self.next[index];
            }
            if at >= text.len() {
                return;
            }
            (at, node) = step(text, at, node);
        }
    }
}

/// One step from a node: over the ASCII letters and digits at byte `at`, with the one ASCII sign before them (*Kirby*, *-Balart*), or
/// over a single byte that is neither. Where the step ends, and in which node.
#[inline]
fn step(text: &[u8], at: usize, node: u64) -> (usize, u64) {
    let mut end = at + 1;
    if text[at].is_ascii() {
        while text.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            end += 1;
        }
    }
    let hash = match key_at(text, at, end) {
        Some(key) => mix(key),
        None => text[at..end].chunks(16).fold(0, |hash, part| {
            mix(key_at(part, 0, part.len()).unwrap_or_default() ^ u128::from(hash).rotate_left(64))
        }),
    };
    let node = (node.rotate_left(23) ^ hash).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (end, (node ^ node >> 29).max(1))
}

#[cfg(test)]
mod tests {
    use aho_corasick::AhoCorasick;
    use proptest::prelude::*;

    use super::*;

    /// What the aho-corasick crate finds from byte `start` on, in the order of [`Trie::at`].
    fn expected(spellings: &[&str], text: &str, start: usize) -> Vec<(usize, usize)> {
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(spellings).unwrap();
        let mut found: Vec<(usize, usize)> = automaton
            .find_overlapping_iter(text)
            .filter(|m| m.start() == start && !text.as_bytes().get(m.end()).is_some_and(u8::is_ascii_alphanumeric))
            .map(|m| (m.end(), m.pattern().as_usize()))
            .collect();
        found.sort();
        found
    }

    const SPELLINGS: &[&str] = &[
        "Ann",
        "Ann Lee",
        "ann lee",
        "Ann Lee-Roe",
        "said",
        "say",
        "point out",
        "O'Neil",
        "O’Neil",
        "José Roe",
        "Dr. Roe",
        "Roe Jr.",
        "a name that is a good deal longer than one key",
        "a name that is a good deal longer than one kex",
        "é",
    ];

    #[test]
    fn the_same_as_aho_corasick() {
        let trie = Trie::new(SPELLINGS.iter().copied());
        for text in [
            "Ann",
            "ANN LEE",
            "Ann Lee-Roe",
            "Ann Lee-Roer",
            "Anna",
            "ann  lee",
            "point out",
            "points out",
            "O'Neil’s",
            "O’Neil's",
            "JosÉ Roe",
            "José Roe",
            "dr. roe jr.",
            "Roe Jr.s",
            "Roe Jr. x",
            "É",
            "é",
            "a name that is a good deal longer than one kex",
        ] {
            for (start, _) in text.char_indices() {
                let mut found = Vec::new();
                trie.at(text.as_bytes(), start, |end, number| found.push((end, number)));
                assert_eq!(found, expected(SPELLINGS, text, start), "{text:?} from {start}");
            }
        }
    }

    proptest! {
        #[test]
        fn the_same_as_aho_corasick_on_anything(words in prop::collection::vec(0..SPELLINGS.len() + 4, 0..8), gap in "[ .’-]?") {
            let pool: Vec<&str> = SPELLINGS.iter().copied().chain(["lee", "x", "Roe", "."]).collect();
            let text = words.iter().map(|&w| pool[w]).collect::<Vec<_>>().join(&gap);
            let trie = Trie::new(SPELLINGS.iter().copied());
            for (start, _) in text.char_indices() {
                let mut found = Vec::new();
                trie.at(text.as_bytes(), start, |end, number| found.push((end, number)));
                prop_assert_eq!(found, expected(SPELLINGS, &text, start), "{:?} from {}", text, start);
            }
        }
    }

    #[test]
    fn a_trie_grows() {
        let names: Vec<String> = (0..5000).map(|n| format!("a b c d e f g {n}")).collect();
        let trie = Trie::new(names.iter().map(String::as_str));
        for (n, name) in names.iter().enumerate() {
            let mut found = Vec::new();
            trie.at(name.as_bytes(), 0, |end, number| found.push((end, number)));
            assert_eq!(found, [(name.len(), n)]);
        }
    }
}
