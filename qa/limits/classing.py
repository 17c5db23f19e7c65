"""What is asked for by its kind: "which benefit has to do with my Achilles?" wants no effect of one."""

from __future__ import annotations

from dataclasses import replace

from qa.forms.evaluating import exists
from qa.forms.logic import Describe, Kind, Linked, Select, Thing, every
from qa.kind import Desk, Reading
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["of_the_kind_sought"]


def of_the_kind_sought(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A definition as the list of what the thing is part of, where the question asks for that kind."""
    form = reading.form
    sought = [(a, cls) for a in scene.sought if a.polarity == "in" for cls in a.classes]
    if not isinstance(form, Describe) or len(sought) != 1 or scene.polar:
        return reading
    (anchor, cls), thing = sought[0], form.iri
    if desk.connector.stands(thing, cls):
        return reading
    ways = (every([Kind(cls), Linked(prop, Thing(thing))]) for prop in (CALF.WORKS_THROUGH, CALF.HAS_PART))
    node = next((way for way in ways if exists(way, desk.graph)), None)
    if node is None:
        return reading
    words = reading.words | anchor.words
    return replace(reading, kind="listing", form=Select(node), words=words, focus=cls)
