"""On which side of a range an amount lies: "30 sets a week, over or under?"; and which of two is in it."""

from __future__ import annotations

from typing import Final

from qa.bounding import bounds
from qa.kind import Desk, Draft, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.verdicts.leading import begun, unsaid
from qa.verdicts.turning import CONTRARY

__all__ = ["ranged"]

_OVER: Final = "More than is advised"
_UNDER: Final = "Less than is advised"
_WITHIN: Final = "Within what is advised"
_NEAR: Final = 3  # words from "or" to what it offers: "or a bit too much"
_BEFORE: Final = 6  # words before it, of one clause, among which the other is: "within the usual range or"
_COMPARED: Final = frozenset(("than", "why"))
_TWO: Final = 2  # amounts of which one is to be better


def ranged(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """Where an amount lies, if a question offers sides; of two, which is better, or that neither is."""
    if reading.kind != "quantity" or reading.amount is None or draft.boolean not in CONTRARY:
        return None
    ranges = {found for item in draft.items if (found := bounds(item.iri, desk.graph))}
    if len(ranges) != 1:
        return None
    (low, high), fact = *ranges, unsaid(draft).lead
    within = [low <= a.low and a.high <= high for a in scene.parse.amounts]
    if len(within) == _TWO and _prefers(scene):
        if all(within):
            lead = f"{fact.rstrip('.')}; no source here tells which is better."
            return Draft(lead, draft.items, (), draft.triples)
        if any(within):
            return begun(unsaid(draft), "yes" if within[0] != is_denied(scene) else "no")
    if right := _only_within(low, high, scene):
        return Draft(f"{right}: {fact[:1].lower()}{fact[1:]}", draft.items, (), draft.triples)
    if not _offers_sides(scene):
        return None
    side = _OVER if reading.amount.low > high else _UNDER if reading.amount.high < low else _WITHIN
    return Draft(f"{side}: {fact[:1].lower()}{fact[1:]}", draft.items, (), draft.triples)


def _only_within(low: float, high: float, scene: Scene) -> str:
    """Which of two numbers that a question offers lies in a range: "8 or 20 reps?"; "" of both, or none."""
    amounts, text = scene.parse.amounts, scene.parse.text
    if not amounts or len(amounts) > _TWO or scene.says(_COMPARED):
        return ""
    first, last = amounts[0], amounts[-1]
    if first is not last and (first.low != first.high or last.low != last.high):
        return ""  # "8-12 or 15-25"
    offered = (first.low, last.high)
    within = [number for number in offered if low <= number <= high]
    either = "or" in text[first.start : last.end + 1].lower().split()
    return f"{within[0]:g}" if either and len(within) == 1 and offered[0] != offered[1] else ""


def _prefers(scene: Scene) -> bool:
    """Whether a question asks if one thing is better than another."""
    return scene.polar and scene.says(english().words["preferable"] | {"better"})


def _offers_sides(scene: Scene) -> bool:
    """Whether a question offers too much or too little, or one of them and what is right."""
    words = english().words
    place = next((n for n, t in enumerate(scene.asking) if t.stem == "or"), -1)
    if place < 0:
        return False
    clause = scene.asking[place - 1].clause
    before = {t.stem for t in scene.asking[max(0, place - _BEFORE) : place] if t.clause == clause}
    after = {t.stem for t in scene.asking[place + 1 : place + 1 + _NEAR]}
    sides = words["beyond"], words["short_of"], words["inside_of"] | english().fine | {"enough", "right"}
    told = [[bool(side & said) for side in sides] for said in (before, after)]
    return any(a and b for n, a in enumerate(told[0]) for m, b in enumerate(told[1]) if n != m)
