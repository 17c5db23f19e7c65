"""The chainer against a naive fixpoint, over random rules and facts."""

from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from kg import proofs
from kg.axioms import Atom, Axioms, Chain, Condition, Copy, Typing
from kg.provenance import Standing
from kg.rules import close
from kg.terms import Iri, Triple
from kg.vocabulary import RDF

NS = "http://example.org/"
names = st.sampled_from([Iri(NS + n) for n in "abcd"])
props = st.sampled_from([Iri(NS + n) for n in "pqr"])
classes = st.sampled_from([Iri(NS + n) for n in "CD"])
licence = (Triple(Iri(f"{NS}x"), Iri(f"{NS}y"), Iri(f"{NS}z")),)
atoms = st.one_of(st.builds(Atom, props, names), st.builds(Atom, st.just(RDF.TYPE), classes))
rule_sets = st.builds(
    Axioms,
    st.lists(st.builds(Copy, props, props, st.just("copy"), st.just(licence), st.booleans()), max_size=2).map(
        tuple
    ),
    st.lists(
        st.builds(Typing, props, classes, st.just("type"), st.just(licence), st.booleans()), max_size=2
    ).map(tuple),
    st.lists(
        st.builds(
            Chain,
            st.lists(props, min_size=2, max_size=3).map(tuple),
            props,
            st.just("chain"),
            st.just(licence),
        ),
        max_size=2,
    ).map(tuple),
    st.lists(
        st.builds(
            Condition,
            st.lists(atoms, min_size=1, max_size=2, unique=True).map(tuple),
            atoms,
            st.just("if"),
            st.just(licence),
        ),
        max_size=2,
    ).map(tuple),
)
fact_sets = st.lists(st.builds(Triple, names, props, names), max_size=6, unique=True)


def naive(facts, axioms):  # one loop a rule, as plain as can be
    """The closure by brute force over four names."""
    found = set(facts)
    while True:
        new = set()
        for t, rule in product(found, axioms.copies):
            if t.predicate == rule.body:
                ends = (t.object, t.subject) if rule.swap else (t.subject, t.object)
                new.add(Triple(ends[0], rule.head, ends[1]))
        for t, rule in product(found, axioms.typings):
            if t.predicate == rule.body:
                new.add(Triple(t.object if rule.of_object else t.subject, RDF.TYPE, rule.cls))
        for rule in axioms.chains:
            for path in product(found, repeat=len(rule.body)):
                linked = all(x.object == y.subject for x, y in pairwise(path))
                if linked and tuple(t.predicate for t in path) == rule.body:
                    new.add(Triple(path[0].subject, rule.head, path[-1].object))
        for rule, x in product(axioms.conditions, {t.subject for t in found}):
            if all(Triple(x, a.predicate, a.value) in found for a in rule.body):
                new.add(Triple(x, rule.head.predicate, rule.head.value))
        if new <= found:
            return found
        found |= new


def size(proof):
    return 1 + sum(map(size, proof.premises))


@settings(deadline=None, max_examples=60)
@given(fact_sets, rule_sets)
def test_closure_and_proofs_against_brute_force(facts, axioms):
    """The closure is the least fixpoint, each proof ends in asserted facts, and none is smaller."""
    closure = close(facts, axioms)
    assert set(closure.facts()) == naive(facts, axioms)
    assert close(facts[::-1], axioms).best.keys() == closure.best.keys()
    for triple in closure.facts():
        proof = closure.proof(triple)
        assert proof.conclusion == triple
        assert size(proof) == closure.sizes[triple]
        assert {leaf for leaf in proofs.leaves(proof) if leaf not in licence} <= set(facts)
        for use in closure.uses.get(triple, ()):
            assert closure.sizes[triple] <= 1 + sum(closure.sizes[p] for p in use.premises)


@settings(deadline=None, max_examples=40)
@given(fact_sets, rule_sets)
def test_other_proofs_rest_on_different_statements(facts, axioms):
    """Proofs come shortest first and none rests on more than another; without its statements a fact falls.

    The shortest proof of all is the first of them, unless a longer one rests on less.
    """
    closure = close(facts, axioms)
    for triple in list(closure.facts())[:6]:
        found = proofs.minimal_proofs(closure, triple, 4)
        shortest = closure.proof(triple)
        less = any(set(proofs.leaves(p)) < set(proofs.leaves(shortest)) for p in found)
        assert less or size(found[0]) == closure.sizes[triple]
        assert [size(p) for p in found] == sorted(size(p) for p in found)
        rests = [frozenset(proofs.leaves(p)) for p in found]
        assert not any(x < y for x, y in product(rests, rests))
        standing = proofs.standings(closure, dict.fromkeys(facts, Standing.DISPUTED))[triple]
        assert standing is Standing.DISPUTED
