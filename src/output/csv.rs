//! CSV as RFC 4180 has it: a header, a record a row, cells quoted where they must be; or as Excel wants it.

use std::io::{self, Write};

use super::{COLUMNS, Column, Dialect, Format, Links, Open, Options, Row, Sink, cell};
use crate::article::Article;
use crate::record::Record;

pub(super) const FORMAT: Format = Format {
    id: "csv",
    endings: &["csv"],
    about: "Comma-separated values for spreadsheets and programs",
    binary: false,
    open: Open::Stream(|mut out, options| {
        let separator = if options.dialect == Dialect::ExcelSemicolon { b';' } else { b',' };
        if options.dialect != Dialect::Plain {
            out.write_all("\u{feff}".as_bytes())?;
        }
        Ok(Box::new(Table::open(out, options, separator, false)?))
    }),
};

/// A table with separators.
pub(super) struct Table<'a> {
    writer: ::csv::Writer<Box<dyn Write + Send + 'a>>,
    columns: Vec<&'static Column>,
    options: Options,
    /// Whether a cell must be one line.
    one_line: bool,
}

impl<'a> Table<'a> {
    /// Writes the header.
    pub fn open(out: Box<dyn Write + Send + 'a>, options: &Options, separator: u8, one_line: bool) -> io::Result<Self> {
        let columns: Vec<_> =
            if options.columns.is_empty() { COLUMNS.iter().collect() } else { options.columns.clone() };
        let mut writer =
            ::csv::WriterBuilder::new().delimiter(separator).terminator(::csv::Terminator::CRLF).from_writer(out);
        writer.write_record(columns.iter().map(|c| c.name))?;
        Ok(Table { writer, columns, options: options.clone(), one_line: one_line && !options.raw })
    }
}

impl Sink for Table<'_> {
    fn article(&mut self, article: &Article, records: &[Record]) -> io::Result<()> {
        let links = Links::new(article, self.options.links.as_ref());
        for record in records {
            for column in &self.columns {
                let mut value = (column.value)(Row { article, record, links: &links });
                if self.one_line && memchr::memchr3(b'\n', b'\r', b'\t', value.as_bytes()).is_some() {
                    value = value.split_whitespace().collect::<Vec<_>>().join(" ").into();
                }
                if column.number {
                    if self.options.dialect == Dialect::ExcelSemicolon {
                        value = value.replace('.', ",").into();
                    }
                    self.writer.write_field(&*value)?;
                } else {
                    self.writer.write_field(&*cell::safe(&value, self.options.raw))?;
                }
            }
            self.writer.write_record(None::<&[u8]>)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.writer.flush()
    }
}
