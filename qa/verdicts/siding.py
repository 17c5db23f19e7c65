"""Whether a question puts quality first: "does the amount I lift matter more than how well I lift it?"."""

from __future__ import annotations

from itertools import pairwise

from qa.forms.logic import Ask, Count, Describe, Select, named_in
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["sided"]


def sided(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on what a question puts before "than": "yes" for quality, "no" for quantity, else "".

    Each side must be of one of them alone, whatever words both have: "heavy done badly", "light done well".
    """
    form = reading.form
    if scene.wh or not scene.may_be_polar or not isinstance(form, Ask | Describe | Select | Count):
        return ""
    about = {form.iri} if isinstance(form, Describe) else {*named_in(form)}
    kinds = (CALF.TRAINING_PRINCIPLE, CALF.MISTAKE)
    if not any(desk.connector.stands(iri, kind) for iri in about for kind in kinds):
        return ""
    claim = [t.stem for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
    place, lesser = _divider(claim)
    if place < 0:
        return ""
    first, last = set(claim[:place]) - {*claim[place:]}, set(claim[place:]) - {*claim[:place]}
    words = english().words
    good = [bool(side & words["quality"]) for side in (first, last)]
    much = [bool(side & words["quantity"]) for side in (first, last)]
    if good == much or good[0] == good[1] or much[0] == much[1]:
        return ""
    verdict = "yes" if good[0] else "no"
    return CONTRARY[verdict] if is_denied(scene) != lesser else verdict


def _divider(claim: list[str]) -> tuple[int, bool]:
    """Where what is put first ends, -1 if nowhere; and whether it is put last: "worse than"."""
    words = english().words
    for n, (word, after) in enumerate(pairwise(claim)):
        before = claim[:n]
        if word == "than" and not (words["preferring"] | {"important"}).isdisjoint(before):
            return n, not {"worse", "less"}.isdisjoint(before[-3:])
        if (word, after) == ("preferabl", "to") or (word, after) == ("matter", "over"):
            return n + 1, False
    return -1, False
