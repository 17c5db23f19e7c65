"""The Query page: a read-only query (`query`) on the graph, as a table and as files to take away."""

from __future__ import annotations

import re
from functools import partial

import streamlit as st

from kg.errors import CalfError
from kg.terms import Bindings, Iri
from kg.vocabulary import CALF_NS, PREFIXES
from qa.model import Question
from ui.components.plain import plain
from ui.components.things import thing_links
from ui.queries import answer, as_csv, as_json, shorten
from ui.resources import browser, pipeline

SECONDS, ROWS = 5.0, 5_000  # what one query may cost
LONGEST = 20_000  # characters of a query that can be typed here


def take_example() -> None:
    """Put the query of the chosen question into the box."""
    question = st.session_state.example
    if question:
        st.session_state.query = "\n\n".join(pipeline().ask(Question(question)).sparql[:1])


def where(text: str, error: CalfError) -> None:
    """The line that an error speaks of, with a mark under the place."""
    place = re.search(r"line (\d+), column (\d+)", error.cause)
    lines = text.splitlines()
    if place and int(place[1]) <= len(lines):
        number, column = int(place[1]), int(place[2])
        st.code(f"{number:>3}  {lines[number - 1]}\n     {' ' * (column - 1)}^", language=None)


def result(rows: Bindings) -> None:
    """The rows as a table, as files, and as links to the things in them."""
    count = len(rows.rows)
    st.markdown(f"**{count:,} row{'' if count == 1 else 's'}**")
    if not count:
        st.markdown("The query is sound, but nothing in the graph fits it.")
        return
    table = [
        {name: shorten(term) for name, term in zip(rows.variables, row, strict=True)} for row in rows.rows
    ]
    st.dataframe(table, hide_index=True, height="auto", alt="The rows that the query found")
    with st.container(horizontal=True):
        for name, text, kind in (
            ("CSV", as_csv, "text/csv"),
            ("JSON", as_json, "application/sparql-results+json"),
        ):
            st.download_button(
                f"Download {name}",
                text(rows),
                f"calf.{name.lower()}",
                kind,
                icon=":material/download:",
                on_click="ignore",
            )
    graph = browser()
    found = (term for row in rows.rows for term in row if isinstance(term, Iri) and term.startswith(CALF_NS))
    thing_links("Look closer", ((iri, graph.label(iri)) for iri in found if graph.resolve(iri)))


st.title("Query the graph", anchor=False)
st.markdown(
    "Every answer is found by a query in SPARQL, the query language of knowledge graphs. "
    "Take one from a question, change it, and see its rows. Nothing here can change the graph."
)
try:
    qa = pipeline()
except CalfError as problem:
    st.error(plain(str(problem)), icon=":material/error:")
    st.stop()
st.selectbox(
    "Start from the query of a question",
    qa.examples(),
    index=None,
    key="example",
    on_change=take_example,
    placeholder="Choose a question",
)
typed = st.text_area(
    "Query",
    key="query",
    bind="query-params",
    height=260,
    max_chars=LONGEST,
    placeholder="Choose a question above, or write a query of your own",
)
st.button("Run", type="primary", icon=":material/play_arrow:")
names = ", ".join(f"`{name}:`" for name, _ in PREFIXES)
st.markdown(
    f"Only SELECT and ASK are answered, for at most {SECONDS:g} seconds and {ROWS:,} rows. "
    f"The prefixes {names} are known and need no declaration."
)
if (typed or "").strip():
    try:
        with st.spinner("Looking it up …"):
            found = answer(partial(qa.graph.query, seconds=SECONDS, rows=ROWS), typed)
    except CalfError as problem:
        st.error(plain(str(problem)), icon=":material/error:")
        where(typed, problem)
    else:
        result(found)
