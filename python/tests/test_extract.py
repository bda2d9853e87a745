"""One article: the record in all its fields, what arguments may be, and what is said of those that may not."""

import copy
import datetime
import pickle

import pytest
import whosaid

TEXT = "“We won’t open it,” Ines Calloway, the harbour master, said.\r\nHe said 🚢 it was safe."
LEXICON = """
[[speaker]]
name = "Ines Calloway"
roles = [
    { title = "harbour master", to = 2019-06-30 },
    { title = "Mayor of Port Ellin", from = 2019-07-01 },
]
"""


@pytest.fixture(scope="module")
def extractor():
    return whosaid.Extractor(whosaid.Lexicon.parse(LEXICON))


def test_a_record_has_every_field(extractor):
    record = extractor.extract(TEXT, date="2019-01-01", source="a.txt")[0]
    assert record.to_dict() == {
        "quote": "We won’t open it,",
        "speaker": "Ines Calloway",
        "role": "harbour master",
        "source": "a.txt",
        "kind": "direct",
        "speaker_id": "ines-calloway",
        "stated_role": "the harbour master",
        "mention": {"start": 20, "end": 33, "text": "Ines Calloway"},
        "cue": {"start": 55, "end": 59, "text": "said"},
        "segments": [{"start": 1, "end": 18, "text": "We won’t open it,"}],
        "attribution": 1,
        "rule": record.rule,
        "confidence": record.confidence,
        "line": 1,
        "column": 2,
        "element": None,
        "context": "“We won’t open it,” Ines Calloway, the harbour master, said.",
        "flags": [],
        "id": record.id,
    }
    for name, value in record.to_dict().items():
        got = getattr(record, name)
        if isinstance(got, whosaid.Place):
            got = got.to_dict()
        elif isinstance(got, tuple):
            got = [p.to_dict() if isinstance(p, whosaid.Place) else p for p in got]
        assert got == value, name
    assert repr(record) == (
        "Record(quote='We won’t open it,', speaker='Ines Calloway', role='harbour master', source='a.txt', "
        f"kind='direct', confidence={record.confidence:.2f})"
    )
    assert repr(record.mention) == "Place(20, 33, 'Ines Calloway')"


def test_offsets_are_characters_of_the_text_as_given(extractor):
    broken = "\u00e2\u20ac\u0153We won\u00e2\u20ac\u2122t,\u00e2\u20ac\u009d Ines Calloway said."
    for text in [TEXT, "🚢🚢 " + TEXT, broken]:
        for record in extractor.extract(text):
            for place in [*record.segments, record.mention, record.cue]:
                if place and text is not broken:
                    assert text[place.start : place.end] == place.text
    [record] = extractor.extract(broken)
    assert record.quote == "We won’t,"
    assert broken[record.segments[0].start : record.segments[0].end] == "We won\u00e2\u20ac\u2122t,"


def test_records_are_compared_hashed_and_pickled(extractor):
    one, two = (extractor.extract(TEXT, source=s) for s in "ab")
    assert one == extractor.extract(TEXT, source="a") and one != two
    assert len({*one, *two, *one}) == len(one) + len(two)
    assert pickle.loads(pickle.dumps(one)) == one
    assert whosaid.Record.from_json(one[0].to_json()) == one[0]
    assert one[0] != "a record" and one[0].mention == copy.copy(one[0].mention)
    match one[0].cue:
        case whosaid.Place(start, end, "said"):
            assert (start, end) == (55, 59)
        case _:
            pytest.fail("a place is matched by position")
    with pytest.raises(AttributeError):
        one[0].speaker = "nobody"


