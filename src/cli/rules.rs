//! `whosaid rules`: all that the program claims about English and about articles, one sentence each, with examples.

use std::io::Write;

use anyhow::Result;
use whosaid::{attribution, check, quotes};

use super::Status;

/// List the rules that find quotes and give them speakers, and the checks, with examples
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Only those whose id holds this
    id: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  whosaid rules               all of them, in the order they are asked
  whosaid rules cue           those with “cue” in their name
  whosaid rules | less -R     page by page";

/// Rules that decide the same thing.
struct Family {
    title: &'static str,
    rules: Vec<Entry>,
}

/// A rule, whatever it decides.
struct Entry {
    id: &'static str,
    /// What stands behind the id.
    measure: String,
    says: &'static str,
    examples: Vec<(String, String)>,
}

impl Entry {
    fn new(id: &'static str, says: &'static str) -> Self {
        Entry { id, measure: String::new(), says, examples: Vec::new() }
    }
}

/// All of them, in the order the program asks them.
fn families() -> [Family; 4] {
    let attributions = attribution::rules().into_iter().map(|r| Entry {
        measure: format!("right in {:.0} % of its quotes", r.confidence * 100.0),
        examples: shown(r.examples),
        ..Entry::new(r.id, r.says)
    });
    let limits = attribution::LIMITS.iter().map(|l| Entry { examples: shown(l.examples), ..Entry::new(l.id, l.says) });
    let signs = quotes::SIGNS.iter().map(|s| Entry { examples: shown(s.examples), ..Entry::new(s.id, s.says) });
    let checks = check::CHECKS.iter().map(|c| Entry {
        measure: c.severity.to_string(),
        examples: c
            .examples
            .iter()
            .map(|e| (e.articles.iter().map(|a| a.text).collect::<Vec<_>>().join(" | "), e.finds.join("; ")))
            .collect(),
        ..Entry::new(c.id, c.finds)
    });
    [
        Family {
            title: "Who said it: the first rule that answers gives a quote its speaker",
            rules: attributions.collect(),
        },
        Family { title: "Where a content ends: signs that the reporter speaks again", rules: limits.collect() },
        Family { title: "What is no speech: signs that words in marks are nobody's", rules: signs.collect() },
        Family { title: "What whosaid check finds; check --explain ID has the manual", rules: checks.collect() },
    ]
}

fn shown(examples: &[attribution::Example]) -> Vec<(String, String)> {
    examples.iter().map(|e| (e.text.to_owned(), e.found.to_owned())).collect()
}

/// Runs the command.
pub(super) fn run(args: Args) -> Result<Status> {
    let mut families = families();
    if let Some(part) = &args.id {
        families.iter_mut().for_each(|f| f.rules.retain(|r| r.id.contains(part.as_str())));
        if families.iter().all(|f| f.rules.is_empty()) {
            anyhow::bail!("no rule's id holds {part:?}: whosaid rules lists them all");
        }
    }
    let mut out = anstream::AutoStream::auto(std::io::stdout());
    let bold = anstyle::Style::new().bold();
    let title = bold.underline();
    let faint = anstyle::Style::new().dimmed();
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (number, family) in families.iter().filter(|f| !f.rules.is_empty()).enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{title}{}{title:#}", family.title)?;
        for rule in &family.rules {
            let measure =
                if rule.measure.is_empty() { String::new() } else { format!("  {faint}{}{faint:#}", rule.measure) };
            writeln!(out, "\n{bold}{}{bold:#}{measure}\n  {}", rule.id, rule.says)?;
            for (text, found) in &rule.examples {
                let found = if found.is_empty() { "nothing".to_owned() } else { found.replace('\n', "; ") };
                writeln!(out, "    {}\n      {faint}→ {}{faint:#}", line(text), line(&found))?;
            }
        }
    }
    out.flush()?;
    Ok(Status::Done)
}
