//! Paths to files: folders are walked in a stable order, `.gitignore` honoured, files of no known format passed over.

use std::path::{Path, PathBuf};

use super::{Problem, display, format_of, plain_error};

/// A file to read, or a path that gives none.
pub type Found = Result<PathBuf, Problem>;

/// The files of `paths`, each folder in the order of its names. A file named itself is taken whatever its ending.
pub fn files(paths: &[PathBuf]) -> Vec<Found> {
    let mut out = Vec::new();
    for path in paths {
        let problem = |message: String| Err(Problem { source: display(path), line: None, message });
        match std::fs::metadata(path) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => out.push(problem("does not exist".to_owned())),
            Err(e) => out.push(problem(format!("cannot be read: {}", plain_error(&e)))),
            Ok(m) if m.is_dir() => folder(path, &mut out),
            Ok(_) => out.push(Ok(path.clone())),
        }
    }
    out
}

fn folder(path: &Path, out: &mut Vec<Found>) {
    let before = out.len();
    let walk = ignore::WalkBuilder::new(path).require_git(false).sort_by_file_name(|a, b| a.cmp(b)).build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) && format_of(entry.path()).is_some() => {
                out.push(Ok(entry.into_path()))
            }
            Ok(_) => {}
            Err(e) => {
                let message =
                    e.io_error().map_or_else(|| e.to_string(), |e| format!("cannot be read: {}", plain_error(e)));
                out.push(Err(Problem { source: display(path), line: None, message }));
            }
        }
    }
    if out.len() == before {
        out.push(Err(Problem {
            source: display(path),
            line: None,
            message: "holds no articles: name the files, or a folder with .txt or .jsonl files".to_owned(),
        }));
    }
}
