"""P4: what rests on a disputed statement is served with that status, and nothing else is."""

from __future__ import annotations

import pytest

from kg.graph import KnowledgeGraph
from kg.loading import load_ontology
from kg.provenance import Standing
from kg.rules import close
from kg.vocabulary import RDF
from qa.contract import to_json
from qa.model import Question
from qa.pipeline import Pipeline


@pytest.fixture(scope="module")
def graph():
    return KnowledgeGraph.load()


@pytest.fixture(scope="module")
def undisputed(graph):
    """All that follows from the statements that no research speaks against."""
    ontology = load_ontology()
    closure = ontology.closure
    facts = [
        fact
        for fact, use in closure.best.items()
        if use is None and graph.standing(fact) is Standing.UNCONTESTED
    ]
    return close(facts, ontology.axioms)


def test_a_derived_fact_is_uncontested_only_if_it_follows_without_disputed_statements(graph, undisputed):
    """Class-level statements may be disputed too, so to follow from undisputed facts is necessary."""
    for fact in graph.statements():
        if graph.is_inferred(fact) and graph.standing(fact) is Standing.UNCONTESTED:
            assert fact in undisputed, fact


def test_every_proof_of_a_contested_fact_rests_on_a_contested_statement(graph):
    """A proof without one would make the fact uncontested."""
    for fact in graph.statements():
        if fact.predicate != RDF.TYPE and graph.standing(fact) is not Standing.UNCONTESTED:
            for proof in graph.proofs(fact):
                assert _tainted(proof, graph), fact


def _tainted(proof, graph):
    if proof.rule == "class value":  # what is said of a class may be contested itself
        return True
    if not proof.premises:
        return graph.standing(proof.conclusion) is not Standing.UNCONTESTED
    return any(_tainted(premise, graph) for premise in proof.premises)


@pytest.mark.parametrize(
    "question",
    ["which exercise targets the inner calf?", "which foot position biases the medial head?"],
)
def test_an_answer_says_which_of_its_statements_are_disputed(question, graph):
    """Each triple of an answer carries its standing, and a disputed one comes with the research."""
    answer = to_json(Pipeline(graph).ask(Question(question)))
    standings = {triple["standing"] for triple in answer["triples"]}
    assert "disputed" in standings
    assert answer["research"]
