//! Rows of Arrow record batches as articles: columns are found by the names of the fields, whatever type they have. What Parquet and the
//! Python package share.

use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, Date32Type, Date64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type,
    UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Schema, TimeUnit};

use super::bounded::too_large;
use super::encoding::decode;
use super::{Fields, dates, fields};
use crate::article::Article;

/// Where the fields of articles stand in a record batch.
#[derive(Clone, Debug)]
pub struct Columns {
    fields: Fields,
    text: usize,
    others: Vec<(String, usize)>,
}

impl Columns {
    /// Finds the columns that `fields` names; only the text must be there.
    ///
    /// # Errors
    /// That there is no column with the text, or that one is of a type that holds none.
    pub fn new(schema: &Schema, fields: &Fields) -> Result<Self, String> {
        let at = |name: &str| schema.fields().iter().position(|f| f.name() == name);
        let names = || schema.fields().iter().map(|f| f.name().as_str());
        let text = at(&fields.text).ok_or_else(|| fields::no_text(fields, names()))?;
        let of = |i: usize| schema.field(i).data_type();
        if !is_text(of(text)) {
            return Err(format!("the column {:?} holds no text: it is of the type {}", fields.text, of(text)));
        }
        let mut others = Vec::new();
        for (name, matters) in [(&fields.id, true), (&fields.date, true), (&fields.url, false), (&fields.title, false)]
        {
            let Some(i) = at(name) else { continue };
            if is_text(of(i)) || is_value(of(i)) {
                others.push((name.clone(), i));
            } else if matters {
                let of = of(i);
                return Err(format!(
                    "the column {name:?} holds neither text nor whole numbers nor days: it is of the type {of}; name another"
                ));
            }
        }
        Ok(Columns { fields: fields.clone(), text, others })
    }

