//! Lays a table of words out: what the build script writes down, and tests of the table begin with.

use std::collections::BTreeMap;

use super::table::{Entry, key_of, place};

/// The places of a table, and the words that are too long for them.
pub fn lay_out(words: BTreeMap<String, u64>) -> (Vec<Entry>, Vec<(String, u64)>) {
    let mut entries: Vec<Entry> = vec![(0, 0); (2 * words.len()).next_power_of_two()];
    let mut long = Vec::new();
    for (word, number) in words {
        match key_of(&word) {
            Some(key) => {
                let place = place(&entries, key);
                entries[place] = (key, number);
            }
            None => long.push((word, number)),
        }
    }
    (entries, long)
}
