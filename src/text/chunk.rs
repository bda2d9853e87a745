//! Groups tagged tokens into chunks: noun phrases without what follows them, verb groups, and the words and marks between. Chunking
//! after Abney (1991), *Parsing by chunks*; the grammar that joins chunks into clauses is in `clause`.

use crate::text::joins::join_phrases;
use crate::text::marks::Passage;
use crate::text::noun_phrase::noun_phrase;
use crate::text::tag::Tag;
use crate::text::token::{Token, TokenKind};
use crate::words::Class;

/// What a chunk is.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChunkKind {
    /// A noun phrase up to its head: *the former chairman*.
    Np,
    /// A noun phrase that says when: *Thursday*, *last week*.
    Time,
    /// A verb group: *has repeatedly said*, *to try*.
    Verb,
    Prep,
    And,
    Sub,
    That,
    Wh,
    Adv,
    /// A predicate adjective or participle used as one.
    Adj,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Open,
    Close,
    Stop,
    /// A passage in marks that stands by itself.
    Quote,
    /// A quotation mark of a passage that is part of the sentence around it.
    Mark,
    Other,
}

/// The form of a verb group, told by its first word and its head.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Past,
    Present,
    Modal,
    Infinitive,
    Ing,
    Participle,
}

impl Form {
    /// Whether the group can be the verb of a main clause.
    pub fn is_finite(self) -> bool {
        matches!(self, Form::Past | Form::Present | Form::Modal)
    }
}

/// A chunk of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Chunk {
    /// What it is.
    pub kind: ChunkKind,
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// The token that tells most: the last noun, the full verb.
    pub head: usize,
    /// For verb groups.
    pub form: Form,
    /// A form of *be* before a participle: *was told*.
    pub passive: bool,
    /// A negation in the verb group.
    pub negated: bool,
}

impl Chunk {
    pub(super) fn new(kind: ChunkKind, start: usize, end: usize) -> Self {
        Chunk {
            kind,
            start,
            end,
            head: end.saturating_sub(1).max(start),
            form: Form::Present,
            passive: false,
            negated: false,
        }
    }

    /// Whether it is a verb group that can be the verb of a main clause.
    pub fn is_finite(&self) -> bool {
        self.kind == ChunkKind::Verb && self.form.is_finite()
    }
}

/// Chunks the sentence `range`. `whole` are the passages that are one chunk each: a `Quote`, if they stand by themselves, or a noun
/// phrase, if they are titles.
pub(crate) fn chunk(
    text: &str,
    tokens: &[Token],
    range: std::ops::Range<usize>,
    whole: &[(&Passage, ChunkKind)],
    out: &mut Vec<Chunk>,
) {
    let first = out.len();
    let mut i = range.start;
    let mut next = 0;
    let mut behind_title = false;
    while i < range.end {
        while next < whole.len() && whole[next].0.tokens.end <= i {
            next += 1;
        }
        let start = whole.get(next).map_or(range.end, |(p, _)| p.open.unwrap_or(p.tokens.start).min(range.end));
        let mut chunk = match whole.get(next) {
            Some((p, kind)) if i >= start && i < p.tokens.end => {
                let mut end = p.close.map_or(p.tokens.end, |c| c + 1).min(range.end).max(i + 1);
                // The comma inside a title's marks is the sentence's.
                let comma = *kind == ChunkKind::Np && end >= i + 3 && tokens[end - 2].kind == TokenKind::Comma;
                if comma {
                    end -= 2;
                }
                Chunk::new(*kind, i, end)
            }
            _ => next_chunk(text, tokens, i, start.max(i + 1)),
        };
        let is_title = whole.get(next).is_some_and(|(_, kind)| *kind == ChunkKind::Np) && chunk.start == start;
        if is_title {
            chunk.head =
                (chunk.start..chunk.end).rev().find(|&t| tokens[t].kind == TokenKind::Word).unwrap_or(chunk.head);
        }
        i = chunk.end;
        // A title and its nouns are one phrase: "the show “X”", "“X” star Anna Berg".
        let joins = is_title || behind_title && !matches!(tokens[chunk.start].tag, Tag::Det | Tag::Poss | Tag::Pron);
        behind_title = is_title;
        match out[first..].last_mut() {
            Some(last) if joins && last.kind == ChunkKind::Np && chunk.kind == ChunkKind::Np => {
                last.end = chunk.end;
                last.head = chunk.head;
            }
            _ => out.push(chunk),
        }
    }
    join_phrases(text, tokens, out, first);
}

