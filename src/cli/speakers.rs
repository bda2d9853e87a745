//! `whosaid speakers`: who speaks, how often, with which roles; and those whom the lexicon lacks, as entries for it.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use whosaid::Extractor;
use whosaid::output::{inert, safe, to_writer};
use whosaid::tally::{Count, Tally, outside, to_toml};

use super::extract::read_review;
use super::inputs::Inputs;
use super::pipeline::{self, Outcome};
use super::progress::Progress;
use super::report::{Summary, complain, count, note};
use super::{Status, lexicon};

/// List who speaks and how often, or print those outside the lexicon as entries for it
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,

    /// Print the people outside the lexicon as TOML to paste into speakers.toml
    #[arg(long, help_heading = "Output")]
    suggest: bool,

    /// Print the new people of a reviewed table (CSV or XLSX) as TOML, instead of reading articles
    #[arg(long, value_name = "FILE", conflicts_with = "paths", help_heading = "Output")]
    from: Option<PathBuf>,

    /// Only speakers with at least this many quotes
    #[arg(long, value_name = "N", default_value_t = 1, help_heading = "Output")]
    min: usize,

    /// Format of the list
    #[arg(short, long, value_enum, default_value_t = Format::Text, help_heading = "Output")]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  whosaid speakers articles/                        who speaks, the most quoted first
  whosaid speakers articles/ --suggest --min 3      entries for people quoted three times or more
  whosaid speakers --from reviewed.xlsx >> speakers.toml";

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Columns for the eye
    Text,
    /// Comma-separated values
    Csv,
    /// JSON lines
    Jsonl,
}

/// Runs the command.
pub(super) fn run(args: Args, quiet: bool) -> Result<Status> {
    let lexicon = lexicon::load(args.inputs.lexicon.as_deref())?;
    let mut out = std::io::BufWriter::new(std::io::stdout());
    if let Some(path) = &args.from {
        let (review, problems) = read_review(path)?;
        let status = if problems.is_empty() { Status::Done } else { Status::Incomplete };
        problems.iter().for_each(|p| complain(&p.to_string()));
        let new = review.new_speakers(&lexicon);
        out.write_all(to_toml(&new, lexicon.speakers.iter().map(|s| s.id.as_str())).as_bytes())?;
        out.flush()?;
        if !quiet {
            note(&format!("{}: {}", review.file, count(new.len(), "new speaker", "new speakers")));
        }
        return Ok(status);
    }

    let input = args.inputs.options()?;
    let extractor = Extractor::new(lexicon);
    let mut summary = Summary::new();
    let mut status = Status::Done;
    let progress = Progress::watched(quiet, false);
    pipeline::run(
        &args.inputs.paths,
        &input,
        &progress,
        |article| extractor.extract(article),
        |outcome| -> Result<()> {
            match outcome {
                Outcome::Done(article, records) => {
                    summary.read(&article);
                    summary.tally.add(&records);
                    progress.found(records.len());
                }
                Outcome::Problem(problem) => {
                    progress.apart(|| complain(&problem.to_string()));
                    summary.problems += 1;
                    status = Status::Incomplete;
                }
            }
            Ok(())
        },
    )?;
    progress.finish();
    if args.suggest {
        let taken = extractor.lexicon().speakers.iter().map(|s| s.id.as_str());
        out.write_all(to_toml(&outside(&summary.tally, args.min), taken).as_bytes())?;
    } else {
        list(&summary.tally, &args, &mut out)?;
    }
    out.flush()?;
    summary.print(quiet, false);
    Ok(status)
}

#[derive(serde::Serialize)]
struct Line<'a> {
    speaker: Option<&'a str>,
    speaker_id: Option<&'a str>,
    role: Option<&'a str>,
    roles: &'a std::collections::BTreeMap<String, usize>,
    stated_roles: &'a std::collections::BTreeMap<String, usize>,
    quotes: usize,
    direct: usize,
    mixed: usize,
    indirect: usize,
    articles: usize,
}

fn list(tally: &Tally, args: &Args, out: &mut impl Write) -> Result<()> {
    let ranked: Vec<&Count> = tally.ranked().into_iter().filter(|c| c.quotes() >= args.min).collect();
    match args.format {
        Format::Jsonl => {
            for c in ranked {
                let [direct, mixed, indirect] = c.kinds;
                let line = Line {
                    speaker: c.name.as_deref(),
                    speaker_id: c.id.as_deref(),
                    role: c.role(),
                    roles: &c.roles,
                    stated_roles: &c.stated,
                    quotes: c.quotes(),
                    direct,
                    mixed,
                    indirect,
                    articles: c.articles,
                };
                to_writer(&mut *out, &line)?;
                out.write_all(b"\n")?;
            }
        }
        Format::Csv => {
            let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
            writer.write_record([
                "speaker",
                "role",
                "quotes",
                "direct",
                "mixed",
                "indirect",
                "articles",
                "speaker_id",
                "stated_roles",
            ])?;
            for c in ranked {
                let [direct, mixed, indirect] = c.kinds.map(|n| n.to_string());
                let text = |t: Option<&str>| safe(t.unwrap_or_default(), false).into_owned();
                let (quotes, articles) = (c.quotes().to_string(), c.articles.to_string());
                let (name, role, id) = (text(c.name.as_deref()), text(c.role()), text(c.id.as_deref()));
                let stated = text(Some(&stated(c)));
                writer.write_record([name, role, quotes, direct, mixed, indirect, articles, id, stated])?;
            }
            writer.flush()?;
        }
        Format::Text => {
            let rows: Vec<[String; 5]> = ranked
                .iter()
                .map(|c| {
                    let mark = if c.id.is_some() { "*" } else { "" };
                    let name = c.name.as_deref().map_or_else(|| "(nobody found)".to_owned(), cut);
                    let roles = cut(&stated(c));
                    [c.quotes().to_string(), c.articles.to_string(), mark.to_owned(), name, roles]
                })
                .collect();
            let width =
                |i: usize, title: &str| rows.iter().map(|r| r[i].chars().count()).max().unwrap_or(0).max(title.len());
            let (quotes, articles, name) = (width(0, "quotes"), width(1, "articles"), width(3, "speaker"));
            writeln!(out, "{:>quotes$}  {:>articles$}    {:name$}  stated roles", "quotes", "articles", "speaker")?;
            for [q, a, mark, n, role] in &rows {
                let line = format!("{q:>quotes$}  {a:>articles$}  {mark:1} {n:name$}  {role}");
                writeln!(out, "{}", line.trim_end())?;
            }
            if rows.iter().any(|r| r[2] == "*") {
                writeln!(out, "\n* in the lexicon")?;
            }
        }
    }
    Ok(())
}

/// The roles that the articles state, with how often each stands beside a quote.
fn stated(count: &Count) -> String {
    count.stated_roles().iter().map(|(role, n)| format!("{role} ({n})")).collect::<Vec<_>>().join("; ")
}

/// Words on one line that a terminal shows as they are.
fn cut(text: &str) -> String {
    let line = inert(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 60 { line } else { line.chars().take(59).collect::<String>() + "…" }
}
