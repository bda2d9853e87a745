//! The record as Python sees it: immutable, with every field of the library's record under its name. Strings become Python's when they
//! are asked for, so that millions of records cost little before that.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};

/// Words of an article with their place in it.
///
/// Args:
///     start: the first character, counted from 0 in the text as given. Characters are Unicode code points, as in `str`.
///     end: one past the last character, so that `text[start:end]` is the place.
///     text: the words, as they stand there.
#[pyclass(frozen, eq, module = "whosaid")]
#[derive(Clone, PartialEq)]
pub struct Place(whosaid::record::Place);

#[pymethods]
impl Place {
    #[classattr]
    #[allow(non_upper_case_globals)]
    const __match_args__: (&'static str, &'static str, &'static str) = ("start", "end", "text");

    #[new]
    fn new(start: usize, end: usize, text: String) -> PyResult<Self> {
        if start > end {
            return Err(PyValueError::new_err(format!("start must not be behind end: {start} > {end}")));
        }
        Ok(Place(whosaid::record::Place { start, end, text, bytes: 0..0 }))
    }

    /// The first character, counted from 0 in the text as given.
    #[getter]
    fn start(&self) -> usize {
        self.0.start
    }

    /// One past the last character.
    #[getter]
    fn end(&self) -> usize {
        self.0.end
    }

    /// The words, as they stand there.
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    /// `{"start", "end", "text"}`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        place_dict(py, &self.0)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Place({}, {}, {})", self.0.start, self.0.end, repr(py, &self.0.text)?))
    }

    fn __hash__(&self) -> u64 {
        hash(&(self.0.start, self.0.end, &self.0.text))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyAny>, (usize, usize, &str)) {
        (py.get_type::<Place>().into_any(), (self.0.start, self.0.end, &self.0.text))
    }
}

fn place_dict<'py>(py: Python<'py>, place: &whosaid::record::Place) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    dict.set_item("start", place.start)?;
    dict.set_item("end", place.end)?;
    dict.set_item("text", &place.text)?;
    Ok(dict)
}

/// One quote with its speaker. Made by `Extractor`; it cannot be changed, can be compared, hashed and pickled.
#[pyclass(frozen, eq, module = "whosaid")]
#[derive(Clone, PartialEq)]
pub struct Record(pub whosaid::Record);

impl Record {
    /// The library's record, without the bytes that only Rust can slice by.
    pub fn new(mut record: whosaid::Record) -> Self {
        let places = record.segments.iter_mut().chain(&mut record.mention).chain(&mut record.cue);
        places.for_each(|p| p.bytes = 0..0);
        Record(record)
    }

    /// The records of an article as a Python list.
    pub fn list<'py>(py: Python<'py>, records: Vec<whosaid::Record>) -> PyResult<Bound<'py, PyList>> {
        let records: Vec<Py<Record>> =
            records.into_iter().map(|r| Py::new(py, Record::new(r))).collect::<PyResult<_>>()?;
        PyList::new(py, records)
    }
}

#[pymethods]
impl Record {
    /// The words: outer marks stripped, escapes undone, white space folded, segments joined by a space.
    #[getter]
    fn quote(&self) -> &str {
        &self.0.quote
    }

    /// The lexicon's name, else the fullest one in the article; for unnamed sources their words; None where nobody is found.
    #[getter]
    fn speaker(&self) -> Option<&str> {
        self.0.speaker.as_deref()
    }

    /// The lexicon's role on the article's date, else the article's own words.
    #[getter]
    fn role(&self) -> Option<&str> {
        self.0.role.as_deref()
    }

    /// What the article is called: its source or id.
    #[getter]
    fn source(&self) -> &str {
        &self.0.source
    }