    /// The places of the columns that are read, in a batch of all columns.
    pub fn indices(&self) -> Vec<usize> {
        let mut all: Vec<usize> = self.others.iter().map(|(_, i)| *i).chain([self.text]).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The column of the text.
    pub fn text(&self) -> usize {
        self.text
    }

    /// The bytes of a row's text; 0 where there is none.
    pub fn size(&self, batch: &RecordBatch, row: usize) -> usize {
        bytes(batch.column(self.text).as_ref(), row).map_or(0, <[u8]>::len)
    }

    /// What an article is called: its id, else `source` and its number.
    pub fn name(&self, batch: &RecordBatch, row: usize, source: &str, number: usize) -> String {
        let id = self.get(batch, row, &self.fields.id).map(|id| id.trim().to_owned()).filter(|id| !id.is_empty());
        id.unwrap_or_else(|| format!("{source}:{number}"))
    }

    /// The article of a row. `number` counts from 1 and names those without an id; `limit` is the most bytes a text may have.
    ///
    /// # Errors
    /// What is wrong with the row.
    pub fn article(
        &self,
        batch: &RecordBatch,
        row: usize,
        source: &str,
        number: usize,
        limit: usize,
    ) -> Result<Article, String> {
        let array = batch.column(self.text).as_ref();
        let Some(text) = bytes(array, row) else {
            return Err(format!("has no text: {:?} is null", self.fields.text));
        };
        if text.len() > limit {
            return Err(too_large(limit));
        }
        let text = decode(text.to_vec(), None).map_err(|_| super::plain::BINARY.to_owned())?;
        let notes = super::plain::notes(&text);
        let get = |name: &str| self.get(batch, row, name);
        let mut article = fields::article(source, number, &self.fields, text.text, get);
        article.notes.extend(notes);
        Ok(article)
    }

    fn get(&self, batch: &RecordBatch, row: usize, name: &str) -> Option<String> {
        let (_, at) = self.others.iter().find(|(n, _)| n == name)?;
        let array = batch.column(*at).as_ref();
        match bytes(array, row) {
            Some(text) => Some(String::from_utf8_lossy(text).into_owned()),
            None => value(array, row).map(Cow::into_owned),
        }
    }
}

/// Whether cells of a type hold text, or bytes that may be.
fn is_text(of: &DataType) -> bool {
    match of {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Binary | DataType::LargeBinary | DataType::BinaryView => true,
        DataType::Dictionary(_, value) => is_text(value),
        _ => false,
    }
}

/// Whether cells of a type hold a whole number, a day or nothing at all.
fn is_value(of: &DataType) -> bool {
    of.is_integer() || matches!(of, DataType::Null | DataType::Date32 | DataType::Date64 | DataType::Timestamp(..))
}

/// The bytes of a cell with text.
fn bytes(array: &dyn Array, row: usize) -> Option<&[u8]> {
    if array.is_null(row) {
        return None;
    }
    match array.data_type() {
        DataType::Utf8 => Some(array.as_string::<i32>().value(row).as_bytes()),
        DataType::LargeUtf8 => Some(array.as_string::<i64>().value(row).as_bytes()),
        DataType::Utf8View => Some(array.as_string_view().value(row).as_bytes()),
        DataType::Binary => Some(array.as_binary::<i32>().value(row)),
        DataType::LargeBinary => Some(array.as_binary::<i64>().value(row)),
        DataType::BinaryView => Some(array.as_binary_view().value(row)),
        DataType::Dictionary(key, _) => match key.as_ref() {
            DataType::Int8 => entry::<Int8Type>(array, row),
            DataType::Int16 => entry::<Int16Type>(array, row),
            DataType::Int32 => entry::<Int32Type>(array, row),
            DataType::Int64 => entry::<Int64Type>(array, row),
            DataType::UInt8 => entry::<UInt8Type>(array, row),
            DataType::UInt16 => entry::<UInt16Type>(array, row),
            DataType::UInt32 => entry::<UInt32Type>(array, row),
            DataType::UInt64 => entry::<UInt64Type>(array, row),
            _ => None,
        },
        _ => None,
    }
}

fn entry<K: ArrowDictionaryKeyType>(array: &dyn Array, row: usize) -> Option<&[u8]> {
    let array = array.as_dictionary::<K>();
    let at = array.key(row)?;
    (at < array.values().len()).then(|| bytes(array.values().as_ref(), at))?
}

/// A cell with a whole number or a day, as text.
fn value(array: &dyn Array, row: usize) -> Option<Cow<'_, str>> {
    if array.is_null(row) {
        return None;
    }
    let day = |seconds: i64| dates::from_seconds(seconds).map(|d| d.to_string().into());
    macro_rules! at {
        ($type:ty) => {
            array.as_primitive::<$type>().value(row)
        };
    }
    match array.data_type() {
        DataType::Int8 => Some(at!(Int8Type).to_string().into()),
        DataType::Int16 => Some(at!(Int16Type).to_string().into()),
        DataType::Int32 => Some(at!(Int32Type).to_string().into()),
        DataType::Int64 => Some(at!(Int64Type).to_string().into()),
        DataType::UInt8 => Some(at!(UInt8Type).to_string().into()),
        DataType::UInt16 => Some(at!(UInt16Type).to_string().into()),
        DataType::UInt32 => Some(at!(UInt32Type).to_string().into()),
        DataType::UInt64 => Some(at!(UInt64Type).to_string().into()),
        DataType::Date32 => day(i64::from(at!(Date32Type)) * 86_400),
        DataType::Date64 => day(at!(Date64Type).div_euclid(1_000)),
        DataType::Timestamp(TimeUnit::Second, _) => day(at!(TimestampSecondType)),
        DataType::Timestamp(TimeUnit::Millisecond, _) => day(at!(TimestampMillisecondType).div_euclid(1_000)),
        DataType::Timestamp(TimeUnit::Microsecond, _) => day(at!(TimestampMicrosecondType).div_euclid(1_000_000)),
        DataType::Timestamp(TimeUnit::Nanosecond, _) => day(at!(TimestampNanosecondType).div_euclid(1_000_000_000)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::builder::{BinaryBuilder, StringViewBuilder};
    use arrow_array::{
        ArrayRef, Date32Array, DictionaryArray, Float64Array, Int64Array, LargeStringArray, NullArray, StringArray,
        TimestampMillisecondArray, UInt8Array,
    };

    use super::*;

    const TEXT: &str = "“Yes,” Anna Berg said.";

    fn batch(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
        RecordBatch::try_from_iter(columns).unwrap()
    }

    fn read(batch: &RecordBatch, row: usize) -> Result<Article, String> {
        Columns::new(&batch.schema(), &Fields::default())?.article(batch, row, "a", row + 1, 1 << 20)
    }

    #[test]
    fn texts_of_all_types() {
        let mut views = StringViewBuilder::new();
        views.append_value(TEXT);
        let mut binaries = BinaryBuilder::new();
        binaries.append_value(TEXT);
        let dictionary: DictionaryArray<Int8Type> = [TEXT].into_iter().collect();
        for array in [
            Arc::new(StringArray::from(vec![TEXT])) as ArrayRef,
            Arc::new(LargeStringArray::from(vec![TEXT])),
            Arc::new(views.finish()),
            Arc::new(binaries.finish()),
            Arc::new(dictionary),
        ] {
            let of = array.data_type().clone();
            let batch = batch(vec![("text", array)]);
            assert_eq!(read(&batch, 0).unwrap().body, TEXT, "{of}");
            assert_eq!(Columns::new(&batch.schema(), &Fields::default()).unwrap().size(&batch, 0), TEXT.len());
        }
    }

    #[test]
    fn ids_and_days_of_all_types() {
        let millis = 1_468_540_800_000 + 3_600_000;
        for (id, date, want_id, want_date) in [
            (
                Arc::new(StringArray::from(vec!["x"])) as ArrayRef,
                Arc::new(StringArray::from(vec!["July 15, 2016"])) as ArrayRef,
                "x",
                "2016-07-15",
            ),
            (Arc::new(Int64Array::from(vec![-7])), Arc::new(Date32Array::from(vec![16_997])), "-7", "2016-07-15"),
            (
                Arc::new(UInt8Array::from(vec![7])),
                Arc::new(TimestampMillisecondArray::from(vec![millis])),
                "7",
                "2016-07-15",
            ),
            (
                Arc::new(UInt8Array::from(vec![None])),
                Arc::new(TimestampMillisecondArray::from(vec![-1])),
                "a:1",
                "1969-12-31",
            ),
            (Arc::new(NullArray::new(1)), Arc::new(NullArray::new(1)), "a:1", ""),
            (Arc::new(StringArray::from(vec![" "])), Arc::new(Date32Array::from(vec![i32::MAX])), "a:1", ""),
        ] {
            let batch = batch(vec![("id", id), ("date", date), ("text", Arc::new(StringArray::from(vec![TEXT])))]);
            let article = read(&batch, 0).unwrap();
            assert_eq!(article.source, want_id);
            assert_eq!(article.date.map(|d| d.to_string()).unwrap_or_default(), want_date);
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let texts = || Arc::new(StringArray::from(vec![None, Some("ab")])) as ArrayRef;
        let floats = || Arc::new(Float64Array::from(vec![1.0, 2.0])) as ArrayRef;
        for (columns, want) in [
            (
                vec![("body", texts())],
                "has no field \"text\"; it has \"body\": name the one with the text with --text-field",
            ),
            (vec![("text", floats())], "the column \"text\" holds no text: it is of the type Float64"),
            (
                vec![("text", texts()), ("id", floats())],
                "the column \"id\" holds neither text nor whole numbers nor days",
            ),
            (vec![("text", texts())], "has no text: \"text\" is null"),
        ] {
            let error = read(&batch(columns), 0).unwrap_err();
            assert!(error.starts_with(want), "{error}");
        }
        let batch = batch(vec![("text", texts())]);
        let columns = Columns::new(&batch.schema(), &Fields::default()).unwrap();
        assert!(columns.article(&batch, 1, "a", 2, 1).unwrap_err().contains("is larger than 1 bytes"));
    }
}
