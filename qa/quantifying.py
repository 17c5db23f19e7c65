"""Questions for something that may be so of all that a class has: "does every exercise train the soleus?"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from qa.parsing.anchor import Anchor
from qa.parsing.asking import is_auxiliary
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.parsing.numbers import digits
from qa.scene import Scene

__all__ = ["Quantified", "quantified"]

_EVERY: Final = frozenset(("all", "every", "each"))
_BETWEEN: Final = frozenset(("of", "the", "these", "those", "single", "one", "calf"))
_OPENING: Final = frozenset(("so", "and", "but", "then"))


class Quantified(NamedTuple):
    """The class of whose every member a question asks something, and how it begins."""

    anchor: Anchor
    by: str  # the stem of the verb that asks, or "" for a claim: "every exercise needs a step, right?"
    denied: bool  # "not every exercise needs a step"
    narrowed: Anchor | None = None  # by what the class is narrowed: "all the inner calf exercises"


def quantified(scene: Scene) -> Quantified | None:
    """What a question asks of all that a class has; None if its claim does not begin so.

    A name that has the "all" in it is of all the parts of a whole: "do all the calf muscles ...".
    """
    words = _led([t for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0], scene)
    at = next((n for n, t in enumerate(words) if t.stem in _EVERY), 0)
    before, rest = words[:at], words[at:]
    if scene.wh or not scene.may_be_polar or not rest or rest[0].stem not in _EVERY:
        return None
    turned = bool(before) and before[-1].stem == "not"
    before = before[: len(before) - turned]
    by = before[-1].stem if before and is_auxiliary(before[-1]) else ""
    if not _is_frame(before[: len(before) - bool(by)]):
        return None
    first = min(t.index for t in rest)
    for anchor in (a for a in scene.anchors if a.polarity == "in" or turned):
        names = [a for a in scene.anchors if a.entities and first <= a.mention.start < anchor.mention.start]
        inside = {i for a in names[:1] for i in a.words}
        between = [t.stem for t in rest[1:] if t.index < anchor.mention.start and t.index not in inside]
        whole = rest[0].index in anchor.words or (anchor.classes and not anchor.entities)
        if whole and all(stem in _BETWEEN or digits(stem).isdigit() for stem in between):
            denied = turned and not by  # "aren't all muscles ...?" asks if they are
            return Quantified(anchor, by, denied, next(iter(names), None))
    return None


def _led(words: Sequence[Token], scene: Scene) -> Sequence[Token]:
    """The words with an "all" behind its class before it: "are the inner calf exercises all done seated?"."""
    ends = {a.mention.end: a for a in scene.anchors if a.classes and not a.entities}
    at = next((n for n, t in enumerate(words) if t.stem == "all" and t.index in ends), 0)
    start = next((n for n, t in enumerate(words[:at]) if t.stem == "the"), at)
    return (*words[:start], *words[at : at + 1], *words[start:at], *words[at + 1 :])


def _is_frame(words: Sequence[Token]) -> bool:
    """Whether what stands before a claim says nothing of it: "so", "is it true that", "I think"."""
    frame = english().words["bare"] | english().words["leading"] | _OPENING
    ends = english().words["leading"] | _OPENING | {"that"}
    return not words or (words[-1].stem in ends and all(t.stem in frame for t in words))
