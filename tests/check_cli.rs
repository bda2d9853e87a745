//! The command itself: exit codes, settings, silences, fixes, order, formats, hostile text.

#[path = "support/folder.rs"]
mod folder;

use folder::{Folder, findings};

const BROKEN: &str = "“It will hold, Anna Berg said. She left.\n";
const SOUND: &str = "“It will hold,” said Anna Berg. “It must.”\n\nCarl Moe said the port would stay.\n";

#[test]
fn exit_codes() {
    let folder = Folder::new(&[
        ("speakers.toml", ""),
        ("sound/a.txt", SOUND),
        ("broken/a.txt", BROKEN),
        ("mixed.txt", "“It will hold,” said Berg. \"It may,\" said Moe.\n"),
    ]);
    folder.write("binary/a.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0");
    folder.write("binary/b.txt", BROKEN.as_bytes());
    for (args, want) in [
        (&["sound"][..], 0),
        (&["broken"], 1),
        (&["broken", "sound"], 1),
        // A file that could not be read is never passed over in silence, whatever else was found.
        (&["binary"], 2),
        (&["sound", "binary/a.txt"], 2),
        (&["sound", "nowhere"], 2),
        (&["sound", "--record", "nowhere"], 2),
        (&["sound", "--baseline", "nowhere.csv"], 2),
        (&["sound", "--format", "no-such-format"], 2),
        (&["mixed.txt"], 0),
        (&["mixed.txt", "--fail-on", "warning"], 0),
        (&["mixed.txt", "--fail-on", "note"], 1),
        (&["mixed.txt", "--fail-on", "note", "--min-severity", "error"], 1),
    ] {
        let all: Vec<&str> = ["check"].iter().chain(args).copied().collect();
        let run = folder.run(&all);
        assert_eq!(run.code, want, "{args:?}: {}{}", run.out, run.err);
    }
    let run = folder.run(&["check", "binary"]);
    assert!(run.err.contains("binary/a.txt: is a binary file"), "{}", run.err);
    assert!(run.out.contains("binary/b.txt:1:1"), "the rest is checked: {}", run.out);
}

#[test]
fn the_nearest_settings_count() {
    let folder = Folder::new(&[
        ("speakers.toml", ""),
        (
            "whosaid.toml",
            "[check]\nunclosed-quote = \"warning\"\n\n[[path]]\nglobs = [\"letters/**\"]\ncheck.unclosed-quote = \"off\"\n",
        ),
        ("a.txt", BROKEN),
        ("letters/a.txt", BROKEN),
        ("desk/whosaid.toml", "[check.unclosed-quote]\nseverity = \"note\"\n"),
        ("desk/deep/a.txt", BROKEN),
    ]);
    let severities = |below: &str, args: &[&str]| -> Vec<String> {
        let all: Vec<&str> = ["check", "--format", "jsonl"].iter().chain(args).copied().collect();
        let out = folder.run_in(below, &all).out;
        let json = out.lines().map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap());
        json.map(|f| format!("{} {}", f["source"].as_str().unwrap(), f["severity"].as_str().unwrap())).collect()
    };
    assert_eq!(severities("", &["."]), ["./a.txt warning", "./desk/deep/a.txt note"]);
    // From wherever the run starts.
    assert_eq!(
        severities("desk/deep", &["a.txt", "../../a.txt", "../../letters/a.txt"]),
        ["a.txt note", "../../a.txt warning"]
    );
    assert_eq!(severities("", &["--config", "desk/whosaid.toml", "letters/a.txt"]), ["letters/a.txt note"]);
}

#[test]
fn mistakes_in_settings_stop_the_run() {
    let folder = Folder::new(&[
        ("speakers.toml", ""),
        ("sub/whosaid.toml", "[check]\nunclosd-quote = \"off\"\n"),
        ("sub/a.txt", BROKEN),
    ]);
    let run = folder.run(&["check", "."]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.err,
        "whosaid: sub/whosaid.toml:2:1: no check is called \"unclosd-quote\": did you mean \"unclosed-quote\"?\n"
    );
}

