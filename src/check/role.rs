//! The article's words for a speaker's role against the lexicon's on the article's date.

use std::collections::BTreeSet;

use super::engine::View;
use super::role_words::{Office, Verdict, compare, offices};
use super::{Check, Example, Finding, Location, Run, Said, Sample, Severity};
use crate::lexicon::{Date, Role, Speaker};
use crate::record::Record;

const LEXICON: &str = "[[speaker]]\nname = \"Anna Berg\"\nroles = [\n\
    { title = \"harbor spokeswoman\", from = 2010-01-01, to = 2014-12-31 },\n\
    { title = \"Mayor of Norland\", from = 2015-01-01, to = 2018-12-31 },\n]";

pub(super) const MISMATCH: Check = Check {
    id: "role-mismatch",
    finds: "A role in the article that contradicts the lexicon's for the speaker on the article's date.",
    why: "A wrong office is a correction waiting to be printed, and a reader judges words by the office behind them.",
    remedy: "Correct the role in the article, or add the role with its dates to speakers.toml.",
    severity: Severity::Error,
    settings: &[],
    examples: &[
        Example {
            articles: &[Sample {
                text: "“It will hold,” said Anna Berg, the governor.",
                date: Some("2016-05-01"),
                said: &[Said::by("Anna Berg", "It will hold,").role("the governor")],
            }],
            lexicon: LEXICON,
            finds: &["the governor"],
            ..Example::NONE
        },
        Example {
            articles: &[Sample {
                text: "“It will hold,” said Anna Berg, the town’s first female mayor and a former spokeswoman.",
                date: Some("2016-05-01"),
                said: &[Said::by("Anna Berg", "It will hold,")
                    .role("the town’s first female mayor and a former spokeswoman")],
            }],
            lexicon: LEXICON,
            ..Example::NONE
        },
        Example {
            articles: &[Sample {
                text: "“It will hold,” said Anna Berg, a keen skier.",
                date: Some("2016-05-01"),
                said: &[Said::by("Anna Berg", "It will hold,").role("a keen skier")],
            }],
            lexicon: LEXICON,
            ..Example::NONE
        },
    ],
    run: &[Run::Article(|view, out| run(view, out, &MISMATCH))],
};

pub(super) const OUTDATED: Check = Check {
    id: "outdated-role",
    finds: "A role that the speaker held at another time than the article's date.",
    why: "Archives and templates carry yesterday's titles into today's copy.",
    remedy: "Write the role of the day, or put *former* before it.",
    severity: Severity::Warning,
    settings: &[],
    examples: &[
        Example {
            articles: &[Sample {
                text: "“It will hold,” harbor spokeswoman Anna Berg said.",
                date: Some("2016-05-01"),
                said: &[Said::by("Anna Berg", "It will hold,").role("harbor spokeswoman")],
            }],
            lexicon: LEXICON,
            finds: &["harbor spokeswoman"],
            ..Example::NONE
        },
        Example {
            articles: &[
                Sample {
                    text: "“It will hold,” former harbor spokeswoman Anna Berg said.",
                    date: Some("2016-05-01"),
                    said: &[Said::by("Anna Berg", "It will hold,").role("former harbor spokeswoman")],
                },
                Sample {
                    text: "“It will hold,” harbor spokeswoman Anna Berg said.",
                    date: Some("2012-05-01"),
                    said: &[Said::by("Anna Berg", "It will hold,").role("harbor spokeswoman")],
                },
                // Without a date nothing is out of date.
                Sample::new(
                    "“It will hold,” harbor spokeswoman Anna Berg said.",
                    &[Said::by("Anna Berg", "It will hold,").role("harbor spokeswoman")],
                ),
            ],
            lexicon: LEXICON,
            ..Example::NONE
        },
    ],
    run: &[Run::Article(|view, out| run(view, out, &OUTDATED))],
};

