//! Articles in and tables out, over the real binary: every format is read back by a reader of its own kind, every input gives the same
//! quotes, bad input is named and the rest goes on.

mod command_line;
mod folder;
mod inputs;
mod outputs;
mod review;

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// What the program answered.
struct Answer {
    out: String,
    err: String,
    code: i32,
}

/// Runs the program in `folder`.
fn run(folder: &Path, args: &[&str]) -> Answer {
    run_with(folder, args, b"")
}

fn run_with(folder: &Path, args: &[&str], stdin: &[u8]) -> Answer {
    let output = raw(folder, args, stdin);
    Answer {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

fn raw(folder: &Path, args: &[&str], stdin: &[u8]) -> Output {
    Command::cargo_bin("whosaid")
        .unwrap()
        .current_dir(folder)
        .env_clear()
        .env("SOURCE_DATE_EPOCH", "1468540800")
        .args(args)
        .write_stdin(stdin)
        .output()
        .unwrap()
}

/// A folder that holds these files and an empty lexicon.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("speakers.toml"), "").unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    folder
}

/// The records of a run, read from JSON lines.
fn records(folder: &Path, args: &[&str]) -> Vec<Value> {
    let answer = run(folder, &[&["extract", "-f", "jsonl"], args].concat());
    assert_eq!((answer.err.as_str(), answer.code), ("", 0), "{args:?}");
    answer.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

/// Two sentences whose quotes and speakers every version finds.
const BERG: &str = "“We are late!” Anna Berg said.";
const LIND: &str = "“Nobody told us!” Otto Lind said.";
/// Text that would run somewhere if it could.
const EVIL: &str = "“</script><img src=x onerror=alert(1)> ]]> \u{1b}[31m\u{9b}0m & <b>so</b>!” Anna Berg said.\n\n“=HYPERLINK(0)!” Otto Lind said.\n";
