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
    if not (_asks_muscle(form, scene) or scene.once("eased", lambda: _is_eased(scene, desk))):
        return form
    node = every([_least(part) if _is_hardest(part) else part for part in parts_of(form.set)])
    return replace(form, set=node) if exists(node, desk.graph) else form


def _is_hardest(node: Set) -> bool:
    """Whether a condition is that of what engages one muscle most."""
    if not isinstance(node, Linked) or node.property != CALF.MAXIMALLY_ENGAGES:
        return False
    return isinstance(node.to, Thing)


def _asks_muscle(form: Select, scene: Scene) -> bool:
    """Whether a question for a muscle wants the one that a position leaves with little to do."""
    hardest = [p for p in parts_of(form.set) if isinstance(p, Linked) and _is_hardest(p)]
    if len(hardest) != 1 or not hardest[0].inverse or scene.wh not in ("which", "what"):
        return False
    named = [a for a in scene.anchors if a.entities]
    if len(named) != 1 or hardest[0].to != Thing(named[0].entities[0]) or named[0].polarity != "in":
        return False
    asking = [t.stem for t in scene.tokens if t.sentence == scene.core]
    if not all(map(english().is_plain, asking)):
        return _says_little(asking)
    told = scene.tokens[named[0].mention.start].sentence  # "it quietens one muscle. Which one?"
    return _says_little([t.stem for t in scene.tokens if t.sentence == told])


def _least(node: Set) -> Set:
    """The condition of what engages least what another engages most."""
    return replace(node, property=CALF.MINIMALLY_ENGAGES) if isinstance(node, Linked) else node


def _is_eased(scene: Scene, desk: Desk) -> bool:
    """Whether a question about one muscle wants it to do little, and denies nothing."""
    named = [
        a for a in scene.anchors if any(desk.connector.stands(i, CALF.MUSCULAR_STRUCTURE) for i in a.entities)
    ]
    if len({a.entities for a in named}) != 1:
        return False
    here = scene.tokens[named[0].mention.start].sentence
    return _says_little([t.stem for t in scene.tokens if t.sentence == here])


def _says_little(stems: Sequence[str]) -> bool:
    """Whether words say of something that it does little, or is made to, and deny nothing."""
    words = english().words
    little = not (words["idle"] | words["easing"]).isdisjoint(stems) or _is_taken_out(stems)
    return little and words["denying"].isdisjoint(stems)


def _is_taken_out(stems: Sequence[str]) -> bool:
    """Whether something is "taken out of it", "switched off", "turned down"; not in "get most out of it"."""
    ends = (
        n
        for n, (one, other) in enumerate(pairwise([*stems, ""]))
        if one == "off" or (one, other) == ("out", "of")
    )
    lowered = any("turn" in stems[max(0, n - _WITHIN) : n] for n, s in enumerate(stems) if s == "down")
    return lowered or any(not _SWITCHING.isdisjoint(stems[max(0, n - _WITHIN) : n]) for n in ends)