#[test]
fn silences() {
    let folder = Folder::new(&[
        ("speakers.toml", ""),
        (
            "a.txt",
            "“It will hold, Berg said. [[whosaid: allow unclosed-quote a poem ends so]]\n\nRain fell.\n\n“It will hold, Berg said.\n",
        ),
        ("b.md", "<!-- whosaid: allow unclosed-quote a poem ends so -->\n“It will hold, Berg said.\n"),
        ("c.txt", "[[whosaid: allow unclosed-quote a poem ends so]]\n\nRain fell.\n"),
        ("d.txt", "“It will hold, Berg said. [[whosaid: allow unclosed-quote]]\n"),
        // Without a record nobody can know whether this one is used.
        ("e.txt", "[[whosaid: allow not-on-record said in private]]\nRain fell.\n"),
    ]);
    assert_eq!(
        folder.check(&["a.txt", "b.md", "c.txt", "d.txt", "e.txt"]),
        [
            "a.txt:5:1 unclosed-quote",
            "c.txt:1:1 unused-silence",
            "d.txt:1:1 unclosed-quote",
            "d.txt:1:27 unused-silence",
        ]
    );
}

#[test]
fn a_silencing_comment_is_no_text() {
    let plain = "Rain fell. “It will hold,” said Anna Berg on Monday.\n";
    let commented =
        "Rain fell. [[whosaid: allow unattributed so “said Carl Moe”]] “It will hold,” said Anna Berg on Monday.\n";
    let folder = Folder::new(&[("speakers.toml", ""), ("a.txt", plain), ("b.txt", commented)]);
    let quotes = |file: &str| -> Vec<(String, String)> {
        let out = folder.run(&["extract", file, "--format", "jsonl"]).out;
        let json = out.lines().map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap());
        json.map(|r| (r["quote"].to_string(), r["speaker"].to_string())).collect()
    };
    assert_eq!(quotes("a.txt"), quotes("b.txt"));
    assert_eq!(quotes("b.txt").len(), 1);
    // Offsets still point into the file as it is.
    let out = folder.run(&["extract", "b.txt", "--format", "jsonl"]).out;
    let record: serde_json::Value = serde_json::from_str(&out).unwrap();
    let start = record["segments"][0]["start"].as_u64().unwrap() as usize;
    assert_eq!(commented.chars().skip(start).take(7).collect::<String>(), "It will");
}

#[test]
fn fixes_are_shown_and_then_made() {
    let lexicon = "[[speaker]]\nname = \"Fjodor Lindqvist\"\n";
    let article =
        "\u{feff}\"It will hold,” said Fjodor Lindkvist. “It must.”\r\n\r\n\"It may,\" said Carl Moe. “Größe”\r\n";
    let mended =
        "\u{feff}“It will hold,” said Fjodor Lindqvist. “It must.”\r\n\r\n“It may,” said Carl Moe. “Größe”\r\n";
    let folder = Folder::new(&[("speakers.toml", lexicon), ("a.txt", article), ("b.txt", SOUND)]);
    let run = folder.run(&["check", "--diff", "a.txt", "b.txt"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.out.starts_with("--- a/a.txt\n+++ b/a.txt\n@@"), "{}", run.out);
    assert!(
        run.out.contains("-\u{fffd}\"It will hold,”") && run.out.contains("+\u{fffd}“It will hold,”"),
        "{}",
        run.out
    );
    assert_eq!(folder.read("a.txt"), article, "--diff changes nothing");

    let run = folder.run(&["check", "--fix", "a.txt", "b.txt"]);
    assert_eq!(folder.read("a.txt"), mended);
    assert_eq!(folder.read("b.txt"), SOUND);
    assert!(run.err.contains("3 findings mended"), "{}", run.err);
    assert_eq!(folder.run(&["check", "--diff", "a.txt"]).code, 0);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3, "no temporary file is left");
}

#[test]
fn what_is_no_file_is_not_mended() {
    let line = "{\"id\":\"a.txt\",\"text\":\"“It will hold,\\\" said Berg.\"}\n";
    let folder =
        Folder::new(&[("speakers.toml", ""), ("wire.jsonl", line), ("a.txt", "Something else stands here.\n")]);
    folder.run(&["check", "--fix", "wire.jsonl"]);
    assert_eq!(folder.read("a.txt"), "Something else stands here.\n");
    assert_eq!(folder.read("wire.jsonl"), line);
}

