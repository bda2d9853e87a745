//! Paths to files: folders are walked in a stable order, `.gitignore` honoured; files of no known format and our own exports are passed
//! over.

use std::path::{Path, PathBuf};

use super::{Options, Problem, display, format_of, is_export, plain_error};

/// A file to read, or a path that gives none.
pub type Found = Result<PathBuf, Problem>;

/// The files of `paths`, each folder in the order of its names. A file named itself is taken whatever its ending.
pub fn files(paths: &[PathBuf], options: &Options) -> Vec<Found> {
    let mut out = Vec::new();
    for path in paths {
        let problem = |message: String| Err(Problem { source: display(path), line: None, message });
        match std::fs::metadata(path) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => out.push(problem("does not exist".to_owned())),
            Err(e) => out.push(problem(format!("cannot be read: {}", plain_error(&e)))),
            Ok(m) if m.is_dir() => folder(path, options, &mut out),
            Ok(_) => out.push(Ok(path.clone())),
        }
    }
    out
}

/// Where a walk met an error.
fn place(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place(err),
        _ => None,
    }
}

fn folder(path: &Path, options: &Options, out: &mut Vec<Found>) {
    let before = out.len();
    let walk = ignore::WalkBuilder::new(path).require_git(false).sort_by_file_name(|a, b| a.cmp(b)).build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
                // Word keeps a lock file `~$name.docx` beside a document that is open.
                let is_lock = entry.file_name().to_string_lossy().starts_with("~$");
                let path = entry.into_path();
                if format_of(&path).is_some() && !is_lock && !is_export(&path, options) {
                    out.push(Ok(path));
                }
            }
            Ok(_) => {}
            Err(e) => {
                let message = match e.io_error() {
                    // Its own words name the path a second time.
                    Some(e) => format!("cannot be read: {}", plain_error(&e.kind().into())),
                    None => e.to_string(),
                };
                out.push(Err(Problem { source: display(place(&e).unwrap_or(path)), line: None, message }));
            }
        }
    }
    if out.len() == before {
        out.push(Err(Problem {
            source: display(path),
            line: None,
            message:
                "holds no articles: name the files, or a folder with files that end in .txt, .html, .jsonl and the like"
                    .to_owned(),
        }));
    }
}
