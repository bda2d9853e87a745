//! `whosaid check --explain`: the manual of a check, from the table that the checks themselves are in.

use std::io::Write;

use anyhow::Result;
use clap::builder::PossibleValue;
use whosaid::check::{CHECKS, Check, Default, find};

use super::super::Status;

/// The ids, and nothing for the list of all.
pub(super) fn parser() -> clap::builder::PossibleValuesParser {
    let ids = CHECKS.iter().map(|c| PossibleValue::new(c.id));
    ids.chain([PossibleValue::new("").hide(true)]).collect::<Vec<_>>().into()
}

pub(super) fn run(id: &str) -> Result<Status> {
    let mut out = std::io::stdout().lock();
    match find(id) {
        Some(check) => write!(out, "{}", manual(check))?,
        None => {
            let width = CHECKS.iter().map(|c| c.id.len()).max().unwrap_or(0);
            for check in CHECKS {
                writeln!(out, "{:<width$}  {:<7}  {}", check.id, check.severity, first_sentence(check.finds))?;
            }
        }
    }
    out.flush()?;
    Ok(Status::Done)
}

fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |i| &text[..i + 1])
}

fn manual(check: &Check) -> String {
    let mut out = format!("{} ({} unless whosaid.toml says otherwise)\n\n", check.id, check.severity);
    let mut paragraph = |title: &str, text: &str| {
        out.push_str(title);
        out.push('\n');
        out.push_str(&wrap(text, 76));
        out.push('\n');
    };
    paragraph("What it finds", check.finds);
    paragraph("Why it matters", check.why);
    paragraph("What to do", check.remedy);
    let example = |finds: bool| check.examples.iter().find(|e| e.finds.is_empty() != finds);
    for (title, example) in [("Found", example(true)), ("Not found", example(false))] {
        let Some(example) = example else { continue };
        let mut text = String::new();
        for (number, sample) in example.articles.iter().enumerate() {
            if number > 0 {
                text.push_str("and in another place: ");
            }
            text.push_str(&sample.text.replace('\n', " "));
            if let Some(date) = sample.date {
                text.push_str(&format!(" ({date})"));
            }
            text.push(' ');
        }
        paragraph(title, &text);
    }
    if !check.settings.is_empty() {
        out.push_str("Options in whosaid.toml\n");
    }
    for setting in check.settings {
        let default = match setting.default {
            Default::Count(n) => n.to_string(),
            Default::Words => "[]".to_owned(),
            Default::Choice(words) => format!("{:?}, one of {}", words[0], words.join(", ")),
        };
        out.push_str(&format!("  check.{}.{} = {default}\n", check.id, setting.name));
        out.push_str(&wrap(setting.about, 72).replace("  ", "      "));
    }
    out
}

/// Lines of at most so many characters, indented by two.
fn wrap(text: &str, width: usize) -> String {
    let (mut out, mut line) = (String::new(), String::new());
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + word.chars().count() >= width {
            out.push_str(&format!("  {line}\n"));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    out + "  " + &line + "\n"
}
