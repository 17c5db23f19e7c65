"""The lab's muscles and the graph tell the same numbers, though the lab keeps its own for the engine."""

from __future__ import annotations

import tomllib

import pytest

from kg.terms import Iri, Literal
from kg.vocabulary import CALF_NS
from qa.vocabulary import CALF
from teach.lab.leg import MODEL, load_leg

PUBLISHED = tomllib.loads(MODEL.with_name("lab_published.toml").read_text(encoding="utf-8"))
MILLIMETRES = 1000
# What the lab calls a number, the quantity of the graph, and how many of the graph's units its own unit has.
FIELDS = {
    "force": ("peakIsometricForce", 1),
    "fibre": ("optimalFibreLength", MILLIMETRES),
    "tendon": ("tendonSlackLength", MILLIMETRES),
    "pennation": ("pennationAngle", 1),
}
OURS = [
    pytest.param(
        "gait2392Model", muscle.name, quantity, getattr(muscle, field) * factor, id=f"{muscle.name} {field}"
    )
    for muscle in load_leg().muscles
    for field, (quantity, factor) in FIELDS.items()
]
OTHERS = [
    pytest.param(
        "rajagopal2016Model",
        told["muscle"],
        FIELDS[field][0],
        told[field],
        id=f"{told['muscle']} {field} beside",
    )
    for told in PUBLISHED["other"]
    for field in ("force", "fibre")
]


@pytest.fixture(scope="module")
def values(pipeline):
    """The numbers of the graph by source, muscle and quantity."""
    graph = pipeline.graph
    found = {}
    for triple in graph.statements(predicate=CALF.FOR_MUSCLE):
        (quantity,) = graph.objects(triple.subject, CALF.VALUE_OF)
        (number,) = graph.objects(triple.subject, CALF.MAX_VALUE)
        (source,) = graph.provenance(triple).sources
        assert isinstance(number, Literal)
        found[source.iri, triple.object, quantity] = float(number.value)
    return found


@pytest.mark.parametrize(("source", "muscle", "quantity", "number"), [*OURS, *OTHERS])
def test_lab_and_graph_agree(source, muscle, quantity, number, values):
    """A number that both hold is the same in both."""
    assert values[tuple(Iri(CALF_NS + name) for name in (source, muscle, quantity))] == pytest.approx(number)
