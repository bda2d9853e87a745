//! `whosaid extract`: articles to a table of quotes.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use whosaid::output::{self, Column, Dialect, Format, Open, Sink};
use whosaid::review::{Applied, Review};
use whosaid::{Extractor, Flag, Kind, Options, Record};

use super::files::{FolderTarget, Target};
use super::inputs::Inputs;
use super::pipeline::{self, Outcome};
use super::progress::Progress;
use super::report::{Summary, complain, count, note};
use super::{Status, lexicon, now};

/// Write the quotes of articles as a table: who said what, in which role, and where
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,

    /// Write to FILE instead of standard output; its ending picks the format
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,

    /// Format of the output [default: by the ending of -o, else csv]
    #[arg(short, long, value_name = "FORMAT", value_parser = format_parser(), hide_possible_values = true, help_heading = "Output", long_help = format_help())]
    format: Option<String>,

    /// Columns of the table and their order, as in quote,speaker,source
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = column, help_heading = "Output", long_help = columns_help())]
    columns: Vec<&'static Column>,

    /// Add an empty column review, for a person to decide on each row
    #[arg(long, help_heading = "Output")]
    review: bool,

    /// CSV for a double click in Excel: byte-order mark, and the separators of its locale
    #[arg(long, value_name = "SEPARATOR", num_args = 0..=1, require_equals = true, default_missing_value = "auto", help_heading = "Output")]
    excel: Option<Excel>,

    /// Leave cells as they are, even where a spreadsheet would run them as a formula
    #[arg(long, help_heading = "Output")]
    raw: bool,

    /// Only quotes of these kinds: direct, mixed, indirect
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = kind, help_heading = "Which quotes")]
    kinds: Vec<Kind>,

    /// Only quotes whose rule is right at least this often, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share, help_heading = "Which quotes")]
    min_confidence: f32,

    /// Count beliefs (he thinks, she wants) as indirect speech too
    #[arg(long, help_heading = "Which quotes")]
    beliefs: bool,

    /// Show words in marks that nobody is quoted as saying, too: flag not_speech, the sign as rule
    #[arg(long, help_heading = "Which quotes")]
    include_unattributed: bool,

    /// Apply the decisions of a reviewed table (CSV or XLSX with the columns id and review)
    #[arg(long, value_name = "FILE", help_heading = "Which quotes")]
    corrections: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  whosaid extract article.txt                        the quotes of an article as CSV
  whosaid extract articles/ -o quotes.xlsx           a workbook to read, filter and review
  whosaid extract articles/ -o report.html           a page with the quotes marked in the articles
  whosaid extract news.jsonl.gz --text-field body    articles in the field \"body\"
  curl -s https://… | whosaid extract -f jsonl       a page, as JSON lines
  whosaid extract articles/ --corrections reviewed.xlsx -o quotes.csv";

/// The separator that Excel expects.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Excel {
    /// By the locale of this machine
    Auto,
    /// Where numbers are written 0.5
    Comma,
    /// Where numbers are written 0,5
    Semicolon,
}

impl Excel {
    fn dialect(self) -> Dialect {
        match self {
            Excel::Comma => Dialect::ExcelComma,
            Excel::Semicolon => Dialect::ExcelSemicolon,
            Excel::Auto => {
                let set = ["LC_ALL", "LC_NUMERIC", "LANG"]
                    .iter()
                    .find_map(|n| std::env::var(n).ok().filter(|v| !v.is_empty()));
                if set.is_some_and(|l| has_decimal_comma(&l)) { Dialect::ExcelSemicolon } else { Dialect::ExcelComma }
            }
        }
    }
}

/// Whether numbers are written 0,5 in a locale such as `de_DE.UTF-8`.
fn has_decimal_comma(locale: &str) -> bool {
    let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
    let country = locale.get(language.len() + 1..language.len() + 3).unwrap_or_default().to_ascii_uppercase();
    const COMMA: &[&str] = &[
        "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl", "hr", "hu",
        "hy", "id", "is", "it", "ka", "kk", "ky", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru",
        "sk", "sl", "sq", "sr", "sv", "tr", "uk", "uz", "vi",
    ];
    let is_point = matches!(
        (language.as_str(), country.as_str()),
        ("de" | "fr" | "it", "CH") | ("es", "MX" | "US" | "GT" | "PA" | "PE")
    );
    COMMA.contains(&language.as_str()) && !is_point
}

fn format_parser() -> clap::builder::PossibleValuesParser {
    output::FORMATS.iter().map(|f| clap::builder::PossibleValue::new(f.id).help(f.about)).collect::<Vec<_>>().into()
}

fn format_help() -> String {
    let formats: String = output::FORMATS.iter().map(|f| format!("\n- {}: {}", f.id, f.about)).collect();
    format!("Format of the output [default: by the ending of -o, else csv]\n\nFormats:{formats}")
}

