//! How often an altered quote is told from an untouched one, and how many look-ups a second one core does.
//!
//!     cargo bench --bench verify                      invented text, 2 MB
//!     cargo bench --bench verify -- DIR [QUOTES]      the .txt files of DIR as the record, quotes taken from them
//!     cargo bench --bench verify -- --megabytes 1000  invented text of that size

#[path = "../tests/support/verification.rs"]
mod verification;

use std::time::Instant;

use verification::{Random, Rates, index, measure, synthetic};
use whosaid::lexicon::Lexicon;
use whosaid::{Article, Extractor};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let mut random = Random(20_160_715);
    let megabytes = args.iter().position(|a| a == "--megabytes").and_then(|i| args.get(i + 1)?.parse::<usize>().ok());
    let folder = args.first().filter(|a| !a.starts_with('-')).cloned().or_else(|| std::env::var("WHOSAID_RECORD").ok());
    let count = args.get(1).and_then(|n| n.parse().ok()).unwrap_or(1000);

    let (texts, mut quotes) = match &folder {
        Some(folder) => read(folder),
        None => {
            let megabytes = megabytes.unwrap_or(2);
            println!("invented text");
            synthetic(megabytes * 300, 560, &mut random)
        }
    };
    for i in (1..quotes.len()).rev() {
        let j = random.below(i + 1);
        quotes.swap(i, j);
    }

    let bytes: usize = texts.iter().map(|t| t.1.len()).sum();
    let started = Instant::now();
    let index = index(&texts);
    let built = started.elapsed();
    println!(
        "record: {} documents, {:.1} MB, {} words, indexed in {:.2} s",
        texts.len(),
        bytes as f64 / 1e6,
        index.len(),
        built.as_secs_f64()
    );
    drop(texts);

    let rates = measure(&index, &quotes, count, &mut random);
    let all = rates.altered + rates.untouched;
    println!(
        "altered:   {} of {} reported ({:.2} %), {} traced to the passage they were made of",
        rates.altered_reported,
        rates.altered,
        100.0 * Rates::share(rates.altered_reported, rates.altered),
        rates.traced
    );
    println!(
        "untouched: {} of {} reported ({:.2} %)",
        rates.untouched_reported,
        rates.untouched,
        100.0 * Rates::share(rates.untouched_reported, rates.untouched)
    );
    println!("look-ups:  {:.0} a second on one core", all as f64 / rates.took.as_secs_f64());
    for quote in &rates.missed {
        println!("missed: {quote}");
    }
    for quote in &rates.wrong {
        println!("wrongly reported: {quote}");
    }
}

/// The texts of a folder and what stands in marks in them, of five words or more.
fn read(folder: &str) -> (Vec<(String, String)>, Vec<String>) {
    let extractor = Extractor::new(Lexicon::empty());
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap_or_else(|e| panic!("{folder}: {e}"))
        .filter_map(|e| Some(e.ok()?.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    let (mut texts, mut quotes) = (Vec::new(), Vec::new());
    for file in files {
        let text = String::from_utf8_lossy(&std::fs::read(&file).expect("the file can be read")).into_owned();
        let article = Article::new(file.display().to_string(), text);
        let passages = extractor.read(&article).text.passages;
        let sound = passages.iter().filter(|p| !p.unclosed && !p.single);
        let words = sound.map(|p| p.inner.of(&article.body).to_owned());
        quotes.extend(words.filter(|q| q.split_whitespace().count() >= 5));
        texts.push((article.source, article.body));
    }
    (texts, quotes)
}
