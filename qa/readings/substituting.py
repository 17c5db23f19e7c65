"""What else an exercise can be done with: "how do I do donkey raises without a machine?".

"What can I use instead of the donkey machine?" names no exercise: it is the one that has a use for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from kg.terms import Iri
from qa.forms.evaluating import exists
from qa.forms.logic import Kind, Linked, Select, Set, Thing, Without, every
from qa.kind import Desk, Reading
from qa.limits.outfitting import including
from qa.limits.owning import named_gear
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["stand_ins", "standing_in", "substituted_gear"]

_ASKED: Final = 5.0  # evidence: who has no such thing and names an exercise asks for nothing else
_SAID: Final = 0.5  # probability of what is said so, in whatever words
_NEAR: Final = 4  # words from "replace" to what is replaced: "an alternative to the big machine"
_PLACES: Final = frozenset((("stand", "in"), ("sit", "in"), ("fill", "in"), ("in", "plac")))
_TRAINED: Final = frozenset(
    ("do", "train", "exercise", "work", "hit")
)  # of exercises: "what can I do instead?"


def substituted_gear(kind: str, scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The equipment of the one exercise that a question names, without what it lacks.

    Not where exercises are asked for, nor whether it can be done, nor where a question says more.
    """
    exercises = [
        (a, i) for a in scene.anchors if a.polarity == "in" for i in a.entities if _is(i, CALF.EXERCISE, desk)
    ]
    lacking = [a for a in scene.anchors if a.polarity == "out" and _gear(a, desk)]
    if (
        scene.polar
        or scene.sought
        or scene.wh == "which"
        or len({i for _, i in exercises}) != 1
        or not lacking
    ):
        return
    (anchor, exercise), *_ = exercises
    named = anchor.words.union(*(a.words for a in lacking))
    aside = english().words["loading"] if scene.wh in ("what", "who") else frozenset()
    rest = (t for t in scene.asking if t.index not in named and t.stem not in aside)
    if any(not scene.is_plain(t.index) for t in rest) or not _asks_of(named, scene):
        return
    used = Linked(CALF.USES_EQUIPMENT, Thing(exercise), inverse=True)
    gone = [Without(node) for a in lacking for node in _gear(a, desk)]
    form = Select(every([Kind(CALF.EQUIPMENT), used, *gone]))
    if exists(form.set, desk.graph):
        words = frozenset(t.index for t in scene.asking)
        yield Reading(kind, form, words | named, _ASKED, CALF.EQUIPMENT, (exercise,))


def stand_ins(kind: str, scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The equipment that takes the place of another in an exercise: "what can replace the machine?"."""
    asks = scene.wh in ("what", "who") and not any(t.stem in _TRAINED for t in scene.asking)
    if not asks or scene.sought or any(a.bodily for a in scene.anchors):
        return
    for gone, words in _replaced(scene, desk).items():
        for exercise, beside in _done_with(gone, scene, desk):
            used = Linked(CALF.USES_EQUIPMENT, Thing(exercise), inverse=True)
            rest = [Without(Thing(iri)) for iri in sorted(beside)]
            form = Select(every([Kind(CALF.EQUIPMENT), used, *rest]))
            if exists(form.set, desk.graph):
                said = words | frozenset(t.index for t in scene.asking)
                yield Reading(kind, form, said, _ASKED, CALF.EQUIPMENT, (exercise,), chance=_SAID)


def standing_in(kind: str, scene: Scene, desk: Desk) -> Iterator[Reading]:
    """Whether some equipment takes the place of another in an exercise: "can a step replace a block?"."""
    replaced = _replaced(scene, desk) if scene.polar else {}
    offered = named_gear(scene, desk, out=False)
    for gone, words in replaced.items():
        for iri in offered.keys() - replaced.keys():
            for exercise, _ in _done_with(gone, scene, desk):
                way: list[Set] = [
                    Kind(CALF.EQUIPMENT_OPTION),
                    including(Thing(iri)),
                    Without(including(Thing(gone))),
                ]
                node = every([Thing(exercise), Linked(CALF.HAS_EQUIPMENT_OPTION, every(way))])
                if exists(node, desk.graph):
                    said = words | offered[iri] | frozenset(t.index for t in scene.asking)
                    form = Select(node)
                    yield Reading(kind, form, said, _ASKED, topics=(exercise,), note="alone", chance=_SAID)


def _replaced(scene: Scene, desk: Desk) -> Mapping[Iri, frozenset[int]]:
    """The equipment in whose place a question wants something else, with its words."""
    swapping, stems = english().words["standing_in"], [t.stem for t in scene.asking]
    if swapping.isdisjoint(stems) and _PLACES.isdisjoint(pairwise(stems)):
        return {}
    found = dict(named_gear(scene, desk, out=True))
    for iri, words in named_gear(scene, desk, out=False).items():
        led = [t.stem for t in scene.tokens[max(0, min(words) - _NEAR) : min(words)]]
        if not (swapping.isdisjoint(led) and _PLACES.isdisjoint(pairwise(led))):
            found[iri] = words
    return {one: words for iri, words in found.items() for one in _pieces(iri, scene, desk)}


def _pieces(gear: Iri, scene: Scene, desk: Desk) -> list[Iri]:
    """A piece of equipment, or those of a kind that an exercise is done with which a question names."""
    if desk.connector.is_thing(gear):
        return [gear]
    used = (desk.graph.objects(i, CALF.USES_EQUIPMENT) for i in _exercises(scene, desk))
    return sorted(i for each in used for i in each if isinstance(i, Iri) and _is(i, gear, desk))


def _exercises(scene: Scene, desk: Desk) -> set[Iri]:
    """The exercises that a question names."""
    return {i for a in scene.anchors for i in a.entities if _is(i, CALF.EXERCISE, desk)}


def _done_with(gear: Iri, scene: Scene, desk: Desk) -> Iterator[tuple[Iri, frozenset[Iri]]]:
    """The exercises that are done with some equipment, no variations, and all that goes with it there.

    Only those that a question names, if it names any.
    """
    graph, named = desk.graph, _exercises(scene, desk)
    found: dict[Iri, set[Iri]] = {}
    for option in graph.subjects(CALF.INCLUDES_EQUIPMENT, gear):
        for exercise in graph.subjects(CALF.HAS_EQUIPMENT_OPTION, option):
            beside = graph.objects(option, CALF.INCLUDES_EQUIPMENT)
            found.setdefault(exercise, set()).update(iri for iri in beside if isinstance(iri, Iri))
    for exercise in sorted(found):
        if exercise in named if named else not desk.connector.versions.get(exercise):
            yield exercise, frozenset(found[exercise])


def _asks_of(named: frozenset[int], scene: Scene) -> bool:
    """Whether some of the names stand in what is asked: not in "drop the sled one; what is left?"."""
    return any(t.index in named for t in scene.asking if t.index not in scene.carried)


def _gear(anchor: Anchor, desk: Desk) -> list[Set]:
    """The equipment that a name stands for: a piece of it, or a kind."""
    things: list[Set] = [Thing(i) for i in anchor.entities if _is(i, CALF.EQUIPMENT, desk)]
    return things or [Kind(c) for c in anchor.classes if desk.connector.is_a(c, CALF.EQUIPMENT)]


def _is(iri: Iri, cls: Iri, desk: Desk) -> bool:
    """Whether a thing is of a class."""
    return cls in desk.connector.classes_of(iri)
