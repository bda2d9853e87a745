//! Which words of a subject say who it is: the name in a phrase, the name behind a description, or the phrase up to what only tells
//! more of them. Whom the words name is decided in `identity`.

use std::ops::Range;

use super::Scene;
use crate::landmarks::names;
use crate::text::clause::{Clause, Phrase};
use crate::text::{ChunkKind, Form, Shape, Tag, Token};
use crate::words::Class;

/// What a body is to another: behind one of them and a comma stands the name of the body.
const RELATIONS: &[&str] = &[
    "parent",
    "owner",
    "operator",
    "maker",
    "publisher",
    "subsidiary",
    "unit",
    "rival",
    "partner",
    "lender",
    "carrier",
    "broadcaster",
    "developer",
    "manufacturer",
    "supplier",
    "sponsor",
    "organiser",
    "organizer",
];

impl Scene<'_> {
    /// The words for a source: the name in a phrase, else the phrase up to its first comma or relative clause.
    pub fn mention(&self, clause: &Clause, phrase: &Phrase) -> Range<usize> {
        self.several(clause, phrase)
            .or_else(|| self.name_of_head(clause, phrase))
            .or_else(|| self.name_behind_body(clause, phrase))
            .or_else(|| self.name_behind_description(clause, phrase))
            .unwrap_or_else(|| clause.tokens(first_chunk(clause, phrase)..last_chunk(clause, phrase)))
    }

    /// *Ines Varga, Ole Lund and Carl Moe*: all of them.
    fn several(&self, clause: &Clause, phrase: &Phrase) -> Option<Range<usize>> {
        let end = clause.list_end(phrase.head).filter(|&end| end == phrase.chunks.end)?;
        Some(clause.tokens(phrase.head..end))
    }

    /// The name that heads a phrase and is nobody's body: *Ines Varga* of *Mayor Ines Varga*.
    fn name_of_head(&self, clause: &Clause, phrase: &Phrase) -> Option<Range<usize>> {
        let head = &clause.chunks[phrase.head];
        let coordinated = clause.kind(phrase.head + 1) == Some(ChunkKind::And) && phrase.head + 2 < phrase.chunks.end;
        if head.kind != ChunkKind::Np || coordinated {
            return None;
        }
        let name = names::name_in(self.text, head.start..head.end, head.head)?;
        let body = names::is_behind_body(self.text, &name, head.start) || names::is_group_name(self.text, &name);
        (!body).then_some(name)
    }

    /// Who works for a body with *of* in its name: *Varga* of *Bank of Oslo's Varga*.
    fn name_behind_body(&self, clause: &Clause, phrase: &Phrase) -> Option<Range<usize>> {
        let of = clause.is_word(phrase.head + 1, &["of"]) && phrase.head + 3 == phrase.chunks.end;
        if !of || !clause.is_name(phrase.head) {
            return None;
        }
        let whole = clause.chunks.get(phrase.head + 2).filter(|c| c.kind == ChunkKind::Np)?;
        let owner = (whole.start..whole.end).find(|&i| self.text.is_possessor(i))?;
        let name = owner + 1..whole.end;
        let named = !name.is_empty() && self.is_all_names(name.clone()) && !names::is_group_name(self.text, &name);
        named.then_some(name)
    }

    /// Whom a description tells of, between its comma and the next: *The harbor master, Ines Varga, said*.
    fn name_behind_description(&self, clause: &Clause, phrase: &Phrase) -> Option<Range<usize>> {
        let head = &clause.chunks[phrase.head];
        let comma = (phrase.head + 1..phrase.chunks.end).find(|&i| clause.kind(i) == Some(ChunkKind::Comma))?;
        let named = comma + 1;
        let alone = named + 1 == phrase.chunks.end
            || matches!(clause.kind(named + 1), None | Some(ChunkKind::Comma | ChunkKind::Verb));
        if !clause.is_nominal(named) || named >= phrase.chunks.end || !alone {
            return None;
        }
        let chunk = &clause.chunks[named];
        let directly = comma == phrase.head + 1;
        // Of two words behind "the" nobody is called but a person.
        let definite =
            self.text.tokens[head.start].is(Class::DET) && clause.is_word(phrase.head, &["the", "its", "their"]);
        let describes = |t: &Token| t.is(Class::ROLE | Class::TITLE | Class::PERSON | Class::TITLE_PHRASE);
        let described =
            definite && chunk.end - chunk.start >= 2 || self.text.tokens[head.start..head.end].iter().any(describes);
        if described && head.kind == ChunkKind::Np {
            let name = names::name_in(self.text, chunk.start..chunk.end, chunk.head);
            let is_person = |name: &Range<usize>| {
                // "DSP Halima Garba", "former Botswana President Ines Varga"
                let qualifies = Class::TITLE | Class::ROLE | Class::PLACE | Class::NATIONALITY;
                let titled = self.text.tokens[chunk.start..name.start]
                    .iter()
                    .all(|t| t.is(qualifies) || t.tag == Tag::Adj || t.shape.contains(Shape::ALL_CAPS));
                // "A spokesman for the builder, Titan Concrete, said"
                let client = !directly && names::is_firm_name(self.text, name);
                titled && name.end == chunk.end && !client && !names::is_group_name(self.text, name)
            };
            if let Some(name) = name.filter(is_person) {
                return Some(name);
            }
        }
        // "Norsk's parent, Oslo Tide Corp., said"
        let body = directly && RELATIONS.contains(&self.text.word(head.head));
        (body && self.is_all_names(chunk.start..chunk.end)).then_some(chunk.start..chunk.end)
    }

    fn is_all_names(&self, tokens: Range<usize>) -> bool {
        self.text.tokens[tokens].iter().all(|t| t.tag == Tag::Name)
    }
}

