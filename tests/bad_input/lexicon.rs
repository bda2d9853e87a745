//! Lexicons with mistakes in them.

use insta::assert_snapshot;

use super::{extract, folder};

fn with(toml: &str) -> String {
    extract(&folder(&[("mine.toml", toml)]), &["good.txt", "--lexicon", "mine.toml"])
}

#[test]
fn malformed() {
    assert_snapshot!(with("[[speaker]]\nname = Anna Berg\n"), @r#"
    exit 2

    ---
    whosaid: mine.toml:2:8: string values must be quoted, expected literal string
    "#);
    assert_snapshot!(with("[[speaker]\nname = \"Anna Berg\"\n"), @r#"
    exit 2

    ---
    whosaid: mine.toml:1:11: unclosed array table, expected `]`
    "#);
}

#[test]
fn unknown_fields_and_values() {
    assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\nalias = [\"Berg\"]\n"), @r#"
    exit 2

    ---
    whosaid: mine.toml:3:1: unknown field `alias`, expected one of `name`, `id`, `aliases`, `pronouns`, `wikidata`, `roles`
    "#);
    assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\npronouns = \"her\"\n"), @r#"
    exit 2

    ---
    whosaid: mine.toml:3: pronouns "her" is none of "he", "she", "they"
    "#);
    assert_snapshot!(with("[[speaker]]\naliases = [\"Berg\"]\n"), @r#"
    exit 2

    ---
    whosaid: mine.toml:1:1: missing field `name`
    "#);
    assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\nroles = [{ title = \"mayor\", from = \"2015\" }]\n"), @r#"
    exit 2

    ---
    whosaid: mine.toml:3:36: invalid type: string "2015", expected a TOML datetime: write a day without quotes, as in 2015-05-13
    "#);
}

#[test]
fn duplicate_ids() {
    assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\n\n[[speaker]]\nname = \"Anna  Berg\"\n"), @r#"
    exit 2

    ---
    whosaid: mine.toml:5: id "anna-berg" is taken by the speaker of line 2: give one of them another `id`
    "#);
}

#[test]
fn an_alias_of_two() {
    assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\naliases = [\"the Iron Mayor\"]\n\n[[speaker]]\nname = \"Otto Lind\"\naliases = [\"Lind\", \"The Iron Mayor\"]\n"), @r#"
    exit 2

    ---
    whosaid: mine.toml:7: aliases "The Iron Mayor" of Otto Lind is an alias of Anna Berg too (line 3): no article could tell them apart; take it from one of them
    "#);
    assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\naliases = [\"Otto Lind\"]\n\n[[speaker]]\nname = \"Otto Lind\"\n"), @r#"
    exit 2

    ---
    whosaid: mine.toml:3: aliases "Otto Lind" of Anna Berg is the name of Otto Lind too (line 6): no article could tell them apart; take it from one of them
    "#);
    // Namesakes are none.
    assert_snapshot!(with("[[speaker]]\nname = \"Anna Berg\"\n\n[[speaker]]\nname = \"Otto Berg\"\n"), @r#"
    exit 0
    We are late!,Anna Berg
    ---
    "#);
}

#[test]
fn missing_or_no_text() {
    let folder = folder(&[]);
    folder.write("latin.toml", b"[[speaker]]\nname = \"Zo\xeb Berg\"\n");
    assert_snapshot!(extract(&folder, &["good.txt", "--lexicon", "none.toml"]), @r#"
    exit 2

    ---
    whosaid: none.toml: cannot be read: no such file or directory
    "#);
    assert_snapshot!(extract(&folder, &["good.txt", "--lexicon", "latin.toml"]), @r#"
    exit 2

    ---
    whosaid: latin.toml:2: is not UTF-8: save the lexicon as UTF-8
    "#);
    assert_snapshot!(extract(&folder, &["good.txt", "--lexicon", "."]), @r#"
    exit 2

    ---
    whosaid: .: cannot be read: is a directory
    "#);
}
