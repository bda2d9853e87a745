//! Parquet: typed columns for data frames, databases and Spark, written a row group at a time.

use std::io::{self, Write};

use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;

use super::arrow::Table;
use super::{Format, Links, Open, Options, Row, Sink};
use crate::article::Article;
use crate::record::Record;

pub(super) const FORMAT: Format = Format {
    id: "parquet",
    endings: &["parquet"],
    about: "Parquet, typed columns for data frames, databases and Spark",
    binary: true,
    open: Open::Stream(|out, options| Ok(Box::new(Parquet::open(out, options)?))),
};

/// Rows of a row group: held packed in memory until it is written.
const GROUP: usize = 1 << 17;

struct Parquet<'a> {
    writer: ArrowWriter<Box<dyn Write + Send + 'a>>,
    table: Table,
    options: Options,
}

impl<'a> Parquet<'a> {
    fn open(out: Box<dyn Write + Send + 'a>, options: &Options) -> io::Result<Self> {
        let table = Table::new(&options.columns);
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(Some(GROUP))
            .set_created_by(concat!("whosaid version ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let writer = ArrowWriter::try_new(out, table.schema(), Some(properties)).map_err(plain)?;
        Ok(Parquet { writer, table, options: options.clone() })
    }

    fn write(&mut self) -> io::Result<()> {
        self.writer.write(&self.table.finish()).map_err(plain)
    }
}

impl Sink for Parquet<'_> {
    fn article(&mut self, article: &Article, records: &[Record]) -> io::Result<()> {
        let links = Links::new(article, self.options.links.as_ref());
        for record in records {
            self.table.add(Row { article, record, links: &links });
            if self.table.is_full() {
                self.write()?;
            }
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        if self.table.rows() > 0 {
            self.write()?;
        }
        self.writer.finish().map_err(plain)?;
        self.writer.inner_mut().flush()
    }
}

/// The error of the writer behind it, as it was.
fn plain(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}
