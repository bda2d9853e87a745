//! The help texts as a person reads them, frozen in `tests/snapshots`; `INSTA_UPDATE=always cargo test --test help` writes them anew.

#[path = "support/folder.rs"]
mod folder;

use folder::Folder;

/// What a command's help says, long and short; wrapped as on a terminal of the widest size that help uses.
fn help(args: &[&str]) -> String {
    let folder = Folder::new(&[]);
    let run = folder.run(args);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
    // A format of a feature that is off by default.
    run.out.split_inclusive('\n').filter(|l| !l.trim_start().starts_with("- parquet:")).collect()
}

#[test]
fn every_command_explains_itself() {
    insta::assert_snapshot!("whosaid", help(&["--help"]));
    // The commands as the first help lists them: a new one is frozen without a word here.
    let commands: Vec<String> = help(&["--help"])
        .lines()
        .skip_while(|l| *l != "Commands:")
        .skip(1)
        .take_while(|l| !l.is_empty())
        .filter_map(|l| l.strip_prefix("  ").filter(|l| !l.starts_with(' ')))
        .filter_map(|l| l.split_whitespace().next().map(str::to_owned))
        .collect();
    assert!(commands.len() >= 6 && commands.contains(&"extract".to_owned()), "{commands:?}");
    for command in commands.iter().filter(|c| *c != "help") {
        insta::assert_snapshot!(format!("whosaid_{command}"), help(&[command, "--help"]));
        insta::assert_snapshot!(format!("whosaid_{command}_short"), help(&[command, "-h"]));
    }
}
