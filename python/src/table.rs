//! Tables of records for data frames and databases: one that is complete, and one that is worked out while it is read.

use std::sync::{Arc, Mutex};

use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use rayon::ThreadPool;
use rayon::prelude::*;
use whosaid::input::arrow::Columns;
use whosaid::output::{self, arrow};
use whosaid::{Article, Record};

use crate::article::type_name;
use crate::many::{BATCH_ARTICLES, BATCH_BYTES};
use crate::{capsule, work};

/// The columns of the names that an argument lists.
pub fn columns(names: Option<Vec<String>>) -> PyResult<Vec<&'static output::Column>> {
    let known = || output::COLUMNS.iter().map(|c| c.name).collect::<Vec<_>>().join(", ");
    let find = |name: &String| {
        output::COLUMNS
            .iter()
            .find(|c| c.name == name)
            .ok_or_else(|| PyValueError::new_err(format!("no column is called {name:?}: there are {}", known())))
    };
    names.unwrap_or_default().iter().map(find).collect()
}

fn names<'py>(py: Python<'py>, schema: &SchemaRef) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(py, schema.fields().iter().map(|f| f.name()))
}

/// A table of records, a row a record. Any library that knows Arrow reads it without copying: `pyarrow.table(t)`,
/// `polars.DataFrame(t)`, `pandas.DataFrame.from_arrow(t)`, `duckdb.sql("from t")`.
#[pyclass(frozen, module = "whosaid")]
pub struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

#[pymethods]
impl Table {
    /// The names of the columns.
    #[getter]
    fn column_names<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        names(py, &self.schema)
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        format!("<whosaid.Table: {} rows, {} columns>", self.__len__(), self.schema.fields().len())
    }

    /// The schema, as the Arrow PyCapsule interface has it.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule::schema(py, &self.schema)
    }

    /// The rows, as the Arrow PyCapsule interface has them.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // A wish, which the interface allows to be passed over.
        let _ = requested_schema;
        let batches = self.batches.clone().into_iter().map(Ok);
        capsule::stream(py, Box::new(RecordBatchIterator::new(batches, self.schema.clone())))
    }
}

/// A table that is being filled.
pub struct Filling {
    table: arrow::Table,
    batches: Vec<RecordBatch>,
}

impl Filling {
    pub fn new(columns: &[&'static output::Column]) -> Self {
        Filling { table: arrow::Table::new(columns), batches: Vec::new() }
    }

    pub fn add(&mut self, records: &[Record]) {
        self.table.add_all(&Article::default(), records);
        if self.table.is_full() {
            self.batches.push(self.table.finish());
        }
    }

    pub fn finish(mut self) -> Table {
        if self.table.rows() > 0 {
            self.batches.push(self.table.finish());
        }
        Table { schema: self.table.schema(), batches: self.batches }
    }
}

/// A table of records that are there already.
///
/// Args:
///     records: an iterable of `Record`.
///     columns: the names of the columns and their order; all if none are named.
///
/// Returns:
///     A `Table` with a row a record. Offsets, lines and numbers are `int64`, `confidence` is `float64`; `mention` and `cue`
///     are structs of `start`, `end` and `text`, `segments` is a list of such, `flags` a list of strings.
///
/// Raises:
///     TypeError: something is no record.
///     ValueError: no column has such a name.
#[pyfunction]
#[pyo3(signature = (records, columns = None))]
pub fn to_arrow(records: &Bound<'_, PyAny>, columns: Option<Vec<String>>) -> PyResult<Table> {
    let mut filling = Filling::new(&self::columns(columns)?);
    let Ok(items) = records.try_iter() else {
        let message = format!("records must be an iterable of whosaid.Record, not {}", type_name(records));
        return Err(PyTypeError::new_err(message));
    };
    for item in items {
        let item = item?;
        let Ok(record) = item.cast::<crate::record::Record>() else {
            let message = "records must be an iterable of whosaid.Record; it holds";
            return Err(PyTypeError::new_err(format!("{message} {}", type_name(&item))));
        };
        filling.add(std::slice::from_ref(&record.get().0));
    }
    Ok(filling.finish())
}

/// A table of records that is worked out while it is read: no more of it is in memory than whoever reads it keeps. It can be read once.
/// Made by `Extractor.extract_arrow`.
#[pyclass(frozen, module = "whosaid")]
pub struct Stream {
    schema: SchemaRef,
    reader: Mutex<Option<Extracting>>,
}

impl Stream {
    pub fn new(reader: Extracting) -> Self {
        Stream { schema: reader.table.schema(), reader: Mutex::new(Some(reader)) }
    }
}

#[pymethods]
impl Stream {
    /// The names of the columns.
    #[getter]
    fn column_names<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        names(py, &self.schema)
    }

