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
    if text.contains(is_unsafe) {
        Cow::Owned(text.chars().map(|c| if is_unsafe(c) { '\u{fffd}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn is_unsafe(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
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
        let mut from = 0;
        for (at, c) in fragment.char_indices() {
            if matches!(c, '<' | '>' | '&' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}') {
                CompactFormatter.write_string_fragment(out, &fragment[from..at])?;
                write!(out, "\\u{:04x}", c as u32)?;
                from = at + c.len_utf8();
            }
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
