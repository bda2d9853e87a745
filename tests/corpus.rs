//! Each article of `corpus/` with the quotes that a person found in it. The expected rows say what is right; `corpus/known_misses.csv`
//! beside this file says what the program does not get right yet, exactly: a miss that is gone must leave the list, a new one fails.
//! `WHOSAID_BLESS=1 cargo test --test corpus` writes the list anew.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use whosaid::lexicon::Lexicon;
use whosaid::{Article, Extractor, Record, output};

/// A row of an expected table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    quote: String,
    speaker: String,
    role: String,
    kind: String,
}

/// What the program gets wrong: `missing`, `extra`, or the column in which a quote that it finds is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
struct Miss {
    file: String,
    what: String,
    quote: String,
}

/// An article with its table.
struct Pair {
    name: String,
    text: String,
    rows: Vec<Row>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(root().join("corpus"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.to_string_lossy().ends_with(ending))
        .collect();
    files.sort();
    files
}

fn pairs() -> Vec<Pair> {
    files(".txt")
        .iter()
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let table = path.with_file_name(format!("{name}.expected.csv"));
            let mut reader = csv::Reader::from_path(&table).unwrap_or_else(|e| panic!("{}: {e}", table.display()));
            assert_eq!(
                reader.headers().unwrap(),
                ["quote", "speaker", "role", "kind"].as_slice(),
                "{}",
                table.display()
            );
            let rows = reader.deserialize().map(|r| r.unwrap_or_else(|e| panic!("{}: {e}", table.display()))).collect();
            Pair { name, text: std::fs::read_to_string(path).unwrap(), rows }
        })
        .collect()
}

/// The words of a text: small letters and digits. Marks, stops and a leading *that* do not tell two quotes apart.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'))
        .map(|w| w.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect())
        .filter(|w: &String| !w.is_empty())
        .collect();
    if words.len() > 1 && words[0] == "that" {
        words.remove(0);
    }
    words
}

/// White space and the case of letters set aside.
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether a quote's words stand in the text in their order, with no more between them than the cue of an interrupted quote takes.
fn stands_in(quote: &[String], text: &[String]) -> bool {
    const BETWEEN: usize = 60;
    let starts = text.iter().enumerate().filter(|(_, w)| Some(*w) == quote.first()).map(|(i, _)| i);
    starts.into_iter().any(|start| {
        let mut rest = quote.iter().peekable();
        for word in text[start..].iter().take(quote.len() + BETWEEN) {
            rest.next_if(|w| *w == word);
        }
        rest.peek().is_none()
    })
}

#[test]
fn tables_belong_to_their_articles() {
    let pairs = pairs();
    assert!(pairs.len() >= 16);
    assert_eq!(pairs.len(), files(".expected.csv").len(), "a table without an article");
    for pair in &pairs {
        let text = words(&pair.text);
        for row in &pair.rows {
            let place = format!("{}.expected.csv: {:?}", pair.name, row.quote);
            assert!(stands_in(&words(&row.quote), &text), "{place} does not stand in the article");
            assert!(output::kinds(&row.kind).is_ok_and(|k| k.len() == 1), "{place} has the kind {:?}", row.kind);
            // "Ada and Bo Berg" names Ada Berg.
            assert!(words(&row.speaker).iter().all(|w| text.contains(w)), "{place}: {:?}", row.speaker);
            assert!(row.role.is_empty() || stands_in(&words(&row.role), &text), "{place}: {:?}", row.role);
            assert!(row.role.is_empty() || !row.speaker.is_empty(), "{place} has a role of nobody");
        }
    }
}

/// What is wrong with the records of a pair, in the order of the table, then of the records.
fn misses(pair: &Pair, records: &[Record]) -> Vec<Miss> {
    let miss = |what: &str, quote: &str| Miss { file: pair.name.clone(), what: what.into(), quote: quote.into() };
    let mut by_words: HashMap<Vec<String>, Vec<&Record>> = HashMap::new();
    for record in records.iter().rev() {
        by_words.entry(words(&record.quote)).or_default().push(record);
    }
    let mut out = Vec::new();
    for row in &pair.rows {
        let Some(record) = by_words.get_mut(&words(&row.quote)).and_then(Vec::pop) else {
            out.push(miss("missing", &row.quote));
            continue;
        };
        let text = |t: &Option<String>| t.clone().unwrap_or_default();
        for (what, wanted, found) in [
            ("speaker", &row.speaker, text(&record.speaker)),
            // The lexicon's role is not in the article.
            ("role", &row.role, text(&record.stated_role)),
            ("kind", &row.kind, record.kind.to_string()),
        ] {
            if fold(wanted) != fold(&found) {
                out.push(miss(what, &row.quote));
            }
        }
    }
    let extra = |r: &&Record| by_words[&words(&r.quote)].iter().any(|left| std::ptr::eq(*left, *r));
    out.extend(records.iter().filter(extra).map(|r| miss("extra", &r.quote)));
    out
}

#[test]
fn quotes_are_found_but_for_the_known_misses() {
    let list = root().join("tests/corpus/known_misses.csv");
    let extractor = Extractor::new(Lexicon::builtin());
    let (mut rows, mut found, mut now) = (0, 0, Vec::new());
    for pair in &pairs() {
        let records = extractor.extract(&Article::new(pair.name.as_str(), pair.text.as_str()));
        rows += pair.rows.len();
        found += records.len();
        now.extend(misses(pair, &records));
    }
    let right = rows - now.iter().filter(|m| m.what == "missing").count();
    println!(
        "{rows} rows, {found} found, {right} of them the same words: F1 {:.3}; wrong speakers {}, roles {}, kinds {}",
        2.0 * right as f64 / (rows + found) as f64,
        now.iter().filter(|m| m.what == "speaker").count(),
        now.iter().filter(|m| m.what == "role").count(),
        now.iter().filter(|m| m.what == "kind").count()
    );
    if std::env::var_os("WHOSAID_BLESS").is_some() {
        let mut writer = csv::Writer::from_path(&list).unwrap();
        now.iter().for_each(|m| writer.serialize(m).unwrap());
        return writer.flush().unwrap();
    }
    let known: Vec<Miss> =
        csv::Reader::from_path(&list).unwrap().deserialize().map(|r| r.expect("a row of three")).collect();
    let show = |misses: &[Miss], than: &[Miss]| -> String {
        let others = misses.iter().filter(|m| !than.contains(m));
        others.map(|m| format!("  {} {}: {}\n", m.file, m.what, m.quote)).collect()
    };
    let (new, gone) = (show(&now, &known), show(&known, &now));
    assert!(
        now == known,
        "new misses:\n{new}misses that are gone:\n{gone}If that is as it should be, WHOSAID_BLESS=1 cargo test --test corpus writes the list anew."
    );
}
