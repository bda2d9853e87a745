//! What goes wrong where others' files and disks are: every case over the real binary, with standard error and exit status as a person
//! sees them. `cargo insta review` shows what changed.

#[path = "support/folder.rs"]
mod folder;

use std::process::{Command, Stdio};

use folder::{Folder, Run};
use insta::assert_snapshot;

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

mod paths {
    use super::*;

    #[test]
    fn missing() {
        assert_snapshot!(extract(&folder(&[]), &["nowhere.txt", "good.txt"]), @r#"
        exit 2
        We are late!,Anna Berg
        ---
        whosaid: nowhere.txt: does not exist
        "#);
    }

    #[cfg(unix)]
    #[test]
    fn unreadable() {
        use std::os::unix::fs::PermissionsExt;
        let folder =
            folder(&[("secret.txt", BERG), ("closed/a.txt", BERG), ("news/b.txt", BERG), ("news/deep/c.txt", BERG)]);
        let mode = |name: &str, mode| {
            std::fs::set_permissions(folder.path().join(name), std::fs::Permissions::from_mode(mode)).unwrap();
        };
        ["secret.txt", "closed", "news/deep"].iter().for_each(|name| mode(name, 0o000));
        if std::fs::read(folder.path().join("secret.txt")).is_ok() {
            eprintln!("skipped: this user can read everything");
        } else {
            assert_snapshot!(extract(&folder, &["secret.txt", "closed", "news", "good.txt"]), @r#"
            exit 2
            We are late!,Anna Berg
            We are late!,Anna Berg
            ---
            whosaid: secret.txt: cannot be read: permission denied
            whosaid: closed: cannot be read: permission denied
            whosaid: news/deep: cannot be read: permission denied
            "#);
        }
        // So that the folder can be removed.
        ["closed", "news/deep"].iter().for_each(|name| mode(name, 0o755));
    }

    #[test]
    fn folder_without_articles() {
        let folder = folder(&[("pictures/a.png", "x"), ("pictures/notes.bak", BERG)]);
        assert_snapshot!(extract(&folder, &["pictures", "good.txt"]), @r#"
        exit 2
        We are late!,Anna Berg
        ---
        whosaid: pictures: holds no articles: name the files, or a folder with files that end in .txt, .html, .jsonl and the like
        "#);
    }

    #[test]
    fn a_file_named_twice_is_read_twice() {
        assert_snapshot!(extract(&folder(&[]), &["good.txt", "good.txt"]), @r#"
        exit 0
        We are late!,Anna Berg
        We are late!,Anna Berg
        ---
        "#);
    }
}

mod content {
    use super::*;

    fn bytes(name: &str, bytes: &[u8]) -> String {
        let folder = folder(&[]);
        folder.write(name, bytes);
        extract(&folder, &[name, "good.txt"])
    }

    #[test]
    fn empty_file() {
        assert_snapshot!(bytes("empty.txt", b""), @r#"
        exit 0
        We are late!,Anna Berg
        ---
        "#);
        assert_snapshot!(bytes("blank.txt", b" \r\n\t\n"), @r#"
        exit 0
        We are late!,Anna Berg
        ---
        "#);
        assert_snapshot!(bytes("empty.jsonl", b""), @r#"
        exit 0
        We are late!,Anna Berg
        ---
        "#);
        assert_snapshot!(bytes("empty.csv", b""), @r#"
        exit 0
        We are late!,Anna Berg
        ---
        "#);
        assert_snapshot!(bytes("empty.html", b""), @r#"
        exit 2
        We are late!,Anna Berg
        ---
        whosaid: empty.html: holds no text: a page that is filled by a script must be saved from the browser
        "#);
    }

    #[test]
    fn binary_file() {
        assert_snapshot!(bytes("program.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0"), @r#"
        exit 2
        We are late!,Anna Berg
        ---
        whosaid: program.txt: is a binary file, no text: leave it out or convert it to text
        "#);
        assert_snapshot!(bytes("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x03\0\x08\x06"), @r#"
        exit 2
        We are late!,Anna Berg
        ---
        whosaid: picture.txt: is a binary file, no text: leave it out or convert it to text
        "#);
    }

    #[test]
    fn windows_1252_is_decoded() {
        assert_snapshot!(bytes("wire.txt", b"\x93It\x92s late,\x94 said Zo\xeb Berg.\n"), @r#"
        exit 0
        "It’s late,",Zoë Berg
        We are late!,Anna Berg
        ---
        "#);
    }

    #[test]
    fn a_few_bad_bytes_in_utf8() {
        assert_snapshot!(bytes("torn.txt", "“Ça va, ça va très bien, à bientôt, René, à Évian, où l’été s’achève déjà,” said Zoë Berg.\n".as_bytes().iter().copied().chain(*b"\xe2\x80 and more\n").collect::<Vec<u8>>().as_slice()), @r#"
        exit 0
        "Ça va, ça va très bien, à bientôt, René, à Évian, où l’été s’achève déjà,",Zoë Berg
        We are late!,Anna Berg
        ---
        "#);
    }

    #[test]
    fn nul_bytes_in_a_text() {
        assert_snapshot!(bytes("nul.txt", format!("“We are\0 late,” said Zoë Berg, who had waited for an hour.\n{BERG}").as_bytes()), @r#"
        exit 0
        "We are late,",Zoë Berg
        We are late!,Anna Berg
        We are late!,Anna Berg
        ---
        "#);
    }

    #[test]
    fn carriage_returns() {
        assert_snapshot!(bytes("dos.txt", b"\"We are late,\" said Ada Lund.\r\n\r\n\"Nobody told us,\" Otto Lind said.\r\n"), @r#"
        exit 0
        "We are late,",Ada Lund
        "Nobody told us,",Otto Lind
        We are late!,Anna Berg
        ---
        "#);
        assert_snapshot!(bytes("mac.txt", b"\"We are late,\" said Ada Lund.\r\r\"Nobody told us,\" Otto Lind said.\r"), @r#"
        exit 0
        "We are late,",Ada Lund
        "Nobody told us,",Otto Lind
        We are late!,Anna Berg
        ---
        "#);
    }

    #[test]
    fn byte_order_mark() {
        let text = "\u{feff}“We are late,” said Ada Lund.\n";
        assert_snapshot!(bytes("marked.txt", text.as_bytes()), @r#"
        exit 0
        "We are late,",Ada Lund
        We are late!,Anna Berg
        ---
        "#);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_snapshot!(bytes("wide.txt", &wide), @r#"
        exit 0
        "We are late,",Ada Lund
        We are late!,Anna Berg
        ---
        "#);
        let folder = folder(&[("marked.txt", text)]);
        let run = folder.run(&["extract", "marked.txt", "--columns", "segments,line,column"]);
        assert_snapshot!(shown(&run), @r#"
        exit 0
        2-14,1,3
        ---
        "#);
    }

    #[test]
    fn formulas() {
        let text = "“=HYPERLINK(0)!” Anna Berg said.\n\n“+1, I am in!” Otto Lind said.\n\n“-5 degrees!” Ina Holm said.\n\n“@home, all of us!” Bo Ek said.\n";
        assert_snapshot!(bytes("formulas.txt", text.as_bytes()), @r#"
        exit 0
        '=HYPERLINK(0)!,Anna Berg
        "'+1, I am in!",Otto Lind
        '-5 degrees!,Ina Holm
        "'@home, all of us!",Bo Ek
        We are late!,Anna Berg
        ---
        "#);
        let raw = folder(&[("formulas.txt", text)]);
        assert_snapshot!(extract(&raw, &["formulas.txt", "--raw"]), @r#"
        exit 0
        =HYPERLINK(0)!,Anna Berg
        "+1, I am in!",Otto Lind
        -5 degrees!,Ina Holm
        "@home, all of us!",Bo Ek
        ---
        "#);
    }

    #[test]
    fn records_that_cannot_be_used() {
        let text = "{\"id\": \"1\", \"text\": \"“We are late!” Anna Berg said.\"}\n{\"id\": \"2\"\n\n[]\n{\"body\": \"x\"}\n{\"text\": 5}\n";
        assert_snapshot!(bytes("mixed.jsonl", text.as_bytes()), @r#"
        exit 2
        We are late!,Anna Berg
        We are late!,Anna Berg
        ---
        whosaid: mixed.jsonl:2: is no JSON: EOF while parsing an object at column 10
        whosaid: mixed.jsonl:4: is JSON but no object: write {"id": …, "text": …}
        whosaid: mixed.jsonl:5: has no field "text"; it has "body": name the one with the text with --text-field
        whosaid: mixed.jsonl:6: the field "text" is no string
        "#);
    }
}

mod lexicon {
    use super::*;

    fn with(toml: &str) -> String {
        extract(&folder(&[("mine.toml", toml)]), &["good.txt", "--lexicon", "mine.toml"])
    }

    #[test]
    fn malformed() {
        assert_snapshot!(with("[[speaker]]\nname = Anna Berg\n"), @r#"
        exit 2

        ---
        whosaid: mine.toml:2:8: string values must be quoted, expected literal string
        "#);
        assert_snapshot!(with("[[speaker]\nname = \"Anna Berg\"\n"), @r#"
        exit 2

        ---
        whosaid: mine.toml:1:11: unclosed array table, expected `]`
        "#);
    }

    #[test]
    fn unknown_fields_and_values() {
        assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\nalias = [\"Berg\"]\n"), @r#"
        exit 2

        ---
        whosaid: mine.toml:3:1: unknown field `alias`, expected one of `name`, `id`, `aliases`, `pronouns`, `wikidata`, `roles`
        "#);
        assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\npronouns = \"her\"\n"), @r#"
        exit 2

        ---
        whosaid: mine.toml:3: pronouns "her" is none of "he", "she", "they"
        "#);
        assert_snapshot!(with("[[speaker]]\naliases = [\"Berg\"]\n"), @r#"
        exit 2

        ---
        whosaid: mine.toml:1:1: missing field `name`
        "#);
        assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\nroles = [{ title = \"mayor\", from = \"2015\" }]\n"), @r#"
        exit 2

        ---
        whosaid: mine.toml:3:36: invalid type: string "2015", expected a TOML datetime: write a day without quotes, as in 2015-05-13
        "#);
    }

    #[test]
    fn duplicate_ids() {
        assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\n\n[[speaker]]\nname = \"Anna  Berg\"\n"), @r#"
        exit 2

        ---
        whosaid: mine.toml:5: id "anna-berg" is taken by the speaker of line 2: give one of them another `id`
        "#);
    }

    #[test]
    fn an_alias_of_two() {
        assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\naliases = [\"the Iron Mayor\"]\n\n[[speaker]]\nname = \"Otto Lind\"\naliases = [\"Lind\", \"The Iron Mayor\"]\n"), @r#"
        exit 2

        ---
        whosaid: mine.toml:7: aliases "The Iron Mayor" of Otto Lind is an alias of Anna Berg too (line 3): no article could tell them apart; take it from one of them
        "#);
        assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\naliases = [\"Otto Lind\"]\n\n[[speaker]]\nname = \"Otto Lind\"\n"), @r#"
        exit 2

        ---
        whosaid: mine.toml:3: aliases "Otto Lind" of Anna Berg is the name of Otto Lind too (line 6): no article could tell them apart; take it from one of them
        "#);
        // Namesakes are none.
        assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\n\n[[speaker]]\nname = \"Otto Berg\"\n"), @r#"
        exit 0
        We are late!,Anna Berg
        ---
        "#);
    }

    #[test]
    fn missing_or_no_text() {
        let folder = folder(&[]);
        folder.write("latin.toml", b"[[speaker]]\nname = \"Zo\xeb Berg\"\n");
        assert_snapshot!(extract(&folder, &["good.txt", "--lexicon", "none.toml"]), @r#"
        exit 2

        ---
        whosaid: none.toml: cannot be read: no such file or directory
        "#);
        assert_snapshot!(extract(&folder, &["good.txt", "--lexicon", "latin.toml"]), @r#"
        exit 2

        ---
        whosaid: latin.toml:2: is not UTF-8: save the lexicon as UTF-8
        "#);
        assert_snapshot!(extract(&folder, &["good.txt", "--lexicon", "."]), @r#"
        exit 2

        ---
        whosaid: .: cannot be read: is a directory
        "#);
    }
}

mod output {
    use super::*;

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
}
