//! Who speaks in a transcript: the label at the start of a line (*KIRBY:*, *MR. EARNEST:*, *Q*). A text without such labels is no
//! transcript, and a heading with a colon is no label.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::words::{self, Class};

/// Headings of articles that look like labels.
const HEADINGS: &[&str] = &[
    "breaking",
    "by",
    "caption",
    "contact",
    "copyright",
    "correction",
    "credit",
    "date",
    "editor's note",
    "from",
    "image",
    "more",
    "note",
    "photo",
    "photos",
    "read",
    "read more",
    "related",
    "see also",
    "source",
    "sources",
    "subject",
    "summary",
    "time",
    "to",
    "update",
    "updated",
    "via",
    "video",
    "warning",
    "watch",
    "word count",
];

/// The labels of one document.
#[derive(Debug, Default)]
pub(super) struct Labels(FxHashSet<String>);

impl Labels {
    /// Finds what is used as a label in `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut counts: FxHashMap<&str, (usize, bool)> = FxHashMap::default();
        let mut lines = 0;
        for line in text.lines() {
            if let Some((label, _)) = candidate(line) {
                let caps = !label.chars().any(char::is_lowercase);
                counts.entry(label).or_insert((0, caps)).0 += 1;
                lines += 1;
            }
        }
        // Labels in small letters only where the text plainly is a conversation: headings come once.
        let conversation = lines >= 3 && counts.values().any(|(n, _)| *n >= 2);
        Labels(counts.into_iter().filter(|(_, (_, caps))| *caps || conversation).map(|(l, _)| l.to_owned()).collect())
    }

    /// The label at the start of a line, and where the words behind it begin.
    pub(super) fn at<'a>(&self, line: &'a str) -> Option<(&'a str, usize)> {
        if self.0.is_empty() {
            return None;
        }
        candidate(line).filter(|(label, _)| self.0.contains(*label))
    }
}

/// What looks like a label at the start of a line.
fn candidate(line: &str) -> Option<(&str, usize)> {
    let start = line.len() - line.trim_start_matches(|c: char| c.is_whitespace() || c == '*' || c == '\u{feff}').len();
    let rest = &line[start..];
    if let Some(tail) = rest.strip_prefix('Q') {
        // White House transcripts have no colon behind the Q of a question.
        if tail.starts_with('\t') || tail.starts_with("  ") || tail.starts_with('\u{a0}') {
            return Some(("Q", start + 1));
        }
    }
    let head_limit = rest.char_indices().nth(64).map_or(rest.len(), |(i, _)| i);
    let colon = rest[..head_limit].find(':')?;
    let after = rest[colon + 1..].trim_start_matches('*');
    if !after.is_empty() && !after.starts_with([' ', '\t', '\u{a0}', '“', '"', '(', '[']) {
        return None;
    }
    let head = rest[..colon].split(['(', '[']).next().unwrap_or_default().trim().trim_end_matches('*').trim();
    if !is_name(head) {
        return None;
    }
    Some((head, line.len() - after.len()))
}

fn is_name(head: &str) -> bool {
    let lower = head.to_lowercase();
    if head.is_empty() || HEADINGS.contains(&lower.as_str()) {
        return false;
    }
    let caps = !head.chars().any(char::is_lowercase);
    let mut count = 0;
    for word in head.split_whitespace() {
        count += 1;
        let first = word.chars().next().unwrap_or(' ');
        let named = first.is_uppercase() || first.is_ascii_digit() && count > 1 || first == '#';
        let particle = matches!(word, "of" | "the" | "al" | "de" | "van" | "von" | "der" | "bin");
        if !(named || particle && count > 1) || word.contains(['"', '“', '”', ',', ';', '!', '?']) {
            return false;
        }
    }
    // "WASHINGTON: The talks": a place, no person.
    let place =
        count == 1 && words::lookup(&lower).contains(Class::PLACE) && !words::lookup(&lower).contains(Class::GIVEN);
    !place && count <= if caps { 6 } else { 4 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_headings() {
        let talk = "Berg: We stay.\nReporter: Why?\nBerg: Because.";
        for (text, line, want) in [
            ("MR. BERG:  We stay.\n", "MR. BERG:  We stay.", Some(("MR. BERG", "  We stay."))),
            ("Q    Why now?\n", "Q    Why now?", Some(("Q", "    Why now?"))),
            (
                "MINISTER BERG (via interpreter): No.",
                "MINISTER BERG (via interpreter): No.",
                Some(("MINISTER BERG", " No.")),
            ),
            ("**BERG:** We stay.", "**BERG:** We stay.", Some(("BERG", " We stay."))),
            (talk, "Berg: We stay.", Some(("Berg", " We stay."))),
            (talk, "Reporter: Why?", Some(("Reporter", " Why?"))),
            // A heading that comes once, a time, a place and a sentence are none.
            ("The plan: nobody knows.\nBerg left.", "The plan: nobody knows.", None),
            ("PHOTO: A port", "PHOTO: A port", None),
            ("LONDON: The talks failed.", "LONDON: The talks failed.", None),
            ("At 10:30 it rained", "At 10:30 it rained", None),
            ("She said one thing: stay.", "She said one thing: stay.", None),
        ] {
            let labels = Labels::of(text);
            assert_eq!(labels.at(line).map(|(l, at)| (l, &line[at..])), want, "{line}");
        }
    }
}
