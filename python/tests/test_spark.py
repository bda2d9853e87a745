"""Spark with several executors: the same rows as the command line, bad rows in their column, nothing lost with an executor."""

import datetime
import os
import shutil
import signal
import sys
import threading
import time
from pathlib import Path

import pytest
import whosaid

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
pyspark = pytest.importorskip("pyspark")
if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
    pytest.skip("Spark needs Java, and there is none: install a Java runtime (Debian: default-jre-headless)", allow_module_level=True)

from conftest import CORPUS, LEXICON, blocks, read  # noqa: E402
from whosaid import spark as whosaid_spark  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")
EXECUTORS = 2


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        pyspark.sql.SparkSession.builder.master(f"local-cluster[{EXECUTORS},1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.executor.memory", "1g")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def ordered(records):
    return sorted(records, key=lambda r: (r["source"], r["segments"][0]["start"], r["attribution"], r["id"]))


def test_parquet_in_and_out_with_the_rows_of_the_command_line(spark, articles, whosaid_cli, tmp_path):
    pq.write_table(pa.Table.from_pylist(articles), tmp_path / "articles.parquet", row_group_size=10)
    df = spark.read.parquet(str(tmp_path / "articles.parquet"))
    quotes = whosaid_spark.extract(df, text_col="text", id_col="id", lexicon=LEXICON)
    quotes.write.parquet(str(tmp_path / "quotes"))
    rows = pq.read_table(tmp_path / "quotes").to_pylist()
    assert {r.pop("error") for r in rows} == {None}
    assert ordered(rows) == ordered(whosaid_cli(articles))


def test_bad_rows_are_rows(spark):
    text = "“We are late,” Anna Berg said."
    rows = [(1, text, None), (2, None, None), (3, "x" * (1 << 20) + "y", None), (None, text, None), (5, text, "soon")]
    df = spark.createDataFrame(rows, "key int, body string, day string")
    quotes = whosaid_spark.extract(df, "body", "key", "day", max_size=1, columns=["quote", "source"])
    assert quotes.columns == ["quote", "source", "error"]
    found = {(r.source, r.quote, (r.error or "")[:24]) for r in quotes.collect()}
    assert ("1", "We are late,", "") in found and ("5", "We are late,", "") in found
    assert ("2", None, 'has no text: "body" is n') in found
    assert ("3", None, "is larger than 1 MB, the") in found
    assert len(found) == 5
    assert whosaid_spark.extract(df.where("key = 9"), "body", "key").collect() == []


def test_dates_and_structs(spark):
    lexicon = whosaid.Lexicon.parse(
        '[[speaker]]\nname = "Anna Berg"\nroles = [{ title = "porter", to = 2016-07-15 }, { title = "mayor", from = 2016-07-16 }]'
    )
    body = "“We are late,” Anna Berg said."
    days = [datetime.datetime(2016, 7, 15, 23, 59), datetime.datetime(2016, 7, 16)]
    df = spark.createDataFrame([((body,), n, d) for n, d in enumerate(days)], "a struct<body: string>, n int, day timestamp")
    for day in [df, df.selectExpr("a", "n", "cast(day as date) day"), df.selectExpr("a", "n", "string(day) day")]:
        quotes = whosaid_spark.extract(day, "a.body", "n", "day", lexicon).orderBy("source")
        assert [r.role for r in quotes.collect()] == ["porter", "mayor"]


def test_wrong_arguments(spark, tmp_path):
    df = spark.createDataFrame([(1, "a")], "id int, text string")
    for arguments, error, words in [
        ({"df": [1]}, TypeError, "df must be a DataFrame of Spark, not list"),
        ({"text_col": "id", "id_col": "text"}, TypeError, "the column 'id' must hold strings or bytes, not integer"),
        ({"id_col": "text"}, ValueError, "must be different columns, not text, text"),
        ({"columns": ["quot"]}, ValueError, 'no column is called "quot"'),
        ({"lexicon": tmp_path / "none.toml"}, FileNotFoundError, "none.toml"),
    ]:
        with pytest.raises(error, match=words):
            whosaid_spark.extract(**{"df": df, "text_col": "text", "id_col": "id", **arguments})


def test_the_example_of_the_readme_runs(spark, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(LEXICON, "speakers.toml")
    row = {"url": "a", "body": "“We are late,” Anna Berg said.", "published": datetime.date(2016, 7, 15)}
    Path("articles").mkdir()
    pq.write_table(pa.Table.from_pylist([row]), "articles/1.parquet")
    [block] = [b for b in blocks("python") if "# spark: a session" in b]
    # Paths are of this folder, not of the one the cluster runs in.
    block = block.replace('"articles/"', f'"{tmp_path}/articles"').replace('"quotes/"', f'"{tmp_path}/quotes"')
    exec(compile(block, "README.md", "exec"), {"spark": spark})
    assert pq.read_table("quotes")["source"].to_pylist() == ["a"]


def executors(spark):
    """The processes of this session's executors."""
    app = spark.sparkContext.applicationId
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if app.encode() in words and any(w.endswith(b"CoarseGrainedExecutorBackend") for w in words):
            found.append(int(folder.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
def test_a_killed_executor_loses_nothing(spark, tmp_path):
    copies = 40
    texts = [(f"{p.name}#{n}", read(p)) for n in range(copies) for p in CORPUS]
    pq.write_table(pa.table({"id": [i for i, _ in texts], "text": [t for _, t in texts]}), tmp_path / "articles.parquet")
    # Through a shuffle, whose files go with the executor.
    df = spark.read.parquet(str(tmp_path / "articles.parquet")).repartition(16)
    quotes = whosaid_spark.extract(df, "text", "id", lexicon=LEXICON, columns=["quote", "source"])
    before = executors(spark)
    assert len(before) == EXECUTORS
    tracker = spark.sparkContext.statusTracker()
    killed = []

    def kill():
        while not killed:
            stages = [tracker.getStageInfo(s) for s in tracker.getActiveStageIds()]
            # In the middle of the stage that reads the quotes.
            if any(s and s.numTasks == 16 and s.numCompletedTasks >= 3 for s in stages):
                os.kill(before[0], signal.SIGKILL)
                killed.append(before[0])
            time.sleep(0.05)

    thread = threading.Thread(target=kill, daemon=True)
    thread.start()
    quotes.write.parquet(str(tmp_path / "quotes"))
    assert killed and killed[0] not in executors(spark)
    found = pq.read_table(tmp_path / "quotes").to_pylist()
    extractor = whosaid.Extractor(LEXICON)
    want = [(r.quote, f"{p.name}#{n}", None) for p in CORPUS for r in extractor.extract(read(p)) for n in range(copies)]
    assert sorted((r["quote"], r["source"], r["error"]) for r in found) == sorted(want)
