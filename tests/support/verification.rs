//! Measures the look-up in the record: quotes that stand in it, half of them altered by one word. Shared by the benchmark and a test.

use std::time::{Duration, Instant};

use whosaid::evidence::{Builder, Index};

/// A small generator of numbers that are the same on every machine (SplitMix64).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
}

/// Articles of invented words whose frequencies fall as those of English do, with a third of the sentences in marks; and the quotes.
pub fn synthetic(articles: usize, words_each: usize, random: &mut Random) -> (Vec<(String, String)>, Vec<String>) {
    const SMALL: &[&str] = &[
        "the", "of", "to", "and", "a", "in", "is", "that", "we", "it", "for", "not", "will", "on", "with", "as", "be",
        "have", "this", "are",
    ];
    const SYLLABLES: &[&str] =
        &["ba", "ren", "to", "mil", "sa", "dor", "ke", "lin", "pu", "gar", "vo", "ste", "ni", "har", "lo"];
    let word = |n: usize| -> String {
        if n < SMALL.len() {
            return SMALL[n].to_owned();
        }
        let (mut left, mut out) = (n, String::new());
        while left > 0 {
            out.push_str(SYLLABLES[left % SYLLABLES.len()]);
            left /= SYLLABLES.len();
        }
        out
    };
    let (mut texts, mut quotes) = (Vec::new(), Vec::new());
    for number in 0..articles {
        let (mut text, mut written) = (String::new(), 0);
        while written < words_each {
            let length = 5 + random.below(30);
            let mut sentence = String::new();
            for i in 0..length {
                // Zipf: the rank is a power of an even chance.
                let even = random.below(1 << 20) as f64 / f64::from(1 << 20);
                let mut w = word(((40_000f64).powf(even) - 1.0) as usize);
                if i == 0 {
                    w[..1].make_ascii_uppercase();
                }
                sentence.push_str(&w);
                sentence.push_str(if i + 1 == length { "" } else { ["", "", "", ","][random.below(4)] });
                sentence.push(if i + 1 == length { '.' } else { ' ' });
            }
            match random.below(3) {
                0 => {
                    text.push_str(&format!("“{sentence}” "));
                    quotes.push(sentence);
                }
                1 => text.push_str(&format!("{sentence}\n\n")),
                _ => text.push_str(&format!("{sentence} ")),
            }
            written += length;
        }
        texts.push((format!("{number}.txt"), text));
    }
    (texts, quotes)
}

/// The record of some documents.
pub fn index(texts: &[(String, String)]) -> Index {
    let mut builder = Builder::new();
    for (name, text) in texts {
        builder.add(name, text).expect("the record is small");
    }
    builder.finish()
}

/// One inner word dropped, swapped with the next, or negated: what is cut at an edge still stands in the record word for word.
pub fn alter(quote: &str, random: &mut Random) -> Option<String> {
    let mut words: Vec<&str> = quote.split_whitespace().collect();
    let plain = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    if words.len() < 5 || words[1..words.len() - 1].iter().any(|w| plain(w).is_empty()) {
        return None;
    }
    let at = 1 + random.below(words.len() - 3);
    let before: Vec<String> = words.iter().map(|w| plain(w)).collect();
    match random.below(3) {
        0 => {
            words.remove(at);
        }
        1 => words.swap(at, at + 1),
        _ => match words
            .iter()
            .position(|w| plain(w) == "not" || plain(w) == "never")
            .filter(|&n| n > 0 && n + 1 < words.len())
        {
            Some(not) => {
                words.remove(not);
            }
            None => words.insert(at, "not"),
        },
    }
    let after: Vec<String> = words.iter().map(|w| plain(w)).collect();
    (before != after).then(|| words.join(" "))
}

/// What was found out.
#[derive(Debug, Default)]
pub struct Rates {
    pub altered: usize,
    pub altered_reported: usize,
    pub untouched: usize,
    pub untouched_reported: usize,
    /// Altered ones for which the nearest passage is the one they were made of.
    pub traced: usize,
    pub took: Duration,
    pub missed: Vec<String>,
    pub wrong: Vec<String>,
}

impl Rates {
    pub fn share(part: usize, all: usize) -> f64 {
        part as f64 / all.max(1) as f64
    }
}

/// Looks up to `count` quotes up, every second one altered.
pub fn measure(index: &Index, quotes: &[String], count: usize, random: &mut Random) -> Rates {
    let mut rates = Rates::default();
    let mut asked: Vec<(String, Option<usize>)> = Vec::new();
    for quote in quotes {
        if asked.len() == count {
            break;
        }
        if asked.len().is_multiple_of(2) {
            asked.push((quote.clone(), None));
        } else if let Some(altered) = alter(quote, random) {
            let origin = index.find(&index.pattern(quote), 1).and_then(|h| h.first().map(|h| h.start));
            asked.push((altered, origin.or(Some(usize::MAX))));
        }
    }
    let started = Instant::now();
    for (quote, origin) in &asked {
        let pattern = index.pattern(quote);
        let reported = index.find(&pattern, 64).is_some_and(|hits| hits.is_empty());
        let nearest = if reported { index.nearest(&pattern, 1) } else { Vec::new() };
        match origin {
            Some(origin) => {
                rates.altered += 1;
                rates.altered_reported += reported as usize;
                rates.traced += nearest.iter().any(|n| n.hit.start.abs_diff(*origin) <= 3) as usize;
                if !reported {
                    rates.missed.push(quote.clone());
                }
            }
            None => {
                rates.untouched += 1;
                rates.untouched_reported += reported as usize;
                if reported {
                    rates.wrong.push(quote.clone());
                }
            }
        }
    }
    rates.took = started.elapsed();
    rates
}
