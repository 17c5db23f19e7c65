"""Lists that nobody reads to the end: whole in the results, and told of as far as a reader goes."""

import re

import pytest

from benchmarks.growing import write_larger
from kg.graph import KnowledgeGraph
from kg.schema import Truth
from kg.terms import Triple
from qa.contract import text_of
from qa.forms.evaluating import members, supports
from qa.forms.logic import Either, Kind, Linked, Select, every
from qa.kind import Reading
from qa.kinds.ordering import Ordering
from qa.limits.arranging import arranged, in_source_order
from qa.model import Items, Question
from qa.parsing.labelling import labelled
from qa.parsing.lexicon import stems_of
from qa.pipeline import Pipeline
from qa.telling.citing import sentences, spoken_of
from qa.telling.describing import main_statements, most_told
from qa.telling.verbalising import MOST_TOLD
from qa.vocabulary import CALF

EXERCISES = 450


@pytest.fixture(scope="module")
def larger(tmp_path_factory):
    """A pipeline over a graph with more exercises than an answer tells of."""
    path = tmp_path_factory.mktemp("larger") / "larger.owl"
    write_larger(path, 2 * EXERCISES)
    return Pipeline(KnowledgeGraph.load(path))


@pytest.mark.parametrize("text", ["Which exercises are there?", "Which exercises are done with a bent knee?"])
def test_a_long_list_is_whole_and_told_in_part(larger, text):
    """Every result is there; its text names the first by name, and says how many there are besides."""
    answer = larger.ask(Question(text))
    more = len(answer.items) - MOST_TOLD
    assert more > 0
    assert f" and {more:,} more." in answer.lead
    assert len({item.iri for item in answer.items}) == len(answer.items)
    labels = [item.label for item in answer.items]
    assert labels == sorted(labels)
    (details,) = (block for block in answer.blocks if isinstance(block, Items))
    assert len(details.entries) <= MOST_TOLD
    assert labels[0] in text_of(details)


def test_a_count_of_many_is_exact(larger):
    """A number counts what is not told of too."""
    answer = larger.ask(Question("How many exercises are there?"))
    number = int(re.search(r"\d+", answer.lead)[0])
    assert number == len(answer.items) > MOST_TOLD


def test_a_long_order_is_told_from_its_head(larger):
    """Of things in an order the first are told, those before most others; all are results."""
    both = Either((Linked(CALF.SUPERFICIAL_TO, Kind(CALF.MUSCLE)), Linked(CALF.DEEP_TO, Kind(CALF.MUSCLE))))
    reading = Reading("ordering", Select(every([Kind(CALF.MUSCLE), both])), frozenset(), 1.0)
    draft = Ordering().compose(reading, larger.desk)
    more = len(draft.items) - MOST_TOLD
    assert f", then {more:,} more." in draft.lead
    behind = [len(larger.graph.objects(item.iri, CALF.SUPERFICIAL_TO)) for item in draft.items]
    assert min(behind[:MOST_TOLD]) >= max(behind[MOST_TOLD:])


def test_no_list_of_the_shipped_graph_is_long(pipeline):
    """What is cut in a larger graph is whole in ours: no class has so many members."""
    desk, graph = pipeline.desk, pipeline.graph
    for cls in graph.classes():
        node = Kind(cls.iri)
        found = sorted(members(node, graph))
        assert len(found) <= MOST_TOLD
        triples = supports(node, found, graph)
        assert arranged(node, desk) == (in_source_order(found, triples, desk), triples)


def test_the_most_told_thing_is_the_one_with_most_main_statements(pipeline):
    """Whichever class is asked for, looking at the likeliest ones alone finds the same thing."""
    graph = pipeline.graph
    for cls in graph.classes():
        things = graph.instances(cls.iri)
        every = sorted(things, key=lambda iri: (-len(main_statements(iri, graph)), iri))
        assert most_told(things, graph) == every[:1]


def test_the_sentences_of_a_thing_are_those_of_its_asserted_statements(graph):
    """What is noted on statements gives the same sentences as a look at all statements of a thing."""
    for entity in graph.entities():
        stated = [
            triple
            for prop in graph.properties()
            for value in graph.objects(entity.iri, prop.iri)
            if not graph.is_inferred(triple := Triple(entity.iri, prop.iri, value))
        ]
        assert all(graph.truth(triple) is Truth.YES for triple in stated)
        numbers = {source.number for t in stated for source in graph.provenance(t).sources if source.number}
        assert sentences(entity.iri, graph) == tuple(sorted(numbers))
    muscles = graph.instances(CALF.MUSCLE)
    assert spoken_of(CALF.MUSCLE, graph) == tuple(iri for iri in muscles if sentences(iri, graph))


def test_members_are_found_by_the_words_of_their_labels(graph):
    """All members whose labels have the words, by label, and no others."""
    things = graph.instances(CALF.EXERCISE)
    for stems in (("calf",), ("calf", "rais"), ("seat", "calf"), ("nothing",)):
        fit = tuple(iri for iri in things if set(stems) <= set(stems_of(graph.entity(iri).label)))
        assert labelled(CALF.EXERCISE, stems, graph) == fit
    assert labelled(CALF.EXERCISE, ("calf",), graph)
