//! Parquet over the real binary: what is written has types and holds what JSON lines hold; what other programs write is read; what is
//! broken is reported and the rest goes on.

#[path = "support/folder.rs"]
mod folder;

use std::fs::File;
use std::io::Write;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, BinaryArray, Date32Array, Int32Array, LargeStringArray, RecordBatch, StringArray};
use arrow_schema::DataType;
use folder::Folder;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::{Compression, GzipLevel, ZstdLevel};
use parquet::file::properties::WriterProperties;
use proptest::prelude::*;
use serde_json::Value;
use whosaid::input::{self, Item, Options};

const BERG: &str = "“We are late!” Anna Berg, a porter, said. “Very late.”\n";
const LIND: &str = "The port will close on Monday, Otto Lind told the council.\n";

fn articles() -> Folder {
    Folder::new(&[("one.txt", BERG), ("two.txt", LIND), ("three.txt", "“=HYPERLINK(0)!” it said.\n")])
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

fn read(folder: &Folder, name: &str) -> Vec<RecordBatch> {
    let file = File::open(folder.path().join(name)).unwrap();
    ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap().map(Result::unwrap).collect()
}

/// A file of Parquet with these columns, in groups of two rows.
fn parquet(columns: Vec<(&str, ArrayRef)>, packed: Compression) -> Vec<u8> {
    let batch = RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(n, c)| (n, c, true))).unwrap();
    let properties = WriterProperties::builder().set_max_row_group_row_count(Some(2)).set_compression(packed).build();
    let mut out = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut out, batch.schema(), Some(properties)).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    out
}

#[test]
fn what_is_written_holds_what_json_lines_hold() {
    let folder = articles();
    let run = folder.run(&["extract", "-q", ".", "-o", "out/../quotes.parquet"]);
    assert_eq!(run.code, 2, "the folder out is not there: {}", run.err);
    assert_eq!(folder.run(&["extract", "-q", ".", "-o", "quotes.parquet"]).err, "");
    let want = lines(&folder.run(&["extract", "-q", ".", "-f", "jsonl"]).out);
    let [batch] = &read(&folder, "quotes.parquet")[..] else { panic!("one batch") };
    assert_eq!(batch.num_rows(), want.len());
    let get = |name: &str| batch.column_by_name(name).unwrap().as_ref();
    for (i, want) in want.iter().enumerate() {
        for (name, value) in want.as_object().unwrap() {
            let column = get(name);
            match column.data_type() {
                DataType::Utf8 => {
                    let text = column.as_string::<i32>();
                    assert_eq!(text.is_valid(i).then(|| text.value(i)), value.as_str(), "{name}");
                }
                DataType::Int64 => assert_eq!(column.as_primitive::<Int64Type>().value(i), value.as_i64().unwrap()),
                DataType::Float64 => {
                    assert_eq!(Some(column.as_primitive::<Float64Type>().value(i)), value.as_f64(), "{name}");
                }
                DataType::Struct(_) => {
                    assert_eq!(column.is_null(i), value.is_null());
                    if column.is_valid(i) {
                        let start = column.as_struct().column(0).as_primitive::<Int64Type>().value(i);
                        assert_eq!(Some(start), value["start"].as_i64(), "{name}");
                    }
                }
                DataType::List(_) => {
                    assert_eq!(column.as_list::<i32>().value(i).len(), value.as_array().unwrap().len(), "{name}");
                }
                other => panic!("{name} is of the type {other}"),
            }
        }
    }
    // In a folder it is passed over like any other export.
    assert_eq!(lines(&folder.run(&["extract", "-q", ".", "-f", "jsonl"]).out), want);
    // The same bytes on any number of threads.
    let one = std::fs::read(folder.path().join("quotes.parquet")).unwrap();
    folder.run(&["extract", "-q", ".", "-j", "1", "-o", "quotes.parquet"]);
    assert_eq!(std::fs::read(folder.path().join("quotes.parquet")).unwrap(), one);
}

