//! The fields of a record in formats that name them, and the article they make.

use super::{Problem, body, dates};
use crate::article::Article;

/// What the fields are called that an article is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// The text. In JSON a field within another is named with a dot: `article.body`.
    pub text: String,
    /// The name the record goes by in exports.
    pub id: String,
    /// The day it was published.
    pub date: String,
    /// Where it stands on the web.
    pub url: String,
    /// Its title.
    pub title: String,
}

impl Default for Fields {
    fn default() -> Self {
        let [text, id, date, url, title] = ["text", "id", "date", "url", "title"].map(str::to_owned);
        Fields { text, id, date, url, title }
    }
}

/// Makes an article of a record's fields. `number` is its line, for those without an id.
pub(super) fn article(
    source: &str,
    number: usize,
    fields: &Fields,
    text: String,
    mut get: impl FnMut(&str) -> Option<String>,
) -> Article {
    let mut get = |name: &str| get(name).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
    let mut article = body::article(get(&fields.id).unwrap_or_else(|| format!("{source}:{number}")), text);
    let date = get(&fields.date);
    article.date = date.as_deref().and_then(dates::parse);
    if let (Some(date), None) = (date, article.date) {
        article.notes.push(format!("the date {date:?} is not understood: write 2016-07-15"));
    }
    article.url = get(&fields.url);
    article.title = get(&fields.title);
    article
}

/// That a record lacks the field with the text, and which it has.
pub(super) fn no_text<'a>(fields: &Fields, has: impl Iterator<Item = &'a str>) -> String {
    let mut has: Vec<String> =
        has.take(13).map(|name| format!("{:?}", name.chars().take(40).collect::<String>())).collect();
    if has.len() > 12 {
        has[12] = "…".to_owned();
    }
    let has = if has.is_empty() { "no fields".to_owned() } else { has.join(", ") };
    format!("has no field {:?}; it has {has}: name the one with the text with --text-field", fields.text)
}

/// A problem of record `number`, which begins at line `line`.
pub(super) fn problem(source: &str, line: usize, message: impl Into<String>) -> Problem {
    Problem::new(source, Some(line), message)
}
