//! What each check must catch and what it must leave alone, over the real binary: the checks that look at words and marks.

#[path = "support/folder.rs"]
mod folder;

use folder::Folder;

/// Files, the check that is asked, more arguments, and what it must find.
type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str], &'a [&'a str]);

fn run(cases: &[Case]) {
    for (check, files, args, want) in cases {
        let folder = Folder::new(files);
        if !files.iter().any(|f| f.0 == "speakers.toml") {
            folder.write("speakers.toml", b"");
        }
        let mut all = vec!["--only", check];
        all.extend(*args);
        if args.is_empty() {
            all.push(".");
        }
        let want: Vec<String> = want.iter().map(|place| format!("{place} {check}")).collect();
        assert_eq!(folder.check(&all), want, "{check}: {files:?}");
    }
}

#[test]
fn marks() {
    run(&[
        (
            "unclosed-quote",
            &[("a.txt", "Rain fell.\n\n“It will hold, Anna Berg said. She left.\n")],
            &[],
            &["./a.txt:3:1"],
        ),
        (
            "unclosed-quote",
            &[("a.txt", "“It will hold,” Anna Berg said. “It must.\n\nRain fell.\n")],
            &[],
            &["./a.txt:1:33"],
        ),
        (
            "unclosed-quote",
            &[
                (
                    "a.txt",
                    "“It will hold,” said Berg. “It held.\n\n“It will hold next year.”\n\nThe plank is 6'2\" long.\n",
                ),
                ("b.txt", "\"It's 'quite' fine,\" said Berg. The '80s were not. Don't the workers' rights count?\n"),
                ("c.txt", "He said „das hält“ and «ça tient» and ‘it holds’.\n"),
            ],
            &[],
            &[],
        ),
        ("mismatched-marks", &[("a.txt", "\"It will hold,” said Berg. “It must,” she said.\n")], &[], &["./a.txt:1:1"]),
        ("mismatched-marks", &[("a.txt", "Rain fell.”It will hold,” said Berg.\n")], &[], &["./a.txt:1:11"]),
        (
            "mismatched-marks",
            &[("a.txt", "“It ‘will’ hold,” said Berg. \"It must,\" she said. „Ja“, «oui».\n")],
            &[],
            &[],
        ),
        (
            "mixed-mark-styles",
            &[("a.txt", "“It will hold,” said Berg. “It must,” she said.\n\n\"It may,\" said Moe.\n")],
            &[],
            &["./a.txt:3:1"],
        ),
        (
            "mixed-mark-styles",
            &[("a.txt", "“It's 5'10\" tall,” said Berg.\n"), ("b.txt", "\"It may,\" said Moe.\n")],
            &[],
            &[],
        ),
    ]);
}

#[test]
fn names() {
    let lexicon = ("speakers.toml", "[[speaker]]\nname = \"Fjodor Lindqvist\"\naliases = [\"Fedor Lindqvist\"]\n");
    run(&[
        (
            "name-variant",
            &[lexicon, ("a.txt", "“It will hold,” said Fjodor Lindkvist, an engineer. Rain fell.\n")],
            &[],
            &["./a.txt:1:29"],
        ),
        (
            "name-variant",
            &[lexicon, ("a.txt", "Fjodor Lindqvist spoke first. Mr. Lindqwist went on.\n")],
            &[],
            &["./a.txt:1:35"],
        ),
        (
            "name-variant",
            &[
                lexicon,
                ("a.txt", "Fedor Lindqvist and the Lindqvists met Anna Lindkvist. “Good,” Lindkvist said.\n"),
                ("b.txt", "The firm of Lindgren sold linden trees.\n"),
            ],
            &[],
            &[],
        ),
    ]);
}

#[test]
fn the_same_words_elsewhere() {
    run(&[
        (
            "conflicting-attribution",
            &[
                ("a.txt", "“We will never close the port,” Anna Berg said.\n"),
                ("b.txt", "Rain fell.\n\n“We will never close the port,” Carl Moe said.\n"),
            ],
            &[],
            &["./b.txt:3:2"],
        ),
        (
            "conflicting-attribution",
            &[(
                "a.txt",
                "“We will never close the port,” Anna Berg said.\n\n“We will never close the port,” Carl Moe said.\n",
            )],
            &[],
            &["./a.txt:3:2"],
        ),
        (
            "conflicting-attribution",
            &[
                ("a.txt", "“We will never close the port,” Anna Berg said. “Thank you,” she said.\n"),
                ("b.txt", "“We will never close the port,” Ms. Berg said.\n\n“Thank you,” Carl Moe said.\n"),
            ],
            &[],
            &[],
        ),
        (
            "altered-quote",
            &[
                ("a.txt", "“We will never close the port to ships,” Anna Berg said.\n"),
                ("b.txt", "“We will close the port to ships,” Anna Berg said.\n"),
            ],
            &[],
            &["./b.txt:1:2"],
        ),
        (
            "altered-quote",
            &[
                ("a.txt", "“We will never close the port to ships of any size, whatever happens,” Anna Berg said.\n"),
                ("b.txt", "“[We] will never close the port … whatever happens!” Anna Berg said.\n"),
                ("c.txt", "“We will close the port to ships,” Carl Moe said.\n"),
            ],
            &[],
            &[],
        ),
    ]);
}

#[test]
fn the_record() {
    let record = (
        "record/briefing.md",
        "# Briefing\n\nMS. BERG:  We will never close the port, and that is final. (Laughter.)\n\nQ  Is it the heart of the town?\n\n\
         MS. BERG:  It is, for all of us who live here.\n",
    );
    let args = &["--record", "record/briefing.md", "a.txt"];
    run(&[
        (
            "not-on-record",
            &[record, ("a.txt", "“The harvest was better than anyone hoped,” Anna Berg said.\n")],
            args,
            &["a.txt:1:2"],
        ),
        (
            "not-on-record",
            &[
                record,
                (
                    "a.txt",
                    "“[The town] will never close the port … that is final!” Anna Berg said. “It is, for all of us,” she said.\n",
                ),
            ],
            args,
            &[],
        ),
        (
            "altered-quote",
            &[record, ("a.txt", "“We will close the port, and that is final,” Anna Berg said.\n")],
            args,
            &["a.txt:1:2"],
        ),
        (
            "altered-quote",
            &[record, ("a.txt", "“we will never close the Port — and that is final!” Anna Berg said.\n")],
            args,
            &[],
        ),
        ("said-by-other", &[record, ("a.txt", "“It is the heart of the town,” Anna Berg said.\n")], args, &[]),
        (
            "said-by-other",
            &[record, ("a.txt", "“Is it the heart of the town?” Anna Berg asked.\n")],
            args,
            &["a.txt:1:2"],
        ),
        ("said-by-other", &[record, ("a.txt", "“We will never close the port,” Anna Berg said.\n")], args, &[]),
        (
            "said-by-other",
            &[record, ("a.txt", "“We will never close the port,” Carl Moe said.\n")],
            args,
            &["a.txt:1:2"],
        ),
    ]);
}

#[test]
fn an_altered_quote_names_the_passage_and_the_words() {
    let folder = Folder::new(&[
        ("speakers.toml", ""),
        ("record/2016/talk.txt", "Good evening.\n\nBERG: Friends, we will never close the port, and that is final.\n"),
        ("a.txt", "“We will close the port, and this is final,” Anna Berg said.\n"),
    ]);
    let run = folder.run(&["check", "--record", "record", "a.txt"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("(record/2016/talk.txt:3)"), "{}", run.out);
    assert!(run.out.contains("We will [-never-] close the port, and [-that-] {+this+} is final"), "{}", run.out);
}
