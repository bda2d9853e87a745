//! *He said*, where *he* could be two people or nobody.

use std::collections::BTreeSet;

use super::engine::View;
use super::{Check, Example, Finding, Run, Said, Sample, Severity};
use crate::record::{Flag, Kind};
use crate::words::{self, Class};

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
        Example {
            articles: &[Sample::new(
                "A clip went round. “It will hold,” it says.",
                &[Said::by("it", "It will hold,").flagged(&[Flag::Dangling])],
            )],
            ..Example::NONE
        },
    ],
    run: &[Run::Article(run)],
};

fn run(view: &View, out: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for record in view.records().iter().filter(|r| r.flags.contains(&Flag::Dangling)) {
        let words =
            record.mention.as_ref().map(|m| m.text.as_str()).or(record.speaker.as_deref()).unwrap_or("the speaker");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let place = view.mention(record);
        if !is_person(&words.to_lowercase(), record.kind) || !seen.insert(place.start) {
            continue;
        }
        out.push(Finding::new(CHECK.id, place, format!("“{words}” could be several people, or nobody")));
    }
}

/// Whether the words must mean somebody the article has named: *he*, *the senator*. What things say (*it*, *the clip*) needs no name, and
/// a paraphrase of what *they* say is seldom about people that could be named.
fn is_person(words: &str, kind: Kind) -> bool {
    match words {
        "he" | "she" => true,
        "they" => kind != Kind::Indirect,
        _ => {
            let class = |word: Option<&str>| word.map_or(Class::empty(), words::lookup);
            let last = class(words.split(' ').next_back());
            class(words.split(' ').next()).contains(Class::DET)
                && last.intersects(Class::ROLE | Class::PERSON)
                && !last.intersects(Class::GROUP | Class::DOCUMENT)
        }
    }
}
