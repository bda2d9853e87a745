import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol, final, type_check_only

from typing_extensions import CapsuleType

__all__ = [
    "Extraction",
    "Extractor",
    "Lexicon",
    "Place",
    "Record",
    "Stream",
    "Table",
    "__version__",
    "check_json",
    "to_arrow",
]
__version__: str

@final
class Place:
    """Words of an article with their place in it.

    Args:
        start: the first character, counted from 0 in the text as given. Characters are Unicode code points, as in `str`.
        end: one past the last character, so that `text[start:end]` is the place.
        text: the words, as they stand there.
    """
    __match_args__: tuple[str, ...]
    def __new__(cls, start: int, end: int, text: str) -> Place: ...
    @property
    def start(self) -> int:
        """The first character, counted from 0 in the text as given."""
    @property
    def end(self) -> int:
        """One past the last character."""
    @property
    def text(self) -> str:
        """The words, as they stand there."""
    def to_dict(self) -> dict[str, Any]:
        """`{"start", "end", "text"}`."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Record:
    """One quote with its speaker. Made by `Extractor`; it cannot be changed, can be compared, hashed and pickled."""
    @property
    def quote(self) -> str:
        """The words: outer marks stripped, escapes undone, white space folded, segments joined by a space."""
    @property
    def speaker(self) -> str | None:
        """The lexicon's name, else the fullest one in the article; for unnamed sources their words; None where nobody is found."""
    @property
    def role(self) -> str | None:
        """The lexicon's role on the article's date, else the article's own words."""
    @property
    def source(self) -> str:
        """What the article is called: its source or id."""
    @property
    def kind(self) -> Literal["direct", "mixed", "indirect"]:
        """`"direct"`: all of it stands in quotation marks; `"mixed"`: some of it; `"indirect"`: none."""
    @property
    def speaker_id(self) -> str | None:
        """The lexicon's id; None outside it."""
    @property
    def stated_role(self) -> str | None:
        """The article's own words for the speaker's role."""
    @property
    def mention(self) -> Place | None:
        """The words for the speaker beside the cue: *she*, *the mayor*."""
    @property
    def cue(self) -> Place | None:
        """The cue: *said*, *according to*."""
    @property
    def segments(self) -> tuple[Place, ...]:
        """The stretches of the article that make up the quote, in order, without marks."""
    @property
    def attribution(self) -> int:
        """A number from 1, shared in an article by the quotes of one act of speech."""
    @property
    def rule(self) -> str:
        """The rule that decided; `whosaid rules` explains it."""
    @property
    def confidence(self) -> float:
        """How often that rule is right on annotated articles, from 0 to 1."""
    @property
    def line(self) -> int:
        """The line of the quote's first character, from 1."""
    @property
    def column(self) -> int:
        """Its character in that line, from 1."""
    @property
    def element(self) -> str | None:
        """CSS selector of the element in a web page; None for text."""
    @property
    def context(self) -> str:
        """The sentence or sentences around the quote."""
    @property
    def flags(self) -> tuple[str, ...]:
        """What to know before trusting it, such as `"unclosed"`, `"anonymous"`, `"resolved"`."""
    @property
    def id(self) -> str:
        """Stays the same while the same speaker says the same words in the same source."""
    def to_dict(self) -> dict[str, Any]:
        """All fields by their names, as JSON lines have them: places are dicts, segments and flags lists."""
    def to_json(self) -> str:
        """The record as a line of JSON."""
    @staticmethod
    def from_json(text: str) -> Record:
        """A record of what `to_json` or `whosaid extract -f jsonl` wrote.

        Raises:
            ValueError: the text is no such record.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Lexicon:
    """Speakers with their names and roles, and verbs of saying: what a `speakers.toml` holds.

    Made by `Lexicon.read`, `parse`, `nearest` or `builtin`. It can be pickled: it travels as its text.
    """
    @staticmethod
    def builtin() -> Lexicon:
        """The lexicon built in: an example, with few people."""
    @staticmethod
    def parse(text: str, file: str = "speakers.toml") -> Lexicon:
        """A lexicon of a text in TOML.

        Args:
            text: what a `speakers.toml` holds; an empty one knows nobody.
            file: what errors call it.

        Raises:
            ValueError: it is no lexicon; the message names file, line and field.
        """
    @staticmethod
    def read(path: str | os.PathLike[str]) -> Lexicon:
        """The lexicon of a file.

        Raises:
            OSError: the file cannot be read.
            ValueError: it is no lexicon; the message names file, line and field.
        """
    @staticmethod
    def nearest(folder: str | os.PathLike[str] | None = None) -> Lexicon:
        """The nearest `speakers.toml` from a folder upwards, else the one built in: what the command line uses.

        Args:
            folder: where to begin; the current folder if none is given.
        """
    @property
    def file(self) -> str | None:
        """The file it was read from; None for the one built in."""
    @property
    def text(self) -> str | None:
        """What the file holds, in TOML; None for the one built in."""
    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of the speakers, in the order of the file."""
    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Lexicon: ...
    def __deepcopy__(self, _memo: dict[int, Any]) -> Lexicon: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Extraction:
    """An iterator over the quotes of articles: a list of `Record` an article. Made by `Extractor.extract_many`."""
    def __iter__(self) -> Extraction: ...
    def __next__(self) -> list[Record]: ...

