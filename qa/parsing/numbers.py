"""Numbers and ranges in a question: digits, number words, and "every day" as seven a week."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Amount", "amounts_in", "digits", "ones"]

_WORDS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "once": 1, "twice": 2, "thrice": 3}
_COMPOUND = re.compile(r"\b(twenty|thirty|forty|fifty)[ -](one|two|three|four|five|six|seven|eight|nine)\b")
_DOZENS = re.compile(r"\b(?:(half)[ -](?:a[ -])?|(a|one|two|three|four) )?dozen\b")
_TIMES_A_WEEK = re.compile(
    r"(?<!\d)(\d+)(?:\s*(?:-|to|or)\s*(\d+))? ?x(?= ?(?:(?:a|per|each|every|/) ?)?(?:week|wk)\b)"
)
_DAILY = re.compile(r"\b(every\s+(single\s+)?day|daily|each day|7 days)\b")
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b")
_STANDS_FOR = re.compile(rf"\b(?:\d+|{'|'.join(_WORDS)})[ -][a-z]+ (one)\b")  # "a two-second one"
_TIMES = re.compile(r"\b(once|twice|thrice)\b")
_DAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?"
)
_DAYS = re.compile(rf"\b{_DAY}(?:(?:\s*[,/&+-]\s*|\s+(?:and\s+)?){_DAY})+\b|\b(?:every |each ){_DAY}\b")
_OTHER = r"(?! *(?:hours?|hrs?|h|mins?|minutes?|seconds?|secs?|km|kg|kilos?|miles?|laps?)\b)"  # no sets
_ON_A_DAY = re.compile(rf"(?<!\d)(\d+)\b{_OTHER}(?: +[a-z]+){{0,4}}? +(?:on )?(?:a )?{_DAY}\b")
_A_DAY_HAS = re.compile(rf"\b{_DAY} *:? *(\d+)\b{_OTHER}")
_RANGE = re.compile(r"(?<!\d)(\d+(?:\.\d+)?)\s*(?:-|to|or|and|until|through)\s*(\d+(?:\.\d+)?)")
_SPOKEN_OF = frozenset(("which", "the", "this", "that"))  # before "one", of what was said before
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


def ones(stems: Sequence[str]) -> int:
    """How many things "one" stands for in a question, but for those spoken of before: "which one"."""
    return sum(b == "one" and a not in _SPOKEN_OF for a, b in pairwise(["", *stems]))


def _days(match: re.Match[str]) -> Amount:
    """How often a week, by the days named: "mon wed fri", "every monday"."""
    count = len({day[:3] for day in re.findall(_DAY, match[0])})
    return Amount(count, count, match.start(), match.end(), frequency=True)


def _dozens(match: re.Match[str]) -> str:
    """What dozens come to, as long as the words for it."""
    half, times = match.groups()
    number = 6 if half else 12 * _WORDS.get(times or "", 1)
    return str(number).ljust(len(match[0]))


def _each_week(match: re.Match[str]) -> Amount:
    """How often a week, as in "3x a week", "2-3x weekly"."""
    low, high = sorted(float(n) for n in (match[1], match[2] or match[1]))
    return Amount(low, high, match.start(), match.end(), frequency=True)


def amounts_in(text: str) -> tuple[Amount, ...]:
    """The amounts of a lower-case text, in order."""
    found = [Amount(7, 7, m.start(), m.end(), frequency=True) for m in _DAILY.finditer(text)]
    found += [
        Amount(_WORDS[m[0]], _WORDS[m[0]], m.start(), m.end(), frequency=True) for m in _TIMES.finditer(text)
    ]
    found += [_days(m) for m in _DAYS.finditer(text)]
    whole = {m.start(): m.end() for pattern in (_COMPOUND, _DOZENS) for m in pattern.finditer(text)}
    text = _COMPOUND.sub(lambda m: str(_WORDS[m[1]] + _WORDS[m[2]]).ljust(len(m[0])), text)
    plain = _WORD.sub(lambda m: digits(m[0]).ljust(len(m[0])), _DOZENS.sub(_dozens, text))
    weekly = [_each_week(m) for m in _TIMES_A_WEEK.finditer(plain)]
    found += weekly
    taken = {a.start for a in weekly} | {m.start(1) for m in _STANDS_FOR.finditer(text)}
    by_day = max((list(way.finditer(plain)) for way in (_ON_A_DAY, _A_DAY_HAS)), key=len)
    if len(by_day) > 1:  # "7 sets on Tuesday and 7 on Friday", "Tuesday 7 sets, Friday 7"
        total, places = sum(float(m[1]) for m in by_day), range(by_day[0].start(), by_day[-1].end())
        found.append(Amount(total, total, places.start, places.stop))
        taken.update(places)
    for m in _RANGE.finditer(plain):
        low, high = sorted((float(m[1]), float(m[2])))
        if m.start() in taken:
            continue
        found.append(Amount(low, high, m.start(), whole.get(m.start(2), m.end())))
        taken.update(range(m.start(), m.end()))
    taken.update(a.start for a in found if a.frequency)
    found += [
        Amount(float(m[0]), float(m[0]), m.start(), whole.get(m.start(), m.end()))
        for m in _SINGLE.finditer(plain)
        if m.start() not in taken
    ]
    return tuple(sorted(found, key=lambda a: a.start))
