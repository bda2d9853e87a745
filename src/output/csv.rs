//! CSV as RFC 4180 has it: a header, a record a row, cells quoted where they must be.

use std::io::{self, Write};

use super::{COLUMNS, Column, Format, Options, Sink, cell};
use crate::article::Article;
use crate::record::Record;

pub(super) const FORMAT: Format =
    Format { id: "csv", endings: &["csv"], about: "Comma-separated values for spreadsheets", open };

struct Csv<'a> {
    writer: ::csv::Writer<Box<dyn Write + Send + 'a>>,
    columns: Vec<&'static Column>,
    raw: bool,
}

fn open<'a>(out: Box<dyn Write + Send + 'a>, options: &Options) -> io::Result<Box<dyn Sink + Send + 'a>> {
    let columns: Vec<_> = if options.columns.is_empty() { COLUMNS.iter().collect() } else { options.columns.clone() };
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    writer.write_record(columns.iter().map(|c| c.name))?;
    Ok(Box::new(Csv { writer, columns, raw: options.raw }))
}

impl Sink for Csv<'_> {
    fn article(&mut self, _: &Article, records: &[Record]) -> io::Result<()> {
        for record in records {
            let cells: Vec<String> = self.columns.iter().map(|c| (c.value)(record)).collect();
            self.writer.write_record(cells.iter().map(|c| cell::safe(c, self.raw).into_owned()))?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.writer.flush()
    }
}
