"""The README's examples, run in its order."""

import contextlib
import io

import pytest
from conftest import blocks

for library in ("pyarrow", "pandas", "polars", "duckdb", "spacy"):
    pytest.importorskip(library)


def test_examples_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = {}
    printed = []
    ran = [b for b in blocks("python") if "# spark: a session" not in b]
    assert len(ran) >= 7
    for block in ran:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(compile(block, "README.md", "exec"), names)
        printed.append(out.getvalue())
    assert printed[0] == blocks("text")[0]
    assert "Ines Calloway" in names["frame"]["speaker"].to_list()
    assert ("Ines Calloway", 2) in names["ranked"].fetchall()
    import pyarrow.parquet as pq

    assert pq.read_table("quotes.parquet")["source"].to_pylist() == ["a", "a", "b"]
    assert "unclosed-quote" in printed[-2] and "Ines Calloway | said" in printed[-1]
