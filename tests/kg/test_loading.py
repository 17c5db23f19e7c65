"""Loading: the shipped file through its package, any other by its path, and nothing that is faulty."""

from importlib import resources
from pathlib import Path

import pytest

from kg import turtle
from kg.errors import OntologyError
from kg.loading import load_ontology, open_ontology
from kg.terms import Iri, Literal, Triple
from kg.turtle import parse
from kg.vocabulary import CALF, CALF_NS, DCTERMS, LEX, OWL, RDF, RDFS, SKOS

HEAD = """\
@prefix : <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:p a owl:ObjectProperty . :C a owl:Class .
"""
RDF_XML = """\
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://example.org/">
<rdf:Description rdf:about="http://example.org/a"><e:p rdf:resource="http://example.org/b"/></rdf:Description>
"""


def test_the_shipped_ontology_is_found_through_its_package():
    """Without a path, calf.owl comes from the package `ontology`."""
    ontology = load_ontology()
    assert ontology.version.startswith("https://w3id.org/calf-kg/calf/")
    assert resources.files("ontology").joinpath("calf.owl").is_file()


def test_a_missing_package_file_names_the_build(monkeypatch, tmp_path):
    """If calf.owl was not built, the error says how to build it."""
    monkeypatch.setattr("kg.loading.resources.files", lambda package: tmp_path)
    with pytest.raises(OntologyError, match="kg build"):
        load_ontology()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("missing.ttl", None, ["missing.ttl"]),
        ("bad.ttl", ":a :b :c .", ["bad.ttl", "line 1"]),
        ("bad.owl", "<rdf:RDF", ["bad.owl", "line 1"]),
        ("cut.owl", RDF_XML, ["cut.owl", "line 3", "too early"]),
        ("bad.owl", RDF_XML + "</rdf:Wrong>", ["bad.owl", "line 3"]),
        ("bad.nt", "<a> .", ["bad.nt", "line 1"]),
        ("bad.csv", "a,b", ["bad.csv", ".ttl"]),
        ("bad.ttl", HEAD + ":p owl:inverseOf <<( :a :p :b )>> .", ["bad.ttl"]),
        ("bad.ttl", HEAD + "[] a owl:Axiom ; owl:annotatedSource :a .", ["owl:Axiom"]),
        ("bad.ttl", HEAD + ":C owl:disjointWith :C2 . :C2 a owl:Class . :a a :C, :C2 .", ["disjointWith"]),
    ],
)
def test_faulty_files_are_refused(name, text, words, tmp_path):
    """A missing, malformed or inconsistent file is an OntologyError that names file and line."""
    path: Path = tmp_path / name
    if text is not None:
        path.write_text(text)
    with pytest.raises(OntologyError) as caught:
        load_ontology(path)
    assert all(word in str(caught.value) for word in words), str(caught.value)


def test_a_reifier_and_an_owl_axiom_say_the_same():
    """RDF 1.2 annotations and owl:Axiom nodes are read as the same value."""
    short = parse((HEAD + ":a :p :b {| rdfs:comment 'x'@en |} .").encode(), "a.ttl")
    long = parse(
        (
            HEAD + ":a :p :b . [] a owl:Axiom ; owl:annotatedSource :a ; owl:annotatedProperty :p ;"
            " owl:annotatedTarget :b ; rdfs:comment 'x'@en ."
        ).encode(),
        "a.ttl",
    )
    assert short == long
    assert short.annotations[0].value == Literal("x", language="en")


def test_annotations_of_a_class_are_found_as_a_statement_between_names():
    """A note on `C subClassOf [p value v]` is a note on (C, p, v); one on a chain, on each of its parts."""
    text = (
        ":C rdfs:subClassOf [ owl:onProperty :p ; owl:hasValue :v ] {| rdfs:comment 'x' |} ."
        ":p owl:propertyChainAxiom ( :p :p ) {| rdfs:comment 'y' |} ."
    )
    notes = open_ontology(parse((HEAD + text).encode(), "a.ttl")).notes
    e = "http://example.org/"
    assert notes[Triple(Iri(e + "C"), Iri(e + "p"), Iri(e + "v"))] == ((RDFS.COMMENT, Literal("x")),)
    assert notes[Triple(Iri(e + "p"), OWL.PROPERTY_CHAIN_AXIOM, Iri(e + "p"))] == (
        (RDFS.COMMENT, Literal("y")),
    )


def test_an_ontology_without_a_header_has_no_version():
    """A file without owl:Ontology loads, and its version is empty."""
    assert open_ontology(parse(HEAD.encode(), "a.ttl")).version == ""


@pytest.mark.parametrize("namespace", [CALF, DCTERMS, LEX, OWL, RDF, RDFS, SKOS])
def test_vocabularies_are_constants(namespace):
    """A namespace of the vocabulary cannot be changed."""
    with pytest.raises(AttributeError, match="constant"):
        namespace.NEW = "x"


def test_every_term_of_ours_that_the_code_names_is_declared():
    """Each IRI of CALF and LEX in the vocabulary is a term of the shipped ontology, lex:plural aside."""
    declared = {t.subject for t in load_ontology().named if t.predicate == RDF.TYPE}
    ours = {v for space in (CALF, LEX) for k, v in vars(space).items() if k.isupper()} - {LEX.PLURAL}
    assert ours <= declared
    assert all(
        v.startswith(CALF_NS) or space is LEX for space in (CALF,) for v in ours if v in vars(space).values()
    )


def test_blank_nodes_are_told_apart_by_file():
    """The same label in two files names two nodes."""
    one = parse(b"_:x <http://e/p> <http://e/a> .", "a.nt", scope="f1n")
    two = parse(b"_:x <http://e/p> <http://e/a> .", "b.nt", scope="f2n")
    assert turtle.is_blank(one.triples[0].subject)
    assert one.triples[0].subject != two.triples[0].subject
