"""Quotes of articles in Spark: one call from a DataFrame of articles to a DataFrame of quotes.

    from whosaid import spark as whosaid_spark

    articles = spark.read.parquet("articles/")
    quotes = whosaid_spark.extract(articles, text_col="body", id_col="url", date_col="published", lexicon="speakers.toml")
    quotes.write.parquet("quotes/")

The records are those of the command line, row for row. Rows go to Python as Arrow batches and are read where they lie; nothing is
shuffled, nothing collected. The lexicon is read here, sent to each executor once, and built once in each Python process of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ._whosaid import Extractor, Lexicon, to_arrow

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

_PLACE = "struct<start: bigint, end: bigint, text: string>"
_TYPES = {
    "mention": _PLACE,
    "cue": _PLACE,
    "segments": f"array<{_PLACE}>",
    "attribution": "bigint",
    "confidence": "double",
    "line": "bigint",
    "column": "bigint",
    "flags": "array<string>",
}
ERROR = "error"

# What a process has built, by the lexicon's text and the options.
_built: dict[tuple[Any, ...], Extractor] = {}


def schema(columns: Sequence[str] | None = None) -> str:
    """The schema of the quotes, as Spark writes schemas: the fields of the record, all of which may be null, and `error`.

    Raises:
        ValueError: no column has such a name.
    """
    names = to_arrow([], columns).column_names
    return ", ".join(f"`{name}` {_TYPES.get(name, 'string')}" for name in [*names, ERROR])


def extract(
    df: DataFrame,
    text_col: str,
    id_col: str,
    date_col: str | None = None,
    lexicon: str | os.PathLike[str] | Lexicon | None = None,
    *,
    beliefs: bool = False,
    include_unattributed: bool = False,
    max_size: int = 32,
    columns: Sequence[str] | None = None,
) -> DataFrame:
    """The quotes of a DataFrame of articles, as a DataFrame with a row a quote.

    Args:
        df: the articles, a row each.
        text_col: the column with the text: strings, or bytes in UTF-8. `a.b` is a field in a struct, as everywhere in Spark.
        id_col: the column with what records call the article. It becomes a string, the column `source` of the quotes.
        date_col: the column with the day it was published: dates, timestamps (the day in the session's time zone) or strings.
        lexicon: the path of a `speakers.toml` on this machine, a `Lexicon`, or None for the one built in.
        beliefs, include_unattributed, max_size: as for `whosaid.Extractor`.
        columns: the names of the record's fields to give, and their order; all if none are named.

    Returns:
        A DataFrame of `schema(columns)`. An article that cannot be read (its text is null or larger than `max_size`) is a row with
        `source` and, in `error`, what is wrong, all else null: `quotes.where("error is null")` leaves such rows out. No row ends
        the job. Quotes stand in the order of the articles in their partition.

    Raises:
        OSError: the lexicon cannot be read.
        TypeError: `df` is no DataFrame, or the text no string.
        ValueError: a column is named twice, the lexicon holds what it must not, or no field has such a name.
    """
    from pyspark.sql import functions as f

    if not hasattr(df, "mapInArrow"):
        raise TypeError(f"df must be a DataFrame of Spark, not {type(df).__name__}")
    names = [text_col, id_col, *([] if date_col is None else [date_col])]
    if len(set(names)) < len(names):
        raise ValueError(f"text, id and date must be different columns, not {', '.join(names)}")
    text, *others = (f.col(name) for name in names)
    picked = [text, *(column.cast("string") for column in others)]
    # Under their own names, which errors show; a name with a dot would be looked for in a struct once more.
    names = [name.replace("`", "").replace(".", "_") for name in names]
    articles = df.select(*(column.alias(name) for column, name in zip(picked, names)))
    of = articles.schema[names[0]].dataType.typeName()
    if of not in ("string", "binary", "varchar", "char"):
        raise TypeError(f"the column {text_col!r} must hold strings or bytes, not {of}")

    # Read and built here once, so that mistakes are found before a cluster works.
    built = Extractor(lexicon, beliefs=beliefs, include_unattributed=include_unattributed, max_size=max_size)
    written = None if built.lexicon.text is None else (built.lexicon.text, built.lexicon.file)
    options = (beliefs, include_unattributed, max_size)
    kept = None if columns is None else list(columns)
    return articles.mapInArrow(_mapper(_shared(df, written), options, names, kept), schema(columns))


def _shared(df: DataFrame, value: Any) -> Callable[[], Any]:
    """A value sent to each executor once; with Spark Connect, which has no broadcasts, along with the function."""
    try:
        broadcast = df.sparkSession.sparkContext.broadcast(value)
    except Exception:
        return lambda: value
    return lambda: broadcast.value


def _mapper(
    lexicon: Callable[[], Any], options: tuple[Any, ...], names: list[str], columns: list[str] | None
) -> Callable[[Iterable[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    def mapper(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        return _work(batches, lexicon(), options, names, columns)

    return mapper


def _work(
    batches: Iterable[pyarrow.RecordBatch],
    lexicon: tuple[str, str] | None,
    options: tuple[Any, ...],
    names: list[str],
    columns: list[str] | None,
) -> Iterator[pyarrow.RecordBatch]:
    """What a task does: batches of articles in, batches of quotes out, one at a time."""
    import pyarrow

    source = iter(batches)
    first = next(source, None)
    if first is None:
        return

    def all_batches() -> Iterator[pyarrow.RecordBatch]:
        yield first
        yield from source

    reader = pyarrow.RecordBatchReader.from_batches(first.schema, all_batches())
    # One thread: Spark gives each core a task of its own.
    text, id, *date = names
    stream = _extractor(lexicon, options).extract_arrow(
        reader, text=text, id=id, date=date[0] if date else None, errors="column", columns=columns, threads=1
    )
    yield from pyarrow.RecordBatchReader.from_stream(stream)


def _extractor(lexicon: tuple[str, str] | None, options: tuple[Any, ...]) -> Extractor:
    key = (lexicon, *options)
    if key not in _built:
        # A process sees few lexicons; those of jobs long past are not worth their memory.
        if len(_built) >= 4:
            _built.pop(next(iter(_built)))
        beliefs, include_unattributed, max_size = options
        _built[key] = Extractor(
            Lexicon.builtin() if lexicon is None else Lexicon.parse(*lexicon),
            beliefs=beliefs,
            include_unattributed=include_unattributed,
            max_size=max_size,
        )
    return _built[key]
