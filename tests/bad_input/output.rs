//! Places that cannot be written, disks that are full, pipes that nobody reads.

use insta::assert_snapshot;

use super::{extract, folder, shell};

#[test]
fn a_place_that_cannot_be_written() {
    let folder = folder(&[("file", "")]);
    assert_snapshot!(extract(&folder, &["good.txt", "-o", "none/quotes.csv"]), @r#"
    exit 2

    ---
    whosaid: none/quotes.csv: cannot be written: no such file or directory
    "#);
    assert_snapshot!(extract(&folder, &["good.txt", "-o", "file/quotes.csv"]), @r#"
    exit 2

    ---
    whosaid: file/quotes.csv: cannot be written: not a directory
    "#);
    assert_snapshot!(extract(&folder, &["good.txt", "-f", "csv", "-o", "."]), @r#"
    exit 2

    ---
    whosaid: .: is a folder: name a file in it
    "#);
    assert_snapshot!(extract(&folder, &["good.txt", "-o", "quotes.odt"]), @r#"
    exit 2

    ---
    whosaid: quotes.odt: no format has this ending: use one of .csv .tsv .tab .xlsx .html .htm .jsonl .ndjson .json .md .markdown .jsonld .xml, or say --format
    "#);
}

#[test]
fn the_old_file_stays_when_the_run_fails() {
    let folder = folder(&[("quotes.csv", "old\n"), ("bad.toml", "[[speaker]]\n"), ("wire.jsonl", "{\"id\": 1\n")]);
    for (args, code, new) in [
        (&["good.txt", "--lexicon", "bad.toml"][..], 2, false),
        (&["good.txt", "--corrections", "none.csv"], 2, false),
        (&["good.txt", "--kinds", "quoted"], 2, false),
        // What could be read is written: the old table would be no better.
        (&["good.txt", "wire.jsonl"], 2, true),
        (&["good.txt"], 0, true),
    ] {
        folder.write("quotes.csv", b"old\n");
        let run = folder.run(&[&["extract", "-q", "-o", "quotes.csv"], args].concat());
        assert_eq!((run.code, folder.read("quotes.csv") != "old\n"), (code, new), "{args:?}: {}", run.err);
    }
    let left = std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    assert!(left.into_iter().all(|name| !name.starts_with(".whosaid-")), "a temporary file is left");
}

/// A limit on the size of files stands for a full disk: the temporary file fails in the middle.
#[cfg(target_os = "linux")]
#[test]
fn the_old_file_stays_when_the_disk_is_full() {
    let many: String = (0..1000).map(|n| format!("“We are {n} minutes late!” Anna Berg said.\n\n")).collect();
    let folder = folder(&[("long.txt", &many), ("quotes.csv", "old\n")]);
    let line = "trap '' XFSZ; ulimit -f 64; \"$WHOSAID\" extract long.txt -o quotes.csv";
    assert_snapshot!(shell(&folder, line), @r#"
    exit 2

    ---
    whosaid: quotes.csv: cannot be written: file too large
    "#);
    assert_eq!(folder.read("quotes.csv"), "old\n");
}

#[cfg(target_os = "linux")]
#[test]
fn full_disk() {
    use std::os::unix::fs::FileTypeExt;
    let folder = folder(&[]);
    assert_snapshot!(shell(&folder, "\"$WHOSAID\" extract good.txt > /dev/full"), @r#"
    exit 2

    ---
    whosaid: standard output: cannot be written: no space left on device
    "#);
    assert_snapshot!(shell(&folder, "\"$WHOSAID\" extract good.txt -f csv -o /dev/full"), @r#"
    exit 2

    ---
    whosaid: /dev/full: cannot be written: no space left on device
    "#);
    assert_snapshot!(shell(&folder, "\"$WHOSAID\" extract good.txt -f xlsx > /dev/full"), @r#"
    exit 2

    ---
    whosaid: standard output: cannot be written: no space left on device
    "#);
    assert_snapshot!(shell(&folder, "\"$WHOSAID\" speakers good.txt > /dev/full"), @r#"
    exit 2

    ---
    whosaid: standard output: cannot be written: no space left on device
    "#);
    assert_snapshot!(shell(&folder, "\"$WHOSAID\" check good.txt > /dev/full"), @r#"
    exit 2

    ---
    whosaid: standard output: cannot be written: no space left on device
    "#);
    assert_snapshot!(shell(&folder, "\"$WHOSAID\" rules > /dev/full"), @r#"
    exit 2

    ---
    whosaid: standard output: cannot be written: no space left on device
    "#);
    assert!(std::fs::metadata("/dev/full").unwrap().file_type().is_char_device(), "the device is left alone");
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_written_through() {
    let folder = folder(&[("real.csv", "old\n")]);
    let extract = "\"$WHOSAID\" extract -q good.txt --columns quote,speaker -f csv -o";
    for (place, file) in [("link", "real.csv"), ("dangling", "new.csv"), ("pipe", "piped.csv")] {
        let line = format!(
            "ln -sf real.csv link; ln -sf new.csv dangling; mkfifo pipe 2>/dev/null; \
             if [ {place} = pipe ]; then cat pipe > piped.csv & fi; {extract} {place}; status=$?; wait; exit $status"
        );
        assert_eq!(shell(&folder, &line), "exit 0\n\n---\n", "{place}");
        assert_eq!(folder.read(file), "quote,speaker\r\nWe are late!,Anna Berg\r\n", "{place}");
        let kept = std::fs::symlink_metadata(folder.path().join(place)).unwrap();
        assert!(!kept.is_file(), "{place} was replaced");
    }
}

#[cfg(unix)]
#[test]
fn closed_pipe() {
    let many: String =
        (0..1000).map(|n| format!("“We are {n} minutes late!” Anna Ber{} said.\n\n", "g".repeat(n % 50))).collect();
    let folder = folder(&[("long.txt", &many)]);
    for command in [
        "extract long.txt",
        "extract long.txt -f jsonl",
        "extract long.txt -f html",
        "check long.txt",
        "rules",
        "speakers long.txt",
        "speakers long.txt -f csv",
        "--help",
        "man",
    ] {
        let line = format!("set -o pipefail; \"$WHOSAID\" {command} | head -c 1 > /dev/null");
        let shown = shell(&folder, &line);
        let code = shown.lines().next().unwrap();
        // No complaint and no panic; `check` may have found something before.
        assert!(shown.ends_with("---\n"), "{command}: {shown}");
        assert!(code == "exit 0" || code == "exit 1" && command.starts_with("check"), "{command}: {shown}");
    }
}
