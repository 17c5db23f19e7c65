"""The `calf` command, in this process with a fake pipeline."""

from __future__ import annotations

import io
import json
import sys
from types import ModuleType
from typing import ClassVar

import pytest

from kg.errors import QueryRefusedError
from kg.terms import Bindings, Iri, Literal
from ui import cli
from ui.commands import page

from fake_pipeline import FakePipeline

INNER = "which exercise targets the inner calf?"


@pytest.fixture
def calf(monkeypatch, capsys):
    """Run `calf` with some arguments on a fake pipeline; returns exit code, output and error output."""
    module = ModuleType("qa.pipeline")
    module.Pipeline = FakePipeline
    monkeypatch.setitem(sys.modules, "qa.pipeline", module)

    def run(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["calf", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as stop:
            cli.main()
        return stop.value.code or 0, *capsys.readouterr()

    return run


@pytest.fixture
def graph(monkeypatch):
    """A fake graph whose `query` gives one row, or raises what a test puts into `error`."""

    class Graph:
        error: ClassVar = None
        queries: ClassVar = []

        @classmethod
        def load(cls, path=None):
            return cls()

        def query(self, sparql):
            self.queries.append(sparql.text)
            if self.error:
                raise self.error
            row = (
                Iri("https://w3id.org/calf-kg/calf#soleus"),
                Literal("[b]Soleus[/b]", language="en"),
                Literal("3", "http://www.w3.org/2001/XMLSchema#integer"),
                None,
            )
            return Bindings(("m", "label", "n", "nothing"), (row,))

    module = ModuleType("kg.graph")
    module.KnowledgeGraph = Graph
    monkeypatch.setitem(sys.modules, "kg.graph", module)
    return Graph


def test_answer_in_a_terminal(calf):
    """`calf ask` prints lead, items, research check, reading, reasons, sources and related questions."""
    code, out, err = calf("ask", *INNER.split())

    assert (code, err) == (0, "")
    text = " ".join(out.replace("│", " ").split())
    for part in (
        "The article names three",
        "• donkey calf raise, toes in",
        "Research check: disputed. Trials point the other way.",
        "I read this as: exercises that emphasise",
        'read "excercise" as "exercise"',
        "It rests on a claim that research leaves disputed.",
        "derived:",
        "To target the inner calf, turn your toes inward",
        "which exercise targets the outer calf?",
    ):
        assert part in text
    assert "SELECT" not in out
    assert "\x1b" not in out


def test_full_answer_shows_studies_and_query(calf):
    """`--full` adds the studies and the SPARQL that ran."""
    out = calf("ask", "--full", INNER)[1]

    assert "Nunes 2020, contradicts: medial-head thickness grew 8.4 %" in out
    assert "SELECT DISTINCT ?x" in out


def test_table_and_numbered_steps(calf):
    """A comparison is a table and steps are numbered."""
    out = calf("ask", "compare standing and seated calf raises")[1]

    assert "seated calf raise machine" in out
    assert " 2. Rise as high as you can." in out


def test_refusal(calf):
    """A question that was not understood exits with 3 and says what was not understood, as plain text."""
    code, out, _ = calf("ask", "what about [bold]<b>zumba</b>?")

    assert code == 3
    assert "Not understood: what about [bold]<b>zumba</b>?" in out
    assert "You could ask" in out


def test_empty_result_is_an_answer(calf):
    """ "None, because ..." is an answer and exits with 0."""
    assert calf("ask", "which exercise needs a barbell?")[0] == 0


def test_json(calf):
    """`--json` prints the object of the Answer contract."""
    code, out, _ = calf("ask", "--json", INNER)
    answer = json.loads(out)

    assert code == 0
    assert answer["status"] == "answered"
    assert answer["entities"] == ["standing calf raise", "donkey calf raise", "calf press on the leg press"]
    assert answer["corrections"] == [{"from": "excercise", "to": "exercise"}]


def test_follow_up_with_context(calf):
    """The context of a JSON answer, handed back, makes a follow-up understood."""
    context = json.loads(calf("ask", "--json", INNER)[1])["context"]

    assert calf("ask", "--context", context, "and the outer one?")[0] == 0
    assert calf("ask", "and the outer one?")[0] == 3


def test_batch(calf, tmp_path):
    """A batch answers every line in order, keeps ids as given, and the last turn of a conversation."""
    lines = [
        {"id": 7, "question": INNER},
        {"id": "talk", "turns": [INNER, "and the outer one?"]},
        {"id": None, "question": "¿qué? 🦵"},
    ]
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")

    code, out, err = calf("ask", "--batch", str(file))

    answers = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [answer["id"] for answer in answers] == [7, "talk", None]
    assert [answer["status"] for answer in answers] == ["answered", "answered", "unknown_term"]
    assert answers[1]["text"] == "Turn the toes out."


def test_batch_from_standard_input(calf):
    """`--batch -` reads standard input."""
    assert '"id": 1' in calf("ask", "--batch", "-", stdin='{"id": 1, "question": "x"}')[1]


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        "{}",
        '{"question": 1}',
        '{"turns": []}',
        '{"turns": ["a", 2]}',
        '{"question": "a", "turns": ["b"]}',
    ],
)
def test_wrong_batch_line(calf, line):
    """A wrong line is named by its number, and nothing is answered."""
    code, out, err = calf("ask", "--batch", "-", stdin='{"question": "x"}\n' + line)

    assert (code, out) == (2, "")
    assert err.startswith("calf: -, line 2 ")
    assert err.count("\n") == 1


