//! The store of tables of words: a word of up to sixteen bytes is a number, so that looking it up is a multiplication and a comparison.
//! Every token of every article comes by here.

/// A word of at most 16 bytes as a number: its bytes, the first one lowest. Words hold no NUL, so that different words differ.
pub(crate) type Key = u128;

/// Spreads a key over 64 bits.
#[inline]
pub(crate) fn mix(key: Key) -> u64 {
    let (low, high) = (key as u64, (key >> 64) as u64);
    let product = u128::from(low ^ 0x9e37_79b9_7f4a_7c15) * u128::from(high ^ 0xd6e8_feb8_6659_fd93);
    (product as u64) ^ (product >> 64) as u64
}

/// The key of `bytes[start..end]` with A–Z made small; none if that is longer than a key.
#[inline]
pub(crate) fn key_at(bytes: &[u8], start: usize, end: usize) -> Option<Key> {
    const ONES: Key = Key::from_ne_bytes([1; 16]);
    let length = end - start;
    let raw = match bytes.get(start..start + 16) {
        _ if length > 16 || length == 0 => return None,
        Some(sixteen) => {
            let raw = Key::from_le_bytes(sixteen.try_into().unwrap_or_default());
            raw & (Key::MAX >> (128 - 8 * length))
        }
        None => {
            let mut padded = [0; 16];
            padded[..length].copy_from_slice(&bytes[start..end]);
            Key::from_le_bytes(padded)
        }
    };
    // A byte's high bit is set where it is at least A, and not where it is above Z or no ASCII at all.
    let low = raw & (ONES * 0x7f);
    let capital = (low + ONES * (0x80 - b'A' as Key)) & !(low + ONES * (0x7f - b'Z' as Key)) & !raw & (ONES * 0x80);
    Some(raw | capital >> 2)
}

/// A word's key, 0 where the place is free, and what the table says of it.
pub(crate) type Entry = (Key, u64);

/// Words, each with a number that is not 0: open addressing, a power of two of places, at most half of them taken. The build script lays
/// it out.
#[derive(Debug)]
pub(crate) struct Table {
    pub entries: &'static [Entry],
    /// Words that are longer than a key, in order.
    pub long: &'static [(&'static str, u64)],
}

impl Table {
    /// The number of a word in lower case; 0 for one that is not here.
    pub fn get(&self, word: &str) -> u64 {
        match key_of(word) {
            Some(key) => self.of_key(key),
            None => self.of_long(word),
        }
    }

    /// The number of the word `bytes[start..end]`, whatever its capitals; words of an article hold no NUL.
    #[inline]
    pub fn get_at(&self, bytes: &[u8], start: usize, end: usize) -> u64 {
        match key_at(bytes, start, end) {
            Some(key) => self.of_key(key),
            None => std::str::from_utf8(&bytes[start..end]).map_or(0, |word| self.of_long(&word.to_ascii_lowercase())),
        }
    }

    /// The number of the word with a key.
    #[inline]
    pub fn of_key(&self, key: Key) -> u64 {
        self.entries[place(self.entries, key)].1
    }

    fn of_long(&self, word: &str) -> u64 {
        let found = self.long.binary_search_by_key(&word, |(long, _)| long);
        found.map_or(0, |at| self.long[at].1)
    }
}

/// Where a key is in a table, or would be.
#[inline]
pub(crate) fn place(entries: &[Entry], key: Key) -> usize {
    let mask = entries.len() - 1;
    let mut place = mix(key) as usize & mask;
    while entries[place].0 != key && entries[place].0 != 0 {
        place = (place + 1) & mask;
    }
    place
}

/// A run of ASCII letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letters {
    /// In small letters.
    pub key: Key,
    /// How many there are.
    pub length: usize,
    /// How many of them are capitals.
    pub capitals: u32,
    /// Whether the first one is.
    pub capital: bool,
}

