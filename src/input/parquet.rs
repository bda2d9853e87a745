//! Parquet: an article a row, read in small batches of the few columns that are asked for. The file is read from its end, so what comes
//! as a stream is first put into a temporary file.

use std::fs::File;
use std::io::{self, BufRead, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use parquet::errors::ParquetError;

use super::arrow::Columns;
use super::{Format, Item, Options, Pending, Seeking, fields};

pub(super) const FORMAT: Format = Format {
    id: "parquet",
    endings: &["parquet"],
    about: "Parquet, an article a row: columns id, text, and if given date, url, title",
    looks: |head, _| head.starts_with(MAGIC),
    is_export: |_, _| false, // the names of its columns stand at its end
    read,
    seeking: Some(Seeking { read: read_file, is_export }),
};

const MAGIC: &[u8] = b"PAR1";

/// Rows that are read at once. News articles are a few kilobytes each.
const BATCH: usize = 64;

/// A stream has no end to begin at.
fn read(source: &str, bytes: &mut dyn BufRead, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    match spool(bytes) {
        Ok(file) => read_file(source, file, options, each),
        Err(e) => {
            each(super::Problem::new(source, None, format!("cannot be read: {}", super::plain_error(&e))).into());
        }
    }
}

fn spool(mut bytes: &mut dyn BufRead) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    io::copy(&mut bytes, &mut file)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
}

fn read_file(source: &str, file: File, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    let opened = guarded(|| Opened::new(&file)).and_then(|o| Ok((Columns::new(&o.schema(), &options.fields)?, o)));
    let (columns, opened) = match opened {
        Ok(opened) => opened,
        Err(message) => {
            each(super::Problem::new(source, None, message).into());
            return;
        }
    };
    let mut first = 1; // number of the group's first row
    for group in 0..opened.metadata.metadata().num_row_groups() {
        let about = opened.metadata.metadata().row_group(group);
        let rows = usize::try_from(about.num_rows()).unwrap_or_default();
        let mut number = first;
        // What one group has wrong does not take the others along.
        let reader = guarded(|| opened.group(&file, group, &columns)).and_then(|reader| {
            // The columns that are read stand in other places than in the file.
            let here = Columns::new(&reader.schema(), &options.fields)?;
            Ok((reader, Arc::new(here)))
        });
        let (mut reader, here) = match reader {
            Ok(reader) => reader,
            Err(message) => {
                if !each(broken(source, number, rows, &message)) {
                    return;
                }
                first += rows;
                continue;
            }
        };
        loop {
            match guarded(|| Ok(reader.next().transpose()?)) {
                Ok(None) => break,
                Ok(Some(batch)) => {
                    let batch = Arc::new(batch);
                    for row in 0..batch.num_rows() {
                        if !each(pending(source, &here, &batch, row, number, options.limit)) {
                            return;
                        }
                        number += 1;
                    }
                }
                Err(message) => {
                    if !each(broken(source, number, first + rows - number.min(first + rows), &message)) {
                        return;
                    }
                    break;
                }
            }
        }
        first += rows;
        if let Some(progress) = &options.progress {
            progress.fetch_add(u64::try_from(about.compressed_size()).unwrap_or_default(), Ordering::Relaxed);
        }
    }
}

fn pending(
    source: &str,
    columns: &Arc<Columns>,
    batch: &Arc<RecordBatch>,
    row: usize,
    number: usize,
    limit: usize,
) -> Pending {
    let (source, columns, batch) = (source.to_owned(), columns.clone(), batch.clone());
    Pending::new(columns.size(&batch, row), move || match columns.article(&batch, row, &source, number, limit) {
        Ok(article) => Item::Article(article),
        Err(message) => Item::Problem(fields::problem(&source, number, format!("row {number} {message}"))),
    })
}

/// That `rows` rows from row `number` on cannot be read.
fn broken(source: &str, number: usize, rows: usize, message: &str) -> Pending {
    let last = number + rows.max(1) - 1;
    let rows = if last > number { format!("rows {number} to {last}") } else { format!("row {number}") };
    fields::problem(source, number, format!("{rows}: {message}")).into()
}

/// Whether a file is an export of ours: with the columns quote and speaker and none with an article's text.
fn is_export(file: File, options: &Options) -> bool {
    guarded(|| Opened::new(&file)).is_ok_and(|opened| {
        let schema = opened.schema();
        let has = |name: &str| schema.field_with_name(name).is_ok();
        has("quote") && has("speaker") && !has(&options.fields.text)
    })
}

/// A file whose end was read.
struct Opened {
    metadata: ArrowReaderMetadata,
}

impl Opened {
    fn new(file: &File) -> Result<Self, ParquetError> {
        // What other programs say of the types of Arrow that they had is of no use here.
        let options = || ArrowReaderOptions::new().with_skip_arrow_metadata(true);
        let metadata = ArrowReaderMetadata::load(file, options())?;
        // Texts as views: one that a dictionary holds once and a million rows name is in memory once.
        let views: Vec<Field> = metadata
            .schema()
            .fields()
            .iter()
            .map(|f| match f.data_type() {
                DataType::Utf8 => f.as_ref().clone().with_data_type(DataType::Utf8View),
                DataType::Binary => f.as_ref().clone().with_data_type(DataType::BinaryView),
                _ => f.as_ref().clone(),
            })
            .collect();
        let options = options().with_schema(Arc::new(Schema::new(views)));
        Ok(Opened { metadata: ArrowReaderMetadata::try_new(metadata.metadata().clone(), options)? })
    }

    fn schema(&self) -> Arc<Schema> {
        self.metadata.schema().clone()
    }

    fn group(
        &self,
        file: &File,
        group: usize,
        columns: &Columns,
    ) -> Result<parquet::arrow::arrow_reader::ParquetRecordBatchReader, ParquetError> {
        let mask = ProjectionMask::roots(self.metadata.parquet_schema(), columns.indices());
        ParquetRecordBatchReaderBuilder::new_with_metadata(file.try_clone()?, self.metadata.clone())
            .with_row_groups(vec![group])
            .with_projection(mask)
            .with_batch_size(BATCH)
            .build()
    }
}

/// What `work` gives; a file that was made to break a reader gives a message.
fn guarded<T>(work: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(e)) => Err(message(&e)),
        Err(_) => Err("cannot be read: the file is broken: write it anew".to_owned()),
    }
}

fn message(error: &ParquetError) -> String {
    let words = match error {
        ParquetError::General(words) | ParquetError::EOF(words) => format!("the file is broken or cut short: {words}"),
        ParquetError::NYI(words) => format!("this build cannot read it: {words}"),
        ParquetError::External(inner) => match inner.downcast_ref::<io::Error>() {
            Some(e) => super::plain_error(e),
            None => inner.to_string(),
        },
        other => other.to_string(),
    };
    format!("cannot be read: {}", words.trim_end_matches('.'))
}
