"""What no query can do to a store that runs it in a child: go on for ever, hold the others up, or end us."""

from __future__ import annotations

import threading
import time

import pytest

from kg.errors import QueryLimitError
from kg.stores import open_store
from kg.terms import Iri, Literal, Sparql, Triple

E = "http://example.org/"
P = Iri(f"{E}p")
MANY = tuple(Triple(Iri(f"{E}{n}"), P, Literal(str(n))) for n in range(2_000))
ENDLESS = {
    "count": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "distinct": "SELECT DISTINCT ?b { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "order": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c",
    "ask": "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c > ?f && ?f > ?i && ?i > ?c) }",
}


def ask(store, text, seconds=20.0):
    return store.select(Sparql(text), seconds, 100)


@pytest.mark.parametrize("name", ["oxigraph", "rdflib"])
@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_query_without_end_is_ended(name, text):
    """The query ends soon after its limit, other threads go on meanwhile, and the store lives on."""
    store = open_store(name)
    store.load(MANY)
    ask(store, "ASK { }")
    gaps, stop = [], threading.Event()

    def watch():
        last = time.perf_counter()
        while not stop.wait(0.01):
            gaps.append(time.perf_counter() - last)
            last = time.perf_counter()

    watcher = threading.Thread(target=watch)
    watcher.start()
    started = time.perf_counter()
    with pytest.raises(QueryLimitError, match=r"longer than 0\.5 seconds"):
        ask(store, text, seconds=0.5)
    took = time.perf_counter() - started
    stop.set()
    watcher.join()
    assert took < 5
    assert max(gaps) < 1
    assert ask(store, f"SELECT ?s {{ ?s <{P}> '7' }}").rows == ((Iri(f"{E}7"),),)
    store.close()


def test_a_catastrophic_regular_expression_is_ended():
    """rdflib's regular expressions hold the interpreter, and still the query ends."""
    store = open_store("rdflib")
    store.load([Triple(Iri(f"{E}a"), P, Literal("a" * 40 + "b"))])
    ask(store, "ASK { }")
    with pytest.raises(QueryLimitError):
        ask(store, "ASK { ?s ?p ?o FILTER(REGEX(?o, '^(a+)+$')) }", seconds=0.5)
    store.close()


def test_a_text_that_overflows_a_parser_ends_only_its_child():
    """A sum of thousands of terms kills a process that parses it; ours goes on."""
    with_sum = f"ASK {{ FILTER({'+'.join(['1'] * 20_000)}) }}"
    store = open_store("oxigraph")
    store.load(MANY)
    with pytest.raises(QueryLimitError):
        ask(store, with_sum)
    assert ask(store, "SELECT * { ?s ?p ?o } LIMIT 1").rows
    store.close()


def test_threads_may_share_a_store():
    """More queries at once than there are children all get their own answer."""
    store = open_store("oxigraph")
    store.load(MANY)
    found = {}

    def run(number):
        found[number] = ask(store, f"SELECT ?s {{ ?s <{P}> '{number}' }}").rows

    threads = [threading.Thread(target=run, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: ((Iri(f"{E}{number}"),),) for number in range(12)}
    store.close()
