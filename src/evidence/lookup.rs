//! Finds a quote in the record: where it stands as it is quoted, else the passages nearest to it with the words that differ.

use std::ops::Range;

use super::words::{Piece, Pieces, normal};
use super::{DOCUMENT, Index, TURN};

/// Words that the record does not know.
const UNKNOWN: u32 = u32::MAX;
/// How many words `[the plan]` may stand for, and how many `…` may leave out.
const BRACKET_WORDS: usize = 8;
const ELLIPSIS_WORDS: usize = 400;
/// How many places a search for the nearest passage looks at.
const NEAREST_POSTINGS: usize = 8192;

/// A quote, ready to be looked up in one index.
#[derive(Clone, Debug)]
pub struct Pattern {
    text: String,
    words: Vec<(u32, Range<usize>)>,
    /// The words before which others may be left out, and how many.
    gaps: Vec<(usize, usize)>,
}

impl Pattern {
    /// The number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The stretches between gaps, each with the room before it.
    fn parts(&self) -> Vec<(Range<usize>, usize)> {
        let mut out = Vec::with_capacity(self.gaps.len() + 1);
        let mut start = 0;
        let mut room = 0;
        for &(before, words) in &self.gaps {
            out.push((start..before, room));
            (start, room) = (before, words);
        }
        out.push((start..self.words.len(), room));
        out
    }

    fn written(&self, i: usize) -> &str {
        let end = self.words.get(i + 1).map_or(self.text.len(), |w| w.1.start);
        self.text[self.words[i].1.start..end].trim_end()
    }
}

/// Where a quote stands in the record: positions, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The first word.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A passage that is nearly the quote.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// Where it stands.
    pub hit: Hit,
    /// The number of words that differ.
    pub cost: usize,
    /// The share of the quote's words that the passage has in their order, 0 to 1.
    pub likeness: f32,
    /// From the record's words to the quote's.
    pub changes: Vec<Change>,
}

/// A stretch of a word diff.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Change {
    /// What became of the words.
    pub kind: ChangeKind,
    /// The words, as they are written.
    pub words: String,
}

/// What became of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// In both.
    Same,
    /// Only in the first.
    Removed,
    /// Only in the second.
    Added,
}

impl Index {
    /// Makes a quote ready to be looked up.
    pub fn pattern(&self, quote: &str) -> Pattern {
        let mut words: Vec<(u32, Range<usize>)> = Vec::new();
        let mut gaps: Vec<(usize, usize)> = Vec::new();
        let mut form = String::new();
        for piece in Pieces::new(quote) {
            let room = match piece {
                Piece::Word(at) => {
                    normal(&quote[at.clone()], &mut form);
                    words.push((self.normals.get(form.as_str()).copied().unwrap_or(UNKNOWN), at));
                    continue;
                }
                Piece::Ellipsis => ELLIPSIS_WORDS,
                Piece::Bracket => BRACKET_WORDS,
            };
            match gaps.last_mut() {
                _ if words.is_empty() => {}
                Some((before, words_left)) if *before == words.len() => *words_left = room.max(*words_left),
                _ => gaps.push((words.len(), room)),
            }
        }
        gaps.retain(|(before, _)| *before < words.len());
        Pattern { text: quote.to_owned(), words, gaps }
    }

    /// Where the quote stands word for word, up to `limit` places in the record's order; none if it has no two words in a row, which
    /// are too few to be looked up.
    pub fn find(&self, pattern: &Pattern, limit: usize) -> Option<Vec<Hit>> {
        let parts = pattern.parts();
        // The rarest pair of words leads to the fewest places.
        let (anchor, at, places) = parts
            .iter()
            .enumerate()
            .flat_map(|(number, (part, _))| part.clone().skip(1).map(move |second| (number, second - 1)))
            .map(|(number, first)| (number, first, self.pair(pattern, first)))
            .min_by_key(|(.., places)| places.len())?;
        let mut hits = Vec::new();
        for &place in places {
            let before = at - parts[anchor].0.start;
            let Some(start) = (place as usize).checked_sub(before) else { continue };
            if !self.stands_at(pattern, &parts[anchor].0, start) {
                continue;
            }
            if let Some(hit) = self.spread(pattern, &parts, anchor, start) {
                hits.push(hit);
                if hits.len() == limit {
                    break;
                }
            }
        }
        Some(hits)
    }

