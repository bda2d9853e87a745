//! Roles over two noun phrases that *and* or *of* joins: two fields of one office, an office that a body with a long name owns. Where a
//! role ends is decided beside it, in `behind`.

use super::tells_role;
use crate::text::clause::Clause;
use crate::text::{Chunk, ChunkKind, Form, Tag, Token};
use crate::words::Class;

/// *Europe and Central Asia Manager*: whether the noun phrase at chunk `np` is the first of two fields in capitals with one office.
pub(super) fn is_capital_field(clause: &Clause, np: usize) -> bool {
    let text = clause.text;
    let Some(office) = clause.chunks.get(np + 2).filter(|c| c.kind == ChunkKind::Np) else { return false };
    let field = |t: &Token| t.is_capital() && !t.is(Class::GIVEN | Class::TITLE | Class::HONORIFIC | Class::ROLE);
    let first = &clause.chunks[np];
    clause.is_word(np + 1, &["and"])
        && text.tokens[first.start..first.end].iter().all(field)
        && office.start < office.head
        && text.tokens[office.start..office.head].iter().all(field)
        && text.tokens[office.head].is_capital()
        && text.tokens[office.head].is(Class::TITLE | Class::ROLE)
}

/// *the Church of Norway's lead bishop*, *the Food and Tide Administration's chief*: whether the noun phrase at chunk `np` owns, with the
/// next, what that is headed by.
pub(super) fn is_body_of_owner(clause: &Clause, np: usize) -> bool {
    let text = clause.text;
    let body = clause.class(np).intersects(Class::GROUP | Class::PLACE);
    let of = || clause.is_word(np + 1, &["of"]) && body;
    let and = || clause.is_word(np + 1, &["and"]) && clause.is_word(np, &["the"]) && (body || clause.is_name(np));
    (of() || and())
        && clause.chunks.get(np + 2).is_some_and(|owned| {
            owned.kind == ChunkKind::Np
                && tells_role(text, owned.head)
                && (owned.start..owned.head).any(|i| text.tokens[i].tag == Tag::Genitive)
        })
}

/// *its policy and campaigns director*: whether the field in chunk `field` and the next make one office.
pub(super) fn is_joint_office(clause: &Clause, field: usize) -> bool {
    let Some(office) = clause.chunks.get(field + 2).filter(|c| c.kind == ChunkKind::Np) else { return false };
    let (first, last) = (&clause.text.tokens[clause.chunks[field].head], &clause.text.tokens[office.head]);
    clause.is_word(field + 1, &["and"])
        && matches!(first.tag, Tag::Noun | Tag::Adj)
        && !first.is(Class::ROLE | Class::PERSON | Class::GROUP)
        && office.start < office.head
        && !clause.text.tokens[office.start].is(Class::DET | Class::POSS)
        && last.is(Class::ROLE)
        && !last.is(Class::PLURAL)
        && !last.is_capital()
}

/// *a professor of planning and public works at Oslo*: whether *and* at chunk `and` joins two fields in small letters.
pub(super) fn joins_field(clause: &Clause, and: usize) -> bool {
    let text = clause.text;
    let field = |i: usize| {
        let gerund = |c: &Chunk| c.form == Form::Ing && c.start + 1 == c.end;
        let Some(np) = clause.chunks.get(i).filter(|c| c.kind == ChunkKind::Np || gerund(c)) else { return false };
        let plain = |t: &Token| matches!(t.tag, Tag::Noun | Tag::Adj | Tag::VerbIng) && !t.is_capital();
        text.tokens[np.start..np.end].iter().all(plain)
            && !text.tokens[np.head].is(Class::ROLE | Class::TITLE | Class::PERSON | Class::PLURAL)
    };
    clause.is_word(and, &["and"])
        && and >= 2
        && matches!(clause.kind(and - 2), Some(ChunkKind::Prep | ChunkKind::And))
        && field(and - 1)
        && field(and + 1)
        && (clause.kind(and + 2) != Some(ChunkKind::Prep) || clause.is_nominal(and + 3))
}
