//! An export that was approved before, and what became of its quotes: changed, missing, new.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::engine::{Corpus, Quote, bare_path};
use super::finding::{Change, ChangeKind, Excerpt, Location};
use super::{Check, Finding, Run, Severity};

pub(super) const CHANGED: Check = Check {
    id: "changed",
    finds: "A quote whose words, speaker or role differ from the baseline (`--baseline FILE`).",
    why: "What was approved is no longer what is published.",
    remedy: "Restore the approved quote, or approve the new one with --update-baseline.",
    severity: Severity::Error,
    settings: &[],
    examples: &[],
    run: &[Run::Corpus(|corpus, out| out.extend(corpus.comparison().changed.iter().cloned()))],
};

pub(super) const MISSING: Check = Check {
    id: "missing",
    finds: "A quote of the baseline that its article no longer has, or whose article is gone.",
    why: "A quote that drops out without anybody noticing may have been the one that mattered.",
    remedy: "Restore the quote, or approve its loss with --update-baseline.",
    severity: Severity::Error,
    settings: &[],
    examples: &[],
    run: &[Run::Corpus(|corpus, out| out.extend(corpus.comparison().missing.iter().cloned()))],
};

pub(super) const NEW: Check = Check {
    id: "new",
    finds: "A quote that the baseline does not have.",
    why: "Nobody has approved it yet.",
    remedy: "Read it, then approve it with --update-baseline.",
    severity: Severity::Warning,
    settings: &[],
    examples: &[],
    run: &[Run::Corpus(|corpus, out| out.extend(corpus.comparison().new.iter().cloned()))],
};

/// The quotes of an approved export.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    file: String,
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    /// 1-based line in the file.
    line: usize,
    quote: String,
    speaker: Option<String>,
    role: Option<String>,
    source: String,
}

/// Why a baseline cannot be read, and where.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{file}:{line}: {message}")]
pub struct BaselineError {
    /// The file as given.
    pub file: String,
    /// 1-based.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// The columns of a record that are compared.
#[derive(Deserialize)]
struct Fields {
    quote: String,
    #[serde(default)]
    speaker: Option<String>,
    #[serde(default)]
    role: Option<String>,
    source: String,
}

impl Baseline {
    /// Reads an export as CSV; `file` is what errors and findings call it.
    ///
    /// # Errors
    /// [`BaselineError`] with the line of the first row that cannot be read, or naming the column that is not there.
    pub fn parse_csv(file: &str, bytes: &[u8]) -> Result<Self, BaselineError> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let error = |line: usize, message: String| BaselineError { file: file.to_owned(), line, message };
        let mut reader = ::csv::Reader::from_reader(bytes);
        let of_csv = |e: &::csv::Error| {
            let line = e.position().map_or(1, |p| p.line() as usize);
            let message = match e.kind() {
                ::csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                    format!("the row has {len} cells, the header {expected_len}")
                }
                ::csv::ErrorKind::Utf8 { .. } => "is not UTF-8: export it again".to_owned(),
                _ => e.to_string(),
            };
            error(line, message)
        };
        let headers = reader.headers().map_err(|e| of_csv(&e))?.clone();
        let column = |name: &str| headers.iter().position(|h| h == name);
        let needed = |name: &str| {
            column(name)
                .ok_or_else(|| error(1, format!("has no column {name:?}: write it with whosaid extract -o quotes.csv")))
        };
        let (quote, source) = (needed("quote")?, needed("source")?);
        let (speaker, role) = (column("speaker"), column("role"));
        let mut rows = Vec::new();
        let (mut line, mut counted) = (1, 0);
        for record in reader.records() {
            let record = record.map_err(|e| of_csv(&e))?;
            // The reader names the place behind the last row's return, which is before its line feed.
            let mut start = record.position().map_or(0, |p| p.byte() as usize);
            start += bytes[start..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
            line += memchr::memchr_iter(b'\n', &bytes[counted..start]).count();
            counted = start;
            let cell = |i: usize| unguarded(record.get(i).unwrap_or_default());
            let filled = |i: Option<usize>| i.map(cell).filter(|c| !c.is_empty()).map(str::to_owned);
            rows.push(Row {
                line,
                quote: cell(quote).to_owned(),
                speaker: filled(speaker),
                role: filled(role),
                source: cell(source).to_owned(),
            });
        }
        Ok(Baseline { file: file.to_owned(), rows })
    }

