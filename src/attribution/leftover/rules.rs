//! The rules for quotes that no cue claims, as a table; which of them a quote falls under is decided beside it.

use crate::attribution::{Rule, example};

macro_rules! leftover_rule {
    ($name:ident, $id:literal, $confidence:literal, $says:literal, $examples:expr) => {
        pub(super) const $name: Rule =
            Rule { id: $id, says: $says, confidence: $confidence, examples: $examples, find: |_, _| None };
    };
}

leftover_rule!(
    CARRIED_ON,
    "carried-on",
    0.61,
    "A quote that runs on from the paragraph before has that paragraph's speaker.",
    &[example(
        "Anna Berg said, “We are late.\n\n“But we will come.”",
        "Anna Berg: We are late.\nAnna Berg: But we will come."
    )]
);
leftover_rule!(
    LABEL,
    "label",
    0.67,
    "A name and a colon at the start of a line say who speaks; so does a body's name alone in the line above.",
    &[
        example("Anna Berg: “We are late.”", "Anna Berg: We are late."),
        example(
            "Boats were late.\n\nOslo Port Authority\n\n“We wait for the tide.”",
            "Oslo Port Authority: We wait for the tide."
        ),
        example("Boats were late.\n\nOslo Port Closes Early\n\n“We wait for the tide.”", ": We wait for the tide."),
    ]
);
leftover_rule!(
    COLON,
    "colon",
    0.92,
    "A clause that ends in a colon says whose the quote behind it is.",
    &[
        example("Anna Berg had an answer: “We are late.”", "Anna Berg: We are late."),
        example("The answer came at noon: “We are late.”", ": We are late."),
    ]
);
leftover_rule!(
    SIGNATURE,
    "signature",
    0.9,
    "A dash and a name behind a quote, in its line or the next, say whose it is.",
    &[
        example("“We are late.” — Anna Berg", "Anna Berg: We are late."),
        example("“We are late.”\n\n- Anna Berg, mayor of Oslo", "Anna Berg: We are late."),
        example("“We are late.”\n\n— The boat came at noon.", ": We are late."),
    ]
);
leftover_rule!(
    NEAR_CUE,
    "near-cue",
    0.95,
    "The subject of the verb behind a quote, or of a verb of saying that opens its sentence, speaks.",
    &[
        example("“We are late,” Anna Berg retorted with a smile.", "Anna Berg: We are late,"),
        example("Said Anna Berg, “We are late.”", "Anna Berg: We are late."),
    ]
);
leftover_rule!(
    POSSESSOR,
    "possessor",
    0.62,
    "Words in marks are those of whose remark, words or promise they are.",
    &[
        example("Anna Berg’s “tide and a half” remark amused Oslo.", "Anna Berg: tide and a half"),
        example("In the words of Anna Berg, the port is “a tide too late.”", "Anna Berg: a tide too late."),
    ]
);
leftover_rule!(
    SAME_SENTENCE,
    "same-sentence",
    0.78,
    "Words in marks behind a statement, in the same sentence, are the same speaker's.",
    &[example(
        "“We are late,” Anna Berg said, standing in “a tide of boats.”",
        "Anna Berg: We are late,\nAnna Berg: a tide of boats."
    )]
);
leftover_rule!(
    FLOATING,
    "floating",
    0.79,
    "A paragraph that is only a quote goes on with who spoke last, if that is not far.",
    &[
        example(
            "Anna Berg said the port would close.\n\n“We are late.”",
            "Anna Berg: the port would close\nAnna Berg: We are late."
        ),
        example(
            "“Are you late?” Tom Lund asked Anna Berg.\n\n“We are late.”",
            "Tom Lund: Are you late?\n: We are late."
        ),
    ]
);
leftover_rule!(
    INTRODUCED,
    "introduced",
    0.61,
    "A quote behind a sentence of the reporter's in its paragraph is that sentence's subject's.",
    &[
        example("Anna Berg did not say why. “There is no plan.”", "Anna Berg: There is no plan."),
        example("The port stood empty. “There is no plan.”", ": There is no plan."),
    ]
);
leftover_rule!(
    SUBJECT_OF_SENTENCE,
    "subject-of-sentence",
    0.55,
    "A quoted sentence in a sentence without a cue is its subject's, if that can speak.",
    &[example("Anna Berg raised her glass and then, “We are late.”", "Anna Berg: We are late.")]
);
leftover_rule!(
    FRAGMENT,
    "fragment",
    0.75,
    "Words in marks in a clause are those of the clause's subject, if that can speak.",
    &[example("Anna Berg left the hall in “a very bad mood indeed.”", "Anna Berg: a very bad mood indeed.")]
);
leftover_rule!(
    NOBODY,
    "nobody-near",
    0.08,
    "Words in marks with nobody near whose they could be have no speaker.",
    &[example("The port is a place where “the tide is always right.”", ": the tide is always right.")]
);

/// The rules, from the surest on.
pub(in super::super) const RULES: &[&Rule] = &[
    &CARRIED_ON,
    &LABEL,
    &COLON,
    &SIGNATURE,
    &NEAR_CUE,
    &POSSESSOR,
    &SAME_SENTENCE,
    &FLOATING,
    &INTRODUCED,
    &SUBJECT_OF_SENTENCE,
    &FRAGMENT,
    &NOBODY,
];
