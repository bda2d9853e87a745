"""Quotes and their speakers in a spaCy pipeline.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("whosaid")
>>> doc = nlp("“We will not open it,” Ines Calloway, the harbour master, said.")
>>> [quote] = doc.spans["quotes"]
>>> quote.text, quote._.speaker, quote._.role, quote._.cue
('We will not open it,', 'Ines Calloway', 'the harbour master', said)

Each span of `doc.spans["quotes"]` is a quote, from the first character of its words to the last, widened to whole tokens; its label is
the kind. A quote that its cue interrupts is one span over the cue; `span._.segments` has its parts. What a record holds besides is an
extension attribute of the span:

===============  ==========================================================================================================
`speaker`        str or None: the lexicon's name, else the fullest one in the text; for unnamed sources their words
`role`           str or None
`speaker_id`     str or None: the lexicon's id
`stated_role`    str or None: the text's own words for the role
`kind`           `"direct"`, `"mixed"` or `"indirect"`
`mention`        Span or None: the words for the speaker beside the cue
`cue`            Span or None: *said*, *according to*
`segments`       tuple of Spans: the parts of the quote
`attribution`    int: shared in a doc by the quotes of one act of speech
`rule`           str: the rule that decided
`confidence`     float: how often that rule is right
`flags`          tuple of str
`quote`          the `whosaid.Record`, whose offsets are characters of `doc.text`
===============  ==========================================================================================================

They live in `doc.user_data`, so that they survive `Doc.to_bytes`, `DocBin(store_user_data=True)` and other processes; spans that are
copied elsewhere by their tokens keep them too.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from ._whosaid import Extractor, Lexicon, Place, Record

KEY = "whosaid"


def _span(doc: Doc, start: int, end: int, label: str = "") -> Span | None:
    """The tokens that hold these characters; None where the text has none."""
    return doc.char_span(start, end, label=label, alignment_mode="expand")


def _of(place: Place | None) -> Callable[[Doc], Span | None]:
    return lambda doc: None if place is None else _span(doc, place.start, place.end)


def _record(span: Span) -> Record | None:
    found = span.doc.user_data.get(KEY, {}).get(_key(span))
    return None if found is None else Record.from_json(found)


def _key(span: Span) -> str:
    """A name for a span, of which two can lie on the same tokens."""
    return f"{span.start}:{span.end}:{span.label_}:{span.id_}"


def _field(name: str) -> Callable[[Span], Any]:
    def get(span: Span) -> Any:
        record = _record(span)
        return None if record is None else getattr(record, name)

    return get


def _place(name: str) -> Callable[[Span], Any]:
    def get(span: Span) -> Any:
        record = _record(span)
        return None if record is None else _of(getattr(record, name))(span.doc)

    return get


def _segments(span: Span) -> tuple[Span, ...]:
    record = _record(span)
    return () if record is None else tuple(s for s in (_of(p)(span.doc) for p in record.segments) if s is not None)


EXTENSIONS: dict[str, Callable[[Span], Any]] = {
    **{
        name: _field(name)
        for name in (
            "speaker",
            "role",
            "speaker_id",
            "stated_role",
            "kind",
            "attribution",
            "rule",
            "confidence",
            "flags",
        )
    },
    "mention": _place("mention"),
    "cue": _place("cue"),
    "segments": _segments,
    "quote": _record,
}


class Quotes:
    """The pipeline component `whosaid`. It needs no other, and leaves all that others set as it is."""

    def __init__(self, nlp: Language, name: str, extractor: Extractor, spans_key: str, threads: int | None) -> None:
        self.name = name
        self.extractor = extractor
        self.spans_key = spans_key
        self.threads = threads
        self._language = nlp.lang
        _extend()

    def __call__(self, doc: Doc) -> Doc:
        """Adds the quotes of a doc. `doc.user_data["date"]`, if it is there, is the day it was published."""
        return self._fill(doc, self.extractor.extract(doc.text, doc.user_data.get("date"), "doc"))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 256) -> Iterator[Doc]:
        """The same for many docs, on all cores."""
        docs: deque[Doc] = deque()

        def articles() -> Iterator[dict[str, Any]]:
            for doc in stream:
                docs.append(doc)
                yield {"text": doc.text, "id": "doc", "date": doc.user_data.get("date")}

        for records in self.extractor.extract_many(articles(), threads=self.threads):
            yield self._fill(docs.popleft(), records)

    def _fill(self, doc: Doc, records: list[Record]) -> Doc:
        spans = []
        known: dict[str, str] = {}
        for record in records:
            span = _span(doc, record.segments[0].start, record.segments[-1].end, record.kind)
            if span is None:
                continue
            span.id_ = record.id
            known[_key(span)] = record.to_json()
            spans.append(span)
        doc.spans[self.spans_key] = spans
        doc.user_data.setdefault(KEY, {}).update(known)
        return doc

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        """Saves the lexicon with the pipeline."""
        folder = Path(path)
        folder.mkdir(exist_ok=True)
        (folder / "lexicon").write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> Quotes:
        """Loads the lexicon that was saved with the pipeline."""
        return self.from_bytes((Path(path) / "lexicon").read_bytes())

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        """The lexicon as bytes."""
        lexicon = self.extractor.lexicon
        return b"" if lexicon.text is None else b"\n" + lexicon.text.encode()

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> Quotes:
        """Takes the lexicon that `to_bytes` gave."""
        lexicon = Lexicon.parse(data[1:].decode()) if data else Lexicon.builtin()
        self.extractor = Extractor(
            lexicon, beliefs=self.extractor.beliefs, include_unattributed=self.extractor.include_unattributed
        )
        return self


def _extend() -> None:
    for name, getter in EXTENSIONS.items():
        if not Span.has_extension(name):
            Span.set_extension(name, getter=getter)


@Language.factory(
    "whosaid",
    default_config={
        "lexicon": None,
        "beliefs": False,
        "include_unattributed": False,
        "spans_key": "quotes",
        "threads": None,
    },
    assigns=["doc.spans", *(f"span._.{name}" for name in EXTENSIONS)],
)
def make(
    nlp: Language,
    name: str,
    lexicon: str | Path | None,
    beliefs: bool,
    include_unattributed: bool,
    spans_key: str,
    threads: int | None,
) -> Quotes:
    """Makes the component; spaCy calls this for `nlp.add_pipe("whosaid", config={…})`.

    Args:
        lexicon: the path of a `speakers.toml`; none for the one built in.
        beliefs, include_unattributed: as for `whosaid.Extractor`.
        spans_key: the key of `doc.spans`.
        threads: how many threads `nlp.pipe` uses; one a core if none is said.
    """
    extractor = Extractor(lexicon, beliefs=beliefs, include_unattributed=include_unattributed)
    return Quotes(nlp, name, extractor, spans_key, threads)
