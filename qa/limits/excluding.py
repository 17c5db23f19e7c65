"""Alternatives that a wording has and a question excludes one of: "reps for stamina rather than size?"."""

from __future__ import annotations

from dataclasses import replace

from kg.terms import Iri
from qa.forms.evaluating import exists
from qa.forms.logic import Count, Either, Form, Linked, Select, Set, Thing, Without, either, every, parts_of
from qa.kind import Desk
from qa.mattering import excludes, where
from qa.scene import Scene

__all__ = ["without_excluded"]


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
