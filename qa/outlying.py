"""Muscles of which the graph has a name and little else, since the article says nothing of them."""

from __future__ import annotations

from kg.terms import Iri
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["outlying"]


def outlying(scene: Scene) -> frozenset[Iri]:
    """The muscles that a question names and nothing in the graph trains: the plantaris."""
    graph = scene.graph
    named = (iri for a in scene.anchors if a.bodily for iri in a.entities)
    muscles = (iri for iri in named if CALF.MUSCULAR_STRUCTURE in graph.entity(iri).classes)
    return frozenset(iri for iri in muscles if not graph.subjects(CALF.TRAINS, iri))
