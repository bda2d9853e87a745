//! What goes wrong where others' files and disks are: every case over the real binary, with standard error and exit status as a person
//! sees them. `cargo insta review` shows what changed.

mod content;
#[path = "../support/folder.rs"]
mod folder;
mod lexicon;
mod moving;
mod output;
mod paths;

use std::process::{Command, Stdio};

use folder::{Folder, Run};

/// A sentence whose quote and speaker every version finds.
const BERG: &str = "“We are late!” Anna Berg said.\n";

/// A folder with a good article, no speakers, and these files.
fn folder(files: &[(&str, &str)]) -> Folder {
    let folder = Folder::new(&[("speakers.toml", ""), ("good.txt", BERG)]);
    files.iter().for_each(|(name, text)| folder.write(name, text.as_bytes()));
    folder
}

/// Exit status, quotes and messages of `whosaid extract`.
fn extract(folder: &Folder, args: &[&str]) -> String {
    let all = [&["extract", "--columns", "quote,speaker"], args].concat();
    shown(&folder.run(&all))
}

fn shown(run: &Run) -> String {
    let rows: Vec<&str> = run.out.lines().skip(1).collect();
    format!("exit {}\n{}\n---\n{}", run.code, rows.join("\n"), run.err)
}

/// Runs a line of shell in the folder with the program on the path; its output as [`extract`] shows it.
fn shell(folder: &Folder, line: &str) -> String {
    let program = assert_cmd::cargo::cargo_bin("whosaid");
    let output = Command::new("bash")
        .args(["-c", line])
        .current_dir(folder.path())
        .env("WHOSAID", program)
        .stdin(Stdio::null())
        .output()
        .expect("bash runs");
    shown(&Run {
        code: output.status.code().expect("no signal"),
        out: format!("\n{}", String::from_utf8_lossy(&output.stdout)),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    })
}
