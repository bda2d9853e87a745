//! The word table's store: a word of up to sixteen bytes is a number, so that looking it up is a multiplication and a comparison. Every
//! token of every article comes by here once.

use rustc_hash::FxHashMap;

use super::Class;

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

/// Words with their classes: open addressing, a power of two of places, at most half of them taken.
#[derive(Debug, Default)]
pub(crate) struct Table {
    keys: Vec<Key>,
    classes: Vec<Class>,
    count: usize,
    /// Words that are longer than a key.
    long: FxHashMap<Box<str>, Class>,
}

impl Table {
    /// Adds a class to those of a word; capitals are no matter.
    pub fn add(&mut self, word: &str, class: Class) {
        let key = if word.is_ascii() && !word.contains('\0') { key_at(word.as_bytes(), 0, word.len()) } else { None };
        let Some(key) = key.or_else(|| key_of(&word.to_lowercase())) else {
            *self.long.entry(word.to_lowercase().into()).or_default() |= class;
            return;
        };
        if 2 * (self.count + 1) > self.keys.len() {
            self.grow();
        }
        let place = self.place(key);
        if self.keys[place] == 0 {
            self.keys[place] = key;
            self.count += 1;
        }
        self.classes[place] |= class;
    }

    fn grow(&mut self) {
        let size = (2 * self.keys.len()).max(1 << 15);
        let keys = std::mem::replace(&mut self.keys, vec![0; size]);
        let classes = std::mem::replace(&mut self.classes, vec![Class::empty(); size]);
        for (key, class) in keys.into_iter().zip(classes).filter(|(key, _)| *key != 0) {
            let place = self.place(key);
            (self.keys[place], self.classes[place]) = (key, class);
        }
    }

    /// Where a key is, or would be.
    #[inline]
    fn place(&self, key: Key) -> usize {
        let mask = self.keys.len() - 1;
        let mut place = mix(key) as usize & mask;
        while self.keys[place] != key && self.keys[place] != 0 {
            place = (place + 1) & mask;
        }
        place
    }

    /// The classes of a word in lower case.
    pub fn get(&self, word: &str) -> Class {
        match key_of(word) {
            Some(key) => self.of_key(key),
            None => self.long.get(word).copied().unwrap_or_default(),
        }
    }

    /// The classes of the word with a key.
    #[inline]
    pub fn of_key(&self, key: Key) -> Class {
        self.classes[self.place(key)]
    }
}

/// The key of a word in lower case; none for the empty word, long ones, and what holds a NUL or an ASCII capital.
fn key_of(word: &str) -> Option<Key> {
    let key = key_at(word.as_bytes(), 0, word.len())?;
    let mut padded = [0; 16];
    padded[..word.len()].copy_from_slice(word.as_bytes());
    (key == Key::from_le_bytes(padded) && !word.contains('\0')).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_length() {
        let words = ["a", "zz", "mother-in-law", "sixteen-letters!", "seventeen-letters", "é", "naïve", "a\0"];
        let mut table = Table::default();
        for (i, word) in words.iter().enumerate() {
            table.add(word, Class::from_bits_retain(1 << i));
        }
        for (i, word) in words.iter().enumerate() {
            assert_eq!(table.get(word).bits(), 1 << i, "{word:?}");
        }
        table.add("ZZ", Class::from_bits_retain(1 << 60));
        assert_eq!(table.get("zz").bits(), 1 << 1 | 1 << 60);
        for word in ["", "b", "d", "seventeen-letter", "É"] {
            assert!(table.get(word).is_empty(), "{word:?}");
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
    fn a_table_grows() {
        let mut table = Table::default();
        let word = |n: usize| format!("w{n}");
        (0..20_000).for_each(|n| table.add(&word(n), Class::from_bits_retain(n as u64 + 1)));
        assert!((0..20_000).all(|n| table.get(&word(n)).bits() == n as u64 + 1));
    }
}
