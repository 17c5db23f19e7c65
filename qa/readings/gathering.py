"""The whole that several parts make: "what are the gastrocnemius and the soleus together called?"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.terms import Iri
from qa.forms.logic import Describe
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["gathered"]

_EVIDENCE = 12.0  # since all that is named has its part in it
_FEWEST = 2  # parts of a whole
_CALLED = frozenset(("call", "name", "term", "word"))


def gathered(kind: str, scene: Scene, desk: Desk) -> Iterator[Reading]:
    """What the whole is that the parts named make together, where its name is asked for."""
    together = [t for t in scene.asking if t.stem in english().words["gathering"]]
    asks = [t for t in scene.asking if t.stem in _CALLED]
    parts = [(a, i) for a in scene.anchors for i in a.entities if a.polarity == "in" and a.bodily]
    if not (together and asks) or len({iri for _, iri in parts}) < _FEWEST:
        return
    wholes = set[Iri].intersection(*({*desk.graph.subjects(CALF.HAS_PART, iri)} for _, iri in parts))
    least = [w for w in wholes if wholes.isdisjoint(desk.graph.objects(w, CALF.HAS_PART))]
    if len(least) == 1:
        words = frozenset(t.index for t in (*together, *asks)).union(*(a.words for a, _ in parts))
        yield Reading(kind, Describe(least[0]), words, _EVIDENCE, topics=(least[0],))
