//! README and docs are held to the program: the first article and its CSV belong together, commands run as written, tables list what
//! there is. `WHOSAID_BLESS=1 cargo test --test readme` writes the CSV and the tables anew.

#[path = "support/folder.rs"]
mod folder;

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use folder::Folder;
use whosaid::lexicon::Lexicon;
use whosaid::{Flag, attribution, input, output};

fn path() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"))
}

fn readme() -> String {
    std::fs::read_to_string(path()).unwrap()
}

/// The content of the fenced blocks in a language, in order.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("\n```{language}\n");
    text.match_indices(&fence)
        .map(|(at, _)| {
            let rest = &text[at + fence.len()..];
            &rest[..rest.find("```").expect("the block is closed")]
        })
        .collect()
}

/// The commands of the `sh` blocks, without their comments.
fn commands(text: &str) -> Vec<String> {
    blocks(text, "sh")
        .iter()
        .flat_map(|b| b.lines())
        .map(|l| l.split("  #").next().unwrap_or(l).trim().to_owned())
        .filter(|l| !l.is_empty())
        .collect()
}

/// Writes `new` between two places of the README if that is asked for, else holds it against what stands there.
fn hold(from: &str, to: &str, new: &str) {
    let text = readme();
    let start = text.find(from).unwrap_or_else(|| panic!("the README has {from:?}")) + from.len();
    let end = start + text[start..].find(to).unwrap_or_else(|| panic!("the README has {to:?}"));
    if std::env::var_os("WHOSAID_BLESS").is_some() {
        std::fs::write(path(), format!("{}{new}{}", &text[..start], &text[end..])).unwrap();
    } else {
        assert_eq!(&text[start..end], new, "WHOSAID_BLESS=1 cargo test --test readme writes it anew");
    }
}

/// A folder as a newcomer has it: the first article, the corpus and the lexicon.
fn checkout() -> Folder {
    let text = readme();
    let folder = Folder::new(&[("harbour.txt", blocks(&text, "text")[0])]);
    let root = path().parent().unwrap();
    folder.write("speakers.toml", &std::fs::read(root.join("speakers.toml")).unwrap());
    for entry in std::fs::read_dir(root.join("corpus")).unwrap() {
        let entry = entry.unwrap();
        folder.write(&format!("corpus/{}", entry.file_name().to_string_lossy()), &std::fs::read(entry.path()).unwrap());
    }
    folder
}

/// The format of a feature that is off by default: no row of the tables, but a sentence below them.
const OPTIONAL: &str = "parquet";

/// One test, since the parts write to the same file when they are asked to.
#[test]
fn what_it_shows_is_what_there_is() {
    let text = readme();
    let first = commands(&text)[0].clone();
    let args: Vec<&str> = first.split_whitespace().skip(1).collect();
    let run = checkout().run(&args);
    assert_eq!((run.err.as_str(), run.code), ("", 0));
    hold("```csv\n", "```", &run.out.replace("\r\n", "\n"));

    let mut table = String::from("\n| format | endings | |\n|---|---|---|\n");
    for f in input::FORMATS.iter().filter(|f| f.id != OPTIONAL) {
        writeln!(table, "| `{}` | {} | {} |", f.id, endings(f.endings), f.about).unwrap();
    }
    hold("<!-- formats in -->\n", "\n<!-- /formats in -->", &table);

    let mut table = String::from("\n| format | endings | |\n|---|---|---|\n");
    for f in output::FORMATS.iter().filter(|f| f.id != OPTIONAL) {
        writeln!(table, "| `{}` | {} | {} |", f.id, endings(f.endings), f.about).unwrap();
    }
    hold("<!-- formats out -->\n", "\n<!-- /formats out -->", &table);

    let mut table = String::from("\n| rule | claims | confidence |\n|---|---|---|\n");
    for rule in attribution::rules() {
        writeln!(table, "| `{}` | {} | {:.2} |", rule.id, rule.says, rule.confidence).unwrap();
    }
    hold("<!-- rules -->\n", "\n<!-- /rules -->", &table);
}

fn endings(all: &[&str]) -> String {
    all.iter().map(|e| format!("`.{e}`")).collect::<Vec<_>>().join(" ")
}

#[test]
fn commands_run_as_written() {
    let formats = std::fs::read_to_string(path().with_file_name("docs/formats.md")).unwrap();
    let all = [commands(&readme()), commands(&formats)].concat();
    let folder = checkout();
    let program = assert_cmd::cargo::cargo_bin("whosaid");
    let search = std::env::join_paths(
        std::iter::once(program.parent().unwrap().to_owned())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    )
    .unwrap();
    let mut run = 0;
    for command in all {
        let command = command.replace("cargo run --release -- ", "whosaid ");
        if command.starts_with("cargo ") || command.starts_with("git ") {
            continue;
        }
        let output = Command::new("bash")
            .args(["-o", "pipefail", "-c", &command])
            .current_dir(folder.path())
            .env("PATH", &search)
            .output()
            .expect("bash runs");
        let code = output.status.code().unwrap();
        let err = String::from_utf8_lossy(&output.stderr);
        // A check of articles that were written to be hard may find something.
        assert!(code == 0 || code == 1 && command.starts_with("whosaid check"), "{command}: {code}\n{err}");
        let elsewhere = [" -o ", " > ", " --from "].iter().any(|o| command.contains(o));
        assert!(elsewhere || !output.stdout.is_empty(), "{command}: {err}");
        run += 1;
    }
    assert!(run >= 10, "{run} commands were run");
    let rows = csv::Reader::from_path(folder.path().join("quotes.csv")).unwrap().into_records().count();
    assert!(rows > 200, "{rows} rows");
}

#[test]
fn the_lexicon_can_be_read_and_used() {
    let text = readme();
    let lexicon = Lexicon::parse("README.md", blocks(&text, "toml")[0]).unwrap();
    assert_eq!(lexicon.speakers[0].id, "ines-calloway");
    let folder = checkout();
    folder.write("speakers.toml", blocks(&text, "toml")[0].as_bytes());
    let run = folder.run(&["extract", "harbour.txt", "--columns", "speaker_id,role"]);
    assert_eq!(run.out.lines().nth(1), Some("ines-calloway,Mayor of Port Ellin"));
}

#[test]
fn columns_and_flags_are_explained() {
    let formats = std::fs::read_to_string(path().with_file_name("docs/formats.md")).unwrap();
    let rows: Vec<&str> = formats.lines().filter_map(|l| l.strip_prefix("| `")?.split('`').next()).collect();
    use Flag::*;
    let flags = [
        Unclosed,
        MismatchedMarks,
        Continued,
        AmbiguousSpeaker,
        Anonymous,
        Group,
        Document,
        Resolved,
        Dangling,
        Repaired,
        Reviewed,
        NotSpeech,
    ];
    let columns = output::COLUMNS.iter().chain(output::EXTRA).map(|c| c.name);
    for name in columns.chain(flags.iter().map(|f| f.as_str())) {
        assert!(rows.contains(&name), "docs/formats.md has no row for {name}");
    }
}

#[test]
fn links_lead_somewhere() {
    let text = readme();
    let mut links = 0;
    for target in text.match_indices("](").map(|(at, m)| text[at + m.len()..].split(')').next().unwrap()) {
        assert!(path().with_file_name(target).exists(), "{target}");
        links += 1;
    }
    assert!(links >= 5);
}
