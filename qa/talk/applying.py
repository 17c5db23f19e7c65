"""What was listed before, asked of a thing named now: "just the medial?", "and the other one?"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.evaluating import exists
from qa.forms.logic import Ask, Form, Kind, Linked, Select, Thing, every, focus_of, parts_of
from qa.kind import Desk, Reading
from qa.scene import Scene
from qa.verdicts.supposing import overlap

__all__ = ["applied"]

_APPLIED = 5.0  # evidence for asking of another thing what was listed
_TURNED = 6.5  # the same for what is so of it instead


def applied(scene: Scene, form: Form, desk: Desk) -> Iterator[Reading]:
    """Whether what was listed is true of a thing named now: "just the medial?", "the soleus too?"."""
    focus = focus_of(form)
    if not isinstance(form, Select) or focus is None or not scene.may_be_polar or scene.operators("drop"):
        return
    links = [(p, p.to.iri) for p in parts_of(form.set) if isinstance(p, Linked) and isinstance(p.to, Thing)]
    for anchor in scene.anchors:
        if anchor.polarity == "out" or anchor.words <= scene.carried:
            continue
        for iri in (i for i in anchor.entities if desk.connector.stands(i, focus)):
            ends = [(p, end) for p, end in links if end != iri and not overlap(end, iri, desk)]
            if len(ends) == 1:
                ((link, end),) = ends
                triple = Triple(*((end, link.property, iri) if link.inverse else (iri, link.property, end)))
                if not scene.polar and desk.graph.truth(triple) is Truth.NO:
                    yield from _turned_to(iri, link, end, anchor.words, desk)
                yield Reading("verification", Ask(triple), anchor.words, _APPLIED, topics=(iri,))


def _turned_to(thing: Iri, link: Linked, end: Iri, words: frozenset[int], desk: Desk) -> Iterator[Reading]:
    """What is so of a thing of which that is not: "which head does toes in bias? and the other one?"."""
    kind = desk.graph.entity(end).kind
    node = every([Kind(kind), Linked(link.property, Thing(thing), not link.inverse)])
    if exists(node, desk.graph):
        yield Reading("listing", Select(node), words, _TURNED, kind, (thing,))
