"""The Query page without a browser: examples, rows, files, refusals."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from kg.terms import Bindings, Iri, Literal
from ui.queries import as_csv, as_json

MUSCLES = "SELECT ?m ?label WHERE {\n  ?m a calf:Muscle ; rdfs:label ?label\n} ORDER BY ?label"


@pytest.fixture
def query(drawn):
    """Open the page with a query in its address; returns what it drew."""
    return lambda text="": drawn("query", **({"query": text} if text else {}))


def said(page: AppTest) -> str:
    """All that the page says, without the marks that keep it plain."""
    parts = [*page.markdown, *page.error, *page.code]
    return "\n".join(part.value for part in parts).replace("\\", "")


def test_it_starts_with_examples(query):
    """Before a query is written, the page offers questions, and choosing one runs its query."""
    page = query()
    assert not page.dataframe
    page.selectbox(key="example").select_index(0).run()

    assert "SELECT" in page.text_area(key="query").value
    assert len(page.dataframe[0].value) > 0
    assert page.query_params["query"] == page.text_area(key="query").value


def test_every_example_finds_something(query):
    """The query of each example has rows."""
    page = query()
    for question in page.selectbox(key="example").options:
        page.selectbox(key="example").set_value(question).run()
        assert len(page.dataframe[0].value) > 0


def test_rows_are_a_table(query):
    """A query without prefixes is answered; IRIs are shortened, and its things can be looked at."""
    page = query(MUSCLES)

    assert "**5 rows**" in said(page)
    assert "calf:soleus" in list(page.dataframe[0].value["m"])
    assert "**Look closer**" in said(page)


def test_nothing_found_is_told(query):
    """A sound query without rows says so."""
    assert "nothing in the graph fits it" in said(query("SELECT ?x WHERE { ?x a calf:Nothing }"))


@pytest.mark.parametrize(
    ("text", "cause", "place"),
    [
        (
            "SELECT * WHERE {\n  ?m b calf:Muscle }",
            "line 2, column 6",
            "  2    ?m b calf:Muscle }\n          ^",
        ),
        ("DELETE WHERE { ?s ?p ?o }", "the graph is read-only", "^"),
        ("SELECT * WHERE { SERVICE <http://x> { ?s ?p ?o } }", "SERVICE is not allowed", "^"),
        ("SELECT * WHERE { ?s ?p ?o", "never closed", "^"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "rows", ""),
    ],
)
def test_a_bad_query_is_refused(query, text, cause, place):
    """What may not or cannot run is told with its place, and shows no rows."""
    page = query(text)

    assert cause in said(page)
    assert place in said(page)
    assert not page.dataframe


def test_markup_in_results_and_errors_is_text(query):
    """A query that holds markup is told as text."""
    page = query("SELECT * WHERE { <b>bold</b> }")

    assert page.error
    assert "<b>" not in page.error[0].value.replace("\\<", "")


def test_files_hold_full_terms():
    """CSV and JSON follow the SPARQL 1.1 formats."""
    rows = Bindings(
        ("a", "b"), ((Iri("https://example.org/#x"), Literal("y, z", language="en")), (None, Literal("1")))
    )

    assert as_csv(rows) == 'a,b\nhttps://example.org/#x,"y, z"\n,1\n'
    document = json.loads(as_json(rows))
    assert document["head"] == {"vars": ["a", "b"]}
    assert document["results"]["bindings"][0]["b"] == {"type": "literal", "value": "y, z", "xml:lang": "en"}
    assert "a" not in document["results"]["bindings"][1]
