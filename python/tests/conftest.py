"""The articles the tests read, and the command line that the package is held against."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = sorted((ROOT / "corpus").glob("*.txt"))
POLNEAR = ROOT.parent / "shared" / "polnear" / "dev"
LEXICON = ROOT / "speakers.toml"


def blocks(language: str) -> list[str]:
    """The blocks of the README in a language."""
    text = (ROOT / "python" / "README.md").read_text()
    return [part.split("```")[0] for part in text.split(f"\n```{language}\n")[1:]]


def program() -> str | None:
    """The command line: what WHOSAID names, else the newest one built here."""
    named = os.environ.get("WHOSAID") or shutil.which("whosaid")
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    built = [p for p in (target / "debug" / "whosaid", target / "release" / "whosaid") if p.exists()]
    return named or (str(max(built, key=lambda p: p.stat().st_mtime)) if built else None)


@pytest.fixture(scope="session")
def whosaid_cli():
    """Runs the command line on articles given as dicts, in the project's folder; gives the records of its JSON lines."""
    path = program()
    if path is None:
        pytest.skip("the command line is not built: cargo build")

    def run(articles, *args):
        lines = "".join(json.dumps(a) + "\n" for a in articles)
        command = [path, "extract", "-q", "-f", "jsonl", "--lexicon", str(LEXICON), "--input-format", "jsonl", *args]
        done = subprocess.run(command, input=lines.encode(), capture_output=True, cwd=ROOT)
        assert done.returncode == 0, done.stderr.decode()
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


def read(path: Path) -> str:
    """A text with its line ends as they are: offsets count them."""
    return path.read_bytes().decode()


@pytest.fixture(scope="session", params=["corpus", "polnear"])
def articles(request):
    """Articles as dicts: those of the project, and PolNeAR's development part where it lies beside the project."""
    if request.param == "corpus":
        assert len(CORPUS) > 20
        return [{"id": p.name, "text": read(p)} for p in CORPUS]
    paths = sorted(POLNEAR.rglob("*.txt"))
    if not paths:
        pytest.skip(f"{POLNEAR} is not there")
    return [{"id": p.name, "text": read(p)} for p in paths]