/// What is wrong with a role.
enum Wrong<'a> {
    /// The lexicon has another office.
    Mismatch(&'a Role),
    /// Called former while it is held.
    NotFormer(&'a Role),
    /// Held at another time.
    Outdated(&'a Role),
}

fn run(view: &View, out: &mut Vec<Finding>, check: &Check) {
    let date = view.reading.article.date;
    let mut seen = BTreeSet::new();
    for record in view.records() {
        let (Some(id), Some(stated)) = (&record.speaker_id, &record.stated_role) else { continue };
        let Some(speaker) = view.lexicon.speakers.iter().find(|s| s.id == *id) else { continue };
        if !seen.insert((id, stated)) {
            continue;
        }
        let Some(wrong) = wrong(speaker, stated, date) else { continue };
        let name = &speaker.name;
        let on = date.map(|d| format!(" on {d}")).unwrap_or_default();
        let place = stated_place(view, record, stated);
        let (wanted, finding) = match wrong {
            Wrong::Mismatch(role) => (
                &MISMATCH,
                Finding::new(check.id, place, format!("the lexicon has {name} as {}{on}, not {stated}", role.title)),
            ),
            Wrong::NotFormer(role) => (
                &MISMATCH,
                Finding::new(check.id, place, format!("{name} is called {stated}, but is {}{on}", role.title)),
            ),
            Wrong::Outdated(role) => {
                let mut finding =
                    Finding::new(check.id, place, format!("{name} was {} {}", role.title, period(role, date)));
                if let Some(today) = speaker.roles.iter().find(|r| is_valid(r, date)) {
                    finding = finding.note(format!("{name} is {}{on}", today.title));
                }
                (&OUTDATED, finding)
            }
        };
        if wanted.id == check.id {
            out.push(finding);
        }
    }
}

fn is_valid(role: &Role, date: Option<Date>) -> bool {
    date.is_none_or(|d| role.from.is_none_or(|f| f <= d) && role.to.is_none_or(|t| d <= t))
}

/// When a role was held, seen from a date at which it was not.
fn period(role: &Role, date: Option<Date>) -> String {
    match (role.from, role.to, date) {
        (_, Some(to), Some(date)) if to < date => format!("only until {to}"),
        (Some(from), ..) => format!("only from {from} on"),
        _ => "at another time".to_owned(),
    }
}

fn wrong<'a>(speaker: &'a Speaker, stated: &str, date: Option<Date>) -> Option<Wrong<'a>> {
    let stated = offices(stated);
    let best = |office: &Office, roles: &mut dyn Iterator<Item = &'a Role>| {
        roles
            .flat_map(|role| offices(&role.title).into_iter().map(move |o| (o, role)).collect::<Vec<_>>())
            .map(|(o, role)| (compare(office, &o), role))
            .min_by_key(|(verdict, _)| *verdict)
    };
    let mut mismatch = None;
    let mut outdated = None;
    for office in &stated {
        let now = best(office, &mut speaker.roles.iter().filter(|r| is_valid(r, date)));
        let then = best(office, &mut speaker.roles.iter().filter(|r| !is_valid(r, date)));
        if office.former {
            // A former office is wrong only where it is plainly the one held now.
            let held_before = matches!(then, Some((Verdict::Agrees, _)));
            match now {
                Some((Verdict::Agrees, role))
                    if !held_before && date.is_some() && role.from.is_some() && stated.len() == 1 =>
                {
                    return Some(Wrong::NotFormer(role));
                }
                _ => {}
            }
            continue;
        }
        match (now, then) {
            (Some((Verdict::Agrees, _)), _) => return None,
            (_, Some((Verdict::Agrees, role))) => outdated = outdated.or(Some(role)),
            (Some((Verdict::Conflicts, role)), _) => mismatch = mismatch.or(Some(role)),
            _ => {}
        }
    }
    outdated.map(Wrong::Outdated).or(mismatch.map(Wrong::Mismatch))
}

/// Where the article has the words, nearest to the mention; else the mention.
fn stated_place(view: &View, record: &Record, stated: &str) -> Location {
    let body = &view.reading.article.body;
    let near = record.mention.as_ref().or(record.segments.first()).map_or(0, |p| p.bytes.start);
    let found = memchr::memmem::find_iter(body.as_bytes(), stated).min_by_key(|at| at.abs_diff(near));
    found.map_or_else(|| view.mention(record), |at| view.locate(at..at + stated.len()))
}
