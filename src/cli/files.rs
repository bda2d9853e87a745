//! Where output goes: standard output, or a file or the files of a folder that are replaced only when all of it is written.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::{NamedTempFile, TempDir};
use whosaid::output::Folder;

/// An output that is put in place at the end.
pub(super) enum Target {
    Stdout,
    File { temporary: NamedTempFile, path: PathBuf },
}

impl Target {
    /// Opens standard output for none and `-`, else a temporary file beside the one to write.
    pub fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path.filter(|p| *p != Path::new("-")) else { return Ok(Target::Stdout) };
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if path.is_dir() {
            anyhow::bail!("{}: is a folder: name a file in it", path.display());
        }
        let temporary = tempfile::Builder::new()
            .prefix(".whosaid-")
            .tempfile_in(folder)
            .map_err(|e| plain(e.into()))
            .with_context(|| format!("{}: cannot be written", path.display()))?;
        Ok(Target::File { temporary, path: path.to_owned() })
    }

    /// The writer behind it.
    pub fn writer(&self) -> Result<Box<dyn Write + Send>> {
        Ok(match self {
            Target::Stdout => Box::new(BufWriter::with_capacity(1 << 16, io::stdout())),
            Target::File { temporary, .. } => Box::new(BufWriter::with_capacity(1 << 16, temporary.reopen()?)),
        })
    }

    /// Puts the file in place of the old one.
    pub fn commit(self) -> Result<()> {
        let Target::File { temporary, path } = self else { return Ok(()) };
        set_usual_permissions(&temporary, &path);
        temporary
            .persist(&path)
            .map_err(|e| plain(e.error.into()))
            .with_context(|| format!("{}: cannot be written", path.display()))?;
        Ok(())
    }
}

/// A temporary file is private; what replaces a file has that file's permissions, and a new one the usual.
#[cfg(unix)]
fn set_usual_permissions(temporary: &NamedTempFile, path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).map_or(0o644, |m| m.permissions().mode());
    let _ = std::fs::set_permissions(temporary.path(), std::fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn set_usual_permissions(_: &NamedTempFile, _: &Path) {}

/// An I/O error without its number and without the name of our temporary file.
fn plain(error: anyhow::Error) -> anyhow::Error {
    match error.downcast_ref::<io::Error>() {
        Some(e) => {
            let text = e.to_string();
            let text = text.split(" at path ").next().unwrap_or(&text);
            anyhow::anyhow!("{}", text.split(" (os error").next().unwrap_or(text).to_lowercase())
        }
        None => error,
    }
}

/// A folder of files that are put in place at the end: each is written beside its place first.
pub(super) struct FolderTarget {
    path: PathBuf,
    temporary: TempDir,
}

impl FolderTarget {
    /// Opens a folder, made if it is not there.
    pub fn open(path: &Path) -> Result<Self> {
        if path.is_file() {
            anyhow::bail!("{}: is a file: this format writes several files, so name a folder", path.display());
        }
        let cannot = || format!("{}: cannot be written", path.display());
        std::fs::create_dir_all(path).map_err(|e| plain(e.into())).with_context(cannot)?;
        let temporary = tempfile::Builder::new()
            .prefix(".whosaid-")
            .tempdir_in(path)
            .map_err(|e| plain(e.into()))
            .with_context(cannot)?;
        Ok(FolderTarget { path: path.to_owned(), temporary })
    }

    /// What formats write to.
    pub fn writer(&self) -> Box<dyn Folder + Send + '_> {
        Box::new(Writer(self))
    }

    /// Puts the files in place of the old ones; others in the folder stay.
    pub fn commit(self) -> Result<()> {
        let cannot = |path: &Path| format!("{}: cannot be written", path.display());
        let files = std::fs::read_dir(self.temporary.path()).with_context(|| cannot(&self.path))?;
        for file in files {
            let file = file.with_context(|| cannot(&self.path))?;
            let place = self.path.join(file.file_name());
            std::fs::rename(file.path(), &place).map_err(|e| plain(e.into())).with_context(|| cannot(&place))?;
        }
        Ok(())
    }
}

struct Writer<'a>(&'a FolderTarget);

impl Folder for Writer<'_> {
    fn add(&mut self, name: &str, content: &[u8]) -> io::Result<()> {
        std::fs::write(self.0.temporary.path().join(name), content)
    }

    fn add_new(&mut self, name: &str, content: &[u8]) -> io::Result<()> {
        if self.0.path.join(name).exists() { Ok(()) } else { self.add(name, content) }
    }
}