    fn __repr__(&self) -> String {
        format!("<whosaid.Stream: {} columns>", self.schema.fields().len())
    }

    /// The schema, as the Arrow PyCapsule interface has it.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule::schema(py, &self.schema)
    }

    /// The rows, as the Arrow PyCapsule interface has them.
    ///
    /// Raises:
    ///     ValueError: it was read already.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let reader = self.reader.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
        let again = "the stream was read already, and can be read once: call extract_arrow again, or keep pyarrow.table(stream)";
        capsule::stream(py, Box::new(reader.ok_or_else(|| PyValueError::new_err(again))?))
    }
}

/// Articles as rows of Arrow, that become records as rows of Arrow, a few hundred articles at a time.
pub struct Extracting {
    pub input: capsule::Reader,
    pub columns: Columns,
    pub extractor: Arc<whosaid::Extractor>,
    /// None to work on the thread that reads.
    pub pool: Option<Arc<ThreadPool>>,
    pub limit: usize,
    pub table: arrow::Table,
    /// Whether an article that cannot be read is a row of the table.
    pub errors: bool,
    /// The rows that are worked on, and how many are done.
    pub current: Option<(RecordBatch, usize)>,
    /// Articles that were read.
    pub number: usize,
    /// The thread that asked for it: the one on which Ctrl-C is heard, if any.
    pub main: std::thread::ThreadId,
}

/// What articles without an id are called, with their number.
const SOURCE: &str = "<table>";

impl Extracting {
    /// Works on the next articles. False when there are none.
    fn work(&mut self) -> Result<bool, ArrowError> {
        let (batch, from) = match self.current.take() {
            Some(current) => current,
            None => match self.input.next() {
                Some(batch) => (batch?, 0),
                None => return Ok(false),
            },
        };
        let (mut to, mut size) = (from, 0);
        while to < batch.num_rows() && to - from < BATCH_ARTICLES && size < BATCH_BYTES {
            size += self.columns.size(&batch, to);
            to += 1;
        }
        let one = |row: usize| {
            let number = self.number + row - from + 1;
            let article = self.columns.article(&batch, row, SOURCE, number, self.limit)?;
            work::extract(&self.extractor, &article)
        };
        let done: Vec<Result<Vec<Record>, String>> = match &self.pool {
            Some(pool) => pool.install(|| (from..to).into_par_iter().map(one).collect()),
            None => (from..to).map(one).collect(),
        };
        for (row, records) in (from..to).zip(done) {
            self.number += 1;
            match records {
                Ok(records) => self.table.add_all(&Article::default(), &records),
                Err(message) => {
                    let name = self.columns.name(&batch, row, SOURCE, self.number);
                    if !self.errors {
                        let message = format!("row {} ({name}) {message}", self.number);
                        return Err(ArrowError::InvalidArgumentError(message));
                    }
                    self.table.add_error(&name, &message);
                }
            }
        }
        if to < batch.num_rows() {
            self.current = Some((batch, to));
        }
        Ok(true)
    }

    /// Looks for Ctrl-C. A thread of a library that reads must not wait for Python: who holds its lock may wait for that thread.
    fn look(&self) -> Result<(), ArrowError> {
        if std::thread::current().id() != self.main {
            return Ok(());
        }
        Python::attach(|py| {
            py.check_signals().map_err(|error| {
                let name = error.get_type(py).name().map_or_else(|_| "a signal".to_owned(), |n| n.to_string());
                capsule::raise_later(error);
                ArrowError::ExternalError(format!("stopped by {name}").into())
            })
        })
    }
}

impl Iterator for Extracting {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.table.is_full() {
                return Some(Ok(self.table.finish()));
            }
            match self.look().and_then(|()| self.work()) {
                Ok(true) => {}
                Ok(false) if self.table.rows() > 0 => return Some(Ok(self.table.finish())),
                Ok(false) => return None,
                Err(e) => return Some(Err(e)),
            }
        }
    }
}

impl RecordBatchReader for Extracting {
    fn schema(&self) -> SchemaRef {
        self.table.schema()
    }
}
