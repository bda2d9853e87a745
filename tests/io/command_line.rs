//! The command line as a person meets it.

use super::{BERG, LIND, folder, run, run_with};

#[test]
fn without_arguments_it_says_what_to_do() {
    let folder = folder(&[]);
    let answer = run(folder.path(), &[]);
    assert_eq!(answer.code, 2);
    for want in ["Start here:", "whosaid extract article.txt", "Exit status:"] {
        assert!(answer.err.contains(want), "{}", answer.err);
    }
}

#[test]
fn help_has_examples_and_every_format() {
    let folder = folder(&[]);
    let help = run(folder.path(), &["extract", "--help"]).out;
    for want in ["Examples:", "Which quotes:", "- xlsx: ", "- warc: ", "- brat: ", "On request also: review, link"] {
        assert!(help.contains(want), "{want}: {help}");
    }
}

#[test]
fn colours_are_for_terminals_and_those_who_ask() {
    let folder = folder(&[("bad.jsonl", b"{\n")]);
    for (args, coloured) in [
        (&["extract", "bad.jsonl"][..], false),
        (&["extract", "bad.jsonl", "--color", "always"], true),
        (&["--color=always", "extract", "bad.jsonl"], true),
        (&["extract", "bad.jsonl", "--color", "never"], false),
    ] {
        let answer = run(folder.path(), args);
        assert_eq!(answer.err.contains('\u{1b}'), coloured, "{args:?}");
        assert_eq!(answer.code, 2);
    }
    let usage = run(folder.path(), &["--color=always", "extract", "--colums"]);
    assert!(usage.err.contains('\u{1b}'), "{}", usage.err);
}

#[test]
fn the_summary_is_for_files_and_can_be_silenced() {
    let folder = folder(&[("a.txt", format!("{BERG}\n\n{LIND}\n").as_bytes())]);
    let answer = run(folder.path(), &["extract", "a.txt", "-o", "q.csv"]);
    let (counts, seconds) = answer.err.rsplit_once(", ").unwrap();
    assert_eq!(counts, "whosaid: 1 article, 2 quotes, 2 speakers, 0 unattributed");
    assert!(seconds.trim_end().trim_end_matches(" s").parse::<f64>().is_ok());
    assert_eq!(run(folder.path(), &["extract", "a.txt", "-o", "q.csv", "--quiet"]).err, "");
    assert_eq!(run(folder.path(), &["extract", "a.txt"]).err, "");
}

#[test]
fn speakers_are_listed() {
    let folder = folder(&[("a.txt", format!("{BERG}\n\n{LIND}\n").as_bytes()), ("b.txt", BERG.as_bytes())]);
    let text = run(folder.path(), &["speakers", "."]).out;
    assert_eq!(
        text,
        "quotes  articles    speaker    stated roles\n     2         2    Anna Berg\n     1         1    Otto Lind\n"
    );
    let csv = run(folder.path(), &["speakers", ".", "-f", "csv", "--min", "2"]).out;
    assert_eq!(
        csv,
        "speaker,role,quotes,direct,mixed,indirect,articles,speaker_id,stated_roles\r\nAnna Berg,,2,2,0,0,2,,\r\n"
    );
    let json = run(folder.path(), &["speakers", ".", "-f", "jsonl"]).out;
    let first: serde_json::Value = serde_json::from_str(json.lines().next().unwrap()).unwrap();
    assert_eq!((&first["speaker"], &first["quotes"], &first["articles"]), (&"Anna Berg".into(), &2.into(), &2.into()));
}

#[test]
fn rules_completions_and_manual() {
    let folder = folder(&[]);
    let rules = run(folder.path(), &["rules"]).out;
    assert!(rules.contains("right in ") && rules.contains("→ "), "{rules}");
    assert_eq!(run(folder.path(), &["rules", "no-such-rule"]).code, 2);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(folder.path(), &["completions", shell]);
        assert!(script.code == 0 && script.out.contains("whosaid") && script.out.contains("extract"), "{shell}");
    }
    let page = run(folder.path(), &["man"]).out;
    assert!(page.starts_with(".ie") && page.contains(".TH whosaid 1"), "{page}");
    assert!(run(folder.path(), &["man", "extract"]).out.contains(".TH whosaid-extract 1"));
    assert_eq!(run(folder.path(), &["man", "nothing"]).code, 2);
}

#[test]
fn messages_cannot_command_a_terminal() {
    let folder = folder(&[]);
    let answer = run_with(folder.path(), &["extract", "--input-format", "jsonl"], b"{\"a\x1b[31m\": 1}\n");
    assert_eq!(answer.code, 2);
    assert!(!answer.err.contains('\u{1b}'), "{:?}", answer.err);
}
