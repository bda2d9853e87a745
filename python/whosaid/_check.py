"""Findings as objects, and the check that makes them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from ._whosaid import Lexicon, check_json

Severity = Literal["note", "warning", "error"]


@dataclass(frozen=True)
class Location:
    """A place in an article. Lines and columns count from 1, `start` and `end` from 0; all count characters."""

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


@dataclass(frozen=True)
class Elsewhere:
    """A place in this or another article; `column` is 1 where only the line is known."""

    source: str
    line: int
    column: int


@dataclass(frozen=True)
class Note:
    """Something more to say, perhaps about another place."""

    message: str
    place: Elsewhere | None = None


@dataclass(frozen=True)
class Edit:
    """One replacement: at `location`, `old` becomes `new`."""

    location: Location
    old: str
    new: str


@dataclass(frozen=True)
class Fix:
    """A repair that changes nothing but what is wrong: its edits do not overlap and stand in order."""

    title: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Finding:
    """What a check found at one place.

    Attributes:
        check: the check's id; `whosaid check --explain ID` prints its manual.
        severity: `"note"`, `"warning"` or `"error"`.
        source: what the article is called.
        location: where in it.
        message: what is wrong.
        notes: more about it.
        diff: pairs of `"same"`, `"removed"` or `"added"` and words, from what it was held against to what stands here.
        fix: how to mend it, where that is safe.
        fingerprint: the same as long as the check finds the same words in the same source.
    """

    check: str
    severity: Severity
    source: str
    location: Location
    message: str
    notes: tuple[Note, ...]
    diff: tuple[tuple[str, str], ...]
    fix: Fix | None
    fingerprint: str

    def to_dict(self) -> dict[str, Any]:
        """All fields by their names, as plain dicts and tuples."""
        return asdict(self)


def check(
    articles: str | Mapping[str, Any] | Iterable[str | Mapping[str, Any]],
    lexicon: str | os.PathLike[str] | Lexicon | None = None,
    *,
    record: str | Mapping[str, Any] | Iterable[str | Mapping[str, Any]] | None = None,
    config: str | os.PathLike[str] | None = None,
    only: Sequence[str] | None = None,
    text: str = "text",
    id: str = "id",
    date: str = "date",
    threads: int | None = None,
) -> list[Finding]:
    """What an editor should look at: quotes without a speaker, with the wrong speaker or role, or that were never said.

    >>> import whosaid
    >>> [finding] = whosaid.check("The port will stay, said Berg. “It is the heart of the town. She left.")
    >>> finding.check, finding.location.column
    ('unclosed-quote', 32)

    Args:
        articles: one article or an iterable of them: a str, or a mapping with the keys that `text`, `id` and `date` name.
        lexicon: the path of a `speakers.toml`, a `Lexicon`, or None for the one built in.
        record: texts that direct quotes must stand in, such as transcripts.
        config: the path of a `whosaid.toml` with severities and options; its globs are held against the articles' ids.
        only: the ids of the checks to run; all if none are named.
        text, id, date: the keys.
        threads: how many threads work; one a core if none is said.

    Returns:
        The findings, article by article, in each from top to bottom.

    Raises:
        OSError: a file cannot be read.
        TypeError: an argument is of the wrong type.
        ValueError: the lexicon, the config or an article holds what it must not, or no check has such an id.
    """
    if isinstance(only, str):
        raise TypeError(f"only must be a sequence of ids of checks, such as [{only!r}], not a str")
    path = None if config is None else os.fspath(config)
    found = check_json(
        articles, lexicon, record, path, None if only is None else list(only), text, id, date, threads
    )
    return [_finding(f) for f in json.loads(found)]


def _finding(found: dict[str, Any]) -> Finding:
    fix = found.get("fix")
    return Finding(
        check=found["check"],
        severity=found["severity"],
        source=found["source"],
        location=Location(**found["location"]),
        message=found["message"],
        notes=tuple(
            Note(n["message"], Elsewhere(**n["place"]) if n.get("place") else None) for n in found["notes"]
        ),
        diff=tuple((c["kind"], c["words"]) for c in found.get("diff", ())),
        fix=fix
        and Fix(
            fix["title"],
            tuple(Edit(Location(**e["location"]), e["old"], e["new"]) for e in fix["edits"]),
        ),
        fingerprint=found["fingerprint"],
    )
