"""One of two things that a turn lets choose from, where the turn before has answered which it is."""

from __future__ import annotations

from collections.abc import Iterator

from qa.forms.logic import Describe, Form
from qa.kind import Desk, Reading
from qa.model import Context
from qa.parsing.english import english
from qa.scene import Scene

__all__ = ["chosen"]

_EVIDENCE = 9.0  # what was answered needs no new reading


def chosen(scene: Scene, kind: str, form: Form, context: Context, desk: Desk) -> Iterator[Reading]:
    """The last question again, if its one result is offered beside another: "lifting or lowering?".

    Of the two, one may be said in words that name nothing.
    """
    results = (form.iri,) if isinstance(form, Describe) else context.results
    said = frozenset(t.index for t in scene.asking if t.index not in scene.carried)
    if kind == "quantity" and english().words["timed"].issuperset(scene.tokens[i].stem for i in said):
        yield Reading(kind, form, said, _EVIDENCE, topics=context.entities)
    if scene.offering < 0 or len(results) != 1:
        return
    (found,) = results
    offered = [i for a in scene.anchors if not a.words <= scene.carried for i in a.entities[:1]]
    others = [i for i in offered if i != found and desk.connector.alike(i, found)]
    if len(others) == 1 and len(offered) == len(others) + (found in offered):
        yield Reading(kind, form, said, _EVIDENCE, topics=context.entities)
