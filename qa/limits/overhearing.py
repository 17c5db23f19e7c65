"""Exclusions that only the wording has: "which mistakes aren't about tempo?" says nothing of the weight.

The wording knows lists without two of their members; which these are, the question says.
"""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.logic import Form, Select, Set, Thing, Without, every, parts_of
from qa.kind import Desk
from qa.parsing.lexicon import stems_of
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["as_excluded"]

_KINDS = (CALF.MISTAKE, CALF.BENEFIT)


def as_excluded(form: Form, scene: Scene, desk: Desk) -> Form:
    """A list without exclusions that nothing which the question excludes has to do with; else itself."""
    if not isinstance(form, Select):
        return form
    parts = parts_of(form.set)
    out = [a for a in scene.anchors if a.polarity == "out"]
    unwanted = {iri for a in out for iri in a.entities}
    # What is not named may be meant by words that name nothing here: "speed or load".
    told = len(out) >= sum(isinstance(p, Without) for p in parts)
    kept: list[Set] = [p for p in parts if not _is_overheard(p, unwanted, desk)] if told else []
    excluding = any(isinstance(p, Without) for p in kept)
    return Select(every(kept)) if excluding and len(kept) < len(parts) else form


def _is_overheard(node: Set, unwanted: set[Iri], desk: Desk) -> bool:
    """Whether a condition excludes a mistake, or a benefit, to which nothing that is excluded belongs."""
    if not (isinstance(node, Without) and isinstance(node.part, Thing)):
        return False
    thing = node.part.iri
    if desk.connector.classes_of(thing).isdisjoint(_KINDS):
        return False
    told = {t.object for t in desk.graph.statements(thing)} | {thing}
    label = {*stems_of(desk.say.label(thing))}
    return told.isdisjoint(unwanted) and not any(label & {*stems_of(desk.say.label(i))} for i in unwanted)
