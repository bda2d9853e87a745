//! *He said*, where *he* could be two people or nobody.

use std::collections::BTreeSet;

use super::engine::View;
use super::{Check, Example, Finding, Run, Said, Sample, Severity};
use crate::record::Flag;

pub(super) const CHECK: Check = Check {
    id: "dangling-pronoun",
    finds: "A quote given to a pronoun or a description (*he*, *the senator*) that could be several people, or nobody.",
    why: "A paragraph that was moved or cut takes the name with it and leaves the pronoun, which then points at somebody else.",
    remedy: "Write the name.",
    severity: Severity::Warning,
    settings: &[],
    examples: &[
        Example {
            articles: &[Sample::new(
                "Carl Moe met Nils Aas. “It will hold,” he said.",
                &[Said::by("he", "It will hold,").flagged(&[Flag::Dangling])],
            )],
            finds: &["It will hold,"],
            ..Example::NONE
        },
        Example {
            articles: &[Sample::new(
                "Carl Moe met Anna Berg. “It will hold,” he said.",
                &[Said::by("Carl Moe", "It will hold,").flagged(&[Flag::Resolved])],
            )],
            ..Example::NONE
        },
    ],
    run: &[Run::Article(run)],
};

fn run(view: &View, out: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for record in view.records().iter().filter(|r| r.flags.contains(&Flag::Dangling)) {
        if !seen.insert(record.attribution) {
            continue;
        }
        let words =
            record.mention.as_ref().map(|m| m.text.as_str()).or(record.speaker.as_deref()).unwrap_or("the speaker");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        out.push(Finding::new(CHECK.id, view.mention(record), format!("“{words}” could be several people, or nobody")));
    }
}
