"""Which of two named things counts more, or less, where one outranks the other."""

from __future__ import annotations

from collections.abc import Iterator

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Either, Linked, Select, Thing, every
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["outranking"]

_RANKED = 15.0  # evidence for the one of two things that outranks the other, or is outranked
_TWO = 2  # things of which one may come first


def outranking(scene: Scene, desk: Desk) -> Iterator[Reading]:
    """Which of two named things counts more, or less, where one outranks the other: "which is secondary?"."""
    if scene.wh not in ("which", "what", "") or (scene.polar and scene.offering < 0):
        return
    less = frozenset(t.index for t in scene.asking if t.stem in english().words["outranked"])
    more = frozenset(i for m, _ in scene.cued.get(CALF.OUTRANKS, ()) for i in m.words)
    named = [(a, iri) for a in scene.anchors if a.polarity == "in" for iri in a.entities]
    two = len({a.words for a, iri in named if _is_ranked(iri, desk)}) == _TWO
    pairs = ((a, b) for a in named for b in named if two and (less or more))
    for (first, one), (last, other) in pairs:
        if desk.graph.truth(Triple(one, CALF.OUTRANKS, other)) is Truth.YES:
            rank = Linked(CALF.OUTRANKS, Thing(one if less else other), inverse=bool(less))
            node = every([Either((Thing(one), Thing(other))), rank])
            words = (less or more) | first.words | last.words
            yield Reading("choice", Select(node), words, _RANKED, topics=(one, other))


def _is_ranked(iri: Iri, desk: Desk) -> bool:
    """Whether a thing outranks another, or is outranked."""
    return bool(desk.graph.objects(iri, CALF.OUTRANKS) or desk.graph.subjects(CALF.OUTRANKS, iri))
