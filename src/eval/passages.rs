//! The passages between double quotation marks that are counted: a plain pairing, on purpose not the program's own, so that a mark which
//! the program reads wrongly is seen in the figures.

use std::ops::Range;

/// The passages of an article, as characters, paragraph by paragraph: curly marks pair by direction, straight ones in turn; one that
/// opens and does not close ends with its paragraph.
pub(crate) fn passages(chars: &[char]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    for (at, &c) in chars.iter().enumerate() {
        match c {
            '\n' => out.extend(open.take().map(|o| o + 1..at)),
            '“' | '«' | '„' => {
                out.extend(open.map(|o| o + 1..at));
                open = Some(at);
            }
            '"' if open.is_none() => open = Some(at),
            '”' | '»' | '"' => out.extend(open.take().map(|o| o + 1..at)),
            _ => {}
        }
    }
    out.extend(open.map(|o| o + 1..chars.len()));
    out.retain(|r| chars[r.clone()].iter().any(|c| c.is_alphanumeric()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairing() {
        for (text, want) in [
            ("“Yes,” she said. “No.”", vec!["Yes,", "No."]),
            ("\"Yes,\" she said. \"No.\"", vec!["Yes,", "No."]),
            ("“One “two” three”", vec!["One ", "two"]),
            ("“It goes on.\n\n“And ends.”", vec!["It goes on.", "And ends."]),
            ("He said \"so.\nNext \"line\"", vec!["so.", "line"]),
            ("a stray ” and “…” no words", vec![]),
            ("«Oui», „Ja“ weiter”", vec!["Oui", "Ja", " weiter"]),
            ("“open", vec!["open"]),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let got: Vec<String> = passages(&chars).into_iter().map(|r| chars[r].iter().collect()).collect();
            assert_eq!(got, want, "{text:?}");
        }
    }
}
