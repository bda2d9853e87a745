//! Transcripts, interviews and signed quotes: who speaks without quotation marks or without a verb of saying, and what only looks so.

use whosaid::lexicon::Lexicon;
use whosaid::{Article, Extractor, Flag, Kind, Options, Record};

fn extract(text: &str) -> Vec<Record> {
    Extractor::new(Lexicon::empty()).extract(&Article::new("test", text))
}

fn said(text: &str) -> Vec<String> {
    extract(text).iter().map(|r| format!("{}: {}", r.speaker.as_deref().unwrap_or("-"), r.quote)).collect()
}

#[test]
fn labels_are_speakers_where_there_are_turns() {
    for (text, want) in [
        (
            "Partial transcript as follows:\n\nLUND: Are you late?\n\nBERG (off camera): We are. (CROSSTALK) All of us.",
            &["Lund: Are you late?", "Berg: We are. All of us."][..],
        ),
        (
            "Mayor Anna Berg met Tom Lund.\n\n**LUND:** Are you late?\n\n**BERG:** We are.",
            &["Tom Lund: Are you late?", "Anna Berg: We are."],
        ),
        (
            "QUESTION: Are you late?\n\nSEN. ANNA BERG: We are [inaudible] as you said.",
            &["-: Are you late?", "Anna Berg: We are as you said."],
        ),
        (
            "Anna Berg runs the port.\n\nQ: Are you late?\n\nA: We are. My captain said, “Late again,” and I laughed.",
            &["-: Are you late?", "Anna Berg: We are. My captain said, “Late again,” and I laughed."],
        ),
        ("Anna Berg met Tom Lund.\n\nQ: Are you late?\n\nA: We are.", &["-: Are you late?", "-: We are."]),
        (
            "MODERATOR: Are you late?\n\nO'BRIEN: We are.\n\nI told them so.\n\nThe hall was full.",
            &["MODERATOR: Are you late?", "O'Brien: We are.", "O'Brien: I told them so."],
        ),
        // Only the answers are labeled: what stands before a label is the question, whether its space is lost or not.
        (
            "Anna Berg runs the port.\n\nAre you late?\n\nBerg:When I can. I like it.\n\nTell me about your boat.\n\nBerg: It is mine.\n\nAnd I like it.\n\nWill you go?\n\nBerg: I will.",
            &[
                "-: Are you late?",
                "Anna Berg: When I can. I like it.",
                "-: Tell me about your boat.",
                "Anna Berg: It is mine.",
                "Anna Berg: And I like it.",
                "-: Will you go?",
                "Anna Berg: I will.",
            ],
        ),
        // Quotes before an interview are not its questions.
        (
            "“We wait,” Anna Berg told the Post. “We do.”\n\nPost: Are you late?\n\nBerg: We are.\n\nBerg: I am.",
            &["Anna Berg: We wait, We do.", "-: Are you late?", "Anna Berg: We are.", "Anna Berg: I am."],
        ),
        // A table, a list, headings and a lone note are no conversation.
        ("BERG: 47 percent\n\nLUND: 42 percent", &[]),
        ("WHEN: Your Monday\n\nWHERE: The port, if you can", &[]),
        ("Note: We are late.", &[]),
        ("RELATED: Are you late?\n\nREAD MORE: What you need to know", &[]),
    ] {
        assert_eq!(said(text), want, "{text}");
    }
}

#[test]
fn turns_are_direct_speech_and_go_on() {
    let records = extract("BERG: We are late.\n\nI told you so.\n\nLUND: You did.");
    let flags: Vec<_> = records.iter().map(|r| (r.kind, r.flags.contains(&Flag::Continued))).collect();
    assert_eq!(flags, [(Kind::Direct, false), (Kind::Direct, true), (Kind::Direct, false)]);
    let asked = &extract("Q: Are you late?\n\nA: We are.")[0];
    assert_eq!((asked.speaker.as_deref(), asked.flags.as_slice()), (None, &[Flag::Anonymous][..]));
}

#[test]
fn signatures() {
    for (text, want) in [
        ("“We are late.” ― Anna Berg", &["Anna Berg: We are late."][..]),
        ("\"We are late.\" - Anna Berg, mayor", &["Anna Berg: We are late."]),
        ("“We are late.”\n— Anna Berg (@annaberg) March 4, 2016", &["Anna Berg: We are late."]),
        ("“We are late.”\n\nAnna Berg, Institute of Tides", &["Anna Berg: We are late."]),
        ("“We are late.”\n\n— The port opened at noon.", &["-: We are late."]),
    ] {
        assert_eq!(said(text), want, "{text}");
    }
}

#[test]
fn words_in_marks_that_are_no_quotes_can_be_shown() {
    let options = Options { unattributed: true, ..Options::default() };
    let extractor = Extractor::with_options(Lexicon::empty(), options);
    let text = "Anna “The Tide” Berg, who hosts the show “Night Boats” in Oslo, said, “We are late.”";
    let records = extractor.extract(&Article::new("test", text));
    let rows: Vec<_> =
        records.iter().map(|r| (r.quote.as_str(), r.rule.as_str(), r.flags.contains(&Flag::NotSpeech))).collect();
    assert_eq!(
        rows,
        [("The Tide", "nickname", true), ("Night Boats", "work", true), ("We are late.", "subject-cue-quote", false)]
    );
    let numbers: std::collections::HashSet<u32> = records.iter().map(|r| r.attribution).collect();
    assert_eq!(numbers.len(), 3);
    assert_eq!(extract(text).len(), 1);
}