def test_batch_that_is_not_utf8(calf, tmp_path):
    """A file in another encoding is refused with its first wrong line."""
    file = tmp_path / "latin1.jsonl"
    file.write_bytes(b'{"question": "a"}\n{"question": "caf\xe9"}\n')

    assert "line 2 is not UTF-8" in calf("ask", "--batch", str(file))[2]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ask",), "There is no question"),
        (("ask", "  "), "There is no question"),
        (("ask", "--batch", "nowhere.jsonl"), "nowhere.jsonl cannot be read"),
        (("ask", "--batch", "-", "why"), "--batch takes no question"),
        (("sparql",), "Exactly one query is needed"),
        (("sparql", "ASK {}", "--file", "x.rq"), "Exactly one query is needed"),
        (("sparql", "--file", "nowhere.rq"), "nowhere.rq cannot be read"),
        (("sparql", "--json", "--csv", "ASK {}"), "exclude each other"),
    ],
)
def test_wrong_usage(calf, arguments, words):
    """Wrong usage is one line on standard error, and exit code 2."""
    code, out, err = calf(*arguments)

    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("arguments", [("ask", "--nonsense"), ("dance",), ("ui", "--port", "0")])
def test_unknown_switch_or_command(calf, arguments):
    """What the command line does not know exits with 2 as well."""
    assert calf(*arguments)[0] == 2


def test_sparql_table(calf, graph):
    """A table shortens IRIs, leaves no mark of markup, and counts the rows."""
    out = calf("sparql", "SELECT * {}")[1]

    assert "calf:soleus" in out
    assert "[b]Soleus[/b]@en" in out
    assert "1 row" in out


def test_sparql_json(calf, graph):
    """`--json` is the SPARQL 1.1 JSON format."""
    document = json.loads(calf("sparql", "--json", "-", stdin="SELECT * {}")[1])

    assert document["head"]["vars"] == ["m", "label", "n", "nothing"]
    assert document["results"]["bindings"][0] == {
        "m": {"type": "uri", "value": "https://w3id.org/calf-kg/calf#soleus"},
        "label": {"type": "literal", "value": "[b]Soleus[/b]", "xml:lang": "en"},
        "n": {"type": "literal", "value": "3", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
    }
    assert graph.queries[-1].endswith("\nSELECT * {}")


def test_sparql_csv(calf, graph, tmp_path):
    """`--csv` is the SPARQL 1.1 CSV format, and `--file` reads the query from a file."""
    file = tmp_path / "q.rq"
    file.write_text("SELECT * {}", encoding="utf-8")

    assert (
        calf("sparql", "--csv", "--file", str(file))[1]
        == "m,label,n,nothing\nhttps://w3id.org/calf-kg/calf#soleus,[b]Soleus[/b],3,\n"
    )


def test_sparql_error(calf, graph, monkeypatch):
    """A refused query is one line that keeps the position, without a traceback."""
    monkeypatch.setattr(
        graph, "error", QueryRefusedError("line 2, column 3: LOAD is not allowed", "Use\nSELECT")
    )
    code, _, err = calf("sparql", "LOAD <x>")

    assert code == 2
    assert err == "calf: line 1, column 3: LOAD is not allowed. Use SELECT.\n"


def test_page_command_binds_to_this_machine():
    """The page is served on 127.0.0.1 only, reports nothing, and opens a browser only when asked."""
    line = page.command_line(8600, open_browser=False)

    assert {"--server.address=127.0.0.1", "--browser.gatherUsageStats=false", "--server.headless=true"} <= {
        *line
    }
    assert "--server.headless=true" not in page.command_line(8600, open_browser=True)


def test_taken_port(calf, monkeypatch):
    """A port that is taken is an error with a way out."""
    monkeypatch.setattr(page, "_is_free", lambda port: False)

    assert (
        calf("ui", "--port", "8600")[2]
        == "calf: Port 8600 on 127.0.0.1 is taken. Choose another one with --port.\n"
    )


def test_page_without_streamlit(calf, monkeypatch):
    """Without Streamlit the page says what to install."""
    monkeypatch.setattr(page, "find_spec", lambda name: None)

    assert 'pip install -e ".[ui]"' in calf("ui")[2]
