//! Plain text: a file is an article.

use std::io::BufRead;

use super::encoding::decode;
use super::{Format, Item, Options, Problem};
use crate::article::Article;

pub(super) const FORMAT: Format =
    Format { id: "text", endings: &["txt", "text"], about: "Plain text, an article a file", read };

fn read(source: &str, bytes: &mut dyn BufRead, _: &Options, each: &mut dyn FnMut(Item)) {
    let mut all = Vec::new();
    let problem = |message: String| Item::Problem(Problem { source: source.to_owned(), line: None, message });
    if let Err(e) = bytes.read_to_end(&mut all) {
        return each(problem(format!("cannot be read: {}", super::plain_error(&e))));
    }
    match decode(all) {
        Ok((body, encoding)) => {
            let mut article = Article::new(source, body);
            article.notes.extend(encoding.map(|e| format!("decoded from {e}")));
            each(Item::Article(article));
        }
        Err(_) => each(problem("is a binary file, no text: leave it out or convert it to text".to_owned())),
    }
}
