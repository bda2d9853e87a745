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
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        for (label, _) in text.lines().filter_map(candidate) {
            *counts.entry(label).or_default() += 1;
        }
        // Headings come once each ("EXCLUSIVE: …", "STAT OF THE WEEK: …"); in a conversation somebody speaks again. A title before the
        // name is a sign by itself.
        let labelled: usize = counts.values().sum();
        let lines = text.lines().filter(|l| !l.trim().is_empty()).count();
        let conversation = labelled * 2 >= lines || labelled >= 3 && counts.values().any(|n| *n >= 2);
        let labels = counts.into_keys().filter(|label| conversation || is_titled(label));
        Labels(labels.map(str::to_owned).collect())
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

/// *MS. BERG*, *SECRETARY BERG*, *Q*: a label that cannot be a heading.
fn is_titled(label: &str) -> bool {
    let caps = !label.chars().any(char::is_lowercase);
    let mut words = label.split_whitespace();
    let (first, more) = (words.next().unwrap_or_default().to_lowercase(), words.next().is_some());
    let class = words::lookup(&first) | words::lookup(&format!("{}.", first.trim_end_matches('.')));
    caps && (label == "Q" || more && class.intersects(Class::HONORIFIC | Class::TITLE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_headings() {
        let talk = "Berg: We stay.\nReporter: Why?\nBerg: Because.";
        for (text, line, want) in [
            ("BERG: We stay.\n\nMOE: We go.", "MOE: We go.", Some(("MOE", " We go."))),
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
            ("The plan: nobody knows.\nBerg left.\nIt rained.", "The plan: nobody knows.", None),
            ("PHOTO: A port\nBerg left.", "PHOTO: A port", None),
            (
                "EXCLUSIVE: The port will close.\nIt rained.\nBerg left.\nMoe slept.\nSHORT READS: Rain.",
                "EXCLUSIVE: The port will close.",
                None,
            ),
            ("SECRETARY BERG: We stay.", "SECRETARY BERG: We stay.", Some(("SECRETARY BERG", " We stay."))),
            ("LONDON: The talks failed.", "LONDON: The talks failed.", None),
            ("At 10:30 it rained", "At 10:30 it rained", None),
            ("She said one thing: stay.", "She said one thing: stay.", None),
        ] {
            let labels = Labels::of(text);
            assert_eq!(labels.at(line).map(|(l, at)| (l, &line[at..])), want, "{line}");
        }
    }
}
