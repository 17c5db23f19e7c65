"""Plain questions of two things get the verdict that the graph has, whatever is asked in like words."""

import tomllib
from pathlib import Path

import pytest

from kg.schema import Truth
from kg.terms import Triple
from qa.vocabulary import CALF

DATA = tomllib.loads((Path(__file__).parent / "truths.toml").read_text(encoding="utf-8"))
CASES = [
    (question, subject, relation["property"], value)
    for relation in DATA["relation"]
    for question in relation["questions"]
    for subject in relation["subjects"]
    for value in relation["objects"]
    if subject != value
]


def _iri(name):
    """A term of the ontology by its local name."""
    return type(CALF.EXERCISE)(CALF.EXERCISE.removesuffix("Exercise") + name)


@pytest.mark.parametrize("case", CASES, ids=" ".join)
def test_the_verdict_is_that_of_the_graph(case, graph, ask):
    """What is stated is never denied, and nothing else is affirmed."""
    question, *triple = case
    subject, _, value = triple
    answer = ask(question.format(s=DATA["names"][subject], o=DATA["names"][value]))
    if graph.truth(Triple(*map(_iri, triple))) is Truth.YES:
        assert answer.boolean == "yes", answer.lead
    else:
        assert answer.boolean != "yes", answer.lead
