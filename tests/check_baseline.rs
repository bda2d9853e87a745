//! An approved export: what changed, what is missing, what is new, and how it is approved.

#[path = "support/folder.rs"]
mod folder;

use folder::{Folder, Run};

fn messages(run: &Run) -> Vec<String> {
    assert!(run.code < 2, "{}", run.err);
    run.out
        .lines()
        .map(|line| {
            let f: serde_json::Value = serde_json::from_str(line).unwrap();
            format!(
                "{} {}: {}",
                f["source"].as_str().unwrap(),
                f["check"].as_str().unwrap(),
                f["message"].as_str().unwrap()
            )
        })
        .collect()
}

const CHECK: &[&str] =
    &["check", "news", "--baseline", "quotes.csv", "--only", "changed,missing,new", "--format", "jsonl"];

fn approved() -> Folder {
    let folder = Folder::new(&[
        ("speakers.toml", ""),
        ("news/a.txt", "“We will never close the port,” Anna Berg said.\n\nCarl Moe said the rain would stop.\n"),
        ("news/b.txt", "“-5 degrees are no joke for the harvest,” said Nils Aas.\n"),
    ]);
    let run = folder.run(&["check", "news", "--baseline", "quotes.csv", "--update-baseline"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    folder
}

#[test]
fn an_approved_folder_is_clean_and_a_baseline_is_an_export() {
    let folder = approved();
    assert_eq!(messages(&folder.run(CHECK)), [""; 0]);
    folder.run(&["extract", "news", "-o", "export.csv"]);
    assert_eq!(folder.read("quotes.csv"), folder.read("export.csv"));
    assert_eq!(folder.run(&["check", "news", "--baseline", "quotes.jsonl", "--update-baseline"]).code, 0);
    let run = ["check", "news", "--baseline", "quotes.jsonl", "--only", "changed,missing,new", "--format", "jsonl"];
    assert_eq!(messages(&folder.run(&run)), [""; 0]);
}

#[test]
fn changes_are_told_apart() {
    for (article, want) in [
        (
            "“We will close the port,” Anna Berg said.\n\nCarl Moe said the rain would stop.\n",
            &["news/a.txt changed: the words have changed"][..],
        ),
        (
            "“We will never close the port,” Nils Aas said.\n\nCarl Moe said the rain would stop.\n",
            &["news/a.txt changed: the speaker was Anna Berg and is Nils Aas"],
        ),
        (
            "“We will never close the port,” Anna Berg said.\n",
            &["quotes.csv missing: news/a.txt no longer has this quote"],
        ),
        (
            "“We will never close the port,” Anna Berg said. “Thank you all,” she said.\n\nCarl Moe said the rain would stop.\n",
            &["news/a.txt new: the baseline does not have this quote of "],
        ),
        // Moved, not changed.
        ("Rain fell.\n\nCarl Moe said the rain would stop.\n\n“We will never close the port,” Anna Berg said.\n", &[]),
    ] {
        let folder = approved();
        folder.write("news/a.txt", article.as_bytes());
        let found = messages(&folder.run(CHECK));
        assert_eq!(found.len(), want.len(), "{found:?}");
        for (message, want) in found.iter().zip(want) {
            assert!(message.starts_with(want), "{message} / {want}");
        }
    }
}

#[test]
fn an_article_that_is_gone_is_missed_only_where_it_was_looked_for() {
    let folder = approved();
    std::fs::remove_file(folder.path().join("news/b.txt")).unwrap();
    assert_eq!(messages(&folder.run(CHECK)), ["quotes.csv missing: news/b.txt is gone, and with it this quote"]);
    // The same folder, however it is named.
    let all = ["check", ".", "--baseline", "quotes.csv", "--only", "changed,missing,new", "--format", "jsonl"];
    assert_eq!(messages(&folder.run(&all)), ["quotes.csv missing: news/b.txt is gone, and with it this quote"]);
    let one = ["check", "news/a.txt", "--baseline", "quotes.csv", "--only", "changed,missing,new", "--format", "jsonl"];
    assert_eq!(messages(&folder.run(&one)), [""; 0]);
}

#[test]
fn approving_one_article_keeps_the_others() {
    let folder = approved();
    folder.write("news/a.txt", "“We may close the port,” Anna Berg said.\n".as_bytes());
    let run = folder.run(&["check", "news/a.txt", "--baseline", "quotes.csv", "--update-baseline"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert_eq!(messages(&folder.run(CHECK)), [""; 0]);
    folder.run(&["extract", "news", "-o", "export.csv"]);
    assert_eq!(folder.read("quotes.csv"), folder.read("export.csv"));
}

#[test]
fn nothing_is_approved_where_not_all_could_be_read() {
    let folder = approved();
    let before = folder.read("quotes.csv");
    folder.write("news/a.txt", b"\0\0\0\0\0\0\0\0\0");
    let run = folder.run(&["check", "news", "--baseline", "quotes.csv", "--update-baseline"]);
    assert_eq!(run.code, 2);
    assert_eq!(folder.read("quotes.csv"), before);
    folder.write("quotes.csv", b"quote\nx\n");
    let run = folder.run(&["check", "news/b.txt", "--baseline", "quotes.csv"]);
    assert_eq!((run.code, run.err.contains("quotes.csv:1: has no column \"source\"")), (2, true), "{}", run.err);
}
