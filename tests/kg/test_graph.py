"""The facade: terms, statements, truth, and the shipped graph behind it."""

import pytest

from kg import __all__ as public
from kg.errors import OntologyError, QueryRefusedError, UnknownIriError
from kg.graph import KnowledgeGraph
from kg.loading import open_ontology
from kg.provenance import Provenance
from kg.schema import Truth
from kg.terms import Bindings, Iri, Literal, Sparql, Triple
from kg.turtle import parse
from kg.vocabulary import CALF_NS, RDF

HEAD = """\
@prefix calf: <https://w3id.org/calf-kg/calf#> .
@prefix lex: <https://w3id.org/calf-kg/lexicon#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
calf:Exercise a owl:Class ; rdfs:label "exercise"@en ; owl:disjointWith calf:Food .
calf:Step a owl:Class ; rdfs:label "step of an exercise"@en .
calf:Raise a owl:Class ; rdfs:subClassOf calf:Exercise ; rdfs:label "calf raise"@en .
calf:Food a owl:Class ; rdfs:label "food"@en . calf:Body a owl:Class ; rdfs:label "body"@en ;
    lex:plural "bodies of all" .
calf:Old a owl:Class ; owl:equivalentClass [ owl:onProperty calf:likes ; owl:hasValue calf:rest ] .
calf:likes a owl:ObjectProperty ; rdfs:label "likes"@en ; lex:verb "like", "be fond of" ;
    lex:says "{subject} likes {object}" ;
    owl:inverseOf calf:likedBy ; rdfs:domain calf:Exercise .
calf:likedBy a owl:ObjectProperty .
calf:loves a owl:ObjectProperty ; rdfs:subPropertyOf calf:likes ; lex:salience 8 .
calf:age a owl:DatatypeProperty, owl:FunctionalProperty .
calf:squat a calf:Exercise, calf:Raise ; rdfs:label "squat"@en ; calf:loves calf:rest ; calf:age 3 .
calf:abs a calf:Exercise ; rdfs:label "zz abs"@en ; lex:mention "my abs" .
calf:rest a calf:Food ; rdfs:label "rest"@en ; skos:altLabel "pause"@en, "break"@en ; skos:hiddenLabel "nap" .
[] a owl:NegativePropertyAssertion ; owl:sourceIndividual calf:abs ; owl:assertionProperty calf:likes ;
    owl:targetIndividual calf:rest .
"""


class FakeStore:
    """Remembers what it was given and answers with one row."""

    def __init__(self):
        self.triples = []

    def load(self, triples):
        self.triples += triples

    def select(self, sparql, seconds, rows):
        return Bindings(("n",), ((Literal(str(len(self.triples))),),))

    def run(self, sparql, seconds):
        assert self.triples


@pytest.fixture
def store():
    return FakeStore()


@pytest.fixture
def graph(store):
    return KnowledgeGraph(open_ontology(parse(HEAD.encode(), "t.ttl")), lambda isolated: store)


@pytest.fixture(scope="module")
def shipped():
    """The shipped graph."""
    return KnowledgeGraph.load()


def calf(name):
    return Iri(CALF_NS + name)


def fact(text):
    s, p, o = text.split()
    value = Literal(o, "http://www.w3.org/2001/XMLSchema#integer") if o.isdigit() else calf(o)
    return Triple(calf(s), RDF.TYPE if p == "a" else calf(p), value)


def test_an_individual_is_described(graph):
    """Its kind is the most specific asserted class, and inferred classes are among its classes."""
    squat = graph.entity(calf("squat"))
    assert (squat.label, squat.kind, squat.mention) == ("squat", calf("Raise"), "the squat")
    assert squat.classes == {calf("Raise"), calf("Exercise"), calf("Old")}
    assert graph.entity(calf("abs")).mention == "my abs"
    rest = graph.entity(calf("rest"))
    assert (rest.mention, rest.alt_labels, rest.hidden_labels) == ("rest", ("break", "pause"), ("nap",))


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("Exercise", "exercises"),
        ("Step", "steps of an exercise"),
        ("Raise", "calf raises"),
        ("Body", "bodies of all"),
    ],
)
def test_a_class_has_a_plural(name, plural, graph):
    """The plural changes the head noun, and the ontology's own word wins."""
    assert graph.class_term(calf(name)).plural == plural


