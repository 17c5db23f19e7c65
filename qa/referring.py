"""What words of a follow-up stand for: "it", "the second", "the other one", by what the turn before left."""

from __future__ import annotations

from itertools import pairwise

from kg.terms import Iri
from qa.english import english
from qa.kind import Desk
from qa.model import Context
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["carried_over", "pointed_out", "points_back"]

_ORDINALS = {
    "first": 0,
    "second": 1,
    "third": 2,
    "fourth": 3,
    "fifth": 4,
    "last": -1,
    "former": 0,
    "latter": -1,
}
_NUMBERS = {"one": 0, "two": 1, "three": 2, "four": 3, "five": 4}
_POINTERS = frozenset(("the", "that"))  # stand before a place in a list
_OTHER = frozenset(("other", "opposit", "counterpart"))
_FEW = 3  # results of the last turn that may be meant


def points_back(scene: Scene) -> bool:
    """Whether a question has a word for something said before: "it", "those", "the other"."""
    return not english().words["pointing"].isdisjoint(t.stem for t in scene.tokens)


def pointed_out(scene: Scene, context: Context, desk: Desk) -> dict[int, Iri]:
    """The words that stand for a thing by where the turn before had it, and those things."""
    return _picked(scene, context, desk) | _others(scene, context, desk)


def _picked(scene: Scene, context: Context, desk: Desk) -> dict[int, Iri]:
    """One of the last results, named by its place: "explain the last one", "how do I do the second?"."""
    size = len(context.results)
    found: dict[int, Iri] = {}
    if not all(map(desk.connector.is_thing, context.results)):
        return found
    for before, word in pairwise(scene.tokens):
        table = _ORDINALS if before.stem in _POINTERS else _NUMBERS if before.stem == "number" else {}
        place = table.get(word.stem)
        if place is not None and -size <= place < size > 1:
            found[word.index] = context.results[place]
    return found


def _others(scene: Scene, context: Context, desk: Desk) -> dict[int, Iri]:
    """The only other of two things alike, one of which was spoken of: "and the opposite one?"."""
    names = [
        iri
        for iri in dict.fromkeys((*context.results[:_FEW], *context.entities))
        if desk.connector.is_thing(iri)
    ]
    for group in (_of_a_kind, _of_a_whole):
        others = {x for iri in names for x in group(iri, desk)}
        if len(others) == 1 and not any(set(a.entities) & {*names, *others} for a in scene.anchors):
            excluding = {i for m in scene.operators("exclude") for i in m.words}  # "other than"
            words = (t for t in scene.tokens if t.stem in _OTHER and t.index not in excluding)
            return {t.index: min(others) for t in words}
    return {}


def _of_a_kind(iri: Iri, desk: Desk) -> tuple[Iri, ...]:
    """The only other thing of a thing's kind."""
    kin = desk.graph.instances(desk.graph.entity(iri).kind)
    return tuple(x for x in kin if x != iri) if len(kin) == 2 else ()


def _of_a_whole(iri: Iri, desk: Desk) -> tuple[Iri, ...]:
    """For each whole that a thing is a part of, the only other part of the thing's kind."""
    kin = set(desk.graph.instances(desk.graph.entity(iri).kind)) - {iri}
    wholes = (desk.graph.subjects(CALF.PART_OF, whole) for whole in desk.graph.objects(iri, CALF.PART_OF))
    found = [kin.intersection(parts) for parts in wholes]
    return tuple(x for others in found if len(others) == 1 for x in others)


def carried_over(scene: Scene, context: Context, desk: Desk) -> list[Iri]:
    """The last turn's names, as far as the question names nothing of their kind."""
    present = {desk.graph.entity(iri).kind for a in scene.anchors for iri in a.entities}
    single = context.results if len(context.results) == 1 else ()  # "it" is what was found, not asked about
    names = [
        iri
        for iri in dict.fromkeys((*single, *context.entities, *context.results[:_FEW]))
        if desk.connector.is_thing(iri)
    ]
    return [iri for iri in names if desk.graph.entity(iri).kind not in present][:2]
