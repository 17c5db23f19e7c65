"""Which of several ranges a number lies in: "are twenty repetitions for size or for stamina?"."""

from __future__ import annotations

from dataclasses import replace

from kg.terms import Iri
from qa.bounding import bounds
from qa.forms.evaluating import members
from qa.forms.logic import Form, Select, Thing, every, parts_of
from qa.kind import Desk
from qa.mattering import where
from qa.parsing.numbers import Amount
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["within_range"]


@where(lambda scene: scene.offering >= 0 and scene.parse.amounts)
def within_range(form: Form, scene: Scene, desk: Desk) -> Form:
    """A list of prescriptions with the one whose range holds the number of a question that offers several."""
    if not isinstance(form, Select):
        return form
    found = members(form.set, desk.graph)
    if len(found) < 2 or any(CALF.PRESCRIPTION not in desk.connector.classes_of(iri) for iri in found):
        return form
    holding = [iri for iri in found if _holds(iri, scene.parse.amounts[0], desk)]
    return replace(form, set=every([*parts_of(form.set), Thing(holding[0])])) if len(holding) == 1 else form


def _holds(prescription: Iri, amount: Amount, desk: Desk) -> bool:
    """Whether an amount lies within the range of a prescription."""
    found = bounds(prescription, desk.graph)
    return found is not None and found[0] <= amount.low and amount.high <= found[1]
