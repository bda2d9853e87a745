//! An Excel workbook: a sheet of quotes to read, filter and review, a sheet of speakers with counts, a sheet that says how it was made.

use std::io::{self, Write};

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatDataBar, ConditionalFormatFormula,
    DocProperties, ExcelDateTime, Format as Style, Workbook, Worksheet, XlsxError,
};

use super::sheet::{DOUBTFUL, KINDS, Styles, choice, limited, lines, other, url, width, wraps};
use super::{COLUMNS, Column, Format, Links, Open, Options, Row, Sink, column, inert};
use crate::article::Article;
use crate::record::{Kind, Record};
use crate::review::{NO_QUOTE, OK};
use crate::tally::Tally;

pub(super) const FORMAT: Format = Format {
    id: "xlsx",
    endings: &["xlsx"],
    about: "Excel workbook: quotes to read and review, speakers with counts, how it was made",
    binary: true,
    open: Open::Stream(|out, options| Ok(Box::new(Xlsx::open(out, options, ROWS).map_err(other)?))),
};

/// Rows of a sheet, the header apart; Excel has 1,048,576 in all.
const ROWS: u32 = 1_000_000;
/// Links of a sheet; Excel drops all of them where there are more than 65,530.
const LINKS: u32 = 65_000;
/// Columns in the order a person reads them, when none are asked for.
const ORDER: [&str; 20] = [
    "quote",
    "speaker",
    "role",
    "source",
    "kind",
    "review",
    "line",
    "date",
    "confidence",
    "flags",
    "context",
    "stated_role",
    "mention",
    "cue",
    "rule",
    "speaker_id",
    "attribution",
    "segments",
    "element",
    "id",
];

struct Xlsx<'a> {
    out: Box<dyn Write + Send + 'a>,
    options: Options,
    columns: Vec<&'static Column>,
    /// Widest cell of each column, in characters.
    widths: Vec<usize>,
    done: Vec<Worksheet>,
    sheet: Worksheet,
    /// Rows written to the sheet, the header counted.
    row: u32,
    links: u32,
    rows: u32,
    styles: Styles,
    tally: Tally,
}

