"""Lists in the words of the question: "which head does toes in bias?" asks for what it biases.

The wording may suggest the same list with a wider property: toes in engages both heads.
"""

from __future__ import annotations

from dataclasses import replace

from qa.forms.evaluating import exists
from qa.forms.logic import Count, Form, Linked, Select, Set, every, parts_of
from qa.kind import Desk
from qa.mattering import where
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["as_said"]

_WIDE = (CALF.ENGAGES, CALF.TRAINS)  # what holds of both heads where another holds of one


@where(lambda scene: scene.cued)
def as_said(form: Form, scene: Scene, desk: Desk) -> Form:
    """A list with the narrower property that the question names, if there is something in it then."""
    if not isinstance(form, Select | Count):
        return form
    own = parts_of(form.set)
    parts = [_narrowed(part, scene, desk) for part in own]
    if all(part is old for part, old in zip(parts, own, strict=True)):
        return form
    node = every(parts)
    return replace(form, set=node) if exists(node, desk.graph) else form


def _narrowed(node: Set, scene: Scene, desk: Desk) -> Set:
    """A condition with the one narrower property that the question names in place of a wider one."""
    if not isinstance(node, Linked) or node.property not in _WIDE or node.property in scene.cued:
        return node
    named = (p for p in scene.cued if node.property in desk.graph.property_term(p).supers)
    ways = [way for way in (replace(node, property=p) for p in named) if exists(way, desk.graph)]
    return ways[0] if len(ways) == 1 else node