def test_a_property_is_described(graph):
    """Domain, inverse, words and salience come from the schema; what is not said has its default."""
    likes, loves = graph.property_term(calf("likes")), graph.property_term(calf("loves"))
    assert (likes.domain, likes.range, likes.inverse) == (calf("Exercise"), None, calf("likedBy"))
    assert (likes.verbs, likes.says, likes.salience) == (
        ("be fond of", "like"),
        "{subject} likes {object}",
        5,
    )
    assert (loves.supers, loves.salience, loves.is_object) == ({calf("likes")}, 8, True)
    assert graph.property_term(calf("likedBy")).inverse == calf("likes")
    assert not graph.property_term(calf("age")).is_object


def test_instances_come_by_label_and_inferred(graph):
    """Members of a superclass are members, in the order of their labels."""
    assert [i.local for i in graph.instances(calf("Exercise"))] == ["squat", "abs"]
    assert [i.local for i in graph.instances(calf("Old"))] == ["squat"]


@pytest.mark.parametrize("verb", ["entity", "class_term", "property_term", "claim", "instances"])
def test_an_unknown_name_is_an_error(verb, graph):
    """A name that the graph does not hold is an UnknownIriError that repeats it."""
    with pytest.raises(UnknownIriError, match="calf#nobody"):
        getattr(graph, verb)(calf("nobody"))


@pytest.mark.parametrize("verb", ["proof", "proofs", "provenance", "standing"])
def test_reasons_for_what_does_not_hold_are_an_error(verb, graph):
    """There is no reason for a statement that does not hold."""
    with pytest.raises(UnknownIriError, match="rest"):
        getattr(graph, verb)(fact("rest likes squat"))


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("squat loves rest", Truth.YES),
        ("squat likes rest", Truth.YES),
        ("rest likedBy squat", Truth.YES),
        ("squat age 3", Truth.YES),
        ("abs likes rest", Truth.NO),
        ("abs loves rest", Truth.NO),
        ("rest likedBy abs", Truth.NO),
        ("abs a Old", Truth.NO),
        ("squat a Food", Truth.NO),
        ("rest a Raise", Truth.NO),
        ("squat age 4", Truth.NO),
        ("abs age 4", Truth.UNSTATED),
        ("squat loves abs", Truth.UNSTATED),
        ("squat a Body", Truth.UNSTATED),
    ],
)
def test_truth_is_three_valued(text, truth, graph):
    """What is denied is no, with all that would imply it; what nobody says is unstated."""
    assert graph.truth(fact(text)) is truth


@pytest.mark.parametrize("text", ["abs likes rest", "abs a Old", "squat a Food", "squat age 4"])
def test_what_is_denied_or_ruled_out_rests_on_something(text, graph):
    """Whatever is known to be so or not to be so can be asked for its provenance."""
    assert isinstance(graph.provenance(fact(text)), Provenance)


def test_statements_are_found_by_any_part(graph):
    """Subject, predicate and object may each be given or left open; types and labels are no statements."""
    everything = graph.statements()
    assert {str(t.predicate.local) for t in everything} == {"loves", "likes", "likedBy", "age"}
    for subject in {None, *(t.subject for t in everything)}:
        for predicate in {None, calf("age"), calf("likes"), RDF.TYPE}:
            for value in {None, calf("rest"), Literal("3", "http://www.w3.org/2001/XMLSchema#integer")}:
                wanted = tuple(
                    t
                    for t in everything
                    if subject in (None, t.subject)
                    and predicate in (None, t.predicate)
                    and value in (None, t.object)
                )
                assert graph.statements(subject, predicate, value) == wanted


