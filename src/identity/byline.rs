//! Who wrote the article: the name in its byline. *I* outside quotation marks is that reporter, and *he* or *she* hardly ever is.

use std::ops::Range;

use crate::text::{Tag, Text};

/// How many paragraphs a byline may stand below the top.
const DEPTH: usize = 6;

/// How many tokens a byline has at most: *By Pauline Estrange in Geneva and Karim Sabeh in Kesrat*.
const LENGTH: usize = 14;

/// The first name of the byline, a line that begins with *By* and a name and holds no verb.
pub(super) fn author(text: &Text) -> Option<Range<usize>> {
    let lines = text.paragraphs.iter().take(DEPTH);
    lines.filter(|line| line.len() <= LENGTH).find_map(|line| {
        let by = line.start;
        let named = |i: usize| text.tokens[i].is_capital() && text.tokens[i].tag != Tag::Det;
        let prose = text.tokens[line.clone()].iter().any(|t| t.tag.is_verb() || matches!(t.tag, Tag::Be | Tag::Modal));
        if !text.word(by).eq_ignore_ascii_case("by") || prose {
            return None;
        }
        let end = (by + 1..line.end).find(|&i| !named(i)).unwrap_or(line.end);
        (end >= by + 3).then_some(by + 1..end)
    })
}