@pytest.mark.parametrize(
    ("date", "role"),
    [
        (None, "Mayor of Port Ellin"),
        ("2019-06-30", "harbour master"),
        ("June 30, 2019", "harbour master"),
        (datetime.date(2019, 7, 1), "Mayor of Port Ellin"),
        (datetime.datetime(2019, 6, 30, 23, 59), "harbour master"),
        (float("nan"), "Mayor of Port Ellin"),
    ],
)
def test_dates(extractor, date, role):
    assert extractor.extract(TEXT, date)[0].role == role


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"text": 3}, TypeError, "the text must be a str, not int"),
        ({"text": b"bytes"}, TypeError, "the text must be a str, not bytes"),
        ({"text": "half \ud800"}, ValueError, "lone surrogate"),
        ({"text": "x" * (1 << 20) + "x"}, ValueError, "larger than 1 MB.*max_size"),
        ({"text": "", "date": "03/04/2016"}, ValueError, "'?\"?03/04/2016.* is not understood: write '2016-07-15'"),
        ({"text": "", "date": 2016}, TypeError, "the date must be a str .* not int"),
        ({"text": "", "source": 1.5}, TypeError, "must be a str, an int or a path, not float"),
    ],
)
def test_wrong_arguments(arguments, error, words):
    with pytest.raises(error, match=words):
        whosaid.Extractor(max_size=1).extract(**arguments)


def test_an_article_without_quotes(extractor):
    assert extractor.extract("") == extractor.extract("The harbour was shut.") == []


def test_options():
    text = "Anna Berg thinks the port will close. The “temporary” ferry runs."
    assert whosaid.Extractor().extract(text) == []
    [belief] = whosaid.Extractor(beliefs=True).extract(text)
    assert belief.cue.text == "thinks"
    [marked] = whosaid.Extractor(include_unattributed=True).extract(text)
    assert (marked.quote, marked.flags) == ("temporary", ("not_speech",))


def test_an_extractor_can_be_pickled(extractor):
    for each in [extractor, whosaid.Extractor(beliefs=True, max_size=3)]:
        again = pickle.loads(pickle.dumps(each))
        assert again.extract(TEXT) == each.extract(TEXT)
        assert (again.beliefs, again.max_size) == (each.beliefs, each.max_size)
        assert again.lexicon == each.lexicon
        assert repr(again) == repr(each)


def test_lexicons(tmp_path, monkeypatch):
    path = tmp_path / "speakers.toml"
    path.write_text(LEXICON)
    (tmp_path / "below").mkdir()
    read = whosaid.Lexicon.read(path)
    assert read.speakers == ("Ines Calloway",) and len(read) == 1 and read.file == str(path)
    assert read == whosaid.Lexicon.nearest(tmp_path / "below") == copy.deepcopy(read)
    assert whosaid.Extractor(path).lexicon == whosaid.Extractor(str(path)).lexicon == read
    monkeypatch.chdir(tmp_path / "below")
    assert whosaid.Lexicon.nearest() == read
    assert whosaid.Lexicon.builtin().file is None and len(whosaid.Lexicon.parse("")) == 0
    assert repr(whosaid.Lexicon.parse(LEXICON, "a.toml")) == "<whosaid.Lexicon a.toml: 1 speaker>"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[speaker]]\nname = 3\n", r"speakers\.toml:2"),
        ("[[speaker]]\nnam = 'x'\n", r"speakers\.toml:\d.*nam"),
        ("[[cue]]\nverb = ''\n", r"speakers\.toml:2.*verb"),
        (b"# caf\xe9\n", r"speakers\.toml:1: is not UTF-8"),
    ],
)
def test_a_bad_lexicon_names_file_and_line(tmp_path, text, words):
    path = tmp_path / "speakers.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ValueError, match=words):
        whosaid.Extractor(path)


def test_wrong_lexicons(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        whosaid.Extractor(tmp_path / "none.toml")
    assert caught.value.filename == str(tmp_path / "none.toml")
    with pytest.raises(TypeError, match="lexicon must be the path .* not int"):
        whosaid.Extractor(3)
    with pytest.raises(ValueError, match="max_size must be from 1 to 1024 MB, not 0"):
        whosaid.Extractor(max_size=0)
    with pytest.raises(TypeError):
        whosaid.Extractor(None, True)


def test_the_same_records_as_the_command_line(articles, whosaid_cli):
    from conftest import LEXICON as lexicon

    extractor = whosaid.Extractor(lexicon)
    ours = [r.to_dict() for a in articles for r in extractor.extract(a["text"], source=a["id"])]
    many = [r.to_dict() for records in extractor.extract_many(articles) for r in records]
    theirs = whosaid_cli(articles)
    assert len(theirs) > 200
    assert ours == theirs
    assert many == theirs
