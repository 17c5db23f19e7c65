"""Lists that share out what is asked of them: "which two exercises cover the gastrocnemius and the soleus?".

The wording suggests things that do all of it; where there is none, a question for several, or for one each,
asks for those that do it between them.
"""

from __future__ import annotations

from dataclasses import replace

from qa.forms.evaluating import exists
from qa.forms.logic import Linked, Select, Set, Thing, either, every, parts_of
from qa.kind import Desk, Reading
from qa.limits.conditions import NO_VERSIONS
from qa.mattering import where
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["shared_out"]

_TRAINING = (CALF.EMPHASISES, CALF.TRAINS, CALF.ENGAGES)
_LEAST = 2  # things of which each may do a part


@where(lambda scene: scene.several)
def shared_out(reading: Reading, _scene: Scene, desk: Desk) -> Reading:
    """A list of exercises which each do a part of what none does whole, if the question allows that."""
    form = reading.form
    if not isinstance(form, Select) or reading.focus != CALF.EXERCISE:
        return reading
    parts = parts_of(form.set)
    aims = [p for p in parts if isinstance(p, Linked) and p.property in _TRAINING and isinstance(p.to, Thing)]
    if len(aims) < _LEAST or exists(form.set, desk.graph):
        return reading
    rest = [p for p in parts if p not in aims and p != NO_VERSIONS]
    each: list[Set] = [_closest(aim, desk) for aim in aims]
    return replace(reading, form=replace(form, set=every([*rest, either(each), NO_VERSIONS])))


def _closest(aim: Linked, desk: Desk) -> Linked:
    """The narrowest way to train a thing that some exercise has: the soleus is emphasised."""
    ways = (replace(aim, property=prop) for prop in _TRAINING)
    return next((way for way in ways if exists(way, desk.graph)), aim)
