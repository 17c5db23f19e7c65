"""Additions to an ontology file become a block for its sources."""

from __future__ import annotations

from kg.absorbing import additions
from kg.differing import difference
from kg.turtle import parse

HEAD = """\
@prefix calf: <https://w3id.org/calf-kg/calf#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix obo: <http://purl.obolibrary.org/obo/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
calf:Muscle a owl:Class . calf:crosses a owl:ObjectProperty . skos:exactMatch a owl:AnnotationProperty .
calf:ankle a calf:Muscle, owl:NamedIndividual .
"""


def doc(text):
    """A parsed version."""
    return parse((HEAD + text).encode(), "v.ttl")


def test_block_has_the_style_of_the_sources():
    """One statement a line, labels first, annotations behind; what the build adds is left out."""
    new = (
        'calf:soleus skos:prefLabel "soleus"@en ; rdfs:label "soleus"@en .'
        "calf:soleus a owl:NamedIndividual, calf:Muscle ;"
        "calf:crosses calf:ankle {| dcterms:source calf:s2, calf:s1 |} ."
    )

    assert additions(doc(""), doc(new)) == (
        "calf:soleus a calf:Muscle ;\n"
        '    rdfs:label "soleus"@en ;\n'
        "    calf:crosses calf:ankle {| dcterms:source calf:s1, calf:s2 |} .\n"
    )


def test_old_with_the_block_is_new():
    """The old version with the block appended differs from the new one in nothing but declarations."""
    new = 'calf:ankle calf:crosses calf:ankle {| dcterms:source calf:s1 |} ; rdfs:label "a \\"b\\""@en .'

    assert not difference(doc(additions(doc(""), doc(new))), doc(new))


def test_a_new_source_of_an_old_statement():
    """A statement that has a new annotation is written with it."""
    plain = "calf:ankle calf:crosses calf:ankle ."
    sourced = "calf:ankle calf:crosses calf:ankle {| dcterms:source calf:s1 |} ."

    assert additions(doc(plain), doc(sourced)) == f"{sourced}\n"
    assert additions(doc(sourced), doc(sourced)) == ""


def test_foreign_prefixes_are_declared():
    """A prefix that the sources do not declare stands at the top of the block."""
    block = additions(doc(""), doc("calf:ankle skos:exactMatch obo:UBERON_1 ."))

    assert block.splitlines()[0] == "@prefix obo: <http://purl.obolibrary.org/obo/> ."


def test_class_expressions_are_counted():
    """Class expressions are left out, and a comment says how many."""
    new = "calf:Muscle rdfs:subClassOf [ a owl:Restriction ; owl:onProperty calf:crosses ] ."

    assert additions(doc(""), doc(new)) == "# 1 class expressions are left out: write them by hand\n"
