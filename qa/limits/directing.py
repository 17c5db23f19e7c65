"""Relations as the words order their ends: "does some muscle lie deep to it?" asks of another than "it"."""

from __future__ import annotations

from dataclasses import replace

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.scene import Scene
from qa.wholes import of_the_whole

__all__ = ["directed"]


@where(asks_verdict)
def directed(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A statement turned round, where that is so and the words put its subject behind the verb."""
    form = reading.form
    if not isinstance(form, Ask) or not isinstance(form.triple.object, Iri):
        return reading
    subject, predicate, value = form.triple.subject, form.triple.predicate, form.triple.object
    turned = Triple(value, predicate, subject)
    if not desk.connector.alike(subject, value) or not _holds(turned, desk):
        return reading
    if _holds(form.triple, desk):
        return reading
    # Which way round it is may be what is asked: "does it lie over the other or under it?".
    if scene.offering < 0 and not desk.connector.stands_last(scene, subject, value, predicate):
        return reading
    return replace(reading, form=Ask(turned), topics=(value,))


def _holds(triple: Triple, desk: Desk) -> bool:
    """Whether a statement is true, of a part as of its whole."""
    return desk.graph.truth(of_the_whole(triple, desk.graph)) is Truth.YES
