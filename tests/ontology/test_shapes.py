"""The graph has the shapes of ontology/shapes.ttl, and each shape sees the fault that it is for."""

from __future__ import annotations

import pyshacl
import pytest
import rdflib
from rdflib import OWL, RDF, SH, URIRef

from kg.checks.listed import read_lists
from kg.graph import KnowledgeGraph
from kg.terms import Iri

CALF = rdflib.Namespace("https://w3id.org/calf-kg/calf#")
SHAPE = rdflib.Namespace("https://w3id.org/calf-kg/shapes#")
DCTERMS = rdflib.DCTERMS


@pytest.fixture(scope="module")
def shapes(root):
    return rdflib.Graph().parse(root / "ontology" / "shapes.ttl")


@pytest.fixture(scope="module")
def stated(root):
    """The statements as written."""
    return rdflib.Graph().parse(root / "ontology" / "calf.owl")


@pytest.fixture(scope="module")
def implied(root, stated):
    """The statements with all that follows from them."""
    graph = rdflib.Graph()
    for triple in stated:
        graph.add(triple)
    knowledge = KnowledgeGraph.load(root / "ontology" / "calf.owl")
    for fact in knowledge.statements():
        if isinstance(fact.object, Iri):
            graph.add((URIRef(fact.subject), URIRef(fact.predicate), URIRef(fact.object)))
    for entity in knowledge.entities():
        for cls in entity.classes:
            graph.add((URIRef(entity.iri), RDF.type, URIRef(cls)))
    return graph


def parts(shapes, names):
    """The shapes of these names, each with all that hangs below it."""
    chosen = rdflib.Graph()
    todo = [*(SHAPE[name] for name in names), SHAPE.prefixes]
    while todo:
        node = todo.pop()
        for predicate, value in shapes.predicate_objects(node):
            if (node, predicate, value) not in chosen:
                chosen.add((node, predicate, value))
                if isinstance(value, rdflib.BNode):
                    todo.append(value)
    return chosen


def faults(graph, shapes, *wanted):
    """Names of the shape and the thing at fault of each violation of the shapes of these names."""
    found = pyshacl.validate(graph, shacl_graph=parts(shapes, wanted), inference="none")[1]
    names = set()
    for result in found.subjects(RDF.type, SH.ValidationResult):
        shape = found.value(result, SH.sourceShape)
        while isinstance(shape, rdflib.BNode):
            shape = next(shapes.subjects(None, shape), None) or owner(shapes, found, result)
        focus = found.value(result, SH.focusNode)
        if shape == SHAPE.S6_sourced:  # one look at the whole ontology: the thing is the value
            focus = found.value(result, SH.value)
        names.add((local(shape), local(focus)))
    return names


def local(node):
    return str(node).rsplit("#", 1)[-1]


def owner(shapes, found, result):
    """The named shape with the message of a result; blank nodes are renamed in a report."""
    message = found.value(result, SH.resultMessage)
    node = next(shapes.subjects(SH.message, message))
    return next(shapes.subjects(None, node))


@pytest.mark.parametrize("over", ["statements", "consequences"])
def test_the_graph_has_its_shapes(over, shapes, stated, implied, root):
    """0 violations but those waived, and every waiver is needed."""
    mine = sorted(local(shape) for shape in shapes.subjects(SHAPE.over, SHAPE[over]))
    found = faults(stated if over == "statements" else implied, shapes, *mine)
    lists = read_lists(root / "ontology")
    waived = {(w.shape, s) for w in lists.shape_waivers for s in w.subjects if w.shape in mine}
    assert found - waived == set()
    assert waived - found == set()


def test_every_shape_says_over_what_it_is(shapes):
    named = {node for node in shapes.subjects(RDF.type, SH.NodeShape) if isinstance(node, URIRef)}
    assert named == set(shapes.subjects(SHAPE.over, None))
    assert {local(node)[:2] for node in named} == {f"S{n}" for n in range(1, 9)}


