//! The measures, one article at a time. What each counts is said at its [`Figure`](super::Figure).

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::errors::{self, Miss};
use super::gold::{Attribution, Document};
use super::letters::{Letters, Set};
use super::passages::passages;
use super::speaker::Speaker;
use crate::article::Article;
use crate::input::Problem;
use crate::record::{Kind, Record};

/// What was found, in the letters of the article: the records of one act of speech together.
#[derive(Debug)]
pub(crate) struct Quote<'r> {
    pub content: Set,
    pub speaker: Speaker,
    pub records: Vec<&'r Record>,
}

/// Hits of those counted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Ratio {
    pub hits: f64,
    pub of: usize,
}

impl Ratio {
    pub fn add(&mut self, hits: f64) {
        self.hits += hits;
        self.of += 1;
    }

    fn join(&mut self, other: Ratio) {
        self.hits += other.hits;
        self.of += other.of;
    }

    pub fn share(self) -> f64 {
        if self.of == 0 { 0.0 } else { self.hits / self.of as f64 }
    }
}

/// Precision and recall of one thing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Both {
    pub precision: Ratio,
    pub recall: Ratio,
}

impl Both {
    fn join(&mut self, other: Both) {
        self.precision.join(other.precision);
        self.recall.join(other.recall);
    }

    /// Precision, recall and F1.
    pub fn figures(self) -> [f64; 3] {
        let (p, r) = (self.precision.share(), self.recall.share());
        [p, r, if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }]
    }
}

/// Annotated acts of speech of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Recall {
    pub strict: Ratio,
    pub soft: Ratio,
}

/// What a rule's quotes come to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct RuleCount {
    /// What its records say of themselves.
    pub confidence: f32,
    pub strict: Ratio,
    pub soft: Ratio,
    pub source: Ratio,
    /// Records that can be used as they are: with words in marks, and without.
    pub usable: [Ratio; 2],
}

/// All counts; those of articles are added up.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Counts {
    pub articles: usize,
    pub quotes: usize,
    pub passage: Both,
    pub speaker: Both,
    pub letters: Both,
    pub record: Both,
    pub strict: Ratio,
    pub soft: Ratio,
    /// Recall by what is annotated: `all`, `speech`, `direct`, `mixed`, `indirect`, `indirect-speech`.
    pub recall: BTreeMap<&'static str, Recall>,
    pub source: Ratio,
    pub usable: Ratio,
    pub rules: BTreeMap<String, RuleCount>,
}

impl Counts {
    pub fn join(&mut self, other: Counts) {
        self.articles += other.articles;
        self.quotes += other.quotes;
        self.passage.join(other.passage);
        self.speaker.join(other.speaker);
        self.letters.join(other.letters);
        self.record.join(other.record);
        self.strict.join(other.strict);
        self.soft.join(other.soft);
        self.source.join(other.source);
        self.usable.join(other.usable);
        for (name, recall) in other.recall {
            let mine = self.recall.entry(name).or_default();
            mine.strict.join(recall.strict);
            mine.soft.join(recall.soft);
        }
        for (rule, count) in other.rules {
            let mine = self.rules.entry(rule).or_default();
            mine.confidence = count.confidence;
            mine.strict.join(count.strict);
            mine.soft.join(count.soft);
            mine.source.join(count.source);
            for (mine, other) in mine.usable.iter_mut().zip(count.usable) {
                mine.join(other);
            }
        }
    }
}

/// What came of one article.
#[derive(Debug, Default)]
pub struct Measured {
    pub(crate) counts: Counts,
    pub(crate) misses: Vec<Miss>,
    /// Annotations that do not fit the article.
    pub problems: Vec<Problem>,
}

/// Compares an article's records with its annotations.
pub fn measure(article: &Article, records: &[Record], document: &Document) -> Measured {
    let letters = Letters::new(&article.original());
    let (gold, problems) = document.resolve(&letters);
    let quotes = quotes(&letters, records);
    let counts = count(&letters, &quotes, &gold);
    let misses = errors::misses(article, &letters, &quotes, &gold);
    Measured { counts, misses, problems }
}

/// The records of an act of speech as one quote, in the order they are met.
fn quotes<'r>(letters: &Letters, records: &'r [Record]) -> Vec<Quote<'r>> {
    let mut acts: IndexMap<u32, Vec<&Record>> = IndexMap::new();
    for record in records {
        acts.entry(record.attribution).or_default().push(record);
    }
    let quote = |records: Vec<&'r Record>| {
        let ranges: Vec<_> = records.iter().flat_map(|r| r.segments.iter().map(|s| s.start..s.end)).collect();
        let mention = records.iter().find_map(|r| r.mention.as_ref()).filter(|m| !m.text.is_empty());
        let speaker = Speaker {
            name: records[0].speaker.clone(),
            mention: mention.map(|m| (letters.of([&(m.start..m.end)]), m.text.clone())),
        };
        Quote { content: letters.of_content(&ranges), speaker, records }
    };
    acts.into_values().map(quote).filter(|q| !q.content.is_empty()).collect()
}

