"""Arguments: the proofs of a statement that differ in what the sources say."""

import pytest

from kg.graph import KnowledgeGraph
from kg.proofs import leaves
from kg.terms import Iri, Triple
from kg.vocabulary import CALF_NS


@pytest.fixture(scope="module")
def graph():
    """The shipped graph."""
    return KnowledgeGraph.load()


def fact(text):
    """A statement between two individuals, by local names."""
    return Triple(*(Iri(CALF_NS + name) for name in text.split()))


def test_arguments_rest_on_different_sourced_statements(graph):
    """No argument rests on all the sourced statements of another, and the shortest comes first."""
    found = graph.arguments(fact("standingCalfRaise trains tricepsSurae"), 100)
    rests = [{leaf for leaf in leaves(proof) if graph._counted(leaf)} for proof in found]

    assert len(found) > 2
    assert [rest for rest in rests if any(other < rest for other in rests)] == []
    assert len({frozenset(rest) for rest in rests}) == len(found)
    assert {leaf.subject.local for leaf in leaves(found[0])} >= {"standingCalfRaise", "gastrocnemius"}


def test_an_inverse_is_no_second_argument(graph):
    """What a property and its inverse both state is one argument, whichever is asserted."""
    for proof in (
        *graph.arguments(fact("gastrocnemius partOf tricepsSurae"), 100),
        *graph.arguments(fact("tricepsSurae hasPart gastrocnemius"), 100),
    ):
        assert len({graph._counted(leaf) for leaf in leaves(proof)} - {None}) == 1


def test_a_stated_fact_is_its_own_argument(graph):
    """A statement that a source makes has an argument without any rule."""
    found = graph.arguments(fact("soleus hasInsertion achillesTendon"))

    assert found[0].rule == ""
