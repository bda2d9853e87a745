//! JSON lines: a record a line, all fields, null where there is nothing.

use std::io::{self, Write};

use super::{Format, Open, Sink, to_writer};
use crate::article::Article;
use crate::record::Record;

pub(super) const FORMAT: Format = Format {
    id: "jsonl",
    endings: &["jsonl", "ndjson"],
    about: "JSON lines, a record a line with all its fields",
    binary: false,
    open: Open::Stream(|out, _| Ok(Box::new(Jsonl(out)))),
};

struct Jsonl<'a>(Box<dyn Write + Send + 'a>);

impl Sink for Jsonl<'_> {
    fn article(&mut self, _: &Article, records: &[Record]) -> io::Result<()> {
        for record in records {
            to_writer(&mut self.0, record)?;
            self.0.write_all(b"\n")?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.0.flush()
    }
}
