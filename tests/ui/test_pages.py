"""What holds for every page of the navigation, whatever it shows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import ui
from kg.errors import OntologyError
from kg.terms import Iri
from kg.vocabulary import CALF_NS
from qa.pipeline import Pipeline
from ui.components.pages import PAGES
from ui.resources import _completing, bank, browser, course, pipeline, teacher

UI = Path(ui.__file__).parent
FILES = sorted(UI.rglob("*.py"))
QUERY = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE|FILTER|OPTIONAL)\b.*[{?]|[?$]\w+\s+\w*:\w+")
EXAMPLE = re.compile(r"^Examples?: |^Write it |…$")  # tells what can be typed
DOMAIN = (  # words of every day, such as toes and heels, may stand in an instruction
    *("MuscularStructure", "Bone", "Joint", "Nerve", "Tendon", "JointAction", "Exercise", "Position"),
    *("Mistake", "Benefit", "TrainingPrinciple", "Equipment"),
)
EVERYDAY = {"standing", "step"}  # of a claim in research, and by step


def texts(path: Path) -> list[str]:
    """The texts in a module that a reader or a machine may get, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parts = [
        node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [part.value for part in parts if id(part) not in said and not EXAMPLE.search(part.value)]


@pytest.fixture
def forget():
    """No page holds on to what another test loaded, nor passes on what this one loads."""
    caches = (pipeline, browser, bank, teacher, course, _completing)
    for cache in caches:
        cache.clear()
    yield
    for cache in caches:
        cache.clear()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_opens(drawn, page):
    """A page without parameters shows one title and no error."""
    shown = drawn(page.name)

    assert len(shown.title) == 1
    assert not shown.error


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_broken_ontology_is_told(drawn, page, forget, monkeypatch):
    """An ontology that cannot be loaded is an error with its fix on every page, never a traceback."""

    def fail(path=None):
        raise OntologyError("calf.owl is missing", "Run calf build")

    monkeypatch.setattr(Pipeline, "load", fail)
    shown = drawn(page.name)

    assert [error.value.replace("\\", "") for error in shown.error] == [
        "calf.owl is missing. Run calf build."
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(UI)))
def test_no_query_is_written_here(path):
    """The faces hold no SPARQL: queries come from answers and from those who type them."""
    assert [text for text in texts(path) if QUERY.search(text)] == []


def test_no_fact_is_written_here():
    """The faces name no muscle, exercise, position and so on, but in examples of what can be typed."""
    graph = pipeline().graph
    known = {iri for name in DOMAIN for iri in graph.instances(Iri(f"{CALF_NS}{name}"))}
    names = {graph.entity(iri).label for iri in known} - EVERYDAY
    named = re.compile(rf"\b({'|'.join(map(re.escape, sorted(names)))})\b", re.IGNORECASE)
    found = [
        (str(path.relative_to(UI)), text) for path in FILES for text in texts(path) if named.search(text)
    ]

    assert len(names) > 50
    assert found == []
