//! Text from articles that cannot command whatever shows it: control characters made visible in plain text, escaped in JSON.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter};

/// Text with its control characters, line ends and tabs apart, made visible as U+FFFD.
///
/// ```
/// assert_eq!(whosaid::output::inert("red \u{1b}[31m"), "red \u{fffd}[31m");
/// ```
pub fn inert(text: &str) -> Cow<'_, str> {
    // Bytes that an unsafe character may have; without a way out, so that many are looked at at once.
    let suspect = |b: u8| (b < 0x20) & (b != b'\n') & (b != b'\r') & (b != b'\t') | (b == 0x7f) | (b == 0xc2);
    let suspects = text.as_bytes().iter().fold(0, |found, &b| found | u8::from(suspect(b)));
    if suspects != 0 && text.contains(is_unsafe) {
        Cow::Owned(text.chars().map(|c| if is_unsafe(c) { '\u{fffd}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn is_unsafe(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// Words on one line of at most `most` characters that a terminal shows as they are; cut in the middle, since both ends tell.
///
/// ```
/// use whosaid::output::one_line;
/// assert_eq!(one_line("We are\n late,  all of us.", 99), "We are late, all of us.");
/// assert_eq!(one_line("We are late, all of us.", 15), "We are … of us.");
/// ```
pub fn one_line(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: Vec<char> = inert(&line).chars().collect();
    if line.len() <= most {
        return line.into_iter().collect();
    }
    let side = most.saturating_sub(3) / 2;
    let (head, tail): (String, String) = (line[..side].iter().collect(), line[line.len() - side..].iter().collect());
    format!("{} … {}", head.trim_end(), tail.trim_start())
}

/// Writes JSON on one line that neither a terminal nor a page can misread: what `serde_json` leaves as it is of control characters, and
/// `<`, `>` and `&`, are escaped too. A reader of JSON gets the same values.
///
/// # Errors
/// What the writer reports.
pub fn to_writer(out: impl Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(out, Escaping)).map_err(io::Error::from)
}

struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        // The first bytes of what is escaped, which others have too.
        let suspect = |b: &u8| matches!(b, b'<' | b'>' | b'&' | 0x7f | 0xc2 | 0xe2);
        let (mut from, mut at) = (0, 0);
        while let Some(next) = fragment.as_bytes()[at..].iter().position(suspect) {
            at += next;
            let c = fragment[at..].chars().next().unwrap_or_default();
            let end = at + c.len_utf8();
            if matches!(c, '<' | '>' | '&' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}') {
                CompactFormatter.write_string_fragment(out, &fragment[from..at])?;
                write!(out, "\\u{:04x}", c as u32)?;
                from = end;
            }
            at = end;
        }
        CompactFormatter.write_string_fragment(out, &fragment[from..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_cannot_leave_its_element() {
        for (text, want) in [
            ("</script><img onerror=x>", r#""\u003c/script\u003e\u003cimg onerror=x\u003e""#),
            ("\u{1b}[31m \u{9b}0m \u{7f}", r#""\u001b[31m \u009b0m \u007f""#),
            ("é “so” & \u{2028}", r#""é “so” \u0026 \u2028""#),
        ] {
            let mut out = Vec::new();
            to_writer(&mut out, &text).unwrap();
            assert_eq!(String::from_utf8(out.clone()).unwrap(), want);
            assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
        }
    }
}
