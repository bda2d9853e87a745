//! Runs the examples of every check: what it must find, and what it must leave alone. The quotes are built by hand from what an example
//! says, so that a check is tested against the contract of a record and not against the day's extraction.

use super::engine::{Checked, Checker};
use super::{CHECKS, Example, Finding, Said, Sample, Settings};
use crate::article::Article;
use crate::evidence::Builder;
use crate::lexicon::{Date, Lexicon};
use crate::record::{Kind, Place, Record};
use crate::{Extractor, Reading};

/// A record as the contract has it.
pub(super) fn record(article: &Article, lexicon: &Lexicon, said: &Said, number: u32) -> Record {
    let at = article.body.find(said.quote).unwrap_or_else(|| panic!("{:?} is not in {:?}", said.quote, article.body));
    let start = article.body[..at].chars().count();
    let place = Place {
        start,
        end: start + said.quote.chars().count(),
        text: said.quote.to_owned(),
        bytes: at..at + said.quote.len(),
    };
    let known = said.speaker.and_then(|name| lexicon.speakers.iter().find(|s| s.name == name));
    Record {
        quote: said.quote.to_owned(),
        speaker: said.speaker.map(str::to_owned),
        role: known.and_then(|s| s.role_on(article.date)).or(said.stated_role).map(str::to_owned),
        source: article.source.clone(),
        kind: Kind::Direct,
        speaker_id: known.map(|s| s.id.clone()),
        stated_role: said.stated_role.map(str::to_owned),
        mention: None,
        cue: None,
        line: 1,
        column: start + 1,
        segments: vec![place],
        attribution: number,
        rule: "example".to_owned(),
        confidence: 1.0,
        context: "".into(),
        flags: said.flags.to_vec(),
        id: number.to_string(),
        element: None,
    }
}

fn article(number: usize, sample: &Sample) -> Article {
    let date = sample.date.and_then(Date::parse);
    let mut article = Article { date, ..Article::new(format!("{number}.txt"), sample.text) };
    article.silences = crate::silence::take(&mut article);
    article
}

fn checked(checker: &Checker, extractor: &Extractor, number: usize, sample: &Sample, only: &'static str) -> Checked {
    let article = article(number, sample);
    let text = extractor.read(&article).text;
    let records = sample.said.iter().enumerate().map(|(n, s)| record(&article, extractor.lexicon(), s, n as u32 + 1));
    let reading = Reading { article: &article, text, records: records.collect() };
    let mut settings = Settings::default();
    settings.only(&[only, "unused-silence"]);
    checker.article(&reading, &settings)
}

fn run(example: &Example, only: &'static str) -> Vec<Finding> {
    let lexicon = Lexicon::parse("speakers.toml", example.lexicon).unwrap();
    let extractor = Extractor::new(lexicon);
    let evidence = (!example.record.is_empty()).then(|| {
        let mut builder = Builder::new();
        builder.add("record.txt", example.record).unwrap();
        builder.finish()
    });
    let checker = Checker::new(extractor.lexicon(), evidence);
    let articles =
        example.articles.iter().enumerate().map(|(n, s)| checked(&checker, &extractor, n, s, only)).collect();
    checker.finish(articles, None)
}

#[test]
fn every_check_finds_its_examples_and_nothing_else() {
    for check in CHECKS {
        for (number, example) in check.examples.iter().enumerate() {
            let found = run(example, check.id);
            let words: Vec<&str> =
                found.iter().map(|f| &f.location.excerpt.text[f.location.excerpt.marked.clone()]).collect();
            assert_eq!(words, example.finds, "{} example {}: {found:#?}", check.id, number + 1);
            assert!(found.iter().all(|f| f.check == check.id));
        }
        // The baseline's checks and the engine's need more than articles: tests/check_baseline.rs and the test below.
        let elsewhere = ["changed", "missing", "new", "unused-silence"].contains(&check.id);
        let catches = check.examples.iter().any(|e| !e.finds.is_empty());
        let passes = check.examples.iter().any(|e| e.finds.is_empty());
        assert!(elsewhere || catches && passes, "{} lacks an example or a near miss", check.id);
    }
}

#[test]
fn ids_are_unique_and_manuals_complete() {
    for (i, check) in CHECKS.iter().enumerate() {
        assert!(CHECKS[..i].iter().all(|c| c.id != check.id), "{} is there twice", check.id);
        for text in [check.finds, check.why, check.remedy] {
            assert!(text.ends_with('.') && !text.contains("  "), "{}: {text:?}", check.id);
        }
    }
}

#[test]
fn silences_speak_for_one_paragraph_and_must_be_used() {
    const QUOTE: Said = Said { quote: "It will hold.", speaker: None, stated_role: None, flags: &[] };
    for (text, want) in [
        ("“It will hold.” [[whosaid: allow unattributed a poem]]\n\nRain fell.", &[][..]),
        ("[[whosaid: allow unattributed a poem]]\n\n“It will hold.” Rain fell.", &[]),
        ("<!-- whosaid: allow unattributed a poem -->\n“It will hold.” Rain fell.", &[]),
        // Another paragraph, another check, no reason, no such check.
        ("[[whosaid: allow unattributed a poem]] Rain fell.\n\n“It will hold.”", &["unused-silence", "unattributed"]),
        ("“It will hold.” [[whosaid: allow anonymous-source he is shy]]", &["unattributed"]),
        ("“It will hold.” [[whosaid: allow unattributed]]", &["unattributed", "unused-silence"]),
        ("“It will hold.” [[whosaid: allow unatributed a poem]]", &["unattributed", "unused-silence"]),
    ] {
        // A named static is needed for the sample's lifetime: the test leaks a few bytes.
        let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
        let sample: &'static Sample = Box::leak(Box::new(Sample { text, date: None, said: &[QUOTE] }));
        let example = Example { articles: std::slice::from_ref(sample), ..Example::NONE };
        let found: Vec<&str> = run(&example, "unattributed").iter().map(|f| f.check).collect();
        assert_eq!(found, want, "{text}");
    }
}

#[test]
fn fingerprints_survive_shifts_and_tell_twins_apart() {
    const QUOTE: Said = Said { quote: "It will hold.", speaker: None, stated_role: None, flags: &[] };
    let prints = |text: &'static str, said: &'static [Said]| {
        let sample: &'static Sample = Box::leak(Box::new(Sample { text, date: None, said }));
        let example = Example { articles: std::slice::from_ref(sample), ..Example::NONE };
        run(&example, "unattributed").into_iter().map(|f| f.fingerprint).collect::<Vec<_>>()
    };
    let here = prints("“It will hold.” Rain fell.", &[QUOTE]);
    let shifted = prints("A new line.\n\nAnd one more. “It will hold.” Rain fell.", &[QUOTE]);
    let twice = prints("“It will hold.” Rain fell.", &[QUOTE, QUOTE]);
    assert_eq!(here, shifted);
    assert_eq!(twice[0], here[0]);
    assert_ne!(twice[0], twice[1]);
}
