"""What is asked for by its kind: "which benefit has to do with my Achilles?" wants no effect of one."""

from __future__ import annotations

from dataclasses import replace

from qa.forms.evaluating import exists
from qa.forms.logic import Describe, Kind, Linked, Select, Thing, every, parts_of
from qa.kind import Desk, Reading
from qa.parsing.scope import Anchor
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["of_the_kind_sought"]


def of_the_kind_sought(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A definition as the list of what the thing is part of, where the question asks for that kind.

    A list of muscles as one of heads: "which two heads have their origin above the knee?".
    """
    form = reading.form
    sought = [(a, cls) for a in scene.sought if a.polarity == "in" for cls in a.classes]
    if len(sought) != 1 or scene.polar:
        return reading
    anchor, cls = sought[0]
    if isinstance(form, Select):
        return _of_heads(reading, form, anchor, desk) if cls == CALF.MUSCLE_HEAD else reading
    if not isinstance(form, Describe):
        return reading
    thing = form.iri
    if desk.connector.stands(thing, cls):
        return reading
    ways = (every([Kind(cls), Linked(prop, Thing(thing))]) for prop in (CALF.WORKS_THROUGH, CALF.HAS_PART))
    node = next((way for way in ways if exists(way, desk.graph)), None)
    if node is None:
        return reading
    words = reading.words | anchor.words
    return replace(reading, kind="listing", form=Select(node), words=words, focus=cls)


def _of_heads(reading: Reading, form: Select, anchor: Anchor, desk: Desk) -> Reading:
    """A list of muscles as that of the heads of which the same is so, if it is so of any."""
    parts = parts_of(form.set)
    if Kind(CALF.MUSCLE) not in parts or len(parts) == 1:
        return reading
    node = every([Kind(CALF.MUSCLE_HEAD) if p == Kind(CALF.MUSCLE) else p for p in parts])
    if not exists(node, desk.graph):
        return reading
    words = reading.words | anchor.words
    return replace(reading, form=Select(node), words=words, focus=CALF.MUSCLE_HEAD)
