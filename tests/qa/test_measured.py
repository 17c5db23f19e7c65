"""Values of muscles: each by its source, put in order within a source and never across sources."""

from __future__ import annotations

import pytest

from kg.terms import Iri
from kg.vocabulary import CALF_NS
from qa.telling.measured import Values, number
from qa.vocabulary import CALF


def iri(name):
    return Iri(CALF_NS + name)


@pytest.fixture(scope="module")
def told(pipeline):
    """All values of a quantity."""

    def values(name):
        found = pipeline.graph.subjects(CALF.VALUE_OF, iri(name))
        return Values(found, pipeline.graph, pipeline.say)

    return values


def test_each_source_puts_muscles_in_order_by_its_own_numbers(pipeline, told):
    """From the greatest number to the least, with no number of another source between."""
    graph = pipeline.graph
    for quantity in graph.instances(iri("MuscleQuantity")):
        orders = told(quantity.local).orders(quantity)
        assert orders, quantity.local
        for source, muscles in orders.items():
            numbers = [
                number(value, graph)
                for muscle in muscles
                for value in graph.subjects(CALF.FOR_MUSCLE, muscle)
                if quantity in graph.objects(value, CALF.VALUE_OF)
                and source in {s.label for t in graph.statements(value) for s in graph.provenance(t).sources}
            ]
            assert len(numbers) == len(muscles)
            assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize(
    ("quantity", "muscle", "least", "verdict"),
    [
        ("physiologicalCrossSectionalArea", "soleus", False, "yes"),
        ("physiologicalCrossSectionalArea", "soleus", True, "no"),
        ("physiologicalCrossSectionalArea", "lateralHead", True, "yes"),
        ("fibreLength", "medialHead", False, "no"),
        ("pennationAngle", "medialHead", True, "qualified"),
        ("slowFibreShare", "soleus", False, "yes"),
    ],
)
def test_who_comes_first(quantity, muscle, least, verdict, told):
    """By all sources, by none, or by some only."""
    assert told(quantity).is_first(iri(quantity), iri(muscle), least=least) == verdict


def test_where_sources_differ_each_is_named(told):
    """The least pennation is in the medial head by two sources and in the lateral head by one."""
    first, second = told("pennationAngle").leaders(iri("pennationAngle"), least=True)
    assert first == (
        "the medial head of the gastrocnemius, 9.9 degrees (Ward 2009) "
        "and 9.49 degrees (Rajagopal 2016 model)"
    )
    assert second == "the lateral head of the gastrocnemius, 8 degrees (gait2392 model)"


def test_a_table_has_a_column_for_each_source_and_gaps_where_one_is_silent(told):
    """One source gives no optimal fibre length of the soleus: its cell stays empty."""
    table = told("optimalFibreLength").table(iri("optimalFibreLength"))
    soleus = next(row for row in table.rows if row[0] == "Soleus")
    assert soleus[table.header.index("Rajagopal-Lai-Uhlrich 2023 model")] == ""
    assert all(len(row) == len(table.header) for row in table.rows)
