"""Forward chaining: what follows, by which shortest proof, and what cannot be."""

import pytest

from kg import proofs
from kg.axioms import Schema, read_axioms
from kg.consistency import check_consistency
from kg.errors import OntologyError
from kg.provenance import Standing
from kg.rules import close
from kg.terms import Iri, Triple
from kg.turtle import parse
from kg.vocabulary import RDF

NS = "http://example.org/"
HEAD = """\
@prefix : <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:p a owl:ObjectProperty . :q a owl:ObjectProperty . :r a owl:ObjectProperty . :n a owl:DatatypeProperty .
:C a owl:Class . :D a owl:Class . :E a owl:Class .
"""
DENIED = "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :a ; owl:assertionProperty"


def fact(text):
    subject, predicate, value = text.split()
    return Triple(Iri(NS + subject), RDF.TYPE if predicate == "a" else Iri(NS + predicate), Iri(NS + value))


def closed(text):
    """Schema, axioms and closure of a small ontology in Turtle."""
    document = parse((HEAD + text).encode(), "t.ttl")
    schema = Schema.of(document.triples)
    axioms = read_axioms(schema)
    properties = schema.object_properties | schema.data_properties
    facts = [
        t
        for t in document.triples
        if not t.subject.startswith("_:")
        and (t.predicate in properties or (t.predicate == RDF.TYPE and t.object in schema.classes))
    ]
    return schema, axioms, close(facts, axioms)


def lines(proof, depth=0):
    """A proof as indented lines: local names, and the rule in brackets."""
    t = proof.conclusion
    kind = "a" if t.predicate == RDF.TYPE else t.predicate.local
    text = f"{'  ' * depth}{t.subject.local} {kind} {t.object.local} [{proof.rule}]"
    return [text, *(line for premise in proof.premises for line in lines(premise, depth + 1))]


RULES = [
    ("sub-property", ":p rdfs:subPropertyOf :q . :a :p :b .", "a q b"),
    ("sub-property", ":p owl:equivalentProperty :q . :a :q :b .", "a p b"),
    ("inverse", ":p owl:inverseOf :q . :a :p :b .", "b q a"),
    ("inverse", ":p owl:inverseOf :q . :a :q :b .", "b p a"),
    ("symmetric", ":p a owl:SymmetricProperty . :a :p :b .", "b p a"),
    ("transitive", ":p a owl:TransitiveProperty . :a :p :b . :b :p :c .", "a p c"),
    ("chain", ":r owl:propertyChainAxiom ( :p :q ) . :a :p :b . :b :q :c .", "a r c"),
    ("chain", ":r owl:propertyChainAxiom ( :p :q :p ) . :a :p :b . :b :q :c . :c :p :d .", "a r d"),
    ("domain", ":p rdfs:domain :C . :a :p :b .", "a a C"),
    ("domain", ":n rdfs:domain :C . :a :n 1 .", "a a C"),
    ("range", ":p rdfs:range :C . :a :p :b .", "b a C"),
    ("sub-class", ":C rdfs:subClassOf :D . :a a :C .", "a a D"),
    ("sub-class", ":C owl:equivalentClass :D . :a a :D .", "a a C"),
    ("class value", ":C rdfs:subClassOf [ owl:onProperty :p ; owl:hasValue :b ] . :a a :C .", "a p b"),
    ("definition", ":C owl:equivalentClass [ owl:onProperty :p ; owl:hasValue :b ] . :a :p :b .", "a a C"),
    ("definition", "[ owl:onProperty :p ; owl:hasValue :b ] rdfs:subClassOf :C . :a :p :b .", "a a C"),
    (
        "definition",
        ":C owl:intersectionOf ( :D _:x ) . _:x owl:onProperty :p ; owl:hasValue :b . :a a :D ; :p :b .",
        "a a C",
    ),
    ("sub-class", ":C owl:intersectionOf ( :D :E ) . :a a :C .", "a a E"),
    ("definition", ":C owl:equivalentClass [ owl:unionOf ( :D :E ) ] . :a a :E .", "a a C"),
]


