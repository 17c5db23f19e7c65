"""Degrees that things are compared in: "is the soleus stronger than ...", "which is easier?", "as big as"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice

from qa.parsing.asking import WH
from qa.parsing.english import english
from qa.parsing.linking import Token

__all__ = ["Degree", "degree_in", "first_degree"]

_MORE, _LESS = frozenset(("more", "most")), frozenset(("less", "least"))
_ENDINGS = ("er", "est")  # of a comparative, of a superlative
_MOST = frozenset(("most", "least"))
_AS = "as"
_FEW = 4  # degrees of a sentence that are looked at: time must grow with length alone


@dataclass(frozen=True, slots=True)
class Degree:
    """A quality in which a question compares things: the words, the plain word for it, which way it goes.

    `reverse` tells "less strong" from "stronger", `is_most` "strongest" from both.
    """

    words: tuple[int, ...]
    quality: str
    reverse: bool = False
    is_most: bool = False


def degree_in(asking: Sequence[Token], names: AbstractSet[int], kinds: AbstractSet[int]) -> Degree | None:
    """The degree that is all that an asking sentence says of its names; None if it says something else.

    `names` are the words of names, `kinds` those of classes among them. In "which one gives the biggest
    stretch" and "a narrower stance" a degree only describes something, and "easier to see" is about seeing.
    """
    found = islice((one for n in range(len(asking)) for one in _degrees_at(n, asking)), _FEW)
    return next((one for one in found if _is_said_of(one, asking, names, kinds)), None)


def first_degree(asking: Sequence[Token]) -> Degree | None:
    """The first degree in an asking sentence, whatever it is said of: "build the inner calf faster"."""
    return next((one for n in range(len(asking)) for one in _degrees_at(n, asking)), None)


def _degrees_at(n: int, words: Sequence[Token]) -> Iterator[Degree]:
    """The degree that starts with a word of a sentence: "stronger", "more important", "as big as"."""
    stem, told = words[n].stem, words[n + 1].text.lower() if n + 1 < len(words) else ""
    if stem in _MORE | _LESS | {_AS} and told in english().graded:
        if stem != _AS or any(t.stem == _AS for t in words[n + 2 : n + 3]):
            yield Degree((words[n].index, words[n + 1].index), told, stem in _LESS, stem in _MOST)
    elif quality := _plain(words[n].text.lower()):
        yield Degree((words[n].index,), quality, is_most=words[n].text.lower().endswith("est"))


def _plain(word: str) -> str:
    """The word of which this is the comparative or superlative: "heavy" of "heavier"; "" if of none."""
    graded = english().graded
    for ending in _ENDINGS:
        root = word.removesuffix(ending)
        if root != word and len(root) > 1:
            plain = (root, f"{root}e", f"{root[:-1]}y" if root.endswith("i") else "", root[:-1])
            doubled = root[-1] == root[-2]
            for one in plain if doubled else plain[:3]:
                if one in graded:
                    return one
    return ""


def _is_said_of(
    one: Degree, words: Sequence[Token], names: AbstractSet[int], kinds: AbstractSet[int]
) -> bool:
    """Whether a degree is what a sentence says of its names, not a word beside another of them."""
    closed = english().words
    first = next(n for n, t in enumerate(words) if t.index == one.words[0])
    after = words[first + len(one.words) :]
    joining = {"of", "and", "or", "not"}
    passed = joining.union(*(closed[group] for group in ("articles", "each", "pronouns", "greatly")))
    led = next((n for n in range(first - 1, -1, -1) if words[n].stem == "be" or words[n].stem in WH), -1)
    if any(t.index not in names and t.stem not in passed for t in words[led + 1 : first]):
        return False
    if any(t.stem in ("be", "to", "there") for t in words[: max(0, led)]):
        return False  # "if he wants to be faster", "is there a test that tells if it is weaker?"
    asks = any(t.stem in WH for t in words[:first])
    if not after or after[0].clause != words[first].clause:
        return led >= 0
    if after[0].index in names:
        return (asks or not words[:first] or one.is_most) and after[0].index in kinds
    ends = {"than", "or", "of", "in", "for", _AS} | closed["pronouns"]
    return after[0].stem in ends