impl<'a> Xlsx<'a> {
    fn open(out: Box<dyn Write + Send + 'a>, options: &Options, rows: u32) -> Result<Self, XlsxError> {
        let columns: Vec<&'static Column> = if options.columns.is_empty() {
            ORDER.iter().filter_map(|name| column(name)).collect()
        } else {
            options.columns.clone()
        };
        debug_assert!(COLUMNS.iter().all(|c| ORDER.contains(&c.name) || c.name == "column"));
        let widths = columns.iter().map(|c| c.name.len() + 3).collect();
        let mut xlsx = Xlsx {
            out,
            options: options.clone(),
            columns,
            widths,
            done: Vec::new(),
            sheet: Worksheet::new(),
            row: 0,
            links: 0,
            rows,
            styles: Styles::new(),
            tally: Tally::default(),
        };
        xlsx.begin()?;
        Ok(xlsx)
    }

    /// Begins a sheet of quotes.
    fn begin(&mut self) -> Result<(), XlsxError> {
        let name = if self.done.is_empty() { "Quotes".to_owned() } else { format!("Quotes {}", self.done.len() + 1) };
        self.sheet = Worksheet::new();
        self.sheet.set_name(name)?.set_freeze_panes(1, 0)?.set_row_height(0, 22)?;
        self.sheet.set_landscape().set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
        self.sheet.set_footer("&L&A&RPage &P of &N");
        for (i, column) in self.columns.iter().enumerate() {
            let style = if column.number { &self.styles.number_header } else { &self.styles.header };
            self.sheet.write_string_with_format(0, i as u16, column.name, style)?;
        }
        (self.row, self.links) = (1, 0);
        Ok(())
    }

    fn record(&mut self, row: Row) -> Result<(), XlsxError> {
        if self.row > self.rows {
            self.end()?;
            self.begin()?;
        }
        let mut high = 1;
        for (i, column) in self.columns.iter().enumerate() {
            let value = (column.value)(row);
            let at = i as u16;
            if column.number {
                let style = if column.name == "confidence" { &self.styles.share } else { &self.styles.number };
                match value.parse::<f64>() {
                    Ok(number) => self.sheet.write_number_with_format(self.row, at, number, style)?,
                    Err(_) => self.sheet.write_blank(self.row, at, style)?,
                };
                continue;
            }
            let text = if self.options.raw { limited(&value) } else { limited(&inert(&value)) };
            self.widths[i] = self.widths[i].max(text.lines().map(|l| l.chars().count()).max().unwrap_or(0) + 2);
            if column.name == "source"
                && self.links < LINKS
                && !text.is_empty()
                && let Some(url) = url(row, &text)
            {
                self.links += 1;
                self.sheet.write_url_with_options(self.row, at, &url, &text, "", Some(&self.styles.link))?;
                continue;
            }
            let style = match column.name {
                "review" => &self.styles.review,
                _ if text.starts_with(['=', '+', '-', '@']) => &self.styles.formula_like,
                name if wraps(name) => &self.styles.wrapped,
                _ => &self.styles.cell,
            };
            if wraps(column.name) {
                let lines = lines(&text, width(column.name).1);
                high = high.max(if column.name == "context" { lines.min(3) } else { lines });
            }
            self.sheet.write_string_with_format(self.row, at, text, style)?;
        }
        // Not every program fits the height of rows by itself.
        self.sheet.set_row_height(self.row, 15.0 * high.min(12) as f64 + 1.0)?;
        self.row += 1;
        Ok(())
    }

    /// Ends a sheet of quotes: filters, widths, colours, lists to choose from.
    fn end(&mut self) -> Result<(), XlsxError> {
        let last = self.row.max(2) - 1;
        let last_column = self.columns.len().max(1) as u16 - 1;
        self.sheet.autofilter(0, 0, last, last_column)?;
        if self.options.columns.is_empty() {
            // On paper only what a page is wide enough for: up to the column for the review.
            self.sheet.set_print_area(0, 0, last, 5)?;
        }
        for (i, column) in self.columns.iter().enumerate() {
            let at = i as u16;
            let (least, most) = width(column.name);
            self.sheet.set_column_width(at, self.widths[i].clamp(least, most) as f64)?;
            match column.name {
                "kind" => {
                    for (kind, behind, ink) in KINDS {
                        let style = Style::new().set_background_color(behind).set_font_color(ink);
                        let rule = ConditionalFormatCell::new()
                            .set_rule(ConditionalFormatCellRule::EqualTo(kind.as_str().to_owned()))
                            .set_format(style);
                        self.sheet.add_conditional_format(1, at, last, at, &rule)?;
                    }
                    choice(
                        &mut self.sheet,
                        at,
                        last,
                        &[Kind::Direct.as_str(), Kind::Mixed.as_str(), Kind::Indirect.as_str()],
                        "",
                    )?;
                }
                "confidence" => {
                    for (below, behind, ink) in DOUBTFUL {
                        let style = Style::new().set_background_color(behind).set_font_color(ink);
                        let rule = ConditionalFormatCell::new()
                            .set_rule(ConditionalFormatCellRule::LessThan(below))
                            .set_format(style)
                            .set_stop_if_true(true);
                        self.sheet.add_conditional_format(1, at, last, at, &rule)?;
                    }
                }
                "speaker" => {
                    let cell = format!("{}2", rust_xlsxwriter::column_number_to_name(at));
                    let rule = ConditionalFormatFormula::new()
                        .set_rule(format!("=LEN({cell})=0").as_str())
                        .set_format(Style::new().set_background_color(DOUBTFUL[0].1));
                    self.sheet.add_conditional_format(1, at, last, at, &rule)?;
                }
                "review" => {
                    let hint = "ok: the row is right, as found or as you corrected it. no quote: nobody is quoted. Leave it empty to leave the row to the program.";
                    choice(&mut self.sheet, at, last, &[OK, NO_QUOTE], hint)?;
                }
                _ => {}
            }
        }
        self.done.push(std::mem::take(&mut self.sheet));
        Ok(())
    }

    fn speakers(&self) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name("Speakers")?.set_freeze_panes(1, 0)?.set_row_height(0, 22)?;
        sheet.set_landscape().set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
        let header =
            ["speaker", "role", "quotes", "direct", "mixed", "indirect", "articles", "speaker_id", "first_source"];
        let mut widths = header.map(|h| h.len() + 3);
        for (i, name) in header.iter().enumerate() {
            let style = if (2..7).contains(&i) { &self.styles.number_header } else { &self.styles.header };
            sheet.write_string_with_format(0, i as u16, *name, style)?;
        }
        let ranked = self.tally.ranked();
        for (row, count) in (1..).zip(ranked.iter().take(ROWS as usize)) {
            let texts = [
                (0, count.name.as_deref().unwrap_or("(nobody found)")),
                (1, count.role().unwrap_or_default()),
                (7, count.id.as_deref().unwrap_or_default()),
                (8, &count.first_source),
            ];
            for (i, text) in texts {
                let text = limited(&inert(text));
                widths[i] = widths[i].max(text.chars().count() + 2);
                let style = if text.starts_with(['=', '+', '-', '@']) {
                    &self.styles.formula_like
                } else {
                    &self.styles.wrapped
                };
                sheet.write_string_with_format(row, i as u16, text, style)?;
            }
            let [direct, mixed, indirect] = count.kinds;
            for (i, n) in [(2, count.quotes()), (3, direct), (4, mixed), (5, indirect), (6, count.articles)] {
                sheet.write_number_with_format(row, i, n as f64, &self.styles.number)?;
            }
        }
        let last = (ranked.len() as u32).clamp(1, ROWS);
        sheet.autofilter(0, 0, last, header.len() as u16 - 1)?;
        let bar = ConditionalFormatDataBar::new().set_fill_color(0x9FC1EE).set_solid_fill(true).set_border_off(true);
        sheet.add_conditional_format(1, 2, last, 2, &bar)?;
        for (i, width) in widths.iter().enumerate() {
            sheet.set_column_width(i as u16, (*width).clamp(10, 44) as f64)?;
        }
        Ok(sheet)
    }

    /// How the workbook was made and how to read it.
    fn made(&self) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet
            .set_name("How it was made")?
            .set_column_width(0, 24)?
            .set_column_width(1, 96)?
            .set_print_fit_to_pages(1, 0);
        sheet.write_string_with_format(0, 0, "How it was made", &self.styles.title)?;
        let counts = [
            ("articles", self.tally.articles()),
            ("quotes", self.tally.quotes()),
            ("speakers", self.tally.named()),
            ("quotes without a speaker", self.tally.unattributed()),
        ];
        let about = self.options.about.iter().cloned().chain(counts.map(|(n, v)| (n.to_owned(), v.to_string())));
        let mut row = 2;
        let mut line = |name: &str, value: &str, style: &Style| -> Result<(), XlsxError> {
            sheet.write_string_with_format(row, 0, limited(&inert(name)), &self.styles.cell)?;
            sheet.write_string_with_format(row, 1, limited(&inert(value)), style)?;
            row += 1;
            Ok(())
        };
        let plain = &self.styles.wrapped;
        for (name, value) in about {
            line(
                &name,
                &value,
                if value.starts_with(['=', '+', '-', '@']) { &self.styles.formula_like } else { plain },
            )?;
        }
        line("", "", plain)?;
        for (kind, behind, ink) in KINDS {
            let says = match kind {
                Kind::Direct => "all of the quote stands in quotation marks",
                Kind::Mixed => "some of it does",
                Kind::Indirect => "none of it does",
            };
            line(kind.as_str(), says, &Style::new().set_background_color(behind).set_font_color(ink))?;
        }
        for (below, behind, ink) in DOUBTFUL {
            let says = format!("below {below:.2}: look twice");
            line("confidence", &says, &Style::new().set_background_color(behind).set_font_color(ink))?;
        }
        line("confidence", "how often the rule that decided was right on annotated articles, from 0 to 1", plain)?;
        line(
            "review",
            "write ok where a row is right, as found or as you corrected quote, speaker, role or kind; no quote where nobody is quoted",
            plain,
        )?;
        line(
            "",
            "whosaid extract --corrections FILE applies the decisions in later runs; whosaid speakers --from FILE makes lexicon entries of new people",
            plain,
        )?;
        Ok(sheet)
    }
}

