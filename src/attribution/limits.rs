//! The signs that the reporter speaks again behind a break in a content, each a row of [`LIMITS`]. What a break is and who asks is in
//! `content`; what the signs look at, in `breaks` and `asides`.

use super::asides::{comments, compares, others_answered, tells_occasion, tells_of_name, tells_of_which};
use super::breaks::{
    REACH, acts_behind_marks, clause_behind_phrase, is_free_relative, main_clause_follows, main_verb_follows, next_cue,
    relative_ends, runs_to_end, same_form, tense_breaks, verb_goes_on, verb_joins,
};
use super::content::Break;
use super::edges::sentence_end;
use super::{Example, example};
use crate::lexicon::CueClass;
use crate::text::{Chunk, ChunkKind, Form};

/// A sign that the reporter speaks again behind a break.
pub struct Limit {
    /// Name, shown by `explain`.
    pub id: &'static str,
    /// What it claims about English, in a sentence.
    pub says: &'static str,
    /// Positive and negative examples.
    pub examples: &'static [Example],
    pub(super) ends: fn(&Break) -> bool,
}

/// Participles of what a statement brings about, and of what it leans on.
const COMMENTING: &[&str] = &[
    "drawing",
    "eliciting",
    "prompting",
    "sparking",
    "provoking",
    "echoing",
    "pointing",
    "citing",
    "referring",
    "alluding",
    "invoking",
    "touting",
    "deeming",
    "contrasting",
    "siding",
    "reversing",
    "throwing",
    "parroting",
    "paraphrasing",
    "quoting",
    "mocking",
    "gesturing",
    "invoking",
];

