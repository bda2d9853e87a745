//! Finds the paragraphs of an article: lines, or, where the lines are hard-wrapped as on the wires, blocks between blank lines or behind
//! an indented line.

use crate::text::token::{Token, TokenKind};

/// The paragraphs as token ranges; together they cover all tokens.
pub(crate) fn split(text: &str, tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    let lines = Lines::of(text);
    let wanted = if lines.wrapped { 2 } else { 1 };
    let mut out = Vec::new();
    let mut start = 0;
    let mut open = 0; // whether a mark of the line is open
    for i in 1..tokens.len() {
        if tokens[i - 1].kind == TokenKind::Double {
            open = match tokens[i - 1].span.of(text) {
                "“" | "„" | "«" => 1,
                "”" | "»" => 0,
                _ => 1 - open,
            };
        }
        let (from, to) = (tokens[i - 1].span.end as usize, tokens[i].span.start as usize);
        // Nearly always nothing or a space.
        if from == to || from + 1 == to && text.as_bytes()[from] == b' ' {
            continue;
        }
        let gap = &text[from..to];
        let breaks = if lines.indented && is_indented(gap) { wanted } else { breaks(gap) };
        if breaks >= wanted && !(breaks == 1 && runs_on(text, &tokens[i - 1], &tokens[i], open == 1)) {
            out.push(start..i);
            (start, open) = (i, 0);
        }
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
    out
}

/// Whether a token goes on with the line that ends with `last`, whatever other lines do: it begins small, or a mark is open, and the line
/// before did not end its sentence.
fn runs_on(text: &str, last: &Token, next: &Token, is_open: bool) -> bool {
    let word = next.span.of(text);
    let small =
        next.kind == TokenKind::Word && word.starts_with(char::is_lowercase) && !word.contains(char::is_uppercase);
    // “… is late,”⏎said Berg; “Why?”⏎she asked
    let ends = matches!(last.kind, TokenKind::Stop | TokenKind::Colon | TokenKind::Semicolon | TokenKind::Markup);
    !ends && (small || is_open && matches!(last.kind, TokenKind::Word | TokenKind::Number | TokenKind::Comma))
}

/// The line breaks in white space; `\n` written out counts in an article that is one escaped string.
fn breaks(gap: &str) -> usize {
    let plain = gap.bytes().filter(|&b| b == b'\n').count();
    let lone_returns = if plain == 0 { gap.bytes().filter(|&b| b == b'\r').count() } else { 0 };
    plain + lone_returns + gap.matches("\\n").count() + gap.matches('\u{2029}').count() * 2
}

/// Whether a gap's last line begins with white space.
fn is_indented(gap: &str) -> bool {
    gap.rsplit_once('\n').is_some_and(|(_, indent)| indents(indent))
}

fn indents(line: &str) -> bool {
    line.starts_with("  ") || line.starts_with('\t')
}

/// How an article's lines are broken.
#[derive(Debug, PartialEq, Eq)]
struct Lines {
    /// Lines end where the page did: most lines that another of their paragraph follows at once are nearly as long as the longest and
    /// end in the middle of a sentence.
    wrapped: bool,
    /// A wrapped line that begins with white space begins a paragraph.
    indented: bool,
}

impl Lines {
    fn of(text: &str) -> Self {
        let (mut lines, mut wrapped, mut indented) = (0, 0, 0);
        let mut previous: Option<&str> = None;
        for line in text.lines().take(400) {
            let line = line.trim_end();
            if let Some(before) = previous.filter(|b| !b.is_empty() && !line.is_empty()) {
                if indents(line) {
                    indented += 1;
                } else {
                    lines += 1;
                    let length = before.chars().count();
                    let mid_sentence = !before.ends_with(['.', '!', '?', '"', '”', ':', '’', '»']);
                    wrapped += ((40..=100).contains(&length) && mid_sentence) as usize;
                }
            }
            previous = Some(line);
        }
        let wrapped = lines >= 4 && wrapped * 2 > lines;
        Lines { wrapped, indented: wrapped && indented > 0 && indented <= lines }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenizer::tokenize;

    #[test]
    fn lines_run_on_or_not() {
        for (text, want) in [
            ("\"We are late,\"\nsaid Ada Lund. \"Nobody\ntold us.\"", 1),
            ("“Why?”\nshe asked.", 1),
            ("“We told\nAda Lund,” he said.", 1),
            ("The port is closed.\niTunes is not.", 2),
            ("Ada Lund said:\n“We are late.”", 2),
            ("A headline without a stop\nAda Lund said so.", 2),
            ("“We are late.\n“Nobody told us.”", 2),
            ("apples\n\npears", 2),
        ] {
            assert_eq!(split(text, &tokenize(text)).len(), want, "{text:?}");
        }
    }

    #[test]
    fn hard_wrapped_text_is_told_from_one_paragraph_a_line() {
        let wire = "The minister said on Monday that the talks had\nfailed and that no new date had been set for\nanother round, blaming the weather and the late\nhour for the poor mood in the room.\n\nNobody else was ready to talk about it after the\nmeeting, which lasted until well past midnight\nand ended without a handshake.\n";
        let web = "The minister said on Monday that the talks had failed.\nNobody else spoke.\nThe end was near.\nRain fell.\nAll went home.\n";
        assert_eq!(Lines::of(wire), Lines { wrapped: true, indented: false });
        assert_eq!(Lines::of(web), Lines { wrapped: false, indented: false });
        let indented = "Board chairman Ada\nLund said severe problems remain in some ports of the\ncountry.\n    The harbour is one of the few that are wide enough for\nthe boats.\n    \"We wait,\" she said in remarks that were sent to the harbour\nboard and to the mayor.\n";
        assert_eq!(Lines::of(indented), Lines { wrapped: true, indented: true });
        assert_eq!(split(indented, &tokenize(indented)).len(), 3);
    }
}