fn next_chunk(text: &str, tokens: &[Token], i: usize, end: usize) -> Chunk {
    let token = &tokens[i];
    let single = |kind| Chunk::new(kind, i, i + 1);
    match token.kind {
        TokenKind::Comma => return single(ChunkKind::Comma),
        TokenKind::Semicolon => return single(ChunkKind::Semicolon),
        TokenKind::Colon => return single(ChunkKind::Colon),
        TokenKind::Dash => return single(ChunkKind::Dash),
        TokenKind::Open => return single(ChunkKind::Open),
        TokenKind::Close => return single(ChunkKind::Close),
        TokenKind::Stop => return single(ChunkKind::Stop),
        TokenKind::Double => return single(ChunkKind::Mark),
        TokenKind::Single if token.tag != Tag::Genitive => return single(ChunkKind::Mark),
        TokenKind::Markup | TokenKind::Symbol if token.tag != Tag::And => return single(ChunkKind::Other),
        _ => {}
    }
    match token.tag {
        Tag::Prep => single(ChunkKind::Prep),
        Tag::And => single(ChunkKind::And),
        Tag::Sub => single(ChunkKind::Sub),
        Tag::That => single(ChunkKind::That),
        Tag::Wh => single(ChunkKind::Wh),
        Tag::Adv | Tag::Not => single(ChunkKind::Adv),
        Tag::To
        | Tag::Modal
        | Tag::Be
        | Tag::Have
        | Tag::Do
        | Tag::Verb
        | Tag::VerbS
        | Tag::VerbPast
        | Tag::VerbPart
        | Tag::VerbIng => verb_group(text, tokens, i, end),
        Tag::Adj if !nominal_follows(tokens, i, end) => single(ChunkKind::Adj),
        Tag::Det | Tag::Poss | Tag::Pron | Tag::Noun | Tag::Name | Tag::Adj | Tag::Num | Tag::Genitive => {
            noun_phrase(text, tokens, i, end)
        }
        _ => single(ChunkKind::Other),
    }
}

pub(super) fn nominal_follows(tokens: &[Token], i: usize, end: usize) -> bool {
    tokens[i + 1..end.max(i + 1)]
        .iter()
        .find(|t| t.tag != Tag::Adj || t.kind != TokenKind::Word)
        .is_some_and(|t| matches!(t.tag, Tag::Noun | Tag::Name | Tag::Num))
}

fn verb_group(text: &str, tokens: &[Token], start: usize, end: usize) -> Chunk {
    let mut chunk = Chunk::new(ChunkKind::Verb, start, start + 1);
    chunk.form = match tokens[start].tag {
        Tag::To => Form::Infinitive,
        Tag::Modal => Form::Modal,
        Tag::VerbPast => Form::Past,
        Tag::VerbPart => Form::Participle,
        Tag::VerbIng => Form::Ing,
        Tag::Be | Tag::Have | Tag::Do => match &tokens[start] {
            // "didn't", with either apostrophe
            t if ["was", "were", "had", "did", "Was", "Were", "Had", "Did"]
                .iter()
                .any(|w| t.span.of(text).starts_with(w)) =>
            {
                Form::Past
            }
            t if is_one_of(text, t, &["being", "having"]) => Form::Ing,
            t if is_one_of(text, t, &["be"]) => Form::Infinitive,
            t if is_one_of(text, t, &["been"]) => Form::Participle,
            _ => Form::Present,
        },
        _ => Form::Present,
    };
    chunk.head = start;
    let mut i = start;
    while i + 1 < end {
        let last = tokens[chunk.head].tag;
        let next = &tokens[i + 1];
        match next.tag {
            Tag::Not => {
                chunk.negated = true;
                i += 1;
                continue;
            }
            Tag::Adv if matches!(last, Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::To) => {
                i += 1;
                continue;
            }
            _ => {}
        }
        let joins = match last {
            Tag::To | Tag::Modal | Tag::Do => matches!(next.tag, Tag::Verb | Tag::Be | Tag::Have | Tag::Do),
            Tag::Have => matches!(next.tag, Tag::VerbPart | Tag::VerbPast | Tag::Be),
            Tag::Be => matches!(next.tag, Tag::VerbPart | Tag::VerbIng | Tag::VerbPast) || next.tag == Tag::Be,
            _ => false,
        };
        if !joins {
            break;
        }
        i += 1;
        if last == Tag::Be && matches!(next.tag, Tag::VerbPart | Tag::VerbPast) {
            chunk.passive = true;
        }
        chunk.head = i;
        chunk.end = i + 1;
    }
    if chunk.head > start {
        chunk.end = chunk.head + 1;
    } else if chunk.negated {
        chunk.end = i + 1;
    }
    if tokens[start].is(Class::NOT)
        || tokens[start].span.of(text).ends_with("n't")
        || tokens[start].span.of(text).ends_with("n’t")
        || tokens[start].span.of(text) == "cannot"
    {
        chunk.negated = true;
    }
    chunk
}

pub(super) fn is_one_of(text: &str, token: &Token, words: &[&str]) -> bool {
    let word = token.span.of(text);
    words.iter().any(|w| w.eq_ignore_ascii_case(word))
}
