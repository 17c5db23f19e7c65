"""Whether a question says that an exercise needs a thing: "do I have to have a partner?".

The wording knows "do I need a machine?" from "can I do it without one?" only by and by, and a "not" turns
one into the other; where a word says plainly that something is needed, that decides.
"""

from __future__ import annotations

from itertools import pairwise

from kg.terms import Iri
from qa.forms.logic import Linked, Select, excluded_in, parts_of
from qa.kind import Draft, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.rejecting import rules_out
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["needed"]

_REACH = 2  # words from a "not" to what it denies: "not really need"


def needed(draft: Draft, reading: Reading, scene: Scene) -> str:
    """The verdict on whether a thing is needed where the question says so in plain words, else ""."""
    form = reading.form
    if reading.kind != "verification" or not isinstance(form, Select) or draft.boolean not in CONTRARY:
        return ""
    if not any(isinstance(p, Linked) and p.property == CALF.HAS_EQUIPMENT_OPTION for p in parts_of(form.set)):
        return ""
    if reading.note == "alone":  # "is a partner all I need?", "does that rule out standing raises?"
        return CONTRARY[draft.boolean] if rules_out(scene) else draft.boolean
    verdict = CONTRARY[draft.boolean] if reading.note == "without" else draft.boolean
    unwanted = excluded_in(form)
    if any(a.polarity == "must" and unwanted & {*a.entities, *a.classes} for a in scene.anchors):
        return verdict  # "it can't be done without a machine, right?"
    if _is_possible_without(unwanted, scene):
        return CONTRARY[verdict]  # "without a leg press, can I do calf presses?"
    place = _need(scene)
    if place < 0 or _is_one_of_several(unwanted, scene):
        return ""
    return CONTRARY[verdict] if _is_denied(place, unwanted, scene) else verdict


def _is_possible_without(unwanted: frozenset[Iri], scene: Scene) -> bool:
    """Whether the claim is that it can be done without a thing, with no word for a need and no "not"."""
    claim = {t.stem for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0}
    words = english().words
    barred = words["denying"] | words["needing"] | words["barring"] | words["limiting"]
    lacking = (a for a in scene.anchors if a.polarity == "out" and unwanted & {*a.entities, *a.classes})
    plain = any(scene.tokens[a.mention.start].sentence == scene.claimed for a in lacking)
    return plain and {"can", "without"} <= claim and claim.isdisjoint(barred)


def _need(scene: Scene) -> int:
    """Where the claim says that something is needed; -1 if nowhere, or if it has a "without" too."""
    claim = [t for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
    words = english().words
    if any(t.stem in words["sparing"] - words["denying"] or t.stem in words["neglecting"] for t in claim):
        return -1
    has = (a.index for a, b in pairwise(claim) if (a.stem, b.stem) == ("have", "to"))
    return next((t.index for t in claim if t.stem in words["needing"]), next(has, -1))


def _is_one_of_several(unwanted: frozenset[Iri], scene: Scene) -> bool:
    """Whether the question names another thing beside: "needs someone on your back or a machine"."""
    named = (i for a in scene.anchors for i in a.entities if i not in unwanted)
    gear = any(CALF.EQUIPMENT in scene.graph.entity(i).classes for i in named)
    return gear and any(t.stem == "or" for t in scene.asking)


def _is_denied(place: int, unwanted: frozenset[Iri], scene: Scene) -> bool:
    """Whether a "not" stands before the word for the need, or a "no" before what is needed.

    Not before what is only lacking beside it: "do I need a partner if I have no machine?".
    """
    words = english().words
    before = scene.tokens[max(0, place - _REACH) : place]
    if any(t.stem in words["denying"] and t.index not in scene.leading for t in before):
        return True
    if any(a.polarity == "in" and unwanted & {*a.entities, *a.classes} for a in scene.anchors):
        return False
    starts = {a.mention.start for a in scene.anchors if a.polarity == "out"}
    return any(t.stem == "no" and t.index + 1 in starts and t.sentence == scene.claimed for t in scene.tokens)
