"""Whether a question turns something down, or calls it useless: "would you rule out seated raises?"."""

from __future__ import annotations

from itertools import pairwise

from kg.schema import Truth
from kg.terms import Iri
from qa.forms.logic import Ask
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF

__all__ = ["rejected", "rules_out"]

_AGAINST = frozenset(("advis", "advic", "warn", "argu", "speak"))
_SUITING = (CALF.EMPHASISES, CALF.TRAINS, CALF.BIASES, CALF.ENGAGES, CALF.MAXIMALLY_ENGAGES)


def rejected(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on doing without what is stated to be good for a muscle, or is not; "" of other things."""
    form = reading.form
    if not isinstance(form, Ask) or form.triple.predicate not in _SUITING or scene.wh:
        return ""
    truth = desk.graph.truth(form.triple)
    named = {iri for a in scene.anchors for iri in a.entities}
    ends = {i for i in (form.triple.subject, form.triple.object) if isinstance(i, Iri)}
    if truth is Truth.UNSTATED or not ends <= named or not scene.may_be_polar:
        return ""
    useless = any(t.stem in english().worthless for t in scene.asking)
    if not (useless or rules_out(scene)):
        return ""
    return "yes" if (truth is Truth.NO) != is_denied(scene) else "no"


def rules_out(scene: Scene) -> bool:
    """Whether the claim has a word for wanting something not to be done: "rule out", "advise against"."""
    claim = [t.stem for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
    pairs = list(pairwise(claim))
    against = any(one in _AGAINST and other == "against" for one, other in pairs)
    return against or ("rule", "out") in pairs or not english().words["rejecting"].isdisjoint(claim)