    /// Reads an export as JSON lines.
    ///
    /// # Errors
    /// [`BaselineError`] with the first line that is no record.
    pub fn parse_jsonl(file: &str, bytes: &[u8]) -> Result<Self, BaselineError> {
        let mut rows = Vec::new();
        for (number, line) in bytes.split(|b| *b == b'\n').enumerate().filter(|(_, l)| !l.trim_ascii().is_empty()) {
            let fields: Fields = serde_json::from_slice(line).map_err(|e| {
                let message = format!("is no record: {e}");
                BaselineError { file: file.to_owned(), line: number + 1, message }
            })?;
            let Fields { quote, speaker, role, source } = fields;
            rows.push(Row { line: number + 1, quote, speaker, role, source });
        }
        Ok(Baseline { file: file.to_owned(), rows })
    }

    /// Forgets the quotes of sources that are none of this run's business. Sources are given without a leading `./`.
    pub fn retain_sources(&mut self, keep: impl Fn(&str) -> bool) {
        self.rows.retain(|r| keep(bare_path(&r.source)));
    }
}

/// A cell without the apostrophe that keeps a spreadsheet from running it.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) => rest,
        _ => cell,
    }
}

/// What became of a baseline's quotes; findings with the number of their article.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    changed: Vec<(usize, Finding)>,
    missing: Vec<(usize, Finding)>,
    new: Vec<(usize, Finding)>,
}

/// The share of words that two quotes must have in common to be versions of one.
const LIKENESS: f32 = 0.6;

impl Comparison {
    pub(crate) fn of(corpus: &Corpus) -> Self {
        let mut out = Comparison::default();
        let Some(baseline) = corpus.baseline else { return out };
        let mut rows: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in &baseline.rows {
            rows.entry(bare_path(&row.source)).or_default().push(row);
        }
        let mut read = BTreeSet::new();
        for (number, article) in corpus.articles.iter().enumerate() {
            // Two articles of one name are compared as one would be: the first takes the rows.
            let source = bare_path(&article.source);
            let rows = if read.insert(source) { rows.remove(source) } else { None };
            out.article(number, &article.quotes, rows.unwrap_or_default(), &baseline.file);
        }
        for row in rows.into_values().flatten() {
            let finding = missing(row, &baseline.file, &format!("{} is gone, and with it this quote", row.source));
            out.missing.push((usize::MAX, finding));
        }
        out.missing.sort_by_key(|(number, f)| (*number, f.location.line));
        out
    }

