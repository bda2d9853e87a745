//! Direct quotes against the record: not in it, in it with other words, or said by somebody else.

use super::engine::View;
use super::{Check, Default, Example, Finding, Run, Said, Sample, Setting, Severity, across, person};
use crate::evidence::{Hit, Near};
use crate::record::{Flag, Kind, Record};

const RECORD: &str =
    "MS. BERG:  We will never close the port, and that is final.\nQ  Is it the heart of the town?\nMS. BERG:  It is.";

pub(super) const NOT_ON_RECORD: Check = Check {
    id: "not-on-record",
    finds: "A direct quote that the record (`--record DIR`) does not hold. Case, marks, white space, punctuation, what stands in [ ] \
            and what is left out with … do not count.",
    why: "Generated text invents quotes that sound right. The record is what was said.",
    remedy: "Find the source and add it to the record, or take the quote out.",
    severity: Severity::Error,
    settings: &[Setting {
        name: "min-words",
        about: "The shortest stretch of a quote, in words, that is looked up.",
        default: Default::Count(3),
    }],
    examples: &[
        Example {
            articles: &[Sample::new(
                "“The harvest was better than anyone hoped,” Anna Berg said.",
                &[Said::by("Anna Berg", "The harvest was better than anyone hoped,")],
            )],
            record: RECORD,
            finds: &["The harvest was better than anyone hoped,"],
            ..Example::NONE
        },
        Example {
            articles: &[Sample::new(
                "“[The town] will never close the port … that is final!” Anna Berg said.",
                &[Said::by("Anna Berg", "[The town] will never close the port … that is final!")],
            )],
            record: RECORD,
            ..Example::NONE
        },
    ],
    run: &[Run::Record(not_on_record)],
};

pub(super) const SAID_BY_OTHER: Check = Check {
    id: "said-by-other",
    finds: "A direct quote that the record has, but under another speaker’s label.",
    why: "A reporter’s question is easily quoted as its answer.",
    remedy: "Give the quote to the one who said it.",
    severity: Severity::Error,
    settings: &[],
    examples: &[
        Example {
            articles: &[Sample::new(
                "“The heart of the town,” Anna Berg called it.",
                &[Said::by("Anna Berg", "The heart of the town,")],
            )],
            record: RECORD,
            finds: &["The heart of the town,"],
            ..Example::NONE
        },
        Example {
            articles: &[Sample::new(
                "“We will never close the port,” Anna Berg said.",
                &[Said::by("Anna Berg", "We will never close the port,")],
            )],
            record: RECORD,
            ..Example::NONE
        },
    ],
    run: &[Run::Record(said_by_other)],
};

/// Labels for whoever asks.
const ASKING: &[&str] = &["q", "question", "questions", "questioner", "reporter", "reporters", "audience"];
/// Words of labels that name nobody.
const NOBODY: &[&str] = &[
    "admin",
    "administration",
    "aide",
    "all",
    "announcer",
    "caller",
    "female",
    "host",
    "interpreter",
    "male",
    "man",
    "moderator",
    "narrator",
    "official",
    "operator",
    "participant",
    "speaker",
    "staff",
    "translator",
    "unidentified",
    "unknown",
    "voice",
    "woman",
];
/// How many places of a common phrase are looked at for one by the right speaker.
const PLACES: usize = 256;
/// One word in so many may differ for a passage to be what the quote was made of.
const LIKENESS: usize = 3;

/// What the record says of a stretch of a quote that is not simply there.
#[derive(Debug)]
pub(crate) struct Verdict {
    record: usize,
    segment: usize,
    outcome: Outcome,
}

#[derive(Debug)]
enum Outcome {
    Missing(Option<Near>),
    Altered(Near),
    SaidBy(Hit),
}

/// Looks up every direct quote of an article.
pub(super) fn verdicts(view: &View) -> Vec<Verdict> {
    let Some(index) = view.evidence else { return Vec::new() };
    let shortest = view.settings.count(&NOT_ON_RECORD, "min-words").max(2);
    let mut out = Vec::new();
    for (number, record) in view.records().iter().enumerate() {
        // Where a mark is missing, nobody knows how far the quote goes.
        if record.kind != Kind::Direct || record.flags.iter().any(|f| matches!(f, Flag::Unclosed | Flag::NotSpeech)) {
            continue;
        }
        for (segment, place) in record.segments.iter().enumerate() {
            let pattern = index.pattern(&place.text);
            if pattern.len() < shortest {
                continue;
            }
            let Some(hits) = index.find(&pattern, PLACES) else { continue };
            let outcome = if let Some(first) = hits.first() {
                if hits.iter().any(|h| !is_other(view, record, index.place(h.start).label)) {
                    continue;
                }
                Outcome::SaidBy(*first)
            } else {
                match index.nearest(&pattern, 1).into_iter().next() {
                    Some(near) if near.cost * LIKENESS <= pattern.len() => Outcome::Altered(near),
                    near => Outcome::Missing(near.filter(|n| n.likeness >= 0.5)),
                }
            };
            out.push(Verdict { record: number, segment, outcome });
        }
    }
    out
}

