"""Exercises for a muscle that is described: "one for the muscle that crosses only the ankle".

The wording sees the description and suggests the list of such muscles. Where the question asks for an
exercise, that list only says for what.
"""

from __future__ import annotations

from dataclasses import replace

from kg.terms import Iri
from qa.forms.evaluating import exists
from qa.forms.logic import Kind, Linked, Select, every
from qa.kind import Desk, Reading
from qa.limits.conditions import NO_VERSIONS
from qa.limits.describing import lying
from qa.mattering import where
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["for_described"]

_TRAINING = (CALF.EMPHASISES, CALF.TRAINS)
_FOR = frozenset(("for", "with"))
_REACH = 5  # words from "something" to the muscle that it is for


@where(lambda scene: any(not a.entities for a in scene.anchors))
def for_described(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A list of muscles as that of the exercises for them, where the question describes the muscle."""
    form = reading.form
    if not isinstance(form, Select) or reading.focus is None:
        return reading
    if not desk.connector.is_a(reading.focus, CALF.MUSCULAR_STRUCTURE):
        return reading
    described = scene.once("described", lambda: _described(scene, desk))
    if not described:
        return reading
    ways = (every([Kind(CALF.EXERCISE), Linked(prop, form.set), NO_VERSIONS]) for prop in _TRAINING)
    node = next((way for way in ways if exists(way, desk.graph)), None)
    if node is None:
        return reading
    words = reading.words | described
    return replace(reading, kind="listing", form=Select(node), words=words, focus=CALF.EXERCISE)


def _described(scene: Scene, desk: Desk) -> frozenset[int]:
    """The words of "exercise for the muscle that", "something for ...", "what works ..."; none without."""
    classes = [a for a in scene.anchors if not a.entities]
    placed = frozenset[int]().union(*(one.words for one in lying(scene, desk)))
    for second in classes:
        if not (_is_told_of(second, scene) or second.words & placed) or not _is_of(
            second, CALF.MUSCULAR_STRUCTURE, desk
        ):
            continue
        before = scene.tokens[max(0, second.mention.start - _REACH) : second.mention.start]
        if vague := frozenset(t.index for t in before if t.stem in english().words["vague"]):
            first = vague
        else:
            earlier = (a for a in classes if a.mention.end <= second.mention.start)
            opens = frozenset((scene.wh_index,)) if scene.wh == "what" else frozenset()
            first = next((a.words for a in earlier if _is_of(a, CALF.EXERCISE, desk)), opens)
        if first and _leads_to(scene, max(first) + 1, second):
            return first | second.words
    return frozenset()


def _is_of(anchor: Anchor, kind: Iri, desk: Desk) -> bool:
    """Whether a name is of a class under another."""
    return any(desk.connector.is_a(cls, kind) for cls in anchor.classes)


def _is_told_of(name: Anchor, scene: Scene) -> bool:
    """Whether a name is followed by what describes it."""
    after = scene.tokens[name.mention.end : name.mention.end + 1]
    return any(t.stem in english().words["contrasting"] for t in after)


def _leads_to(scene: Scene, start: int, second: Anchor) -> bool:
    """Whether the words from `start` to a name only say that something is for it."""
    gap = scene.tokens[start : second.mention.start]
    training = {i for prop in _TRAINING for m, _ in scene.cued.get(prop, ()) for i in m.words}
    meant = any(t.stem in _FOR or t.index in training for t in gap)
    told = all(scene.is_plain(t.index) or t.index in training for t in gap)
    return meant and told and all(t.sentence == scene.tokens[second.mention.start].sentence for t in gap)
