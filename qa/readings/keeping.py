"""What a follow-up keeps of the turn before: the exercise spoken of goes without a word for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kg.terms import Iri
from qa.forms.logic import Form, named_in
from qa.kind import Desk
from qa.readings.asked import Asked
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["done_on", "is_carried", "is_of_another", "is_of_doing", "points"]

_POINTING = frozenset(("it", "its"))


def is_carried(things: Collection[Iri], asked: Asked) -> bool:
    """Whether a question says none of these things itself: they were only carried over."""
    carried = asked.scene.carried
    return not any(i in things for a in asked.anchors if not a.words <= carried for i in a.entities)


def points(scene: Scene) -> bool:
    """Whether a question speaks of what was named before: "which exercise stretches it?"."""
    return any(t.text.lower() in _POINTING for t in scene.asking)


def is_of_doing(things: Collection[Iri], asked: Asked) -> bool:
    """Whether these are the one exercise spoken of, which goes without a word for it: "what do I need?"."""
    named = [iri for iri in asked.named if _is_exercise(iri, asked)]
    return len(named) == 1 and named[0] in things


def is_of_another(form: Form, asked: Asked, cls: Iri) -> bool:
    """Whether a meaning is of one of a class that nobody named, where another alone was spoken of before."""
    carried, graph, of = asked.scene.carried, asked.desk.graph, asked.desk.connector.classes_of
    if not carried:
        return False
    before = {i for a in asked.anchors if a.words <= carried for i in a.entities if cls in of(i)}
    others = {i for i in named_in(form) if cls in of(i)}
    if len(before) != 1 or not others or not others.isdisjoint(asked.meant | before):
        return False
    return not any(t.object in others for iri in before for t in graph.statements(subject=iri))


def _is_exercise(iri: Iri, asked: Asked) -> bool:
    """Whether something is an exercise."""
    return CALF.EXERCISE in asked.desk.connector.classes_of(iri)


def done_on(gear: Iterable[Iri], desk: Desk) -> tuple[Iri, ...]:
    """The one exercise that some equipment is there for; none if there are more."""
    found = {iri for thing in gear for iri in desk.graph.subjects(CALF.USES_EQUIPMENT, thing)}
    return tuple(found) if len(found) == 1 else ()
