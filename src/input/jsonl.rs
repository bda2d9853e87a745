//! JSON lines: an article a line, with `id` and `text`, and if they are there `date`, `url` and `title`.

use std::io::BufRead;

use serde_json::Value;

use super::{Format, Item, Options, Problem};
use crate::article::Article;
use crate::lexicon::Date;

pub(super) const FORMAT: Format = Format {
    id: "jsonl",
    endings: &["jsonl", "ndjson"],
    about: "JSON lines, an article a line: id, text, and if given date, url, title",
    read,
};

fn read(source: &str, bytes: &mut dyn BufRead, _: &Options, each: &mut dyn FnMut(Item)) {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let problem =
            |message: String| Item::Problem(Problem { source: source.to_owned(), line: Some(number), message });
        match bytes.read_until(b'\n', &mut line) {
            Ok(0) => return,
            Ok(_) => {}
            Err(e) => return each(problem(format!("cannot be read: {}", super::plain_error(&e)))),
        }
        let text = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
        if !text.is_empty() {
            each(article(source, number, text).map_or_else(problem, Item::Article));
        }
    }
}

fn article(source: &str, number: usize, line: &[u8]) -> Result<Article, String> {
    let value: Value = serde_json::from_slice(line).map_err(|e| format!("is no JSON: {e}"))?;
    let Value::Object(fields) = value else {
        return Err("is JSON but no object: write {\"id\": …, \"text\": …}".to_owned());
    };
    let string = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
    let body = match fields.get("text") {
        Some(Value::String(text)) => text.clone(),
        Some(_) => return Err("the field \"text\" is no string".to_owned()),
        None => return Err("has no field \"text\"".to_owned()),
    };
    let id = match fields.get("id") {
        Some(Value::String(id)) if !id.is_empty() => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ => format!("{source}:{number}"),
    };
    Ok(Article {
        source: id,
        body,
        title: string("title"),
        date: string("date").and_then(|d| Date::parse(&d)),
        url: string("url"),
        ..Article::default()
    })
}
