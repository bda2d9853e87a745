//! How fast quotes are found on one thread, beside a bare Aho-Corasick pass over the same bytes with the same patterns: what can at best
//! be had, and what reading sentences costs on top of it.
//!
//!     cargo bench --bench extract                          the articles of corpus/
//!     WHOSAID_BENCH_DIR=DIR cargo bench --bench extract    the articles of DIR, in any format that can be read

use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use aho_corasick::AhoCorasick;
use whosaid::input::{self, Item};
use whosaid::lexicon::Lexicon;
use whosaid::{Article, Extractor};

/// A measurement goes on for this long, and for three rounds at least.
const LONG_ENOUGH: Duration = Duration::from_secs(5);

fn main() {
    let folder = std::env::var_os("WHOSAID_BENCH_DIR")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus")), PathBuf::from);
    let articles = read(&folder);
    let bytes: usize = articles.iter().map(|a| a.body.len()).sum();
    let lexicon = Lexicon::builtin();
    let patterns = patterns(&lexicon);
    println!(
        "{}: {} articles, {:.2} MB, {} patterns, one thread, the median round",
        folder.display(),
        articles.len(),
        bytes as f64 / 1e6,
        patterns.len()
    );
    if bytes == 0 {
        return;
    }

    let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(&patterns).expect("the patterns are few");
    let mut matches = 0;
    let bare = median(|| matches = articles.iter().map(|a| automaton.find_overlapping_iter(&a.body).count()).sum());
    report("aho-corasick", bytes, bare, &format!("{matches} matches"));

    let extractor = Extractor::new(lexicon);
    let mut quotes = 0;
    let whole = median(|| quotes = articles.iter().map(|a| black_box(extractor.extract(a)).len()).sum());
    report(
        "extract",
        bytes,
        whole,
        &format!("{quotes} quotes, {:.0} times as long", whole.as_secs_f64() / bare.as_secs_f64()),
    );
}

fn read(folder: &PathBuf) -> Vec<Article> {
    let options = input::Options::default();
    let mut articles = Vec::new();
    for file in input::files(std::slice::from_ref(folder), &options) {
        match file {
            Ok(path) => input::read_file(&path, &options, &mut |item| match item {
                Item::Article(article) => articles.push(article),
                Item::Problem(problem) => eprintln!("{problem}"),
                Item::Skipped => {}
            }),
            Err(problem) => eprintln!("{problem}"),
        }
    }
    articles
}

/// What the extractor's matcher looks for.
fn patterns(lexicon: &Lexicon) -> Vec<&str> {
    let phrases = include_str!(concat!(env!("OUT_DIR"), "/spellings.txt")).lines();
    let names = lexicon.speakers.iter().flat_map(|s| std::iter::once(&s.name).chain(&s.aliases)).map(String::as_str);
    phrases.chain(names).collect()
}

fn median(mut round: impl FnMut()) -> Duration {
    let started = Instant::now();
    let mut rounds = Vec::new();
    while rounds.len() < 3 || started.elapsed() < LONG_ENOUGH {
        let begun = Instant::now();
        round();
        rounds.push(begun.elapsed());
    }
    rounds.sort();
    rounds[rounds.len() / 2]
}

fn report(what: &str, bytes: usize, time: Duration, found: &str) {
    println!("{what:14} {:8.1} MB/s   {found}", bytes as f64 / 1e6 / time.as_secs_f64());
}
