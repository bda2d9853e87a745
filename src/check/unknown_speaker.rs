//! A speaker outside the lexicon.

use std::collections::BTreeSet;

use super::engine::View;
use super::{Check, Default, Example, Finding, Run, Said, Sample, Setting, Severity, person};
use crate::record::Flag;

pub(super) const CHECK: Check = Check {
    id: "unknown-speaker",
    finds: "A speaker whom the lexicon does not know. Reported where the article first quotes them; never with an empty lexicon.",
    why: "Roles and spellings can be checked only for speakers in the lexicon, and a new name is the likeliest to be misspelt.",
    remedy: "Add them to speakers.toml (`whosaid speakers` prints the entry), or list the name under `allow`.",
    severity: Severity::Note,
    settings: &[Setting { name: "allow", about: "Names that need not be in the lexicon.", default: Default::Words }],
    examples: &[
        Example {
            articles: &[Sample::new(
                "“It will hold,” Carl Moe said. “For years,” Moe said.",
                &[Said::by("Carl Moe", "It will hold,"), Said::by("Carl Moe", "For years,")],
            )],
            lexicon: "[[speaker]]\nname = \"Anna Berg\"",
            finds: &["It will hold,"],
            ..Example::NONE
        },
        Example {
            articles: &[Sample::new(
                "“It will hold,” Anna Berg said. “Perhaps,” an engineer said.",
                &[
                    Said::by("Anna Berg", "It will hold,"),
                    Said::by("an engineer", "Perhaps,").flagged(&[Flag::Anonymous]),
                ],
            )],
            lexicon: "[[speaker]]\nname = \"Anna Berg\"",
            ..Example::NONE
        },
    ],
    run: &[Run::Article(run)],
};

fn run(view: &View, out: &mut Vec<Finding>) {
    if view.lexicon.speakers.is_empty() {
        return;
    }
    let unnamed =
        [Flag::Anonymous, Flag::Group, Flag::Document, Flag::Dangling, Flag::AmbiguousSpeaker, Flag::NotSpeech];
    let mut seen = BTreeSet::new();
    for record in view.records() {
        let Some(speaker) = record.speaker.as_deref().filter(|s| person::is_name(s)) else { continue };
        if record.speaker_id.is_some()
            || record.flags.iter().any(|f| unnamed.contains(f))
            || view.settings.lists(&CHECK, "allow", speaker)
            || view.names.variant(speaker).is_some() // a misspelt one has its own check
            || !seen.insert(speaker)
        {
            continue;
        }
        out.push(Finding::new(CHECK.id, view.mention(record), format!("the lexicon does not know {speaker}")));
    }
}