    /// `"direct"`: all of it stands in quotation marks; `"mixed"`: some of it; `"indirect"`: none.
    #[getter]
    fn kind(&self) -> &'static str {
        self.0.kind.as_str()
    }

    /// The lexicon's id; None outside it.
    #[getter]
    fn speaker_id(&self) -> Option<&str> {
        self.0.speaker_id.as_deref()
    }

    /// The article's own words for the speaker's role.
    #[getter]
    fn stated_role(&self) -> Option<&str> {
        self.0.stated_role.as_deref()
    }

    /// The words for the speaker beside the cue: *she*, *the mayor*.
    #[getter]
    fn mention(&self) -> Option<Place> {
        self.0.mention.clone().map(Place)
    }

    /// The cue: *said*, *according to*.
    #[getter]
    fn cue(&self) -> Option<Place> {
        self.0.cue.clone().map(Place)
    }

    /// The stretches of the article that make up the quote, in order, without marks.
    #[getter]
    fn segments<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.segments.iter().cloned().map(Place))
    }

    /// A number from 1, shared in an article by the quotes of one act of speech.
    #[getter]
    fn attribution(&self) -> u32 {
        self.0.attribution
    }

    /// The rule that decided; `whosaid rules` explains it.
    #[getter]
    fn rule(&self) -> &str {
        &self.0.rule
    }

    /// How often that rule is right on annotated articles, from 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        self.0.share()
    }

    /// The line of the quote's first character, from 1.
    #[getter]
    fn line(&self) -> usize {
        self.0.line
    }

    /// Its character in that line, from 1.
    #[getter]
    fn column(&self) -> usize {
        self.0.column
    }

    /// CSS selector of the element in a web page; None for text.
    #[getter]
    fn element(&self) -> Option<&str> {
        self.0.element.as_deref()
    }

    /// The sentence or sentences around the quote.
    #[getter]
    fn context(&self) -> &str {
        &self.0.context
    }

    /// What to know before trusting it, such as `"unclosed"`, `"anonymous"`, `"resolved"`.
    #[getter]
    fn flags<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.flags.iter().map(|f| f.as_str()))
    }

    /// Stays the same while the same speaker says the same words in the same source.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// All fields by their names, as JSON lines have them: places are dicts, segments and flags lists.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let r = &self.0;
        let dict = PyDict::new(py);
        dict.set_item("quote", &r.quote)?;
        dict.set_item("speaker", &r.speaker)?;
        dict.set_item("role", &r.role)?;
        dict.set_item("source", &r.source)?;
        dict.set_item("kind", r.kind.as_str())?;
        dict.set_item("speaker_id", &r.speaker_id)?;
        dict.set_item("stated_role", &r.stated_role)?;
        dict.set_item("mention", r.mention.as_ref().map(|p| place_dict(py, p)).transpose()?)?;
        dict.set_item("cue", r.cue.as_ref().map(|p| place_dict(py, p)).transpose()?)?;
        dict.set_item("segments", r.segments.iter().map(|p| place_dict(py, p)).collect::<PyResult<Vec<_>>>()?)?;
        dict.set_item("attribution", r.attribution)?;
        dict.set_item("rule", &r.rule)?;
        dict.set_item("confidence", r.share())?;
        dict.set_item("line", r.line)?;
        dict.set_item("column", r.column)?;
        dict.set_item("element", &r.element)?;
        dict.set_item("context", &*r.context)?;
        dict.set_item("flags", r.flags.iter().map(|f| f.as_str()).collect::<Vec<_>>())?;
        dict.set_item("id", &r.id)?;
        Ok(dict)
    }

    /// The record as a line of JSON.
    fn to_json(&self) -> PyResult<String> {
        serde_json::to_string(&self.0).map_err(|e| PyValueError::new_err(e.to_string()))
    }

    /// A record of what `to_json` or `whosaid extract -f jsonl` wrote.
    ///
    /// Raises:
    ///     ValueError: the text is no such record.
    #[staticmethod]
    fn from_json(text: &str) -> PyResult<Self> {
        serde_json::from_str(text).map(Record).map_err(|e| PyValueError::new_err(format!("is no record as JSON: {e}")))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let r = &self.0;
        let quote = if r.quote.chars().count() > 80 {
            format!("{}…", r.quote.chars().take(79).collect::<String>())
        } else {
            r.quote.clone()
        };
        let mut out = format!("Record(quote={}, speaker={}", repr(py, quote)?, repr(py, &r.speaker)?);
        if r.role.is_some() {
            out.push_str(&format!(", role={}", repr(py, &r.role)?));
        }
        out.push_str(&format!(", source={}, kind='{}', confidence={:.2}", repr(py, &r.source)?, r.kind, r.confidence));
        if !r.flags.is_empty() {
            let flags: Vec<_> = r.flags.iter().map(|f| f.as_str()).collect();
            out.push_str(&format!(", flags='{}'", flags.join(";")));
        }
        Ok(out + ")")
    }

    fn __hash__(&self) -> u64 {
        hash(&(&self.0.source, &self.0.id))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((py.get_type::<Record>().getattr("from_json")?, (self.to_json()?,)))
    }
}

/// A value as Python writes it.
fn repr<'py>(py: Python<'py>, value: impl IntoPyObject<'py>) -> PyResult<String> {
    use pyo3::IntoPyObjectExt;
    Ok(value.into_bound_py_any(py)?.repr()?.to_string())
}

fn hash(value: &impl std::hash::Hash) -> u64 {
    use std::hash::{DefaultHasher, Hasher};
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
