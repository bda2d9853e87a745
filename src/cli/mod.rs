//! The command line: arguments, messages, exit codes. One file a command, one line a command in [`Command`] and its dispatch.

mod check;
mod extract;
mod files;
mod lexicon;
mod pipeline;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Who said what, in which words, in which role, and where did we read it?
#[derive(Parser)]
#[command(name = "whosaid", version, about, max_term_width = 100, arg_required_else_help = true, after_help = AFTER_HELP)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Start here:
  whosaid extract article.txt              the quotes of an article as CSV
  whosaid extract articles/ -o quotes.csv  the quotes of a folder in a file
  whosaid check articles/                  what an editor should look at

Exit status: 0 done, 1 findings, 2 something could not be read or written.";

#[derive(Subcommand)]
enum Command {
    Extract(extract::Args),
    Check(check::Args),
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
    let cli = Cli::parse();
    let status = match cli.command {
        Command::Extract(args) => extract::run(args),
        Command::Check(args) => check::run(args),
    };
    match status {
        Ok(Status::Done) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Ok(Status::Incomplete) => ExitCode::from(2),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Whether the reader of our output went away: `whosaid … | head` is no error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|e| e.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe))
}

/// Prints a line on standard error, with control characters made visible: the text may come from an article.
fn complain(message: &str) {
    let inert: String =
        message.chars().map(|c| if c.is_control() && c != '\n' && c != '\t' { '\u{fffd}' } else { c }).collect();
    eprintln!("whosaid: {inert}");
}
