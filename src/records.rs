//! Turns statements into records: splits them by kind, counts characters, cleans the words, gives each its stable id. The last step
//! that looks at the article's structure; everything behind it sees only records.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::attribution::Statement;
use crate::fnv;
use crate::identity::{self, Identity};
use crate::lexicon::Lexicon;
use crate::places::Places;
use crate::record::{Flag, Kind, Place, Record};
use crate::span::Span;
use crate::text::{Text, TokenKind};

/// The records of an article, in reading order.
pub(crate) fn records(
    article: &Article,
    text: &Text,
    lexicon: &Lexicon,
    statements: &[Statement],
    identities: &[Identity],
) -> Vec<Record> {
    let mut recorder = Recorder::new(article, text);
    let mut out = Vec::new();
    for (number, (statement, identity)) in statements.iter().zip(identities).enumerate() {
        // The whole passages of a statement are its direct quote, the rest its mixed or indirect one.
        let (direct, other): (Vec<_>, Vec<_>) =
            statement.contents.iter().cloned().partition(|c| statement.is_turn() || is_passage(text, c));
        for contents in [direct, other] {
            if contents.is_empty() {
                continue;
            }
            let mut record = recorder.record(statement, identity, number as u32 + 1, &contents);
            record.role = identity::role(identity, lexicon, article.date);
            record.speaker_id = identity.lexicon.map(|s| lexicon.speakers[s].id.clone());
            out.push(record);
        }
    }
    out.sort_by_key(|r| (r.segments[0].start, r.attribution));
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for record in &mut out {
        let count = seen.entry(record.id.clone()).and_modify(|n| *n += 1).or_insert(0);
        if *count > 0 {
            record.id = format!("{}-{count}", record.id);
        }
    }
    out
}

fn is_passage(text: &Text, content: &Range<usize>) -> bool {
    text.passage_at(content.start).is_some_and(|p| {
        let passage = &text.passages[p];
        text.blocks[p] && passage.tokens.start <= content.start && content.end <= passage.tokens.end
    })
}

/// Makes the records of one article.
pub(crate) struct Recorder<'a> {
    article: &'a Article,
    text: &'a Text<'a>,
    places: Places<'a>,
    /// The last sentences around a quote and their words: those of many quotes are cleaned and held once.
    context: (Range<usize>, Arc<str>),
}

impl<'a> Recorder<'a> {
    /// For an article and its text.
    pub fn new(article: &'a Article, text: &'a Text<'a>) -> Self {
        Recorder { article, text, places: Places::new(article), context: Default::default() }
    }

    /// The record of some contents of a statement, without what the lexicon says of its speaker.
    pub fn record(
        &mut self,
        statement: &Statement,
        identity: &Identity,
        attribution: u32,
        contents: &[Range<usize>],
    ) -> Record {
        let context = self.context(contents);
        let Recorder { article, text, places, .. } = &*self;
        let kind = if statement.is_turn() { Kind::Direct } else { kind(text, contents) };
        // The marks of a quoted half tell it from the other half.
        let halves = contents.len() > 1 && kind == Kind::Mixed;
        let words = |c: &Range<usize>| if halves { text.span(c.clone()) } else { bare(text, c) };
        let segments: Vec<Place> = contents.iter().map(|c| places.place(words(c))).collect();
        let mut quote = String::with_capacity(segments.iter().map(|s| s.bytes.len() + 1).sum());
        for (i, segment) in segments.iter().enumerate() {
            if i > 0 {
                quote.push(' ');
            }
            clean_onto(&mut quote, &article.body[segment.bytes.clone()]);
        }
        let mention = statement.mention.as_ref().map(|m| places.place(text.span(m.clone())));
        let cue = statement.cue.as_ref().map(|c| places.place(text.span(c.clone())));
        let start_byte = segments[0].bytes.start;
        let (line, column) = places.line_column(Span::new(start_byte, segments[0].bytes.end));
        let speaker = identity.speaker.clone();
        let mut flags = identity.flags.clone();
        for content in contents {
            if let Some(p) = text.passage_at(content.start).map(|p| &text.passages[p]) {
                for (set, flag) in [(p.unclosed, Flag::Unclosed), (p.mismatched, Flag::MismatchedMarks)] {
                    if set {
                        flags.push(flag);
                    }
                }
            }
        }
        if statement.continued {
            flags.push(Flag::Continued);
        }
        // With the marks around them, which are not of the segments.
        let with_marks =
            |s: &Place| Span::new(s.bytes.start.saturating_sub(3), (s.bytes.end + 4).min(article.body.len()));
        if segments.iter().any(|s| places.is_repaired(with_marks(s))) {
            flags.push(Flag::Repaired);
        }
        flags.sort();
        flags.dedup();
        let id = id(&article.source, speaker.as_deref(), &quote);
        Record {
            quote,
            speaker,
            role: None,
            source: article.source.clone(),
            kind,
            speaker_id: None,
            stated_role: identity.stated_role.clone(),
            mention,
            cue,
            segments,
            attribution,
            rule: statement.rule.id.to_owned(),
            confidence: statement.rule.confidence,
            line,
            column,
            element: article.element_at(start_byte).map(str::to_owned),
            context,
            flags,
            id,
        }
    }