@final
class Table:
    """A table of records, a row a record. Any library that knows Arrow reads it without copying: `pyarrow.table(t)`,
    `polars.DataFrame(t)`, `pandas.DataFrame.from_arrow(t)`, `duckdb.sql("from t")`.
    """
    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns."""
    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> CapsuleType: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> CapsuleType: ...

@final
class Stream:
    """A table of records that is worked out while it is read: no more of it is in memory than whoever reads it keeps. It can be read once.
    Made by `Extractor.extract_arrow`.
    """
    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns."""
    def __arrow_c_schema__(self) -> CapsuleType: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> CapsuleType: ...

@type_check_only
class ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

@type_check_only
class ArrowArray(Protocol):
    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...

@final
class Extractor:
    """Finds the quotes of articles. Build it once; it can be shared between threads, and pickled.

    Args:
        lexicon: the path of a `speakers.toml`, a `Lexicon`, or None for the one built in.
        beliefs: read verbs of believing (*thinks*, *wants*) as cues too.
        include_unattributed: give words in marks that nobody is quoted as saying, too, flagged `not_speech`.
        max_size: the largest article, in MB.

    Raises:
        OSError: the lexicon cannot be read.
        TypeError: an argument is of the wrong type.
        ValueError: the lexicon is none; the message names file, line and field.
    """
    def __new__(
        cls,
        lexicon: str | os.PathLike[str] | Lexicon | None = None,
        *,
        beliefs: bool = False,
        include_unattributed: bool = False,
        max_size: int = 32,
    ) -> Extractor: ...
    @property
    def lexicon(self) -> Lexicon:
        """The lexicon in use."""
    @property
    def beliefs(self) -> bool:
        """Whether verbs of believing are cues too."""
    @property
    def include_unattributed(self) -> bool:
        """Whether words in marks that nobody is quoted as saying are records too."""
    @property
    def max_size(self) -> int:
        """The largest article, in MB."""
    def extract(
        self,
        text: str,
        date: str | datetime.date | None = None,
        source: str | int | os.PathLike[str] | None = None,
    ) -> list[Record]:
        """The quotes of one article, in reading order.

        Args:
            text: the article. A line is a paragraph; of hard-wrapped text, what lies between blank lines.
            date: the day it was published, which decides between roles: a `datetime.date`, or a str such as
                `"2016-07-15"` or `"July 15, 2016"`.
            source: what records call the article.

        Returns:
            A list of `Record`. Offsets count characters of `text`: `text[s.start:s.end]` is a segment.

        Raises:
            TypeError: an argument is of the wrong type.
            ValueError: the date is not understood, the text is larger than `max_size` or holds a lone surrogate.
        """
    def extract_many(
        self,
        articles: Iterable[str | Mapping[str, Any]],
        *,
        text: str = "text",
        id: str = "id",
        date: str = "date",
        threads: int | None = None,
    ) -> Iterator[list[Record]]:
        """The quotes of many articles, on all cores, while Python does something else.

        Args:
            articles: an iterable of str, or of mappings with the keys that `text`, `id` and `date` name; only the
                text must be there. It is read as far ahead as two batches of 256 articles or 1 MB.
            text, id, date: the keys.
            threads: how many threads work; one a core if none is said.

        Returns:
            An iterator with a list of `Record` for each article, in the order of the articles. An article without
            an id is called `<text>:N`, N being its number from 1.

        Raises:
            TypeError, ValueError: from the iterator, in an article's turn, if there is something wrong with it. The
                message says which article; the next call of `next` goes on behind it.
        """
    def to_arrow(
        self,
        articles: Iterable[str | Mapping[str, Any]],
        *,
        text: str = "text",
        id: str = "id",
        date: str = "date",
        columns: Sequence[str] | None = None,
        threads: int | None = None,
    ) -> Table:
        """The quotes of many articles as one table, a row a quote, on all cores.

        Args:
            articles, text, id, date, threads: as for `extract_many`.
            columns: the names of the columns and their order; all if none are named.

        Returns:
            A `Table`, typed as `to_arrow` says. All of it is in memory; for what is not to be, see `extract_arrow`.

        Raises:
            TypeError, ValueError: an argument or an article is wrong; the message says which.
        """
    def extract_arrow(
        self,
        table: ArrowStream | ArrowArray,
        *,
        text: str = "text",
        id: str | None = None,
        date: str | None = None,
        errors: Literal["raise", "column"] = "raise",
        columns: Sequence[str] | None = None,
        threads: int | None = None,
    ) -> Stream:
        """The quotes of a table of articles as a table of quotes, worked out on all cores while it is read.

        Args:
            table: articles, one a row: a table or a stream of batches of pyarrow, polars, pandas (2.2 and newer), DuckDB or any
                other library with the Arrow PyCapsule interface. Its buffers are used where they are.
            text: the column with the text, of strings or bytes.
            id: the column with what records call the article: strings or whole numbers. `id`, if there is one and none is said.
            date: the column with the day it was published: days, timestamps (the day in UTC) or strings. `date`, likewise.
            errors: what an article is that cannot be read, such as a null. `"raise"`: an error of whoever reads the stream
                (in pyarrow `ArrowInvalid`, a ValueError). `"column"`: a row with `source` and, in the further column `error`,
                what is wrong.
            columns: the names of the columns and their order; all if none are named.
            threads: how many threads work; one a core if none is said; 1 works on the thread that reads.

        Returns:
            A `Stream` with a row a quote in the order of the articles, typed as `to_arrow` says. An article without an id is
            called `<table>:N`, N being its row from 1.

        Raises:
            TypeError: the table is none of Arrow.
            ValueError: a column is not there or holds what it must not.
        """
    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, Any]]: ...

def to_arrow(records: Iterable[Record], columns: Sequence[str] | None = None) -> Table:
    """A table of records that are there already.

    Args:
        records: an iterable of `Record`.
        columns: the names of the columns and their order; all if none are named.

    Returns:
        A `Table` with a row a record. Offsets, lines and numbers are `int64`, `confidence` is `float64`; `mention` and `cue`
        are structs of `start`, `end` and `text`, `segments` is a list of such, `flags` a list of strings.

    Raises:
        TypeError: something is no record.
        ValueError: no column has such a name.
    """
def check_json(
    articles: object,
    lexicon: object,
    record: object,
    config: str | None,
    only: list[str] | None,
    text: str,
    id: str,
    date: str,
    threads: int | None,
) -> str:
    """The findings of `whosaid.check` as JSON."""
