//! The baseline: reads an approved export, and writes what is there now as approved. Rows of articles that were not part of the run
//! stay as they are.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use whosaid::check::Baseline;
use whosaid::output::{self, Open, Sink};
use whosaid::{Article, Record, input};

use super::super::files::Target;

/// Reads a baseline; its ending tells the format.
pub(super) fn read(path: &Path) -> Result<Baseline> {
    let shown = input::display(path);
    let bytes = std::fs::read(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => anyhow!("{shown}: does not exist: write it first with --update-baseline"),
        _ => anyhow!("{shown}: cannot be read: {}", input::plain_error(&e)),
    })?;
    Ok(match ending(path)? {
        Ending::Csv => Baseline::parse_csv(&shown, &bytes)?,
        Ending::Jsonl => Baseline::parse_jsonl(&shown, &bytes)?,
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Csv,
    Jsonl,
}

fn ending(path: &Path) -> Result<Ending> {
    match output::format_of(path).map(|f| f.id) {
        Some("csv") => Ok(Ending::Csv),
        Some("jsonl") => Ok(Ending::Jsonl),
        _ => bail!("{}: a baseline is a .csv or .jsonl file", path.display()),
    }
}

/// The records of a run.
#[derive(Default)]
pub(super) struct Rows {
    articles: Vec<(Article, Vec<Record>)>,
}

impl Rows {
    pub(super) fn add(&mut self, article: &Article, records: &[Record]) -> Result<()> {
        if !records.is_empty() {
            // Only the name is needed: the text may be long.
            self.articles.push((Article::new(article.source.clone(), ""), records.to_vec()));
        }
        Ok(())
    }

    /// Writes them with the rows of the old baseline whose sources are none of this run's, sorted by source.
    pub(super) fn write(self, path: &Path, is_ours: impl Fn(&str) -> bool) -> Result<()> {
        let ending = ending(path)?;
        let format = output::format_of(path).context("a baseline is a .csv or .jsonl file")?;
        let mut fresh = Vec::new();
        let Open::Stream(open) = format.open else { anyhow::bail!("a baseline is a .csv or .jsonl file") };
        let mut sink: Box<dyn Sink + Send> = open(Box::new(&mut fresh), &output::Options::default())?;
        for (article, records) in &self.articles {
            sink.article(article, records)?;
        }
        sink.finish()?;
        let old = std::fs::read(path).unwrap_or_default();
        let target = Target::open(Some(path))?;
        let mut out = target.writer()?;
        match ending {
            Ending::Csv => merge_csv(path, &fresh, &old, is_ours, &mut out)?,
            Ending::Jsonl => merge_jsonl(&fresh, &old, is_ours, &mut out)?,
        }
        out.flush()?;
        drop(out);
        target.commit()
    }
}

fn merge_csv(path: &Path, fresh: &[u8], old: &[u8], ours: impl Fn(&str) -> bool, out: &mut impl Write) -> Result<()> {
    let mut fresh = csv::Reader::from_reader(fresh);
    let header = fresh.headers()?.clone();
    let source = header.iter().position(|h| h == "source").context("exports have a source")?;
    let mut rows: Vec<csv::StringRecord> = fresh.records().collect::<Result<_, _>>()?;
    let mut old = csv::Reader::from_reader(old);
    let same_header = *old.headers()? == header;
    for row in old.records() {
        let row = row.with_context(|| format!("{}: cannot be read", path.display()))?;
        if ours(row.get(source).unwrap_or_default()) {
            continue;
        }
        if !same_header {
            bail!("{}: has other columns than this version writes: update it with all articles", path.display());
        }
        rows.push(row);
    }
    rows.sort_by(|a, b| a.get(source).cmp(&b.get(source)));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(&header)?;
    rows.iter().try_for_each(|row| writer.write_record(row))?;
    writer.flush()?;
    Ok(())
}

fn merge_jsonl(fresh: &[u8], old: &[u8], ours: impl Fn(&str) -> bool, out: &mut impl Write) -> Result<()> {
    let source = |line: &[u8]| -> String {
        let value: Option<serde_json::Value> = serde_json::from_slice(line).ok();
        value.and_then(|v| Some(v.get("source")?.as_str()?.to_owned())).unwrap_or_default()
    };
    let lines = |bytes: &'_ [u8]| -> Vec<(String, Vec<u8>)> {
        bytes.split(|b| *b == b'\n').filter(|l| !l.is_empty()).map(|l| (source(l), l.to_vec())).collect()
    };
    let mut rows = lines(fresh);
    rows.extend(lines(old).into_iter().filter(|(source, _)| !ours(source)));
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    for (_, row) in rows {
        out.write_all(&row)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
