//! From Python's objects to articles: a text, or a mapping that holds one; a day as text or as a date.

use std::fmt;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyFloat, PyInt, PyMapping, PyString};
use whosaid::{Article, input, lexicon::Date};

/// What is wrong with an article.
#[derive(Debug)]
pub enum Wrong {
    /// It is of the wrong type.
    Type(String),
    /// It is of the right type and holds what it must not.
    Value(String),
}

impl Wrong {
    /// The same, said of an article by its number.
    pub fn of(self, number: usize) -> Wrong {
        match self {
            Wrong::Type(message) => Wrong::Type(format!("article {number}: {message}")),
            Wrong::Value(message) => Wrong::Value(format!("article {number}: {message}")),
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Wrong::Type(message) | Wrong::Value(message)) = self;
        f.write_str(message)
    }
}

impl From<Wrong> for PyErr {
    fn from(wrong: Wrong) -> PyErr {
        match wrong {
            Wrong::Type(message) => PyTypeError::new_err(message),
            Wrong::Value(message) => PyValueError::new_err(message),
        }
    }
}

/// What the keys of a mapping are called that an article is made of.
pub struct Keys {
    /// The text.
    pub text: String,
    /// What records call the article.
    pub id: String,
    /// The day it was published.
    pub date: String,
}

impl Default for Keys {
    fn default() -> Self {
        let [text, id, date] = ["text", "id", "date"].map(str::to_owned);
        Keys { text, id, date }
    }
}

/// The name of an object's type.
pub fn type_name(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or_else(|_| "object".to_owned(), |n| n.to_string())
}

/// An article of a text; `limit` is the most bytes it may have.
pub fn article(text: &Bound<'_, PyAny>, source: String, limit: usize) -> Result<Article, Wrong> {
    let Ok(string) = text.cast::<PyString>() else {
        return Err(Wrong::Type(format!("the text must be a str, not {}", type_name(text))));
    };
    let text = words(string)?;
    if text.len() > limit {
        let message = format!("the text is larger than {} MB, the limit for one article: raise max_size", limit >> 20);
        return Err(Wrong::Value(message));
    }
    Ok(input::article(source, text))
}

/// A string that is text: one that holds half of a surrogate pair is not.
pub fn words(string: &Bound<'_, PyString>) -> Result<String, Wrong> {
    string.extract().map_err(|_| {
        let message = "the text holds a lone surrogate, which is no character: read the file with errors='replace'";
        Wrong::Value(message.to_owned())
    })
}

/// An article of one item of many: a text, or a mapping. `number` counts from 1 and names those without an id.
pub fn item(item: &Bound<'_, PyAny>, number: usize, keys: &Keys, limit: usize) -> Result<Article, Wrong> {
    let name = || format!("<text>:{number}");
    if item.is_instance_of::<PyString>() {
        return article(item, name(), limit);
    }
    let Ok(mapping) = item.cast::<PyMapping>() else {
        let expected = format!("a str, or a mapping with the key {:?}", keys.text);
        return Err(Wrong::Type(format!("an article must be {expected}, not {}", type_name(item))));
    };
    let get = |key: &str| mapping.get_item(key).ok();
    let Some(text) = get(&keys.text) else {
        let has = mapping.keys().map(|k| k.to_string()).unwrap_or_default();
        return Err(Wrong::Value(format!("has no key {:?}; it has {has}: name the one with the text", keys.text)));
    };
    let id = get(&keys.id).map(|v| source(&v)).transpose()?.flatten();
    let mut article = article(&text, id.unwrap_or_else(name), limit)?;
    article.date = get(&keys.date).map(|v| date(&v)).transpose()?.flatten();
    Ok(article)
}

/// Whether a value stands for none: `None`, NaN, or pandas' `NaT` and `NA`.
fn is_missing(value: &Bound<'_, PyAny>) -> bool {
    value.is_none()
        || value.cast::<PyFloat>().is_ok_and(|f| f.extract::<f64>().is_ok_and(f64::is_nan))
        || matches!(type_name(value).as_str(), "NaTType" | "NAType")
}

/// What records call an article.
pub fn source(value: &Bound<'_, PyAny>) -> Result<Option<String>, Wrong> {
    if is_missing(value) {
        return Ok(None);
    }
    if let Ok(string) = value.cast::<PyString>() {
        return words(string).map(Some);
    }
    // A path, and the whole numbers of Python and NumPy.
    let is_path = value.hasattr("__fspath__").unwrap_or(false);
    if is_path || value.is_instance_of::<PyInt>() || value.hasattr("__index__").unwrap_or(false) {
        return value.str().map_err(|e| Wrong::Value(e.to_string())).and_then(|s| words(&s)).map(Some);
    }
    Err(Wrong::Type(format!("the source or id must be a str, an int or a path, not {}", type_name(value))))
}

/// The day an article was published.
pub fn date(value: &Bound<'_, PyAny>) -> Result<Option<Date>, Wrong> {
    if is_missing(value) {
        return Ok(None);
    }
    let text = match value.cast::<PyString>() {
        Ok(string) => words(string)?,
        Err(_) => match value.call_method0("isoformat") {
            Ok(iso) => iso.to_string(),
            Err(_) => {
                let message = "the date must be a str such as '2016-07-15', a datetime.date or None";
                return Err(Wrong::Type(format!("{message}, not {}", type_name(value))));
            }
        },
    };
    match input::parse_date(&text) {
        Some(date) => Ok(Some(date)),
        None => Err(Wrong::Value(format!("the date {text:?} is not understood: write '2016-07-15'"))),
    }
}

/// Refuses what is one article where many are expected: a string would be read letter by letter.
pub fn not_one(articles: &Bound<'_, PyAny>) -> PyResult<()> {
    let name = type_name(articles);
    if articles.is_instance_of::<PyString>() || articles.is_instance_of::<PyMapping>() {
        return Err(PyTypeError::new_err(format!(
            "articles must be an iterable of articles, not one {name}: use extract, or put it in a list"
        )));
    }
    match articles.try_iter() {
        Ok(_) => Ok(()),
        Err(_) => Err(PyTypeError::new_err(format!("articles must be an iterable of articles, not {name}"))),
    }
}