# shape, its graph, what is taken out, what is put in, the thing at fault
C = CALF
MUTANTS = [
    ("S1_exercise", "consequences", (C.seatedCalfRaise, C.hasKneePosition, None), None, "seatedCalfRaise"),
    ("S1_exercise", "consequences", (C.donkeyCalfRaise, C.trains, None), None, "donkeyCalfRaise"),
    ("S1_exercise", "consequences", (C.donkeyCalfRaise, C.hasPosture, None), None, "donkeyCalfRaise"),
    ("S1_steps", "statements", (C.donkeyStep2, C.stepNumber, None), None, "donkeyCalfRaise"),
    ("S1_steps", "statements", (C.donkeyCalfRaise, C.hasStep, C.donkeyStep1), None, "donkeyCalfRaise"),
    ("S2_muscle", "consequences", (C.soleus, C.hasOrigin, None), None, "soleus"),
    ("S2_muscle", "consequences", (C.medialHead, C.innervatedBy, None), None, "medialHead"),
    ("S3_prescription", "statements", (C.weeklySets, C.hasUnit, None), None, "weeklySets"),
    ("S3_prescription", "statements", (C.weeklySets, C.minValue, None), None, "weeklySets"),
    ("S3_prescription", "statements", (C.repsForEndurance, C.forGoal, None), None, "repsForEndurance"),
    ("S3_prescription", "statements", (C.peakPause, C.inPhase, None), None, "peakPause"),
    ("S3_prescription", "statements", None, (C.weeklySets, C.hasUnit, C.soleus), "weeklySets"),
    ("S4_acyclic", "statements", None, (C.tricepsSurae, C.partOf, C.gastrocnemius), "gastrocnemius"),
    ("S5_joints", "consequences", None, (C.soleus, C.crossesJoint, C.kneeJoint), "soleus"),
    ("S5_joints", "consequences", (C.medialHead, C.crossesJoint, C.kneeJoint), None, "medialHead"),
    ("S5_joints", "consequences", None, (C.soleus, C.crossesJoint, C.hipJoint), "soleus"),
    ("S6_sourced", "statements", None, (C.soleus, C.hasShape, C.flatter), "soleus"),
    ("S7_dispute", "statements", (C.nunes2020, C.doi, None), (C.claim14, C.hasStatus, C.mixed), "claim14"),
    ("S7_dispute", "statements", (C.claim01, C.statedIn, None), None, "claim01"),
    ("S7_evidence", "statements", (C.claim01Nunes2020, C.hasDirection, None), None, "claim01Nunes2020"),
    ("S7_evidence", "statements", (C.claim01, C.hasEvidence, C.claim01Nunes2020), None, "claim01Nunes2020"),
    ("S8_mapping", "statements", None, (C.soleus, rdflib.SKOS.exactMatch, C.gastrocnemius), "soleus"),
    ("S8_mapping", "statements", None, (C.soleus, rdflib.SKOS.notation, rdflib.Literal("SCT 1")), "soleus"),
]


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: f"{mutant[0]} {mutant[4]}")
def test_each_shape_sees_its_fault(mutant, shapes, stated, implied):
    name, over, out, into, subject = mutant
    graph = stated if over == "statements" else implied
    removed = list(graph.triples(out)) if out else []
    assert removed or not out
    added = [into] if into and into not in graph else []
    for triple in removed:
        graph.remove(triple)
    for triple in added:
        graph.add(triple)
    try:
        assert (name, subject) in faults(graph, shapes, name)
    finally:
        for triple in added:
            graph.remove(triple)
        for triple in removed:
            graph.add(triple)


def test_a_denial_needs_a_source(shapes, stated):
    node = next(stated.subjects(RDF.type, OWL.NegativePropertyAssertion))
    removed = list(stated.triples((node, DCTERMS.source, None)))
    for triple in removed:
        stated.remove(triple)
    found = {shape for shape, _ in faults(stated, shapes, "S6_denial")}
    for triple in removed:
        stated.add(triple)
    assert found >= {"S6_denial"}
