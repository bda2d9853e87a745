//! The same words in two places: given to different people, or to one person in different words. Within an article and across all that
//! are checked together.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::compare::{Speakers, speakers};
use super::engine::{Corpus, Quote};
use super::finding::{Change, ChangeKind, Location};
use super::{Check, Default, Example, Finding, Run, Said, Sample, Setting, Severity, on_record};
use crate::evidence::{Builder, Near};

pub(super) const CONFLICTING: Check = Check {
    id: "conflicting-attribution",
    finds: "The same words given to different people, in one article or in two.",
    why: "At least one of them did not say it.",
    remedy: "Find out who said it. If both did, allow it with a comment at the later place.",
    severity: Severity::Error,
    settings: &[Setting {
        name: "min-words",
        about: "The shortest quote, in words, that two people will not say by chance.",
        default: Default::Count(5),
    }],
    examples: &[
        Example {
            articles: &[
                Sample::new(
                    "“We will never close the port,” Anna Berg said.",
                    &[Said::by("Anna Berg", "We will never close the port,")],
                ),
                Sample::new(
                    "“We will never close the port,” said Carl Moe.",
                    &[Said::by("Carl Moe", "We will never close the port,")],
                ),
            ],
            finds: &["We will never close the port,"],
            ..Example::NONE
        },
        Example {
            articles: &[
                Sample::new(
                    "“We will never close the port,” Anna Berg said. “Thank you,” she said.",
                    &[Said::by("Anna Berg", "We will never close the port,"), Said::by("Anna Berg", "Thank you,")],
                ),
                // The same person under a shorter name; words that anybody says.
                Sample::new(
                    "“We will never close the port,” Ms. Berg said. “Thank you,” said Carl Moe.",
                    &[Said::by("Ms. Berg", "We will never close the port,"), Said::by("Carl Moe", "Thank you,")],
                ),
            ],
            ..Example::NONE
        },
    ],
    run: &[Run::Corpus(conflicting)],
};

pub(super) const ALTERED: Check = Check {
    id: "altered-quote",
    finds: "A direct quote whose words differ from those of the same speaker elsewhere, or from the record.",
    why: "Words in quotation marks are the speaker’s own. A dropped *not* turns them around.",
    remedy: "Quote the words as they were said; mark what is left out with … and what is put in with [ ].",
    severity: Severity::Error,
    settings: &[Setting {
        name: "min-words",
        about: "The shortest quote, in words, that is compared with others of the speaker.",
        default: Default::Count(6),
    }],
    examples: &[
        Example {
            articles: &[
                Sample::new(
                    "“We will never close the port to ships,” Anna Berg said.",
                    &[Said::by("Anna Berg", "We will never close the port to ships,")],
                ),
                Sample::new(
                    "“We will close the port to ships,” Anna Berg said.",
                    &[Said::by("Anna Berg", "We will close the port to ships,")],
                ),
            ],
            finds: &["We will close the port to ships,"],
            ..Example::NONE
        },
        Example {
            articles: &[
                Sample::new(
                    "“We will never close the port to ships of any size,” Anna Berg said.",
                    &[Said::by("Anna Berg", "We will never close the port to ships of any size,")],
                ),
                // Shortened lawfully, and something else altogether.
                Sample::new(
                    "“[We] will never close the port … of any size,” Anna Berg said. “We will open the school on time,” she said.",
                    &[
                        Said::by("Anna Berg", "[We] will never close the port … of any size,"),
                        Said::by("Anna Berg", "We will open the school on time,"),
                    ],
                ),
                // A part of it that ends in words of its own.
                Sample::new(
                    "“Never close the port to ships of any size or kind,” Anna Berg said.",
                    &[Said::by("Anna Berg", "Never close the port to ships of any size or kind,")],
                ),
            ],
            ..Example::NONE
        },
        Example {
            articles: &[Sample::new(
                "“We will close the port to ships,” Anna Berg said.",
                &[Said::by("Anna Berg", "We will close the port to ships,")],
            )],
            record: "BERG: Thank you all. We will never close the port to ships.",
            finds: &["We will close the port to ships,"],
            ..Example::NONE
        },
    ],
    run: &[Run::Corpus(altered), Run::Record(on_record::altered)],
};