    /// The sentences that hold the contents, from the first to the last.
    fn context(&mut self, contents: &[Range<usize>]) -> Arc<str> {
        let text = self.text;
        let first = text.sentence_at(contents[0].start);
        let last = text.sentence_at(contents[contents.len() - 1].end - 1);
        let sentences = first..last + 1;
        if self.context.0 != sentences {
            let span = text.span(text.sentences[first].tokens.start..text.sentences[last].tokens.end);
            self.context = (sentences, clean(span.of(text.src)).into());
        }
        Arc::clone(&self.context.1)
    }
}

/// The bytes of a content without the marks that enclose all of it.
fn bare(text: &Text, content: &Range<usize>) -> Span {
    let mut range = content.clone();
    while range.len() > 2 {
        let first = &text.tokens[range.start];
        let passage = text.passages_in(&range).map(|p| &text.passages[p]).next();
        let whole = matches!(first.kind, TokenKind::Double | TokenKind::Single)
            && passage.is_some_and(|p| p.open == Some(range.start) && p.close.is_some_and(|c| c + 1 == range.end));
        if !whole {
            break;
        }
        range = range.start + 1..range.end - 1;
    }
    text.span(range)
}

/// Direct, mixed or indirect, by the share of letters and digits that stand in marks.
fn kind(text: &Text, contents: &[Range<usize>]) -> Kind {
    let mut inside = 0;
    let mut all = 0;
    for content in contents {
        let mut after = text.passages.partition_point(|p| p.tokens.start < content.start);
        for i in content.clone() {
            let token = &text.tokens[i];
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Suffix) {
                continue;
            }
            all += token.span.len();
            while text.passages.get(after).is_some_and(|p| p.tokens.start <= i) {
                after += 1;
            }
            if text.is_in_passage(after, i) {
                inside += token.span.len();
            }
        }
    }
    match inside {
        0 => Kind::Indirect,
        n if n * 100 >= all * 98 => Kind::Direct,
        _ => Kind::Mixed,
    }
}

/// The words for export: escapes undone, white space folded.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    clean_onto(&mut out, text);
    out
}

/// Appends the words for export, stretch by stretch: nearly all of a text is taken as it is.
fn clean_onto(out: &mut String, text: &str) {
    let begin = out.len();
    let escaped = memchr::memchr(b'\\', text.as_bytes()).is_some();
    let marks_escaped = escaped && text.contains("\\\"");
    let (mut from, mut at) = (0, 0); // what is taken next, and how far it has been looked at
    let mut space = false; // white space stood before `from`
    let mut take = |space: &mut bool, stretch: &str| {
        if !stretch.is_empty() {
            if std::mem::take(space) && out.len() > begin {
                out.push(' ');
            }
            out.push_str(stretch);
        }
    };
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        let (length, is_blank) = match byte {
            b' ' if at > from && bytes.get(at + 1).is_some_and(|b| b.is_ascii_graphic() && *b != b'\\') => {
                // A single space between words stays in its stretch.
                at += 1;
                continue;
            }
            b'\\' if escaped => match bytes.get(at + 1) {
                Some(b'"' | b'\'') => (1, false),
                Some(b'n' | b'r' | b't') if marks_escaped => (2, true),
                _ => {
                    at += 1;
                    continue;
                }
            },
            b'!'..=b'~' => {
                at += 1;
                continue;
            }
            _ => match text[at..].chars().next() {
                Some(c) if crate::text::token::is_space(c) => (c.len_utf8(), true),
                c => {
                    at += c.map_or(1, char::len_utf8);
                    continue;
                }
            },
        };
        take(&mut space, &text[from..at]);
        space |= is_blank;
        at += length;
        from = at;
    }
    take(&mut space, &text[from..]);
}

/// A hash of source, speaker and words.
fn id(source: &str, speaker: Option<&str>, quote: &str) -> String {
    format!("{:016x}", fnv::hash(&[source, speaker.unwrap_or_default(), quote]))
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn words_for_export() {
        for (text, want) in [
            ("", ""),
            ("  a  b\n c ", "a b c"),
            ("a\u{a0}b\u{2009}“c” —\u{200b}d", "a b “c” — d"),
            ("\\\"a \\\"b\\\"", "\"a \"b\""),
            ("a \\n b", "a \\n b"),
            ("a \\n b \\\"c\\\" \\t", "a b \"c\""),
            ("\\", "\\"),
            ("é ", "é"),
            ("a\0\u{7f}b", "a \u{7f}b"),
        ] {
            assert_eq!(clean(text), want, "{text:?}");
        }
    }
}
