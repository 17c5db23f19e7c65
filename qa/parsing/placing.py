"""The step that a question names by its place: "step 3", "the last step", "after the second step"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.parsing.numbers import digits

__all__ = ["PLACES", "step_named"]

_FROM_START = ("first", "second", "third", "fourth", "fifth", "sixth")
_ENDS = {"initial": 0, "open": 0, "last": -1, "final": -1, "clos": -1, "conclud": -1}  # by their stems
PLACES = {stem: place for place, stem in enumerate(_FROM_START)} | _ENDS
_SHORT = re.compile(r"(\d+)(?:st|nd|rd|th)")  # "3rd"
_SHIFTS = {"after": 1, "follow": 1, "befor": -1, "preced": -1}  # to the step next to one


def step_named(tokens: Sequence[Token]) -> tuple[int, frozenset[int]] | None:
    """The place of the step that a question names, and the words for it.

    "Step 3" is at 2, "the last step" at -1, and "after step 3" names the step that follows.
    """
    for first, second in pairwise(tokens):
        number = digits(second.text.lower())
        counted = first.stem == "step" and number.isdigit() and int(number) > 0
        place = int(number) - 1 if counted else _place(first) if second.stem == "step" else None
        if place is None:
            continue
        before = [t for t in tokens if t.index < first.index and t.stem not in english().words["articles"]]
        shift = next((_SHIFTS[t.stem] for t in before[-1:] if t.stem in _SHIFTS), 0)
        return (
            None if place + shift < min(place, 0) else (place + shift, frozenset((first.index, second.index)))
        )
    return None


def _place(token: Token) -> int | None:
    """The place that a word names, from 0; -1 for the last."""
    if short := _SHORT.fullmatch(token.text.lower()):
        return int(short[1]) - 1
    return PLACES.get(token.stem)
