//! Records as Arrow record batches: typed columns, with the names and the order of the tables. What Parquet and the Python package share;
//! where a batch goes is left to them, what a column holds to `column`.
//!
//! ```
//! use whosaid::output::{Links, Row, arrow::Table};
//! use whosaid::{Article, Extractor, lexicon::Lexicon};
//!
//! let article = Article::new("a.txt", "“We are late,” Anna Berg said.");
//! let mut table = Table::new(&[]);
//! for record in &Extractor::new(Lexicon::empty()).extract(&article) {
//!     table.add(Row { article: &article, record, links: &Links::new(&article, None) });
//! }
//! let batch = table.finish();
//! assert_eq!((batch.num_rows(), batch.schema().field(0).name().as_str()), (1, "quote"));
//! ```

mod column;

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_schema::{DataType, Field, Schema, SchemaRef};

use super::{COLUMNS, Column, Links, Row};
use crate::article::Article;
use crate::record::Record;
use column::{Builder, Value, value};

/// Rows of a batch, and bytes of its texts, from which on it is full.
const ROWS: usize = 8192;
/// See [`ROWS`].
const BYTES: usize = 16 << 20;

/// The column that says what is wrong with an article, in tables of all articles.
pub const ERROR: &str = "error";

/// Records that become a batch.
pub struct Table {
    values: Vec<(&'static str, Value)>,
    builders: Vec<Builder>,
    /// Where there is a column for them.
    errors: Option<StringBuilder>,
    schema: SchemaRef,
    rows: usize,
    bytes: usize,
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Table({} rows)", self.rows)
    }
}

