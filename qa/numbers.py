"""Numbers and ranges in a question: digits, number words, and "every day" as seven a week."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Amount", "amounts_in", "digits"]

_WORDS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "once": 1, "twice": 2, "thrice": 3}
_COMPOUND = re.compile(r"\b(twenty|thirty|forty|fifty)[ -](one|two|three|four|five|six|seven|eight|nine)\b")
_DAILY = re.compile(r"\b(every\s+(single\s+)?day|daily|each day|7 days)\b")
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b")
_TIMES = re.compile(r"\b(once|twice|thrice)\b")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)\s*(?:-|to|or|and|until|through)\s*(\d+(?:\.\d+)?)")
_SINGLE = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range as a question names it; `low` equals `high` for a single number."""

    low: float
    high: float
    start: int  # character offsets in the text
    end: int
    frequency: bool = False  # said as "once", "twice", "every day"


def digits(word: str) -> str:
    """A lower-case number word in digits; another word as it is."""
    return str(_WORDS.get(word, word))


def amounts_in(text: str) -> tuple[Amount, ...]:
    """The amounts of a lower-case text, in order."""
    found = [Amount(7, 7, m.start(), m.end(), frequency=True) for m in _DAILY.finditer(text)]
    found += [
        Amount(_WORDS[m[0]], _WORDS[m[0]], m.start(), m.end(), frequency=True) for m in _TIMES.finditer(text)
    ]
    text = _COMPOUND.sub(lambda m: str(_WORDS[m[1]] + _WORDS[m[2]]).ljust(len(m[0])), text)
    plain = _WORD.sub(lambda m: digits(m[0]).ljust(len(m[0])), text)
    taken: set[int] = set()
    for m in _RANGE.finditer(plain):
        low, high = sorted((float(m[1]), float(m[2])))
        found.append(Amount(low, high, m.start(), m.end()))
        taken.update(range(m.start(), m.end()))
    found += [
        Amount(float(m[0]), float(m[0]), m.start(), m.end())
        for m in _SINGLE.finditer(plain)
        if m.start() not in taken and not any(a.frequency and a.start == m.start() for a in found)
    ]
    return tuple(sorted(found, key=lambda a: a.start))
