//! JSON: one array of all records, as pandas and R read it.

use std::io::{self, Write};

use super::{Format, Open, Sink, to_writer};
use crate::article::Article;
use crate::record::Record;

pub(super) const FORMAT: Format = Format {
    id: "json",
    endings: &["json"],
    about: "JSON, an array of records with all their fields",
    binary: false,
    open: Open::Stream(|out, _| Ok(Box::new(Json { out, first: true }))),
};

struct Json<'a> {
    out: Box<dyn Write + Send + 'a>,
    first: bool,
}

impl Sink for Json<'_> {
    fn article(&mut self, _: &Article, records: &[Record]) -> io::Result<()> {
        for record in records {
            self.out.write_all(if std::mem::take(&mut self.first) { b"[\n" } else { b",\n" })?;
            to_writer(&mut self.out, record)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.write_all(if self.first { b"[]\n" } else { b"\n]\n" })?;
        self.out.flush()
    }
}
