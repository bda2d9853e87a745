//! Records as Arrow record batches: typed columns, with the names and the order of the tables. What Parquet and the Python package share;
//! where a batch goes is left to them.
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

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::builder::{Date32Builder, Float64Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, ListArray, RecordBatch, RecordBatchOptions, StructArray};
use arrow_buffer::{NullBufferBuilder, OffsetBuffer};
use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef};

use super::{COLUMNS, Column, Links, Row};
use crate::article::Article;
use crate::lexicon::Date;
use crate::record::{Place, Record};

/// Rows of a batch, and bytes of its texts, from which on it is full.
const ROWS: usize = 8192;
/// See [`ROWS`].
const BYTES: usize = 16 << 20;

/// The column that says what is wrong with an article, in tables of all articles.
pub const ERROR: &str = "error";

/// What a column holds. Whole numbers are signed, for readers that know no others.
#[derive(Clone, Copy)]
enum Value {
    Text(fn(&Record) -> &str),
    Optional(fn(&Record) -> Option<&str>),
    Number(fn(&Record) -> usize),
    Share(fn(&Record) -> f64),
    Place(fn(&Record) -> Option<&Place>),
    Places(fn(&Record) -> &[Place]),
    Flags,
    Day(fn(&Article) -> Option<Date>),
    /// A column without a type of its own: its text, null where that is empty.
    Other(for<'a> fn(Row<'a>) -> Cow<'a, str>),
}

/// The columns that have types, by name.
const TYPED: &[(&str, Value)] = &[
    ("quote", Value::Text(|r| &r.quote)),
    ("speaker", Value::Optional(|r| r.speaker.as_deref())),
    ("role", Value::Optional(|r| r.role.as_deref())),
    ("source", Value::Text(|r| &r.source)),
    ("kind", Value::Text(|r| r.kind.as_str())),
    ("speaker_id", Value::Optional(|r| r.speaker_id.as_deref())),
    ("stated_role", Value::Optional(|r| r.stated_role.as_deref())),
    ("mention", Value::Place(|r| r.mention.as_ref())),
    ("cue", Value::Place(|r| r.cue.as_ref())),
    ("segments", Value::Places(|r| &r.segments)),
    ("attribution", Value::Number(|r| r.attribution as usize)),
    ("rule", Value::Text(|r| &r.rule)),
    ("confidence", Value::Share(Record::share)),
    ("line", Value::Number(|r| r.line)),
    ("column", Value::Number(|r| r.column)),
    ("element", Value::Optional(|r| r.element.as_deref())),
    ("context", Value::Text(|r| &r.context)),
    ("flags", Value::Flags),
    ("id", Value::Text(|r| &r.id)),
    ("date", Value::Day(|a| a.date)),
];

fn value(column: &Column) -> Value {
    TYPED.iter().find(|(name, _)| *name == column.name).map_or(Value::Other(column.value), |(_, value)| *value)
}

fn place_fields() -> Fields {
    Fields::from(vec![
        Field::new("start", DataType::Int64, false),
        Field::new("end", DataType::Int64, false),
        Field::new("text", DataType::Utf8, false),
    ])
}

/// The field of a list's items.
fn item(of: DataType) -> Arc<Field> {
    Arc::new(Field::new("item", of, false))
}

impl Value {
    fn field(self, name: &str) -> Field {
        let (of, nullable) = match self {
            Value::Text(_) => (DataType::Utf8, false),
            Value::Optional(_) | Value::Other(_) => (DataType::Utf8, true),
            Value::Number(_) => (DataType::Int64, false),
            Value::Share(_) => (DataType::Float64, false),
            Value::Place(_) => (DataType::Struct(place_fields()), true),
            Value::Places(_) => (DataType::List(item(DataType::Struct(place_fields()))), false),
            Value::Flags => (DataType::List(item(DataType::Utf8)), false),
            Value::Day(_) => (DataType::Date32, true),
        };
        Field::new(name, of, nullable)
    }
}

/// A column of a batch that is being built.
enum Builder {
    Text(StringBuilder),
    Number(Int64Builder),
    Share(Float64Builder),
    Day(Date32Builder),
    Place(PlaceBuilder, NullBufferBuilder),
    Places(PlaceBuilder, Lengths),
    Flags(StringBuilder, Lengths),
}

/// The lengths of lists, and which are there.
#[derive(Default)]
struct Lengths(Vec<usize>, Vec<bool>);

impl Lengths {
    fn push(&mut self, length: Option<usize>) {
        self.0.push(length.unwrap_or_default());
        self.1.push(length.is_some());
    }

