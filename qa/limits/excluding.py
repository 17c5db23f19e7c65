"""Alternatives that a wording has and a question excludes one of: "reps for stamina rather than size?"."""

from __future__ import annotations

from dataclasses import replace

from kg.terms import Iri
from qa.forms.evaluating import exists
from qa.forms.logic import (
    Count,
    Either,
    Form,
    Linked,
    Select,
    Set,
    Thing,
    Without,
    either,
    every,
    excluded_in,
    parts_of,
)
from qa.kind import Desk, Reading
from qa.mattering import excludes, where
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["keeps_excluded", "without_excluded"]

_NEAR = 4  # words before a name that may say that something is not about it
_TO_DO = ["do", "with"]


@where(excludes)
def keeps_excluded(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a reading leaves nothing out where mistakes are asked for that are not about a thing.

    "Which mistakes don't involve the feet?" is not asked of the one mistake that does.
    """
    asked = any(desk.connector.is_a(cls, CALF.MISTAKE) for a in scene.anchors for cls in a.classes)
    return asked and not excluded_in(reading.form) and any(_is_unrelated(a, scene) for a in scene.anchors)


def _is_unrelated(name: Anchor, scene: Scene) -> bool:
    """Whether a question asks for what is not about a name: "that has nothing to do with the weight"."""
    before = [t.stem for t in scene.tokens[max(0, name.mention.start - _NEAR) : name.mention.start]]
    before = [stem for stem in before if stem not in english().words["articles"]]
    related = before[-2:] == _TO_DO or not english().words["relating"].isdisjoint(before[-1:])
    return name.polarity == "out" and related and bool(scene.wh)


@where(excludes)
def without_excluded(form: Form, scene: Scene, desk: Desk) -> Form:
    """A list without those of its alternatives that the question excludes, if that leaves something."""
    if not isinstance(form, Select | Count):
        return form
    out = {iri for a in scene.anchors if a.polarity == "out" for iri in a.entities}
    parts = [p for part in parts_of(form.set) for p in _narrowed(part, out)]
    if parts == list(parts_of(form.set)):
        return form
    node = every(parts)
    return replace(form, set=node) if exists(node, desk.graph) else form


def _narrowed(node: Set, out: set[Iri]) -> list[Set]:
    """A condition with alternatives as one without those that are excluded, and that these do not hold."""
    if not isinstance(node, Linked) or not isinstance(node.to, Either):
        return [node]
    options = node.to.parts
    gone = [p for p in options if isinstance(p, Thing) and p.iri in out]
    left = [p for p in options if p not in gone]
    if not gone or not left:
        return [node]
    return [replace(node, to=either(left)), *(Without(replace(node, to=p)) for p in gone)]
