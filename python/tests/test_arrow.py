"""Tables: the same records as the command line's, into and out of each library, without errors that end a job."""

import datetime
import json

import pytest
import whosaid

pa = pytest.importorskip("pyarrow")
EXTRACTOR = whosaid.Extractor()
NAMES = tuple(EXTRACTOR.extract("“We are late,” Anna Berg said.")[0].to_dict())


def said(n):
    return f"“We are {n} days late!” Anna Berg said."


def articles(n=3):
    return pa.table({"id": list(range(n)), "text": [said(i) for i in range(n)]})


def test_the_same_records_as_the_command_line(articles, whosaid_cli):
    from conftest import LEXICON

    extractor = whosaid.Extractor(LEXICON)
    theirs = whosaid_cli(articles)
    table = pa.Table.from_pylist(articles)
    for ours in [
        extractor.extract_arrow(table),
        extractor.extract_arrow(table, threads=1),
        extractor.to_arrow(articles),
        whosaid.to_arrow(r for records in extractor.extract_many(articles) for r in records),
    ]:
        assert pa.table(ours).to_pylist() == theirs


def test_the_columns_have_types():
    schema = pa.schema(EXTRACTOR.extract_arrow(articles()))
    assert tuple(schema.names) == NAMES == EXTRACTOR.to_arrow([]).column_names
    place = pa.struct([pa.field(n, t, nullable=False) for n, t in [("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())]])
    for name, of, nullable in [
        ("quote", pa.string(), False),
        ("speaker", pa.string(), True),
        ("mention", place, True),
        ("segments", pa.list_(pa.field("item", place, nullable=False)), False),
        ("attribution", pa.int64(), False),
        ("confidence", pa.float64(), False),
        ("flags", pa.list_(pa.field("item", pa.string(), nullable=False)), False),
    ]:
        assert schema.field(name) == pa.field(name, of, nullable=nullable)


def test_columns_can_be_chosen():
    stream = EXTRACTOR.extract_arrow(articles(), columns=["speaker", "quote"])
    assert stream.column_names == ("speaker", "quote") and repr(stream) == "<whosaid.Stream: 2 columns>"
    assert pa.table(stream).column_names == ["speaker", "quote"]
    table = whosaid.to_arrow(EXTRACTOR.extract(said(1)), ["id"])
    assert len(table) == 1 and repr(table) == "<whosaid.Table: 1 rows, 1 columns>"
    # A table can be read more than once, a stream cannot.
    assert pa.table(table) == pa.table(table)
    with pytest.raises(ValueError, match="read already"):
        pa.table(stream)


def libraries():
    def pandas():
        pd = pytest.importorskip("pandas", "2.2")
        make = lambda rows: pd.DataFrame(rows)  # noqa: E731
        read = lambda t: getattr(pd.DataFrame, "from_arrow", lambda t: pa.table(t).to_pandas())(t)["quote"].tolist()  # noqa: E731
        return make, read

    def polars():
        pl = pytest.importorskip("polars", "1.3")
        return pl.DataFrame, lambda t: pl.DataFrame(t)["quote"].to_list()

    def pyarrow():
        return pa.Table.from_pylist, lambda t: pa.table(t)["quote"].to_pylist()

    def batches():
        return lambda rows: pa.RecordBatch.from_pylist(rows), lambda t: pa.table(t)["quote"].to_pylist()

    def duckdb():
        duck = pytest.importorskip("duckdb", "1.1")

        def make(rows):
            rows = pa.Table.from_pylist(rows)
            # A connection of its own: one reads a single result at a time.
            return duck.connect().sql("from rows")

        def read(t):
            return [q for (q,) in duck.sql("select quote from t").fetchall()]

        return make, read

    return [pandas, polars, pyarrow, batches, duckdb]


@pytest.mark.parametrize("library", libraries(), ids=lambda f: f.__name__)
def test_libraries_give_and_take_tables(library):
    make, read = library()
    rows = [{"key": f"k{n}", "body": said(n), "day": datetime.date(2016, 7, 15)} for n in range(700)]
    stream = EXTRACTOR.extract_arrow(make(rows), text="body", id="key", date="day")
    assert read(stream) == [f"We are {n} days late!" for n in range(700)]
    assert read(EXTRACTOR.to_arrow([said(1)])) == ["We are 1 days late!"]


def test_dates_decide_the_role():
    lexicon = """
    [[speaker]]
    name = "Anna Berg"
    roles = [{ title = "porter", to = 2016-07-15 }, { title = "harbour master", from = 2016-07-16 }]
    """
    extractor = whosaid.Extractor(whosaid.Lexicon.parse(lexicon))
    dates = [datetime.date(2016, 7, 15), datetime.date(2016, 7, 16)]
    for column in [
        pa.array(dates),
        pa.array(dates, pa.date64()),
        pa.array([str(d) for d in dates]),
        pa.array([str(d) for d in dates]).dictionary_encode(),
        pa.array([datetime.datetime(2016, 7, 15, 23, 59), datetime.datetime(2016, 7, 16)]),
    ]:
        table = pa.table({"text": [said(1)] * 2, "date": column})
        assert pa.table(extractor.extract_arrow(table))["role"].to_pylist() == ["porter", "harbour master"], column.type


def test_errors():
    texts = [said(0), None, "x" * (1 << 20) + "y", said(3)]
    table = pa.table({"text": texts, "id": ["a", "b", None, "d"]})
    extractor = whosaid.Extractor(max_size=1)
    with pytest.raises(ValueError, match=r"row 2 \(b\) has no text: \"text\" is null"):
        pa.table(extractor.extract_arrow(table))
    rows = pa.table(extractor.extract_arrow(table, errors="column")).to_pylist()
    assert [(r["source"], r["quote"] is None, (r["error"] or "")[:22]) for r in rows] == [
        ("a", False, ""),
        ("b", True, 'has no text: "text" is'),
        ("<table>:3", True, "is larger than 1 MB, t"),
        ("d", False, ""),
    ]
    assert all(v is None for k, v in rows[1].items() if k not in ("source", "error"))


@pytest.mark.parametrize(
    ("table", "arguments", "error", "words"),
    [
        (3, {}, TypeError, "table must be a table of Arrow .* not int"),
        ([said(1)], {}, TypeError, "table must be a table of Arrow .* not list"),
        (pa.array([1]), {}, TypeError, "table must have columns; it is an array of the type Int64"),
        (articles(), {"text": "body"}, ValueError, 'no column "body"; it has id, text: name one with text='),
        (articles(), {"id": "key"}, ValueError, 'no column "key"; it has id, text: name one with id='),
        (articles(), {"text": "id"}, ValueError, 'the column "id" holds no text: it is of the type Int64'),
        (articles(), {"errors": "no"}, ValueError, "errors must be 'raise' or 'column'"),
        (articles(), {"columns": ["quot"]}, ValueError, 'no column is called "quot": there are quote, speaker'),
        (pa.table({"text": ["a"], "date": [1.5]}), {}, ValueError, 'the column "date" holds neither text'),
    ],
)
def test_wrong_arguments(table, arguments, error, words):
    with pytest.raises(error, match=words):
        EXTRACTOR.extract_arrow(table, **arguments)


def test_what_is_no_record():
    with pytest.raises(TypeError, match="records must be an iterable of whosaid.Record, not int"):
        whosaid.to_arrow(3)
    with pytest.raises(TypeError, match="records must be an iterable of whosaid.Record; it holds dict"):
        whosaid.to_arrow([{}])


def test_a_stream_is_worked_out_as_it_is_read():
    taken = 0

    def batches():
        nonlocal taken
        for batch in articles(1000).to_batches(max_chunksize=100) * 200:
            taken += batch.num_rows
            yield batch

    source = pa.RecordBatchReader.from_batches(articles().schema, batches())
    reader = pa.RecordBatchReader.from_stream(EXTRACTOR.extract_arrow(source))
    assert taken == 0
    first = reader.read_next_batch()
    assert first.num_rows <= taken < 12_000
    assert first["source"][17].as_py() == "17"


def test_an_error_of_the_source_is_handed_on():
    def batches():
        yield articles().to_batches()[0]
        raise LookupError("the archive is shut")

    source = pa.RecordBatchReader.from_batches(articles().schema, batches())
    with pytest.raises(Exception, match="the archive is shut"):
        pa.table(EXTRACTOR.extract_arrow(source))


def test_json_lines_and_tables_agree():
    record = EXTRACTOR.extract("“We are late,” the ministry said, and “tired”.")[0]
    [row] = pa.table(whosaid.to_arrow([record])).to_pylist()
    assert row == record.to_dict() == json.loads(record.to_json())
