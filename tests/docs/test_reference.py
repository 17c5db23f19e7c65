"""docs/ontology is what the graph says, whole and linked."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from kg.graph import KnowledgeGraph

CROSSES = "[crosses](../properties.md#crossesJoint)"
LIMIT = 1_000_000  # bytes of all pages together


@pytest.fixture(scope="module")
def pages(root):
    """The committed pages by their path."""
    folder = root / "docs" / "ontology"
    return {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))}


def test_pages_are_current(root):
    """The committed pages are those that the graph gives now (else run scripts/reference.py)."""
    command = [sys.executable, str(root / "scripts" / "reference.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    assert done.returncode == 0, done.stderr.splitlines()[:5]


def test_every_term_has_a_place(pages):
    """Every class has a page, and every property and individual an anchor and a heading."""
    graph = KnowledgeGraph.load()
    names = {path.stem for path in pages}
    anchors = [name for text in pages.values() for name in re.findall(r'<a id="([^"]+)">', text)]

    assert names >= {cls.iri.local for cls in graph.classes()}
    assert sorted(anchors) == sorted(term.iri.local for term in (*graph.entities(), *graph.properties()))


def test_links_lead_somewhere(pages):
    """Every link between pages names a page and an anchor that exist."""
    anchors = {path: set(re.findall(r'<a id="([^"]+)">', text)) for path, text in pages.items()}
    broken = set()
    for path, text in pages.items():
        for target, anchor in re.findall(r"\]\(([\w./]+)(?:#(\w+))?\)", text):
            page = (path.parent / target).resolve()
            if page not in anchors or (anchor and anchor not in anchors[page]):
                broken.add((path.name, target, anchor))

    assert broken == set()


def test_a_thing_shows_all_there_is(pages):
    """An individual shows definition, synonyms, statements with sources, inferred ones, denials, claims."""
    (text,) = [text for path, text in pages.items() if path.name == "Muscle.md"]
    soleus = text.split('<a id="soleus"></a>')[1].split("<a id=")[0]

    for part in (
        "lies deep to the gastrocnemius",
        "also called:",
        "UBERON_0001389",
        f"{CROSSES}: [ankle joint](Joint.md#ankleJoint) ([s014](Sentence.md#s014)",
        "*inferred: ",
        f"¬ {CROSSES}: [knee joint](Joint.md#kneeJoint) ([s014](Sentence.md#s014)",
        "- claims: ",
    ):
        assert part in soleus


def test_size(pages):
    """The pages stay small."""
    assert sum(len(text.encode()) for text in pages.values()) < LIMIT
