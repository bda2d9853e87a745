//! The Arrow PyCapsule interface: tables come from pyarrow, polars, pandas and DuckDB, and go there, as pointers to the structures of the C
//! data interface. The only place with `unsafe`: what a capsule of the right name points to is what the interface says.
#![allow(unsafe_code)]

use std::ffi::{c_int, c_void};
use std::sync::{Mutex, PoisonError};

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader, StructArray};
use arrow_schema::{ArrowError, Schema};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::ffi::c_str;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

use crate::article::type_name;

/// A stream of batches.
pub type Reader = Box<dyn RecordBatchReader + Send>;

/// The batches of an object that exports a stream of Arrow, or one array of it.
pub fn import(table: &Bound<'_, PyAny>) -> PyResult<Reader> {
    let wrong = |e: ArrowError| PyValueError::new_err(format!("the table cannot be read: {e}"));
    if table.hasattr("__arrow_c_stream__")? {
        let capsule = table.call_method0("__arrow_c_stream__")?.cast_into::<PyCapsule>()?;
        let pointer = capsule.pointer_checked(Some(c_str!("arrow_array_stream")))?;
        // SAFETY: a capsule of this name holds such a stream. It is moved out and marked as released, as the interface asks.
        let reader = unsafe { RecordBatchStreamReader::from_raw(pointer.as_ptr().cast::<FFI_ArrowArrayStream>()) };
        return Ok(Box::new(reader.map_err(wrong)?));
    }
    if table.hasattr("__arrow_c_array__")? {
        let both = table.call_method0("__arrow_c_array__")?.cast_into::<PyTuple>()?;
        let [schema, array] = [both.get_item(0)?, both.get_item(1)?];
        let schema = schema.cast_into::<PyCapsule>()?.pointer_checked(Some(c_str!("arrow_schema")))?;
        let array = array.cast_into::<PyCapsule>()?.pointer_checked(Some(c_str!("arrow_array")))?;
        // SAFETY: capsules of these names hold such a schema and such an array. The array is moved out and marked as released, the
        // schema only looked at.
        let data = unsafe {
            let array = FFI_ArrowArray::from_raw(array.as_ptr().cast::<FFI_ArrowArray>());
            from_ffi(array, &*schema.as_ptr().cast::<FFI_ArrowSchema>())
        };
        let data = data.map_err(wrong)?;
        if !matches!(data.data_type(), arrow_schema::DataType::Struct(_)) {
            let of = data.data_type();
            return Err(PyTypeError::new_err(format!("table must have columns; it is an array of the type {of}")));
        }
        let batch = RecordBatch::from(StructArray::from(data));
        let schema = batch.schema();
        return Ok(Box::new(RecordBatchIterator::new([Ok(batch)], schema)));
    }
    Err(PyTypeError::new_err(format!(
        "table must be a table of Arrow (with __arrow_c_stream__ or __arrow_c_array__, as of pyarrow, polars, pandas 2.2 or DuckDB), not {}",
        type_name(table)
    )))
}

/// A stream as a capsule, to be read by whoever asked for it.
pub fn stream<'py>(py: Python<'py>, reader: Reader) -> PyResult<Bound<'py, PyCapsule>> {
    // Whoever takes the stream out of it marks it as released; else it is released with the capsule.
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(reader), c_str!("arrow_array_stream"))
}

/// A schema as a capsule.
pub fn schema<'py>(py: Python<'py>, schema: &Schema) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(schema).map_err(|e| PyValueError::new_err(e.to_string()))?;
    PyCapsule::new_with_value(py, schema, c_str!("arrow_schema"))
}

/// What a signal's handler raised, until the interpreter raises it.
static RAISED: Mutex<Option<PyErr>> = Mutex::new(None);

/// Has the main thread raise `error` as soon as it runs code of Python's again: an error of a stream of C has no type, so who reads it
/// raises one of its own (pyarrow `ArrowInvalid`), and a loop that catches that would go on after Ctrl-C.
pub fn raise_later(error: PyErr) {
    extern "C" fn raise(_: *mut c_void) -> c_int {
        let error = RAISED.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(error) = error else { return 0 };
        Python::attach(|py| error.restore(py));
        -1
    }
    *RAISED.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
    // Not `PyErr_SetInterrupt`: that would also end the printing of the reader's error, where nobody catches it.
    // SAFETY: may be called at any time, by any thread; what is called holds Python's lock and outlives the process.
    if unsafe { pyo3::ffi::Py_AddPendingCall(Some(raise), std::ptr::null_mut()) } != 0 {
        // SAFETY: may be called at any time, by any thread.
        unsafe { pyo3::ffi::PyErr_SetInterrupt() }
    }
}
