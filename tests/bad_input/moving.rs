//! Runs that are ended early, and files that change, block or lead round in a circle while they are read.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use insta::assert_snapshot;

use super::folder::Folder;
use super::{BERG, extract, folder, shell};

/// So many articles as JSON lines, each with a quote.
fn lines(count: usize) -> Vec<u8> {
    let line = |n: usize| format!("{{\"id\": \"{n}\", \"text\": \"“We are {n} minutes late!” Anna Berg said.\"}}\n");
    (0..count).map(line).collect::<String>().into_bytes()
}

/// A run in the folder that reads JSON lines from its standard input.
fn start(folder: &Folder, args: &[&str]) -> Child {
    Command::new(assert_cmd::cargo::cargo_bin("whosaid"))
        .args(["extract", "-q", "--input-format", "jsonl", "--columns", "quote"])
        .args(args)
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs")
}

#[test]
fn a_run_that_is_killed_leaves_the_old_file_or_the_whole_new_one() {
    let folder = folder(&[]);
    let articles = lines(3000);
    let run = |until: usize, kill: bool| {
        folder.write("quotes.csv", b"old\n");
        let mut child = start(&folder, &["-o", "quotes.csv"]);
        let mut input = child.stdin.take().expect("standard input is piped");
        input.write_all(&articles[..until]).expect("the program reads");
        if kill && until < articles.len() {
            child.kill().expect("the program can be killed");
        }
        drop(input);
        if kill {
            child.kill().expect("the program can be killed");
        }
        child.wait().expect("the program ends");
        folder.read("quotes.csv")
    };
    let whole = run(articles.len(), false);
    assert_eq!(whole.lines().count(), 3001);
    for until in [0, 1, 100, articles.len() / 3, articles.len() - 1] {
        assert_eq!(run(until, true), "old\n", "killed at byte {until}");
    }
    // At the end of the input either may be.
    for _ in 0..5 {
        let left = run(articles.len(), true);
        assert!(left == "old\n" || left == whole, "{} bytes of {}", left.len(), whole.len());
    }
}

#[test]
fn quotes_are_written_before_the_input_ends() {
    let folder = folder(&[]);
    for threads in ["1", "2"] {
        let mut child = start(&folder, &["-f", "csv", "-j", threads]);
        let mut input = child.stdin.take().expect("standard input is piped");
        let feeder = std::thread::spawn(move || {
            input.write_all(&lines(8000)).expect("the program reads");
            input
        });
        let mut output = BufReader::new(child.stdout.take().expect("standard output is piped")).lines();
        let first: Vec<String> = output.by_ref().take(2).map(|l| l.expect("text comes out")).collect();
        assert_eq!(first, ["quote", "We are 0 minutes late!"]);
        let rest = std::thread::spawn(move || output.count());
        drop(feeder.join().expect("the input is written"));
        assert_eq!(rest.join().expect("the output is read"), 7999);
        assert!(child.wait().expect("the program ends").success());
    }
}

#[test]
fn a_file_that_is_still_being_written() {
    let half = format!("{}{}", String::from_utf8(lines(2)).unwrap(), "{\"id\": \"2\", \"text\": \"“We are la");
    assert_snapshot!(extract(&folder(&[("wire.jsonl", &half)]), &["wire.jsonl", "good.txt"]), @r"
    exit 2
    We are 0 minutes late!,Anna Berg
    We are 1 minutes late!,Anna Berg
    We are late!,Anna Berg
    ---
    whosaid: wire.jsonl:3: is no JSON: EOF while parsing a string at column 33
    ");
    let torn = "“We are late!” Anna Berg said.\n“We were ne";
    assert!(extract(&folder(&[("good.txt", torn)]), &["good.txt"]).starts_with("exit 0\nWe are late!,Anna Berg\n"));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_read_to_its_end() {
    let folder = folder(&[]);
    let line = "mkfifo news.txt; (cat good.txt; sleep 0.1; cat good.txt) > news.txt & \
                \"$WHOSAID\" extract news.txt --columns quote,speaker; status=$?; wait; exit $status";
    assert_snapshot!(shell(&folder, line), @r"
    exit 0
    quote,speaker
    We are late!,Anna Berg
    We are late!,Anna Berg
    ---
    ");
}

#[cfg(unix)]
#[test]
fn links_that_lead_round_in_a_circle() {
    let folder = folder(&[("news/a.txt", BERG)]);
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, folder.path().join(name)).unwrap();
    link(".", "news/here");
    link("../news", "news/again");
    link("two.txt", "one.txt");
    link("one.txt", "two.txt");
    assert_snapshot!(extract(&folder, &["news", "one.txt", "good.txt"]), @r"
    exit 2
    We are late!,Anna Berg
    We are late!,Anna Berg
    ---
    whosaid: one.txt: cannot be read: too many levels of symbolic links
    ");
}

/// The first file is a pipe, so that the run is known to wait there while the right to read the second one goes.
#[cfg(unix)]
#[test]
fn the_right_to_read_is_taken_away_midway() {
    let folder = folder(&[("secret.txt", BERG)]);
    let line = "mkfifo first.txt; \"$WHOSAID\" extract first.txt secret.txt good.txt --columns quote,speaker & \
                exec 3> first.txt; chmod 000 secret.txt; test -r secret.txt && echo skipped >&2; \
                cat good.txt >&3; exec 3>&-; wait $!";
    let shown = shell(&folder, line);
    if shown.contains("skipped") {
        eprintln!("skipped: this user can read everything");
        return;
    }
    assert_snapshot!(shown, @r"
    exit 2
    quote,speaker
    We are late!,Anna Berg
    We are late!,Anna Berg
    ---
    whosaid: secret.txt: cannot be read: permission denied
    ");
}
