"""Many articles: order, bounded memory, errors in their turn, Ctrl-C, threads and processes."""

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import threading

import pytest
import whosaid

EXTRACTOR = whosaid.Extractor()


def said(n):
    return f"“We are {n} days late!” Anna Berg said."


def test_order_is_kept():
    found = EXTRACTOR.extract_many(said(n) for n in range(1500))
    assert [r.quote for [r] in found] == [f"We are {n} days late!" for n in range(1500)]
    assert [r.source for [r] in EXTRACTOR.extract_many([said(1), said(2)])] == ["<text>:1", "<text>:2"]


def test_mappings():
    rows = [{"body": said(n), "key": n, "day": "2016-07-15"} for n in range(3)]
    found = EXTRACTOR.extract_many(rows, text="body", id="key", date="day", threads=1)
    assert [r.source for [r] in found] == ["0", "1", "2"]


def test_an_article_that_is_wrong_is_raised_in_its_turn():
    items = [said(1), 7, {"id": "x"}, {"text": said(2), "date": "soon"}, said(3), {"text": None}]
    found = EXTRACTOR.extract_many(items)
    assert iter(found) is found
    assert next(found)[0].quote == "We are 1 days late!"
    for error, words in [
        (TypeError, "article 2: an article must be a str, or a mapping with the key \"text\", not int"),
        (ValueError, r"article 3: has no key \"text\"; it has \['id'\]"),
        (ValueError, "article 4: the date \"soon\" is not understood"),
    ]:
        with pytest.raises(error, match=words):
            next(found)
    assert next(found)[0].quote == "We are 3 days late!"
    with pytest.raises(TypeError, match="article 6: the text must be a str, not NoneType"):
        next(found)
    assert list(found) == []


def test_an_error_of_the_iterable_comes_behind_what_came_before():
    def articles():
        yield said(1)
        raise LookupError("the archive is shut")

    found = EXTRACTOR.extract_many(articles())
    assert len(next(found)) == 1
    with pytest.raises(LookupError, match="the archive is shut"):
        next(found)
    assert list(found) == []


@pytest.mark.parametrize("one", ["a text", {"text": "a text"}, 3, None])
def test_one_article_is_not_many(one):
    with pytest.raises(TypeError, match="articles must be an iterable of articles, not"):
        EXTRACTOR.extract_many(one)


@pytest.mark.parametrize("threads", [0, 1025])
def test_the_number_of_threads(threads):
    with pytest.raises(ValueError, match=f"threads must be from 1 to 1024, not {threads}"):
        EXTRACTOR.extract_many([], threads=threads)


def test_articles_are_read_two_batches_ahead_at_most():
    taken = 0

    def articles():
        nonlocal taken
        while True:
            taken += 1
            yield said(taken)

    found = EXTRACTOR.extract_many(articles())
    next(found)
    assert taken <= 3 * 256
    for _ in range(1000):
        next(found)
    assert taken <= 1001 + 3 * 256


def test_an_iterator_that_is_dropped_ends():
    for _ in range(20):
        next(EXTRACTOR.extract_many(said(n) for n in range(10_000)))
    gc.collect()


def rss():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read from /proc")
def test_memory_does_not_grow_with_the_number_of_articles():
    count = int(os.environ.get("WHOSAID_ARTICLES", 6000))
    text = said(1) + "\n\nThe crews went home, he said." * 3
    sizes = []
    for n, records in enumerate(EXTRACTOR.extract_many({"text": text, "id": n} for n in range(count))):
        assert len(records) == 4
        if n % (count // 6) == 0:
            sizes.append(rss())
    print(f"{count} articles, resident:", *(f"{s >> 20} MB" for s in sizes))
    # The first sixth warms up.
    assert sizes[-1] - sizes[1] < 8 << 20, sizes


def test_threads_share_an_extractor():
    want = EXTRACTOR.extract(said(1))
    wrong = []

    def work():
        wrong.extend(1 for _ in range(50) if EXTRACTOR.extract(said(1)) != want)

    threads = [threading.Thread(target=work) for _ in range(4)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    assert not wrong


def count_in_child(n):
    return sum(len(r) for r in EXTRACTOR.extract_many([said(1)] * n))


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="there is no fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_process_has_threads_of_its_own():
    assert count_in_child(5) == 5
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(count_in_child, [3, 4]) == [3, 4]


def long_work(script, tmp_path):
    """Starts a script that has an extractor, a text and a table that take seconds, and has printed that it is ready."""
    begin = """
        import pyarrow, whosaid
        e = whosaid.Extractor()
        text = "“We are late!” Anna Berg said. She said the port was shut.\\n\\n" * 20
        table = pyarrow.table({"text": [text] * 30000})
        e.extract(text)
        print("ready", flush=True)
    """
    # Away from the sources: the installed package is what runs.
    command = [sys.executable, "-c", textwrap.dedent(begin) + textwrap.dedent(script)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
    assert child.stdout.readline() == "ready\n"
    return child


def ended(child):
    """What a script printed until it ended, and its errors."""
    try:
        return child.communicate(timeout=60)
    finally:
        child.kill()


def interrupted(script, tmp_path):
    """What a script printed that Ctrl-C met in its work, and its errors."""
    child = long_work(script, tmp_path)
    threading.Event().wait(0.3)
    child.send_signal(signal.SIGINT)
    return ended(child)


unix = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as on Unix")


@unix
@pytest.mark.parametrize(
    "call",
    [
        "for _ in e.extract_many(iter(lambda: text, None)): pass",
        "e.extract(text * 20000)",
        "whosaid.check(iter(lambda: text, None))",
    ],
)
def test_ctrl_c_ends_a_long_call(call, tmp_path):
    script = f"""
        try:
            {call}
        except KeyboardInterrupt:
            print("stopped", flush=True)
    """
    assert interrupted(script, tmp_path) == ("stopped\n", "")


@unix
def test_ctrl_c_ends_a_loop_that_catches_the_error_of_whoever_reads_the_table(tmp_path):
    script = """
        try:
            while True:
                try:
                    pyarrow.table(e.extract_arrow(table))
                except Exception as error:
                    print(error)
                    print("goes on")
        except KeyboardInterrupt:
            print("stopped")
    """
    out, errors = interrupted(script, tmp_path)
    assert out.splitlines()[-1] == "stopped"
    assert "goes on" not in out
    assert errors == ""


@unix
def test_ctrl_c_in_the_reading_of_a_table_says_so(tmp_path):
    out, errors = interrupted("pyarrow.table(e.extract_arrow(table))", tmp_path)
    assert out == ""
    assert errors.startswith("Traceback")
    assert "stopped by KeyboardInterrupt\n" in errors


@unix
def test_what_another_signal_raises_ends_the_reading_of_a_table(tmp_path):
    script = """
        import signal
        class Late(Exception): pass
        def late(*_): raise Late
        signal.signal(signal.SIGALRM, late)
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        try:
            try:
                pyarrow.table(e.extract_arrow(table))
            finally:
                len("anything")
        except Late:
            print("late")
    """
    assert ended(long_work(script, tmp_path)) == ("late\n", "")
