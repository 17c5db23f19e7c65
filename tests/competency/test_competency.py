"""The competency questions: what the graph must be able to answer, on both stores.

Each file here holds questions with the rows that must come, in any order; things go by their local names.
`kind` is "negative" for what the article denies and "not stated" for what no source says; only the latter
may come back empty, so that a question that never finds anything cannot pass unnoticed.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from kg.graph import KnowledgeGraph
from kg.terms import Literal, Sparql
from kg.vocabulary import CALF_NS, PREFIXES, XSD

FOLDER = Path(__file__).parent
HEAD = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES)
QUESTIONS = [
    (path.stem, question)
    for path in sorted(FOLDER.glob("*.toml"))
    for question in tomllib.loads(path.read_text(encoding="utf-8"))["question"]
]
STATED, NEGATIVE, NOT_STATED = "stated", "negative", "not stated"
# Terms that no question names: they hold the texts and places of sources, not what people ask for.
UNASKED = {
    *("charStart", "charEnd", "sha256", "section", "sentenceNumber", "quote", "text"),
    *("citation", "shortCitation", "design", "measure", "read"),
    "isolates",
}


def kind(question):
    return question.get("kind", STATED)


def cell(term):
    """A value as the files write it: local names for our own terms, numbers without idle zeros."""
    if term is None:
        return ""
    if isinstance(term, Literal):
        return f"{Decimal(term.value).normalize():f}" if term.datatype == XSD.DECIMAL else term.value
    return term.removeprefix(CALF_NS)


@pytest.fixture(scope="module", params=["oxigraph", "rdflib"])
def graph(request):
    return KnowledgeGraph.load(store=request.param)


@pytest.mark.parametrize("question", [pytest.param(q, id=f"{name}: {q['text']}") for name, q in QUESTIONS])
def test_the_graph_answers(question, graph):
    found = graph.select(Sparql(HEAD + question["sparql"]))
    assert sorted([cell(term) for term in row] for row in found.rows) == sorted(question["rows"])


@pytest.mark.parametrize("name", sorted({name for name, _ in QUESTIONS}))
def test_only_what_is_not_stated_may_be_empty(name):
    for _, question in (each for each in QUESTIONS if each[0] == name):
        assert kind(question) in {STATED, NEGATIVE, NOT_STATED}
        assert bool(question["rows"]) == (kind(question) != NOT_STATED), question["text"]
        if kind(question) == NEGATIVE:
            assert "owl:NegativePropertyAssertion" in question["sparql"]


def test_there_are_enough_of_each_kind_and_none_twice():
    counts = Counter(kind(question) for _, question in QUESTIONS)
    assert sum(counts.values()) >= 120
    assert counts[NEGATIVE] >= 15
    assert counts[NOT_STATED] >= 15
    for part in ("text", "sparql"):
        doubles = [text for text, n in Counter(q[part] for _, q in QUESTIONS).items() if n > 1]
        assert doubles == []


def test_every_class_and_property_is_asked_for_or_listed():
    """C4: a term that no question names is either idle or missing a question."""
    graph = KnowledgeGraph.load()
    asked = set(re.findall(r"calf:(\w+)", " ".join(q["sparql"] for _, q in QUESTIONS)))
    asked |= {value for _, q in QUESTIONS for row in q["rows"] for value in row}
    terms = {term.iri.removeprefix(CALF_NS) for term in (*graph.classes(), *graph.properties())}
    assert terms - asked - UNASKED == set()
    assert terms >= UNASKED
