"""What of two things an exercise can use, where a question leaves the choice: "a machine or a partner?"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.terms import Iri
from qa.forms.logic import Either, Kind, Linked, Select, Thing, every
from qa.kind import Desk, Reading
from qa.parsing.anchor import Anchor
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["offered_gear"]

_EVIDENCE = 12.0  # since all that is named has its part in it
_BOTH = 2  # things that are offered


def offered_gear(kind: str, scene: Scene, desk: Desk) -> Iterator[Reading]:
    """What an exercise can use of two things between which an "or" leaves the choice."""
    if scene.wh or "or" not in {t.stem for t in scene.asking}:
        return
    exercises = [(a, i) for a in scene.anchors for i in a.entities if desk.connector.stands(i, CALF.EXERCISE)]
    if len({iri for _, iri in exercises}) != 1:
        return
    named, exercise = exercises[0]
    gear = [(a, used) for a in scene.anchors if (used := _used(a, exercise, desk)) is not None]
    if len(gear) == _BOTH and all(_are_offered(a, b, scene) for (a, _), (b, _) in pairwise(gear)):
        among = Either(tuple(Thing(thing) for _, thing in gear))
        form = every(
            [Kind(CALF.EQUIPMENT), Linked(CALF.USES_EQUIPMENT, Thing(exercise), inverse=True), among]
        )
        words = named.words.union(
            *(a.words for a, _ in gear), [t.index for t in scene.asking if t.stem == "or"]
        )
        yield Reading(kind, Select(form), words, _EVIDENCE, CALF.EQUIPMENT, (exercise,))


def _used(anchor: Anchor, exercise: Iri, desk: Desk) -> Iri | None:
    """The one thing that an exercise can use and a name means, or its class; None if there is not one."""
    can = [iri for iri in desk.graph.objects(exercise, CALF.USES_EQUIPMENT) if isinstance(iri, Iri)]
    kinds = frozenset(anchor.classes)
    fit = [i for i in can if i in anchor.entities or desk.connector.classes_of(i) & kinds]
    return fit[0] if len(fit) == 1 and anchor.polarity == "in" else None


def _are_offered(first: Anchor, second: Anchor, scene: Scene) -> bool:
    """Whether an "or" stands between two names of a sentence."""
    between = scene.tokens[first.mention.end : second.mention.start]
    alike = scene.tokens[first.mention.start].sentence == scene.tokens[second.mention.start].sentence
    return alike and any(t.stem == "or" for t in between)
