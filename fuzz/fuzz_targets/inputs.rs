//! Any bytes as a file of each format; the first byte picks which.
#![no_main]

#[path = "../../tests/support/invariants.rs"]
mod invariants;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use whosaid::input::{self, Item};
use whosaid::lexicon::Lexicon;
use whosaid::{Extractor, Options};

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::with_options(Lexicon::builtin(), Options { beliefs: true, ..Options::default() }));

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, bytes)) = bytes.split_first() else { return };
    let format = &input::FORMATS[first as usize % input::FORMATS.len()];
    let options = input::Options { format: Some(format), limit: 1 << 16, ..input::Options::default() };
    input::read_stream("a", bytes, &options, &mut |item| {
        if let Item::Article(article) = item {
            invariants::hold(&article, &EXTRACTOR.extract(&article));
        }
    });
});
