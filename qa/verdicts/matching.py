"""Whether amounts and goals go together as prescribed: "8-12 for size and 15-25 for stamina?"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.terms import Iri
from qa.bounding import bounds
from qa.kind import Desk, Draft, Reading
from qa.parsing.numbers import Amount
from qa.scene import Scene
from qa.telling.verbalising import capital
from qa.verdicts.denying import is_denied
from qa.verdicts.leading import unsaid
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["matched"]

_SEVERAL = 2  # amounts, each with a goal of its own


def matched(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """The verdict on as many amounts as goals, each beside its own; None of anything else."""
    goals = [
        (a.mention.start, iri)
        for a in scene.anchors
        for iri in a.entities
        if a.polarity == "in" and desk.connector.stands(iri, CALF.GOAL)
    ]
    amounts = scene.parse.amounts
    if (
        reading.kind != "quantity"
        or not scene.may_be_polar
        or len(amounts) != len(goals)
        or len(goals) < _SEVERAL
    ):
        return None
    places = [next((t.index for t in scene.tokens if t.offset >= a.start), 0) for a in amounts]
    order = sorted([*((place, 0) for place in places), *((start, 1) for start, _ in goals)])
    if any(one == other for (_, one), (_, other) in pairwise(order)):
        return None  # "8-12 and 15-25 for size and stamina"
    ranges = [item.iri for item in draft.items]
    told = zip(amounts, sorted(goals), strict=True)
    fits = all(_is_prescribed(amount, goal, ranges, desk) for amount, (_, goal) in told)
    verdict = "yes" if fits != is_denied(scene) else "no"
    fact = unsaid(draft).lead if draft.boolean in CONTRARY else draft.lead
    return replace(draft, lead=f"{capital(verdict)}: {fact[:1].lower()}{fact[1:]}", boolean=verdict)


def _is_prescribed(amount: Amount, goal: Iri, ranges: list[Iri], desk: Desk) -> bool:
    """Whether an amount lies in the range that is for a goal."""
    own = [iri for iri in ranges if goal in desk.graph.objects(iri, CALF.FOR_GOAL)]
    ends = [found for iri in own if (found := bounds(iri, desk.graph))]
    return any(low <= amount.low and amount.high <= high for low, high in ends)
