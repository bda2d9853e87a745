//! Several people who say one thing together: *Ms Berg and Mr Lund*. Each is spelled out; who they are singly is decided in `people`.

use std::ops::Range;

use super::people::People;
use crate::text::{Tag, Text, TokenKind};

/// The full names of the people that a list of names is; none if one of its parts is no name of somebody whom the article knows.
pub(super) fn names(text: &Text, people: &People, tokens: &Range<usize>) -> Option<String> {
    let joins = |i: usize| text.tokens[i].tag == Tag::And && text.tokens[i].kind == TokenKind::Word;
    let parts = || {
        let parts = text.tokens[tokens.clone()].split(|t| t.kind == TokenKind::Comma || t.tag == Tag::And);
        parts.filter(|part| !part.is_empty())
    };
    if !tokens.clone().any(joins) || parts().nth(1).is_none() {
        return None;
    }
    let mut at = tokens.start;
    let mut names = Vec::new();
    for part in parts() {
        let first = (at..tokens.end).find(|&i| text.tokens[i].span == part[0].span)?;
        at = first + part.len();
        let mention = people.mention_at(at - 1).filter(|m| m.tokens.end == at && m.tokens.start >= first)?;
        let titles = &text.tokens[first..mention.tokens.start];
        let plain = titles.iter().all(|t| matches!(t.tag, Tag::Noun | Tag::Name | Tag::Adj));
        let person = &people.people[mention.person];
        if mention.ambiguous || !plain || !person.is_person {
            return None;
        }
        names.push(person.name());
    }
    let last = names.pop()?;
    Some(format!("{} and {last}", names.join(", ")))
}
