//! `whosaid speakers` over the real binary: who speaks with which stated roles, and entries for a lexicon that load and then hold.

#[path = "support/folder.rs"]
mod support;

use support::Folder;

const FIRST: &str = "“We are late,” said Anna Berg, a spokeswoman for the port. “Nobody told us,” Berg said.\n\n“So it is,” said Otto B. Lund, a pilot.\n";
const SECOND: &str = "“We are early,” said Anna Berg, a captain.\n\n“So it is,” said Otto Lund.\n";

#[test]
fn stated_roles_are_counted() {
    let folder = Folder::new(&[("a.txt", FIRST), ("b.txt", SECOND), ("speakers.toml", "")]);
    let listed = folder.run(&["speakers", "a.txt", "b.txt"]);
    assert_eq!(listed.code, 0, "{}", listed.err);
    assert!(
        listed.out.contains("     3         2    Anna Berg     a spokeswoman for the port (2); a captain (1)\n"),
        "{}",
        listed.out
    );
    let csv = folder.run(&["speakers", "a.txt", "b.txt", "-f", "csv"]).out;
    assert!(
        csv.contains(
            "Anna Berg,a spokeswoman for the port,3,3,0,0,2,,a spokeswoman for the port (2); a captain (1)\r\n"
        ),
        "{csv}"
    );
    let json = folder.run(&["speakers", "a.txt", "b.txt", "-f", "jsonl"]).out;
    let first: serde_json::Value = serde_json::from_str(json.lines().next().expect("a line")).expect("JSON");
    assert_eq!(first["stated_roles"], serde_json::json!({ "a captain": 1, "a spokeswoman for the port": 2 }));
}

#[test]
fn suggestions_load_and_hold() {
    let folder = Folder::new(&[("a.txt", FIRST), ("b.txt", SECOND), ("speakers.toml", "")]);
    let suggested = folder.run(&["speakers", "a.txt", "b.txt", "--suggest"]);
    assert_eq!(
        suggested.out,
        "# 3 quotes, first in a.txt\n# also: captain\n[[speaker]]\nname = \"Anna Berg\"\n\
         roles = [{ title = \"spokeswoman for the port\" }]\n\n\
         # 2 quotes, first in a.txt\n[[speaker]]\nname = \"Otto B. Lund\"\naliases = [\"Otto Lund\"]\n\
         roles = [{ title = \"pilot\" }]\n"
    );
    folder.write("speakers.toml", suggested.out.as_bytes());
    let listed = folder.run(&["speakers", "a.txt", "b.txt", "-f", "csv"]).out;
    let ids: Vec<&str> = listed.lines().skip(1).filter_map(|l| l.split(',').nth(7)).collect();
    assert_eq!(ids, ["anna-berg", "otto-b-lund"], "{listed}");
    assert_eq!(folder.run(&["speakers", "a.txt", "b.txt", "--suggest"]).out, "");
}

#[test]
fn suggestions_of_real_news_load() {
    let Some(text) = support::shared("polnear/dev/text") else { return };
    let text = text.to_str().expect("UTF-8");
    let folder = Folder::new(&[("speakers.toml", "")]);
    let suggested = folder.run(&["speakers", text, "--suggest"]);
    let entries = suggested.out.matches("[[speaker]]").count();
    assert!(entries > 100, "{entries} entries");
    folder.write("speakers.toml", suggested.out.as_bytes());
    let again = folder.run(&["speakers", text, "--suggest"]);
    assert_eq!((again.code, again.err.as_str()), (0, ""));
    let left = again.out.matches("[[speaker]]").count();
    assert!(left * 20 < entries, "{left} of {entries} people are still unknown:\n{}", again.out);
}
