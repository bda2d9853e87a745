//! Hostile text in every field, through every format: what comes out parses, and nothing of it runs.

use super::{FORMATS, Format, Paths, Report, format};
use crate::check::{Change, ChangeKind, Edit, Elsewhere, Excerpt, Finding, Fix, Location, Note, Severity};

/// What an article may hold: escapes, line breaks, workflow commands, a bidi override, the ends of XML's own brackets, null.
const HOSTILE: &str = "\u{1b}[31mred\r\n::error file=x::pwned %0A::warning::\u{202e}txt ]]> </failure><a b=\"'&\u{0}\u{9b}1m ##[error]x ##vso[y]";

fn report(format: &Format) -> String {
    let location = Location {
        line: 3,
        column: 5,
        end_line: 3,
        end_column: 9,
        byte_columns: (7, 11),
        excerpt: Excerpt { text: format!("{HOSTILE}marked{HOSTILE}"), marked: HOSTILE.len()..HOSTILE.len() + 6 },
        ..Location::default()
    };
    let finding = Finding {
        check: "altered-quote",
        severity: Severity::Error,
        source: format!("a {HOSTILE}.txt"),
        location: location.clone(),
        message: format!("message {HOSTILE}"),
        notes: vec![Note {
            message: format!("note {HOSTILE}"),
            place: Some(Elsewhere { source: HOSTILE.to_owned(), line: 1, column: 1 }),
        }],
        diff: vec![Change { kind: ChangeKind::Added, words: HOSTILE.to_owned() }],
        fix: Some(Fix {
            title: "write “".to_owned(),
            edits: vec![Edit { location, old: "\"".to_owned(), new: "“".to_owned() }],
        }),
        fingerprint: "0123456789abcdef".to_owned(),
    };
    let report = Report::new(vec![finding], 1, vec![format!("b.txt: {HOSTILE}")], Severity::Error);
    let mut out = Vec::new();
    (format.write)(&report.paths(Paths::default()), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn nothing_in_an_article_runs() {
    for format in FORMATS {
        let out = report(format);
        for bad in ['\u{1b}', '\u{202e}', '\u{9b}', '\0', '\r'] {
            assert!(!out.contains(bad), "{}: {bad:?} in {out}", format.id);
        }
        for line in out.lines().filter(|_| ["text", "github"].contains(&format.id)) {
            assert!(!line.contains("##[") && !line.contains("##vso["), "{}: {line}", format.id);
        }
    }
}

#[test]
fn github_obeys_only_our_commands() {
    let out = report(format("github").unwrap());
    let commands: Vec<&str> = out.lines().filter(|l| l.trim_start().starts_with("::")).collect();
    assert_eq!(commands.len(), 2, "{out}");
    assert!(commands[0].starts_with("::error file=a "), "{}", commands[0]);
    // The first `::` behind the command's own ends its properties: none of the article's stands before it.
    let properties = commands[0]["::error ".len()..].split("::").next().unwrap();
    assert!(properties.ends_with(",line=3,endLine=3,col=5,endColumn=9,title=altered-quote"), "{properties}");
    assert!(properties.contains("%3A%3Aerror file=x%3A%3A"), "{properties}");
    assert!(commands[1].starts_with("::error title=whosaid::b.txt: "), "{}", commands[1]);
}

#[test]
fn json_is_json_and_xml_is_balanced() {
    for id in ["sarif", "gitlab"] {
        let out = report(format(id).unwrap());
        serde_json::from_str::<serde_json::Value>(&out).unwrap_or_else(|e| panic!("{id}: {e}: {out}"));
    }
    for id in ["rdjsonl", "jsonl"] {
        let out = report(format(id).unwrap());
        assert_eq!(out.lines().count(), 1, "{id}");
        serde_json::from_str::<serde_json::Value>(&out).unwrap_or_else(|e| panic!("{id}: {e}: {out}"));
    }
    for id in ["junit", "checkstyle"] {
        let out = report(format(id).unwrap());
        let mut open: Vec<&str> = Vec::new();
        for tag in out.split('<').skip(1) {
            let (tag, rest) = tag.split_once('>').unwrap_or_else(|| panic!("{id}: a tag is open in {out}"));
            assert!(!rest.contains('>'), "{id}: a bare > in {rest}");
            let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
            if tag.starts_with('/') {
                assert_eq!(open.pop(), Some(name), "{id}: {out}");
            } else if !tag.starts_with('?') && !tag.ends_with('/') {
                open.push(name);
            }
        }
        assert!(open.is_empty(), "{id}: {open:?} in {out}");
    }
}

#[test]
fn marks_stand_under_their_words() {
    let out = report(format("text").unwrap());
    let lines: Vec<&str> = out.lines().collect();
    let source = lines.iter().position(|l| l.starts_with("3 | ")).unwrap();
    let carets = lines[source + 1];
    let at = carets.find('^').unwrap();
    let column = carets.chars().take_while(|c| *c != '^').count();
    let line: Vec<char> = lines[source].chars().collect();
    assert_eq!(line[column..column + 6].iter().collect::<String>(), "marked", "{}\n{carets}", lines[source]);
    assert_eq!(&carets[at..], "^^^^^^");
}
