"""What is prescribed: a range with its goal, one end of it, and whether an amount lies in it."""

from __future__ import annotations

from kg.terms import Iri
from qa.bounding import bounds
from qa.kind import Desk, Draft, Reading
from qa.parsing.outline import EXCESS, HIGHEST, LOWEST, SHORTFALL
from qa.vocabulary import CALF

__all__ = ["judged", "limit", "row"]

_ENDS = {HIGHEST: ("at most", CALF.MAX_VALUE), LOWEST: ("at least", CALF.MIN_VALUE)}


def row(iri: Iri, desk: Desk) -> str:
    """One prescription as a phrase: "15-25 repetitions per set for muscular endurance"."""
    goals = desk.graph.objects(iri, CALF.FOR_GOAL)
    text = desk.say.name(iri)
    return text if not goals else f"{text} for {desk.say.names(goals)}"


def limit(note: str, found: list[Iri], desk: Desk) -> str:
    """The end that is asked for of the ranges found for one quantity: "at most 20 sets: "."""
    told = {iri: ends for iri in found if (ends := bounds(iri, desk.graph))}
    quantities = {q for iri in told for q in desk.graph.objects(iri, CALF.PRESCRIBES)}
    if note not in _ENDS or len(quantities) != 1:
        return ""
    said, end = _ENDS[note]
    if end == CALF.MAX_VALUE:
        utmost = max(told, key=lambda iri: told[iri][1])
    else:
        utmost = min(told, key=lambda iri: told[iri][0])
    number = desk.say.bound(utmost, end)
    return f"{said} {number}: " if number else ""


def judged(reading: Reading, found: list[Iri], told: Draft, desk: Desk) -> Draft:
    """Whether an amount lies inside a recommended range, or as far beyond it as the question fears.

    `told` holds the ranges.
    """
    amount, ranges = reading.amount, [r for r in (bounds(iri, desk.graph) for iri in found) if r]
    assert amount is not None
    if reading.note == EXCESS:
        holds = all(amount.high > high for _, high in ranges)
    elif reading.note == SHORTFALL:
        holds = all(amount.low < low for low, _ in ranges)
    else:
        holds = any(low <= amount.low and amount.high <= high for low, high in ranges)
    lead = f"{'Yes' if holds else 'No'}: the article recommends {told.lead}."
    return Draft(lead, told.items, (), told.triples, boolean="yes" if holds else "no")
