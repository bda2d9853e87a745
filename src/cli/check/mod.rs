//! `whosaid check`: articles to findings, for editors and for builds that must fail.

mod approve;
mod explain;
mod fix;
mod settings;

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::ColorChoice;
use clap::builder::PossibleValue;
use whosaid::check::{CHECKS, Checked, Checker, Finding, Settings, Severity};
use whosaid::evidence::{Builder, Index};
use whosaid::input::{self, Item};
use whosaid::output::findings::{self, Paths, Report};
use whosaid::{Article, Extractor, Record};

use super::files::Target;
use super::inputs::Inputs;
use super::pipeline::{self, Outcome};
use super::progress::Progress;
use super::report::{complain, note};
use super::{Status, lexicon};
use settings::Finder;

/// Find quotes without a speaker, with the wrong speaker or role, or that were never said
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,

    /// Format of the findings
    #[arg(short, long, value_name = "FORMAT", value_parser = format_parser(), default_value = "text", help_heading = "Output")]
    format: String,

    /// Write to FILE instead of standard output
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,

    /// Fail (exit 1) when there is a finding of this severity or a graver one
    #[arg(long, value_name = "SEVERITY", value_parser = severity_parser(), default_value = "error", help_heading = "Output")]
    fail_on: String,

    /// Show only findings of this severity and graver ones
    #[arg(long, value_name = "SEVERITY", value_parser = severity_parser(), default_value = "note", help_heading = "Output")]
    min_severity: String,

    /// Only these checks, as in unattributed,altered-quote
    #[arg(long, value_name = "CHECKS", value_delimiter = ',', value_parser = check_parser(), hide_possible_values = true, help_heading = "Checks")]
    only: Vec<String>,

    /// Print a check's manual; without a check, the list of all
    #[arg(long, value_name = "CHECK", num_args = 0..=1, default_missing_value = "", value_parser = explain::parser(), hide_possible_values = true, help_heading = "Checks")]
    explain: Option<String>,

    /// Severities and options [default: the nearest whosaid.toml upwards from each article]
    #[arg(long, value_name = "FILE", help_heading = "Checks")]
    config: Option<PathBuf>,

    /// Transcripts, releases or earlier articles that direct quotes must stand in
    #[arg(long, value_name = "PATH", help_heading = "Checks")]
    record: Vec<PathBuf>,

    /// An export (CSV or JSON lines) that was approved before: report what changed since
    #[arg(long, value_name = "FILE", help_heading = "Checks")]
    baseline: Option<PathBuf>,

    /// Write the baseline: what is there now is approved
    #[arg(long, requires = "baseline", help_heading = "Checks")]
    update_baseline: bool,

    /// Mend what can be mended safely: marks of the wrong style, misspelt names of the lexicon
    #[arg(long, help_heading = "Fixes")]
    fix: bool,

    /// Print what --fix would change, and change nothing
    #[arg(long, conflicts_with_all = ["fix", "update_baseline"], help_heading = "Fixes")]
    diff: bool,
}

const AFTER_HELP: &str = "\
Exit status: 0 nothing at or over --fail-on, 1 findings, 2 something could not be read or written.

To allow one check in one paragraph, write beside it (in text, and in Markdown or HTML):
  [[whosaid: allow CHECK the reason]]
  <!-- whosaid: allow CHECK the reason -->";

fn format_parser() -> clap::builder::PossibleValuesParser {
    findings::FORMATS.iter().map(|f| PossibleValue::new(f.id).help(f.about)).collect::<Vec<_>>().into()
}

fn severity_parser() -> clap::builder::PossibleValuesParser {
    [Severity::Note, Severity::Warning, Severity::Error].map(|s| PossibleValue::new(s.as_str())).into()
}

fn check_parser() -> clap::builder::PossibleValuesParser {
    CHECKS.iter().map(|c| PossibleValue::new(c.id)).collect::<Vec<_>>().into()
}

/// What came of one article.
struct Done {
    checked: Result<Checked>,
    /// For a new baseline only.
    records: Vec<Record>,
}