impl Table {
    /// A table with these columns; with those of the record for none.
    pub fn new(columns: &[&'static Column]) -> Self {
        Table::open(columns, false)
    }

    /// The same, with a column [`ERROR`] for articles that could not be read: such a row has a source and an error, and no more.
    pub fn with_errors(columns: &[&'static Column]) -> Self {
        Table::open(columns, true)
    }

    fn open(columns: &[&'static Column], errors: bool) -> Self {
        let all: Vec<&Column> =
            if columns.is_empty() { COLUMNS.iter().collect() } else { columns.iter().map(|c| &**c).collect() };
        let values: Vec<_> = all.iter().map(|c| (c.name, value(c))).collect();
        let mut fields: Vec<Field> = values.iter().map(|(name, value)| value.field(name)).collect();
        if errors {
            fields = fields.into_iter().map(|f| f.with_nullable(true)).collect();
            fields.push(Field::new(ERROR, DataType::Utf8, true));
        }
        let builders = values.iter().map(|(_, value)| Builder::new(*value)).collect();
        let errors = errors.then(StringBuilder::new);
        Table { values, builders, errors, schema: Arc::new(Schema::new(fields)), rows: 0, bytes: 0 }
    }

    /// The schema of its batches.
    pub fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    /// Adds a record.
    pub fn add(&mut self, row: Row) {
        for ((_, value), builder) in self.values.iter().zip(&mut self.builders) {
            self.bytes += builder.add(*value, row);
        }
        if let Some(errors) = &mut self.errors {
            errors.append_null();
        }
        self.rows += 1;
    }

    /// Adds the records of an article.
    pub fn add_all(&mut self, article: &Article, records: &[Record]) {
        let links = Links::new(article, None);
        for record in records {
            self.add(Row { article, record, links: &links });
        }
    }

    /// Adds that an article could not be read. Without a column for errors nothing is added.
    pub fn add_error(&mut self, source: &str, message: &str) {
        let Some(errors) = &mut self.errors else { return };
        for ((name, _), builder) in self.values.iter().zip(&mut self.builders) {
            match builder {
                Builder::Text(b) if *name == "source" => b.append_value(source),
                _ => builder.null(),
            }
        }
        errors.append_value(message);
        self.rows += 1;
        self.bytes += source.len() + message.len();
    }

    /// The rows since the last batch.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Whether it is time for a batch.
    pub fn is_full(&self) -> bool {
        self.rows >= ROWS || self.bytes >= BYTES
    }

    /// What was added since the last batch, as one.
    pub fn finish(&mut self) -> RecordBatch {
        let fresh = self.values.iter().map(|(_, value)| Builder::new(*value)).collect();
        let done = std::mem::replace(&mut self.builders, fresh);
        let mut columns: Vec<ArrayRef> = done.into_iter().map(Builder::finish).collect();
        if let Some(errors) = &mut self.errors {
            columns.push(Arc::new(errors.finish()));
        }
        let options = RecordBatchOptions::new().with_row_count(Some(std::mem::take(&mut self.rows)));
        self.bytes = 0;
        RecordBatch::try_new_with_options(self.schema.clone(), columns, &options)
            .expect("each column was built to the schema, and all have a value a row")
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::Array;
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Date32Type, Float64Type, Int64Type};

    use super::*;
    use crate::lexicon::Date;
    use crate::output::column;
    use crate::{Extractor, lexicon::Lexicon};

    fn sample() -> (Article, Vec<Record>) {
        let mut article =
            Article::new("a.txt", "“We are late,” Anna Berg, a porter, said. “Very late.”\n\n“And tired,” it said.");
        article.date = Date::parse("1969-12-31");
        let records = Extractor::new(Lexicon::empty()).extract(&article);
        (article, records)
    }

    #[test]
    fn every_column_of_the_record_has_a_type() {
        for column in COLUMNS {
            assert!(!matches!(value(column), Value::Other(_)), "{}", column.name);
        }
        let schema = Table::new(&[]).schema();
        let names: Vec<_> = schema.fields().iter().map(|f| f.name().as_str()).collect();
        assert_eq!(names, COLUMNS.iter().map(|c| c.name).collect::<Vec<_>>());
    }

    #[test]
    fn a_batch_holds_what_the_records_hold() {
        let (article, records) = sample();
        let mut table = Table::new(&[]);
        table.add_all(&article, &records);
        assert_eq!(table.rows(), records.len());
        let batch = table.finish();
        assert_eq!((table.rows(), batch.num_rows()), (0, records.len()));
        let get = |name: &str| batch.column_by_name(name).unwrap();
        for (i, record) in records.iter().enumerate() {
            assert_eq!(get("quote").as_string::<i32>().value(i), record.quote);
            let speaker = get("speaker").as_string::<i32>();
            assert_eq!(speaker.is_valid(i).then(|| speaker.value(i)), record.speaker.as_deref());
            assert_eq!(get("line").as_primitive::<Int64Type>().value(i), record.line as i64);
            let share = get("confidence").as_primitive::<Float64Type>().value(i);
            assert_eq!(share.to_string(), record.confidence.to_string());
            let cue = get("cue").as_struct();
            assert_eq!(cue.is_valid(i), record.cue.is_some());
            if let Some(place) = &record.cue {
                assert_eq!(cue.column(0).as_primitive::<Int64Type>().value(i), place.start as i64);
            }
            let segments = get("segments").as_list::<i32>().value(i);
            let texts = segments.as_struct().column(2).as_string::<i32>();
            assert_eq!(
                texts.iter().flatten().collect::<Vec<_>>(),
                record.segments.iter().map(|s| &s.text).collect::<Vec<_>>()
            );
            let flags = get("flags").as_list::<i32>().value(i);
            assert_eq!(flags.len(), record.flags.len());
        }
    }

    #[test]
    fn columns_on_request() {
        let (article, records) = sample();
        let columns: Vec<_> = ["date", "title", "quote"].iter().filter_map(|n| column(n)).collect();
        let mut table = Table::new(&columns);
        table.add_all(&article, &records);
        let batch = table.finish();
        assert_eq!(batch.num_columns(), 3);
        assert_eq!(batch.column(0).as_primitive::<Date32Type>().value(0), -1);
        assert!(batch.column(1).is_null(0));
        assert_eq!(Table::new(&columns).finish().num_rows(), 0);
    }

    #[test]
    fn errors_are_rows_of_their_own() {
        let (article, records) = sample();
        let mut table = Table::with_errors(&[]);
        table.add_error("bad", "has no text");
        table.add_all(&article, &records);
        let batch = table.finish();
        assert_eq!(batch.num_rows(), records.len() + 1);
        for column in batch.columns().iter().enumerate().filter(|(i, _)| *i != 3 && *i != COLUMNS.len()) {
            assert!(column.1.is_null(0), "{}", batch.schema().field(column.0).name());
        }
        assert_eq!(batch.column(3).as_string::<i32>().value(0), "bad");
        let errors = batch.column_by_name(ERROR).unwrap();
        assert_eq!((errors.as_string::<i32>().value(0), errors.null_count()), ("has no text", records.len()));
        // Without the column there is nowhere to put it.
        let mut plain = Table::new(&[]);
        plain.add_error("bad", "has no text");
        assert_eq!(plain.rows(), 0);
    }
}
