"""What a run costs: the command line, Python and Spark on the same articles, as a table of articles a second and of processor time.

    python examples/measure.py [--articles 20000] [--executors 1,2,4] [--program PATH]

The articles are those of corpus/, over and over under other names, in one Parquet file of as many row groups as there are tasks. The
program is `whosaid` with the feature parquet. Processor time is what all processes of the work used, from /proc (Linux): on a machine that
does other things too it says more than the clock.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

CORPUS = Path(__file__).parents[2] / "corpus"
TICK = os.sysconf("SC_CLK_TCK")


def make(path: Path, count: int) -> int:
    """Writes the articles and gives the bytes of their texts."""
    texts = [p.read_bytes().decode() for p in sorted(CORPUS.glob("*.txt"))]
    rows = [texts[n % len(texts)] for n in range(count)]
    table = pa.table({"id": [str(n) for n in range(count)], "text": rows})
    pq.write_table(table, path, row_group_size=500)
    return sum(len(text.encode()) for text in rows)


def command_line(program: str, articles: Path, threads: int) -> tuple[float, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    out = articles.with_name("cli.parquet")
    subprocess.run([program, "extract", "-q", "-j", str(threads), str(articles), "-o", str(out)], check=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


PYTHON = """
import sys, time, pyarrow as pa, pyarrow.parquet as pq, whosaid
how, path, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
extractor = whosaid.Extractor()
source = pq.ParquetFile(path)
wall, cpu = time.perf_counter(), time.process_time()
if how == "many":
    rows = (row for batch in source.iter_batches(500) for row in batch.to_pylist())
    count = sum(len(records) for records in extractor.extract_many(rows, threads=threads))
else:
    batches = pa.RecordBatchReader.from_batches(source.schema_arrow, source.iter_batches(500))
    stream = pa.RecordBatchReader.from_stream(extractor.extract_arrow(batches, threads=threads))
    with pq.ParquetWriter(path + ".quotes", stream.schema, compression="zstd") as writer:
        for batch in stream:
            writer.write_batch(batch)
print(time.perf_counter() - wall, time.process_time() - cpu)
"""

SPARK = """
import os, sys, time
from pathlib import Path
import pyspark
os.environ.update(SPARK_HOME=str(Path(pyspark.__file__).parent), PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
from pyspark.sql import SparkSession
from whosaid import spark as whosaid_spark
path, executors, tick = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
size = os.path.getsize(path)
spark = (SparkSession.builder.master(f"local-cluster[{executors},1,1024]").config("spark.ui.enabled", "false")
    .config("spark.executor.memory", "1g").config("spark.sql.files.maxPartitionBytes", max(size // 16, 1))
    .config("spark.sql.files.openCostInBytes", 0).getOrCreate())
spark.sparkContext.setLogLevel("OFF")
app = spark.sparkContext.applicationId.encode()

def cpu():
    # Seconds of the executors with what they started, of their Python processes alone, and the most MB of one of these.
    parents, used, roots = {}, {}, []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            words = (folder / "cmdline").read_bytes().split(b"\\0")
        except OSError:
            continue
        pid = int(folder.name)
        parents[pid], used[pid] = int(stat[1]), sum(map(int, stat[11:15])) / tick
        if app in words and any(w.endswith(b"CoarseGrainedExecutorBackend") for w in words):
            roots.append(pid)
    def below(pid):
        while pid and pid not in roots:
            pid = parents.get(pid, 0)
        return pid in roots
    mine = [pid for pid in used if below(pid)]
    python = set(mine) - set(roots)
    peaks = [0]
    for pid in python:
        try:
            words = Path(f"/proc/{pid}/status").read_text().split()
            peaks.append(int(words[words.index("VmHWM:") + 1]) / 1024)
        except OSError:
            continue
    return sum(used[pid] for pid in mine), sum(used[pid] for pid in python), max(peaks)

def quotes(df):
    return whosaid_spark.extract(df, "text", "id")

articles = spark.read.parquet(path)
# Starts the Python processes and has Java compile what runs often, as the first minute of a long job does.
quotes(articles.where("cast(id as int) % 3 = 0")).write.mode("overwrite").parquet(path + ".warm")
before, start = cpu(), time.perf_counter()
quotes(articles).write.mode("overwrite").parquet(path + f".spark{executors}")
wall = time.perf_counter() - start
after = cpu()
print(after[2], after[1] - before[1], wall, after[0] - before[0])
spark.stop()
"""


def child(script: str, *words: object) -> list[float]:
    done = subprocess.run([sys.executable, "-c", script, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return [float(word) for word in done.stdout.split()]


parser = argparse.ArgumentParser()
parser.add_argument("--articles", type=int, default=20_000)
parser.add_argument("--executors", default="1,2,4")
parser.add_argument("--program", default=shutil.which("whosaid"))
args = parser.parse_args()

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "articles.parquet"
    size = make(path, args.articles)
    cores = os.cpu_count() or 1
    print(f"{args.articles} articles, {size / 1e6:.0f} MB of text, {cores} cores\n", flush=True)
    print("| | articles a second | processor time an article | of the command line's |\n|---|---|---|---|", flush=True)
    runs = [
        ("command line, 1 thread", lambda: command_line(args.program, path, 1)),
        (f"command line, {cores} threads", lambda: command_line(args.program, path, cores)),
        ("Python, extract_arrow, 1 thread", lambda: child(PYTHON, "arrow", path, 1)),
        (f"Python, extract_arrow, {cores} threads", lambda: child(PYTHON, "arrow", path, cores)),
        (f"Python, extract_many, {cores} threads", lambda: child(PYTHON, "many", path, cores)),
    ]
    for n in map(int, args.executors.split(",")):
        name = f"Spark, {n} executor{'s' if n > 1 else ''} of 1 core"
        runs.append((name, lambda n=n: child(SPARK, path, n, TICK)))
    base = None
    peaks = []
    for name, run in runs:
        *more, wall, cpu = run()
        base = base or cpu
        each = f"{cpu / args.articles * 1000:.2f} ms"
        if more:
            peaks.append(more[0])
            each += f", {more[1] / args.articles * 1000:.2f} of them in Python"
        print(f"| {name} | {args.articles / wall:,.0f} | {each} | {cpu / base:.2f} |", flush=True)
    quotes = path.with_name("cli.parquet")
    print(f"\nquotes in Parquet: {quotes.stat().st_size / args.articles:,.0f} bytes an article; articles: {path.stat().st_size / args.articles:,.0f}")
    if peaks:
        print(f"largest Python process of an executor: {max(peaks):.0f} MB")
