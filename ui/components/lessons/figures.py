"""Figures of a lesson: the drawing with what a paragraph speaks of, its facts as a graph, numbers as bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from kg.graph import KnowledgeGraph
from kg.provenance import Source
from kg.terms import Iri, Triple
from qa.telling.browsing import Browser
from qa.telling.mapping import Atlas
from qa.telling.neighbouring import Link
from teach.lessons.showing import ShownParagraph
from ui.components.graph_view import View, draw
from ui.components.lessons.text import bars
from ui.components.muscle_map import Shown, is_drawn, labelled_map
from ui.components.muscle_map.drawing import PIECES
from ui.components.plain import plain

__all__ = ["figure"]


def figure(
    paragraph: ShownParagraph, atlas: Atlas, browser: Browser, on_term: Callable[[str], None], *, key: str
) -> None:
    """The figure that a paragraph asks for; nothing for none."""
    if paragraph.figure == "muscles":
        _muscles(paragraph.muscles, atlas, key)
    elif paragraph.figure == "graph":
        _graph(paragraph.links, browser, on_term, key)
    elif paragraph.bars:
        bars(paragraph.bars, key=key)
    elif paragraph.studies:
        _studies(paragraph.studies)


def _muscles(muscles: Sequence[Iri], atlas: Atlas, key: str) -> None:
    """The drawing with its labels, and the muscles that the paragraph speaks of marked."""
    names = atlas.names()
    drawn = [iri.local for iri in muscles if is_drawn(iri.local)]
    inside = {piece for name in drawn for piece in PIECES.get(name, ())} - {*PIECES}
    told = ", ".join(names[name] for name in drawn if name not in inside)
    shown = Shown(dict.fromkeys(drawn, "chosen"), label=told, legend=[("chosen", told)])
    labelled_map(shown, names, key=key)


def _graph(triples: Sequence[Triple], browser: Browser, on_term: Callable[[str], None], key: str) -> None:
    """The facts of a paragraph as things and arrows."""
    graph = browser.graph
    ends = tuple(dict.fromkeys(end for t in triples for end in (t.subject, Iri(str(t.object)))))
    centre, others = ends[0], ends[1:]
    view = View(centre, ((centre, others),), tuple(_link(graph, t) for t in triples), layered=True)
    draw(view, browser, on_term, key=key, twin="The text says the same.")


def _link(graph: KnowledgeGraph, triple: Triple) -> Link:
    label = graph.property_term(triple.predicate).label
    return Link(triple, label, graph.is_inferred(triple), graph.standing(triple).value)


def _studies(studies: Sequence[Source]) -> None:
    """Studies as a table: how, with whom, what was measured, and how much of each was read."""
    rows = [
        {
            "study": plain(f"{study.label}, {study.participants}"),
            "how, and what was measured": plain(f"{study.design}: {study.measure}"),
            "what was read": plain(study.read),
        }
        for study in studies
    ]
    st.table(rows, border="horizontal", hide_index=True, alt="The studies on the claim")
