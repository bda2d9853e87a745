//! Which lexicon is in use: the one named, else the nearest `speakers.toml` upwards, else the one built in.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use whosaid::lexicon::Lexicon;

/// Loads the lexicon for a run in the current folder.
pub(super) fn load(named: Option<&Path>) -> Result<Lexicon> {
    load_named(named).map(|(lexicon, _)| lexicon)
}

/// The same, with what to call it.
pub(super) fn load_named(named: Option<&Path>) -> Result<(Lexicon, String)> {
    match named.map(Path::to_owned).or_else(nearest) {
        Some(path) => Ok((read(&path)?, whosaid::input::display(&path))),
        None => Ok((Lexicon::builtin(), "built in".to_owned())),
    }
}

/// Whether a run in the current folder uses the lexicon built in, which knows nobody of the user's.
pub(super) fn is_builtin(named: Option<&Path>) -> bool {
    named.is_none() && nearest().is_none()
}

fn read(path: &Path) -> Result<Lexicon> {
    let text = std::fs::read(path)
        .map_err(|e| anyhow::anyhow!("{}", whosaid::input::plain_error(&e)))
        .with_context(|| format!("{}: cannot be read", path.display()))?;
    let text = String::from_utf8(text).map_err(|e| {
        let line = e.as_bytes()[..e.utf8_error().valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
        anyhow::anyhow!("{}:{line}: is not UTF-8: save the lexicon as UTF-8", path.display())
    })?;
    Ok(Lexicon::parse(&path.display().to_string(), &text)?)
}

fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let found = here.ancestors().map(|folder| folder.join("speakers.toml")).find(|p| p.is_file())?;
    // Shown as the user would write it.
    Some(found.strip_prefix(&here).map(Path::to_owned).unwrap_or(found))
}
