//! Several people who say one thing together: *Ms Berg and Mr Lund*. Each is spelled out; who they are singly is decided in `people`.

use std::ops::Range;

use super::people::People;
use crate::text::{Tag, Text, Token, TokenKind};
use crate::words::Class;

/// The full names of the people that a list of names is; none if one of its parts is no name of somebody whom the article knows.
pub(super) fn names(text: &Text, people: &People, tokens: &Range<usize>) -> Option<String> {
    let joined = |t: &Token| t.tag == Tag::And && t.kind == TokenKind::Word;
    if !text.tokens[tokens.clone()].iter().any(joined) {
        return None;
    }
    let separates = |&i: &usize| text.tokens[i].tag == Tag::And || text.tokens[i].kind == TokenKind::Comma;
    let mut names = Vec::new();
    let mut first = tokens.start;
    for end in tokens.clone().filter(separates).chain([tokens.end]) {
        let part = std::mem::replace(&mut first, end + 1)..end;
        if part.is_empty() {
            continue;
        }
        let mention = people.mention_at(end - 1).filter(|m| m.tokens.end == end && m.tokens.start >= part.start)?;
        let titles = &text.tokens[part.start..mention.tokens.start];
        let plain = titles.iter().all(|t| matches!(t.tag, Tag::Noun | Tag::Name | Tag::Adj));
        let person = &people.people[mention.person];
        // "Norwegian pilots Arild Moe and Ole Lund"
        let several =
            text.tokens[tokens.start..mention.tokens.start].iter().any(|t| t.is(Class::ROLE) && t.is(Class::PLURAL));
        if mention.ambiguous
            || !plain
            || !(person.signs.is_person || several || !names.is_empty() && person.signs.is_weak)
        {
            return None;
        }
        names.push(person.name());
    }
    let last = names.pop().filter(|_| !names.is_empty())?;
    Some(format!("{} and {last}", names.join(", ")))
}
