"""Who cannot be on his feet cannot bend over a block either: "without standing up"; who is on them may.

A posture tells how an exercise is done, and one bent forward is not "standing" by name. Who excludes standing
means the feet, unless he says "upright", or unless nothing would be left.
"""

from __future__ import annotations

from dataclasses import replace

from qa.forms.evaluating import exists
from qa.forms.logic import Count, Kind, Linked, Select, Set, Thing, Without, either, every, parts_of
from qa.kind import Desk, Reading
from qa.mattering import where
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF, STANDING

__all__ = ["off_feet", "on_feet"]

_RAISED = Linked(CALF.USES_EQUIPMENT, Kind(CALF.SUPPORT))  # what one stands on
_ON_FEET = Without(_RAISED)


@where(lambda scene: not scene.says(english().words["erect"]))
def off_feet(reading: Reading, _scene: Scene, desk: Desk) -> Reading:
    """A list of exercises without those on a raised edge, where the question excludes being on one's feet."""
    form = reading.form
    if reading.focus is None or not desk.connector.is_a(reading.focus, CALF.EXERCISE):
        return reading
    parts = parts_of(form.set) if isinstance(form, Select | Count) else ()
    if not isinstance(form, Select | Count) or not any(map(_is_not_standing, parts)):
        return reading
    node = every([*parts, _ON_FEET])
    return replace(reading, form=replace(form, set=node)) if exists(node, desk.graph) else reading


@where(lambda scene: "foot" in scene.stems)
def on_feet(reading: Reading, scene: Scene, _desk: Desk) -> Reading:
    """A list of exercises with those on a raised edge, where the question says "on my feet"."""
    form = reading.form
    if not isinstance(form, Select | Count) or reading.focus != CALF.EXERCISE:
        return reading
    parts = parts_of(form.set)
    said = [a for a in scene.anchors if STANDING in a.entities and a.polarity == "in"]
    afoot = said and all(any(scene.tokens[i].stem == "foot" for i in a.words) for a in said)
    if not afoot or not any(map(_is_standing, parts)):
        return reading
    node = every([either([p, _RAISED]) if _is_standing(p) else p for p in parts])
    return replace(reading, form=replace(form, set=node))


def _is_standing(condition: Set) -> bool:
    """Whether a condition asks for what is done standing."""
    return isinstance(condition, Linked) and condition.to == Thing(STANDING) and not condition.inverse


def _is_not_standing(node: Set) -> bool:
    """Whether a condition excludes what is done standing."""
    return isinstance(node, Without) and _is_standing(node.part)
