"""`calf quiz` asks, marks and remembers; `calf export` writes quizzes for teachers."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile

import pytest

from teach.progress import load_file
from teach.quiz import Bank, Choice, Form, jumbled


@pytest.fixture
def calf(monkeypatch, capsys):
    """Run `calf` with arguments and lines typed in; returns exit code, output and error output."""
    from ui import cli

    def run(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["calf", *arguments])
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as stop:
            cli.main()
        return stop.value.code or 0, *capsys.readouterr()

    return run


@pytest.fixture(scope="module")
def items(pipeline):
    """The quiz that `calf quiz --seed 4 --count 12` asks."""
    return Bank(pipeline.graph, pipeline.say).choose(Choice(seed=4, count=12))


def _typed(item, *, right: bool, seed: int = 4) -> str:
    """A line that answers an item."""
    if item.form is Form.NUMBER:
        return f"{item.number.low if right else item.number.high + 1:g}"
    if item.form is Form.ORDER:
        shown = jumbled(item, seed)
        order = range(len(shown)) if right else reversed(range(len(shown)))
        return " ".join(str(shown.index(place) + 1) for place in order)
    wrong = [place for place, option in enumerate(item.options) if not option.right][:1]
    return ", ".join(str(place + 1) for place in (item.right if right else wrong))


@pytest.mark.parametrize("right", [True, False])
def test_a_quiz_in_the_terminal(calf, items, right):
    """Every question is asked, marked and explained with its source, and the count is right."""
    lines = "\n".join(_typed(item, right=right) for item in items)
    code, out, err = calf("quiz", "--seed", "4", "--count", "12", typed=lines + "\n")
    told = " ".join(out.split())

    assert (code, err) == (0, "")
    assert f"{12 if right else 0} of 12 right" in told
    assert told.count("Not right. The right answer:") == (0 if right else 12)
    assert out.count("[") >= 12
    assert all(" ".join(item.stem.split()) in told for item in items)


def test_a_line_that_is_no_answer_is_asked_again(calf, items):
    """Words, numbers that are not there and empty lines are refused, and the question stays."""
    lines = "\n".join(["soleus", "99", "", _typed(items[0], right=True), "q"])
    code, out, _ = calf("quiz", "--seed", "4", "--count", "12", typed=lines + "\n")

    assert code == 0
    assert "1 of 1 right" in out
    assert out.count("(q ends)") == 5


def test_leaving_and_the_end_of_the_input(calf):
    """A quiz that is left, or whose input ends, ends in good order."""
    for typed in ("q\n", ""):
        code, out, err = calf("quiz", typed=typed)
        assert (code, err) == (0, "")
        assert "0 of 0 right" in out


def test_json(calf):
    """With --json the items come with answers, reasons and sources, and the same seed gives the same."""
    code, out, _ = calf("quiz", "--json", "--seed", "9", "--count", "25")
    again = calf("quiz", "--json", "--seed", "9", "--count", "25")[1]
    record = json.loads(out)

    assert code == 0
    assert out == again
    assert len(record["items"]) == 25
    for item in record["items"]:
        assert item["question"]
        assert item["answer"]
        assert item["sources"]
        assert item["number"] or item["options"]


def test_topics_and_levels(calf):
    """Only the topics and levels that are named are asked."""
    out = calf("quiz", "--json", "--topic", "joints", "--topic", "terms", "--level", "easy", "--count", "9")[
        1
    ]

    assert {item["topic"] for item in json.loads(out)["items"]} <= {"joints", "terms"}
    assert {item["level"] for item in json.loads(out)["items"]} == {"easy"}


def test_progress_is_remembered_and_reviewed(calf, items, tmp_path):
    """Answers go into the file at once; what is due is asked again, and what is not due is not."""
    path = tmp_path / "my.json"
    lines = "\n".join([_typed(items[0], right=False), "q"])
    calf("quiz", "--seed", "4", "--count", "12", "--progress", str(path), typed=lines + "\n")
    progress = load_file(path)
    early = calf("quiz", "--review", "--progress", str(path))
    record = json.loads(path.read_text(encoding="utf-8"))
    record["cards"][items[0].memory]["due"] = "2026-01-01T00:00:00+00:00"
    path.write_text(json.dumps(record), encoding="utf-8")
    code, out, _ = calf("quiz", "--review", "--progress", str(path), typed="q\n")

    assert (progress.answers, progress.right) == (1, 0)
    assert early == (2, "", "calf: Nothing is due yet. Come back later, or leave out --review.\n")
    assert code == 0
    assert "Question 1 of 1" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("quiz", "--topic", "cooking"), "There is no topic 'cooking'. Choose among anatomy"),
        (("quiz", "--level", "impossible"), "There is no level 'impossible'. Choose among easy"),
        (("quiz", "--review"), "There is no progress to review. Name its file"),
        (("quiz", "--topic", "terms", "--level", "easy", "--ontology", "nowhere.owl"), "cannot be read"),
        (("export", "anki"), "anki does not go to standard output. Name a file"),
        (("export", "qti"), "qti does not go to standard output. Name a file"),
        (("export", "worksheet"), "worksheet does not go to standard output. Name a folder"),
        (("export", "gift", "--topic", "cooking"), "There is no topic 'cooking'"),
        (("export", "anki", "--out", "/dev/null/x/calf.apkg"), "cannot be written"),
    ],
)
def test_wrong_usage(calf, arguments, words):
    """Wrong usage is one line on standard error, and exit code 2."""
    code, out, err = calf(*arguments)

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err


@pytest.mark.parametrize("text", ["", "{", '{"deck": "Spanish"}'])
def test_a_foreign_progress_file_is_left_alone(calf, tmp_path, text):
    """A file that is no progress is refused before a question is asked, and stays as it was."""
    path = tmp_path / "mine.json"
    path.write_text(text, encoding="utf-8")
    code, out, err = calf("quiz", "--progress", str(path), typed="1\n1\n")

    assert (code, out) == (2, "")
    assert "the file was left as it is" in err
    assert path.read_text(encoding="utf-8") == text


def test_exports(calf, tmp_path):
    """A deck, a GIFT text and a worksheet with its key are written, and each file is named."""
    deck, text, folder = tmp_path / "calf.apkg", tmp_path / "calf.gift", tmp_path / "sheets"
    options = ("--topic", "positions", "--count", "7", "--seed", "2")
    outs = [
        calf("export", "anki", *options, "--out", str(deck)),
        calf("export", "gift", *options, "--out", str(text)),
        calf("export", "worksheet", *options, "--out", str(folder)),
    ]
    printed = calf("export", "gift", *options)[1]

    assert [code for code, _, _ in outs] == [0, 0, 0]
    assert [out.count("was written") for _, out, _ in outs] == [1, 1, 2]
    assert text.read_text(encoding="utf-8") == printed
    assert sorted(path.name for path in folder.iterdir()) == ["key.html", "worksheet.html"]
    with zipfile.ZipFile(deck) as archive:
        (tmp_path / "collection").write_bytes(archive.read("collection.anki2"))
    database = sqlite3.connect(tmp_path / "collection")
    assert database.execute("SELECT count(*) FROM notes").fetchone() == (7,)
    database.close()