    fn list(self, of: DataType, values: ArrayRef) -> ArrayRef {
        Arc::new(ListArray::new(item(of), OffsetBuffer::from_lengths(self.0), values, nulls(&self.1)))
    }
}

fn nulls(valid: &[bool]) -> Option<arrow_buffer::NullBuffer> {
    valid.contains(&false).then(|| valid.into())
}

#[derive(Default)]
struct PlaceBuilder {
    start: Int64Builder,
    end: Int64Builder,
    text: StringBuilder,
}

impl PlaceBuilder {
    fn push(&mut self, start: usize, end: usize, text: &str) {
        self.start.append_value(number(start));
        self.end.append_value(number(end));
        self.text.append_value(text);
    }

    fn finish(mut self, valid: Option<arrow_buffer::NullBuffer>) -> StructArray {
        let columns: Vec<ArrayRef> =
            vec![Arc::new(self.start.finish()), Arc::new(self.end.finish()), Arc::new(self.text.finish())];
        StructArray::new(place_fields(), columns, valid)
    }
}

fn number(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

impl Builder {
    fn new(value: Value) -> Self {
        match value {
            Value::Text(_) | Value::Optional(_) | Value::Other(_) => Builder::Text(StringBuilder::new()),
            Value::Number(_) => Builder::Number(Int64Builder::new()),
            Value::Share(_) => Builder::Share(Float64Builder::new()),
            Value::Day(_) => Builder::Day(Date32Builder::new()),
            Value::Place(_) => Builder::Place(PlaceBuilder::default(), NullBufferBuilder::new(0)),
            Value::Places(_) => Builder::Places(PlaceBuilder::default(), Lengths::default()),
            Value::Flags => Builder::Flags(StringBuilder::new(), Lengths::default()),
        }
    }

    /// Adds a record's value and gives the bytes of text that came with it.
    fn add(&mut self, value: Value, row: Row) -> usize {
        let record = row.record;
        match (self, value) {
            (Builder::Text(b), Value::Text(get)) => text(b, Some(get(record))),
            (Builder::Text(b), Value::Optional(get)) => text(b, get(record)),
            (Builder::Text(b), Value::Other(get)) => text(b, Some(&*get(row)).filter(|t| !t.is_empty())),
            (Builder::Number(b), Value::Number(get)) => {
                b.append_value(number(get(record)));
                8
            }
            (Builder::Share(b), Value::Share(get)) => {
                b.append_value(get(record));
                8
            }
            (Builder::Day(b), Value::Day(get)) => {
                b.append_option(get(row.article).map(|d| d.days()));
                4
            }
            (Builder::Place(b, valid), Value::Place(get)) => {
                let place = get(record);
                valid.append(place.is_some());
                let (start, end, text) = place.map_or((0, 0, ""), |p| (p.start, p.end, &p.text));
                b.push(start, end, text);
                text.len() + 16
            }
            (Builder::Places(b, lengths), Value::Places(get)) => {
                let places = get(record);
                lengths.push(Some(places.len()));
                places.iter().map(|p| (b.push(p.start, p.end, &p.text), p.text.len() + 16).1).sum()
            }
            (Builder::Flags(b, lengths), Value::Flags) => {
                lengths.push(Some(record.flags.len()));
                record.flags.iter().map(|f| text(b, Some(f.as_str()))).sum()
            }
            _ => unreachable!("the builder was made for the value"),
        }
    }

    /// Adds a null.
    fn null(&mut self) {
        match self {
            Builder::Text(b) => b.append_null(),
            Builder::Number(b) => b.append_null(),
            Builder::Share(b) => b.append_null(),
            Builder::Day(b) => b.append_null(),
            Builder::Place(b, valid) => {
                valid.append_null();
                b.push(0, 0, "");
            }
            Builder::Places(_, lengths) | Builder::Flags(_, lengths) => lengths.push(None),
        }
    }

    fn finish(self) -> ArrayRef {
        match self {
            Builder::Text(mut b) => Arc::new(b.finish()),
            Builder::Number(mut b) => Arc::new(b.finish()),
            Builder::Share(mut b) => Arc::new(b.finish()),
            Builder::Day(mut b) => Arc::new(b.finish()),
            Builder::Place(b, mut valid) => Arc::new(b.finish(valid.finish())),
            Builder::Places(b, lengths) => {
                let places = Arc::new(b.finish(None));
                lengths.list(DataType::Struct(place_fields()), places)
            }
            Builder::Flags(mut b, lengths) => lengths.list(DataType::Utf8, Arc::new(b.finish())),
        }
    }
}

fn text(builder: &mut StringBuilder, text: Option<&str>) -> usize {
    builder.append_option(text);
    text.map_or(0, str::len) + 4
}

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
