"""Compiled queries: read-only, and on every store exactly what the graph's own indexes say."""

import pytest
from forms import forms, sets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.graph import KnowledgeGraph
from kg.guard import check_read_only
from kg.terms import Iri, Literal, Sparql, Triple
from kg.vocabulary import RDFS
from qa.forms.compiling import compile_form
from qa.forms.evaluating import members
from qa.forms.logic import Ask, Because, Count, Describe, Every, Kind, Linked, Select, Thing, Without

XSD = "http://www.w3.org/2001/XMLSchema#"
NASTY = (
    '"',
    "'",
    "\\",
    '\\"',
    '" } ; DROP ALL #',
    '"@en . ?s ?p ?o } #',
    "'''",
    '"""',
    "\n} INSERT DATA {\n",
    "\r\n",
    "\t\x0b",
    "\x00",
    "\\u0022",
    "\\u0053ERVICE",
    "<http://example.org/>",
    "SERVICE <http://example.org/> { }",
    "# comment",
    "{{{{{{",
    "?item",
    "é\U0001f9b5\u2028",
)
texts = st.one_of(st.sampled_from(NASTY), st.text("ab\"'\\<>{}?#\n\ré", max_size=8))
literals = st.one_of(
    texts.map(Literal),
    texts.map(lambda text: Literal(text, "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "en")),
    st.integers(-5, 100).map(lambda n: Literal(str(n), f"{XSD}integer")),
)
calmly = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
rarely = settings(calmly, max_examples=15)  # the reference store takes its time


@pytest.fixture(scope="session")
def reference():
    """The shipped graph on the reference store."""
    return KnowledgeGraph.load(store="rdflib")


@pytest.fixture(scope="session")
def terms(graph):
    """Strategies for the things, classes and object properties of the shipped graph.

    Half of what is drawn comes from the heart of the graph, where statements are dense.
    """
    things = [e.iri for e in graph.entities()]
    dense = sorted(
        {
            t.subject
            for t in graph.statements()
            if t.predicate.local in ("trains", "hasHead", "engages", "usesEquipment")
        }
    )
    classes = [c.iri for c in graph.classes()]
    properties = [p.iri for p in graph.properties() if p.is_object]
    return (
        st.sampled_from(dense) | st.sampled_from(things),
        st.sampled_from(classes),
        st.sampled_from(properties),
    )


def rows(graph, form):
    """The rows of a form's query, as the check of foreign queries lets it through."""
    query = compile_form(form)
    check_read_only(query)
    return graph.select(query).rows


def items(graph, form):
    """The items of a list query."""
    return [row[0] for row in rows(graph, form)]


def same(node, graph, *stores):
    """A set has the same members listed, counted and by the indexes."""
    expected = members(node, graph)
    for store in stores:
        listed = items(store, Select(node))
        assert sorted(listed) == sorted(expected)
        ((number,),) = rows(store, Count(node))
        assert number.value == str(len(expected))


@calmly
@given(data=st.data())
def test_any_set_has_the_members_that_the_indexes_give(data, terms, graph):
    """A set of any shape has the members that the indexes give it, each once."""
    same(data.draw(sets(*terms)), graph, graph)


@rarely
@given(data=st.data())
def test_both_stores_agree_on_sets(data, terms, graph, reference):
    """A set of few parts has the same members on the reference store."""
    same(data.draw(sets(*terms, leaves=2)), graph, graph, reference)


@rarely
@given(data=st.data())
def test_statements_of_the_graph_make_sets_with_members(data, graph, reference):
    """Sets built around a statement that holds are not empty, with and without what is excluded."""
    links = [t for t in graph.statements() if isinstance(t.object, Iri)]
    fact, other = data.draw(st.sampled_from(links)), data.draw(st.sampled_from(links))
    kind = Kind(graph.entity(fact.subject).kind)
    holds = Linked(fact.predicate, Thing(fact.object))
    assert fact.subject in members(Every((kind, holds)), graph)
    assert fact.object in members(Linked(fact.predicate, Thing(fact.subject), inverse=True), graph)
    same(Every((kind, holds)), graph, graph, reference)
    same(Every((kind, Without(holds))), graph, graph, reference)
    same(Every((kind, Without(Linked(other.predicate, Thing(other.object))))), graph, graph, reference)
    inner = Every((Kind(graph.entity(fact.object).kind), Without(Thing(other.object))))
    same(Every((kind, Linked(fact.predicate, inner))), graph, graph, reference)
    same(Linked(fact.predicate, kind, inverse=True), graph, graph)


@calmly
@given(data=st.data())
def test_any_form_is_read_only_and_answered(data, terms, graph):
    """A form of any kind compiles to a query that is let through and answered."""
    assert rows(graph, data.draw(forms(*terms, literals))) is not None


@rarely
@given(data=st.data())
def test_both_stores_agree_on_forms(data, terms, graph, reference):
    """A form of few parts, of any kind, has the same rows on the reference store."""
    form = data.draw(forms(*terms, literals, leaves=1))
    one, other = rows(graph, form), rows(reference, form)
    assert sorted(map(repr, one)) == sorted(map(repr, other))


def test_statements_that_hold_are_found(graph, reference):
    """Asking for a statement of the graph gives yes: all on one store, some of each property on the other."""
    by_property = {}
    for triple in graph.statements():
        assert rows(graph, Ask(triple))[0][0].value == "true", triple
        by_property.setdefault(triple.predicate, []).append(triple)
    missed = [
        t for some in by_property.values() for t in some[:2] if rows(reference, Ask(t))[0][0].value != "true"
    ]
    assert missed == []


@calmly
@given(data=st.data())
def test_a_made_up_statement_is_found_only_if_it_holds(data, terms, graph, reference):
    """Asking for any statement, however odd its text, says whether the graph holds it."""
    things, _, properties = terms
    triple = data.draw(st.builds(Triple, things, properties, things | literals))
    expected = triple.object in graph.objects(triple.subject, triple.predicate)
    for store in (graph, reference):
        assert rows(store, Ask(triple))[0][0].value == str(expected).lower()


@pytest.mark.parametrize("text", NASTY, ids=[f"text {n}" for n in range(len(NASTY))])
def test_text_cannot_leave_its_literal(text, graph, reference):
    """Text that looks like SPARQL stays text: the query is accepted and nothing matches."""
    soleus = graph.entity(Iri("https://w3id.org/calf-kg/calf#soleus")).iri
    for literal in (Literal(text), Literal(text, language="en")):
        for store in (graph, reference):
            ((answer,),) = rows(store, Ask(Triple(soleus, RDFS.LABEL, literal)))
            assert answer.value == "false"


@pytest.mark.parametrize(
    "iri", ["a b", "x> } #", "x\ny", 'x"y', "x{y}", "x|y", "x\\u003E", "x^y", "x`y", "", "no-scheme"]
)
def test_what_is_no_iri_is_refused(iri):
    """Text that cannot stand between `<` and `>` is refused before it is a query."""
    with pytest.raises(ValueError, match="IRI"):
        compile_form(Describe(Iri(iri)))


def test_every_reason_on_a_statement_is_found(graph, reference):
    """The query for reasons gives those that the graph holds on a statement, and on a denied one."""
    denied = graph.select(
        Sparql(
            "PREFIX owl: <http://www.w3.org/2002/07/owl#> "
            "SELECT ?s ?p ?o WHERE { ?x owl:sourceIndividual ?s ; "
            "owl:assertionProperty ?p ; owl:targetIndividual ?o }"
        )
    ).rows
    cases = [(t, False) for t in graph.statements() if not graph.is_inferred(t)]
    cases += [(Triple(*row), True) for row in denied]
    seen = 0
    for triple, negative in cases:
        provenance = graph.provenance(triple)
        reasons = {*provenance.rationales, *provenance.caveats}
        if reasons:
            form = Because((triple,), negative)
            assert set(items(graph, form)) == reasons, triple
            if seen < 20:
                assert set(items(reference, form)) == reasons, triple
            seen += 1
    assert seen > 20


def test_steps_come_in_their_order(graph):
    """A list with an order comes in that order, whatever its labels."""
    namespace = "https://w3id.org/calf-kg/calf#"
    node = Linked(Iri(f"{namespace}hasStep"), Thing(Iri(f"{namespace}standingCalfRaise")), inverse=True)
    number = Iri(f"{namespace}stepNumber")
    found = [int(graph.objects(iri, number)[0].value) for iri in items(graph, Select(node, number))]
    assert found == sorted(found)
    assert len(found) > 2
