//! The rules and what the program says of them: each has a name of its own and a sentence, examples hold, `whosaid rules` lists all.

#[path = "support/folder.rs"]
mod folder;

use std::collections::HashSet;

use folder::Folder;
use whosaid::lexicon::Lexicon;
use whosaid::{Article, Extractor, attribution, check, quotes};

/// Name and sentence of everything that decides.
fn all() -> Vec<(&'static str, &'static str)> {
    let rules = attribution::rules().into_iter().map(|r| (r.id, r.says));
    let limits = attribution::LIMITS.iter().map(|l| (l.id, l.says));
    let signs = quotes::SIGNS.iter().map(|s| (s.id, s.says));
    let checks = check::CHECKS.iter().map(|c| (c.id, c.finds));
    rules.chain(limits).chain(signs).chain(checks).collect()
}

#[test]
fn each_has_a_name_and_a_sentence() {
    for (id, says) in all() {
        assert!(id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{id}");
        assert!(says.ends_with('.') && says.len() > 20, "{id}: {says}");
    }
    let of_records: Vec<&str> = attribution::rules().iter().map(|r| r.id).collect();
    assert_eq!(of_records.iter().collect::<HashSet<_>>().len(), of_records.len(), "{of_records:?}");
}

/// An example is an article: what it shows is all that is found in it, whichever rule finds it.
#[test]
fn examples_hold() {
    let extractor = Extractor::new(Lexicon::empty());
    let mut wrong = Vec::new();
    let rules = attribution::rules().into_iter().map(|r| (r.id, r.examples));
    let limits = attribution::LIMITS.iter().map(|l| (l.id, l.examples));
    let signs = quotes::SIGNS.iter().map(|s| (s.id, s.examples));
    for (id, examples) in rules.chain(limits).chain(signs) {
        assert!(!examples.is_empty(), "{id} has no example");
        for example in examples {
            let records = extractor.extract(&Article::new("example", example.text));
            let found: Vec<String> =
                records.iter().map(|r| format!("{}: {}", r.speaker.as_deref().unwrap_or_default(), r.quote)).collect();
            if found.join("\n") != example.found {
                wrong.push(format!("{id}: {:?}\n  wants {:?}\n  finds {found:?}", example.text, example.found));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn all_are_listed() {
    let folder = Folder::new(&[]);
    let run = folder.run(&["rules"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for (id, says) in all() {
        let entry = run.out.split("\n\n").find(|e| e.split_whitespace().next() == Some(id) && e.contains(says));
        assert!(entry.is_some(), "{id} is not listed with its sentence");
    }
    let some = folder.run(&["rules", "according"]).out;
    assert!(some.contains("according to the harbor master") && !some.contains("carried-on"), "{some}");
    let none = folder.run(&["rules", "no-such-rule"]);
    assert_eq!((none.code, none.out.as_str()), (2, ""));
    assert_eq!(none.err, "whosaid: no rule's id holds \"no-such-rule\": whosaid rules lists them all\n");
}
