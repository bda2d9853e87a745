"""The Spark job: articles in Parquet to quotes in Parquet.

    spark-submit examples/spark_job.py ARTICLES QUOTES [--text body] [--id url] [--date published] [--lexicon speakers.toml]

Without arguments it makes a small table of the articles in corpus/, and runs on two executors of this machine.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from pyspark.sql import SparkSession, functions as f
from whosaid import spark as whosaid_spark

parser = argparse.ArgumentParser()
parser.add_argument("articles", nargs="?")
parser.add_argument("quotes", nargs="?")
parser.add_argument("--text", default="text")
parser.add_argument("--id", default="id")
parser.add_argument("--date")
parser.add_argument("--lexicon")
args = parser.parse_args()

builder = SparkSession.builder.appName("quotes")
if args.articles is None:
    import pyarrow as pa
    import pyarrow.parquet as pq
    import pyspark

    folder = Path(tempfile.mkdtemp())
    paths = sorted((Path(__file__).parents[2] / "corpus").glob("*.txt"))
    table = pa.table({"id": [p.stem for p in paths], "text": [p.read_bytes().decode() for p in paths]})
    pq.write_table(table, folder / "articles.parquet")
    args.articles, args.quotes = str(folder / "articles.parquet"), str(folder / "quotes")
    os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = builder.master("local-cluster[2,1,1024]").config("spark.ui.enabled", "false")

spark = builder.getOrCreate()
articles = spark.read.parquet(args.articles)
quotes = whosaid_spark.extract(articles, args.text, args.id, args.date, args.lexicon)
quotes.write.mode("overwrite").parquet(args.quotes)

# What came of it, read back from what was written.
written = spark.read.parquet(args.quotes)
bad = written.where("error is not null").count()
print(f"{written.count() - bad} quotes in {articles.count()} articles, {bad} articles could not be read")
ranked = written.where("speaker is not null").groupBy("speaker").agg(f.count("*").alias("quotes"))
ranked.orderBy(f.desc("quotes"), "speaker").show(10, truncate=40)
spark.stop()
