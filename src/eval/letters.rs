//! What is compared: the letters and digits of an article by their number, so that marks, spaces and punctuation never count. A set of
//! them is a few ranges, whatever its size.

use std::ops::Range;

/// The characters of an article with the number of letters and digits before each.
#[derive(Debug)]
pub(crate) struct Letters {
    chars: Vec<char>,
    before: Vec<u32>,
    /// First characters of lines.
    lines: Vec<usize>,
}

impl Letters {
    pub fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut before = Vec::with_capacity(chars.len() + 1);
        let mut count = 0;
        before.push(0);
        for c in &chars {
            count += u32::from(c.is_alphanumeric());
            before.push(count);
        }
        let ends = chars.iter().enumerate().filter(|(_, c)| **c == '\n').map(|(i, _)| i + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Letters { chars, before, lines }
    }

    /// Characters in all.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The letters and digits in ranges of characters; what lies behind the end is passed over.
    pub fn of<'r>(&self, ranges: impl IntoIterator<Item = &'r Range<usize>>) -> Set {
        let clip = |i: usize| self.before[i.min(self.chars.len())];
        Set::new(ranges.into_iter().map(|r| clip(r.start)..clip(r.end)).collect())
    }

    /// The same of a content: a leading *that* of each range is left out, since annotators keep it and a table reads better without.
    pub fn of_content(&self, ranges: &[Range<usize>]) -> Set {
        let bare: Vec<Range<usize>> =
            ranges.iter().map(|r| if self.starts_with_that(r) { r.start + 4..r.end } else { r.clone() }).collect();
        self.of(&bare)
    }

    fn starts_with_that(&self, range: &Range<usize>) -> bool {
        let words = &self.chars[range.start.min(self.len())..range.end.min(self.len())];
        words.len() >= 4
            && matches!(words[0], 'T' | 't')
            && words[1..4] == ['h', 'a', 't']
            && words.get(4).is_none_or(|c| !is_word(*c))
    }

    /// The words of a range of characters.
    pub fn text(&self, range: &Range<usize>) -> String {
        let end = range.end.min(self.len());
        self.chars[range.start.min(end)..end].iter().collect()
    }

    /// The line of a character, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|&l| l <= at)
    }

    /// The first character of a line, counted from 1.
    pub fn start_of_line(&self, line: usize) -> Option<usize> {
        self.lines.get(line.checked_sub(1)?).copied()
    }
}

/// A letter, a digit or an underscore.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A set of letters and digits of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Set(Vec<Range<u32>>);

impl Set {
    /// A set of ranges that may overlap, in any order.
    pub fn new(mut ranges: Vec<Range<u32>>) -> Self {
        ranges.retain(|r| r.start < r.end);
        ranges.sort_by_key(|r| r.start);
        let mut out: Vec<Range<u32>> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match out.last_mut().filter(|last| last.end >= range.start) {
                Some(last) => last.end = last.end.max(range.end),
                None => out.push(range),
            }
        }
        Set(out)
    }

    /// All that is in one of the sets.
    pub fn union<'s>(sets: impl IntoIterator<Item = &'s Set>) -> Self {
        Set::new(sets.into_iter().flat_map(|s| s.0.iter().cloned()).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(|r| r.len()).sum()
    }

    /// How many of its letters the other has too.
    pub fn shared(&self, other: &Set) -> usize {
        let (mut i, mut j, mut count) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.0.get(i), other.0.get(j)) {
            count += a.end.min(b.end).saturating_sub(a.start.max(b.start)) as usize;
            if a.end <= b.end {
                i += 1;
            } else {
                j += 1;
            }
        }
        count
    }

    /// The share of its letters that the other has too; 0 of nothing.
    pub fn share_in(&self, other: &Set) -> f64 {
        if self.is_empty() { 0.0 } else { self.shared(other) as f64 / self.len() as f64 }
    }
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init)] // ranges are the data here
mod tests {
    use super::*;

    #[test]
    fn only_letters_and_digits_count() {
        for (text, a, b, same) in [
            ("“Yes,” she said.", 0..6, 1..4, true),
            ("“Yes,” she said.", 0..6, 1..8, false),
            ("a b  c", 0..3, 0..5, true),
            ("é 1", 0..1, 0..3, false),
            ("end", 0..3, 0..99, true),
        ] {
            let letters = Letters::new(text);
            assert_eq!(letters.of([&a]) == letters.of([&b]), same, "{a:?} and {b:?} of {text:?}");
        }
    }

    #[test]
    fn a_leading_that_is_passed_over() {
        for (text, want) in [
            ("that it rains", 7),
            ("That it rains", 7),
            ("that’s it", 3),
            ("thatch burns", 11),
            ("it is that", 8),
            ("that", 0),
        ] {
            let letters = Letters::new(text);
            assert_eq!(letters.of_content(&[0..text.chars().count()]).len(), want, "{text:?}");
        }
        // Each segment's own.
        let letters = Letters::new("that one, that two");
        assert_eq!(letters.of_content(&[0..8, 10..18]).len(), 6);
    }

    #[test]
    fn sets() {
        let set = |ranges: &[Range<u32>]| Set::new(ranges.to_vec());
        assert_eq!(set(&[5..9, 0..3, 2..5]), set(&[0..9]));
        for (a, b, want) in [
            (vec![0..10], vec![5..15], 5),
            (vec![0..3, 6..9], vec![2..7], 2),
            (vec![0..3], vec![3..6], 0),
            (vec![], vec![0..6], 0),
        ] {
            let (a, b) = (set(&a), set(&b));
            assert_eq!((a.shared(&b), b.shared(&a)), (want, want));
        }
        assert_eq!(Set::union([&set(&[0..2]), &set(&[2..4])]).len(), 4);
        assert_eq!(set(&[]).share_in(&set(&[0..2])), 0.0);
    }

    #[test]
    fn lines() {
        let letters = Letters::new("one\ntwo\n\nfour");
        for (at, want) in [(0, 1), (3, 1), (4, 2), (8, 3), (9, 4)] {
            assert_eq!(letters.line(at), want);
        }
        assert_eq!(
            (letters.start_of_line(4), letters.start_of_line(5), letters.start_of_line(0)),
            (Some(9), None, None)
        );
    }
}