/// The ASCII letters from byte `at` on; none where they are more than a key holds, or no fewer.
#[inline]
pub(crate) fn letters_at(bytes: &[u8], at: usize) -> Option<Letters> {
    const ONES: Key = Key::from_ne_bytes([1; 16]);
    let raw = match bytes.get(at..at + 16) {
        Some(sixteen) => Key::from_le_bytes(sixteen.try_into().unwrap_or_default()),
        None => {
            let mut padded = [0; 16];
            let rest = bytes.get(at..).unwrap_or_default();
            padded[..rest.len()].copy_from_slice(rest);
            Key::from_le_bytes(padded)
        }
    };
    // A byte's high bit is set where it is at least a, and not where it is above z or no ASCII at all.
    let small = raw | (ONES * 0x20);
    let low = small & (ONES * 0x7f);
    let letter = (low + ONES * (0x80 - b'a' as Key)) & !(low + ONES * (0x7f - b'z' as Key)) & !raw;
    let other = !letter & (ONES * 0x80);
    if other == 0 {
        return None;
    }
    let length = other.trailing_zeros() as usize / 8;
    let mask = (1 << (8 * length)) - 1;
    let capitals = !raw & (ONES * 0x20) & mask;
    Some(Letters { key: small & mask, length, capitals: capitals.count_ones(), capital: capitals & 0x20 != 0 })
}

/// The key of a word in lower case; none for the empty word, long ones, and what holds a NUL or an ASCII capital.
pub(crate) fn key_of(word: &str) -> Option<Key> {
    let key = key_at(word.as_bytes(), 0, word.len())?;
    let mut padded = [0; 16];
    padded[..word.len()].copy_from_slice(word.as_bytes());
    (key == Key::from_le_bytes(padded) && !word.contains('\0')).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::layout;

    fn table(words: &[(String, u64)]) -> Table {
        let (entries, long) = layout::lay_out(words.iter().cloned().collect());
        let long = long.into_iter().map(|(word, number)| (&*word.leak(), number)).collect::<Vec<_>>();
        Table { entries: entries.leak(), long: long.leak() }
    }

    #[test]
    fn words_are_found_whatever_their_length() {
        let words = ["a", "zz", "mother-in-law", "sixteen-letters!", "seventeen-letters", "é", "naïve", "a\0"];
        let table = table(&words.iter().enumerate().map(|(i, w)| (w.to_string(), 1 << i)).collect::<Vec<_>>());
        for (i, word) in words.iter().enumerate() {
            assert_eq!(table.get(word), 1 << i, "{word:?}");
            let capitals = word.to_ascii_uppercase();
            assert!(word.contains('\0') || table.get_at(capitals.as_bytes(), 0, word.len()) == 1 << i, "{word:?}");
        }
        for word in ["", "b", "d", "seventeen-letter", "É"] {
            assert_eq!(table.get(word), 0, "{word:?}");
        }
    }

    #[test]
    fn keys_are_small_letters() {
        let text = "xxHELLO, ÄZ@[`{9xxxxxxxxxxxxxxxxx";
        for (start, end) in [(2, 7), (0, 7), (9, 11), (11, 12), (9, 17), (2, 18), (text.len() - 3, text.len())] {
            let want = text.get(start..end).map(str::to_ascii_lowercase);
            let Some(want) = want else { continue };
            assert_eq!(key_at(text.as_bytes(), start, end), key_of(&want), "{want:?}");
        }
    }

    #[test]
    fn a_table_of_many_words() {
        let word = |n: u64| format!("w{n}");
        let table = table(&(0..20_000).map(|n| (word(n), n + 1)).collect::<Vec<_>>());
        assert!((0..20_000).all(|n| table.get(&word(n)) == n + 1));
    }

    #[test]
    fn letters_end_where_they_end() {
        for (text, want) in [
            ("Hello, you there now", Some(("hello", 1, true))),
            ("mcKAY", Some(("mckay", 3, false))),
            ("[A]", Some(("", 0, false))),
            ("zZ{", Some(("zz", 1, false))),
            ("aé", Some(("a", 0, false))),
            ("aá", Some(("a", 0, false))),
            ("abcdefghijklmno1", Some(("abcdefghijklmno", 0, false))),
            ("abcdefghijklmnop", None),
            ("abcdefghijklmnop qrs", None),
            ("a\u{0}b", Some(("a", 0, false))),
        ] {
            let got = letters_at(text.as_bytes(), 0);
            let want = want.map(|(word, capitals, capital)| Letters {
                key: key_of(word).unwrap_or_default(),
                length: word.len(),
                capitals,
                capital,
            });
            assert_eq!(got, want, "{text:?}");
        }
        for c in 0..=255u8 {
            let letters = letters_at(&[b'a', c, b'b', b' '], 0).unwrap();
            assert_eq!(letters.length, if c.is_ascii_alphabetic() { 3 } else { 1 }, "{c}");
        }
    }
}
