//! A direct quote that nobody is said to have said.

use super::engine::View;
use super::{Check, Default, Example, Finding, Run, Said, Sample, Setting, Severity};
use crate::record::{Flag, Kind};

pub(super) const CHECK: Check = Check {
    id: "unattributed",
    finds: "A direct quote that nobody is said to have said.",
    why: "A reader cannot weigh words without knowing whose they are, and a quote that lost its speaker in editing is easily given to \
          the wrong one.",
    remedy: "Say who said it beside the quote, or, if nobody did (a title, a term, a scare quote), take the marks away.",
    severity: Severity::Error,
    settings: &[Setting {
        name: "min-words",
        about: "The shortest quote, in words, that must have a speaker.",
        default: Default::Count(1),
    }],
    examples: &[
        Example {
            articles: &[Sample::new(
                "The port opened late. “We were never told about the delay.” Rain fell all day.",
                &[Said { quote: "We were never told about the delay.", speaker: None, stated_role: None, flags: &[] }],
            )],
            finds: &["We were never told about the delay."],
            ..Example::NONE
        },
        Example {
            articles: &[Sample::new(
                "The port opened late. “We were never told about the delay,” Anna Berg said.",
                &[Said::by("Anna Berg", "We were never told about the delay,")],
            )],
            ..Example::NONE
        },
    ],
    run: &[Run::Article(run)],
};

fn run(view: &View, out: &mut Vec<Finding>) {
    let shortest = view.settings.count(&CHECK, "min-words");
    for record in view.records() {
        // A dangling pronoun is a speaker of a kind: it has its own check. Who asks in an interview (Q) needs no name.
        if record.kind != Kind::Direct
            || record.speaker.is_some()
            || record.flags.iter().any(|f| matches!(f, Flag::Dangling | Flag::NotSpeech | Flag::Anonymous))
            || record.quote.split_whitespace().count() < shortest
        {
            continue;
        }
        out.push(Finding::new(CHECK.id, view.quote(record), "nobody is said to have said this"));
    }
}