def test_inferred_is_what_holds_without_being_said(graph):
    """A consequence is inferred, an assertion and a falsehood are not."""
    assert graph.is_inferred(fact("squat likes rest"))
    assert not graph.is_inferred(fact("squat loves rest"))
    assert not graph.is_inferred(fact("abs likes rest"))


def test_the_store_is_filled_once_with_everything_between_names(graph, store):
    """The first query loads asserted and inferred triples, without blank nodes; the second loads nothing."""
    ask = Sparql("SELECT ?s WHERE { ?s ?p ?o }")
    first = graph.query(ask)
    assert graph.query(ask) == first
    assert len(store.triples) == len(set(store.triples))
    assert {fact("squat likes rest"), fact("squat a Old"), fact("squat age 3")} <= set(store.triples)
    assert not any(t.subject.startswith("_:") for t in store.triples)


def test_a_query_that_writes_never_reaches_the_store(graph, store):
    """The guard refuses before the store is opened."""
    with pytest.raises(QueryRefusedError):
        graph.query(Sparql("DELETE WHERE { ?s ?p ?o }"))
    assert not store.triples


@pytest.mark.parametrize("fault", ["calf:abs rdfs:label 'a second'@en .", "calf:likes lex:salience 12 ."])
def test_faulty_words_are_refused(fault):
    """Two labels, or a salience that is no digit, cannot be loaded."""
    with pytest.raises(OntologyError):
        KnowledgeGraph(open_ontology(parse((HEAD + fault).encode(), "t.ttl")), lambda isolated: None)


def test_public_names_are_sorted():
    """`from kg import *` gives a sorted list of names."""
    assert list(public) == sorted(public)


# ---- the shipped graph


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("gastrocnemius crossesJoint kneeJoint", Truth.YES),
        ("medialHead crossesJoint kneeJoint", Truth.YES),
        ("soleus crossesJoint ankleJoint", Truth.YES),
        ("soleus crossesJoint kneeJoint", Truth.NO),
        ("kneeJoint crossedBy soleus", Truth.NO),
        ("soleus a BiarticularMuscle", Truth.NO),
        ("medialHead a Bone", Truth.NO),
        ("standingCalfRaise trains tricepsSurae", Truth.YES),
        ("toesIn biases medialHead", Truth.YES),
        ("soleus innervatedBy medialHead", Truth.UNSTATED),
    ],
)
def test_shipped_truths(text, truth, shipped):
    """What the article says, what follows from it, and what it denies."""
    assert shipped.truth(fact(text)) is truth


def test_the_shipped_denial_names_its_sentence(shipped):
    """That the soleus does not cross the knee is sourced."""
    assert shipped.provenance(fact("soleus crossesJoint kneeJoint")).sources


def test_every_shipped_proof_ends_in_statements(shipped):
    """Each inferred statement has a proof whose leaves are asserted."""
    for statement in shipped.statements():
        proof = shipped.proof(statement)
        assert bool(proof.rule) == shipped.is_inferred(statement)
        open_proofs = [proof]
        while open_proofs:
            step = open_proofs.pop()
            assert step.rule or not shipped.is_inferred(step.conclusion)
            open_proofs += step.premises


def test_every_shipped_statement_has_a_provenance(shipped):
    """The provenance of each statement can be read, and claims are among the known ones."""
    for statement in shipped.statements():
        assert set(shipped.provenance(statement).claims) <= set(shipped.claims())


def test_the_shipped_query_sees_inferred_facts(shipped):
    """One triple a fact: what follows is found without rules in the query."""
    query = f"SELECT ?m WHERE {{ ?m a <{CALF_NS}BiarticularMuscle> }}"
    rows = shipped.query(Sparql(query)).rows
    assert {row[0] for row in rows} == set(shipped.instances(calf("BiarticularMuscle")))
