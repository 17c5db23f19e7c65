"""When to ask again: the FSRS scheduler with its own parameters, one card for each statement."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Final

from fsrs import Card, Rating, Scheduler

from teach.progress.keeping import Progress

__all__ = ["SCHEDULER", "due", "next_due", "recall"]

#: The reference scheduler without chance, so that the same answers give the same dates.
SCHEDULER: Final = Scheduler(enable_fuzzing=False)


def recall(progress: Progress, memory: str, *, right: bool, when: datetime) -> Progress:
    """The progress after an answer, a right one being "good" and a wrong one "again"; `when` has a zone."""
    held = progress.cards.get(memory)
    card = Card.from_dict(held) if held else Card(card_id=_number(memory), due=when)
    reviewed, _ = SCHEDULER.review_card(card, Rating.Good if right else Rating.Again, when)
    cards = {**progress.cards, memory: reviewed.to_dict()}
    return Progress(cards, progress.answers + 1, progress.right + right)


def _number(memory: str) -> int:
    """The number of a card, which is the same wherever and whenever the statement is learnt."""
    return int.from_bytes(hashlib.sha256(memory.encode()).digest()[:6], "big")


def due(progress: Progress, when: datetime) -> tuple[str, ...]:
    """The memories that are to be asked for again at `when`, the longest overdue first."""
    dates = ((datetime.fromisoformat(card["due"]), memory) for memory, card in progress.cards.items())
    return tuple(memory for date, memory in sorted(dates) if date <= when)


def next_due(progress: Progress) -> datetime | None:
    """When the next memory is to be asked for; None if there is none."""
    return min((datetime.fromisoformat(card["due"]) for card in progress.cards.values()), default=None)
