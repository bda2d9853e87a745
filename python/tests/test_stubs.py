"""The stub `_whosaid.pyi` says what the module is: mypy compares names and signatures, this file the docstrings.

`WHOSAID_BLESS=1 pytest tests/test_stubs.py` writes the docstrings anew.
"""

import ast
import doctest
import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest
import whosaid
from whosaid import _whosaid

STUB = Path(__file__).resolve().parents[1] / "whosaid" / "_whosaid.pyi"


def documented(source: str) -> str:
    """The stub with the docstrings of the module."""
    lines = source.splitlines()
    edits = []
    for node, thing in pairs(ast.parse(source).body, _whosaid):
        doc = inspect.getdoc(thing)
        if not doc or node.name.startswith("__"):
            continue
        first = node.body[0]
        pad = " " * (node.col_offset + 4)
        text = [f'{pad}"""{doc.splitlines()[0]}', *(f"{pad}{line}".rstrip() for line in doc.splitlines()[1:])]
        text = [text[0] + '"""'] if len(text) == 1 else [*text, f'{pad}"""']
        is_doc = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        if is_doc and isinstance(first.value.value, str):
            edits.append((first.lineno - 1, first.end_lineno, text))
        elif is_doc:  # `...` behind the signature
            head = lines[first.lineno - 1].rsplit(" ...", 1)[0]
            edits.append((first.lineno - 1, first.end_lineno, [head, *text]))
        else:
            edits.append((first.lineno - 1 - len(getattr(first, "decorator_list", [])), None, text))
    for start, end, text in sorted(edits, key=lambda e: e[0], reverse=True):
        lines[start : start if end is None else end] = text
    return "\n".join(lines) + "\n"


def pairs(nodes, owner):
    for node in nodes:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            if any(isinstance(d, ast.Name) and d.id == "type_check_only" for d in node.decorator_list):
                continue
            thing = inspect.getattr_static(owner, node.name)
            thing = getattr(owner, node.name) if isinstance(thing, staticmethod) else thing
            yield node, thing
            if isinstance(node, ast.ClassDef):
                yield from pairs(node.body, thing)


def test_docstrings():
    source = STUB.read_text()
    if os.environ.get("WHOSAID_BLESS"):
        STUB.write_text(source := documented(source))
    assert source == documented(source), "WHOSAID_BLESS=1 pytest tests/test_stubs.py writes them anew"


def test_everything_is_explained():
    for name in whosaid.__all__:
        if name.startswith("__"):
            continue
        thing = getattr(whosaid, name)
        assert inspect.getdoc(thing), name
        if inspect.isclass(thing) and thing.__module__ == "whosaid" and not name == "__version__":
            for member, value in vars(thing).items():
                assert member.startswith("_") or inspect.getdoc(value), f"{name}.{member}"


@pytest.mark.parametrize("module", [whosaid, whosaid._check])
def test_examples_in_docstrings(module):
    ran = doctest.testmod(module)
    assert ran.attempted > 0 and ran.failed == 0


@pytest.mark.parametrize("command", [["mypy.stubtest", "whosaid._whosaid"], ["mypy", "-p", "whosaid"]])
def test_types(command, tmp_path):
    pytest.importorskip("mypy")
    env = {**os.environ, "MYPY_CACHE_DIR": str(tmp_path)}
    config = [] if "stubtest" in command[0] else ["--strict", "--ignore-missing-imports"]
    done = subprocess.run(
        [sys.executable, "-m", command[0], *config, *command[1:]], capture_output=True, text=True, env=env, cwd=tmp_path
    )
    assert done.returncode == 0, done.stdout + done.stderr
