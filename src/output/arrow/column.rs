//! The columns of a batch: what type each has, and how a record's value is put into it.

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::builder::{Date32Builder, Float64Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, ListArray, StructArray};
use arrow_buffer::{NullBufferBuilder, OffsetBuffer};
use arrow_schema::{DataType, Field, Fields};

use crate::article::Article;
use crate::lexicon::Date;
use crate::output::{Column, Row};
use crate::record::{Place, Record};

/// What a column holds. Whole numbers are signed, for readers that know no others.
#[derive(Clone, Copy)]
pub(super) enum Value {
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

pub(super) fn value(column: &Column) -> Value {
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
    pub(super) fn field(self, name: &str) -> Field {
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
pub(super) enum Builder {
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
pub(super) struct Lengths(Vec<usize>, Vec<bool>);

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
pub(super) struct PlaceBuilder {
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
    pub(super) fn new(value: Value) -> Self {
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
    pub(super) fn add(&mut self, value: Value, row: Row) -> usize {
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
    pub(super) fn null(&mut self) {
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

    pub(super) fn finish(self) -> ArrayRef {
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
