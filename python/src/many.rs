//! Articles that come one after the other, read in batches on all threads: while Python looks at the quotes of one batch the next is
//! worked on. Never more than two batches are held, so memory does not grow with the number of articles.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyList};
use rayon::ThreadPool;
use rayon::prelude::*;
use whosaid::Article;

use crate::article::{self, Keys, Wrong};
use crate::record::Record;
use crate::work;

/// How much text a batch holds, in bytes, and how many articles at most.
pub const BATCH_BYTES: usize = 1 << 20;
/// See [`BATCH_BYTES`].
pub const BATCH_ARTICLES: usize = 256;
/// Batches that are worked on or wait to be fetched.
const AHEAD: usize = 2;

/// What came of one article.
enum Outcome {
    Done(Vec<whosaid::Record>),
    Wrong(Wrong),
    Failed(String),
}

/// An iterator over the quotes of articles: a list of `Record` an article. Made by `Extractor.extract_many`.
#[pyclass(module = "whosaid")]
pub struct Extraction {
    articles: Py<PyIterator>,
    extractor: Arc<whosaid::Extractor>,
    pool: Arc<ThreadPool>,
    keys: Keys,
    limit: usize,
    /// Articles taken so far.
    number: usize,
    /// How the articles ended: at their end, or with an error that is raised behind what came before.
    ended: Option<Option<PyErr>>,
    jobs: VecDeque<Mutex<Receiver<Vec<Outcome>>>>,
    ready: std::vec::IntoIter<Outcome>,
    cancelled: Arc<AtomicBool>,
}

impl Extraction {
    /// Begins to read `articles`.
    pub fn new(
        articles: &Bound<'_, PyAny>,
        extractor: Arc<whosaid::Extractor>,
        pool: Arc<ThreadPool>,
        keys: Keys,
        limit: usize,
    ) -> PyResult<Self> {
        Ok(Extraction {
            articles: articles.try_iter()?.unbind(),
            extractor,
            pool,
            keys,
            limit,
            number: 0,
            ended: None,
            jobs: VecDeque::new(),
            ready: Vec::new().into_iter(),
            cancelled: Arc::default(),
        })
    }

    /// Takes the next batch of articles and has it worked on.
    fn begin(&mut self, py: Python<'_>) {
        let mut batch = Vec::new();
        let mut size = 0;
        let mut articles = self.articles.bind(py).clone();
        while size < BATCH_BYTES && batch.len() < BATCH_ARTICLES {
            let item = match articles.next() {
                Some(Ok(item)) => item,
                end => {
                    self.ended = Some(end.and_then(Result::err));
                    break;
                }
            };
            self.number += 1;
            let article = article::item(&item, self.number, &self.keys, self.limit).map_err(|e| e.of(self.number));
            size += article.as_ref().map_or(0, |a| a.body.len());
            batch.push(article);
        }
        if batch.is_empty() {
            return;
        }
        let (send, receive) = mpsc::channel();
        let (extractor, cancelled) = (self.extractor.clone(), self.cancelled.clone());
        let one = move |article: Result<Article, Wrong>| match article {
            Err(wrong) => Outcome::Wrong(wrong),
            Ok(_) if cancelled.load(Ordering::Relaxed) => Outcome::Done(Vec::new()),
            Ok(article) => match work::extract(&extractor, &article) {
                Ok(records) => Outcome::Done(records),
                Err(message) => Outcome::Failed(format!("{}: {message}", article.source)),
            },
        };
        self.pool.spawn(move || {
            // Nobody receives where the iterator was dropped.
            let _ = send.send(batch.into_par_iter().map(one).collect());
        });
        self.jobs.push_back(Mutex::new(receive));
    }

    /// The quotes of the next article; none behind the last.
    pub fn next(&mut self, py: Python<'_>) -> PyResult<Option<Vec<whosaid::Record>>> {
        loop {
            if let Some(outcome) = self.ready.next() {
                return match outcome {
                    Outcome::Done(records) => Ok(Some(records)),
                    Outcome::Wrong(wrong) => Err(wrong.into()),
                    Outcome::Failed(message) => Err(PyRuntimeError::new_err(message)),
                };
            }
            while self.jobs.len() < AHEAD && self.ended.is_none() {
                self.begin(py);
            }
            // A wait that Ctrl-C ends loses nothing: the batch is still there for the next call.
            match self.jobs.front() {
                Some(job) => self.ready = work::wait(py, job)?.into_iter(),
                None => match self.ended.as_mut().and_then(Option::take) {
                    Some(error) => return Err(error),
                    None => return Ok(None),
                },
            }
            self.jobs.pop_front();
            // The next batch is worked on while this one is looked at.
            if self.ended.is_none() {
                self.begin(py);
            }
        }
    }
}

#[pymethods]
impl Extraction {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyList>>> {
        self.next(py)?.map(|records| Record::list(py, records)).transpose()
    }
}

impl Drop for Extraction {
    fn drop(&mut self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}
