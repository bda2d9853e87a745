//! Cells of a table: what a spreadsheet would run as a formula is made text, what a terminal would obey is made visible.

use std::borrow::Cow;

use super::inert;

/// The text of a cell as a spreadsheet and a terminal may read it: a leading `=`, `+`, `-`, `@`, tab or return gets an apostrophe before
/// it, as OWASP advises against CSV injection, and so does one right behind a separator, where a program that splits at another
/// separator would begin a cell. Control characters become U+FFFD. `raw` leaves all as it is.
///
/// ```
/// use whosaid::output::safe;
/// assert_eq!(safe("=1+1", false), "'=1+1");
/// assert_eq!(safe("=1+1", true), "=1+1");
/// ```
pub fn safe(text: &str, raw: bool) -> Cow<'_, str> {
    if raw || text.is_empty() {
        return Cow::Borrowed(text);
    }
    let text = inert(text);
    let begins = text.starts_with(STARTS);
    // Nearly no cell has a separator with one of these behind it; without a way out, so that many bytes are looked at at once.
    let separates = |b: u8| (b == b',') | (b == b';') | (b == b'\t') | (b == b'|');
    let starts = |b: u8| (b == b'=') | (b == b'@') | (b == b'+') | (b == b'-');
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    if !begins && pairs.fold(0, |found, (&a, &b)| found | u8::from(separates(a) & starts(b))) == 0 {
        return text;
    }
    let inner: Vec<usize> =
        text.match_indices([',', ';', '\t', '|']).map(|(i, s)| i + s.len()).filter(|&i| runs(&text[i..])).collect();
    if !begins && inner.is_empty() {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 4);
    let mut from = 0;
    for at in begins.then_some(0).into_iter().chain(inner) {
        out.push_str(&text[from..at]);
        out.push('\'');
        from = at;
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

const STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Whether the rest of a cell would be run if a cell began here. `;-)` would not.
fn runs(rest: &str) -> bool {
    match rest.chars().next() {
        Some('=' | '@') => true,
        Some('+' | '-') => rest.chars().skip(1).take(2).any(char::is_alphanumeric),
        _ => false,
    }
}

/// A cell without the apostrophe that [`safe`] put first.
///
/// ```
/// use whosaid::output::unsafe_again;
/// assert_eq!(unsafe_again("'=1+1"), "=1+1");
/// assert_eq!(unsafe_again("'tis"), "'tis");
/// ```
pub fn unsafe_again(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(STARTS)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text() {
        for (text, want) in [
            ("=1+1", "'=1+1"),
            ("-5 degrees", "'-5 degrees"),
            ("@home", "'@home"),
            ("a = b", "a = b"),
            ("", ""),
            ("so;=HYPERLINK(\"x\")", "so;'=HYPERLINK(\"x\")"),
            ("so,-cmd|'/c calc'!A0", "so,'-cmd|'/c calc'!A0"),
            ("a;-) b, -5", "a;-) b, -5"),
            ("bell\u{7} \u{1b}[31mred\u{9b}0m", "bell\u{fffd} \u{fffd}[31mred\u{fffd}0m"),
            ("two\nlines", "two\nlines"),
        ] {
            assert_eq!(safe(text, false), want);
            assert_eq!(safe(text, true), text);
        }
    }
}
