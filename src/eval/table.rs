//! Gold from an export that a person corrected: CSV, TSV or XLSX, JSON lines or JSON. A row is a quote, unless its `review` says that
//! it is none; rows that were added need no more than `quote` and `source`, and `speaker` if somebody is named.

use std::collections::HashMap;
use std::ops::Range;
use std::path::PathBuf;

use serde_json::Value;

use super::gold::{Document, Entry, Gold, Marked};
use crate::input::Problem;
use crate::output::{self, unsafe_again};
use crate::review::{self, Verdict};

/// A row as both kinds of file give it.
#[derive(Debug, Default)]
struct Row {
    line: usize,
    quote: String,
    source: String,
    path: Option<String>,
    /// None where the table has no such column.
    speaker: Option<String>,
    kind: String,
    review: String,
    segments: Vec<Range<usize>>,
    attribution: String,
    near: Option<usize>,
}

/// Reads a corrected export; `file` is what problems call it.
pub(super) fn read(file: &str, bytes: Vec<u8>) -> Result<Gold, Problem> {
    let mut gold = Gold::default();
    let first = bytes.iter().find(|b| !b.is_ascii_whitespace() && !matches!(b, 0xef | 0xbb | 0xbf));
    let rows = match first {
        Some(b'{') => json_lines(file, &bytes, &mut gold.problems),
        Some(b'[') => json(file, &bytes)?,
        _ => cells(file, bytes, &mut gold.problems)?,
    };
    let mut documents: HashMap<String, usize> = HashMap::new();
    let mut entries: HashMap<(String, String, String), usize> = HashMap::new();
    let (mut decided, mut open) = (0, 0);
    for row in rows {
        let mut problem =
            |message: String| gold.problems.push(Problem { source: file.to_owned(), line: Some(row.line), message });
        match Verdict::parse(&row.review) {
            Ok(Some(Verdict::Drop)) => decided += 1,
            Ok(Some(Verdict::Keep)) => decided += 1,
            Ok(None) => open += 1,
            Err(()) => {
                problem(format!(
                    "review says {:?}: write {:?} or {:?}, or leave it empty; the row was not used",
                    row.review,
                    review::OK,
                    review::NO_QUOTE
                ));
                continue;
            }
        }
        if row.source.is_empty() {
            problem("has no source: name the article; the row was not used".to_owned());
            continue;
        }
        let at = *documents.entry(row.source.clone()).or_insert_with(|| {
            let path = row.path.clone().unwrap_or_else(|| row.source.clone());
            gold.texts.extend(Some(PathBuf::from(path)).filter(|p| !gold.texts.contains(p)));
            let document =
                Document { name: row.source.clone(), file: file.to_owned(), line: row.line, entries: vec![] };
            gold.documents.push(document);
            gold.documents.len() - 1
        });
        // An article without quotes is annotated too: what is found in it is wrong.
        if Verdict::parse(&row.review) == Ok(Some(Verdict::Drop)) || row.quote.is_empty() {
            continue;
        }
        let kind = match row.kind.trim().to_lowercase().as_str() {
            "" => None,
            word => match output::kinds(word) {
                Ok(kinds) => Some(kinds[0]),
                Err(_) => {
                    problem(format!("kind says {word:?}: write direct, mixed or indirect; the row was not used"));
                    continue;
                }
            },
        };
        let content = Marked {
            line: row.line,
            ranges: row.segments,
            words: row.quote,
            near: row.near,
            is_editable: true,
            ..Marked::default()
        };
        let of_document = &mut gold.documents[at].entries;
        let key = (row.source, row.attribution.clone(), row.speaker.clone().unwrap_or_default());
        match entries.get(&key).filter(|_| !row.attribution.is_empty()) {
            // Quotes of one act of speech count as one; their marks tell the kind.
            Some(&same) => {
                of_document[same].contents.push(content);
                of_document[same].kind = None;
            }
            None => {
                entries.insert(key, of_document.len());
                of_document.push(Entry { contents: vec![content], name: row.speaker, kind, ..Entry::default() });
            }
        }
    }
    if decided > 0 && open > 0 {
        gold.notes.push(format!("{file}: {open} of {} rows have no decision and count as right", decided + open));
    }
    Ok(gold)
}