/// The signs, asked in order at each break.
pub const LIMITS: &[Limit] = &[
    Limit {
        id: "next-cue",
        says: "A verb of saying behind a comma or a conjunction, with the old subject or a new one, begins a new statement.",
        examples: &[
            example(
                "Anna Berg said the port would close, adding that nobody knew.",
                "Anna Berg: the port would close\nAnna Berg: nobody knew",
            ),
            example(
                "Anna Berg said the port was “late”, while Tom Lund described it as “closed”.",
                "Anna Berg: the port was “late”\nTom Lund: it as “closed”",
            ),
            example(
                "Anna Berg said the port was late, the one Tom Lund described as closed.",
                "Anna Berg: the port was late, the one Tom Lund described as closed",
            ),
        ],
        ends: next_cue,
    },
    Limit {
        id: "according-to",
        says: "“according to” behind the content names another source.",
        examples: &[example(
            "Anna Berg said the port would close, according to Tom Lund.",
            "Tom Lund: Anna Berg said the port would close",
        )],
        ends: |b| b.is_word(&["according"]),
    },
    Limit {
        id: "to-which",
        says: "“, to which …” goes on with the reporter's sentence.",
        examples: &[example(
            "Anna Berg said the port would close, to which Tom Lund replied: “Never.”",
            "Anna Berg: the port would close\nTom Lund: Never.",
        )],
        ends: |b| b.is_kind(ChunkKind::Comma) && b.is_word(&["to"]) && b.site.clause.is_word(b.next + 1, &["which"]),
    },
    Limit {
        id: "subordinate",
        says: "Where the cue stands in a clause that begins with “while” or “as”, the main clause behind it is the reporter's.",
        examples: &[example(
            "While Anna Berg says that the port will close, Tom Lund is in Oslo.",
            "Anna Berg: the port will close",
        )],
        ends: main_clause_follows,
    },
    Limit {
        id: "however",
        says: "“however” and “though” between commas are the reporter's.",
        examples: &[example(
            "Anna Berg said the port had closed, however, the boats were still there.",
            "Anna Berg: the port had closed",
        )],
        ends: |b| {
            b.is_kind(ChunkKind::Comma)
                && b.site.clause.is_word(b.at + 1, &["however"])
                && matches!(b.site.clause.kind(b.at + 2), Some(ChunkKind::Comma | ChunkKind::Stop) | None)
        },
    },
    Limit {
        id: "semicolon",
        says: "A semicolon and a clause end what a past cue governs.",
        examples: &[example("Anna Berg said that it was late; Tom Lund agreed.", "Anna Berg: it was late")],
        ends: |b| b.is_kind(ChunkKind::Semicolon) && b.site.clause.has_clause(b.next, sentence_end(b.site)),
    },
    Limit {
        id: "dash-conjunction",
        says: "A dash and a conjunction or an apposition are the reporter's afterthought.",
        examples: &[example(
            "Anna Berg said the port would close — and the boats left.",
            "Anna Berg: the port would close",
        )],
        ends: |b| {
            b.is_kind(ChunkKind::Dash)
                && b.site.clause.is_word(b.at + 1, &["and", "but", "though", "although", "a", "an"])
                && !(b.at + 1..sentence_end(b.site)).any(|i| b.site.clause.kind(i) == Some(ChunkKind::Dash))
        },
    },
    Limit {
        id: "compared",
        says: "“compared with” and “calling” behind a comma belong to the reporter.",
        examples: &[example(
            "Anna Berg said the port had 12 boats, compared with 30 in May.",
            "Anna Berg: the port had 12 boats",
        )],
        ends: |b| b.is_kind(ChunkKind::Comma) && b.next == b.at + 1 && b.is_word(&["compared", "calling"]),
    },
    Limit {
        id: "free-relative",
        says: "In “what she called a mess, …” the content ends at the comma.",
        examples: &[example(
            "The port closed after what Anna Berg called “a rant,” a letter of nine pages.",
            "Anna Berg: a rant,",
        )],
        ends: |b| b.is_kind(ChunkKind::Comma) && is_free_relative(b.site),
    },
    Limit {
        id: "main-verb",
        says: "Where the cue stands in a relative clause, a comma and a verb without a subject go on with the main clause.",
        examples: &[example(
            "Anna Berg, who said the port would close, resigned on Monday.",
            "Anna Berg: the port would close",
        )],
        ends: main_verb_follows,
    },
    Limit {
        id: "relative-end",
        says: "A relative clause that a dash opened ends at the next dash, one without a comma at the verb behind its closing mark.",
        examples: &[
            example("Anna Berg -- who called the plan “late” -- came in May.", "Anna Berg: the plan “late”"),
            example("A man who called the plan “late” came in May.", "A man: the plan “late”"),
            example("Anna Berg said the “big boats” came in May.", "Anna Berg: the “big boats” came in May"),
        ],
        ends: relative_ends,
    },
    Limit {
        id: "but",
        says: "A comma, “and” or “but” and a verb without a subject, in the cue's own tense, go on with the reporter's sentence.",
        examples: &[example(
            "Anna Berg said the port would close, but left it open.",
            "Anna Berg: the port would close",
        )],
        ends: verb_goes_on,
    },
    Limit {
        id: "tense-and",
        says: "“and” or “but” and a verb in the cue's past tense, behind a clause in the present, go on with the reporter's sentence.",
        examples: &[
            example("Anna Berg said she is late but left the boat open.", "Anna Berg: she is late"),
            example("Anna Berg said she was late but left.", "Anna Berg: she was late but left"),
        ],
        ends: verb_joins,
    },
    Limit {
        id: "bracket",
        says: "A bracket that closes what opened before the cue ends the content.",
        examples: &[example("The port (Anna Berg said it was late) is in Oslo.", "Anna Berg: it was late")],
        ends: |b| {
            let open = |i: usize| b.site.clause.kind(i) == Some(ChunkKind::Open);
            let mut before = b.from.saturating_sub(REACH)..b.from;
            b.is_kind(ChunkKind::Close) && before.any(open) && !(b.from..b.at).any(open)
        },
    },
    Limit {
        id: "others",
        says: "“, while 13 percent were unsure” tells what others answered.",
        examples: &[example(
            "Half of the pilots said the port was late, while 13 percent were unsure.",
            "Half of the pilots: the port was late",
        )],
        ends: others_answered,
    },
    Limit {
        id: "next-verb",
        examples: &[
            example(
                "Anna Berg called the plan “a bad joke,” refusing to sign it.",
                "Anna Berg: the plan “a bad joke,”",
            ),
            example(
                "Anna Berg said the port, closing early, would lose.",
                "Anna Berg: the port, closing early, would lose",
            ),
        ],
        says: "Behind an object, a comma and another verb of the same subject (praised it, opposed that; called it, refusing) go on with the reporter's sentence.",
        ends: |b| {
            let verb = b.site.clause.chunks.get(b.next);
            b.is_kind(ChunkKind::Comma)
                && b.site.cue.class == CueClass::Act
                && verb.is_some_and(|c| {
                    c.is_finite() && same_form(b.site, c) || c.kind == ChunkKind::Verb && c.form == Form::Ing
                })
                && !(b.from..b.at).any(|i| b.site.clause.chunks[i].is_finite())
        },
    },
    Limit {
        id: "tense",
        says: "A clause behind a comma whose tense breaks the sequence of tenses (said she would, but she has) is the reporter's.",
        examples: &[
            example("Anna Berg said the port would close, but it has stayed open.", "Anna Berg: the port would close"),
            example(
                "Anna Berg said the port would close, but that the boats would stay.",
                "Anna Berg: the port would close, but that the boats would stay",
            ),
        ],
        ends: tense_breaks,
    },
    Limit {
        id: "clause-behind-phrase",
        says: "Behind a content that is no clause (urged them to wait, called it a mess), a conjunction and a clause or a verb of the cue's form are the reporter's.",
        examples: &[
            example("Anna Berg urged the boats to wait, and the port was closed.", "Anna Berg: the boats to wait"),
            example(
                "Anna Berg urged the boats to wait and the mayor to go.",
                "Anna Berg: the boats to wait and the mayor to go",
            ),
        ],
        ends: clause_behind_phrase,
    },
    Limit {
        id: "when-asked",
        says: "“, but when asked” goes on with the reporter's sentence.",
        examples: &[example(
            "Anna Berg said the port would close, but when asked for a date she laughed.",
            "Anna Berg: the port would close",
        )],
        ends: |b| {
            let clause = &b.site.clause;
            let mut asked = b.next + 1;
            while clause.kind(asked) == Some(ChunkKind::Adv) {
                asked += 1;
            }
            b.is_kind(ChunkKind::Comma) && b.is_word(&["when", "if"]) && clause.is_word(asked, &["asked", "pressed"])
        },
    },
    Limit {
        id: "as-have",
        says: "“, as have others” and “, as was the case” are the reporter's comparison.",
        examples: &[example("Anna Berg said she would stay, as have three other mayors.", "Anna Berg: she would stay")],
        ends: |b| {
            let clause = &b.site.clause;
            b.is_kind(ChunkKind::Comma)
                && clause.is_word(b.next, &["as"])
                && clause.chunks.get(b.next + 1).is_some_and(Chunk::is_finite)
        },
    },
    Limit {
        id: "of-name",
        says: "“, who …” behind a name at the end of a clause tells of the name, and is the reporter's.",
        examples: &[
            example(
                "Anna Berg said she would vote for Tom Lund, who won in May.",
                "Anna Berg: she would vote for Tom Lund",
            ),
            example(
                "Anna Berg said Tom Lund, who won in May, would stay.",
                "Anna Berg: Tom Lund, who won in May, would stay",
            ),
        ],
        ends: tells_of_name,
    },
    Limit {
        id: "of-which",
        says: "“, which she called …” judges what was said in words of its own.",
        examples: &[example(
            "Anna Berg said she backed the plan, which she called “a tide and a half.”",
            "Anna Berg: she backed the plan\nAnna Berg: a tide and a half.",
        )],
        ends: tells_of_which,
    },
    Limit {
        id: "figures",
        says: "“, up from …”, “, double the …” and “, less than …” set a figure beside another, and are the reporter's.",
        examples: &[
            example("Anna Berg said the port had 12 boats, up from nine in May.", "Anna Berg: the port had 12 boats"),
            example(
                "Anna Berg said the port, up from the sea, was late.",
                "Anna Berg: the port, up from the sea, was late",
            ),
        ],
        ends: compares,
    },
    Limit {
        id: "also-known",
        says: "“, also known as …” at the end is the reporter's gloss.",
        examples: &[example(
            "Anna Berg said she feared the tide, also known as the long one.",
            "Anna Berg: she feared the tide",
        )],
        ends: |b| {
            b.is_kind(ChunkKind::Comma)
                && b.site.clause.is_word(b.at + 1, &["also"])
                && b.site.clause.is_word(b.at + 2, &["known"])
                && runs_to_end(b)
        },
    },
    Limit {
        id: "comment",
        says: "A participle behind a comma that tells how a statement was taken or what it points to (drawing boos, citing, echoing) is the reporter's.",
        examples: &[
            example(
                "Anna Berg said the port would close, drawing boos from the crowd.",
                "Anna Berg: the port would close",
            ),
            example(
                "Anna Berg said the port would close, leaving the boats at sea.",
                "Anna Berg: the port would close, leaving the boats at sea",
            ),
        ],
        ends: |b| b.is_kind(ChunkKind::Comma) && b.is_word(COMMENTING),
    },
    Limit {
        id: "occasion",
        says: "Behind a closing mark at the end of a sentence, “in a statement” or “during her speech” tells where it was said.",
        examples: &[
            example("Anna Berg called the plan “a joke” in a radio interview.", "Anna Berg: the plan “a joke”"),
            example("Anna Berg called the plan “a joke” in poor taste.", "Anna Berg: the plan “a joke” in poor taste"),
        ],
        ends: tells_occasion,
    },
    Limit {
        id: "act-behind-marks",
        says: "Behind a closing mark, “and” and a participle joined to the cue, or “before doing”, tell what else the speaker did.",
        examples: &[
            example("Pilots ran out, shouting “thief” and throwing stones.", "Pilots: thief"),
            example(
                "Anna Berg said the boats were “very late” before leaving for Oslo.",
                "Anna Berg: the boats were “very late”",
            ),
            example(
                "Anna Berg said the “big boats” and leaking ones were late.",
                "Anna Berg: the “big boats” and leaking ones were late",
            ),
        ],
        ends: acts_behind_marks,
    },
    Limit {
        id: "apposition",
        says: "“, a move that …” behind a clause comments on it.",
        examples: &[
            example(
                "Anna Berg said the port would close, a move that surprised nobody.",
                "Anna Berg: the port would close",
            ),
            example(
                "Anna Berg called the plan “a bad joke,” a phrase that she likes.",
                "Anna Berg: the plan “a bad joke,”",
            ),
        ],
        ends: comments,
    },
];
