"""Who said what, in which words, in which role, and where was it read?

>>> import whosaid
>>> extractor = whosaid.Extractor()
>>> text = "“We will not open it before it is safe,” Ines Calloway, the harbour master, said."
>>> [record] = extractor.extract(text)
>>> record.speaker, record.role
('Ines Calloway', 'the harbour master')
>>> text[record.segments[0].start : record.segments[0].end]
'We will not open it before it is safe,'

`Extractor.extract` reads one article, `Extractor.extract_many` many, on all cores; `Extractor.extract_arrow` reads a
table of pandas, polars, pyarrow or DuckDB and gives one; `to_arrow` makes a table of records; `check` is for editors.
`whosaid.spacy` is a component for spaCy pipelines.
"""

from ._check import Edit, Elsewhere, Finding, Fix, Location, Note, check
from ._whosaid import Extraction, Extractor, Lexicon, Place, Record, Stream, Table, __version__, to_arrow

__all__ = [
    "Edit",
    "Elsewhere",
    "Extraction",
    "Extractor",
    "Finding",
    "Fix",
    "Lexicon",
    "Location",
    "Note",
    "Place",
    "Record",
    "Stream",
    "Table",
    "__version__",
    "check",
    "to_arrow",
]
