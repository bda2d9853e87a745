//! `whosaid rules`: the rules of attribution with their examples.

use std::io::Write;

use anyhow::Result;
use whosaid::attribution;

use super::Status;

/// List the rules that give quotes their speakers, with examples
#[derive(clap::Args)]
pub(super) struct Args {
    /// Only the rules whose id holds this
    id: Option<String>,
}

/// Runs the command.
pub(super) fn run(args: Args) -> Result<Status> {
    let mut out = anstream::AutoStream::auto(std::io::stdout());
    let wanted = |id: &str| args.id.as_deref().is_none_or(|part| id.contains(part));
    let rules: Vec<_> = attribution::rules().into_iter().filter(|r| wanted(r.id)).collect();
    if let (true, Some(part)) = (rules.is_empty(), &args.id) {
        anyhow::bail!("no rule's id holds {part:?}: whosaid rules lists them all");
    }
    let bold = anstyle::Style::new().bold();
    let faint = anstyle::Style::new().dimmed();
    for (index, rule) in rules.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        writeln!(
            out,
            "{bold}{}{bold:#}  {faint}right in {:.0} % of its quotes{faint:#}",
            rule.id,
            rule.confidence * 100.0
        )?;
        writeln!(out, "  {}", rule.says)?;
        for example in rule.examples {
            let found = if example.found.is_empty() { "nothing".to_owned() } else { example.found.replace('\n', "; ") };
            writeln!(out, "    {}\n      {faint}→ {found}{faint:#}", example.text.replace('\n', " "))?;
        }
    }
    out.flush()?;
    Ok(Status::Done)
}