    fn article(&mut self, number: usize, quotes: &[Quote], mut rows: Vec<&Row>, file: &str) {
        let mut left: Vec<&Quote> = quotes.iter().collect();
        // First what is as it was, then what changed in one thing, last what changed in its words.
        let stages: [fn(&Row, &Quote) -> bool; 3] = [
            |row, quote| row.quote == quote.text && row.speaker == quote.speaker && row.role == quote.role,
            |row, quote| row.quote == quote.text && row.speaker == quote.speaker,
            |row, quote| row.quote == quote.text,
        ];
        for (stage, same) in stages.iter().enumerate() {
            rows.retain(|row| {
                let Some(at) = left.iter().position(|quote| same(row, quote)) else { return true };
                let quote = left.remove(at);
                let nobody = || "nobody".to_owned();
                let (what, was, is) = match stage {
                    0 => return false,
                    1 => ("role", row.role.clone(), quote.role.clone()),
                    _ => ("speaker", row.speaker.clone(), quote.speaker.clone()),
                };
                let message =
                    format!("the {what} was {} and is {}", was.unwrap_or_else(nobody), is.unwrap_or_else(nobody));
                self.changed.push((number, changed(row, quote, file, message)));
                false
            });
        }
        rows.retain(|row| {
            let near = left
                .iter()
                .enumerate()
                .map(|(i, quote)| (i, word_diff(&row.quote, &quote.text)))
                .filter(|(_, (likeness, _))| *likeness >= LIKENESS)
                .max_by(|a, b| a.1.0.total_cmp(&b.1.0).then(b.0.cmp(&a.0)));
            let Some((at, (_, changes))) = near else { return true };
            let quote = left.remove(at);
            self.changed.push((number, changed(row, quote, file, "the words have changed".to_owned()).diff(changes)));
            false
        });
        for row in rows {
            self.missing.push((number, missing(row, file, &format!("{} no longer has this quote", row.source))));
        }
        for quote in left {
            let speaker = quote.speaker.as_deref().unwrap_or("nobody");
            let message = format!("the baseline does not have this quote of {speaker}");
            self.new.push((number, Finding::new(NEW.id, quote.location.clone(), message)));
        }
    }
}

fn changed(row: &Row, quote: &Quote, file: &str, message: String) -> Finding {
    Finding::new(CHANGED.id, quote.location.clone(), message).see("approved as", file, row.line, 1)
}

/// The article has no place for what is not in it: the finding is about the baseline's row.
fn missing(row: &Row, file: &str, message: &str) -> Finding {
    let excerpt = super::place::excerpt(&row.quote, 0..row.quote.len());
    let location = Location {
        line: row.line,
        column: 1,
        end_line: row.line,
        end_column: 1,
        byte_columns: (1, 1),
        excerpt: Excerpt { ..excerpt },
        ..Location::default()
    };
    let mut finding = Finding::new(MISSING.id, location, message);
    finding.source = file.to_owned();
    finding
}

/// The share of common words, and the diff.
fn word_diff(old: &str, new: &str) -> (f32, Vec<Change>) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    let mut same = 0;
    let mut changes = Vec::new();
    let mut push = |kind, words: &[&str]| changes.push(Change { kind, words: words.join(" ") });
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match op {
            DiffOp::Equal { old_index, len, .. } => {
                same += len;
                push(ChangeKind::Same, &old[old_index..old_index + len]);
            }
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                let (removed, added) = (&old[op.old_range()], &new[op.new_range()]);
                if !removed.is_empty() {
                    push(ChangeKind::Removed, removed);
                }
                if !added.is_empty() {
                    push(ChangeKind::Added, added);
                }
            }
        }
    }
    (2.0 * same as f32 / (old.len() + new.len()).max(1) as f32, changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_named_by_line() {
        for (text, want) in [
            ("quote,speaker\n", "q.csv:1: has no column \"source\""),
            ("quote,source\na,b\nc\n", "q.csv:3: the row has 1 cells, the header 2"),
        ] {
            let message = Baseline::parse_csv("q.csv", text.as_bytes()).unwrap_err().to_string();
            assert!(message.starts_with(want), "{message}");
        }
        let message =
            Baseline::parse_jsonl("q.jsonl", b"{\"quote\":\"a\",\"source\":\"b\"}\n{}\n").unwrap_err().to_string();
        assert!(message.starts_with("q.jsonl:2: is no record"), "{message}");
    }

    #[test]
    fn cells_guarded_against_spreadsheets_are_read_back() {
        let baseline =
            Baseline::parse_csv("q.csv", b"quote,speaker,source\r\n'-5 degrees,,a.txt\r\n'tis late,Berg,a.txt\r\n")
                .unwrap();
        let rows: Vec<_> = baseline.rows.iter().map(|r| (r.quote.as_str(), r.speaker.as_deref(), r.line)).collect();
        assert_eq!(rows, [("-5 degrees", None, 2), ("'tis late", Some("Berg"), 3)]);
    }
}
