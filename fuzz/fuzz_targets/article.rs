//! Any text as an article: what holds for the records of every article holds for its.
#![no_main]

#[path = "../../tests/support/invariants.rs"]
mod invariants;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use whosaid::lexicon::Lexicon;
use whosaid::{Article, Extractor, Options};

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::with_options(Lexicon::builtin(), Options { beliefs: true, ..Options::default() }));

fuzz_target!(|text: &str| {
    let article = Article::new("a.txt", text);
    invariants::hold(&article, &EXTRACTOR.extract(&article));
});
