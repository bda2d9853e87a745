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
    open: Open::Stream(|out, options| Ok(Box::new(Parquet::open(out, options, GROUP)?))),
};

/// Rows of a row group: held packed in memory until it is written.
const GROUP: usize = 1 << 17;

struct Parquet<'a> {
    writer: ArrowWriter<Box<dyn Write + Send + 'a>>,
    table: Table,
    options: Options,
}

impl<'a> Parquet<'a> {
    fn open(out: Box<dyn Write + Send + 'a>, options: &Options, group: usize) -> io::Result<Self> {
        let table = Table::new(&options.columns);
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(Some(group))
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

#[cfg(test)]
mod tests {
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

    use super::*;

    #[test]
    fn a_long_export_is_written_in_groups() {
        let mut file = tempfile::tempfile().unwrap();
        let out = Box::new(file.try_clone().unwrap());
        let mut sink = Box::new(Parquet::open(out, &Options::default(), 10_000).unwrap());
        let article = Article::new("a.txt", "“We are late!” Anna Berg said.");
        let found = crate::Extractor::new(crate::lexicon::Lexicon::empty()).extract(&article);
        let records: Vec<Record> =
            (0..25_000).map(|n| Record { quote: format!("We are {n} days late!"), ..found[0].clone() }).collect();
        let (first, rest) = records.split_at(20_000);
        sink.article(&article, first).unwrap();
        // What is full is in the file before the end.
        let written = file.metadata().unwrap().len();
        assert!(written > 1000, "{written} bytes");
        sink.article(&article, rest).unwrap();
        sink.finish().unwrap();
        io::Seek::rewind(&mut file).unwrap();
        let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
        let groups: Vec<i64> = reader.metadata().row_groups().iter().map(|g| g.num_rows()).collect();
        assert_eq!(groups, [10_000, 10_000, 5_000]);
        assert_eq!(reader.build().unwrap().map(|b| b.unwrap().num_rows()).sum::<usize>(), 25_000);
    }

    #[test]
    fn the_error_of_the_writer_comes_through() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let result = Parquet::open(Box::new(Full), &Options::default(), GROUP).map(Box::new).and_then(|s| s.finish());
        assert_eq!(result.unwrap_err().kind(), io::ErrorKind::StorageFull);
    }
}
