//! `whosaid explain` over the real binary: every stage of an article is shown, plain where it is piped, for every input; lines pick
//! paragraphs.

#[path = "support/folder.rs"]
mod support;

use support::Folder;

/// Direct, mixed and indirect quotes, a pronoun, a title in marks, a quote of nobody's.
const ARTICLE: &str = "\
“We are late,” said Anna Berg, the harbor master.

Otto Lind, a spokesman for the union, said the port “cannot wait,” but the town has no money. He added that it would close.

Berg likes the novel “The Long Quay” best.

Berg did not say why. “There is no plan.”
";

const LEXICON: &str =
    "[[speaker]]\nname = \"Anna Berg\"\npronouns = \"she\"\nroles = [{ title = \"harbour master of Larvik\" }]\n";

fn folder() -> Folder {
    Folder::new(&[("a.txt", ARTICLE), ("speakers.toml", LEXICON)])
}

#[test]
fn every_stage_is_shown() {
    let run = folder().run(&["explain", "a.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    insta::assert_snapshot!(run.out);
}

#[test]
fn words_are_shown_on_request() {
    let run = folder().run(&["explain", "a.txt:3", "--tags"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for phrase in ["[Np: Otto/Name Lind/Name] [Comma: ,/Punct]", "[Verb Past: said/VerbPast] [Np: the/Det port/Noun]"] {
        assert!(run.out.contains(phrase), "{} lacks {phrase}", run.out);
    }
    let quote = folder().run(&["explain", "a.txt:1", "--tags"]).out;
    assert!(quote.contains("[Quote: “We are late,”] [Verb Past: said/VerbPast]"), "{quote}");
}

#[test]
fn lines_pick_paragraphs() {
    let folder = folder();
    for (args, want) in [
        (&["a.txt:1"] as &[&str], vec![1]),
        (&["a.txt:3", "a.txt:7"], vec![2, 4]),
        (&["a.txt", "--line", "5"], vec![3]),
        (&["a.txt", "a.txt:5"], vec![1, 2, 3, 4]),
    ] {
        let run = folder.run(&[&["explain"], args].concat());
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
        let got: Vec<usize> = run.out.lines().filter_map(|l| l.strip_prefix("paragraph ")?.parse().ok()).collect();
        assert_eq!(got, want, "{args:?}");
    }
    for (args, want) in [
        (&["a.txt:99"] as &[&str], "a.txt:99: the article ends at line 7"),
        (&["a.txt:0"], "a.txt:0: the article ends at line 7"),
        (&["a.txt:2"], "a.txt:2: no text stands at this line"),
        (&["a.txt", "--line", "8"], "a.txt:8: the article ends at line 7"),
        (&["b.txt:1"], "b.txt:1: does not exist"),
    ] {
        let run = folder.run(&[&["explain"], args].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(want), "{:?} lacks {want:?}", run.err);
    }
}

#[test]
fn styles_are_for_terminals_and_articles_command_nothing() {
    let folder =
        Folder::new(&[("a.txt", "“So\u{1b}[31m it\u{9b}0m is,” Anna\u{7} Berg said.\n"), ("speakers.toml", "")]);
    let plain = folder.run(&["explain", "a.txt", "--tags"]);
    assert_eq!(plain.code, 0, "{}", plain.err);
    assert!(!plain.out.contains(['\u{1b}', '\u{9b}', '\u{7}']), "{:?}", plain.out);
    assert!(plain.out.contains('\u{fffd}'), "{:?}", plain.out);
    let styled = folder.run(&["explain", "a.txt", "--tags", "--color", "always"]);
    assert!(styled.out.contains("\u{1b}[1ma.txt\u{1b}[0m"), "{:?}", styled.out);
    assert!(!styled.out.contains("\u{1b}[31m") && !styled.out.contains(['\u{9b}', '\u{7}']), "{:?}", styled.out);
}

#[test]
fn every_input_is_explained() {
    let folder = Folder::new(&[
        ("speakers.toml", ""),
        (
            "a.html",
            "<html><body><article><p>It rained.</p><p>“We are late,” Anna Berg said.</p></article></body></html>",
        ),
        ("a.md", "# Port\n\n“We are **late**,” Anna Berg said.\n"),
        (
            "a.jsonl",
            "{\"id\":\"x\",\"text\":\"“We are late,” Anna Berg said.\"}\n{\"id\":\"y\",\"text\":\"It rained.\"}\n",
        ),
    ]);
    for (name, source) in [("a.html", "a.html\n"), ("a.md", "a.md\n"), ("a.jsonl", "x\n")] {
        if name == "a.html" && cfg!(not(feature = "html")) {
            continue;
        }
        let run = folder.run(&["explain", name]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{name}");
        assert!(run.out.starts_with(source), "{name}: {}", run.out);
        assert!(run.out.contains("decided: quote-subject-cue"), "{name}: {}", run.out);
    }
    assert!(folder.run(&["explain", "a.md:3"]).out.contains("\n3:1 “We are late,” Anna Berg said.\n"));
    let mut command = assert_cmd::Command::cargo_bin("whosaid").expect("the binary is built");
    let output = command.current_dir(folder.path()).args(["explain", "--line", "3"]).write_stdin(ARTICLE).output();
    let out = String::from_utf8(output.expect("the binary runs").stdout).expect("UTF-8");
    assert!(out.starts_with("<stdin>\n\nparagraph 2\n3:1 Otto Lind"), "{out}");
}
