//! The extractor as a Python object. Built once, shared between threads; a copy in another process is built from the lexicon's text.

use std::sync::{Arc, Mutex, mpsc};

use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};

use whosaid::input::Fields;
use whosaid::input::arrow::Columns;
use whosaid::output::arrow;

use crate::article::{self, Keys};
use crate::capsule;
use crate::lexicon::Lexicon;
use crate::many::Extraction;
use crate::record::Record;
use crate::table::{self, Extracting, Filling, Stream, Table};
use crate::work;

/// From how many bytes on a text is worked on by another thread, so that Ctrl-C is heard.
const LONG: usize = 1 << 16;

/// Finds the quotes of articles. Build it once; it can be shared between threads, and pickled.
///
/// Args:
///     lexicon: the path of a `speakers.toml`, a `Lexicon`, or None for the one built in.
///     beliefs: read verbs of believing (*thinks*, *wants*) as cues too.
///     include_unattributed: give words in marks that nobody is quoted as saying, too, flagged `not_speech`.
///     max_size: the largest article, in MB.
///
/// Raises:
///     OSError: the lexicon cannot be read.
///     TypeError: an argument is of the wrong type.
///     ValueError: the lexicon is none; the message names file, line and field.
#[pyclass(frozen, module = "whosaid")]
pub struct Extractor {
    inner: Arc<whosaid::Extractor>,
    lexicon: Lexicon,
    beliefs: bool,
    include_unattributed: bool,
    /// In MB.
    max_size: usize,
}

impl Extractor {
    fn limit(&self) -> usize {
        self.max_size << 20
    }
}

#[pymethods]
impl Extractor {
    #[new]
    #[pyo3(signature = (lexicon = None, *, beliefs = false, include_unattributed = false, max_size = 32))]
    fn new(
        lexicon: Option<&Bound<'_, PyAny>>,
        beliefs: bool,
        include_unattributed: bool,
        max_size: i64,
    ) -> PyResult<Self> {
        let Some(max_size) = usize::try_from(max_size).ok().filter(|m| (1..=1024).contains(m)) else {
            return Err(PyValueError::new_err(format!("max_size must be from 1 to 1024 MB, not {max_size}")));
        };
        let lexicon = Lexicon::of(lexicon)?;
        let options = whosaid::Options { beliefs, unattributed: include_unattributed };
        let inner = Arc::new(whosaid::Extractor::with_options((*lexicon.inner).clone(), options));
        Ok(Extractor { inner, lexicon, beliefs, include_unattributed, max_size })
    }

    /// The lexicon in use.
    #[getter]
    fn lexicon(&self) -> Lexicon {
        Lexicon { inner: self.lexicon.inner.clone(), written: self.lexicon.written.clone() }
    }

    /// Whether verbs of believing are cues too.
    #[getter]
    fn beliefs(&self) -> bool {
        self.beliefs
    }

    /// Whether words in marks that nobody is quoted as saying are records too.
    #[getter]
    fn include_unattributed(&self) -> bool {
        self.include_unattributed
    }

    /// The largest article, in MB.
    #[getter]
    fn max_size(&self) -> usize {
        self.max_size
    }

    /// The quotes of one article, in reading order.
    ///
    /// Args:
    ///     text: the article. A line is a paragraph; of hard-wrapped text, what lies between blank lines.
    ///     date: the day it was published, which decides between roles: a `datetime.date`, or a str such as
    ///         `"2016-07-15"` or `"July 15, 2016"`.
    ///     source: what records call the article.
    ///
    /// Returns:
    ///     A list of `Record`. Offsets count characters of `text`: `text[s.start:s.end]` is a segment.
    ///
    /// Raises:
    ///     TypeError: an argument is of the wrong type.
    ///     ValueError: the date is not understood, the text is larger than `max_size` or holds a lone surrogate.
    #[pyo3(signature = (text, date = None, source = None))]
    fn extract<'py>(
        &self,
        py: Python<'py>,
        text: &Bound<'py, PyAny>,
        date: Option<&Bound<'py, PyAny>>,
        source: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyList>> {
        let source = source.map(article::source).transpose()?.flatten();
        let mut article = article::article(text, source.unwrap_or_else(|| "<text>".to_owned()), self.limit())?;
        article.date = date.map(article::date).transpose()?.flatten();
        let records = if article.body.len() < LONG {
            py.detach(|| work::extract(&self.inner, &article))
        } else {
            let (send, receive) = mpsc::channel();
            let extractor = self.inner.clone();
            work::pool(py, work::threads(None)?)?.spawn(move || {
                let _ = send.send(work::extract(&extractor, &article));
            });
            work::wait(py, &Mutex::new(receive))?
        };
        Record::list(py, records.map_err(PyRuntimeError::new_err)?)
    }

    /// The quotes of many articles, on all cores, while Python does something else.
    ///
    /// Args:
    ///     articles: an iterable of str, or of mappings with the keys that `text`, `id` and `date` name; only the
    ///         text must be there. It is read as far ahead as two batches of 256 articles or 1 MB.
    ///     text, id, date: the keys.
    ///     threads: how many threads work; one a core if none is said.
    ///
    /// Returns:
    ///     An iterator with a list of `Record` for each article, in the order of the articles. An article without
    ///     an id is called `<text>:N`, N being its number from 1.
    ///
    /// Raises:
    ///     TypeError, ValueError: from the iterator, in an article's turn, if there is something wrong with it. The
    ///         message says which article; the next call of `next` goes on behind it.
    #[pyo3(signature = (articles, *, text = "text", id = "id", date = "date", threads = None))]
    fn extract_many(
        &self,
        py: Python<'_>,
        articles: &Bound<'_, PyAny>,
        text: &str,
        id: &str,
        date: &str,
        threads: Option<usize>,
    ) -> PyResult<Extraction> {
        article::not_one(articles)?;
        let [text, id, date] = [text, id, date].map(str::to_owned);
        let pool = work::pool(py, work::threads(threads)?)?;
        Extraction::new(articles, self.inner.clone(), pool, Keys { text, id, date }, self.limit())
    }

