"""The Explore page: one thing (`node`) with its neighbours, more of them on demand, paths to others."""

from __future__ import annotations

import streamlit as st

from kg.errors import CalfError
from kg.terms import Iri
from qa.telling.browsing import Browser, Hit
from ui.components.address import chosen, kept
from ui.components.entry_card import entry_card
from ui.components.graph_view import View, chain, draw, neighbourhood, overview, table
from ui.components.plain import plain
from ui.components.reasons import because_lines
from ui.components.trees import tree
from ui.resources import browser

FEW, MANY = 14, 60  # neighbours shown at first, and on demand
SIZES = {"main": "the most telling", "all": "all of them"}
FORMS = {  # radio buttons: a chosen segment would be too pale in the dark theme
    "picture": "Picture",
    "table": "Table",
    "tree": "Tree",
}
LONGEST = 200  # characters of a name that can be typed here


def open_node(name: str) -> None:
    """Make a thing the centre; what was grown round the old one and the path from it are gone."""
    form = st.query_params.get("as")
    st.query_params.from_dict({"node": name, **({"as": form} if form else {})})
    st.session_state.find = ""


def found(graph: Browser, text: str) -> None:
    """What a typed name fits, as buttons."""
    hits = graph.find(text)
    if not hits:
        st.markdown("Nothing here has such a name. Try a shorter part of it, or pick a kind below.")
    with st.container(gap="xxsmall", key="hits"):
        for hit in hits:
            st.button(
                describe(hit),
                key=f"hit-{hit.iri.local}",
                type="tertiary",
                icon=":material/arrow_forward:",
                on_click=open_node,
                args=(hit.iri.local,),
            )


def describe(hit: Hit) -> str:
    """A hit with its kind, and with the name that was hit where that is another one."""
    matched = f", known as “{plain(hit.matched)}”" if hit.matched else ""
    return f"**{plain(hit.label)}** ({plain(hit.kind)}{matched})"


def filters(graph: Browser, centre: Iri) -> tuple[list[str], list[str]]:
    """The kinds and relations to which the view is narrowed; none means all."""
    kinds = {term.iri.local: term.label for term in graph.groups()}
    links = graph.links.of(centre, everything=True)
    relations = {link.triple.predicate.local: link.label for link in links}
    left, right = st.columns(2)
    only = left.multiselect(
        "Only these kinds",
        list(kinds),
        format_func=lambda name: kinds[name],
        **kept("kinds", kinds, several=True),
    )
    by = right.multiselect(
        "Only these relations",
        sorted(relations, key=lambda name: relations[name]),
        format_func=lambda name: relations[name],
        **kept("relations", relations, several=True),
    )
    return only, by


def growing(graph: Browser, view: View) -> None:
    """Choices that make the view larger: the neighbours of what is in sight, and all of the centre's."""
    labels = {iri.local: graph.label(iri) for iri in view.things if iri != view.centre}
    st.multiselect(
        "Add the neighbours of",
        list(labels),
        format_func=lambda name: labels[name],
        placeholder="Choose things in the picture",
        **kept("more", labels, several=True),
    )
    if view.left_out or chosen("neighbours", SIZES):
        st.radio(
            "Neighbours",
            list(SIZES),
            format_func=lambda name: SIZES[name],
            horizontal=True,
            **kept("neighbours", SIZES, usual="main"),
        )


def goal_of(graph: Browser, centre: Iri) -> Iri | None:
    """The thing to which a path is looked for."""
    ends = {hit.iri.local: f"{hit.label} ({hit.kind})" for hit in graph.things() if hit.iri != centre}
    name = st.selectbox(
        f"Find a path from {plain(graph.label(centre))} to",
        list(ends),
        format_func=lambda each: ends[each],
        index=None,
        **kept("to", ends),
    )
    return graph.resolve(name) if name else None


def shown(graph: Browser, view: View) -> None:
    """The view in the form that is chosen, and a path in words too, each step with its reasons."""
    form = st.radio(
        "Show as",
        list(FORMS),
        format_func=lambda name: FORMS[name],
        horizontal=True,
        label_visibility="collapsed",
        **kept("as", FORMS, usual="picture"),
    )
    if form == "table":
        table(view, graph)
    elif form == "tree":
        tree("Parts", graph.parts_tree(view.centre), open_node, "parts")
        tree("Kinds", graph.kinds_tree(view.centre), open_node, "kinds")
    else:
        draw(view, graph, open_node)
    if view.path:
        st.markdown("\n".join(line for link in view.path for line in because_lines(graph.said(link))))


def explore(graph: Browser, centre: Iri) -> None:
    """One thing: picture, table or tree at the left, its entry at the right."""
    left, right = st.columns([3, 2], gap="medium")
    with left:
        body = st.container()
        with st.expander("Filter, grow, find a path", icon=":material/tune:"):
            goal = goal_of(graph, centre)
            only, by = filters(graph, centre)
            more = [iri for name in st.query_params.get_all("more") if (iri := graph.resolve(name))]
            most = MANY if chosen("neighbours", SIZES) == ["all"] else FEW
            view = neighbourhood(graph, centre, more, kinds=only, relations=by, most=most)
            growing(graph, view)
        path = graph.path(centre, goal) if goal else ()
        with body:
            if path and goal:
                st.markdown(f"**From {plain(graph.label(centre))} to {plain(graph.label(goal))}**")
            elif goal:
                st.markdown("Nothing in the graph links these two.")
            shown(graph, chain(centre, path) if path else view)
            if view.left_out and not path:
                st.markdown(
                    f"{view.left_out} more neighbours are left out; “Filter, grow, find a path” adds them."
                )
    with right:
        entry_card(graph.entry(centre))


def start(graph: Browser) -> None:
    """Before anything is chosen: how the main kinds hang together, and all kinds to begin with."""
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.markdown("**How the main kinds of things hang together**")
        shown(graph, overview(graph))
    with right, st.container(border=True, height=640):
        tree("Kinds of things", graph.kinds_tree(), open_node, "all")


st.title("Explore the graph", anchor=False)
st.markdown(
    "Everything the graph knows, thing by thing: what is stated, what follows from it, and who says so."
)
typed = st.text_input(
    "Find a thing by any of its names",
    key="find",
    type="search",
    live=True,
    bind="query-params",
    max_chars=LONGEST,
    placeholder="inner calf, soleus, calf press …",
    icon=":material/search:",
)
try:
    index = browser()
except CalfError as error:
    st.error(plain(str(error)), icon=":material/error:")
    st.stop()
if (typed or "").strip():
    found(index, typed)
wanted = st.query_params.get("node", "")
node = index.resolve(wanted)
if node is not None:
    explore(index, node)
else:
    if wanted:
        st.warning(f"There is no “{plain(wanted[:80])}” in this graph.", icon=":material/help:")
        found(index, wanted)
    start(index)
