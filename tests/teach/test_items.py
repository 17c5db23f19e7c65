"""Every generated item is right: checked one by one, by other means than those that made it.

What an option states holds if the closure of the stated facts holds it. What a wrong option states is
contradicted if the ontology with that statement added is refused as inconsistent.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from kg.consistency import check_consistency
from kg.errors import OntologyError
from kg.loading import load_ontology
from kg.rules import close
from kg.terms import Literal
from qa.vocabulary import CALF
from teach.quiz import Form, Level, topics
from teach.sheets.paper import code

LEAST = 2_000


@pytest.fixture(scope="module")
def ontology():
    """The shipped ontology, read anew."""
    return load_ontology()


@pytest.fixture(scope="module")
def stated(ontology):
    """The facts that it states."""
    return [fact for fact, use in ontology.closure.best.items() if use is None]


@pytest.fixture(scope="module")
def contradicted(ontology, stated):
    """Whether the ontology would be inconsistent with a statement added.

    What contradicts a part of the facts contradicts all of them, so those about both ends are tried first.
    """
    about = defaultdict(list)
    for fact in stated:
        for end in {fact.subject, fact.object}:
            about[end].append(fact)
    known: dict[object, bool] = {}

    def is_refused(facts) -> bool:
        try:
            check_consistency(ontology.schema, ontology.axioms, close(facts, ontology.axioms))
        except OntologyError:
            return True
        return False

    def check(triple) -> bool:
        if triple.predicate == CALF.SAME_AS:
            return triple.subject != triple.object  # different names name different things (owl:AllDifferent)
        if triple not in known:
            near = [*about[triple.subject], *about[triple.object]]
            assert not is_refused(near)
            known[triple] = is_refused([*near, triple]) or is_refused([*stated, triple])
        return known[triple]

    return check


def _holds(ontology, triple) -> bool:
    if triple.predicate == CALF.SAME_AS:
        return triple.subject == triple.object
    if isinstance(triple.object, Literal):
        held = ontology.closure.by_subject.get((triple.subject, triple.predicate), ())
        return any(float(value.value) == float(triple.object.value) for value in held)
    return triple in ontology.closure


def test_there_are_thousands(bank):
    """There are thousands of items, of every form, level and topic, and no two have one name."""
    assert len(bank.items) >= LEAST
    assert {item.form for item in bank.items} == set(Form)
    assert {item.level for item in bank.items} == set(Level)
    assert {item.topic for item in bank.items} == {topic.name for topic in topics()}
    assert (
        len({item.id for item in bank.items}) == len({code(item) for item in bank.items}) == len(bank.items)
    )


def test_right_options_are_entailed(bank, ontology):
    """All that a right option states, and all that a right answer rests on, holds."""
    wrong = [
        (item.id, triple)
        for item in bank.items
        for triple in (*item.facts, *(t for o in item.options if o.right for t in o.states))
        if not _holds(ontology, triple)
    ]
    assert wrong == []


def _says_nothing_false(item, option, ontology, contradicted) -> bool:
    """Whether a wrong option states nothing that is contradicted, and judges nothing wrongly."""
    false = any(contradicted(t) and not _holds(ontology, t) for t in option.states)
    misjudged = item.form is Form.VERDICT and option.verdict is not _is_true(item, ontology, contradicted)
    return not false and not misjudged


def _is_true(item, ontology, contradicted) -> bool:
    """Whether the statement that an item asks to judge holds; it is contradicted if it does not."""
    if item.judged is not None:
        holds = _holds(ontology, item.judged)
        assert holds or contradicted(item.judged), item.id
        return holds
    first, second = (
        int(t.object.value) for t in item.facts if t.predicate == CALF.STEP_NUMBER
    )  # one step before another
    return first < second


def test_wrong_options_are_contradicted(bank, ontology, contradicted):
    """Every wrong option is contradicted by the graph, never merely unstated; right ones alone are not."""
    unsound = [
        (item.id, option.text)
        for item in bank.items
        if item.form is not Form.ORDER
        for option in item.options
        if not option.right and _says_nothing_false(item, option, ontology, contradicted)
    ]
    assert unsound == []


def test_verdicts_are_right(bank, ontology, contradicted):
    """In a true-or-false item the right option has the verdict that the graph has."""
    for item in bank.items:
        if item.form is Form.VERDICT:
            right = [option for option in item.options if option.right]
            assert len(right) == 1, item.id
            holds = right[0].verdict
            if item.judged is not None:
                assert _holds(ontology, item.judged) is holds, item.id


def test_numbers_are_those_of_the_graph(bank, pipeline):
    """The range of a number is what the graph holds, and both its ends are marked right."""
    graph = pipeline.graph
    for item in bank.items:
        if item.form is not Form.NUMBER:
            continue
        held = {
            float(value.value)
            for iri in item.about
            for prop in (CALF.MIN_VALUE, CALF.MAX_VALUE, CALF.STEP_NUMBER)
            for value in graph.objects(iri, prop)
        } | {float(t.object.value) for t in item.facts if isinstance(t.object, Literal)}
        assert {item.number.low, item.number.high} == held, item.id


def test_orders_are_those_of_the_steps(bank, pipeline):
    """The steps of an order stand in the order of their numbers, without a gap."""
    orders = [item for item in bank.items if item.form is Form.ORDER]
    for item in orders:
        numbers = [int(option.states[0].object.value) for option in item.options]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers))), item.id
        for option in item.options:
            assert _instruction(pipeline, option.states[0].subject) == option.text
    assert len(orders) > 10


def _instruction(pipeline, step) -> str:
    return pipeline.graph.objects(step, CALF.INSTRUCTION)[0].value
