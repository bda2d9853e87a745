//! A table as spreadsheets save it: CSV with any separator and encoding, or a workbook. What its cells mean is left to those who asked.

#[cfg(feature = "xlsx")]
use std::collections::BTreeMap;

use crate::input;

/// The names of the columns, and the rows with their line or row in the file.
type Table = (Vec<String>, Vec<(usize, Vec<String>)>);

/// Reads a table: CSV with any separator and encoding, or XLSX.
pub(crate) fn table(bytes: Vec<u8>) -> Result<Table, String> {
    if bytes.starts_with(b"PK\x03\x04") { workbook(&bytes) } else { text(bytes) }
}

/// A table with separators, as a spreadsheet saves it.
fn text(bytes: Vec<u8>) -> Result<Table, String> {
    let text = input::decode(bytes, None).map_err(|_| "is no table: save it as CSV or XLSX".to_owned())?.text;
    let mut text = text.trim_start_matches('\u{feff}');
    let mut skipped = 0;
    let mut by = input::separator(text.as_bytes());
    if let Some((hint, rest)) = text.split_once('\n') {
        // Excel's own hint.
        if let Some(b) = hint.trim().strip_prefix("sep=").and_then(|s| s.bytes().next()) {
            (by, text, skipped) = (b, rest, 1);
        }
    }
    let mut reader = ::csv::ReaderBuilder::new().delimiter(by).flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|e| format!("cannot be read: {e}"))?.iter().map(str::to_owned).collect();
    let mut rows = Vec::new();
    let (mut at, mut line) = (0, 1 + skipped);
    for record in reader.records() {
        let record = record.map_err(|e| format!("cannot be read: {e}"))?;
        // The reader's position is before the empty lines that it passed over.
        let start = record.position().map_or(at, |p| p.byte() as usize);
        let start = text[start..].find(|c| !matches!(c, '\r' | '\n')).map_or(start, |n| start + n);
        line += text[at..start].matches('\n').count();
        at = start;
        rows.push((line, record.iter().map(str::to_owned).collect()));
    }
    Ok((header, rows))
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: &[u8]) -> Result<Table, String> {
    Err("is a workbook, which this build cannot read: build whosaid with the feature \"xlsx\", or save it as CSV"
        .to_owned())
}

/// All sheets of a workbook that have the columns id and review, one after the other.
#[cfg(feature = "xlsx")]
fn workbook(bytes: &[u8]) -> Result<Table, String> {
    use calamine::{Reader, Xlsx};
    let broken = |e: calamine::XlsxError| format!("is no workbook that can be read: {e}");
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).map_err(broken)?;
    let mut header: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for name in book.sheet_names() {
        // Cell by cell: one that stands far out must not make room for all before it.
        let mut sheet: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        let mut cells = book.worksheet_cells_reader(&name).map_err(broken)?;
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let text = calamine::Data::from(cell.get_value().clone()).to_string();
            if !text.is_empty() {
                let (row, column) = cell.get_position();
                sheet.entry(row).or_default().insert(column, text);
            }
        }
        let mut lines = sheet.into_iter();
        let Some((_, names)) = lines.next() else { continue };
        let has = |n: &str| names.values().any(|h| h.trim().eq_ignore_ascii_case(n));
        if !(has("id") && has("review")) {
            continue;
        }
        let here: Vec<String> = names.values().cloned().collect();
        // A long export goes on in a second sheet, with the same columns.
        if header.is_empty() {
            header = here;
        } else if header != here {
            return Err(format!("has other columns in the sheet {name:?} than before: leave the columns as they were"));
        }
        rows.extend(lines.map(|(row, mut cells)| {
            (row as usize + 1, names.keys().map(|c| cells.remove(c).unwrap_or_default()).collect())
        }));
    }
    if header.is_empty() {
        return Err("has no sheet with the columns \"id\" and \"review\": export it with -f xlsx".to_owned());
    }
    Ok((header, rows))
}
