//! Any text as the configuration of the checks: it is refused with its place, or it can be asked.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::check::config::Config;

fuzz_target!(|text: &str| match Config::parse("whosaid.toml", text) {
    Ok(config) => drop(config.settings("news/a.txt")),
    Err(error) => assert!(error.to_string().starts_with("whosaid.toml:"), "{error}"),
});