/// How many words more than the shortest quote a part of a longer one must have.
const PART_WORDS: usize = 3;
/// Quotes with fewer words are left out of the comparison.
const FEWEST_WORDS: usize = 3;
/// One word in so many may differ for two quotes to be versions of one.
const LIKENESS: usize = 4;
/// How many versions of a quote are looked at.
const VERSIONS: usize = 8;

/// A stretch of a direct quote: article, quote in it, stretch of that.
type Stretch = (usize, usize, usize);

/// Quotes with the same words, and with nearly the same.
#[derive(Debug, std::default::Default)]
pub(crate) struct Pairs {
    /// Stretches with the same words; those after the first.
    same: Vec<(Stretch, Stretch)>,
    /// The first is part of the second, or the second of the first, with the number of words of the part.
    part: Vec<(Stretch, Stretch, usize)>,
    /// From the words of the first to those of the second.
    near: Vec<(Stretch, Stretch, usize, Vec<Change>)>,
}

fn quote<'c>(corpus: &'c Corpus, stretch: Stretch) -> &'c Quote {
    &corpus.articles[stretch.0].quotes[stretch.1]
}

fn words<'c>(corpus: &'c Corpus, stretch: Stretch) -> &'c (String, Location) {
    &quote(corpus, stretch).segments[stretch.2]
}

impl Pairs {
    pub(crate) fn of(corpus: &Corpus) -> Self {
        // One entry for the same words: a wire story that stands in a hundred files is looked up once.
        let mut places: BTreeMap<String, Vec<Stretch>> = BTreeMap::new();
        for (a, article) in corpus.articles.iter().enumerate() {
            for (q, quote) in article.quotes.iter().enumerate().filter(|(_, q)| q.named) {
                for (s, (text, _)) in quote.segments.iter().enumerate() {
                    let key = crate::evidence::normal_text(text);
                    if key.split(' ').count() >= FEWEST_WORDS {
                        places.entry(key).or_default().push((a, q, s));
                    }
                }
            }
        }
        let mut groups: Vec<Vec<Stretch>> = places.into_values().collect();
        groups.sort();
        let mut builder = Builder::new();
        let added = groups.iter().take_while(|group| builder.add("", &words(corpus, group[0]).0).is_ok()).count();
        groups.truncate(added);
        let index = builder.finish();

        // The look-ups are the work; what they find is put together in order.
        let texts: Vec<&str> = groups.iter().map(|group| words(corpus, group[0]).0.as_str()).collect();
        let looked_up: Vec<(usize, Vec<usize>, Vec<Near>)> = texts
            .par_iter()
            .map(|text| {
                let pattern = index.pattern(text);
                let hits = index.find(&pattern, VERSIONS * 8).unwrap_or_default();
                let mut near = index.nearest(&pattern, VERSIONS);
                near.retain(|n| n.cost > 0 && n.cost * LIKENESS <= pattern.len() && changes_inside(&n.changes));
                (pattern.len(), hits.iter().map(|hit| index.document(hit.start)).collect(), near)
            })
            .collect();

        let mut pairs = Pairs::default();
        let mut seen = BTreeSet::new();
        for (number, (group, (count, hits, _))) in groups.iter().zip(&looked_up).enumerate() {
            let first = group[0];
            pairs.same.extend(group[1..].iter().map(|&later| (first, later)));
            for &other in hits {
                if other != number && seen.insert((number.min(other), number.max(other))) {
                    let (early, late) = (first.min(groups[other][0]), first.max(groups[other][0]));
                    pairs.part.push((early, late, *count));
                }
            }
        }
        for (number, (group, (count, _, nearest))) in groups.iter().zip(looked_up).enumerate() {
            let first = group[0];
            for near in nearest {
                let other = index.document(near.hit.start);
                let second = groups[other][0];
                let one_quote = (first.0, first.1) == (second.0, second.1);
                if one_quote || other == number || !seen.insert((number.min(other), number.max(other))) {
                    continue;
                }
                if first < second {
                    pairs.near.push((first, second, count, inverted(near.changes)));
                } else {
                    pairs.near.push((second, first, count, near.changes));
                }
            }
        }
        pairs
    }
}

