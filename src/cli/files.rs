//! Where output goes: standard output, or a file or the files of a folder that are replaced only when all of it is written. Devices and
//! pipes that a path names are written to, never replaced.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::{NamedTempFile, TempDir};
use whosaid::output::Folder;

/// An output that is put in place at the end.
pub(super) enum Target {
    Stdout,
    /// A device or a pipe: what is written there cannot be taken back.
    Stream {
        file: File,
        path: PathBuf,
    },
    File {
        temporary: NamedTempFile,
        path: PathBuf,
    },
}

impl Target {
    /// Opens standard output for none and `-`, else a temporary file beside the one to write.
    pub fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path.filter(|p| *p != Path::new("-")) else { return Ok(Target::Stdout) };
        if path.is_dir() {
            anyhow::bail!("{}: is a folder: name a file in it", path.display());
        }
        let cannot = || format!("{}: cannot be written", path.display());
        let is_link = path.is_symlink();
        let path = match path.canonicalize() {
            Ok(end) if is_link => end,
            _ => path.to_owned(),
        };
        // A link that leads nowhere yet, or to a file without a name: the system knows where to.
        if path.is_symlink() || path.exists() && !path.is_file() {
            let file = File::options().write(true).create(true).truncate(true).open(&path);
            let file = file.map_err(|e| plain(e.into())).with_context(cannot)?;
            return Ok(Target::Stream { file, path });
        }
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let temporary = tempfile::Builder::new()
            .prefix(".whosaid-")
            .tempfile_in(folder)
            .map_err(|e| plain(e.into()))
            .with_context(cannot)?;
        Ok(Target::File { temporary, path })
    }

    /// The writer behind it; its errors say where.
    pub fn writer(&self) -> Result<Box<dyn Write + Send>> {
        let (to, name): (Box<dyn Write + Send>, String) = match self {
            Target::Stdout => (Box::new(io::stdout()), STDOUT.to_owned()),
            Target::Stream { file, path } => (Box::new(file.try_clone()?), path.display().to_string()),
            Target::File { temporary, path } => (Box::new(temporary.reopen()?), path.display().to_string()),
        };
        Ok(Box::new(BufWriter::with_capacity(1 << 16, Named { to, name })))
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

/// What messages call standard output.
pub(super) const STDOUT: &str = "standard output";

/// A writer whose errors say what could not be written.
struct Named<W> {
    to: W,
    name: String,
}

impl<W> Named<W> {
    fn named<T>(&self, result: io::Result<T>) -> io::Result<T> {
        result.map_err(|e| match e.kind() {
            // Asked again, and no error.
            io::ErrorKind::Interrupted => e,
            kind => io::Error::new(kind, WriteError(cannot_write(&self.name, &e))),
        })
    }
}

impl<W: Write> Write for Named<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes);
        self.named(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.to.flush();
        self.named(flushed)
    }
}

/// What could not be written, and why.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct WriteError(String);

/// Whether an error says by itself what could not be written.
pub(super) fn is_named(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|e| e.is::<WriteError>())
}

/// The message for an error of writing.
pub(super) fn cannot_write(name: &str, error: &io::Error) -> String {
    format!("{name}: cannot be written: {}", whosaid::input::plain_error(error))
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
