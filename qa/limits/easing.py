"""Positions in which a muscle does little: "knees bent or straight to take the gastrocnemius out of it?".

The wording names the position in which it works hardest as readily; words for doing little tell them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qa.forms.evaluating import exists
from qa.forms.logic import Form, Linked, Select, Set, Thing, every, parts_of
from qa.kind import Desk
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["eased"]

_WITHIN = 4  # words from "switch" to "off"
_SWITCHING = frozenset(("switch", "turn", "take", "shut", "clock"))


def eased(form: Form, scene: Scene, desk: Desk) -> Form:
    """A list of what engages a muscle most as that of what engages it least, where the question says so."""
    if not isinstance(form, Select) or not any(map(_is_hardest, parts_of(form.set))):
        return form
    if not scene.once("eased", lambda: _is_eased(scene, desk)):
        return form
    node = every([_least(part) if _is_hardest(part) else part for part in parts_of(form.set)])
    return replace(form, set=node) if exists(node, desk.graph) else form


def _is_hardest(node: Set) -> bool:
    """Whether a condition is that of what engages one muscle most."""
    if not isinstance(node, Linked) or node.property != CALF.MAXIMALLY_ENGAGES:
        return False
    return isinstance(node.to, Thing) and not node.inverse


def _least(node: Set) -> Set:
    """The condition of what engages least what another engages most."""
    return replace(node, property=CALF.MINIMALLY_ENGAGES) if isinstance(node, Linked) else node


def _is_eased(scene: Scene, desk: Desk) -> bool:
    """Whether a question about one muscle wants it to do little, and denies nothing."""
    words = english().words
    named = [
        a for a in scene.anchors if any(desk.connector.stands(i, CALF.MUSCULAR_STRUCTURE) for i in a.entities)
    ]
    if len({a.entities for a in named}) != 1:
        return False
    here = scene.tokens[named[0].mention.start].sentence
    stems = [t.stem for t in scene.tokens if t.sentence == here]
    little = not (words["idle"] | words["easing"]).isdisjoint(stems) or _is_taken_out(stems)
    return little and words["denying"].isdisjoint(stems)


def _is_taken_out(stems: Sequence[str]) -> bool:
    """Whether something is "taken out of it", or "switched off"; not in "get the most out of it"."""
    ends = (
        n
        for n, (one, other) in enumerate(pairwise([*stems, ""]))
        if one == "off" or (one, other) == ("out", "of")
    )
    return any(not _SWITCHING.isdisjoint(stems[max(0, n - _WITHIN) : n]) for n in ends)
