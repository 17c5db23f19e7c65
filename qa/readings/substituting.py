"""What else an exercise can be done with: "how do I do donkey raises without a machine?"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.terms import Iri
from qa.forms.evaluating import exists
from qa.forms.logic import Kind, Linked, Select, Set, Thing, Without, every
from qa.kind import Desk, Reading
from qa.parsing.anchor import Anchor
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["substituted_gear"]

_ASKED: Final = 5.0  # evidence: who has no such thing and names an exercise asks for nothing else


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
    if any(t.index not in named and not scene.is_plain(t.index) for t in scene.asking) or not _asks_of(
        named, scene
    ):
        return
    used = Linked(CALF.USES_EQUIPMENT, Thing(exercise), inverse=True)
    gone = [Without(node) for a in lacking for node in _gear(a, desk)]
    form = Select(every([Kind(CALF.EQUIPMENT), used, *gone]))
    if exists(form.set, desk.graph):
        words = frozenset(t.index for t in scene.asking)
        yield Reading(kind, form, words | named, _ASKED, CALF.EQUIPMENT, (exercise,))


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
