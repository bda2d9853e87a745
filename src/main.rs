//! The `whosaid` program: a thin shell over the library. Everything that prints, exits or reads the clock is in `cli`.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
