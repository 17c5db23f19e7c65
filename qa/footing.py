"""Who cannot be on his feet cannot bend over a block either: "without standing up".

A posture tells how an exercise is done, and one bent forward is not "standing" by name. Who excludes standing
means the feet, unless he says "upright", or unless nothing would be left.
"""

from __future__ import annotations

from dataclasses import replace

from qa.english import english
from qa.evaluating import exists
from qa.kind import Desk, Reading
from qa.logic import Count, Kind, Linked, Select, Set, Thing, Without, every, parts_of
from qa.scene import Scene
from qa.vocabulary import CALF, STANDING

__all__ = ["off_feet"]

_ON_FEET = Without(Linked(CALF.USES_EQUIPMENT, Kind(CALF.SUPPORT)))  # what one stands on


def off_feet(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A list of exercises without those on a raised edge, where the question excludes being on one's feet."""
    form = reading.form
    if not isinstance(form, Select | Count) or reading.focus is None:
        return reading
    parts = parts_of(form.set)
    if not any(map(_is_not_standing, parts)) or not desk.connector.is_a(reading.focus, CALF.EXERCISE):
        return reading
    if any(t.stem in english().words["erect"] for t in scene.tokens):
        return reading
    node = every([*parts, _ON_FEET])
    return replace(reading, form=replace(form, set=node)) if exists(node, desk.graph) else reading


def _is_not_standing(node: Set) -> bool:
    """Whether a condition excludes what is done standing."""
    inner = node.part if isinstance(node, Without) else None
    return isinstance(inner, Linked) and inner.to == Thing(STANDING)
