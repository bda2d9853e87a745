//! Makes text from articles harmless: nothing in it moves a cursor, breaks a line, turns the writing around or hides.

use std::borrow::Cow;

use crate::check::Finding;

/// The text with white space folded to blanks and every character that a terminal or a reader would obey instead of show replaced by
/// `\u{fffd}`, one for one.
///
/// ```
/// use whosaid::output::findings::inert;
/// assert_eq!(inert("a\u{1b}[31m\nb\u{202e}c"), "a\u{fffd}[31m b\u{fffd}c");
/// ```
pub fn inert(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| shown(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(shown).collect())
    }
}

fn shown(c: char) -> char {
    match c {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_control() => '\u{fffd}',
        // Marks that change the direction of writing, tags, and other signs that nobody sees.
        '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        // No characters at all: XML refuses them.
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        c => c,
    }
}

/// A finding all of whose words are inert. What a fix would write is left as it is: formats quote it, and nobody shows it.
pub(super) fn finding(mut finding: Finding) -> Finding {
    let mend = |text: &mut String| {
        if let Cow::Owned(mended) = inert(text) {
            *text = mended;
        }
    };
    mend(&mut finding.source);
    mend(&mut finding.message);
    for note in &mut finding.notes {
        mend(&mut note.message);
        if let Some(place) = &mut note.place {
            mend(&mut place.source);
        }
    }
    for change in &mut finding.diff {
        mend(&mut change.words);
    }
    let excerpt = &mut finding.location.excerpt;
    let (start, end) = (excerpt.marked.start, excerpt.marked.end);
    let (before, marked) = (inert(&excerpt.text[..start]).len(), inert(&excerpt.text[start..end]).len());
    excerpt.marked = before..before + marked;
    mend(&mut excerpt.text);
    finding
}

/// Log lines of build servers: Azure and TeamCity obey `##vso[…]`, GitHub `##[…]`, wherever it stands in a line. The bracket becomes a
/// round one, so that no other character moves.
pub(super) fn log_line(line: &str) -> Cow<'_, str> {
    if !line.contains("##") {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut hashes = 0; // of the run that a word and a bracket would follow
    let mut armed = false;
    for c in line.chars() {
        match c {
            '#' => {
                hashes += 1;
                armed = hashes >= 2;
            }
            '[' if armed => {
                out.push('(');
                (hashes, armed) = (0, false);
                continue;
            }
            c if c.is_alphanumeric() => hashes = 0,
            _ => (hashes, armed) = (0, false),
        }
        out.push(c);
    }
    Cow::Owned(out)
}

/// Text for XML: what has a meaning there is escaped.
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\n' => out.push_str("&#10;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_commands_are_broken() {
        for (line, want) in [
            ("a ##[error]b", "a ##(error]b"),
            ("##vso[task.setvariable]x ##vso[y]", "##vso(task.setvariable]x ##vso(y]"),
            ("###[x]", "###(x]"),
            ("## A heading [1]", "## A heading [1]"),
            ("# one", "# one"),
        ] {
            assert_eq!(log_line(line), want);
        }
    }
}