    fn pair(&self, pattern: &Pattern, first: usize) -> &[u32] {
        match (pattern.words[first].0, pattern.words[first + 1].0) {
            (UNKNOWN, _) | (_, UNKNOWN) => &[],
            (a, b) => self.postings(a, b),
        }
    }

    fn stands_at(&self, pattern: &Pattern, part: &Range<usize>, start: usize) -> bool {
        start + part.len() <= self.words.len()
            && pattern.words[part.clone()].iter().zip(start..).all(|(word, at)| self.normal(at) == word.0)
    }

    /// Finds the other parts of a quote around its anchor.
    fn spread(&self, pattern: &Pattern, parts: &[(Range<usize>, usize)], anchor: usize, start: usize) -> Option<Hit> {
        let mut hit = Hit { start, end: start + parts[anchor].0.len() };
        for (part, room) in &parts[anchor + 1..] {
            let at = (hit.end..=hit.end + room)
                .take_while(|&at| at == hit.end || self.words.get(at - 1).is_some_and(|&w| w != DOCUMENT))
                .find(|&at| self.stands_at(pattern, part, at))?;
            hit.end = at + part.len();
        }
        for i in (0..anchor).rev() {
            let (part, room) = (&parts[i].0, parts[i + 1].1);
            let last = hit.start.checked_sub(part.len())?;
            let at = (last.saturating_sub(room)..=last)
                .rev()
                .take_while(|&at| self.words[at + part.len() - 1] != DOCUMENT)
                .find(|&at| self.stands_at(pattern, part, at))?;
            hit.start = at;
        }
        Some(hit)
    }

    /// The passages nearest to the quote, the nearest first, at most `count`.
    pub fn nearest(&self, pattern: &Pattern, count: usize) -> Vec<Near> {
        let length = pattern.len();
        let mut pairs: Vec<(usize, &[u32])> =
            (1..length).map(|i| (i - 1, self.pair(pattern, i - 1))).filter(|(_, places)| !places.is_empty()).collect();
        pairs.sort_by_key(|(_, places)| places.len());
        let mut left = NEAREST_POSTINGS;
        let mut votes: Vec<(usize, f32)> = Vec::new(); // where the quote would begin, and how much a pair says for it
        for (offset, places) in pairs {
            let weight = (self.words.len() as f32 / places.len() as f32).ln().max(0.1);
            votes.extend(places.iter().take(left).map(|&p| ((p as usize).saturating_sub(offset), weight)));
            left = left.saturating_sub(places.len());
            if left == 0 {
                break;
            }
        }
        votes.sort_by_key(|v| v.0);
        let room: usize = pattern.gaps.iter().map(|g| g.1).sum();
        let slack = 4 + length / 4;
        let mut out: Vec<Near> = Vec::new();
        for (start, _) in best_windows(&votes, slack + room, count * 2 + 2) {
            let (from, to) = (start.saturating_sub(slack), start + length + 2 * slack + 2 * room);
            out.extend(
                self.align(pattern, from, to).filter(|near| {
                    !out.iter().any(|n: &Near| n.hit.start < near.hit.end && near.hit.start < n.hit.end)
                }),
            );
        }
        out.sort_by(|a, b| a.cost.cmp(&b.cost).then(a.hit.start.cmp(&b.hit.start)));
        out.truncate(count);
        out
    }

