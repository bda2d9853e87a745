//! SARIF as code scanning wants it. With the official schema in the file that WHOSAID_SARIF_SCHEMA names (the npm package
//! @microsoft/jest-sarif carries it) and check-jsonschema (PyPI) on the path, the log is held against the schema too.

#[path = "support/folder.rs"]
mod folder;

use folder::Folder;
use serde_json::Value;

const FORMAT: &[&str] = &["check", "news", "--format", "sarif", "-o", "out.sarif", "--record", "record"];

fn sarif(articles: &[(&str, &str)]) -> (Folder, Value) {
    let folder = Folder::new(articles);
    folder.write("speakers.toml", b"[[speaker]]\nname = \"Fjodor Lindqvist\"\n");
    folder.write("record/talk.txt", "BERG: We will never close the port, and that is final.\n".as_bytes());
    let run = folder.run(FORMAT);
    assert!(run.code < 2, "{}", run.err);
    let log = serde_json::from_str(&folder.read("out.sarif")).expect("JSON");
    (folder, log)
}

const ARTICLE: &str = "“We will close the port, and that is final,” Anna Berg said. \"It may,” said Fjodor Lindkvist.\n\n“It will hold, he said.\n";

#[test]
fn every_check_is_listed_and_paths_are_relative() {
    let (_folder, log) = sarif(&[("news/ä b.txt", ARTICLE)]);
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), 19);
    for rule in rules {
        assert!(rule["help"]["text"].as_str().is_some_and(|t| t.len() > 40), "{rule}");
    }
    let results = run["results"].as_array().unwrap();
    let ids: Vec<&str> = results.iter().map(|r| r["ruleId"].as_str().unwrap()).collect();
    for id in ["altered-quote", "mismatched-marks", "name-variant", "unclosed-quote"] {
        assert!(ids.contains(&id), "{id} is not in {ids:?}");
    }
    for result in results {
        let rule = &rules[result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "news/%C3%A4%20b.txt");
        assert!(place["region"]["startLine"].as_u64().unwrap() >= 1);
    }
}

#[test]
fn fingerprints_survive_shifts_of_lines() {
    let prints = |article: &str| -> Vec<String> {
        let (_folder, log) = sarif(&[("news/a.txt", article)]);
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        results.iter().map(|r| r["partialFingerprints"]["whosaid/v1"].as_str().unwrap().to_owned()).collect()
    };
    let here = prints(ARTICLE);
    assert!(here.len() >= 4);
    assert_eq!(prints(&format!("Rain fell.\n\nAnd fell.\n\n{ARTICLE}")), here);
    let mut unique = here.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), here.len(), "one fingerprint a finding");
}

#[test]
fn the_official_schema() {
    let Some(schema) = std::env::var_os("WHOSAID_SARIF_SCHEMA") else {
        return println!("skipped: WHOSAID_SARIF_SCHEMA names no schema");
    };
    let (folder, _log) = sarif(&[("news/a.txt", ARTICLE), ("news/b.txt", "Rain fell.\n")]);
    folder.write("news/c.txt", b"\0\0\0\0\0\0\0\0\0");
    assert_eq!(folder.run(FORMAT).code, 2, "a file is skipped, which the log must say too");
    let run = std::process::Command::new("check-jsonschema")
        .args(["--regex-variant", "nonunicode", "--schemafile"])
        .arg(schema)
        .arg(folder.path().join("out.sarif"))
        .output();
    match run {
        Ok(run) => assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout)),
        Err(_) => println!("skipped: check-jsonschema is not on the path"),
    }
}