impl Sink for Xlsx<'_> {
    fn article(&mut self, article: &Article, records: &[Record]) -> io::Result<()> {
        self.tally.add(records);
        let links = Links::new(article, self.options.links.as_ref());
        for record in records {
            self.record(Row { article, record, links: &links }).map_err(other)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        let mut finish = || -> Result<Vec<u8>, XlsxError> {
            self.end()?;
            let mut book = Workbook::new();
            // Not the time of the run: the same articles give the same bytes.
            let time = ExcelDateTime::from_ymd(2000, 1, 1)?;
            book.set_properties(
                &DocProperties::new()
                    .set_title("Quotes")
                    .set_comment("Written by whosaid")
                    .set_creation_datetime(&time),
            );
            let (speakers, made) = (self.speakers()?, self.made()?);
            for sheet in self.done.drain(..).chain([speakers, made]) {
                book.push_worksheet(sheet);
            }
            book.save_to_buffer()
        };
        let bytes = finish().map_err(other)?;
        self.out.write_all(&bytes)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::Reader;
    use std::sync::{Arc, Mutex};

    #[derive(Clone, Default)]
    struct Buffer(Arc<Mutex<Vec<u8>>>);

    impl Write for Buffer {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_long_export_goes_on_in_another_sheet() {
        let buffer = Buffer::default();
        let mut sink = Box::new(Xlsx::open(Box::new(buffer.clone()), &Options::default(), 2).unwrap());
        let extractor = crate::Extractor::new(crate::lexicon::Lexicon::empty());
        for n in 0..5 {
            let article = Article::new(format!("{n}.txt"), format!("“We are {n} days late!” Anna Berg said."));
            sink.article(&article, &extractor.extract(&article)).unwrap();
        }
        sink.finish().unwrap();
        let bytes = buffer.0.lock().unwrap().clone();
        let mut book = calamine::Xlsx::new(io::Cursor::new(bytes.clone())).unwrap();
        assert_eq!(book.sheet_names(), ["Quotes", "Quotes 2", "Quotes 3", "Speakers", "How it was made"]);
        let rows: Vec<usize> =
            ["Quotes", "Quotes 2", "Quotes 3"].map(|s| book.worksheet_range(s).unwrap().height()).to_vec();
        assert_eq!(rows, [3, 3, 2]);
        let (review, problems) = crate::review::Review::read("r.xlsx", bytes).unwrap();
        assert_eq!((review.rows.len(), problems.len()), (5, 0));
        assert_eq!(review.rows[4].cell("quote"), Some("We are 4 days late!"));
    }
}
