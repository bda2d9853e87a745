//! Who wrote the article: the name in its byline (*By X*, *Story by X*, *Words: X*, or X alone). *I* outside quotation marks is that
//! reporter, and *he* or *she* hardly ever is.

use std::ops::Range;

use crate::text::{Tag, Text};
use crate::words::Class;

/// How many paragraphs a byline may stand below the top.
const DEPTH: usize = 6;

/// How many tokens a byline has at most: *By Pauline Estrange in Geneva and Karim Sabeh in Kesrat*.
const LENGTH: usize = 14;

/// Words that may stand before *by* or a colon and a name.
const CREDITS: &[&str] =
    &["words", "text", "story", "interview", "report", "reporting", "review", "reviewed", "written", "reported"];

/// The first name of the byline, a line that credits a name and holds no verb.
pub(super) fn author(text: &Text) -> Option<Range<usize>> {
    let lines = text.paragraphs.iter().take(DEPTH);
    lines.filter(|line| line.len() <= LENGTH).find_map(|line| {
        let by = line.start;
        let named = |i: usize| {
            text.tokens[i].is_capital() && text.tokens[i].tag != Tag::Det || text.tokens[i].is(Class::PARTICLE)
        };
        let credit = CREDITS.iter().any(|c| c.eq_ignore_ascii_case(text.word(by)));
        let linked = credit && line.len() > 2 && matches!(text.word(by + 1), "by" | "By" | "BY" | ":");
        let rest = by + linked as usize..line.end;
        let prose = text.tokens[rest].iter().any(|t| t.tag.is_verb() || matches!(t.tag, Tag::Be | Tag::Modal));
        let credited = line.clone().take(3).find(|&i| text.word(i).eq_ignore_ascii_case("by"));
        if prose || credited.is_some_and(|i| i > by + 1) {
            return None;
        }
        // "Ines Varga", "Fergal Mac an Bhaird": the name alone, between the headline and the text.
        let alone = || {
            let second = text.paragraphs.iter().take(3).skip(1).any(|p| p.start == by);
            line.start > 0
                && matches!(line.len(), 2..=5)
                && line.clone().all(|i| text.tokens[i].tag == Tag::Name)
                && (text.tokens[by].is(Class::GIVEN) && line.len() <= 3 || second)
        };
        let start = match credited {
            Some(by) => by + 1,
            None if linked => by + 2,
            None if alone() => by,
            None => return None,
        };
        let end = (start..line.end).find(|&i| !named(i)).unwrap_or(line.end);
        (end >= start + 2).then_some(start..end)
    })
}