#[test]
fn columns_can_be_chosen_and_no_quotes_are_a_table_too() {
    let folder = articles();
    folder.run(&["extract", "-q", "one.txt", "--columns", "speaker,date,path", "-o", "few.parquet"]);
    let [batch] = &read(&folder, "few.parquet")[..] else { panic!("one batch") };
    let names: Vec<_> = batch.schema().fields().iter().map(|f| (f.name().clone(), f.data_type().clone())).collect();
    let want = [("speaker", DataType::Utf8), ("date", DataType::Date32), ("path", DataType::Utf8)];
    assert_eq!(names, want.map(|(n, t)| (n.to_owned(), t)));
    assert_eq!(batch.column(2).as_string::<i32>().value(0), "one.txt");
    folder.run(&["extract", "-q", "one.txt", "--kinds", "mixed", "-o", "none.parquet"]);
    assert!(read(&folder, "none.parquet").is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_reported() {
    let run = articles().run(&["extract", "-q", "one.txt", "-f", "parquet", "-o", "/dev/full"]);
    assert_eq!((run.code, run.err.as_str()), (2, "whosaid: /dev/full: cannot be written: no space left on device\n"));
}

#[test]
fn files_of_other_programs_are_read() {
    let lines = format!(
        "{}\n{}\n{}\n",
        serde_json::json!({"id": "7", "body": BERG, "date": "2016-07-15"}),
        serde_json::json!({"id": "8", "body": LIND, "date": "2016-07-16"}),
        serde_json::json!({"id": "9", "body": LIND}),
    );
    let folder = Folder::new(&[("articles.jsonl", &lines)]);
    let args = ["extract", "-q", "-f", "csv", "--text-field", "body", "--columns", "quote,source,line,date"];
    let want = folder.run(&[&args[..], &["articles.jsonl"]].concat());
    assert_eq!((want.code, want.err.as_str()), (0, ""));
    let texts = [BERG, LIND, LIND];
    let ids = || Arc::new(Int32Array::from(vec![7, 8, 9])) as ArrayRef;
    let other = || Arc::new(Int32Array::from(vec![0; 3])) as ArrayRef;
    let dates = || Arc::new(Date32Array::from(vec![Some(16_997), Some(16_998), None])) as ArrayRef;
    for (text, packed) in [
        (Arc::new(StringArray::from(texts.to_vec())) as ArrayRef, Compression::UNCOMPRESSED),
        (Arc::new(LargeStringArray::from(texts.to_vec())), Compression::SNAPPY),
        (Arc::new(BinaryArray::from(texts.map(str::as_bytes).to_vec())), Compression::ZSTD(ZstdLevel::default())),
        (Arc::new(StringArray::from(texts.to_vec())), Compression::GZIP(GzipLevel::default())),
        (Arc::new(StringArray::from(texts.to_vec())), Compression::LZ4_RAW),
    ] {
        // The columns that are read stand between others.
        let columns = vec![("x", other()), ("date", dates()), ("y", other()), ("body", text), ("id", ids())];
        let bytes = parquet(columns, packed);
        folder.write("articles.parquet", &bytes);
        for path in ["articles.parquet", "./articles.parquet"] {
            let run = folder.run(&[&args[..], &[path]].concat());
            assert_eq!((run.err.as_str(), run.out.as_str()), ("", want.out.as_str()), "{packed:?}");
        }
        // As a stream, and packed once more.
        let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gz.write_all(&bytes).unwrap();
        folder.write("articles.parquet.gz", &gz.finish().unwrap());
        assert_eq!(folder.run(&[&args[..], &["articles.parquet.gz"]].concat()).out, want.out);
        let mut stdin = assert_cmd::Command::cargo_bin("whosaid").unwrap();
        let piped = stdin.current_dir(folder.path()).args(args).write_stdin(bytes).output().unwrap();
        assert_eq!(String::from_utf8(piped.stdout).unwrap(), want.out);
    }
}

#[test]
fn what_is_wrong_is_reported_and_the_rest_goes_on() {
    let texts = || Arc::new(StringArray::from(vec![Some(BERG), None, Some("\0\0\u{1}\0\0"), Some(LIND)])) as ArrayRef;
    let folder = Folder::new(&[]);
    folder.write("a.parquet", &parquet(vec![("text", texts())], Compression::UNCOMPRESSED));
    let run = folder.run(&["extract", "-q", "a.parquet", "--columns", "quote,source"]);
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("whosaid: a.parquet:2: row 2 has no text: \"text\" is null\n"), "{}", run.err);
    assert!(run.out.contains(",a.parquet:1\r\n") && run.out.contains(",a.parquet:4\r\n"), "{}", run.out);

    let run = folder.run(&["extract", "-q", "a.parquet", "--text-field", "body"]);
    let want =
        "whosaid: a.parquet: has no field \"body\"; it has \"text\": name the one with the text with --text-field\n";
    assert_eq!((run.code, run.err.as_str()), (2, want));

    let run = folder.run(&["extract", "-q", "a.parquet", "--max-size", "1"]);
    assert_eq!(run.code, 2);
    for bytes in [&b""[..], b"PAR1", b"PAR1PAR1", b"no parquet at all"] {
        folder.write("b.parquet", bytes);
        let run = folder.run(&["extract", "-q", "b.parquet", "a.parquet"]);
        assert_eq!(run.code, 2);
        assert!(run.err.starts_with("whosaid: b.parquet: cannot be read: "), "{}", run.err);
        assert!(run.out.contains("We are late!"), "the other file is read");
    }
}

/// What a file gives: problems in the order of the rows, and how many articles.
fn items(bytes: &[u8]) -> (Vec<input::Problem>, usize) {
    let mut file = tempfile::Builder::new().suffix(".parquet").tempfile().unwrap();
    file.write_all(bytes).unwrap();
    let (mut problems, mut articles) = (Vec::new(), 0);
    input::read_file(file.path(), &Options::default(), &mut |item| match item {
        Item::Problem(problem) => problems.push(problem),
        _ => articles += 1,
    });
    (problems, articles)
}

#[test]
fn a_broken_group_does_not_take_the_others_along() {
    let texts = Arc::new(StringArray::from(vec![BERG, BERG, LIND, LIND, BERG])) as ArrayRef;
    let mut bytes = parquet(vec![("text", texts)], Compression::UNCOMPRESSED);
    // The second group: its text is no UTF-8 any more.
    let at = memchr::memmem::find(&bytes, b"Otto Lind").unwrap();
    bytes[at] = 0xff;
    let (problems, articles) = items(&bytes);
    assert_eq!(articles, 3);
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].line, Some(3));
    assert!(problems[0].message.starts_with("rows 3 to 4: cannot be read: "), "{}", problems[0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn files_that_were_tampered_with_are_reported(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in prop::option::of(any::<prop::sample::Index>()),
        packed in prop::sample::select(vec![Compression::UNCOMPRESSED, Compression::SNAPPY, Compression::LZ4_RAW]),
    ) {
        let ids = Arc::new(Int32Array::from(vec![Some(1), None, Some(3)])) as ArrayRef;
        let texts = Arc::new(StringArray::from(vec![Some(BERG), None, Some(LIND)])) as ArrayRef;
        let mut bytes = parquet(vec![("id", ids), ("text", texts)], packed);
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let (problems, articles) = items(&bytes);
        prop_assert!(problems.len() + articles > 0 || bytes.len() > 8);
    }
}