/// The first chunk of the words for a source.
fn first_chunk(clause: &Clause, phrase: &Phrase) -> usize {
    let first = phrase.chunks.start.min(phrase.head);
    // "More than 30 unions"
    let counted = first >= 2
        && clause.text.tokens[clause.chunks[first].start].tag == Tag::Num
        && clause.is_word(first - 1, &["than"])
        && clause.is_word(first - 2, &["more", "fewer", "less"]);
    if counted { first - 2 } else { first }
}

/// Behind the last chunk of the words for a source.
fn last_chunk(clause: &Clause, phrase: &Phrase) -> usize {
    let mut end = phrase.head + 1;
    while end < phrase.chunks.end {
        match clause.chunks[end].kind {
            ChunkKind::Np | ChunkKind::Prep | ChunkKind::Adj | ChunkKind::Mark => end += 1,
            ChunkKind::And if end + 1 < phrase.chunks.end => end += 1,
            // "the Oslo Tide Union (OTU) and others"
            ChunkKind::Open
                if clause.kind(end + 2) == Some(ChunkKind::Close)
                    && clause.kind(end + 3) == Some(ChunkKind::And)
                    && end + 4 < phrase.chunks.end =>
            {
                end += 4
            }
            ChunkKind::Verb if clause.chunks[end].form == Form::Participle => end += 1,
            _ => break,
        }
    }
    while end > phrase.head + 1
        && matches!(clause.chunks[end - 1].kind, ChunkKind::Prep | ChunkKind::And | ChunkKind::Mark)
    {
        end -= 1;
    }
    restriction_end(clause, phrase, end)
}

/// Where the words end that tell which one is meant: *a person who was there*, *two officials briefed on the plan*. A comma before them
/// would make them an aside.
fn restriction_end(clause: &Clause, phrase: &Phrase, end: usize) -> usize {
    let restricts = match clause.kind(end) {
        Some(ChunkKind::Wh) => clause.is_word(end, &["who", "that", "whose"]),
        Some(ChunkKind::Verb) => !clause.chunks[end].is_finite() || clause.class(end).contains(Class::VERB_PART),
        _ => false,
    };
    let head = &clause.chunks[phrase.head];
    let is_name = clause.text.tokens[head.head].tag == Tag::Name;
    if !restricts || end >= phrase.chunks.end || is_name {
        return end;
    }
    aside_end(clause, end, phrase.chunks.end)
}

/// Where a relative clause or a participle that begins with chunk `from` ends, before what stands aside; at `from` where it only tells
/// why somebody has no name.
pub(super) fn aside_end(clause: &Clause, from: usize, until: usize) -> usize {
    use ChunkKind::{Colon, Comma, Dash, Open, Quote, Semicolon, Stop};
    let aside = |i: &usize| matches!(clause.chunks[*i].kind, Colon | Comma | Dash | Open | Quote | Semicolon | Stop);
    let close = (from..until).find(aside).unwrap_or(until);
    if keeps_unnamed(clause, from..close) { from } else { close }
}

/// *who spoke on the condition of anonymity*, *who was not authorized to speak*: why somebody has no name here, not who it is.
fn keeps_unnamed(clause: &Clause, chunks: Range<usize>) -> bool {
    const WORDS: &[&str] = &["anonymity", "anonymously", "authorized", "authorised", "background"];
    const NAMED: &[&str] = &["named", "identified"];
    let tokens = clause.tokens(chunks);
    let words = || tokens.clone().take(8).map(|i| clause.text.word(i));
    words().any(|w| WORDS.contains(&w)) || words().zip(words().skip(1)).any(|(be, w)| be == "be" && NAMED.contains(&w))
}
