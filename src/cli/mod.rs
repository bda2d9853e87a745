//! The command line: arguments, messages, exit codes. One file a command, one line a command in [`Command`] and its dispatch.

mod check;
mod eval;
mod explain;
mod extract;
mod faults;
mod files;
mod inputs;
mod lexicon;
mod pipeline;
mod progress;
mod report;
mod rules;
mod shell;
mod speakers;

use std::io::ErrorKind;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand};

/// Who said what, in which words, in which role, and where did we read it?
#[derive(Parser)]
#[command(name = "whosaid", version, about, max_term_width = 100, arg_required_else_help = true, after_help = AFTER_HELP)]
struct Cli {
    #[command(subcommand)]
    command: Command,

    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Messages")]
    color: ColorChoice,

    /// Print no summary, no notes and no progress bar
    #[arg(short, long, global = true, help_heading = "Messages")]
    quiet: bool,
}

const AFTER_HELP: &str = "\
Start here:
  whosaid extract article.txt               the quotes of an article as CSV
  whosaid extract articles/ -o quotes.xlsx  the quotes of a folder in a workbook
  whosaid extract articles/ -o report.html  the articles with the quotes marked, to read in a browser
  whosaid check articles/                   what an editor should look at
  whosaid extract --help                    all formats and options, with examples

Exit status: 0 done, 1 findings, 2 something could not be read or written.";

#[derive(Subcommand)]
enum Command {
    Extract(extract::Args),
    Check(check::Args),
    Eval(eval::Args),
    Explain(explain::Args),
    Speakers(speakers::Args),
    Rules(rules::Args),
    Completions(shell::Completions),
    Man(shell::Man),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// All done.
    Done,
    /// All done, and there is something to mend.
    Findings,
    /// Something could not be done; the rest was.
    Incomplete,
}

/// Runs the program.
pub fn main() -> ExitCode {
    let choice = color_choice(std::env::args_os().filter_map(|a| a.into_string().ok()));
    match choice {
        ColorChoice::Always => anstream::ColorChoice::AlwaysAnsi.write_global(),
        ColorChoice::Never => anstream::ColorChoice::Never.write_global(),
        ColorChoice::Auto => {}
    }
    let matches = Cli::command().color(choice).get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|e| e.exit());
    let status = match cli.command {
        Command::Check(args) => check::run(args, choice, cli.quiet),
        Command::Extract(args) => extract::run(args, cli.quiet),
        Command::Eval(args) => eval::run(args, cli.quiet),
        Command::Explain(args) => explain::run(args, cli.quiet),
        Command::Speakers(args) => speakers::run(args, cli.quiet),
        Command::Rules(args) => rules::run(args),
        Command::Completions(args) => shell::completions(args),
        Command::Man(args) => shell::man(args),
    };
    match status {
        Ok(Status::Done) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Ok(Status::Incomplete) => ExitCode::from(2),
        Err(error) => {
            match io_error(&error) {
                // The reader of our output went away, as in `whosaid … | head`.
                Some(e) if e.kind() == ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
                Some(e) if files::is_named(e) => report::complain(&e.to_string()),
                // Only what writes to standard output leaves an error of the system as it is.
                Some(e) if e.raw_os_error().is_some() => report::complain(&files::cannot_write(files::STDOUT, e)),
                _ => report::complain(&format!("{error:#}")),
            }
            ExitCode::from(2)
        }
    }
}

/// The error of input or output that stopped a command: the innermost, since libraries between wrap it, and `csv` without a source.
fn io_error(error: &anyhow::Error) -> Option<&std::io::Error> {
    let wrapped = error.chain().find_map(|e| {
        let outer = e.downcast_ref::<std::io::Error>();
        let csv: Option<&csv::Error> = outer.map_or_else(|| e.downcast_ref(), |e| e.get_ref()?.downcast_ref());
        match csv.map(csv::Error::kind) {
            Some(csv::ErrorKind::Io(e)) => Some(e),
            _ => None,
        }
    });
    wrapped.or_else(|| error.chain().filter_map(|e| e.downcast_ref()).last())
}

/// What `--color` says, read before the arguments are parsed: messages about wrong arguments have colours too.
fn color_choice(mut args: impl Iterator<Item = String>) -> ColorChoice {
    let mut choice = ColorChoice::Auto;
    while let Some(arg) = args.next() {
        let word = match arg.strip_prefix("--color") {
            Some("") => args.next(),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None if arg == "--" => break,
            None => continue,
        };
        choice = word.and_then(|w| w.parse().ok()).unwrap_or(choice);
    }
    choice
}

/// The time of this run in UTC, as `2016-07-15 08:30 UTC`; `SOURCE_DATE_EPOCH` sets another, so that builds can be repeated.
fn now() -> Option<String> {
    let set = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|s| s.parse().ok());
    let seconds =
        set.or_else(|| SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).as_ref().map(Duration::as_secs).ok())?;
    let date = whosaid::input::parse_date(&format!("{seconds:010}"))?;
    Some(format!("{date} {:02}:{:02} UTC", seconds / 3600 % 24, seconds / 60 % 60))
}
