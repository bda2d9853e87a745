//! Cells of a table: what a spreadsheet would run as a formula is made text.

use std::borrow::Cow;

/// The text of a cell as a spreadsheet may read it: a leading `=`, `+`, `-`, `@`, tab or return gets an apostrophe before it, as OWASP
/// advises against CSV injection. `raw` leaves it as it is.
pub(super) fn safe(text: &str, raw: bool) -> Cow<'_, str> {
    if !raw && text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text() {
        for (text, want) in
            [("=1+1", "'=1+1"), ("-5 degrees", "'-5 degrees"), ("@home", "'@home"), ("a = b", "a = b"), ("", "")]
        {
            assert_eq!(safe(text, false), want);
            assert_eq!(safe(text, true), text);
        }
    }
}
