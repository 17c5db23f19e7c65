"""Words written as they sound, or two run together: "excersizes" for "exercises", "eachother"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import groupby

from rapidfuzz.distance import OSA

__all__ = ["Sounds", "split"]

_LEAST = 7  # letters of a word that has enough consonants to be told by them
_REACH = 3  # edits between two words that sound alike
_SHORTEST = 3  # letters of either part of two words run together
_SPELT = (
    (re.compile("ph"), "f"),
    (re.compile("xc"), "x"),
    (re.compile("ch"), "k"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("[cq]"), "k"),
    (re.compile("z"), "s"),
)
_SILENT = frozenset("aeiouyh")


class Sounds:
    """Words by what they sound like; immutable after construction."""

    def __init__(self, words: Iterable[str]) -> None:
        """Find these words; of several, the first that is near enough."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if len(word) >= _LEAST:
                found[_sound(word)].append(word)
        self._words = dict(found)

    def alike(self, word: str) -> str | None:
        """The word that another, or what that is the plural of, is like by ear; None without one."""
        forms = [form for form in (word, word.removesuffix("s")) if len(form) >= _LEAST]
        near = sorted(
            (distance, other)
            for form in forms
            for other in self._words.get(_sound(form), ())
            if (distance := OSA.distance(form, other)) <= _REACH
        )
        return near[0][1] if near else None


def _sound(word: str) -> str:
    """The first letter and the consonants of a word, one sign for what sounds the same."""
    for spelt, sound in _SPELT:
        word = spelt.sub(sound, word)
    heard = word[0] + "".join(letter for letter in word[1:] if letter not in _SILENT)
    return "".join(letter for letter, _ in groupby(heard))


def split(word: str, is_common: Callable[[str], bool]) -> str | None:
    """Two common words that were run together, apart; None unless there is one way to part them."""
    places = range(_SHORTEST, len(word) - _SHORTEST + 1)
    ways = [(word[:at], word[at:]) for at in places if is_common(word[:at]) and is_common(word[at:])]
    return " ".join(ways[0]) if len(ways) == 1 else None
