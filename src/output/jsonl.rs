//! JSON lines: a record a line, all fields, null where there is nothing.

use std::io::{self, Write};

use super::{Format, Options, Sink};
use crate::article::Article;
use crate::record::Record;

pub(super) const FORMAT: Format = Format {
    id: "jsonl",
    endings: &["jsonl", "ndjson"],
    about: "JSON lines, a record a line with all its fields",
    open,
};

struct Jsonl<'a>(Box<dyn Write + Send + 'a>);

fn open<'a>(out: Box<dyn Write + Send + 'a>, _: &Options) -> io::Result<Box<dyn Sink + Send + 'a>> {
    Ok(Box::new(Jsonl(out)))
}

impl Sink for Jsonl<'_> {
    fn article(&mut self, _: &Article, records: &[Record]) -> io::Result<()> {
        for record in records {
            serde_json::to_writer(&mut self.0, record)?;
            self.0.write_all(b"\n")?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.0.flush()
    }
}
