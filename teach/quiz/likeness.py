"""How alike two things are, which makes a wrong option hard or easy to tell from a right one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from statistics import fmean

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from teach.quiz.model import Level

__all__ = ["Likeness", "level_of", "ordered_by_chance"]

_CLASSES, _LINKS = 0.7, 0.3  # what a thing is weighs more than what is said of it
_HARD, _MEDIUM = 0.6, 0.3


def ordered_by_chance(things: Iterable[Iri], seed: str) -> list[Iri]:
    """The things in an order that looks random and is the same for the same seed on every machine."""
    return sorted(things, key=lambda iri: hashlib.sha256(f"{seed} {iri}".encode()).digest())


def level_of(likenesses: Sequence[float]) -> Level:
    """The difficulty of an item whose wrong options are so alike to the right one."""
    mean = fmean(likenesses) if likenesses else 0.0
    return Level.HARD if mean >= _HARD else Level.MEDIUM if mean >= _MEDIUM else Level.EASY


class Likeness:
    """The likeness of individuals of one graph, from 0 to 1.

    The share of classes that both have, and the share of statements in which one could stand for the other
    (Jaccard), as in similarity-based generation of questions (Alsubait, Parsia and Sattler 2014).
    """

    def __init__(self, graph: KnowledgeGraph) -> None:
        """Look at the things of `graph`."""
        self._graph = graph
        self._links: dict[Iri, frozenset[tuple[Iri, object]]] = {}

    def of(self, one: Iri, other: Iri) -> float:
        """How alike two individuals are."""
        classes = _share(self._graph.entity(one).classes, self._graph.entity(other).classes)
        return _CLASSES * classes + _LINKS * _share(self._linked(one), self._linked(other))

    def _linked(self, iri: Iri) -> frozenset[tuple[Iri, object]]:
        if iri not in self._links:
            self._links[iri] = frozenset((t.predicate, t.object) for t in self._graph.statements(subject=iri))
        return self._links[iri]


def _share(one: frozenset[object], other: frozenset[object]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
