//! What each check must catch and what it must leave alone, over the real binary: the checks that ask who speaks.

#[path = "support/folder.rs"]
mod folder;

use folder::Folder;

const LEXICON: &str = r#"
[[speaker]]
name = "Anna Berg"
pronouns = "she"
roles = [
    { title = "harbor spokeswoman", from = 2010-01-01, to = 2014-12-31 },
    { title = "Mayor of Norland", from = 2015-01-01, to = 2018-12-31 },
]

[[speaker]]
name = "Nils Aas"
pronouns = "he"

[[speaker]]
name = "Karin Aas"
pronouns = "she"
"#;

/// An article of 2016 as JSON lines, since text has no date.
fn article(text: &str) -> String {
    serde_json::json!({ "id": "a", "date": "2016-05-01", "text": text }).to_string() + "\n"
}

/// Every text is asked about one check: how often must it find something?
fn run(check: &str, cases: &[(&str, usize)]) {
    for (text, want) in cases {
        let folder = Folder::new(&[("speakers.toml", LEXICON), ("a.jsonl", &article(text))]);
        let found = folder.check(&["--only", check, "a.jsonl"]);
        assert_eq!(found.len(), *want, "{check}: {text}: {found:?}");
    }
}

#[test]
fn unattributed() {
    run(
        "unattributed",
        &[
            ("The port opened late. “We were never told about the delay.”\n\nRain fell all day.", 1),
            ("“We were never told about the delay.”\n\nRain fell all day.", 1),
            ("The port opened late. “We were never told about the delay,” Anna Berg said. “Never.”", 0),
            ("Anna Berg was angry. “We were never told about the delay,” she said.", 0),
            ("The so-called “delay” was reported in “The Norland Post” on Monday.", 0),
        ],
    );
}

#[test]
fn unknown_speaker() {
    run(
        "unknown-speaker",
        &[
            ("“It will hold,” Carl Moe said. “For years,” Moe said.", 1),
            ("“It will hold,” Anna Berg said. “For years,” Ms. Berg said.", 0),
            ("“It will hold,” an engineer said. “For years,” the ministry said.", 0),
        ],
    );
}

#[test]
fn ambiguous_speaker() {
    run(
        "ambiguous-speaker",
        &[
            ("“It will hold,” Aas said.", 1),
            ("Nils Aas met Karin Aas. “It will hold,” Aas said.", 1),
            ("Karin Aas came late. “It will hold,” Aas said.", 0),
            ("“It will hold,” Mr. Aas said.", 0),
            ("“It will hold,” Berg said.", 0),
        ],
    );
}

#[test]
fn anonymous_source() {
    run(
        "anonymous-source",
        &[
            ("“It will hold,” a senior engineer said. “For years,” the engineer said.", 1),
            ("The bridge will hold, said officials who asked not to be named.", 1),
            ("“It will hold,” the ministry said. “It will,” Anna Berg said.", 0),
        ],
    );
}

#[test]
fn dangling_pronoun() {
    run(
        "dangling-pronoun",
        &[
            ("The weather was bad. “It will hold,” he said.", 1),
            ("Anna Berg arrived. “It will hold,” he said.", 1),
            ("Carl Moe met Anna Berg in the rain. “It will hold,” she said.", 0),
            ("Carl Moe inspected the bridge. “It will hold,” he said.", 0),
        ],
    );
}

#[test]
fn roles() {
    run(
        "role-mismatch",
        &[
            ("“It will hold,” said Anna Berg, the governor of Norland.", 1),
            ("“It will hold,” said Anna Berg, the mayor of Norland.", 0),
            ("“It will hold,” Mayor Anna Berg said.", 0),
            ("“It will hold,” said Anna Berg, a keen skier.", 0),
            ("“It will hold,” said Anna Berg, a former harbor spokeswoman.", 0),
        ],
    );
    run(
        "outdated-role",
        &[
            ("“It will hold,” said Anna Berg, a harbor spokeswoman.", 1),
            ("“It will hold,” spokeswoman Anna Berg said.", 1),
            ("“It will hold,” former harbor spokeswoman Anna Berg said.", 0),
            ("“It will hold,” said Anna Berg, the mayor.", 0),
        ],
    );
}

#[test]
fn a_sound_folder_is_clean() {
    let folder = Folder::new(&[
        ("speakers.toml", LEXICON),
        (
            "a.txt",
            "NORLAND — The bridge over the sound will open in May, Anna Berg, the mayor, said on Monday.\n\n\
             “It will hold,” Berg told reporters. “We have tested every bolt.”\n\n\
             Nils Aas, who drives a lorry, was less sure. “I will take the ferry,” he said. “At least for a year.\n\n\
             “After that we shall see.”\n\n\
             The town’s so-called “bridge of sighs” has cost twice what was planned, according to Karin Aas.\n",
        ),
        (
            "b.txt",
            "Karin Aas said the town would pay. \"Every krone of it,\" she said.\n\n\
             \"It will hold,\" Anna Berg repeated on Tuesday.\n",
        ),
    ]);
    assert_eq!(folder.check(&["."]), [""; 0]);
}
