//! Which `whosaid.toml` speaks for an article: the one named, else the nearest upwards from the article itself, so that each part of a
//! large repository can have its own. One that is nearer hides those above it; nothing is merged.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::{Context, Result, anyhow};
use whosaid::check::Settings;
use whosaid::check::config::Config;
use whosaid::input;

const NAME: &str = "whosaid.toml";

/// Finds and keeps settings; can be shared between threads.
pub(super) struct Finder {
    named: Option<(PathBuf, Config)>,
    here: PathBuf,
    /// What holds where no file says otherwise.
    usual: Settings,
    only: Vec<&'static str>,
    /// The folder of the settings for each folder of articles, and the settings of each such folder.
    nearest: Mutex<HashMap<PathBuf, Option<PathBuf>>>,
    read: Mutex<HashMap<PathBuf, std::result::Result<Config, String>>>,
}

impl Finder {
    pub(super) fn new(named: Option<&Path>, usual: Settings, only: Vec<&'static str>) -> Result<Self> {
        let here = std::env::current_dir().context("the current folder cannot be read")?;
        let here = here.canonicalize().unwrap_or(here);
        let named = match named {
            Some(path) => Some((folder_of(&here.join(path)), read(path, path).map_err(|e| anyhow!(e))?)),
            None => None,
        };
        Ok(Finder { named, here, usual, only, nearest: Mutex::default(), read: Mutex::default() })
    }

    /// The settings for what concerns no article: those of the current folder.
    pub(super) fn general(&self) -> Result<Settings> {
        self.settings(Path::new("-"))
    }

    /// The settings for the article of a path as given.
    pub(super) fn settings(&self, path: &Path) -> Result<Settings> {
        let folder = folder_of(&self.here.join(path));
        let file = folder.join(path.file_name().unwrap_or_default());
        let mut settings = match &self.named {
            Some((root, config)) => config.settings_over(self.usual.clone(), &below(root, &file)),
            None => match self.nearest(&folder) {
                Some(root) => {
                    let mut read = self.read.lock().expect("no thread panics while it holds this");
                    let shown = root.join(NAME);
                    let shown = shown.strip_prefix(&self.here).unwrap_or(&shown).to_owned();
                    let config = read.entry(root.clone()).or_insert_with(|| self::read(&root.join(NAME), &shown));
                    let config = config.as_ref().map_err(|e| anyhow!(e.clone()))?;
                    config.settings_over(self.usual.clone(), &below(&root, &file))
                }
                None => self.usual.clone(),
            },
        };
        if !self.only.is_empty() {
            settings.only(&self.only);
        }
        Ok(settings)
    }

    fn nearest(&self, folder: &Path) -> Option<PathBuf> {
        let mut known = self.nearest.lock().expect("no thread panics while it holds this");
        known
            .entry(folder.to_owned())
            .or_insert_with(|| folder.ancestors().find(|f| f.join(NAME).is_file()).map(Path::to_owned))
            .clone()
    }
}

/// The folder a file lies in, without `..` and links; for what is no file, the nearest folder that is one.
fn folder_of(path: &Path) -> PathBuf {
    let mut folder = path.parent();
    while let Some(f) = folder {
        if let Ok(real) = f.canonicalize() {
            return real;
        }
        folder = f.parent();
    }
    PathBuf::new()
}

fn below(root: &Path, file: &Path) -> String {
    input::display(file.strip_prefix(root).unwrap_or(file))
}

fn read(path: &Path, shown: &Path) -> std::result::Result<Config, String> {
    let shown = input::display(shown);
    let bytes = std::fs::read(path).map_err(|e| format!("{shown}: cannot be read: {}", input::plain_error(&e)))?;
    let text = String::from_utf8(bytes).map_err(|_| format!("{shown}: is not UTF-8: save it as UTF-8"))?;
    Config::parse(&shown, &text).map_err(|e| e.to_string())
}
