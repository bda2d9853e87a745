//! `whosaid completions` and `whosaid man`: what a shell and a reader of manuals want, made from the arguments themselves.

use std::io::Write;

use anyhow::Result;
use clap::CommandFactory;

use super::{Cli, Status};

/// Print a script that completes whosaid's arguments in a shell
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  whosaid completions bash > ~/.local/share/bash-completion/completions/whosaid
  whosaid completions zsh > ~/.zfunc/_whosaid
  whosaid completions fish > ~/.config/fish/completions/whosaid.fish")]
pub(super) struct Completions {
    /// The shell
    shell: clap_complete::Shell,
}

/// Print the manual page
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  whosaid man | man -l -                                  read it
  whosaid man extract > /usr/local/share/man/man1/whosaid-extract.1")]
pub(super) struct Man {
    /// The page of a command; none for that of whosaid
    command: Option<String>,
}

/// Prints completions.
pub(super) fn completions(args: Completions) -> Result<Status> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "whosaid", &mut script);
    print(&script)
}

/// Prints a manual page.
pub(super) fn man(args: Man) -> Result<Status> {
    let mut cli = Cli::command().disable_help_subcommand(true);
    cli.build();
    let mut page = Vec::new();
    let command = match &args.command {
        None => cli,
        Some(name) => match cli.find_subcommand(name) {
            Some(command) => command.clone(),
            None => anyhow::bail!("there is no command {name:?}: whosaid --help lists them"),
        },
    };
    clap_mangen::Man::new(command).render(&mut page)?;
    print(&page)
}

fn print(bytes: &[u8]) -> Result<Status> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(Status::Done)
}
