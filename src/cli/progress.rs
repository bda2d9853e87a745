//! How far a long run is, on standard error when a person watches it: files, bytes, quotes and the time that is left.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use whosaid::input;

/// A run shorter than this shows no bar.
const PATIENCE: Duration = Duration::from_millis(800);

/// A progress bar, or none.
#[derive(Default)]
pub(super) struct Progress {
    bar: Option<Bar>,
}

struct Bar {
    bar: ProgressBar,
    shared: Arc<Shared>,
    /// Bytes read from files; reading runs ahead of the work.
    read: Arc<AtomicU64>,
    quotes: AtomicU64,
    all_files: AtomicU64,
}

/// What the drawing thread looks at.
#[derive(Default)]
struct Shared {
    over: AtomicBool,
    /// Bytes and number of the files whose quotes are written.
    bytes: AtomicU64,
    files: AtomicU64,
}

impl Progress {
    /// No bar.
    pub fn none() -> Self {
        Progress::default()
    }

    /// A bar if a person watches standard error and nothing else is printed to the same screen.
    pub fn watched(quiet: bool, prints: bool) -> Self {
        let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb") || std::env::var_os("CI").is_some();
        if quiet || dumb || !io::stderr().is_terminal() || prints && io::stdout().is_terminal() {
            return Progress::none();
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let style = "{bar:24} {bytes}/{total_bytes}  {msg}  {eta} left";
        bar.set_style(ProgressStyle::with_template(style).expect("the template is valid").progress_chars("━╸ "));
        let shared = Arc::new(Shared::default());
        // Drawn from a thread of its own, so that the bar moves while a batch is in work, and a short run never shows it.
        let (shown, look) = (bar.clone(), shared.clone());
        std::thread::spawn(move || {
            std::thread::sleep(PATIENCE);
            if !look.over.load(Ordering::Relaxed) {
                shown.set_draw_target(ProgressDrawTarget::stderr_with_hz(8));
            }
            while !look.over.load(Ordering::Relaxed) {
                shown.set_position(look.bytes.load(Ordering::Relaxed));
                std::thread::sleep(Duration::from_millis(120));
            }
        });
        let zero = || AtomicU64::new(0);
        Progress { bar: Some(Bar { bar, shared, read: Arc::new(zero()), quotes: zero(), all_files: zero() }) }
    }

    /// Options that count the bytes read.
    pub fn counting(&self, options: &input::Options) -> input::Options {
        let progress = self.bar.as_ref().map(|b| b.read.clone());
        input::Options { progress, ..options.clone() }
    }

    /// Says which files there are to read.
    pub fn expect<'p>(&self, files: impl Iterator<Item = &'p Path>) {
        let Some(b) = &self.bar else { return };
        let (mut count, mut size) = (0, 0);
        for file in files {
            count += 1;
            size += std::fs::metadata(file).map_or(0, |m| m.len());
        }
        b.all_files.store(count, Ordering::Relaxed);
        b.bar.set_length(size);
    }

    /// So many bytes of the files, and so many files, are worked on.
    pub fn reached(&self, bytes: u64, files: usize) {
        let Some(b) = &self.bar else { return };
        b.shared.bytes.store(bytes, Ordering::Relaxed);
        b.shared.files.store(files as u64, Ordering::Relaxed);
    }

    /// Quotes were found.
    pub fn found(&self, quotes: usize) {
        let Some(b) = &self.bar else { return };
        let quotes = b.quotes.fetch_add(quotes as u64, Ordering::Relaxed) + quotes as u64;
        let (files, all) = (b.shared.files.load(Ordering::Relaxed), b.all_files.load(Ordering::Relaxed));
        b.bar.set_message(format!("{files}/{all} files  {quotes} quotes"));
    }

    /// Prints something else without tearing the bar.
    pub fn apart(&self, print: impl FnOnce()) {
        match &self.bar {
            Some(b) => b.bar.suspend(print),
            None => print(),
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(b) = &self.bar {
            b.shared.over.store(true, Ordering::Relaxed);
            b.bar.finish_and_clear();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.finish();
    }
}
