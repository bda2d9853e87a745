//! The `whosaid` program: a thin shell over the library. Everything that prints, exits or reads the clock is in `cli`.

// What a user supplies is never unwrapped.
#![cfg_attr(not(test), deny(clippy::unwrap_used))]

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