fn cells(file: &str, bytes: Vec<u8>, problems: &mut Vec<Problem>) -> Result<Vec<Row>, Problem> {
    let problem = |line: Option<usize>, message: String| Problem { source: file.to_owned(), line, message };
    let (header, rows) = review::table(bytes).map_err(|message| problem(None, message))?;
    let at = |name: &str| header.iter().position(|h| h.trim().eq_ignore_ascii_case(name));
    for needed in ["quote", "source"] {
        if at(needed).is_none() {
            let message =
                format!("has no column {needed:?}: gold is brat standoff, or an export of whosaid, corrected");
            return Err(problem(Some(1), message));
        }
    }
    let mut out = Vec::new();
    for (line, cells) in rows {
        let cell = |name: &str| at(name).map(|i| unsafe_again(cells.get(i).map_or("", |c| c.trim())).to_owned());
        let text = |name: &str| cell(name).unwrap_or_default();
        if cells.iter().all(|c| c.trim().is_empty()) {
            continue;
        }
        let written = text("segments");
        let Some(segments) = ranges(&written) else {
            problems.push(problem(Some(line), format!("segments says {written:?}: leave it as it was, or empty it")));
            continue;
        };
        out.push(Row {
            line,
            quote: text("quote"),
            source: text("source"),
            path: cell("path").filter(|p| !p.is_empty()),
            speaker: cell("speaker"),
            kind: text("kind"),
            review: text("review"),
            segments,
            attribution: text("attribution"),
            near: text("line").parse().ok(),
        });
    }
    Ok(out)
}

/// `5-17;20-31`
fn ranges(text: &str) -> Option<Vec<Range<usize>>> {
    let pairs = text.split(';').map(str::trim).filter(|p| !p.is_empty());
    pairs
        .map(|pair| {
            let (start, end) = pair.split_once('-')?;
            let range = start.trim().parse::<usize>().ok()?..end.trim().parse::<usize>().ok()?;
            (range.start <= range.end).then_some(range)
        })
        .collect()
}

