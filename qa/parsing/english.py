"""English that belongs to no domain, from qa/data/english.toml: word classes and question cues."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from qa.parsing.stemming import stem

__all__ = ["English", "english"]


@dataclass(frozen=True, slots=True)
class English:
    """Word classes as sets of stems, but `graded` of words; cue phrases by operator and by question kind."""

    light: frozenset[str]
    function: frozenset[str]
    carrier: frozenset[str]
    absent: frozenset[str]
    medical: frozenset[str]
    averting: frozenset[str]
    faulty: frozenset[str]
    fine: frozenset[str]
    worthless: frozenset[str]
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]
    complements: tuple[tuple[frozenset[str], frozenset[str]], ...]
    stances: tuple[tuple[frozenset[str], frozenset[str]], ...]
    graded: frozenset[str]
    words: dict[str, frozenset[str]]
    synonyms: dict[str, tuple[str, ...]]
    operators: dict[str, tuple[str, ...]]
    kinds: dict[str, tuple[str, ...]]
    moods: dict[str, dict[str, float]]
    shorthand: dict[str, str]

    def is_plain(self, key: str) -> bool:
        """Whether the word with this stem may stay unexplained without harm."""
        return key in self.function or key in self.carrier or (key.endswith("ly") and len(key) > 4)

    def fit(self, mood: str, kind: str) -> float:
        """How well a question kind fits the mood of a question."""
        table = self.moods[mood]
        return table.get(kind, table["default"])


@cache
def english() -> English:
    """The data, read once."""
    data = tomllib.loads(files("qa").joinpath("data/english.toml").read_text(encoding="utf-8"))
    stems = {
        name: _stems(data[name])
        for name in (
            "light",
            "function",
            "carrier",
            "absent",
            "medical",
            "averting",
            "faulty",
            "fine",
            "worthless",
        )
    }
    groups = [[stem(word) for word in group.split()] for group in data["synonyms"]]
    return English(
        **stems,
        opposites=_pairs(data["opposites"]),
        complements=_pairs(data["complements"]),
        stances=_pairs(data["stances"]),
        graded=frozenset(data["graded"].split()),
        words={name: _stems(words) for name, words in data["words"].items()},
        synonyms={
            key: tuple(dict.fromkeys(k for group in groups if key in group for k in group if k != key))
            for key in sorted({key for group in groups for key in group})
        },
        operators={name: tuple(forms) for name, forms in data["operators"].items()},
        kinds={name: tuple(forms) for name, forms in data["kinds"].items()},
        moods=data["moods"],
        shorthand=data["shorthand"],
    )


def _pairs(rows: list[list[str]]) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The stems of the words on either side of each row."""
    return tuple((_stems(one), _stems(other)) for one, other in rows)


def _stems(words: str) -> frozenset[str]:
    """The stems of the words in a text."""
    return frozenset(stem(word) for word in words.split())