fn columns_help() -> String {
    let names = |columns: &[Column]| columns.iter().map(|c| c.name).collect::<Vec<_>>().join(", ");
    format!(
        "Columns of the table and their order, as in quote,speaker,source\n\nColumns: {}\n\nOn request also: {}",
        names(output::COLUMNS),
        names(output::EXTRA)
    )
}

fn column(name: &str) -> Result<&'static Column, String> {
    let known = || output::COLUMNS.iter().chain(output::EXTRA).map(|c| c.name).collect::<Vec<_>>().join(", ");
    output::column(name.trim()).ok_or_else(|| format!("no column is called {name:?}; the columns are {}", known()))
}

fn kind(name: &str) -> Result<Kind, String> {
    output::kinds(name).map(|k| k[0]).map_err(|word| format!("{word:?} is none of direct, mixed, indirect"))
}

fn share(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|s| (0.0..=1.0).contains(s)).ok_or_else(|| format!("{text:?} is no number from 0 to 1"))
}

/// Where the records go and how they are written.
enum Goal {
    File(Target),
    Folder(FolderTarget),
}

/// Runs the command.
pub(super) fn run(args: Args, quiet: bool) -> Result<Status> {
    let input = args.inputs.options()?;
    let (lexicon, lexicon_name) = lexicon::load_named(args.inputs.lexicon.as_deref())?;
    let mut status = Status::Done;
    let review = match &args.corrections {
        Some(path) => {
            let (review, problems) = read_review(path)?;
            for problem in problems {
                complain(&problem.to_string());
                status = Status::Incomplete;
            }
            Some(review)
        }
        None => None,
    };
    let extractor =
        Extractor::with_options(lexicon, Options { beliefs: args.beliefs, unattributed: args.include_unattributed });
    let file = args.output.as_deref().filter(|p| p.as_os_str() != "-");
    let format = format(&args, file)?;
    if args.excel.is_some() && format.id != "csv" {
        anyhow::bail!("--excel is for CSV, not for {}: leave it out, or say -f csv", format.id);
    }
    let options = output_options(&args, file, &lexicon_name)?;
    let goal = match (format.open, file) {
        (Open::Folder(_), None) => {
            anyhow::bail!("{} writes several files: name a folder for them with -o FOLDER", format.id)
        }
        (Open::Folder(_), Some(path)) => Goal::Folder(FolderTarget::open(path)?),
        (Open::Stream(_), _) => Goal::File(Target::open(file)?),
    };
    if format.binary && file.is_none() && std::io::IsTerminal::is_terminal(&std::io::stdout()) {
        anyhow::bail!("{} is no text for a terminal: name a file with -o FILE", format.id);
    }
    let mut sink: Box<dyn Sink + Send + '_> = match (format.open, &goal) {
        (Open::Stream(open), Goal::File(target)) => open(target.writer()?, &options)?,
        (Open::Folder(open), Goal::Folder(target)) => open(target.writer(), &options)?,
        _ => unreachable!("the goal was made for the format"),
    };

    let keep = |r: &Record| {
        let reviewed = r.flags.contains(&Flag::Reviewed);
        (args.kinds.is_empty() || args.kinds.contains(&r.kind))
            && (r.confidence >= args.min_confidence || reviewed || r.flags.contains(&Flag::NotSpeech))
    };
    let mut summary = Summary::new();
    let mut round = Round::new(review.as_ref());
    let progress = Progress::watched(quiet, file.is_none());
    pipeline::run(
        &args.inputs.paths,
        &input,
        &progress,
        |article| {
            let mut records = extractor.extract(article);
            let applied =
                review.as_ref().map(|r| r.apply(article, &mut records, extractor.lexicon())).unwrap_or_default();
            records.retain(keep);
            (records, applied)
        },
        |outcome| -> Result<()> {
            match outcome {
                Outcome::Done(article, (records, applied)) => {
                    summary.read(&article);
                    summary.tally.add(&records);
                    round.seen(&article.source, &applied);
                    progress.found(records.len());
                    sink.article(&article, &records)?;
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
    sink.finish()?;
    progress.finish();
    match goal {
        Goal::File(target) => target.commit()?,
        Goal::Folder(target) => target.commit()?,
    }
    if !quiet {
        round.report();
    }
    summary.print(quiet, file.is_some());
    Ok(status)
}

/// Reads a reviewed table, with the rows that cannot be used.
pub(super) fn read_review(path: &Path) -> Result<(Review, Vec<whosaid::input::Problem>)> {
    let name = whosaid::input::display(path);
    let bytes = std::fs::read(path)
        .map_err(|e| anyhow::anyhow!("{name}: cannot be read: {}", whosaid::input::plain_error(&e)))?;
    Review::read(&name, bytes).map_err(|problem| anyhow::anyhow!("{problem}"))
}

fn format(args: &Args, file: Option<&Path>) -> Result<&'static Format> {
    if let Some(id) = &args.format {
        return Ok(output::format(id).unwrap_or(&output::FORMATS[0]));
    }
    let Some(path) = file else { return Ok(&output::FORMATS[0]) };
    output::format_of(path).ok_or_else(|| {
        if cfg!(not(feature = "parquet")) && path.extension().is_some_and(|e| e.eq_ignore_ascii_case("parquet")) {
            let build = "cannot be written by this build: build whosaid with the feature \"parquet\"";
            return anyhow::anyhow!("{}: {build}", path.display());
        }
        let known: Vec<_> = output::FORMATS.iter().flat_map(|f| f.endings).map(|e| format!(".{e}")).collect();
        anyhow::anyhow!(
            "{}: no format has this ending: use one of {}, or say --format",
            path.display(),
            known.join(" ")
        )
    })
}

fn output_options(args: &Args, file: Option<&Path>, lexicon: &str) -> Result<output::Options> {
    let current = std::env::current_dir().context("the current folder is gone")?;
    let links = file.map(|path| output::Base {
        output: current.join(path).parent().map(Path::to_owned).unwrap_or_default(),
        current: current.clone(),
    });
    let mut columns = args.columns.clone();
    if args.review && columns.is_empty() {
        // Beside what a reviewer corrects.
        columns = output::COLUMNS.iter().collect();
        columns.splice(5..5, output::column("review"));
    } else if args.review && !columns.iter().any(|c| c.name == "review") {
        columns.extend(output::column("review"));
    }
    let mut about = vec![
        ("program".to_owned(), format!("whosaid {}", env!("CARGO_PKG_VERSION"))),
        ("lexicon".to_owned(), lexicon.to_owned()),
        ("command".to_owned(), command_line()),
    ];
    if let Some(path) = &args.corrections {
        about.push(("corrections".to_owned(), whosaid::input::display(path)));
    }
    if let Some(time) = now() {
        about.push(("made".to_owned(), time));
    }
    let dialect = args.excel.map(Excel::dialect).unwrap_or_default();
    Ok(output::Options { columns, raw: args.raw, dialect, about, links })
}

/// The command as it could be typed again.
fn command_line() -> String {
    let quoted = |arg: String| {
        let plain = |c: char| c.is_alphanumeric() || "-_./=,:+%@".contains(c);
        if !arg.is_empty() && arg.chars().all(plain) { arg } else { format!("'{}'", arg.replace('\'', "'\\''")) }
    };
    let args = std::env::args_os().skip(1).map(|a| quoted(a.to_string_lossy().into_owned()));
    std::iter::once("whosaid".to_owned()).chain(args).collect::<Vec<_>>().join(" ")
}

/// What came of a reviewer's decisions.
struct Round<'a> {
    review: Option<&'a Review>,
    used: HashSet<usize>,
    undecided: HashSet<usize>,
    sources: HashSet<String>,
}

impl<'a> Round<'a> {
    fn new(review: Option<&'a Review>) -> Self {
        Round { review, used: HashSet::new(), undecided: HashSet::new(), sources: HashSet::new() }
    }

    fn seen(&mut self, source: &str, applied: &[Applied]) {
        if self.review.is_none() {
            return;
        }
        self.sources.insert(source.to_owned());
        for one in applied {
            match one {
                Applied::Done(row) => self.used.insert(*row),
                Applied::Undecided(row) => self.undecided.insert(*row),
            };
        }
    }

    /// Says which decisions no longer apply.
    fn report(&self) {
        let Some(review) = self.review else { return };
        let decided = || review.rows.iter().enumerate().filter(|(_, r)| r.verdict.is_some());
        let left: Vec<_> = decided().filter(|(i, _)| !self.used.contains(i)).map(|(_, r)| r).collect();
        // A table without a source column says nothing of where its rows are from.
        let here = |r: &&&whosaid::review::Row| r.cell("source").is_none_or(|s| self.sources.contains(s));
        let gone: Vec<_> = left.iter().filter(here).collect();
        for row in gone.iter().take(20) {
            let words: String = row.cell("quote").unwrap_or_default().chars().take(60).collect();
            let place = row.cell("source").unwrap_or("the articles read");
            note(&format!(
                "{}:{}: no longer applies: {place} has no quote {} ({words})",
                review.file, row.number, row.id
            ));
        }
        if gone.len() > 20 {
            note(&format!("{}: {} more decisions no longer apply", review.file, gone.len() - 20));
        }
        let elsewhere = left.len() - gone.len();
        if elsewhere > 0 {
            note(&format!(
                "{}: {} for articles that were not read",
                review.file,
                count(elsewhere, "decision is", "decisions are")
            ));
        }
        if !self.undecided.is_empty() {
            let rows = count(self.undecided.len(), "row differs", "rows differ");
            note(&format!(
                "{}: {rows} from what is found, without a decision in the column review: not applied",
                review.file
            ));
        }
        let applied = count(self.used.len(), "decision", "decisions");
        note(&format!("{}: {applied} applied", review.file));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales() {
        for (locale, want) in [
            ("de_DE.UTF-8", true),
            ("de_CH.UTF-8", false),
            ("en_US.UTF-8", false),
            ("C", false),
            ("fr", true),
            ("es_MX", false),
        ] {
            assert_eq!(has_decimal_comma(locale), want, "{locale}");
        }
    }
}
