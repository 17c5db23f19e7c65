"""What stands to "it" as a verb says, and which way round: "what covers it?", "what is it underneath?"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.terms import Iri
from qa.forms.evaluating import exists
from qa.forms.logic import Kind, Linked, Select, Thing, every
from qa.kind import Desk, Reading
from qa.model import Context
from qa.scene import Scene

__all__ = ["facing"]

_EVIDENCE = 9.0  # since words alone cannot tell one way round from the other
_AHEAD = 5.0  # more where "it" stands before the verb, which is rarer
_IT = frozenset(("it", "that", "this"))


def facing(scene: Scene, context: Context, desk: Desk) -> Iterator[Reading]:
    """What stands to the last thing in a relation between things alike, by the place of "it"."""
    spoken_of = context.results if len(context.results) == 1 else context.entities
    its = [t.index for t in scene.asking if t.stem in _IT and t.index > scene.wh_index]
    if scene.wh not in ("what", "which", "who") or len(spoken_of) != 1 or len(its) != 1:
        return
    thing, own = spoken_of[0], [a for a in scene.anchors if not a.words <= scene.carried]
    if not desk.connector.is_thing(thing) or any(a.entities for a in own):
        return
    if any(desk.connector.classes_of(thing).isdisjoint(a.classes) for a in own):
        return  # "which exercise covers it?"
    for mention, prop, role in scene.property_mentions:
        if role == "verb" and mention.weight >= 1 and _is_between_alike(prop, desk):
            # "what is it under" asks what it is under, "what is under it" what is under it.
            ahead = its[0] < mention.start
            node = every([Kind(desk.graph.entity(thing).kind), Linked(prop, Thing(thing), inverse=ahead)])
            if exists(node, desk.graph):
                words = frozenset((*mention.words, its[0], *(i for a in own for i in a.words)))
                kind, evidence = desk.graph.entity(thing).kind, _EVIDENCE + _AHEAD * ahead
                yield Reading("listing", Select(node), words, evidence, kind, (thing,))


def _is_between_alike(prop: Iri, desk: Desk) -> bool:
    """Whether a property leads from things of a class to others of it."""
    term = desk.graph.property_term(prop)
    return term.domain is not None and term.domain == term.range
