"""Exercises that cannot do without a thing: "which of them must be done on a machine?".

That one can be done with a machine says less: the donkey raise can be done with a partner instead.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.terms import Iri
from qa.forms.evaluating import exists
from qa.forms.logic import Count, Kind, Linked, Select, Set, Thing, Without, every, parts_of
from qa.kind import Desk, Reading
from qa.limits.conditions import NO_VERSIONS
from qa.limits.outfitting import including, is_on_options
from qa.mattering import where
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["compelled"]

_REACH = 7  # words from "must" to the thing
_LISTS = ("listing", "counting")
_IF = frozenset(("if", "when"))
_COMPELLING = frozenset(("must", "always"))


@where(lambda scene: not scene.polar and _needed(scene))
def compelled(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A list of exercises that can use a thing as that of those which need it, where the question says so."""
    form = reading.form
    if reading.kind not in _LISTS or not isinstance(form, Select | Count):
        return reading
    parts = parts_of(form.set)
    told = [(p, gear) for p in parts if (gear := _gear(p)) and _names(gear) in _needed(scene)]
    if not told:
        return reading
    rest = [p for p in parts if all(p is not other for other, _ in told)]
    node = every([*rest, *(need for _, gear in told for need in _needing(gear)), NO_VERSIONS])
    return replace(reading, form=replace(form, set=node)) if exists(node, desk.graph) else reading


def _gear(node: Set) -> Set | None:
    """The equipment that a condition says can be used, or can be done without; of other conditions None."""
    if not isinstance(node, Linked) or node.inverse:
        return None
    if node.property == CALF.USES_EQUIPMENT:
        return node.to
    lacked = [p.part.to for p in parts_of(node.to) if isinstance(p, Without) and isinstance(p.part, Linked)]
    return lacked[0] if is_on_options(node) and len(lacked) == 1 else None


def _names(gear: Set) -> Iri | None:
    """The thing or class that a set is of."""
    return gear.iri if isinstance(gear, Thing | Kind) else None


def _needing(gear: Set) -> tuple[Set, Set]:
    """That equipment can be used, and that no option lacks it."""
    lacking = every([Kind(CALF.EQUIPMENT_OPTION), Without(including(gear))])
    return Linked(CALF.USES_EQUIPMENT, gear), Without(Linked(CALF.HAS_EQUIPMENT_OPTION, lacking))


def _needed(scene: Scene) -> frozenset[Iri]:
    """The things without which what is asked for cannot be done."""
    return scene.once("compelling", lambda: _all_needed(scene))


def _all_needed(scene: Scene) -> frozenset[Iri]:
    if scene.polar:
        return frozenset()
    named = (a for a in scene.anchors if a.polarity == "must" or _is_needed(a, scene))
    return frozenset(iri for a in named for iri in (*a.entities, *a.classes))


def _is_needed(name: Anchor, scene: Scene) -> bool:
    """Whether a thing is said to be there always: "always needs a machine".

    What somebody must use himself is no matter of the exercise: "I must use a machine".
    """
    if name.polarity != "in":
        return False
    words, here = english().words, scene.tokens[name.mention.start]
    clause = [
        t for t in scene.tokens[max(0, here.index - _REACH) : here.index] if t.sentence == here.sentence
    ]
    stems = [t.stem for t in clause]
    own = words["persons"] | (words["people"] - {"you"})
    only = any(a == "only" and b in _IF for a, b in pairwise(stems))  # "works only if you own a machine"
    compels = only or not _COMPELLING.isdisjoint(stems) or "have to" in " ".join(stems)
    used = only or not (words["needing"] | {"do", "use", "on", "with"}).isdisjoint(stems)
    told = {t.stem for t in scene.clause_of(here) if t.index < here.index}
    return compels and used and own.isdisjoint(told)
