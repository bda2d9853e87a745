//! The check for Python: articles in, findings out as JSON, which `whosaid/_check.py` makes objects of. Holds all findings, as a check
//! across articles must.

use std::path::PathBuf;

use pyo3::exceptions::{PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString};
use rayon::prelude::*;
use whosaid::check::config::{Config, suggestion};
use whosaid::check::{CHECKS, Checked, Checker, Settings, Severity, find};
use whosaid::evidence::{Builder, Index};
use whosaid::{Article, Extractor, input};

use crate::article::{self, Keys};
use crate::lexicon::Lexicon;
use crate::many::{BATCH_ARTICLES, BATCH_BYTES};
use crate::work;

/// The most bytes of an article.
const LIMIT: usize = 32 << 20;

/// The findings of `whosaid.check` as JSON.
#[pyfunction]
#[pyo3(signature = (articles, lexicon, record, config, only, text, id, date, threads))]
#[allow(clippy::too_many_arguments)]
pub fn check_json(
    py: Python<'_>,
    articles: &Bound<'_, PyAny>,
    lexicon: Option<&Bound<'_, PyAny>>,
    record: Option<&Bound<'_, PyAny>>,
    config: Option<PathBuf>,
    only: Option<Vec<String>>,
    text: String,
    id: String,
    date: String,
    threads: Option<usize>,
) -> PyResult<String> {
    let keys = Keys { text, id, date };
    let lexicon = Lexicon::of(lexicon)?;
    let mut usual = Settings::default();
    if lexicon.written.is_none() {
        // The lexicon built in is an example: hardly anybody is in it.
        usual.set_severity("unknown-speaker", Severity::Off);
    }
    let only = only.unwrap_or_default().iter().map(|id| known(id)).collect::<PyResult<Vec<_>>>()?;
    let config = config.map(|path| read_config(&path)).transpose()?;
    let settings = |source: &str| {
        let mut settings = usual.clone();
        if let Some(config) = &config {
            settings = config.settings_over(settings, source);
        }
        if !only.is_empty() {
            settings.only(&only);
        }
        settings
    };
    let evidence = record.map(|r| index(r, &keys)).transpose()?;
    let extractor = Extractor::new((*lexicon.inner).clone());
    let checker = Checker::new(extractor.lexicon(), evidence).general_settings(settings("-"));

    let pool = work::pool(py, work::threads(threads)?)?;
    let one = |article: &Article| -> Result<Checked, String> {
        work::guarded(|| checker.article(&extractor.read(article), &settings(&article.source)))
            .map_err(|message| format!("{}: {message}", article.source))
    };
    let mut checked = Vec::new();
    batches(articles, &keys, &mut |batch| {
        let done: Result<Vec<_>, String> =
            py.detach(|| pool.install(|| batch.par_iter().map(one).collect::<Result<Vec<_>, _>>()));
        checked.extend(done.map_err(PyRuntimeError::new_err)?);
        py.check_signals()
    })?;
    let findings = py.detach(|| work::guarded(|| pool.install(|| checker.finish(checked, None))));
    let findings = findings.map_err(PyRuntimeError::new_err)?;
    serde_json::to_string(&findings).map_err(|e| PyRuntimeError::new_err(e.to_string()))
}

/// Takes articles off an iterable, or the one that there is, in batches.
fn batches(
    articles: &Bound<'_, PyAny>,
    keys: &Keys,
    each: &mut dyn FnMut(Vec<Article>) -> PyResult<()>,
) -> PyResult<()> {
    if articles.is_instance_of::<PyString>() || articles.is_instance_of::<PyMapping>() {
        let mut one = article::item(articles, 1, keys, LIMIT)?;
        if articles.is_instance_of::<PyString>() {
            one.source = "<text>".to_owned();
        }
        return each(vec![one]);
    }
    let Ok(iterator) = articles.try_iter() else {
        let expected = "articles must be a str, a mapping or an iterable of such";
        return Err(PyTypeError::new_err(format!("{expected}, not {}", article::type_name(articles))));
    };
    let (mut batch, mut size) = (Vec::new(), 0);
    for (number, item) in (1..).zip(iterator) {
        let article = article::item(&item?, number, keys, LIMIT).map_err(|e| e.of(number))?;
        size += article.body.len();
        batch.push(article);
        if size >= BATCH_BYTES || batch.len() >= BATCH_ARTICLES {
            each(std::mem::take(&mut batch))?;
            size = 0;
        }
    }
    if batch.is_empty() { Ok(()) } else { each(batch) }
}

/// The record to hold quotes against.
fn index(record: &Bound<'_, PyAny>, keys: &Keys) -> PyResult<Index> {
    let mut builder = Builder::new();
    batches(record, keys, &mut |batch| {
        batch.iter().try_for_each(|a| builder.add(&a.source, &a.body)).map_err(|e| PyValueError::new_err(e.to_string()))
    })?;
    Ok(builder.finish())
}

/// The id of a check that exists.
fn known(id: &str) -> PyResult<&'static str> {
    find(id).map(|c| c.id).ok_or_else(|| {
        let ids: Vec<&str> = CHECKS.iter().map(|c| c.id).collect();
        let meant = suggestion(id, &ids);
        PyValueError::new_err(format!("no check is called {id:?}{meant}"))
    })
}

fn read_config(path: &std::path::Path) -> PyResult<Config> {
    let name = input::display(path);
    let text = std::fs::read_to_string(path).map_err(|e| match e.raw_os_error() {
        Some(errno) => pyo3::exceptions::PyOSError::new_err((errno, input::plain_error(&e), name.clone())),
        None => PyValueError::new_err(format!("{name}: is not UTF-8: save it as UTF-8")),
    })?;
    Config::parse(&name, &text).map_err(|e| PyValueError::new_err(e.to_string()))
}
