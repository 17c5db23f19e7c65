"""One of two things that a turn lets choose from, where the turn before has answered which it is."""

from __future__ import annotations

from collections.abc import Iterator

from qa.forms.logic import Describe, Form
from qa.kind import Reading
from qa.model import Context
from qa.scene import Scene

__all__ = ["chosen"]

_EVIDENCE = 9.0  # what was answered needs no new reading


def chosen(scene: Scene, kind: str, form: Form, context: Context) -> Iterator[Reading]:
    """The last question again, if one of its results is offered beside others: "lifting or lowering?"."""
    if scene.offering < 0:
        return
    offered = [a for a in scene.anchors if a.entities and not a.words <= scene.carried]
    found = {form.iri} if isinstance(form, Describe) else set(context.results)
    right = [a for a in offered if not found.isdisjoint(a.entities)]
    if len(offered) > 1 and len(right) == 1 and len(found) == 1:
        words = frozenset(t.index for t in scene.asking if t.index not in scene.carried)
        yield Reading(kind, form, words, _EVIDENCE, topics=context.entities)
