//! Finds the words of a quote in its article again: a reviewer changed them, or the article was changed around them.

use std::ops::Range;

use super::letters::Letters;

/// Fewest letters of a piece, where a quote stands in pieces.
const PIECE: usize = 8;

/// The characters of `words` in the article, in one piece or in several in order; of several places the one nearest to character `near`.
/// Only letters and digits are compared, in either case.
pub(crate) fn locate(letters: &Letters, words: &str, near: usize) -> Option<Vec<Range<usize>>> {
    let fold = |c: &char| c.to_lowercase().next().unwrap_or(*c);
    let all: Vec<(usize, char)> =
        letters.chars().iter().enumerate().filter(|(_, c)| c.is_alphanumeric()).map(|(i, c)| (i, fold(c))).collect();
    let wanted: Vec<char> = words.chars().filter(|c| c.is_alphanumeric()).map(|c| fold(&c)).collect();
    if wanted.is_empty() {
        return None;
    }
    let range = |from: usize, length: usize| all[from].0..all[from + length - 1].0 + 1;
    let starts = |at: usize, piece: &[char]| all[at..].iter().map(|(_, c)| c).take(piece.len()).eq(piece);
    let whole = (0..=all.len().checked_sub(wanted.len())?)
        .filter(|&i| is_start(letters, all[i].0) && starts(i, &wanted))
        .min_by_key(|&i| all[i].0.abs_diff(near));
    if let Some(at) = whole {
        return Some(vec![range(at, wanted.len())]);
    }
    // In pieces: each time the longest beginning of what is left.
    let mut out = Vec::new();
    let mut rest = wanted.as_slice();
    let mut from = all.partition_point(|(i, _)| *i < near.saturating_sub(200));
    while !rest.is_empty() {
        let common = |at: usize| all[at..].iter().zip(rest).take_while(|((_, a), b)| a == *b).count();
        let (at, length) = (from..all.len())
            .filter(|&i| is_start(letters, all[i].0))
            .map(|i| (i, common(i)))
            .max_by_key(|&(i, n)| (n, usize::MAX - i))?;
        if length < PIECE.min(rest.len()) {
            return None;
        }
        out.push(range(at, length));
        rest = &rest[length..];
        from = at + length;
    }
    Some(out)
}

/// Whether a word begins here.
fn is_start(letters: &Letters, at: usize) -> bool {
    at == 0 || !letters.chars()[at - 1].is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again() {
        let text = "“We are late,” she said. “Nobody told us.” He said they are late, too. We are late.";
        let letters = Letters::new(text);
        for (words, near, want) in [
            ("We are late", 0, Some(vec!["We are late"])),
            ("we are late.", 70, Some(vec!["We are late"])),
            ("We are late, Nobody told us", 0, Some(vec!["We are late", "Nobody told us"])),
            ("they are late", 0, Some(vec!["they are late"])),
            ("e are late", 0, None),
            ("We were late", 0, None),
            ("…", 0, None),
        ] {
            let found = locate(&letters, words, near);
            let got = found.as_ref().map(|r| r.iter().map(|r| letters.text(r)).collect::<Vec<_>>());
            let want: Option<Vec<String>> = want.map(|w| w.into_iter().map(str::to_owned).collect());
            assert_eq!(got, want, "{words:?}");
        }
        assert_eq!(locate(&letters, "we are late", 80).unwrap()[0].start, 71);
    }
}