fn count(letters: &Letters, quotes: &[Quote], gold: &[Attribution]) -> Counts {
    let mut c = Counts { articles: 1, quotes: quotes.len(), ..Counts::default() };
    let found = Set::union(quotes.iter().map(|q| &q.content));
    let annotated = Set::union(gold.iter().map(|a| &a.content));
    let shared = found.shared(&annotated) as f64;
    c.letters = Both {
        precision: Ratio { hits: shared, of: found.len() },
        recall: Ratio { hits: shared, of: annotated.len() },
    };
    for range in passages(letters.chars()) {
        passage(&mut c, &letters.of([&range]), &found, &annotated, quotes, gold);
    }
    for a in gold {
        let best = quotes.iter().map(|q| a.content.share_in(&q.content)).fold(0.0, f64::max);
        let strict = quotes.iter().any(|q| q.content == a.content);
        let mut names = vec![a.kind.as_str(), "all"];
        if a.is_speech {
            names.push("speech");
            if a.kind == Kind::Indirect {
                names.push("indirect-speech");
            }
            let right = |q: &&Quote| q.content == a.content && q.speaker.is_right(&a.source);
            c.record.recall.add(f64::from(quotes.iter().find(right).is_some()));
        }
        for name in names {
            let recall = c.recall.entry(name).or_default();
            recall.strict.add(f64::from(strict));
            recall.soft.add(best);
        }
        let most = first_max(quotes, |q| q.content.shared(&a.content));
        if let Some(q) = most.filter(|q| a.source.is_given() && holds_half(&a.content, &q.content)) {
            c.source.add(f64::from(q.speaker.is_right(&a.source)));
        }
    }
    for q in quotes {
        let same = |a: &&Attribution| a.content == q.content;
        let strict = f64::from(gold.iter().find(same).is_some());
        let soft = gold.iter().map(|a| q.content.share_in(&a.content)).fold(0.0, f64::max);
        let record = gold.iter().filter(same).any(|a| q.speaker.is_right(&a.source));
        c.strict.add(strict);
        c.soft.add(soft);
        c.record.precision.add(f64::from(record));
        let first = q.records[0];
        let rule = c.rules.entry(first.rule.clone()).or_default();
        rule.confidence = first.confidence;
        rule.strict.add(strict);
        rule.soft.add(soft);
        let most = first_max(gold, |a| a.content.shared(&q.content));
        if let Some(a) = most.filter(|a| a.source.is_given() && holds_half(&q.content, &a.content)) {
            rule.source.add(f64::from(q.speaker.is_right(&a.source)));
        }
        let theirs = Set::union(gold.iter().filter(|a| q.speaker.is_right(&a.source)).map(|a| &a.content));
        for record in &q.records {
            let usable = f64::from(is_usable(letters, record, &theirs));
            rule.usable[usize::from(record.kind == Kind::Indirect)].add(usable);
            c.usable.add(usable);
        }
    }
    c
}

/// A passage in marks: found if four fifths of it are content; annotated if half of it is.
fn passage(c: &mut Counts, p: &Set, found: &Set, annotated: &Set, quotes: &[Quote], gold: &[Attribution]) {
    let is_found = 10 * p.shared(found) >= 8 * p.len();
    let is_gold = holds_half(p, annotated);
    if is_found {
        c.passage.precision.add(f64::from(is_gold));
    }
    if !is_gold {
        return;
    }
    c.passage.recall.add(f64::from(is_found));
    let mut owners: Vec<&Attribution> = gold.iter().filter(|a| holds_half(p, &a.content)).collect();
    if owners.is_empty() {
        owners.extend(first_max(gold, |a| a.content.shared(p)));
    }
    owners.retain(|a| a.source.is_given());
    let Some(first) = owners.first() else { return };
    let mine = first_max(quotes, |q| q.content.shared(p));
    let mine = mine.filter(|q| q.content.shared(p) > 0 && q.speaker.is_given(&first.source));
    let right = mine.is_some_and(|q| owners.iter().any(|a| q.speaker.is_right(&a.source)));
    c.speaker.recall.add(f64::from(right));
    if mine.is_some() {
        c.speaker.precision.add(f64::from(right));
    }
}

/// Whether a record can be used as it is: four fifths of its letters are content of acts of speech whose source is its speaker.
fn is_usable(letters: &Letters, record: &Record, theirs: &Set) -> bool {
    let ranges: Vec<_> = record.segments.iter().map(|s| s.start..s.end).collect();
    let content = letters.of_content(&ranges);
    10 * content.shared(theirs) >= 8 * content.len()
}

/// Whether at least half of a set is in the other.
pub(crate) fn holds_half(set: &Set, other: &Set) -> bool {
    2 * set.shared(other) >= set.len()
}

/// The first of those with the largest value.
pub(crate) fn first_max<T>(items: &[T], value: impl Fn(&T) -> usize) -> Option<&T> {
    items.iter().rev().max_by_key(|item| value(item))
}
