"""The spaCy component: spans on tokens, attributes, pipes, and what survives being saved."""

import datetime
import doctest

import pytest
import whosaid

spacy = pytest.importorskip("spacy")
from spacy.tokens import Doc, DocBin, Span  # noqa: E402

TEXT = "“We won’t open it,” Ines Calloway, the harbour master, said. “Nobody wants that.”\n\nThe port is shut, she said."
LEXICON = """
[[speaker]]
name = "Ines Calloway"
roles = [{ title = "harbour master", to = 2019-06-30 }, { title = "mayor", from = 2019-07-01 }]
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory):
    path = tmp_path_factory.mktemp("lexicon") / "speakers.toml"
    path.write_text(LEXICON)
    return path


@pytest.fixture
def nlp(lexicon):
    nlp = spacy.blank("en")
    nlp.add_pipe("whosaid", config={"lexicon": str(lexicon)})
    return nlp


def test_quotes_are_spans(nlp):
    doc = nlp(TEXT)
    first, second = doc.spans["quotes"]
    assert (first._.speaker, first._.role, first._.speaker_id) == ("Ines Calloway", "mayor", "ines-calloway")
    assert (first.label_, first._.kind, second._.kind) == ("direct", "direct", "indirect")
    assert [s.text for s in first._.segments] == ["We won’t open it,", "Nobody wants that."]
    assert first.text.startswith("We won’t open it,” Ines") and first.text.endswith("Nobody wants that.")
    assert (first._.mention.text, first._.cue.text, second._.mention.text) == ("Ines Calloway", "said", "she")
    assert first._.stated_role == "the harbour master" and 0 < first._.confidence <= 1
    assert second._.flags == ("resolved",) and second._.attribution > first._.attribution
    assert isinstance(first._.quote, whosaid.Record) and first._.rule == first._.quote.rule
    place = first._.quote.segments[0]
    assert doc.text[place.start : place.end] == place.text


def test_spans_hold_whole_tokens():
    nlp = spacy.blank("en")
    nlp.add_pipe("whosaid")
    # One token each, marks and all.
    doc = Doc(nlp.vocab, words=["“Yes,”", "Anna", "Berg", "said."], spaces=[True, True, True, False])
    [quote] = nlp.get_pipe("whosaid")(doc).spans["quotes"]
    assert (quote.text, quote._.cue.text, quote._.quote.quote) == ("“Yes,”", "said.", "Yes,")


def test_a_span_that_is_no_quote_has_no_speaker(nlp):
    doc = nlp(TEXT)
    assert doc[0:2]._.speaker is None and doc[0:2]._.segments == () and doc[0:2]._.quote is None
    doc = nlp("The port was shut.")
    assert list(doc.spans["quotes"]) == []


def test_pipe_gives_the_same(nlp):
    texts = [TEXT, "Nobody spoke.", "", TEXT + " 🚢", "“No,” she said."] * 150
    docs = [nlp(t) for t in texts[:5]]
    want = [[q._.quote for q in doc.spans["quotes"]] for doc in docs] * 150
    got = [[q._.quote for q in doc.spans["quotes"]] for doc in nlp.pipe(texts)]
    assert got == want
    contexts = [context for _, context in nlp.pipe(((t, i) for i, t in enumerate(texts)), as_tuples=True)]
    assert contexts == list(range(len(texts)))


def test_the_same_records_as_the_extractor(nlp, lexicon, articles):
    extractor = whosaid.Extractor(lexicon)
    for article in articles:
        doc = nlp(article["text"])
        want = extractor.extract(article["text"], source="doc")
        assert [q._.quote for q in doc.spans["quotes"]] == want
        for quote, record in zip(doc.spans["quotes"], want):
            for span, place in zip(quote._.segments, record.segments):
                assert span.start_char <= place.start and place.end <= span.end_char


def test_the_date_of_a_doc_decides_the_role(nlp):
    for date, role in [("2019-06-30", "harbour master"), (datetime.date(2019, 7, 1), "mayor")]:
        doc = nlp.make_doc(TEXT)
        doc.user_data["date"] = date
        assert nlp.get_pipe("whosaid")(doc).spans["quotes"][0]._.role == role


def found(doc):
    return [(q.text, q._.speaker, q._.cue.text) for q in doc.spans["quotes"]]


def test_what_is_saved_is_there_again(nlp, tmp_path):
    doc = nlp(TEXT)
    want = found(doc)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert found(again) == want
    [stored] = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert found(stored) == want
    nlp.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model", config={"components.whosaid.lexicon": None})
    assert found(loaded(TEXT)) == want
    assert spacy.blank("en").from_bytes(spacy.blank("en").to_bytes()).pipe_names == []


def test_two_quotes_on_the_same_tokens_stay_apart(nlp):
    doc = nlp("“Yes,” Ines Calloway said.")
    [quote] = doc.spans["quotes"]
    other = Span(doc, quote.start, quote.end, label="other")
    assert quote._.speaker == "Ines Calloway" and other._.speaker is None


def test_options():
    nlp = spacy.blank("en")
    nlp.add_pipe("whosaid", config={"include_unattributed": True, "spans_key": "said"})
    doc = nlp("The “temporary” ferry runs.")
    [marked] = doc.spans["said"]
    assert marked._.flags == ("not_speech",)
    with pytest.raises(ValueError, match="lexicon"):
        nlp.add_pipe("whosaid", name="two", config={"lexicon": 3})


def test_examples_in_docstrings():
    import whosaid.spacy as module

    ran = doctest.testmod(module)
    assert ran.attempted > 0 and ran.failed == 0
