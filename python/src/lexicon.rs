//! The lexicon as a Python object: read once, shared by extractors, and small enough to be sent to other processes as its text.

use std::path::PathBuf;
use std::sync::Arc;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::article::type_name;

/// Speakers with their names and roles, and verbs of saying: what a `speakers.toml` holds.
///
/// Made by `Lexicon.read`, `parse`, `nearest` or `builtin`. It can be pickled: it travels as its text.
#[pyclass(frozen, module = "whosaid")]
pub struct Lexicon {
    pub inner: Arc<whosaid::lexicon::Lexicon>,
    /// Its name and its text; none for the one built in.
    pub written: Option<(String, String)>,
}

impl Lexicon {
    /// The lexicon an argument names: one, the path of one, or none for the one built in.
    pub fn of(argument: Option<&Bound<'_, PyAny>>) -> PyResult<Lexicon> {
        let Some(argument) = argument else { return Ok(Lexicon::builtin()) };
        if let Ok(lexicon) = argument.cast::<Lexicon>() {
            let lexicon = lexicon.get();
            return Ok(Lexicon { inner: lexicon.inner.clone(), written: lexicon.written.clone() });
        }
        let path = argument.extract::<PathBuf>().map_err(|_| {
            let message = "lexicon must be the path of a speakers.toml, a whosaid.Lexicon or None";
            PyTypeError::new_err(format!("{message}, not {}", type_name(argument)))
        })?;
        Lexicon::read(path)
    }

    fn name(&self) -> &str {
        self.written.as_ref().map_or("built in", |(file, _)| file)
    }
}

#[pymethods]
impl Lexicon {
    /// The lexicon built in: an example, with few people.
    #[staticmethod]
    fn builtin() -> Self {
        Lexicon { inner: Arc::new(whosaid::lexicon::Lexicon::builtin()), written: None }
    }

    /// A lexicon of a text in TOML.
    ///
    /// Args:
    ///     text: what a `speakers.toml` holds; an empty one knows nobody.
    ///     file: what errors call it.
    ///
    /// Raises:
    ///     ValueError: it is no lexicon; the message names file, line and field.
    #[staticmethod]
    #[pyo3(signature = (text, file = "speakers.toml"))]
    fn parse(text: &str, file: &str) -> PyResult<Self> {
        let lexicon = whosaid::lexicon::Lexicon::parse(file, text).map_err(|e| PyValueError::new_err(e.to_string()))?;
        Ok(Lexicon { inner: Arc::new(lexicon), written: Some((file.to_owned(), text.to_owned())) })
    }

    /// The lexicon of a file.
    ///
    /// Raises:
    ///     OSError: the file cannot be read.
    ///     ValueError: it is no lexicon; the message names file, line and field.
    #[staticmethod]
    fn read(path: PathBuf) -> PyResult<Self> {
        let name = whosaid::input::display(&path);
        // With the errno, so that Python raises FileNotFoundError and its like with the file's name.
        let bytes = std::fs::read(&path).map_err(|e| match e.raw_os_error() {
            Some(errno) => {
                let text = whosaid::input::plain_error(&e);
                pyo3::exceptions::PyOSError::new_err((errno, text, name.clone()))
            }
            None => e.into(),
        })?;
        let text = String::from_utf8(bytes).map_err(|e| {
            let line = e.as_bytes()[..e.utf8_error().valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
            PyValueError::new_err(format!("{name}:{line}: is not UTF-8: save the lexicon as UTF-8"))
        })?;
        Lexicon::parse(&text, &name)
    }

    /// The nearest `speakers.toml` from a folder upwards, else the one built in: what the command line uses.
    ///
    /// Args:
    ///     folder: where to begin; the current folder if none is given.
    #[staticmethod]
    #[pyo3(signature = (folder = None))]
    fn nearest(folder: Option<PathBuf>) -> PyResult<Self> {
        let folder = std::path::absolute(folder.unwrap_or_else(|| PathBuf::from(".")))?;
        match folder.ancestors().map(|f| f.join("speakers.toml")).find(|p| p.is_file()) {
            Some(path) => Lexicon::read(path),
            None => Ok(Lexicon::builtin()),
        }
    }

    /// The file it was read from; None for the one built in.
    #[getter]
    fn file(&self) -> Option<&str> {
        self.written.as_ref().map(|(file, _)| file.as_str())
    }

    /// What the file holds, in TOML; None for the one built in.
    #[getter]
    fn text(&self) -> Option<&str> {
        self.written.as_ref().map(|(_, text)| text.as_str())
    }

    /// The names of the speakers, in the order of the file.
    #[getter]
    fn speakers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.inner.speakers.iter().map(|s| &s.name))
    }

    fn __len__(&self) -> usize {
        self.inner.speakers.len()
    }

    fn __repr__(&self) -> String {
        let count = self.inner.speakers.len();
        format!("<whosaid.Lexicon {}: {count} speaker{}>", self.name(), if count == 1 { "" } else { "s" })
    }

    fn __eq__(&self, other: &Lexicon) -> bool {
        let text = |l: &Lexicon| l.written.as_ref().map(|(_, text)| text.clone());
        text(self) == text(other)
    }

    fn __hash__(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        self.written.as_ref().map(|(_, text)| text).hash(&mut hasher);
        hasher.finish()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let class = py.get_type::<Lexicon>();
        match &self.written {
            Some((file, text)) => Ok((class.getattr("parse")?, (text, file).into_pyobject(py)?)),
            None => Ok((class.getattr("builtin")?, PyTuple::empty(py))),
        }
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyDict>) -> Py<Self> {
        slf
    }
}
