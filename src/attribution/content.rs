//! Where a content ends: the limits of the clause that a cue governs. Each sign that the reporter speaks again is a row of [`LIMITS`].

use super::edges::sentence_end;
use super::{Example, Site, example};
use crate::lexicon::CueClass;
use crate::text::clause::Clause;
use crate::text::{Chunk, ChunkKind, Form, Text};
use crate::words::Class;

/// A place where a content may end: chunk `at` is a comma, a dash, a semicolon, a conjunction or a colon inside it.
struct Break<'s, 't> {
    site: &'s Site<'t>,
    /// First chunk of the content.
    from: usize,
    /// The chunk of the break.
    at: usize,
    /// The first chunk behind the break that is no comma, conjunction, adverb or mark.
    next: usize,
}

/// A sign that the reporter speaks again behind a break.
pub struct Limit {
    /// Name, shown by `explain`.
    pub id: &'static str,
    /// What it claims about English, in a sentence.
    pub says: &'static str,
    /// Positive and negative examples.
    pub examples: &'static [Example],
    ends: fn(&Break) -> bool,
}

/// The signs, asked in order at each break.
pub const LIMITS: &[Limit] = &[
    Limit {
        id: "next-cue",
        says: "A verb of saying behind a comma or a conjunction, with the old subject or a new one, begins a new statement.",
        examples: &[example(
            "Anna Berg said the port would close, adding that nobody knew.",
            "Anna Berg: the port would close\nAnna Berg: nobody knew",
        )],
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
        id: "but",
        says: "A comma, “and” or “but” and a verb without a subject, in the cue's own tense, go on with the reporter's sentence.",
        examples: &[example(
            "Anna Berg said the port would close, but left it open.",
            "Anna Berg: the port would close",
        )],
        ends: verb_goes_on,
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

impl Break<'_, '_> {
    fn is_kind(&self, kind: ChunkKind) -> bool {
        self.site.clause.kind(self.at) == Some(kind)
    }

    fn is_word(&self, words: &[&str]) -> bool {
        self.site.clause.is_word(self.next, words)
    }
}

/// One past the last chunk of the content that begins at chunk `from`.
pub(super) fn clause_end(site: &Site, from: usize) -> usize {
    limit(site, from).map_or_else(|| sentence_end(site), |(at, _)| at)
}

/// The first break at which the content that begins at chunk `from` ends, and why.
pub(super) fn limit(site: &Site, from: usize) -> Option<(usize, &'static Limit)> {
    let clause = &site.clause;
    (from + 1..sentence_end(site)).find_map(|at| {
        let is_break = matches!(
            clause.chunks[at].kind,
            ChunkKind::Comma | ChunkKind::Dash | ChunkKind::And | ChunkKind::Semicolon | ChunkKind::Sub
        );
        if !is_break || is_quoted(clause, at) {
            return None;
        }
        let mut next = at;
        while matches!(
            clause.kind(next),
            Some(
                ChunkKind::Comma
                    | ChunkKind::Dash
                    | ChunkKind::Mark
                    | ChunkKind::Adv
                    | ChunkKind::And
                    | ChunkKind::Semicolon
            )
        ) {
            next += 1;
        }
        let b = Break { site, from, at, next };
        LIMITS.iter().find(|limit| (limit.ends)(&b)).map(|limit| (at, limit))
    })
}

/// Whether chunk `i` stands inside marks, where the reporter does not speak; a comma before the closing mark is the sentence's.
fn is_quoted(clause: &Clause, i: usize) -> bool {
    let chunk = &clause.chunks[i];
    clause.text.passage_at(chunk.start).is_some_and(|p| {
        let passage = &clause.text.passages[p];
        !passage.unclosed && chunk.end < passage.tokens.end
    })
}

fn next_cue(b: &Break) -> bool {
    let clause = &b.site.clause;
    let mut j = b.next;
    if clause.kind(j) == Some(ChunkKind::Sub) {
        j += 1;
        while clause.kind(j) == Some(ChunkKind::Adv) {
            j += 1;
        }
    }
    let Some(chunk) = clause.chunks.get(j) else { return false };
    let speech = |c: &Chunk| c.kind == ChunkKind::Verb && clause.text.tokens[c.head].is(Class::SPEECH_CUE);
    match chunk.kind {
        // ", saying", ", adding", "while noting"
        // ", while calling for"
        ChunkKind::Verb if chunk.form == Form::Ing && clause.kind(b.next) == Some(ChunkKind::Sub) => {
            clause.text.tokens[chunk.head].is(Class::CUE | Class::STANCE) && !chunk.passive
        }
        ChunkKind::Verb if chunk.form == Form::Ing => {
            clause.text.tokens[chunk.head].is(Class::CUE) && !b.is_kind(ChunkKind::And)
        }
        // "and said", "but added"
        ChunkKind::Verb if chunk.is_finite() => {
            let complete = clause.has_clause(b.from, b.at)
                || !(b.from..b.at).any(|i| clause.chunks[i].is_finite())
                || matches!(clause.kind(j + 1), Some(ChunkKind::That | ChunkKind::Quote));
            // "and described the pitch as “…”": a judgement in marks of its own.
            let judges = clause.text.tokens[chunk.head].is(Class::STANCE)
                && (j + 1..clause.chunks.len())
                    .take_while(|&i| !clause.chunks[i].is_finite() && clause.kind(i) != Some(ChunkKind::Comma))
                    .any(|i| clause.kind(i) == Some(ChunkKind::Mark));
            (clause.text.tokens[chunk.head].is(Class::CUE) || judges) && same_form(b.site, chunk) && complete
        }
        // ", but Berg said", ", while others said": a new subject with a cue of its own
        ChunkKind::Np if !b.is_kind(ChunkKind::Sub) => {
            let Some(verb) = (j + 1..clause.chunks.len()).take(16).find(|&v| clause.chunks[v].is_finite()) else {
                return false;
            };
            let own = clause.subject_before(verb).is_some_and(|subject| subject.chunks.start == j);
            let complete = clause.has_clause(b.from, b.at) || b.is_kind(ChunkKind::Comma);
            let is_pronoun = clause.is_word(j, &["he", "she", "they"]) && b.is_kind(ChunkKind::Comma);
            let cue = |c: &Chunk| speech(c) || is_pronoun && clause.text.tokens[c.head].is(Class::CUE);
            own && cue(&clause.chunks[verb]) && same_form(b.site, &clause.chunks[verb]) && complete
        }
        _ => false,
    }
}

fn same_form(site: &Site, chunk: &Chunk) -> bool {
    let own = site.clause.chunks[site.verb].form;
    own == chunk.form || !own.is_finite()
}

/// *As X vowed to go on, Y gave up*: a comma, a noun phrase and a finite verb behind a cue whose clause a conjunction opened.
fn main_clause_follows(b: &Break) -> bool {
    let clause = &b.site.clause;
    if !b.is_kind(ChunkKind::Comma) || !clause.is_nominal(b.next) {
        return false;
    }
    let opened = (0..b.site.verb).rev().find(|&i| {
        matches!(clause.kind(i), Some(ChunkKind::Sub | ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Quote))
            || clause.is_word(i, &["when", "after", "as", "since", "while"])
    });
    let subordinate = opened.is_some_and(|i| {
        (i == 0 || i == 1)
            && (clause.kind(i) == Some(ChunkKind::Sub)
                || clause.is_word(i, &["when", "after", "as", "since", "while", "if"]))
    });
    // "other officials, including Moe, are", "27 of those who named one said": a verb of this subject, whatever is inserted.
    let own = (b.next + 1..clause.chunks.len())
        .take(16)
        .filter(|&v| clause.chunks[v].is_finite())
        .any(|v| clause.subject_before(v).is_some_and(|s| s.chunks.start == b.next));
    subordinate && (own || subject_and_verb(clause, b.next).is_some()) && clause_or_object(b)
}

/// *what X called Y*.
fn is_free_relative(site: &Site) -> bool {
    let clause = &site.clause;
    clause
        .subject_before(site.verb)
        .is_some_and(|s| s.chunks.start > 0 && clause.is_word(s.chunks.start - 1, &["what"]))
}

/// *X, who said he would come, did not*.
fn main_verb_follows(b: &Break) -> bool {
    let clause = &b.site.clause;
    b.is_kind(ChunkKind::Comma)
        && clause.chunks.get(b.next).is_some_and(Chunk::is_finite)
        && relative_open(clause, b.site.verb)
        && clause.has_clause(b.from, b.at)
}

fn clause_behind_phrase(b: &Break) -> bool {
    let clause = &b.site.clause;
    let joins =
        b.is_kind(ChunkKind::And) || b.is_kind(ChunkKind::Comma) && clause.kind(b.at + 1) == Some(ChunkKind::And);
    let is_clause = matches!(clause.kind(b.from), Some(ChunkKind::That | ChunkKind::Wh | ChunkKind::Sub))
        || (b.from..b.at).any(|i| clause.chunks[i].is_finite());
    // "said Kerry and Lavrov would": the first half of a subject is no phrase of its own.
    let is_phrase = b.site.cue.class == CueClass::Act
        || (b.from..b.at).any(|i| clause.kind(i) == Some(ChunkKind::Verb) && clause.chunks[i].form == Form::Infinitive);
    if !joins || is_clause || !is_phrase {
        return false;
    }
    let Some(next) = clause.chunks.get(b.next) else { return false };
    let own = &clause.chunks[b.site.verb];
    let shared = next.kind == ChunkKind::Verb
        && (next.is_finite() && next.form != Form::Present || next.form == Form::Ing && own.form == Form::Ing);
    shared || subject_and_verb(clause, b.next).is_some()
}

/// Whether a verb stands in a relative clause that a comma opened and none has closed: *X, who came and said*.
fn relative_open(clause: &Clause, verb: usize) -> bool {
    let opened = (0..verb).rev().find(|&i| clause.kind(i) == Some(ChunkKind::Comma));
    opened.is_some_and(|i| clause.kind(i + 1) == Some(ChunkKind::Wh) && clause.is_word(i + 1, &["who", "which"]))
}

/// *X said it was over, but left*.
fn verb_goes_on(b: &Break) -> bool {
    let clause = &b.site.clause;
    let Some(verb) = clause.chunks.get(b.next).filter(|c| c.is_finite() && c.form != Form::Modal) else { return false };
    b.is_kind(ChunkKind::Comma)
        && clause.kind(b.at + 1) == Some(ChunkKind::And)
        && same_form(b.site, verb)
        && clause.has_clause(b.from, b.at)
}

/// Whether the content up to the break is complete: it holds a clause, or the cue governs no clause.
fn clause_or_object(b: &Break) -> bool {
    b.site.clause.has_clause(b.from, b.at) || !matches!(b.site.clause.kind(b.from), Some(ChunkKind::That))
}

/// A noun phrase at `i` and the finite verb it is the subject of, with nothing but its own modifiers between.
fn subject_and_verb(clause: &Clause, i: usize) -> Option<usize> {
    if !clause.is_nominal(i) {
        return None;
    }
    let mut j = i + 1;
    while matches!(
        clause.kind(j),
        Some(
            ChunkKind::Prep
                | ChunkKind::Np
                | ChunkKind::Adv
                | ChunkKind::Time
                | ChunkKind::Open
                | ChunkKind::Close
                | ChunkKind::Mark
                | ChunkKind::And
        )
    ) {
        j += 1;
    }
    clause.chunks.get(j).filter(|c| c.is_finite()).map(|_| j)
}

/// Past or present, by the first word of a verb group.
fn is_past(text: &Text, chunk: &Chunk) -> bool {
    match chunk.form {
        Form::Past => true,
        Form::Modal => {
            let word = text.word(chunk.start).to_ascii_lowercase();
            ["would", "could", "might", "should", "'d", "’d"].iter().any(|m| word.starts_with(m))
        }
        _ => false,
    }
}

fn tense_breaks(b: &Break) -> bool {
    let clause = &b.site.clause;
    let comma = b.is_kind(ChunkKind::Comma);
    let conjunction =
        clause.is_word(b.at + 1, &["but", "and", "while", "though", "although"]) || clause.is_word(b.at, &["but"]);
    let relative = clause.kind(b.next) == Some(ChunkKind::Wh)
        && b.next == b.at + 1
        && clause.is_word(b.next, &["which", "who", "when", "where"]);
    if !(comma && (conjunction || relative)) {
        return false;
    }
    let mut start = b.next;
    if matches!(clause.kind(start), Some(ChunkKind::Sub)) {
        start += 1;
    }
    let verb = if relative {
        (b.next + 1..clause.chunks.len()).take(4).find(|&v| clause.chunks[v].is_finite())
    } else {
        subject_and_verb(clause, start)
    };
    let Some(verb) = verb else { return false };
    let Some(first) = (b.from..b.at).find(|&v| clause.chunks[v].is_finite()) else { return false };
    let cue = &clause.chunks[b.site.verb];
    if !cue.is_finite() {
        return false;
    }
    let (cue_past, content_past, next_past) = (
        is_past(clause.text, cue),
        is_past(clause.text, &clause.chunks[first]),
        is_past(clause.text, &clause.chunks[verb]),
    );
    cue_past && content_past && !next_past || !cue_past && !content_past && next_past
}

/// *the first time*, *the latest blow*, *the highest figure*.
fn ranks(clause: &Clause, np: usize) -> bool {
    let word = clause.text.word(clause.chunks[np].start + 1);
    let ordinal = ["first", "second", "third", "latest", "last", "same"].iter().any(|w| w.eq_ignore_ascii_case(word));
    ordinal || word.len() > 5 && word.ends_with("est")
}

fn comments(b: &Break) -> bool {
    let clause = &b.site.clause;
    let closes = b.next == b.at + 2 && clause.kind(b.at + 1) == Some(ChunkKind::Mark);
    if !b.is_kind(ChunkKind::Comma) || b.next != b.at + 1 && !closes {
        return false;
    }
    let indefinite = clause.is_word(b.next, &["a", "an"]);
    let definite = clause.is_word(b.next, &["the"]) && (closes || ranks(clause, b.next));
    if !(indefinite || definite) || !closes && !clause.has_clause(b.from, b.at) {
        return false;
    }
    let Some(phrase) = clause.phrase_from(b.next) else { return false };
    // Nothing but the apposition and what hangs on it until the sentence ends.
    let end = sentence_end(b.site);
    matches!(clause.kind(phrase.chunks.end), Some(ChunkKind::Wh | ChunkKind::That | ChunkKind::Verb) | None)
        && !clause.chunks.get(phrase.chunks.end).is_some_and(|c| closes && c.is_finite())
        || phrase.chunks.end >= end
}
