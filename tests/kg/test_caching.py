"""What is kept between runs: found again by its content alone, and never half or wrong."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import pytest

from kg.caching import cached, folder


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty folder that values are kept in."""
    monkeypatch.setenv("CALF_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


class Maker:
    """Makes a value, and counts how often."""

    def __init__(self, value="value"):
        self.value = value
        self.made = 0

    def __call__(self):
        self.made += 1
        return self.value


def kept(name="thing", parts=(b"a",), value="value"):
    """What is kept under a name, and how often it was made."""
    make = Maker(value)
    return cached(name, parts, make), make.made


def test_a_value_is_made_once(place):
    """The second time it is read."""
    assert [kept(), kept()] == [("value", 1), ("value", 0)]


@pytest.mark.parametrize("other", [{"name": "other"}, {"parts": (b"b",)}, {"parts": (b"a", b"")}])
def test_another_name_or_content_makes_another_value(place, other):
    """A value is found by all that it is made from."""
    kept()
    assert kept(**other, value="new") == ("new", 1)


def test_a_change_of_the_code_makes_another_value(place, monkeypatch):
    """The modules of kg and qa belong to what a value is made from."""
    kept()
    monkeypatch.setattr("kg.caching._code", lambda: [b"other code"])
    assert kept(value="new") == ("new", 1)


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:-1], lambda data: data[:40] + b"!" + data[41:]]
)
def test_a_damaged_file_is_made_anew(place, damage):
    """Whether empty, cut short or changed."""
    kept()
    (file,) = place.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert [kept(), kept()] == [("value", 1), ("value", 0)]


def test_a_killed_writer_leaves_nothing_that_is_read(place, monkeypatch):
    """The file gets its name when it is whole."""

    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        kept()
    monkeypatch.undo()
    os.environ["CALF_CACHE"] = str(place)
    assert list(place.iterdir()) == []
    assert kept() == ("value", 1)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="needs users as POSIX has them")
def test_a_folder_that_others_may_write_to_is_not_used(place):
    """Opening a value can run code, so it must come from this user."""
    place.mkdir()
    place.chmod(0o777)
    assert folder() is None
    assert [kept(), kept()] == [("value", 1), ("value", 1)]
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("wanted", ["", "/dev/null/no-folder"])
def test_without_a_folder_values_are_made_each_time(monkeypatch, wanted):
    """An empty variable turns keeping off, and an impossible folder is no error."""
    monkeypatch.setenv("CALF_CACHE", wanted)
    assert [kept(), kept()] == [("value", 1), ("value", 1)]


def test_old_values_are_deleted(place):
    """A folder does not grow with every change of the ontology."""
    for number in range(20):
        kept(parts=(b"%d" % number,))
    assert len(list(place.iterdir())) == 8
    assert kept(parts=(b"19",)) == ("value", 0)


_ASK = """
from qa.model import Question
from qa.pipeline import Pipeline
print(Pipeline.load().ask(Question({!r})))
"""


def test_processes_that_start_together_answer_alike(place):
    """Each makes the value or finds it whole; one file is left, and it gives the same answer again."""
    ask = [sys.executable, "-c", _ASK.format("which exercise targets the soleus?")]
    started = [subprocess.Popen(ask, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [process.communicate()[0].split("timings_ms")[0] for process in started]
    (file,) = place.iterdir()
    told.append(subprocess.run(ask, capture_output=True, text=True, check=True).stdout.split("timings_ms")[0])
    assert len(set(told)) == 1
    assert told[0]
    assert list(place.iterdir()) == [file]


def test_the_graph_comes_back_as_it_was(place):
    """Facts, proofs, sources and queries of a copy are those of the graph."""
    from kg.graph import KnowledgeGraph
    from kg.terms import Sparql

    graph = KnowledgeGraph.load()
    copy = pickle.loads(pickle.dumps(graph))
    facts = graph.statements()
    assert copy.statements() == facts
    for fact in facts[::25]:
        assert copy.proof(fact) == graph.proof(fact)
        assert copy.provenance(fact) == graph.provenance(fact)
        assert copy.standing(fact) is graph.standing(fact)
    count = Sparql("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    assert copy.select(count) == graph.select(count)