/// Whether a transcript's label is plainly somebody else than the speaker.
fn is_other(view: &View, record: &Record, label: Option<&str>) -> bool {
    let (Some(label), Some(speaker)) = (label, &record.speaker) else { return false };
    let unnamed = [Flag::Anonymous, Flag::Group, Flag::Document, Flag::Dangling, Flag::AmbiguousSpeaker];
    if !person::is_name(speaker) || record.flags.iter().any(|f| unnamed.contains(f)) {
        return false;
    }
    let lower = label.to_lowercase();
    if lower.split_whitespace().all(|w| ASKING.contains(&w)) {
        return true;
    }
    if lower.split(|c: char| !c.is_alphanumeric()).any(|w| NOBODY.contains(&w)) {
        return false;
    }
    let known = record.speaker_id.as_ref().and_then(|id| view.lexicon.speakers.iter().find(|s| s.id == *id));
    let names =
        std::iter::once(speaker).chain(known.into_iter().flat_map(|s| std::iter::once(&s.name).chain(&s.aliases)));
    let same = |name: &str| {
        let (a, b) = (person::surname(label), person::surname(name));
        // Another spelling of a name is not somebody else.
        person::can_be_same(label, name) || a.len() >= 5 && strsim::damerau_levenshtein(&a, &b) <= 2
    };
    !names.into_iter().any(|name| same(name))
}

fn each<'v>(
    view: &'v View,
    kind: impl Fn(&Outcome) -> bool + 'v,
) -> impl Iterator<Item = (&'v Record, &'v Verdict)> + 'v {
    view.verdicts().iter().filter(move |v| kind(&v.outcome)).map(|v| (&view.records()[v.record], v))
}

fn not_on_record(view: &View, out: &mut Vec<Finding>) {
    let Some(index) = view.evidence else { return };
    for (record, verdict) in each(view, |o| matches!(o, Outcome::Missing(_))) {
        let location = view.locate(record.segments[verdict.segment].bytes.clone());
        let mut finding = Finding::new(NOT_ON_RECORD.id, location, "the record does not hold this");
        if let Outcome::Missing(Some(near)) = &verdict.outcome {
            let place = index.place(near.hit.start);
            let text = index.text(near.hit.start..near.hit.end);
            finding = finding.see(format!("the nearest passage: {text}"), place.source, place.line, 1);
        }
        out.push(finding);
    }
}

/// The part of `altered-quote` that looks at the record.
pub(super) fn altered(view: &View, out: &mut Vec<Finding>) {
    let Some(index) = view.evidence else { return };
    for (record, verdict) in each(view, |o| matches!(o, Outcome::Altered(_))) {
        let Outcome::Altered(near) = &verdict.outcome else { continue };
        let location = view.locate(record.segments[verdict.segment].bytes.clone());
        let place = index.place(near.hit.start);
        let text = index.text(near.hit.start..near.hit.end);
        let finding = Finding::new(across::ALTERED.id, location, "the record has other words");
        out.push(finding.see(format!("on record: {text}"), place.source, place.line, 1).diff(near.changes.clone()));
    }
}

fn said_by_other(view: &View, out: &mut Vec<Finding>) {
    let Some(index) = view.evidence else { return };
    for (record, verdict) in each(view, |o| matches!(o, Outcome::SaidBy(_))) {
        let Outcome::SaidBy(hit) = &verdict.outcome else { continue };
        let place = index.place(hit.start);
        let speaker = record.speaker.as_deref().unwrap_or_default();
        let label = place.label.unwrap_or_default();
        let location = view.locate(record.segments[verdict.segment].bytes.clone());
        let finding =
            Finding::new(SAID_BY_OTHER.id, location, format!("the record gives this to {label}, not to {speaker}"));
        out.push(finding.see(format!("under the label {label}"), place.source, place.line, 1));
    }
}
