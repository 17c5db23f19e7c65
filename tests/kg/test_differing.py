"""Two versions are compared by what they say."""

from __future__ import annotations

import pytest

from kg.differing import Change, Entity, difference, open_version
from kg.errors import OntologyError
from kg.turtle import parse

HEAD = """\
@prefix calf: <https://w3id.org/calf-kg/calf#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
calf:Muscle a owl:Class . calf:Bone a owl:Class . calf:Exercise a owl:Class .
calf:crosses a owl:ObjectProperty . calf:trains a owl:ObjectProperty . calf:partOf a owl:ObjectProperty .
skos:altLabel a owl:AnnotationProperty . skos:definition a owl:AnnotationProperty .
calf:soleus a calf:Muscle, owl:NamedIndividual ; rdfs:label "soleus"@en ; skos:altLabel "deep calf" .
calf:knee a calf:Bone, owl:NamedIndividual . calf:ankle a calf:Bone, owl:NamedIndividual .
"""


def doc(text):
    """A parsed version."""
    return parse((HEAD + text).encode(), "v.ttl")


def changes(old, new, **options):
    """What changed, as tuples."""
    found = difference(doc(old), doc(new), **options)
    return [(c.about, c.subject, c.statement, c.predicate, c.old, c.new) for c in found.changes]


def test_same(root):
    """A version does not differ from itself, and the built file says what its sources say."""
    assert not difference(doc(""), doc(""))
    source, built = root / "ontology" / "src", root / "ontology" / "calf.owl"
    assert not difference(open_version(source), open_version(built))


EXPRESSION = "[ a owl:Restriction ; owl:onProperty calf:trains ; owl:hasValue calf:soleus ]"
ALIKE = (
    # names of blank nodes, order of lines
    (
        "calf:Exercise rdfs:subClassOf _:x . _:x a owl:Restriction ; owl:onProperty calf:trains .",
        "_:y owl:onProperty calf:trains ; a owl:Restriction . calf:Exercise rdfs:subClassOf _:y .",
    ),
    # order in an intersection
    (
        f"calf:Muscle owl:equivalentClass [ owl:intersectionOf ( calf:Bone {EXPRESSION} ) ] .",
        f"calf:Muscle owl:equivalentClass [ owl:intersectionOf ( {EXPRESSION} calf:Bone ) ] .",
    ),
    # the annotation syntax of RDF 1.2 and owl:Axiom
    (
        "calf:soleus calf:crosses calf:ankle {| dcterms:source calf:s1 |} .",
        """calf:soleus calf:crosses calf:ankle . [] a owl:Axiom ; owl:annotatedSource calf:soleus ;
        owl:annotatedProperty calf:crosses ; owl:annotatedTarget calf:ankle ; dcterms:source calf:s1 .""",
    ),
)


@pytest.mark.parametrize(("old", "new"), ALIKE)
def test_what_does_not_count(old, new):
    """Names of blank nodes, order and syntax make no difference."""
    assert not difference(doc(old), doc(new))


def test_order_of_a_chain_counts():
    """A property chain read backwards is another one."""
    old = "calf:trains owl:propertyChainAxiom ( calf:trains calf:partOf ) ."
    new = "calf:trains owl:propertyChainAxiom ( calf:partOf calf:trains ) ."

    assert changes(old, new) == [
        (
            *("statement", "calf:trains", "", "owl:propertyChainAxiom"),
            *("( calf:trains calf:partOf )", "( calf:partOf calf:trains )"),
        )
    ]


def test_entities():
    """New and vanished terms are named with their kind and label."""
    found = difference(
        doc("calf:old a owl:NamedIndividual , calf:Bone ."),
        doc('calf:New a owl:Class ; rdfs:label "new"@en .'),
    )

    assert found.added == (Entity("class", "calf:New", "new"),)
    assert found.removed == (Entity("individual", "calf:old", ""),)


def test_statements_and_texts():
    """A statement or word that only one side has is added or removed; one in place of one is changed."""
    assert changes("calf:soleus calf:crosses calf:ankle .", "") == [
        ("statement", "calf:soleus", "", "calf:crosses", "calf:ankle", "")
    ]
    assert changes("calf:soleus calf:crosses calf:ankle .", "calf:soleus calf:crosses calf:knee .") == [
        ("statement", "calf:soleus", "", "calf:crosses", "calf:ankle", "calf:knee")
    ]
    assert changes("", 'calf:soleus skos:altLabel "flat one" .') == [
        ("text", "calf:soleus", "", "skos:altLabel", "", '"flat one"')
    ]


def test_notes():
    """A source that changes is a change of the statement's note, not of the statement."""
    old = "calf:soleus calf:crosses calf:ankle {| dcterms:source calf:s1 |} ."

    assert changes(old, old.replace("s1", "s2")) == [
        ("note", "calf:soleus", "calf:crosses calf:ankle", "dcterms:source", "calf:s1", "calf:s2")
    ]


def test_denials():
    """A negative assertion is compared by what it denies."""
    node = (
        "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual calf:soleus ;"
        " owl:assertionProperty calf:crosses ; owl:targetIndividual calf:knee ."
    )
    ((about, subject, *_, old, new),) = changes("", node)

    assert (about, subject, old) == ("statement", "owl:NegativePropertyAssertion", "")
    assert "owl:targetIndividual calf:knee" in new
    assert not difference(doc(node), doc(node.replace("[]", "_:n")))


def test_what_the_build_adds_goes_without_saying():
    """A changed label is one change although the preferred label follows; nor is a new thing's difference."""
    old = """calf:knee rdfs:label "knee"@en ; skos:prefLabel "knee"@en .
    [] a owl:AllDifferent ; owl:distinctMembers ( calf:knee calf:soleus ) ."""
    new = old.replace('"knee"', '"Knee"').replace("calf:knee calf", "calf:knee calf:toe calf")
    new += " calf:toe a calf:Bone, owl:NamedIndividual ."

    assert {(c[1], c[3]) for c in changes(old, new)} == {
        ("calf:knee", "rdfs:label"),
        ("calf:toe", "rdf:type"),
    }
    fewer = old.replace("calf:knee calf:soleus", "calf:soleus")
    assert ("owl:AllDifferent", "calf:knee") in [(c[1], c[4]) for c in changes(old, fewer)]


def test_what_follows():
    """With `inferred`, derived statements that came or went are listed as such."""
    new = "calf:soleus calf:crosses calf:ankle . calf:crosses rdfs:range calf:Muscle ."

    assert ("inferred", "calf:ankle", "", "rdf:type", "", "calf:Muscle") in changes("", new, inferred=True)
    assert "inferred" not in [c[0] for c in changes("", new)]


def test_every_lost_statement_is_seen(root):
    """Whatever plain statement is taken out of the shipped ontology, the difference names its subject."""
    from dataclasses import replace

    old = open_version(root / "ontology" / "calf.owl")
    for number in range(0, len(old.triples), len(old.triples) // 12):
        new = replace(old, triples=old.triples[:number] + old.triples[number + 1 :])
        assert difference(old, new), old.triples[number]


def test_change_is_a_value():
    """Changes are sorted and compared as values."""
    assert Change("text", "a", "", "p", "", "x") < Change("text", "b", "", "p", "", "x")


def test_missing(tmp_path):
    """A missing version is an error with a way out."""
    with pytest.raises(OntologyError, match="cannot be read"):
        open_version(tmp_path / "nowhere.owl")