    /// Aligns the quote with the part of a window that is nearest to it.
    fn align(&self, pattern: &Pattern, from: usize, to: usize) -> Option<Near> {
        // Stay within one document and one speaker's words around the middle of the window.
        let to = to.min(self.words.len());
        let middle = (from + (to - from) / 2).min(self.words.len() - 1);
        let from = (from..middle).rev().find(|&i| self.words[i] <= TURN).map_or(from, |i| i + 1);
        let to = (middle..to).find(|&i| self.words[i] <= TURN).unwrap_or(to);
        let (rows, columns) = (pattern.len(), to.checked_sub(from)?);
        if columns == 0 {
            return None;
        }
        let free = |i: usize| pattern.gaps.iter().any(|g| g.0 == i);
        let width = columns + 1;
        let mut cost = vec![0u32; (rows + 1) * width];
        for i in 1..=rows {
            cost[i * width] = i as u32;
            for j in 1..=columns {
                let same = self.normal(from + j - 1) == pattern.words[i - 1].0;
                let across = cost[(i - 1) * width + j - 1] + u32::from(!same);
                let down = cost[(i - 1) * width + j] + 1;
                let along = cost[i * width + j - 1] + u32::from(i < rows && !free(i));
                let along = if i == rows { u32::MAX } else { along };
                cost[i * width + j] = across.min(down).min(along);
            }
        }
        let last = (1..=columns).min_by_key(|&j| cost[rows * width + j])?;
        let total = cost[rows * width + last] as usize;

        // Back from the end: which words match, which were dropped, put in or replaced.
        let mut steps: Vec<(ChangeKind, usize)> = Vec::new();
        let (mut i, mut j, mut matched) = (rows, last, 0);
        while i > 0 {
            let here = cost[i * width + j];
            if j > 0 {
                let same = self.normal(from + j - 1) == pattern.words[i - 1].0;
                if here == cost[(i - 1) * width + j - 1] + u32::from(!same) {
                    if same {
                        steps.push((ChangeKind::Same, i - 1));
                        matched += 1;
                    } else {
                        steps.push((ChangeKind::Added, i - 1));
                        steps.push((ChangeKind::Removed, from + j - 1));
                    }
                    (i, j) = (i - 1, j - 1);
                    continue;
                }
            }
            if here == cost[(i - 1) * width + j] + 1 {
                steps.push((ChangeKind::Added, i - 1));
                i -= 1;
            } else {
                if !free(i) {
                    steps.push((ChangeKind::Removed, from + j - 1));
                }
                j -= 1;
            }
        }
        steps.reverse();
        let hit = Hit { start: from + j, end: from + last };
        let changes = self.changes(pattern, steps);
        Some(Near { hit, cost: total, likeness: matched as f32 / rows as f32, changes })
    }

    /// Joins neighbouring steps of a kind; of words replaced by others, what was removed comes first.
    fn changes(&self, pattern: &Pattern, steps: Vec<(ChangeKind, usize)>) -> Vec<Change> {
        let mut out: Vec<Change> = Vec::new();
        let mut pending = [String::new(), String::new()]; // removed, added
        let flush = |pending: &mut [String; 2], out: &mut Vec<Change>| {
            for (words, kind) in pending.iter_mut().zip([ChangeKind::Removed, ChangeKind::Added]) {
                if !words.is_empty() {
                    out.push(Change { kind, words: std::mem::take(words) });
                }
            }
        };
        let join = |all: &mut String, word: &str| {
            if !all.is_empty() {
                all.push(' ');
            }
            all.push_str(word.trim());
        };
        for (kind, at) in steps {
            match kind {
                ChangeKind::Removed => join(&mut pending[0], self.surface(self.words[at])),
                ChangeKind::Added => join(&mut pending[1], pattern.written(at)),
                ChangeKind::Same => {
                    flush(&mut pending, &mut out);
                    match out.last_mut().filter(|c| c.kind == ChangeKind::Same) {
                        Some(same) => join(&mut same.words, pattern.written(at)),
                        None => {
                            out.push(Change { kind: ChangeKind::Same, words: pattern.written(at).trim().to_owned() })
                        }
                    }
                }
            }
        }
        flush(&mut pending, &mut out);
        out
    }
}

/// The starts with the most votes within `width` of one another, best first, none within `width` of a better one.
fn best_windows(votes: &[(usize, f32)], width: usize, count: usize) -> Vec<(usize, f32)> {
    let mut windows: Vec<(usize, f32)> = Vec::with_capacity(votes.len());
    let (mut sum, mut first) = (0.0, 0);
    for &(start, weight) in votes {
        sum += weight;
        while votes[first].0 + width < start {
            sum -= votes[first].1;
            first += 1;
        }
        windows.push((votes[first].0, sum));
    }
    windows.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut out: Vec<(usize, f32)> = Vec::new();
    for window in windows {
        if out.len() == count {
            break;
        }
        if out.iter().all(|o| o.0.abs_diff(window.0) > width) {
            out.push(window);
        }
    }
    out
}
