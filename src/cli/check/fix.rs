//! `--fix` and `--diff`: carries out the edits of findings in the files they were found in. A file is written whole or not at all; an
//! edit whose words no longer stand where they were found is left out.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use similar::TextDiff;
use whosaid::check::{Edit, Finding};
use whosaid::input;
use whosaid::output::findings::inert;

use super::super::files::Target;

/// A file with its edits carried out.
struct Mended {
    old: String,
    new: String,
    /// The findings, by number, that are no more.
    done: Vec<usize>,
}

/// Mends the files; takes the findings that are no more out of the list and says how many there were.
pub(super) fn apply(found: &mut Vec<Finding>, skipped: &mut Vec<String>) -> Result<usize> {
    let mut done = Vec::new();
    for (path, mended) in mend(found, skipped) {
        let target = Target::open(Some(Path::new(&path)))?;
        let mut out = target.writer()?;
        out.write_all(mended.new.as_bytes())?;
        out.flush()?;
        drop(out);
        target.commit()?;
        done.extend(mended.done);
    }
    let mut number = 0;
    found.retain(|_| {
        number += 1;
        !done.contains(&(number - 1))
    });
    Ok(done.len())
}

/// Writes what would change as a unified diff; whether anything would.
pub(super) fn diff(found: &[Finding], output: Option<&Path>, skipped: &mut Vec<String>) -> Result<bool> {
    let target = Target::open(output)?;
    let mut out = target.writer()?;
    let mended = mend(found, skipped);
    for (path, mended) in &mended {
        let path = inert(path);
        let diff = TextDiff::from_lines(mended.old.as_str(), mended.new.as_str());
        let text = diff.unified_diff().context_radius(1).header(&format!("a/{path}"), &format!("b/{path}")).to_string();
        for line in text.lines() {
            writeln!(out, "{}", inert(line).trim_end())?;
        }
    }
    out.flush()?;
    drop(out);
    target.commit()?;
    Ok(!mended.is_empty())
}

/// Carries out all edits in memory, file by file.
fn mend(found: &[Finding], skipped: &mut Vec<String>) -> BTreeMap<String, Mended> {
    let mut files: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, finding) in found.iter().enumerate().filter(|(_, f)| f.fix.is_some()) {
        files.entry(&finding.source).or_default().push(number);
    }
    let mut out = BTreeMap::new();
    for (path, numbers) in files {
        let text = match std::fs::read(path).map(String::from_utf8) {
            Ok(Ok(text)) => text,
            Ok(Err(_)) => {
                skipped.push(format!("{path}: is not UTF-8, so it is not mended: save it as UTF-8"));
                continue;
            }
            // Standard input, or an article of a larger file: nothing to write to.
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => continue,
            Err(e) => {
                skipped.push(format!("{path}: cannot be read: {}", input::plain_error(&e)));
                continue;
            }
        };
        if let Some(mended) = edit(text, found, &numbers) {
            out.insert(path.to_owned(), mended);
        }
    }
    out
}

fn edit(old: String, found: &[Finding], numbers: &[usize]) -> Option<Mended> {
    let starts: Vec<usize> = old.char_indices().map(|(i, _)| i).chain([old.len()]).collect();
    let bytes = |edit: &Edit| -> Option<(usize, usize)> {
        let (start, end) = (*starts.get(edit.location.start)?, *starts.get(edit.location.end)?);
        (old.get(start..end)? == edit.old).then_some((start, end))
    };
    let mut edits: BTreeMap<(usize, usize), &str> = BTreeMap::new();
    let mut done = Vec::new();
    for &number in numbers {
        let Some(fix) = &found[number].fix else { continue };
        // All edits of a fix or none; the same edit may belong to two.
        let places: Option<Vec<_>> = fix.edits.iter().map(|e| Some((bytes(e)?, e.new.as_str()))).collect();
        let Some(places) = places else { continue };
        let free = places.iter().all(|(at, new)| {
            edits.get(at).is_some_and(|other| other == new) || !edits.keys().any(|e| e.0 < at.1 && at.0 < e.1)
        });
        if free {
            edits.extend(places);
            done.push(number);
        }
    }
    if edits.is_empty() {
        return None;
    }
    let mut new = String::with_capacity(old.len() + edits.len() * 4);
    let mut at = 0;
    for ((start, end), words) in edits {
        new.push_str(&old[at..start]);
        new.push_str(words);
        at = end;
    }
    new.push_str(&old[at..]);
    Some(Mended { old, new, done })
}
