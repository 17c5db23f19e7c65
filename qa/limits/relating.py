"""Exercises told by what is done in them: "I've crossed off the one where somebody can sit on me".

Who excludes "the one with a partner" excludes the exercise, though a machine may take the partner's place.
"""

from __future__ import annotations

from dataclasses import replace

from kg.terms import Iri
from qa.forms.evaluating import exists
from qa.forms.logic import Count, Linked, Select, Set, Thing, Without, every, parts_of
from qa.kind import Desk, Reading
from qa.limits.outfitting import is_on_options, lacked_by
from qa.mattering import excludes, where
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["without_the_one"]

_REACH = 5  # words from "one" to what is done, or used, in it


@where(lambda scene: "one" in scene.stems and excludes(scene))
def without_the_one(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A list without the exercises that are done with what is left out as "the one with it"."""
    form = reading.form
    if not isinstance(form, Select | Count):
        return reading
    gone = {i for a in scene.anchors if a.polarity == "out" and _is_of_one(a, scene) for i in a.entities}
    parts = parts_of(form.set)
    found = [conditions for part in parts for conditions in _without(part, gone)] if gone else list(parts)
    node = every(found)
    if found == list(parts) or not exists(node, desk.graph):
        return reading
    return replace(reading, form=replace(form, set=node))


def _without(node: Set, gone: set[Iri]) -> list[Set]:
    """A condition on options as one on exercises, where it lacks what the one left out is done with."""
    if not is_on_options(node):
        return [node]
    parts = parts_of(node.to)
    lacked = [iri for part in parts if (iri := lacked_by(part)) in gone and iri]
    kept = [part for part in parts if lacked_by(part) not in lacked]
    out: list[Set] = [Without(Linked(CALF.USES_EQUIPMENT, Thing(iri))) for iri in lacked]
    return [*out, *([replace(node, to=every(kept))] if len(kept) > 1 or not out else [])]


def _is_of_one(name: Anchor, scene: Scene) -> bool:
    """Whether a name stands in what is told of "the one": "the one where", "that one with"."""
    before = scene.tokens[max(0, name.mention.start - _REACH) : name.mention.start]
    stems = [t.stem for t in before if t.sentence == scene.tokens[name.mention.start].sentence]
    place = max((n for n, stem in enumerate(stems) if stem == "one"), default=-1)
    led = place > 0 and stems[place - 1] in english().words["definite"]
    return led and not english().words["telling"].isdisjoint(stems[place + 1 :])
