"""Whether a question says a relation the other way round than it was read: "is some muscle deep to it?"."""

from __future__ import annotations

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask
from qa.kind import Desk, Reading
from qa.scene import Scene
from qa.verdicts.denying import is_denied

__all__ = ["redirected"]


def redirected(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict where what was read is not so, but is so of the ends as the words order them; else ""."""
    form = reading.form
    if not isinstance(form, Ask) or not scene.may_be_polar or not isinstance(form.triple.object, Iri):
        return ""
    subject, predicate, value = form.triple.subject, form.triple.predicate, form.triple.object
    turned = Triple(value, predicate, subject)
    if not desk.connector.alike(subject, value) or desk.graph.truth(turned) is not Truth.YES:
        return ""
    if desk.graph.truth(form.triple) is Truth.YES or not _is_object(subject, value, form, scene, desk):
        return ""
    return "no" if is_denied(scene) else "yes"


def _is_object(thing: Iri, other: Iri, form: Ask, scene: Scene, desk: Desk) -> bool:
    """Whether a thing is named after the verb of a relation, and the other, if at all, before it."""
    said = {iri: a.mention.start for a in scene.anchors if not a.words <= scene.carried for iri in a.entities}
    named = desk.connector.named(scene, form.triple.predicate)
    verbs = [m.start for _, m, role in named if role == "verb"]
    if thing not in said or not verbs:
        return False
    verb = min(verbs)
    return said[thing] > verb and said.get(other, -1) < verb