fn json_lines(file: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Vec<Row> {
    let mut out = Vec::new();
    for (line, text) in (1..).zip(bytes.split(|b| *b == b'\n')) {
        if text.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let row = serde_json::from_slice(text).map_err(|e| format!("is no JSON: {e}")).and_then(|v| record(line, &v));
        match row {
            Ok(row) => out.push(row),
            Err(message) => problems.push(Problem { source: file.to_owned(), line: Some(line), message }),
        }
    }
    out
}

fn json(file: &str, bytes: &[u8]) -> Result<Vec<Row>, Problem> {
    let problem = |line: usize, message: String| Problem { source: file.to_owned(), line: Some(line), message };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let values: Vec<Value> =
        serde_json::from_slice(bytes).map_err(|e| problem(e.line(), format!("is no JSON: {e}")))?;
    (1..).zip(&values).map(|(n, v)| record(n, v).map_err(|m| problem(n, format!("(a record) {m}")))).collect()
}

fn record(line: usize, value: &Value) -> Result<Row, String> {
    let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    let Some(fields) = value.as_object() else { return Err("is no record of whosaid".to_owned()) };
    for needed in ["quote", "source"] {
        if !fields.get(needed).is_some_and(Value::is_string) {
            return Err(format!("has no field {needed:?}: gold is brat standoff, or an export of whosaid, corrected"));
        }
    }
    let number = |v: &Value| v.as_u64().and_then(|n| usize::try_from(n).ok());
    let segment = |s: &Value| Some(number(&s["start"])?..number(&s["end"])?).filter(|r| r.start <= r.end);
    let none = Vec::new();
    let segments = value["segments"].as_array().unwrap_or(&none).iter().map(segment).collect::<Option<_>>();
    Ok(Row {
        line,
        quote: text(&value["quote"]),
        source: text(&value["source"]),
        path: value["path"].as_str().map(str::to_owned),
        speaker: fields.get("speaker").map(text),
        kind: text(&value["kind"]),
        review: text(&value["review"]),
        segments: segments.ok_or("has segments without start and end")?,
        attribution: value["attribution"].as_u64().map(|n| n.to_string()).unwrap_or_default(),
        near: number(&value["line"]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::letters::Letters;

    const TEXT: &str = "“We are late,” Anna Berg said. “Nobody told us.”\n\nOtto Lind agreed. “So it is,” he said.\n";

    /// The acts of speech as kind, speaker and words.
    fn resolved(table: &str) -> (Vec<String>, Vec<String>) {
        let gold = read("gold.csv", table.as_bytes().to_vec()).unwrap();
        let letters = Letters::new(TEXT);
        let (attributions, problems) = gold.documents[0].resolve(&letters);
        let words = |ranges: &[Range<usize>]| ranges.iter().map(|r| letters.text(r)).collect::<Vec<_>>().join(" / ");
        (
            attributions
                .iter()
                .map(|a| format!("{} {}: {}", a.kind, a.source.words().unwrap_or("nobody"), words(&a.ranges)))
                .collect(),
            gold.problems.iter().chain(&problems).map(ToString::to_string).collect(),
        )
    }

    #[test]
    fn rows_become_acts_of_speech() {
        for (rows, want) in [
            // As exported; two segments of one quote.
            (
                "\"We are late, Nobody told us.\",Anna Berg,a.txt,direct,1-13;32-47,1,",
                "direct Anna Berg: We are late, / Nobody told us.",
            ),
            // Another speaker, nobody, and a boundary moved by hand.
            ("\"We are late,\",Otto Lind,a.txt,direct,1-13,1,ok", "direct Otto Lind: We are late,"),
            ("\"We are late,\",,a.txt,direct,1-13,1,ok", "direct nobody: We are late,"),
            ("are late,Anna Berg,a.txt,direct,1-13,1,ok", "direct Anna Berg: are late"),
            // A row that was added; the marks tell its kind.
            ("So it is,Otto Lind,a.txt,,,,", "direct Otto Lind: So it is"),
            ("Otto Lind agreed,Otto Lind,a.txt,,,,", "indirect Otto Lind: Otto Lind agreed"),
            ("\"We are late,\",Anna Berg,a.txt,direct,1-13,1,no quote", ""),
            // One act of speech in two rows.
            (
                "\"We are late,\",Anna Berg,a.txt,direct,1-13,1,\n\"Nobody told us.\",Anna Berg,a.txt,direct,32-47,1,",
                "direct Anna Berg: We are late, / Nobody told us.",
            ),
        ] {
            let table = format!("quote,speaker,source,kind,segments,attribution,review\n{rows}\n");
            let (got, problems) = resolved(&table);
            assert_eq!((got.join("; ").as_str(), problems), (want, vec![]), "{rows}");
        }
    }

    #[test]
    fn json_lines_are_read_like_rows() {
        let line = r#"{"quote":"We are late,","speaker":null,"source":"a.txt","kind":"direct","segments":[{"start":1,"end":13}],"attribution":1,"cue":{"text":"said"}}"#;
        for table in [line.to_owned(), format!("[{line}]")] {
            assert_eq!(resolved(&table), (vec!["direct nobody: We are late,".to_owned()], vec![]));
        }
    }

    #[test]
    fn mistakes_are_named_by_line() {
        for (table, want) in [
            ("quote,source,review\nWe are late,a.txt,perhaps", "gold.csv:2: review says \"perhaps\""),
            ("quote,source,kind\nWe are late,a.txt,said", "gold.csv:2: kind says \"said\""),
            ("quote,source\nWe were late,a.txt", "gold.csv:2: “We were late” is not in the article"),
            ("quote,source,segments\nWe are late,a.txt,1-x", "gold.csv:2: segments says \"1-x\""),
            ("quote,source\nWe are late,a.txt\nSo,", "gold.csv:3: has no source"),
            (
                "{\"quote\":\"We are late\",\"source\":\"a.txt\"}\n{\"quote\":\"x\"}",
                "gold.csv:2: has no field \"source\"",
            ),
            ("{\"quote\":\"We are late\",\"source\":\"a.txt\"}\n{\"quote", "gold.csv:2: is no JSON"),
        ] {
            let gold = read("gold.csv", table.as_bytes().to_vec()).unwrap();
            let found = gold.documents.iter().flat_map(|d| d.resolve(&Letters::new(TEXT)).1);
            let all: Vec<String> = gold.problems.iter().cloned().chain(found).map(|p| p.to_string()).collect();
            assert!(all.iter().any(|p| p.starts_with(want)), "{all:?} lack {want:?}");
        }
        let error = read("gold.csv", b"name,text\na,b\n".to_vec()).unwrap_err().to_string();
        assert!(error.starts_with("gold.csv:1: has no column \"quote\""), "{error}");
    }
}