#[test]
fn the_same_findings_whatever_the_threads() {
    let mut files: Vec<(String, String)> = Vec::new();
    for n in 0..60 {
        let who = ["Anna Berg", "Carl Moe", "Nils Aas"][n % 3];
        files.push((
            format!("{n:02}.txt"),
            format!("“We will never close the port of town {},” {who} said.\n\n{BROKEN}", n % 20),
        ));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let folder = Folder::new(&files);
    folder.write("speakers.toml", b"");
    let one = folder.run(&["check", ".", "-j", "1"]);
    for threads in ["2", "7"] {
        assert_eq!(folder.run(&["check", ".", "-j", threads]).out, one.out);
    }
    assert!(one.out.contains("conflicting-attribution") && one.out.contains("unclosed-quote"), "{}", one.out);
}

#[test]
fn every_check_has_a_manual() {
    let folder = Folder::new(&[]);
    let list = folder.run(&["check", "--explain"]);
    assert_eq!(list.code, 0);
    let ids: Vec<&str> = list.out.lines().map(|l| l.split(' ').next().unwrap()).collect();
    assert_eq!(ids.len(), 19);
    for id in ids {
        let run = folder.run(&["check", "--explain", id]);
        for heading in ["What it finds", "Why it matters", "What to do"] {
            assert!(run.out.contains(heading), "{id}: {}", run.out);
        }
    }
    let run = folder.run(&["check", "--explain", "unclosd-quote"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("unclosed-quote"), "{}", run.err);
}

/// Escape sequences, workflow commands, a bidi override: in the text, in a name of a file, in a reason.
#[test]
fn nothing_in_an_article_runs() {
    let text = "“\u{1b}[31mIt ::error::x will\u{202e} hold, ##[error]said. ]]> <b>\n::warning::Rain%0A fell.\n";
    let folder = Folder::new(&[("speakers.toml", ""), ("a\u{1b}[2J,b::c%.txt", text)]);
    for format in ["text", "github", "sarif", "junit", "checkstyle", "rdjsonl", "gitlab", "jsonl"] {
        let run = folder.run(&["check", ".", "--format", format, "--color", "never"]);
        assert_eq!(run.code, 1, "{format}: {}", run.err);
        assert!(!run.out.contains(['\u{1b}', '\u{202e}']), "{format}: {}", run.out);
        for line in run.out.lines() {
            let command = line.trim_start().strip_prefix("::");
            assert!(
                command.is_none_or(
                    |c| format == "github" && c.starts_with("error file=a\u{fffd}[2J%2Cb%3A%3Ac%25.txt,line=1")
                ),
                "{line}"
            );
            assert!(!line.contains("##[") || !["text", "github"].contains(&format), "{line}");
        }
    }
    // A file that cannot be read is named on standard error.
    folder.write("x\u{1b}[2J.txt", b"\0\0\0\0\0\0\0\0");
    let run = folder.run(&["check", "."]);
    assert!(!run.err.contains('\u{1b}'), "{}", run.err);
}

#[test]
fn github_ends_with_a_table_of_all() {
    let broken = format!("{BROKEN}\nRain fell.\n\n").repeat(14);
    let folder = Folder::new(&[("speakers.toml", ""), ("a.txt", &broken)]);
    let out = folder.run(&["check", "a.txt", "--format", "github"]).out;
    let rows = out.lines().skip_while(|l| !l.starts_with("SEVERITY")).filter(|l| l.starts_with("error")).count();
    let commands = out.lines().filter(|l| l.starts_with("::error ")).count();
    assert_eq!(rows, commands, "{out}");
    assert!(rows > 10, "{out}");
}

#[test]
fn paths_of_machines_begin_at_the_repository() {
    let folder = Folder::new(&[("speakers.toml", ""), ("site/news/a b.txt", BROKEN), (".git/HEAD", "")]);
    let path = |format: &str, pointer: &str| {
        let out = folder.run_in("site", &["check", "news", "--format", format]).out;
        let json: serde_json::Value = serde_json::from_str(&out).unwrap();
        json.pointer(pointer).unwrap_or_else(|| panic!("{pointer} in {out}")).as_str().unwrap().to_owned()
    };
    assert_eq!(
        path("sarif", "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri"),
        "site/news/a%20b.txt"
    );
    assert_eq!(path("gitlab", "/0/location/path"), "site/news/a b.txt");
    assert_eq!(path("rdjsonl", "/location/path"), "site/news/a b.txt");
    let text = folder.run_in("site", &["check", "news"]).out;
    assert!(text.contains("--> news/a b.txt:1:1"), "people see the path as they gave it: {text}");
}

#[test]
fn standard_input_is_checked() {
    let folder = Folder::new(&[("speakers.toml", "")]);
    let output = assert_cmd::Command::cargo_bin("whosaid")
        .unwrap()
        .current_dir(folder.path())
        .args(["check", "--format", "jsonl"])
        .write_stdin(BROKEN)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(findings(&String::from_utf8(output.stdout).unwrap()), ["<stdin>:1:1 unclosed-quote"]);
}
