"""What items are made of: one module for each way of asking, listed here in the order in which they ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from teach.quiz.kit import Kit
from teach.quiz.makers import choosing, claiming, judging, measuring, naming, numbering, ordering, sorting
from teach.quiz.model import Item

__all__ = ["MAKERS"]

MAKERS: Final[tuple[Callable[[Kit], Iterator[Item]], ...]] = (
    choosing.items,
    judging.items,
    sorting.items,
    naming.items,
    ordering.items,
    numbering.items,
    measuring.items,
    claiming.items,
)
