//! What holds for any text: no crash, findings inside the article, every stretch of the record is on record.

use proptest::prelude::*;
use whosaid::check::{Checker, Settings};
use whosaid::evidence::{Builder, normal_text};
use whosaid::lexicon::Lexicon;
use whosaid::output::findings::{FORMATS, Report};
use whosaid::{Article, Extractor, check::Severity, silence};

/// Texts of what breaks readers: marks of all styles, labels, brackets, comments, names, letters of several bytes.
fn soup() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "'",
        "’",
        "«",
        "»",
        "„",
        "\\\"",
        "''",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        ". ",
        ", ",
        "… ",
        "...",
        "[",
        "]",
        "(",
        ")",
        "Anna Berg",
        "Berg",
        "said",
        "he said",
        "It will hold",
        "never",
        "6'2\"",
        "BERG: ",
        "Q  ",
        "\r\n",
        "\u{feff}",
        "Ärger",
        "日本語",
        "🙂",
        "e\u{301}",
        "\u{200b}",
        "\0",
        "[[whosaid: allow unattributed x]]",
        "<!-- whosaid: allow",
        "-->",
        "%",
        "1,000",
        "U.S.",
        "Lindkvist",
        "Fjodor Lindqvist",
        "the mayor",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|p| p.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn any_text_is_checked_and_reported(texts in prop::collection::vec(soup(), 1..4), record in soup()) {
        let lexicon = Lexicon::parse("l", "[[speaker]]\nname = \"Fjodor Lindqvist\"\n[[speaker]]\nname = \"Anna Berg\"").unwrap();
        let extractor = Extractor::new(lexicon);
        let mut builder = Builder::new();
        builder.add("record.txt", &record).unwrap();
        let checker = Checker::new(extractor.lexicon(), Some(builder.finish())).keep_all_quotes();
        let mut checked = Vec::new();
        let mut lengths = Vec::new();
        for (n, text) in texts.iter().enumerate() {
            let mut article = Article::new(format!("{n}.txt"), text.as_str());
            article.silences = silence::take(&mut article);
            prop_assert_eq!(article.body.chars().count(), text.chars().count());
            lengths.push(text.chars().count());
            checked.push(checker.article(&extractor.read(&article), &Settings::default()));
        }
        let findings = checker.finish(checked, None);
        for finding in &findings {
            let number: usize = finding.source.trim_end_matches(".txt").parse().unwrap();
            let place = &finding.location;
            prop_assert!(place.start <= place.end && place.end <= lengths[number]);
            prop_assert!((place.line, place.column) <= (place.end_line, place.end_column));
        }
        let report = Report::new(findings, texts.len(), Vec::new(), Severity::Error);
        for format in FORMATS {
            let mut out = Vec::new();
            (format.write)(&report, &mut out).unwrap();
            prop_assert!(String::from_utf8(out).is_ok());
        }
    }

    #[test]
    fn every_stretch_of_the_record_is_on_record(text in "[a-zA-Z ,.'’-]{0,200}", start in 0usize..40, length in 2usize..20) {
        let mut builder = Builder::new();
        builder.add("record.txt", &text).unwrap();
        let index = builder.finish();
        let normal = normal_text(&text);
        // The words as comparisons see them, without the places where something may be left out.
        let words: Vec<&str> = normal.split(' ').filter(|w| !w.is_empty() && *w != "…").collect();
        prop_assume!(start + length <= words.len());
        let quote = words[start..start + length].join(" ");
        let pattern = index.pattern(&quote);
        prop_assume!(pattern.len() == length);
        let hits = index.find(&pattern, 64).unwrap();
        prop_assert!(!hits.is_empty(), "{:?} is not found in {:?}", quote, text);
        let nearest = index.nearest(&pattern, 1);
        prop_assert!(nearest.first().is_some_and(|n| n.cost == 0), "{:?}", nearest);
    }
}