@pytest.mark.parametrize(("rule", "text", "expected"), RULES)
def test_each_rule(rule, text, expected):
    """Each rule of OWL 2 RL that the ontology needs gives its conclusion, and the proof names it."""
    _, _, closure = closed(text)
    proof = closure.proof(fact(expected))
    assert proof.rule == rule
    assert proof.axioms
    assert all(not premise.rule for premise in proof.premises)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        (":r owl:propertyChainAxiom ( :p :q ) . :a :p :b . :c :q :d .", "a r d"),
        (":C owl:equivalentClass [ owl:intersectionOf ( :D :E ) ] . :a a :D .", "a a C"),
        (":C owl:equivalentClass [ owl:unionOf ( :D :E ) ] . :a a :C .", "a a D"),
        (":p rdfs:subPropertyOf :q . :a :q :b .", "a p b"),
        (":p rdfs:domain [ owl:unionOf ( :C :D ) ] . :a :p :b .", "a a C"),
    ],
)
def test_what_does_not_follow(text, absent):
    """Half of a condition, the wrong direction and membership in a union prove nothing."""
    _, _, closure = closed(text)
    assert fact(absent) not in closure


def test_the_axioms_of_a_proof_are_statements_between_names():
    """A chain and a definition are written without blank nodes."""
    _, _, closure = closed(
        ":r owl:propertyChainAxiom ( :p :q ) . :a :p :b . :b :q :c ."
        ":C owl:equivalentClass [ owl:intersectionOf ( :D [ owl:onProperty :r ; owl:hasValue :c ] ) ] ."
        ":a a :D ."
    )
    proof = closure.proof(fact("a a C"))
    assert [(t.subject.local, t.predicate.local, t.object.local) for t in proof.axioms] == [
        ("C", "subClassOf", "D"),
        ("C", "r", "c"),
    ]
    chain = proof.premises[1]
    assert [(t.predicate.local, t.object.local) for t in chain.axioms] == [
        ("propertyChainAxiom", "p"),
        ("propertyChainAxiom", "q"),
    ]


def test_the_shortest_proof_is_kept():
    """Of a long and a short way the short one is the proof, and both are found on demand."""
    _, _, closure = closed(
        ":p a owl:TransitiveProperty . :a :p :b . :b :p :c . :c :p :d . :a :p :e . :e :p :d ."
    )
    found = proofs.minimal_proofs(closure, fact("a p d"), 8)
    assert lines(found[0]) == ["a p d [transitive]", "  a p e []", "  e p d []"]
    assert found[0] == closure.proof(fact("a p d"))
    assert len(found) == 2
    assert set(proofs.leaves(found[1])) >= {fact("a p b"), fact("b p c"), fact("c p d")}


def test_an_asserted_fact_that_also_follows_has_both_proofs():
    """The assertion comes first, the derivation after it."""
    _, _, closure = closed(":p rdfs:subPropertyOf :q . :a :p :b ; :q :b .")
    first, second = proofs.minimal_proofs(closure, fact("a q b"), 8)
    assert (first.rule, second.rule) == ("", "sub-property")


def test_a_limit_bounds_the_number_of_proofs():
    """No more proofs are given than were asked for, and the shortest are among them."""
    text = ":p a owl:TransitiveProperty . " + " ".join(f":a :p :m{i} . :m{i} :p :z ." for i in range(12))
    _, _, closure = closed(text)
    assert len(proofs.minimal_proofs(closure, fact("a p z"), 3)) == 3


