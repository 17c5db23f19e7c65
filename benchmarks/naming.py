"""Finds names in English text: which of the things in `names.json` does an answer speak of?

A name has many wordings ("medial head", "inner gastroc"); `*` in a wording stands for up to three
words. A wording inside a longer one of another name is not a mention: "machine standing calf raise"
does not name the standing calf raise. A whole may be named by all its parts (`named_by`).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

__all__ = ["BREAK", "Mention", "Names", "normal"]

BREAK = "|"  # stands between sentences, list items and clauses
_NAMES = Path(__file__).parent.parent / "tests" / "questions" / "names.json"
_WORD = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+|[.!?;:|\n]")
_ENDS = frozenset(".!?;:|\n")
_IRREGULAR = {"calves": "calf", "feet": "foot"}
_NO_PLURAL = ("ss", "us", "is")
_SHORTEST_PLURAL = 4


def _singular(word: str) -> str:
    """A word without the ending of a plural or of the third person."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("sses"):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > _SHORTEST_PLURAL else word[:-1]


def normal(text: str) -> str:
    """Text as singular lower-case words with one space between, and `|` where a sentence ends."""
    text = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'").replace("e.g.", "eg")
    text = text.replace("can't", "can not").replace("cannot", "can not").replace("n't", " not")
    words = _WORD.findall(re.sub(r"'s\b|[*`#]", "", text))
    return " ".join(BREAK if word in _ENDS else _singular(word) for word in words)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that a normal text speaks of, and where."""

    name: str
    start: int
    end: int

    def inside(self, other: Mention) -> bool:
        """Whether `other` covers this mention and more."""
        longer = other.end - other.start > self.end - self.start
        return longer and other.start <= self.start and self.end <= other.end


class Names:
    """The accepted wordings of every name."""

    def __init__(self, table: dict[str, dict[str, Any]]) -> None:
        """Take a table as in `names.json`: name to `kind`, `wordings` and maybe `named_by`."""
        self.kinds = {name: str(entry["kind"]) for name, entry in table.items()}
        self._wholes = {name: entry["named_by"] for name, entry in table.items() if "named_by" in entry}
        self._wordings = {name: [name, *entry["wordings"]] for name, entry in table.items()}

    @classmethod
    def load(cls, path: Path = _NAMES) -> Names:
        """The names of the question sets."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {name: _pattern(wordings) for name, wordings in self._wordings.items()}

    def mentions(self, text: str) -> list[Mention]:
        """The mentions in a normal text, those inside a longer one left out, from left to right."""
        found = [
            Mention(name, *match.span())
            for name, pattern in self._patterns.items()
            for match in pattern.finditer(text)
        ]
        free = (m for m in found if not any(m.name != other.name and m.inside(other) for other in found))
        return sorted(free, key=lambda m: (m.start, m.end, m.name))

    def named(self, text: str) -> frozenset[str]:
        """The names in a plain text, wholes that are named by their parts included."""
        return self.with_wholes(m.name for m in self.mentions(normal(text)))

    def with_wholes(self, names: Iterable[str]) -> frozenset[str]:
        """Names, and the wholes that they name together."""
        have = set(names)
        for _ in range(2):  # a whole may be a part
            have |= {w for w, ways in self._wholes.items() if any(have.issuperset(way) for way in ways)}
        return frozenset(have)

    def relatives(self, names: Iterable[str]) -> frozenset[str]:
        """Names, with the wholes that they are parts of and with their parts."""
        have = set(names)
        parts = {whole: {part for way in ways for part in way} for whole, ways in self._wholes.items()}
        wholes = {whole for whole, its in parts.items() if not its.isdisjoint(have)}
        return frozenset(have | wholes | {part for whole in have for part in parts.get(whole, ())})

    def of_label(self, label: str) -> frozenset[str]:
        """What a label names: its longest mentions, if they are at least half of it."""
        text = normal(label)
        found = self.mentions(text)
        longest = max((m.end - m.start for m in found), default=0)
        if longest * 2 < len(text):
            return frozenset()
        return frozenset(m.name for m in found if m.end - m.start == longest)


def _pattern(wordings: Iterable[str]) -> re.Pattern[str]:
    """One expression for all wordings, the longest first."""
    plain = {" * ".join(normal(part) for part in wording.split(" * ")) for wording in wordings}
    ordered = sorted(plain, key=lambda wording: (-len(wording), wording))
    choices = (re.escape(wording).replace(r"\ \*\ ", r"(?: \w+){0,3} ") for wording in ordered)
    return re.compile(rf"(?<!\S)(?:{'|'.join(choices)})(?!\S)")
