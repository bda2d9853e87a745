//! What the cells of a workbook look like: styles, colours, widths and heights, links, lists to choose from.

use std::io;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format as Style, FormatAlign, FormatBorder, FormatUnderline, Url,
    Worksheet, XlsxError,
};

use super::Row;
use crate::record::Kind;

/// Characters of a cell, in UTF-16.
const CELL: usize = 32_767;

pub(super) struct Styles {
    pub header: Style,
    pub number_header: Style,
    pub cell: Style,
    pub wrapped: Style,
    pub formula_like: Style,
    pub number: Style,
    pub share: Style,
    pub link: Style,
    pub review: Style,
    pub title: Style,
}

const INK: u32 = 0x1F2933;
const FAINT: u32 = 0xD9DEE4;
const HEAD: u32 = 0x243B53;
/// The colours of a kind: behind and for the words.
pub(super) const KINDS: [(Kind, u32, u32); 3] =
    [(Kind::Direct, 0xD8F0E0, 0x14532D), (Kind::Mixed, 0xFDEFC3, 0x713F12), (Kind::Indirect, 0xDCE9FA, 0x1E3A6E)];
/// Confidence below which a rule is to be doubted, with the colours.
pub(super) const DOUBTFUL: [(f64, u32, u32); 2] = [(0.7, 0xF9D2CF, 0x7F1D1D), (0.85, 0xFDE7CF, 0x7A3E06)];

impl Styles {
    pub fn new() -> Self {
        let cell = || {
            Style::new()
                .set_align(FormatAlign::Top)
                .set_font_color(INK)
                .set_border_bottom(FormatBorder::Hair)
                .set_border_bottom_color(FAINT)
        };
        let header = || {
            Style::new()
                .set_bold()
                .set_font_color(0xFFFFFF)
                .set_background_color(HEAD)
                .set_align(FormatAlign::VerticalCenter)
        };
        Styles {
            header: header(),
            number_header: header().set_align(FormatAlign::Right),
            cell: cell(),
            wrapped: cell().set_text_wrap(),
            formula_like: cell().set_text_wrap().set_quote_prefix(),
            number: cell().set_align(FormatAlign::Right),
            share: cell().set_num_format("0.00"),
            link: cell().set_font_color(0x1D4ED8).set_underline(FormatUnderline::Single),
            review: cell().set_background_color(0xFFFDE7),
            title: Style::new().set_bold().set_font_size(14).set_font_color(INK),
        }
    }
}

/// The least and the most characters across a column.
pub(super) fn width(column: &str) -> (usize, usize) {
    match column {
        "quote" => (30, 70),
        "context" => (30, 60),
        "speaker" | "role" | "stated_role" | "mention" | "title" => (14, 30),
        "review" => (12, 14),
        "id" => (18, 20),
        _ => (8, 34),
    }
}

/// Columns whose cells may be several lines high.
pub(super) fn wraps(column: &str) -> bool {
    matches!(column, "quote" | "context" | "role" | "stated_role" | "speaker" | "mention" | "title")
}

/// Lines that a text takes in a column that wide, by a count that words at the ends of lines do not upset.
pub(super) fn lines(text: &str, wide: usize) -> usize {
    text.lines().map(|line| (line.chars().count() * 21 / 20).div_ceil(wide).max(1)).sum::<usize>().max(1)
}

/// A list of words to choose from in a column; others are taken after a warning.
pub(super) fn choice(sheet: &mut Worksheet, at: u16, last: u32, words: &[&str], hint: &str) -> Result<(), XlsxError> {
    let mut list = DataValidation::new().allow_list_strings(words)?.set_error_style(DataValidationErrorStyle::Warning);
    if !hint.is_empty() {
        list = list.set_input_title("Review")?.set_input_message(hint)?;
    }
    sheet.add_data_validation(1, at, last, at, &list)?;
    Ok(())
}

/// A link that Excel takes; one that is too long lands on the page instead of the quote.
pub(super) fn url(row: Row, text: &str) -> Option<Url> {
    let whole = row.links.to(row.record);
    let page = row.links.page();
    let short = |l: &str| l.split('#').all(|part| part.encode_utf16().count() <= 2000);
    let link = match (whole, page) {
        (Some(whole), Some(_)) if short(&whole) => whole,
        (_, Some(page)) if short(&page) => page.into_owned(),
        _ => {
            // A fragment would be taken for a part of the file's name.
            let file = row.links.file().filter(|f| short(f))?;
            return Some(
                Url::new(format!("file:///{file}")).set_text(text).set_tip(format!("line {}", row.record.line)),
            );
        }
    };
    Some(Url::new(link).set_text(text))
}

/// Text that fits a cell.
pub(super) fn limited(text: &str) -> String {
    if text.len() <= CELL || text.encode_utf16().count() <= CELL {
        return text.to_owned();
    }
    let mut units = 0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units < CELL
        })
        .collect();
    kept + "…"
}

pub(super) fn other(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(e) => e,
        e => io::Error::other(e.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_cut_where_excel_would_refuse_them() {
        let long = "é𝄞".repeat(CELL);
        let cut = limited(&long);
        assert!(cut.encode_utf16().count() <= CELL && cut.ends_with('…'));
        assert_eq!(limited("short"), "short");
    }
}