/// Runs the command.
pub(super) fn run(args: Args, color: ColorChoice, quiet: bool) -> Result<Status> {
    if let Some(id) = &args.explain {
        return explain::run(id);
    }
    let mut skipped: Vec<String> = Vec::new();
    let extractor = Extractor::new(lexicon::load(args.inputs.lexicon.as_deref())?);
    let only: Vec<&'static str> = args.only.iter().filter_map(|id| whosaid::check::find(id)).map(|c| c.id).collect();
    let mut usual = Settings::default();
    if lexicon::is_builtin(args.inputs.lexicon.as_deref()) {
        // The lexicon built in is an example: hardly anybody is in it.
        usual.set_severity("unknown-speaker", Severity::Off);
    }
    let finder = Finder::new(args.config.as_deref(), usual, only)?;
    let input = args.inputs.options()?;
    let evidence = if args.record.is_empty() { None } else { Some(index(&args.record, &mut skipped)?) };
    let mut baseline = match &args.baseline {
        Some(path) if !args.update_baseline => Some(approve::read(path)?),
        _ => None,
    };
    let mut checker = Checker::new(extractor.lexicon(), evidence).general_settings(finder.general()?);
    if baseline.is_some() {
        checker = checker.keep_all_quotes();
    }

    let (mut articles, mut approved) = (Vec::new(), approve::Rows::default());
    pipeline::run(
        &args.inputs.paths,
        &input,
        &Progress::watched(quiet, args.output.is_none()),
        |article| {
            let reading = extractor.read(article);
            let checked = finder.settings(path_of(article)).map(|settings| checker.article(&reading, &settings));
            Done { checked, records: if args.update_baseline { reading.records } else { Vec::new() } }
        },
        |outcome| -> Result<()> {
            match outcome {
                Outcome::Done(article, done) => {
                    articles.push(done.checked?);
                    approved.add(&article, &done.records)?;
                }
                Outcome::Problem(problem) => skipped.push(problem.to_string()),
            }
            Ok(())
        },
    )?;

    let count = articles.len();
    let read: BTreeSet<String> = articles.iter().map(|a| bare(a.source()).to_owned()).collect();
    let is_ours =
        |source: &str| read.contains(bare(source)) || args.inputs.paths.iter().any(|p| is_below(bare(source), p));
    if let Some(baseline) = &mut baseline {
        baseline.retain_sources(is_ours);
    }
    let mut found = checker.finish(articles, baseline.as_ref());
    let shown = Severity::parse(&args.min_severity).unwrap_or(Severity::Note);
    let fail_on = Severity::parse(&args.fail_on).unwrap_or(Severity::Error);
    found.retain(|f| f.severity >= shown.min(fail_on));

    if args.diff {
        let changes = fix::diff(&found, args.output.as_deref(), &mut skipped)?;
        return Ok(status(&skipped, changes));
    }
    if args.fix {
        let mended = fix::apply(&mut found, &mut skipped)?;
        if mended > 0 {
            note(&format!("{mended} {} mended", if mended == 1 { "finding" } else { "findings" }));
        }
    }
    if let (true, Some(path)) = (args.update_baseline, &args.baseline) {
        // A baseline without the quotes of a file that could not be read would call them new tomorrow.
        if skipped.is_empty() {
            approved.write(path, is_ours)?;
        } else {
            skipped.push(format!("{}: not updated, since not all articles could be read", path.display()));
        }
    }
    let fails = found.iter().any(|f| f.severity >= fail_on);
    found.retain(|f| f.severity >= shown);
    write(&args, color, found, count, &skipped, fail_on)?;
    Ok(status(&skipped, fails))
}

/// What cannot be read outweighs what was found: a gate that saw half of the articles has not seen them.
fn status(skipped: &[String], fails: bool) -> Status {
    skipped.iter().for_each(|s| complain(s));
    match (skipped.is_empty(), fails) {
        (false, _) => Status::Incomplete,
        (true, true) => Status::Findings,
        (true, false) => Status::Done,
    }
}

fn write(
    args: &Args,
    color: ColorChoice,
    found: Vec<Finding>,
    articles: usize,
    skipped: &[String],
    fail_on: Severity,
) -> Result<()> {
    let target = Target::open(args.output.as_deref())?;
    let terminal = matches!(target, Target::Stdout)
        && std::io::stdout().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
        && std::env::var_os("TERM").is_none_or(|t| t != "dumb");
    let color = match color {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => terminal,
    };
    let report = Report::new(found, articles, skipped.to_vec(), fail_on).paths(repository_paths()).color(color);
    let format = findings::format(&args.format).unwrap_or(&findings::FORMATS[0]);
    let mut out = target.writer()?;
    (format.write)(&report, &mut out)?;
    out.flush()?;
    drop(out);
    target.commit()
}

/// Reports of machines name files from the root of the repository on: what the build server says it is, else where `.git` is.
fn repository_paths() -> Paths {
    let Some(here) = std::env::current_dir().ok().and_then(|d| d.canonicalize().ok()) else { return Paths::default() };
    let named = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"].iter().filter_map(std::env::var_os).map(PathBuf::from);
    let root = named
        .filter_map(|p| p.canonicalize().ok())
        .find(|p| here.starts_with(p))
        .or_else(|| here.ancestors().find(|p| p.join(".git").exists()).map(Path::to_owned));
    let prefix = root.and_then(|r| here.strip_prefix(r).ok().map(input::display)).unwrap_or_default();
    Paths { prefix, here: input::display(&here) }
}

/// The file an article was read from, as given.
fn path_of(article: &Article) -> &Path {
    article.path.as_deref().map_or(Path::new(&article.source), Path::new)
}

/// A path without the `./` that says only where the run began.
fn bare(source: &str) -> &str {
    source.trim_start_matches("./")
}

/// Whether a source (bare) lies in a folder that was named.
fn is_below(source: &str, path: &Path) -> bool {
    let folder = input::display(path);
    let folder = bare(folder.trim_end_matches('/'));
    let inside = matches!(folder, "" | ".") || source.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    path.is_dir() && inside && !source.starts_with("..") && (!source.starts_with('/') || folder.starts_with('/'))
}

/// Reads the record and indexes it.
fn index(paths: &[PathBuf], skipped: &mut Vec<String>) -> Result<Index> {
    let mut builder = Builder::new();
    let mut full = Ok(());
    for found in input::files(paths, &input::Options::default()) {
        match found {
            Ok(file) => input::read_file(&file, &input::Options::default(), &mut |item| match item {
                Item::Article(article) => {
                    if full.is_ok() {
                        full = builder.add(&article.source, &article.body);
                    }
                }
                Item::Problem(problem) => skipped.push(problem.to_string()),
                Item::Skipped => {}
            }),
            Err(problem) => skipped.push(problem.to_string()),
        }
    }
    full.context("--record")?;
    Ok(builder.finish())
}
