//! Finds the paragraphs of an article: lines, or, where the lines are hard-wrapped as on the wires, blocks between blank lines.

use crate::text::token::Token;

/// The paragraphs as token ranges; together they cover all tokens.
pub(crate) fn split(text: &str, tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    let wanted = if is_hard_wrapped(text) { 2 } else { 1 };
    let mut out = Vec::new();
    let mut start = 0;
    for i in 1..tokens.len() {
        let gap = &text[tokens[i - 1].span.end as usize..tokens[i].span.start as usize];
        if !matches!(gap, "" | " ") && breaks(gap) >= wanted {
            out.push(start..i);
            start = i;
        }
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
    out
}

/// The line breaks in white space; `\n` written out counts in an article that is one escaped string.
fn breaks(gap: &str) -> usize {
    let plain = gap.bytes().filter(|&b| b == b'\n').count();
    let lone_returns = if plain == 0 { gap.bytes().filter(|&b| b == b'\r').count() } else { 0 };
    plain + lone_returns + gap.matches("\\n").count() + gap.matches('\u{2029}').count() * 2
}

/// Whether lines end where the page did: most lines that another follows at once are nearly as long as the longest and end in the
/// middle of a sentence.
pub(crate) fn is_hard_wrapped(text: &str) -> bool {
    let mut lines = 0;
    let mut wrapped = 0;
    let mut previous: Option<&str> = None;
    for line in text.lines().take(400) {
        let line = line.trim_end();
        if let Some(before) = previous.filter(|b| !b.is_empty() && !line.is_empty()) {
            lines += 1;
            let length = before.chars().count();
            let mid_sentence = !before.ends_with(['.', '!', '?', '"', '”', ':', '’', '»']);
            wrapped += ((40..=100).contains(&length) && mid_sentence) as usize;
        }
        previous = Some(line);
    }
    lines >= 4 && wrapped * 2 > lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hard_wrapped_text_is_told_from_one_paragraph_a_line() {
        let wire = "The minister said on Monday that the talks had\nfailed and that no new date had been set for\nanother round, blaming the weather and the late\nhour for the poor mood in the room.\n\nNobody else was ready to talk about it after the\nmeeting, which lasted until well past midnight\nand ended without a handshake.\n";
        let web = "The minister said on Monday that the talks had failed.\nNobody else spoke.\nThe end was near.\nRain fell.\nAll went home.\n";
        assert!(is_hard_wrapped(wire));
        assert!(!is_hard_wrapped(web));
    }
}
