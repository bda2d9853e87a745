//! A source the article does not name.

use std::collections::BTreeSet;

use super::engine::View;
use super::{Check, Default, Example, Finding, Run, Said, Sample, Setting, Severity};
use crate::record::Flag;

pub(super) const CHECK: Check = Check {
    id: "anonymous-source",
    finds: "A person or people quoted without a name. Reported where the article first quotes them.",
    why: "Most newsrooms allow unnamed sources only with an editor's consent and a reason that the reader is told.",
    remedy: "Name the source, or say in the article why they cannot be named and silence the check there.",
    severity: Severity::Note,
    settings: &[Setting {
        name: "allow",
        about: "Words for sources that need no name, as they stand in the article.",
        default: Default::Words,
    }],
    examples: &[
        Example {
            articles: &[Sample::new(
                "“It will hold,” a senior engineer said.",
                &[Said::by("a senior engineer", "It will hold,").flagged(&[Flag::Anonymous])],
            )],
            finds: &["It will hold,"],
            ..Example::NONE
        },
        Example {
            articles: &[Sample::new(
                "“It will hold,” the ministry said. “It will,” Anna Berg said.",
                &[Said::by("the ministry", "It will hold,").flagged(&[Flag::Group]), Said::by("Anna Berg", "It will,")],
            )],
            ..Example::NONE
        },
    ],
    run: &[Run::Article(run)],
};

fn run(view: &View, out: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for record in view.records().iter().filter(|r| r.flags.contains(&Flag::Anonymous)) {
        // Who asks in an interview (Q) is the outlet itself.
        let Some(words) = record.speaker.as_ref().map(|s| s.to_lowercase()) else { continue };
        if view.settings.lists(&CHECK, "allow", &words) || !seen.insert(words.clone()) {
            continue;
        }
        out.push(Finding::new(CHECK.id, view.mention(record), format!("{words} is quoted without a name")));
    }
}