@pytest.mark.parametrize(
    ("disputed", "expected"),
    [
        ([], Standing.UNCONTESTED),
        (["a p e"], Standing.UNCONTESTED),
        (["a p e", "b p d"], Standing.DISPUTED),
    ],
)
def test_a_fact_is_disputed_if_every_proof_is(disputed, expected):
    """One proof free of contested statements is enough to stand on."""
    _, _, closure = closed(":p a owl:TransitiveProperty . :a :p :b . :b :p :d . :a :p :e . :e :p :d .")
    found = proofs.standings(closure, {fact(text): Standing.DISPUTED for text in disputed})
    assert found[fact("a p d")] is expected
    assert set(found) == set(closure.facts())


def test_the_better_of_two_contested_proofs_counts():
    """With a mixed and a disputed way the fact is mixed; a disputed axiom taints like a statement."""
    _, _, closure = closed(
        ":p rdfs:subPropertyOf :q . :a :p :b ; :q :b ."
        ":C rdfs:subClassOf [ owl:onProperty :r ; owl:hasValue :b ] . :a a :C ."
    )
    own = {
        fact("a q b"): Standing.DISPUTED,
        fact("a p b"): Standing.MIXED,
        fact("C r b"): Standing.UNSUPPORTED,
    }
    found = proofs.standings(closure, own)
    assert found[fact("a q b")] is Standing.MIXED
    assert found[fact("a r b")] is Standing.UNSUPPORTED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (":C owl:disjointWith :D . :a a :C, :D .", ["a", "disjointWith"]),
        ("[] a owl:AllDisjointClasses ; owl:members ( :C :D :E ) . :a a :C, :E .", ["disjointWith"]),
        (
            f"{DENIED} :q ; owl:targetIndividual :b . :p rdfs:subPropertyOf :q . :a :p :b .",
            ["negative assertion"],
        ),
        (
            f"{DENIED} :n ; owl:targetValue 3 . :a :n 3 .",
            ["negative assertion", "3"],
        ),
        (":p a owl:FunctionalProperty . :a :p :b, :c .", ["owl:FunctionalProperty"]),
        (":p a owl:InverseFunctionalProperty . :a :p :c . :b :p :c .", ["owl:InverseFunctionalProperty"]),
        (":p a owl:IrreflexiveProperty . :a :p :a .", ["owl:IrreflexiveProperty"]),
        (":p a owl:AsymmetricProperty . :a :p :b . :b :p :a .", ["owl:AsymmetricProperty"]),
        (":a owl:sameAs :b .", ["owl:AllDifferent"]),
        (":n rdfs:range xsd:integer . :a :n 'three' .", ["rdfs:range", "three"]),
        (":C rdfs:subClassOf owl:Nothing . owl:Nothing a owl:Class . :a a :C .", ["owl:Nothing"]),
    ],
)
def test_contradictions_are_refused(text, words):
    """A contradiction is an error that names the broken axiom and its victim."""
    with pytest.raises(OntologyError) as caught:
        check_consistency(*closed(text))
    assert all(word in str(caught.value) for word in words), str(caught.value)


def test_a_consistent_ontology_passes():
    """What breaks no axiom is accepted."""
    check_consistency(
        *closed(":C owl:disjointWith :D . :a a :C . :b a :D . :n rdfs:range xsd:decimal . :a :n 3, 2.5 .")
    )


@pytest.mark.parametrize(
    "text",
    [
        ":C rdfs:subClassOf [ owl:onProperty :p ; owl:someValuesFrom :D ] .",
        "[ owl:onProperty :p ; owl:hasValue :a ] rdfs:subClassOf [ owl:onProperty :q ; owl:hasValue :b ] .",
        ":p rdfs:domain [ owl:onProperty :q ; owl:hasValue :b ] .",
        ":r owl:propertyChainAxiom [ <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> :p ] .",
        ":C owl:equivalentClass [ owl:onProperty :p, :q ; owl:hasValue :a ] .",
        "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :a .",
    ],
)
def test_what_the_rules_do_not_know_is_refused(text):
    """An axiom that would be ignored is an error instead."""
    with pytest.raises(OntologyError):
        check_consistency(*closed(text))
