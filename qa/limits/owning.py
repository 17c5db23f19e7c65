"""Which equipment a question says is there, or is lacking: "I have a step", "my mate came along"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from kg.terms import Iri
from qa.kind import Desk
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.scope import listed
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["is_owned", "is_there", "named_gear", "names_gear"]

_NEAR = 4  # words from "have" to what one has


def named_gear(scene: Scene, desk: Desk, *, out: bool) -> Mapping[Iri, frozenset[int]]:
    """The equipment that a question names as there, or with `out` as lacking, and its words; classes too."""
    return scene.once(("equipment", out), lambda: _equipment(scene, desk, out=out))


def _equipment(scene: Scene, desk: Desk, *, out: bool) -> dict[Iri, frozenset[int]]:
    named: dict[Iri, frozenset[int]] = {}
    for anchor in scene.anchors:
        if (anchor.polarity == "out") == out:
            things = (i for i in anchor.entities if CALF.EQUIPMENT in desk.connector.classes_of(i))
            kinds = (c for c in anchor.classes if desk.connector.is_a(c, CALF.EQUIPMENT))
            named |= dict.fromkeys((*things, *kinds), anchor.words)
    return named


def names_gear(scene: Scene) -> bool:
    """Whether a question names any equipment, as there or as lacking."""
    graph = scene.graph
    kinds = {up for a in scene.anchors for cls in a.classes for up in (cls, *graph.class_term(cls).supers)}
    things = (iri for a in scene.anchors for iri in a.entities)
    return CALF.EQUIPMENT in kinds or any(CALF.EQUIPMENT in graph.entity(iri).classes for iri in things)


def is_owned(iri: Iri, scene: Scene) -> bool:
    """Whether a question says in words that a thing is there: "I have a partner", not "to have one"."""
    named = [a for a in scene.anchors if iri in a.entities and a.polarity == "in"]
    if named and CALF.HELPER in scene.graph.entity(iri).classes and any(_attends(a, scene) for a in named):
        return True
    starts = (_first_of_list(a, scene).mention.start for a in named)
    before = {t.stem for start in starts for t in scene.tokens[max(0, start - _NEAR) : start]}
    return "to" not in before and not before.isdisjoint(english().words["owning"])


def _attends(helper: Anchor, scene: Scene) -> bool:
    """Whether a helper is said to be there: "my mate came along", "the two of us"; not "can't come"."""
    words, last = english().words, scene.tokens[helper.mention.end - 1]
    if any(scene.tokens[i].stem in words["attending"] for i in helper.words):
        return True
    after = [t.stem for t in scene.clause_of(last) if 0 < t.index - last.index <= _NEAR]
    place = next((n for n, stem in enumerate(after) if stem in words["attending"]), -1)
    return place >= 0 and words["lacking"].isdisjoint(after[:place])


def _first_of_list(name: Anchor, scene: Scene) -> Anchor:
    """The name that opens the list which a name stands in: "I have a step, dumbbells and a leg press"."""
    first = name
    for before, after in pairwise(reversed(scene.anchors)):
        if before is first and listed(after, first, scene.tokens):
            first = after
    return first


def is_there(iri: Iri, there: Mapping[Iri, frozenset[int]], desk: Desk) -> bool:
    """Whether a question says that a thing is there, or one of its kind."""
    return iri in there or not desk.connector.classes_of(iri).isdisjoint(there)
