//! `whosaid extract`: articles to a table of quotes.

use std::path::PathBuf;

use anyhow::Result;
use whosaid::output::{self, Column};
use whosaid::{Extractor, Kind, Options, input};

use super::files::Target;
use super::pipeline::{self, Outcome};
use super::{Status, complain, lexicon};

/// Write the quotes of articles as a table: who said what, in which role, and where
#[derive(clap::Args)]
pub(super) struct Args {
    /// Articles, or folders of them; none or - reads standard input
    paths: Vec<PathBuf>,

    /// Write to FILE instead of standard output; its ending picks the format
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,

    /// Format of the output
    #[arg(short, long, value_name = "FORMAT", value_parser = format_parser(), help_heading = "Output")]
    format: Option<String>,

    /// Columns of the table and their order, as in quote,speaker,source
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = column, help_heading = "Output")]
    columns: Vec<&'static Column>,

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

    /// Speakers and cues [default: the nearest speakers.toml upwards, else the one built in]
    #[arg(long, value_name = "FILE", help_heading = "Input")]
    lexicon: Option<PathBuf>,

    /// Format of the input [default: by the file's ending]
    #[arg(long, value_name = "FORMAT", value_parser = input_format_parser(), help_heading = "Input")]
    input_format: Option<String>,

    /// Number of threads [default: one a core]
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024), help_heading = "Input")]
    threads: Option<u16>,
}

fn format_parser() -> clap::builder::PossibleValuesParser {
    output::FORMATS.iter().map(|f| clap::builder::PossibleValue::new(f.id).help(f.about)).collect::<Vec<_>>().into()
}

fn input_format_parser() -> clap::builder::PossibleValuesParser {
    input::FORMATS.iter().map(|f| clap::builder::PossibleValue::new(f.id).help(f.about)).collect::<Vec<_>>().into()
}

fn column(name: &str) -> Result<&'static Column, String> {
    let known = || output::COLUMNS.iter().map(|c| c.name).collect::<Vec<_>>().join(", ");
    output::column(name.trim()).ok_or_else(|| format!("no column is called {name:?}; the columns are {}", known()))
}

fn kind(name: &str) -> Result<Kind, String> {
    output::kinds(name).map(|k| k[0]).map_err(|word| format!("{word:?} is none of direct, mixed, indirect"))
}

fn share(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|s| (0.0..=1.0).contains(s)).ok_or_else(|| format!("{text:?} is no number from 0 to 1"))
}

/// Runs the command.
pub(super) fn run(args: Args) -> Result<Status> {
    if let Some(threads) = args.threads {
        rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global()?;
    }
    let lexicon = lexicon::load(args.lexicon.as_deref())?;
    let extractor = Extractor::with_options(lexicon, Options { beliefs: args.beliefs });
    let input = input::Options { format: args.input_format.as_deref().and_then(input::format) };

    let format = match (&args.format, &args.output) {
        (Some(id), _) => output::format(id).unwrap_or(&output::FORMATS[0]),
        (None, Some(path)) if path.as_os_str() != "-" => output::format_of(path).ok_or_else(|| {
            let known: Vec<_> = output::FORMATS.iter().flat_map(|f| f.endings).map(|e| format!(".{e}")).collect();
            anyhow::anyhow!(
                "{}: no format has this ending: use one of {}, or say --format",
                path.display(),
                known.join(" ")
            )
        })?,
        _ => &output::FORMATS[0],
    };
    let target = Target::open(args.output.as_deref())?;
    let mut sink = (format.open)(target.writer()?, &output::Options { columns: args.columns, raw: args.raw })?;
    let mut status = Status::Done;
    let keep = |kind: Kind, confidence: f32| {
        (args.kinds.is_empty() || args.kinds.contains(&kind)) && confidence >= args.min_confidence
    };

    pipeline::run(
        &args.paths,
        &input,
        |article| {
            let mut records = extractor.extract(article);
            records.retain(|r| keep(r.kind, r.confidence));
            records
        },
        |outcome| -> Result<()> {
            match outcome {
                Outcome::Done(article, records) => sink.article(&article, &records)?,
                Outcome::Problem(problem) => {
                    complain(&problem.to_string());
                    status = Status::Incomplete;
                }
            }
            Ok(())
        },
    )?;
    sink.finish()?;
    target.commit()?;
    Ok(status)
}
