"""The check: findings as objects, the same as the command line's."""

import json
import pickle
import subprocess

import pytest
import whosaid
from conftest import LEXICON, ROOT, program

TEXT = "The port will stay, said Berg. “It is the heart of the town. She left."


def test_a_finding():
    [finding] = whosaid.check(TEXT)
    assert (finding.check, finding.severity, finding.source) == ("unclosed-quote", finding.severity, "<text>")
    assert TEXT[finding.location.start :].startswith("“It is")
    assert finding.location.line == 1 and finding.location.column == 32
    assert pickle.loads(pickle.dumps(finding)) == finding
    assert finding.to_dict()["location"]["start"] == 31


def test_quotes_are_held_against_a_record():
    said = "“We will never open it before it is entirely safe,” Ines Calloway said."
    record = {"id": "minutes.txt", "text": "CALLOWAY: We will open it before it is entirely safe, of course.\n"}
    [finding] = whosaid.check({"id": "a", "text": said}, record=record, only=["altered-quote", "not-on-record"])
    assert finding.diff and finding.source == "a"
    assert any(note.place and note.place.source == "minutes.txt" for note in finding.notes)
    assert {kind for kind, _ in finding.diff} <= {"same", "removed", "added"}


def test_severities_come_from_a_config(tmp_path):
    path = tmp_path / "whosaid.toml"
    path.write_text('[check]\nunclosed-quote = "off"\n')
    assert whosaid.check([TEXT], config=path) == []
    path.write_text('[chekc]\n')
    with pytest.raises(ValueError, match='whosaid.toml:1:2: .*did you mean "check"'):
        whosaid.check([TEXT], config=path)


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"articles": 3}, TypeError, "articles must be a str, a mapping or an iterable of such, not int"),
        ({"articles": [3]}, TypeError, "article 1: an article must be"),
        ({"articles": TEXT, "only": ["unclosed-quot"]}, ValueError, 'did you mean "unclosed-quote"'),
        ({"articles": TEXT, "only": "unclosed-quote"}, TypeError, "only must be a sequence"),
        ({"articles": TEXT, "config": "none.toml"}, FileNotFoundError, "none.toml"),
    ],
)
def test_wrong_arguments(arguments, error, words):
    with pytest.raises(error, match=words):
        whosaid.check(**arguments)


def test_the_same_findings_as_the_command_line(articles):
    path = program()
    if path is None:
        pytest.skip("the command line is not built: cargo build")
    lines = "".join(json.dumps(a) + "\n" for a in articles)
    command = [path, "check", "-q", "-f", "jsonl", "--lexicon", str(LEXICON), "--input-format", "jsonl"]
    done = subprocess.run(command, input=lines.encode(), capture_output=True, cwd=ROOT)
    assert done.returncode in (0, 1), done.stderr.decode()
    theirs = [json.loads(line) for line in done.stdout.splitlines()]
    ours = whosaid.check(articles, LEXICON)
    assert len(theirs) > 10
    assert [f.fingerprint for f in ours] == [f["fingerprint"] for f in theirs]
    for mine, other in zip(ours, theirs):
        mine = json.loads(json.dumps(mine.to_dict()))
        assert {k: mine[k] for k in ("check", "severity", "source", "location", "message")} == {
            k: other[k] for k in ("check", "severity", "source", "location", "message")
        }
