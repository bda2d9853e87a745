//! A name that fits two people, with nothing to tell them apart.

use std::collections::BTreeSet;

use super::engine::View;
use super::{Check, Example, Finding, Run, Said, Sample, Severity, person};
use crate::record::Flag;

const LEXICON: &str = "[[speaker]]\nname = \"Anna Berg\"\n[[speaker]]\nname = \"Nils Berg\"";

pub(super) const CHECK: Check = Check {
    id: "ambiguous-speaker",
    finds: "A speaker named so that two people could be meant, with nothing in the article to tell them apart.",
    why: "Whoever reads, searches or archives the quote has to guess, and half of them will guess wrong.",
    remedy: "Give the full name where the article first names the speaker.",
    severity: Severity::Error,
    settings: &[],
    examples: &[
        Example {
            articles: &[Sample::new(
                "“It will hold,” Berg said.",
                &[Said::by("Berg", "It will hold,").flagged(&[Flag::AmbiguousSpeaker])],
            )],
            lexicon: LEXICON,
            finds: &["It will hold,"],
            ..Example::NONE
        },
        Example {
            articles: &[Sample::new(
                "Nils Berg came late. “It will hold,” Berg said.",
                &[Said::by("Nils Berg", "It will hold,")],
            )],
            lexicon: LEXICON,
            ..Example::NONE
        },
    ],
    run: &[Run::Article(run)],
};

fn run(view: &View, out: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for record in view.records() {
        if !record.flags.contains(&Flag::AmbiguousSpeaker) || !seen.insert(record.attribution) {
            continue;
        }
        let name = record.speaker.as_deref().unwrap_or("the speaker");
        let surname = person::surname(name);
        let namesakes: Vec<&str> = view
            .lexicon
            .speakers
            .iter()
            .filter(|s| person::surname(&s.name) == surname || s.aliases.iter().any(|a| a == name))
            .map(|s| s.name.as_str())
            .collect();
        let message = match namesakes.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{name} could be {} or {last}", rest.join(", ")),
            _ => format!("{name} could be more than one person"),
        };
        out.push(Finding::new(CHECK.id, view.mention(record), message));
    }
}
