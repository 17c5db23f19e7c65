"""The same question, written less well: typing mistakes, lost words, small talk around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType

__all__ = ["PERTURBATIONS", "perturbed"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONG = re.compile(r"[^\W\d_]{4,}")  # words that a typing mistake may fall into
_LIGHT = re.compile(r"\b(?:the|a|an|do|does|is|are|of|my|your|for|to|i|you|should|can)\s+", re.IGNORECASE)
_BEFORE = ("Hi, I am new here.", "I started training last month.", "My friend and I had an argument.")
_AFTER = ("Thanks in advance.", "I would like to understand this.", "I have been wondering for a while.")


def _mistyped(text: str, random: Random, count: int) -> str:
    """The text with one mistake in each of `count` different words, where it has as many long ones."""
    words = list(_LONG.finditer(text))
    for match in sorted(random.sample(words, min(count, len(words))), key=lambda m: -m.start()):
        text = text[: match.start()] + _slip(match.group(), random) + text[match.end() :]
    return text


def _slip(word: str, random: Random) -> str:
    """A word with a letter lost, doubled, replaced, or changed with its neighbour; the first one stays."""
    at = random.randrange(1, len(word) - 1)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    other = random.choice(_LETTERS.replace(letter.lower(), ""))
    neighbours = next((i for i in range(at, len(word) - 1) if word[i] != word[i + 1]), None)
    slips = [before + after, before + letter * 2 + after, before + other + after]
    if neighbours is not None:
        i = neighbours
        slips.append(word[:i] + word[i + 1] + word[i] + word[i + 2 :])
    return random.choice(slips)


def _without_light_word(text: str, random: Random) -> str:
    """The text without one of its light words."""
    found = list(_LIGHT.finditer(text))
    if not found:
        return text
    match = random.choice(found)
    return text[: match.start()] + text[match.end() :]


def _other_case(text: str, random: Random) -> str:
    """The text in capitals, in small letters, or With Capital First Letters."""
    return random.choice((text.upper(), text.lower(), text.title()))


PERTURBATIONS: Mapping[str, Callable[[str, Random], str]] = MappingProxyType(
    {
        "as written": lambda text, _: text,
        "one typo": lambda text, random: _mistyped(text, random, 1),
        "two typos": lambda text, random: _mistyped(text, random, 2),
        "other case": _other_case,
        "no question mark": lambda text, _: text.rstrip("?!. "),
        "a light word lost": _without_light_word,
        "a sentence before": lambda text, random: f"{random.choice(_BEFORE)} {text}",
        "a sentence after": lambda text, random: f"{text} {random.choice(_AFTER)}",
    }
)


def perturbed(name: str, text: str, seed: str) -> str:
    """A text under one of `PERTURBATIONS`; the same seed gives the same text."""
    return PERTURBATIONS[name](text, Random(f"{seed}/{name}"))  # noqa: S311  # no secret hangs on it
