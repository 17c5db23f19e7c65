"""Whether a statement holds of one thing as much as of another: "of the soleus as much as ...?"."""

from __future__ import annotations

from kg.schema import Truth
from kg.terms import Triple
from qa.forms.logic import Ask
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.verdicts.supposing import overlap
from qa.vocabulary import CALF

__all__ = ["unequalled"]

_TWICE = 2  # times that "as" is said where it compares


@where(lambda scene: asks_verdict(scene) and "as" in scene.stems)
def unequalled(reading: Reading, scene: Scene, desk: Desk) -> str:
    """No, where "as much as" is said of two things and what is stated holds of one of them; "" elsewhere."""
    form = reading.form
    claim = [t.stem for t in scene.tokens if t.sentence == scene.claimed]
    if not isinstance(form, Ask) or claim.count("as") < _TWICE:
        return ""
    subject, predicate, value = form.triple.subject, form.triple.predicate, form.triple.object
    named = {i for a in scene.anchors if a.polarity == "in" for i in a.entities} - {subject, value}
    others = [i for i in named if desk.connector.alike(i, subject) and not overlap(i, subject, desk)]
    if predicate == CALF.OUTRANKS or len(others) != 1:
        return ""  # what is as important is ranked
    held = [desk.graph.truth(Triple(iri, predicate, value)) is Truth.YES for iri in (subject, *others)]
    if all(held) or not any(held):
        return ""
    return "yes" if is_denied(scene) else "no"
