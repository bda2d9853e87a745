//! Any text as a lexicon: it is refused with its place, or it finds quotes.
#![no_main]

#[path = "../../tests/support/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use whosaid::lexicon::Lexicon;
use whosaid::{Article, Extractor};

fuzz_target!(|text: &str| match Lexicon::parse("speakers.toml", text) {
    Ok(lexicon) => {
        // The lexicon's own text is full of its names.
        let article = Article::new("a.txt", format!("“We wait,” said Anna Berg. {text}"));
        invariants::hold(&article, &Extractor::new(lexicon).extract(&article));
    }
    Err(error) => assert!(error.to_string().starts_with("speakers.toml:"), "{error}"),
});
