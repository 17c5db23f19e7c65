"""Positions in which a muscle does little: "knees bent or straight to take the gastrocnemius out of it?".

The wording names the position in which it works hardest as readily; words for doing little tell them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qa.forms.evaluating import exists
from qa.forms.logic import Either, Form, Linked, Select, Set, Thing, Without, every, parts_of
from qa.kind import Desk, Reading
from qa.mattering import where
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["eased", "spared"]

_WITHIN = 6  # words from "switch" to "off": "take most of the load off"
_SWITCHING = frozenset(("switch", "turn", "take", "shut", "clock", "leav", "left"))
_TAKEN_OUT = frozenset(("off", "alon", "out", "back", "down"))  # ends of words for taking something out
_TRAINING = (CALF.TRAINS, CALF.EMPHASISES)


def _may_ease(scene: Scene) -> bool:
    """Whether a word of a question may say that something does little, or is made to."""
    words = english().words
    return any(map(scene.says, (_TAKEN_OUT, words["idle"], words["easing"])))


@where(_may_ease)
def eased(form: Form, scene: Scene, desk: Desk) -> Form:
    """A list of what engages a muscle most as that of what engages it least, where the question says so.

    Of exercises for it as of those which are not.
    """
    if not isinstance(form, Select):
        return form
    if _asks_rest(form, scene):
        node = every([Without(p) if _is_biased(p) else p for p in parts_of(form.set)])
        return replace(form, set=node) if exists(node, desk.graph) else form
    if not any(_is_hardest(p) or _trains(p) for p in parts_of(form.set)):
        return form
    plainly = all(not _trains(p) or (isinstance(p, Linked) and p.inverse) for p in parts_of(form.set))
    eased = _eases if plainly else _spares  # "nothing where I bend" says nothing of exercises
    if not (_asks_muscle(form, scene) or eased(scene, desk)):
        return form
    node = every([_little(part) for part in parts_of(form.set)])
    return replace(form, set=node) if exists(node, desk.graph) else form


@where(lambda scene: scene.says(english().words["unloading"]))
def spared(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A list of exercises for one muscle or another, without those for the one that is to be spared."""
    form = reading.form
    if not isinstance(form, Select):
        return reading
    names = (a for a in scene.anchors if a.bodily and _is_spared(a.mention.start, scene))
    ends = [Thing(iri) for a in names for iri in a.entities]
    parts = [one for part in parts_of(form.set) for one in _joined(part)]
    out = [p for p in parts if _trains(p) and isinstance(p, Linked) and p.to in ends]
    node = every([Without(part) if part in out else part for part in parts])
    if not out or any(p.inverse for p in out) or not exists(node, desk.graph):
        return reading
    return replace(reading, form=replace(form, set=node))


def _joined(part: Set) -> tuple[Set, ...]:
    """The conditions of a choice between what trains one muscle and another; else the one condition."""
    return part.parts if isinstance(part, Either) and all(map(_trains, part.parts)) else (part,)


def _is_spared(start: int, scene: Scene) -> bool:
    """Whether a name stands right behind a verb for sparing it: "spare the gastrocnemius"."""
    articles = english().words["articles"]
    before = [t.stem for t in scene.tokens[max(0, start - 2) : start] if t.stem not in articles]
    denied = not english().words["denying"].isdisjoint(t.stem for t in scene.asking)
    return not (denied or english().words["unloading"].isdisjoint(before[-1:]))


def _trains(node: Set) -> bool:
    """Whether a condition is that of what trains one muscle."""
    return isinstance(node, Linked) and node.property in _TRAINING and isinstance(node.to, Thing)


def _little(node: Set) -> Set:
    """The condition of what engages little what another engages most, or trains."""
    if _trains(node) and isinstance(node, Linked):
        return replace(node, property=CALF.MINIMISES) if node.inverse else Without(node)
    return _least(node) if _is_hardest(node) else node


def _is_hardest(node: Set) -> bool:
    """Whether a condition is that of what engages one muscle most."""
    if not isinstance(node, Linked) or node.property != CALF.MAXIMALLY_ENGAGES:
        return False
    return isinstance(node.to, Thing)


def _is_biased(node: Set) -> bool:
    """Whether a condition is that of what a position biases."""
    return (
        isinstance(node, Linked)
        and node.property == CALF.BIASES
        and node.inverse
        and isinstance(node.to, Thing)
    )


def _asks_rest(form: Select, scene: Scene) -> bool:
    """Whether a question for a head wants the one that a position leaves: "which head takes a back seat?"."""
    parts = parts_of(form.set)
    heads = any(CALF.MUSCLE_HEAD in a.classes for a in scene.sought) and not any(
        a.bodily for a in scene.anchors
    )
    stems = [t.stem for t in scene.asking]
    told = [b for a, b in pairwise(["", *stems]) if (a, b) != ("a", "littl")]  # "turned in a little"
    return heads and sum(map(_is_biased, parts)) == 1 and _says_little(told)


def _asks_muscle(form: Select, scene: Scene) -> bool:
    """Whether a question for a muscle wants the one that a position leaves with little to do."""
    parts = parts_of(form.set)
    hardest = [p for p in parts if isinstance(p, Linked) and (_is_hardest(p) or _trains(p))]
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


def _eases(scene: Scene, desk: Desk) -> bool:
    """Whether a question about one muscle wants it to do little, and denies nothing."""
    return scene.once("eased", lambda: _says_little(_said_of_muscle(scene, desk)))


def _spares(scene: Scene, desk: Desk) -> bool:
    """Whether a question about one muscle wants it taken out of what is done."""
    stems = _said_of_muscle(scene, desk)
    return _is_taken_out(stems) and english().words["denying"].isdisjoint(stems)


def _said_of_muscle(scene: Scene, desk: Desk) -> list[str]:
    """The stems of what is said of the one muscle that a question names; none if it names several."""
    named = [
        a for a in scene.anchors if any(desk.connector.stands(i, CALF.MUSCULAR_STRUCTURE) for i in a.entities)
    ]
    if len({a.entities for a in named}) != 1:
        return []
    here = scene.tokens[named[0].mention.start].sentence
    return [t.stem for t in scene.tokens if t.sentence == here]


def _says_little(stems: Sequence[str]) -> bool:
    """Whether words say of something that it does little, or is made to, and deny nothing."""
    words = english().words
    little = not (words["idle"] | words["easing"]).isdisjoint(stems) or _is_taken_out(stems)
    return little and words["denying"].isdisjoint(stems)


def _is_taken_out(stems: Sequence[str]) -> bool:
    """Whether something is "taken out of it", "switched off", "turned down"; not in "get most out of it".

    Or takes "a back seat", or is left "alone".
    """
    ends = (
        n
        for n, (one, other) in enumerate(pairwise([*stems, ""]))
        if one in ("off", "alon") or (one, other) in (("out", "of"), ("back", "sit"))
    )
    lowered = any("turn" in stems[max(0, n - _WITHIN) : n] for n, s in enumerate(stems) if s == "down")
    return lowered or any(not _SWITCHING.isdisjoint(stems[max(0, n - _WITHIN) : n]) for n in ends)