    /// The quotes of many articles as one table, a row a quote, on all cores.
    ///
    /// Args:
    ///     articles, text, id, date, threads: as for `extract_many`.
    ///     columns: the names of the columns and their order; all if none are named.
    ///
    /// Returns:
    ///     A `Table`, typed as `to_arrow` says. All of it is in memory; for what is not to be, see `extract_arrow`.
    ///
    /// Raises:
    ///     TypeError, ValueError: an argument or an article is wrong; the message says which.
    #[pyo3(signature = (articles, *, text = "text", id = "id", date = "date", columns = None, threads = None))]
    #[allow(clippy::too_many_arguments)]
    fn to_arrow(
        &self,
        py: Python<'_>,
        articles: &Bound<'_, PyAny>,
        text: &str,
        id: &str,
        date: &str,
        columns: Option<Vec<String>>,
        threads: Option<usize>,
    ) -> PyResult<Table> {
        let mut filling = Filling::new(&table::columns(columns)?);
        let mut extraction = self.extract_many(py, articles, text, id, date, threads)?;
        while let Some(records) = extraction.next(py)? {
            filling.add(&records);
        }
        Ok(filling.finish())
    }

    /// The quotes of a table of articles as a table of quotes, worked out on all cores while it is read.
    ///
    /// Args:
    ///     table: articles, one a row: a table or a stream of batches of pyarrow, polars, pandas (2.2 and newer), DuckDB or any
    ///         other library with the Arrow PyCapsule interface. Its buffers are used where they are.
    ///     text: the column with the text, of strings or bytes.
    ///     id: the column with what records call the article: strings or whole numbers. `id`, if there is one and none is said.
    ///     date: the column with the day it was published: days, timestamps (the day in UTC) or strings. `date`, likewise.
    ///     errors: what an article is that cannot be read, such as a null. `"raise"`: an error of whoever reads the stream
    ///         (in pyarrow `ArrowInvalid`, a ValueError). `"column"`: a row with `source` and, in the further column `error`,
    ///         what is wrong.
    ///     columns: the names of the columns and their order; all if none are named.
    ///     threads: how many threads work; one a core if none is said; 1 works on the thread that reads.
    ///
    /// Returns:
    ///     A `Stream` with a row a quote in the order of the articles, typed as `to_arrow` says. An article without an id is
    ///     called `<table>:N`, N being its row from 1.
    ///
    /// Raises:
    ///     TypeError: the table is none of Arrow.
    ///     ValueError: a column is not there or holds what it must not.
    #[pyo3(signature = (table, *, text = "text", id = None, date = None, errors = "raise", columns = None, threads = None))]
    #[allow(clippy::too_many_arguments)]
    fn extract_arrow(
        &self,
        py: Python<'_>,
        table: &Bound<'_, PyAny>,
        text: &str,
        id: Option<&str>,
        date: Option<&str>,
        errors: &str,
        columns: Option<Vec<String>>,
        threads: Option<usize>,
    ) -> PyResult<Stream> {
        let columns = table::columns(columns)?;
        let errors = match errors {
            "raise" => false,
            "column" => true,
            other => return Err(PyValueError::new_err(format!("errors must be 'raise' or 'column', not {other:?}"))),
        };
        let threads = work::threads(threads)?;
        let input = capsule::import(table)?;
        let schema = input.schema();
        for (argument, name) in [("text", Some(text)), ("id", id), ("date", date)] {
            if let Some(name) = name.filter(|n| schema.field_with_name(n).is_err()) {
                let has = schema.fields().iter().map(|f| f.name().as_str()).collect::<Vec<_>>().join(", ");
                let message = format!("the table has no column {name:?}; it has {has}: name one with {argument}=");
                return Err(PyValueError::new_err(message));
            }
        }
        let mut fields = Fields { text: text.to_owned(), ..Fields::default() };
        for (field, name) in [(&mut fields.id, id), (&mut fields.date, date)] {
            if let Some(name) = name {
                name.clone_into(field);
            }
        }
        Ok(Stream::new(Extracting {
            columns: Columns::new(&schema, &fields).map_err(PyValueError::new_err)?,
            input,
            extractor: self.inner.clone(),
            pool: if threads == 1 { None } else { Some(work::pool(py, threads)?) },
            limit: self.limit(),
            table: if errors { arrow::Table::with_errors(&columns) } else { arrow::Table::new(&columns) },
            errors,
            current: None,
            number: 0,
            main: std::thread::current().id(),
        }))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let lexicon = Py::new(py, self.lexicon())?.bind(py).repr()?.to_string();
        let mut out = format!("Extractor({lexicon}");
        for (set, name) in [(self.beliefs, "beliefs"), (self.include_unattributed, "include_unattributed")] {
            if set {
                out.push_str(&format!(", {name}=True"));
            }
        }
        Ok(out + ")")
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let named = PyDict::new(py);
        named.set_item("beliefs", self.beliefs)?;
        named.set_item("include_unattributed", self.include_unattributed)?;
        named.set_item("max_size", self.max_size)?;
        Ok((PyTuple::new(py, [Py::new(py, self.lexicon())?])?, named))
    }
}
