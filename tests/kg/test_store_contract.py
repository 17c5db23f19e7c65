"""One suite over every store: what a store promises, each of them keeps."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from kg.errors import QueryLimitError, QueryRefusedError, StoreError
from kg.store import Store
from kg.stores import STORES, open_store
from kg.terms import XSD_STRING, Bindings, Iri, Literal, Sparql, Triple

E = "http://example.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
P, Q = Iri(f"{E}p"), Iri(f"{E}q")
TERMS = (
    Iri(f"{E}b"),
    Literal("plain"),
    Literal("Wade", XSD_STRING, "de"),
    Literal('"quoted" \\ and\nbroken\tlines, é, 𝄞'),
    Literal("7", f"{XSD}integer"),
    Literal("2.5", f"{XSD}decimal"),
    Literal("true", f"{XSD}boolean"),
    Literal("2024-02-29", f"{XSD}date"),
)
TRIPLES = (*(Triple(Iri(f"{E}a"), P, term) for term in TERMS), Triple(Iri(f"{E}b"), Q, Iri(f"{E}a")))
KINDS = ("oxigraph", "oxigraph in process", "rdflib", "rdflib in process", "remote", "remote by update")


@pytest.fixture(scope="session")
def endpoint(tmp_path_factory):
    """The address of a real Oxigraph server that ends with the tests."""
    binary = Path(sys.executable).with_name("oxigraph.exe" if os.name == "nt" else "oxigraph")
    if not binary.is_file():
        pytest.skip("the oxigraph server is not installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        binary,
        "serve",
        "--location",
        tmp_path_factory.mktemp("server"),
        "--bind",
        f"127.0.0.1:{port}",
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_for(address, server):
    for _ in range(200):
        assert server.poll() is None, "the server ended at once"
        try:
            urllib.request.urlopen(address, timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the server did not start")


def _clear(endpoint):
    request = urllib.request.Request(f"{endpoint}/store?default", method="DELETE")
    urllib.request.urlopen(request, timeout=10).close()


@pytest.fixture(params=KINDS)
def empty(request):
    """An empty store of each kind."""
    kind = request.param
    if kind.startswith("remote"):
        endpoint = request.getfixturevalue("endpoint")
        _clear(endpoint)
        load = (
            {"update_url": f"{endpoint}/update"} if "update" in kind else {"graph_url": f"{endpoint}/store"}
        )
        store = open_store("remote", query_url=f"{endpoint}/query", **load)
    else:
        store = open_store(kind.split()[0], isolated="in process" not in kind)
    yield store
    store.close()


@pytest.fixture
def store(empty):
    """A store that holds TRIPLES."""
    empty.load(TRIPLES)
    return empty


def ask(store, text, seconds=20.0, rows=100):
    return store.select(Sparql(text), seconds, rows)


def test_each_registered_store_is_tested():
    """A new store cannot be forgotten here."""
    assert {kind.split()[0] for kind in KINDS} == set(STORES)


def test_it_is_a_store(empty):
    assert isinstance(empty, Store)


def test_terms_come_back_as_they_went_in(store):
    """Every kind of term survives the way into the store and back."""
    found = ask(store, f"SELECT ?o {{ <{E}a> <{P}> ?o }}")
    assert set(found.rows) == {(term,) for term in TERMS}


def test_unordered_rows_are_sorted(store):
    """Rows have one order, whatever the store does inside: IRIs, then literals by text."""
    found = ask(store, f"SELECT ?o {{ <{E}a> <{P}> ?o }}")
    iris = [cell for (cell,) in found.rows if isinstance(cell, Iri)]
    literals = [cell for (cell,) in found.rows if isinstance(cell, Literal)]
    assert [cell for (cell,) in found.rows] == [*sorted(iris), *sorted(literals)]


def test_a_query_is_answered_without_its_rows(store):
    """Nothing comes back of a query whose rows nobody reads, and it has no more time than another."""
    for text in ("SELECT * { ?s ?p ?o }", f"ASK {{ <{E}a> <{P}> ?o }}"):
        store.run(Sparql(text), 20.0)
    with pytest.raises(QueryLimitError):
        store.run(Sparql("SELECT * { ?s ?p ?o }"), -1.0)


def test_the_order_of_the_query_is_kept(store):
    """ORDER BY decides if there is one."""
    found = ask(store, "SELECT ?s { ?s ?p ?o } GROUP BY ?s ORDER BY DESC(?s)")
    assert found == Bindings(("s",), ((Iri(f"{E}b"),), (Iri(f"{E}a"),)))


def test_columns_of_a_star_are_in_order_of_mention(store):
    assert ask(store, f"SELECT * {{ ?x <{Q}> ?a }}").variables == ("x", "a")


def test_unbound_is_none(store):
    found = ask(store, f"SELECT ?s ?n {{ ?s <{Q}> ?o OPTIONAL {{ ?o <{Q}> ?n }} }}")
    assert found.rows == ((Iri(f"{E}b"), None),)


@pytest.mark.parametrize("text", ["\\u0053ERVICE", "\\\\u0022", "\\U0001F9B5", "a\\", "\\\\", '"\\u"'])
def test_an_escaped_backslash_is_a_backslash(empty, text):
    """What looks like the escape of a character behind a backslash of its own stays as it is."""
    empty.load([Triple(Iri(f"{E}a"), P, Literal(text))])
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    assert ask(empty, f'SELECT ?s {{ ?s <{P}> "{escaped}" }}').rows == ((Iri(f"{E}a"),),)


@pytest.mark.parametrize(
    ("text", "answer"), [(f"<{E}b> <{Q}> <{E}a>", "true"), (f"<{E}a> <{Q}> ?x", "false")]
)
def test_ask_gives_one_boolean(store, text, answer):
    expected = Bindings(("ask",), ((Literal(answer, f"{XSD}boolean"),),))
    assert ask(store, f"ASK {{ {text} }}") == expected


def test_an_empty_store_answers_nothing(empty):
    assert ask(empty, "SELECT ?s { ?s ?p ?o }") == Bindings(("s",), ())


def test_loading_adds_and_never_doubles(store):
    """A second load adds, and what is already there stays once."""
    store.load([TRIPLES[0], Triple(Iri(f"{E}c"), Q, Iri(f"{E}a"))])
    assert len(ask(store, "SELECT * { ?s ?p ?o }").rows) == len(TRIPLES) + 1


def test_blank_nodes_keep_their_identity(empty):
    """One blank node stays one, and shows as an IRI that begins with `_:`."""
    blank = Iri("_:x")
    empty.load([Triple(blank, P, Literal("1")), Triple(blank, Q, Literal("2"))])
    ((found,),) = ask(empty, f"SELECT ?s {{ ?s <{P}> '1' ; <{Q}> '2' }}").rows
    assert isinstance(found, Iri)
    assert found.startswith("_:")


@pytest.mark.parametrize(
    "text", ["SELECT * { ?s ?p", "SELECT * { ?s ?p ?o FILTER(?s = ) }", "SELECT * {\n ?s e:p ?o }"]
)
def test_a_malformed_query_is_refused(store, text):
    with pytest.raises(QueryRefusedError):
        ask(store, text)
    assert ask(store, "ASK { }").rows


def test_a_syntax_error_has_a_place(store):
    with pytest.raises(QueryRefusedError, match=r"\d+(, column |:)\d+"):
        ask(store, "SELECT *\n{ ?s ?p ?o ?q ?r }")


@pytest.mark.parametrize("text", ["DROP ALL", "ASK { SERVICE <http://127.0.0.1:9/> { } }", "DESCRIBE <a:b>"])
def test_a_query_that_is_not_reading_is_refused(store, text):
    with pytest.raises(QueryRefusedError):
        ask(store, text)


def test_too_many_rows_are_an_error(store):
    """Rows are never cut off silently."""
    with pytest.raises(QueryLimitError, match="more than 3 rows"):
        ask(store, "SELECT * { ?s ?p ?o }", rows=3)
    assert len(ask(store, "SELECT * { ?s ?p ?o }", rows=len(TRIPLES)).rows) == len(TRIPLES)


def test_an_unknown_store_names_those_there_are():
    with pytest.raises(StoreError, match="oxigraph, rdflib, remote"):
        open_store("neptune")


def test_a_wrong_option_is_refused():
    with pytest.raises(StoreError, match="wrong options"):
        open_store("remote", address="http://127.0.0.1:9/")


@pytest.mark.parametrize("triple", [Triple(Iri("not an iri"), P, P), Triple(Iri(f"{E}a"), P, Iri("a b"))])
def test_an_illegal_iri_is_an_error(triple):
    store = open_store("oxigraph", isolated=False)
    with pytest.raises(StoreError):
        store.load([triple])


def test_a_remote_store_needs_an_http_address():
    with pytest.raises(StoreError, match="not an http address"):
        open_store("remote", query_url="file:///etc/hostname")


def test_a_remote_store_without_a_way_to_load_says_so(endpoint):
    with pytest.raises(StoreError, match="reading only"):
        open_store("remote", query_url=f"{endpoint}/query").load(TRIPLES)


def test_a_remote_store_that_is_not_there_says_so():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}/query"
    with pytest.raises(StoreError, match="cannot be reached"):
        ask(open_store("remote", query_url=address), "ASK { }")
    with pytest.raises(StoreError, match="cannot be reached"):
        open_store("remote", query_url=address, graph_url=address).load(TRIPLES)


def test_a_remote_refusal_is_loud(endpoint):
    """An endpoint that answers with an error is never taken for an empty answer."""
    with pytest.raises(StoreError, match="404"):
        ask(open_store("remote", query_url=f"{endpoint}/nowhere"), "ASK { }")
    with pytest.raises(StoreError):
        open_store("remote", query_url=endpoint, graph_url=f"{endpoint}/nowhere").load(TRIPLES)
    with pytest.raises(StoreError, match="not an IRI"):
        open_store("remote", query_url=endpoint, graph_url=f"{endpoint}/store").load(
            [Triple(Iri("a b"), P, P)]
        )