/// Whether words differ inside two quotes. Where one only begins sooner or ends later than the other, nobody altered anything; a word
/// for a word at an edge counts.
fn changes_inside(changes: &[Change]) -> bool {
    let is_same = |c: &Change| c.kind == ChangeKind::Same;
    let (Some(first), Some(last)) = (changes.iter().position(is_same), changes.iter().rposition(is_same)) else {
        return false;
    };
    let replaced = |edge: &[Change]| edge.len() == 2 && edge.iter().all(|c| !c.words.contains(' '));
    changes[first..last].iter().any(|c| !is_same(c)) || replaced(&changes[..first]) || replaced(&changes[last + 1..])
}

/// The diff from the second to the first.
fn inverted(changes: Vec<Change>) -> Vec<Change> {
    let mut out: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        let kind = match change.kind {
            ChangeKind::Same => ChangeKind::Same,
            ChangeKind::Removed => ChangeKind::Added,
            ChangeKind::Added => ChangeKind::Removed,
        };
        let before = out.last().is_some_and(|c| c.kind == ChangeKind::Added) && kind == ChangeKind::Removed;
        out.insert(out.len() - usize::from(before), Change { kind, ..change });
    }
    out
}

fn conflicting(corpus: &Corpus, out: &mut Vec<(usize, Finding)>) {
    let pairs = corpus.pairs();
    let same = pairs.same.iter().map(|(early, late)| {
        let count = words(corpus, *late).0.split_whitespace().count();
        (*early, *late, count)
    });
    let parts = pairs.part.iter().map(|(early, late, count)| (*early, *late, count.saturating_sub(PART_WORDS)));
    let mut seen = BTreeSet::new();
    for (early, late, count) in same.chain(parts) {
        let shortest = corpus.articles[late.0].settings.count(&CONFLICTING, "min-words");
        if count < shortest
            || speakers(quote(corpus, early), quote(corpus, late)) != Speakers::Different
            || !seen.insert(late)
        {
            continue;
        }
        let name = |stretch| quote(corpus, stretch).speaker.clone().unwrap_or_default();
        let place = &words(corpus, early).1;
        let finding = Finding::new(
            CONFLICTING.id,
            words(corpus, late).1.clone(),
            format!("{} says here what {} says elsewhere", name(late), name(early)),
        );
        let message = format!("given to {} here", name(early));
        out.push((late.0, finding.see(message, &corpus.articles[early.0].source, place.line, place.column)));
    }
}

fn altered(corpus: &Corpus, out: &mut Vec<(usize, Finding)>) {
    let mut seen = BTreeSet::new();
    for (early, late, count, changes) in &corpus.pairs().near {
        let shortest = corpus.articles[late.0].settings.count(&ALTERED, "min-words");
        let same = speakers(quote(corpus, *early), quote(corpus, *late)) == Speakers::Same;
        if *count < shortest || !same || !seen.insert(*late) {
            continue;
        }
        let name = quote(corpus, *late).speaker.clone().unwrap_or_default();
        let place = &words(corpus, *early).1;
        let finding = Finding::new(
            ALTERED.id,
            words(corpus, *late).1.clone(),
            format!("{name} says this elsewhere in other words"),
        );
        let source = &corpus.articles[early.0].source;
        out.push((late.0, finding.see("the other words", source, place.line, place.column).diff(changes.clone())));
    }
}
