//! `whosaid eval`: how good is it, against annotated quotes. Reads articles and gold, prints figures; what they mean is in
//! `whosaid::eval`.

use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use whosaid::eval::{FIGURES, Gold, Measured, Report, measure};
use whosaid::input::Problem;
use whosaid::{Extractor, Options, Record, output};

use super::inputs::Inputs;
use super::pipeline::{self, Outcome};
use super::progress::Progress;
use super::report::{complain, count, note};
use super::{Status, lexicon};

/// Measure precision, recall and F1 against annotated quotes
#[derive(clap::Args)]
#[command(after_help = EXAMPLES, mut_arg("paths", |a| a.help("Articles, or folders of them [default: those that the gold names]")))]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,

    /// Annotated quotes: a folder or file in brat standoff, or a corrected export (CSV, XLSX, JSON lines)
    #[arg(long, value_name = "PATH", help_heading = "Input")]
    gold: PathBuf,

    /// Exit with 1 if a metric is lower, as in passage-f1=0.98; may be given several times
    #[arg(long, value_name = "METRIC=VALUE", value_parser = threshold, help_heading = "Output", long_help = metrics_help())]
    fail_under: Vec<Threshold>,

    /// Print what each rule's quotes are worth instead: the table from which confidence is set
    #[arg(long, help_heading = "Output")]
    rules: bool,

    /// How many errors of each cause are listed [default: 3, in JSON all]
    #[arg(long, value_name = "N", help_heading = "Output")]
    errors: Option<usize>,

    /// Format of the output
    #[arg(short, long, value_enum, default_value_t = Format::Text, help_heading = "Output")]
    format: Format,

    /// Only quotes whose rule is right at least this often, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, help_heading = "Which quotes", value_parser = share)]
    min_confidence: f32,

    /// Count beliefs (he thinks, she wants) as indirect speech too
    #[arg(long, help_heading = "Which quotes")]
    beliefs: bool,
}

const EXAMPLES: &str = "\
Examples:
  whosaid eval --gold PolNeAR/data/dev                          the figures, and examples of errors
  whosaid eval --gold PolNeAR/data/train --rules                what each rule's quotes are worth
  whosaid extract articles/ --review -o gold.csv                correct it by hand, then
  whosaid eval articles/ --gold gold.csv --fail-under record-f1=0.95

Exit status: 0 done, 1 a metric is lower than wanted, 2 something could not be read.";

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Columns for the eye
    Text,
    /// One JSON object
    Json,
}

/// What a metric must reach.
#[derive(Clone)]
struct Threshold {
    metric: String,
    least: f64,
}

fn share(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|s| (0.0..=1.0).contains(s)).ok_or_else(|| format!("{text:?} is no number from 0 to 1"))
}

fn threshold(text: &str) -> Result<Threshold, String> {
    let (metric, least) = text.split_once('=').ok_or("write METRIC=VALUE, as in passage-f1=0.98")?;
    if Report::default().metric(metric).is_none() {
        return Err(format!("no metric is called {metric:?}; the metrics are {}", metric_names().join(", ")));
    }
    let value = least.parse::<f64>().ok().filter(|s| (0.0..=1.0).contains(s));
    let least = value.ok_or_else(|| format!("{least:?} is no number from 0 to 1"))?;
    Ok(Threshold { metric: metric.to_owned(), least })
}

fn metric_names() -> Vec<String> {
    Report::default().metrics().into_iter().map(|(name, _)| name).collect()
}

fn metrics_help() -> String {
    let figures: String = FIGURES.iter().map(|f| format!("\n- {}: {}", f.id, f.says)).collect();
    format!(
        "Exit with 1 if a metric is lower, as in passage-f1=0.98; may be given several times\n\nMetrics: {}\n\nWhat they measure:{figures}",
        metric_names().join(", ")
    )
}

/// Runs the command.
pub(super) fn run(mut args: Args, quiet: bool) -> Result<Status> {
    let gold = Gold::read(&args.gold).map_err(|problem| anyhow::anyhow!("{problem}"))?;
    if args.inputs.paths.is_empty() {
        args.inputs.paths.clone_from(&gold.texts);
    }
    if args.inputs.paths.is_empty() {
        anyhow::bail!("{}: names no article: name the articles before --gold", args.gold.display());
    }
    let input = args.inputs.options()?;
    let extractor = Extractor::with_options(
        lexicon::load(args.inputs.lexicon.as_deref())?,
        Options { beliefs: args.beliefs, ..Options::default() },
    );
    let mut report = Report::default();
    let mut problems = gold.problems.clone();
    let mut seen: HashSet<String> = HashSet::new();
    let (mut others, mut twice) = (0, 0);
    let progress = Progress::watched(quiet, false);
    pipeline::run(
        &args.inputs.paths,
        &input,
        &progress,
        |article| -> Option<(String, Measured)> {
            let document = gold.document(&article.source)?;
            let mut records = extractor.extract(article);
            records.retain(|r: &Record| r.confidence >= args.min_confidence);
            Some((document.name.clone(), measure(article, &records, document)))
        },
        |outcome| -> Result<()> {
            match outcome {
                Outcome::Done(_, None) => others += 1,
                Outcome::Done(_, Some((name, mut measured))) => {
                    if seen.insert(name) {
                        problems.append(&mut measured.problems);
                        report.add(measured);
                    } else {
                        twice += 1;
                    }
                }
                Outcome::Problem(problem) => problems.push(problem),
            }
            Ok(())
        },
    )?;
    progress.finish();
    let unread: Vec<_> = gold.documents.iter().filter(|d| !seen.contains(&d.name)).collect();
    if let Some(first) = unread.first() {
        let articles = count(unread.len(), "annotated article was", "annotated articles were");
        let message = format!("{articles} not read, the first is {:?}: name the files or their folder", first.name);
        problems.push(Problem { source: first.file.clone(), line: Some(first.line), message });
    }
    problems.iter().for_each(|p| complain(&p.to_string()));
    if !quiet {
        gold.notes.iter().for_each(|n| note(n));
        if others > 0 {
            note(&format!("{} without annotations left out", count(others, "article", "articles")));
        }
        if twice > 0 {
            note(&format!("{} read twice and counted once", count(twice, "annotated article", "annotated articles")));
        }
    }
    if report.articles() == 0 {
        anyhow::bail!("{}: none of its articles was read: nothing to measure", args.gold.display());
    }

    let mut out = std::io::BufWriter::new(std::io::stdout());
    match (args.format, args.rules) {
        (Format::Json, _) => {
            output::to_writer(&mut out, &report.to_json(args.errors.unwrap_or(usize::MAX)))?;
            writeln!(out)?;
        }
        (Format::Text, true) => report.write_rules(&mut out)?,
        (Format::Text, false) => {
            let (articles, quotes) =
                (count(report.articles(), "article", "articles"), count(report.quotes(), "quote", "quotes"));
            writeln!(out, "{articles}, {quotes} found\n")?;
            report.write_text(&mut out, args.errors.unwrap_or(3))?;
        }
    }
    out.flush()?;
    let mut is_low = false;
    for t in &args.fail_under {
        let value = report.metric(&t.metric).unwrap_or_default();
        // As it is shown: three places.
        if (value * 1000.0).round() / 1000.0 < t.least {
            is_low = true;
            complain(&format!("{} is {value:.3}, less than {}", t.metric, t.least));
        }
    }
    Ok(match (problems.is_empty(), is_low) {
        (false, _) => Status::Incomplete,
        (true, true) => Status::Findings,
        (true, false) => Status::Done,
    })
}
