"""Which of two steps comes first: "do I extend my knees before or after unlocking the safety?".

A question tells two things that one does, parted by "before", "after" or "or". Each is looked for among the
steps of an exercise; where both are found, their order is known, and what the question says of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from kg.terms import Iri
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.parsing.stemming import stem
from qa.readings.coursing import course, told_at
from qa.scene import Scene

__all__ = ["Arranged", "arranged", "asks_order"]

_BEFORE, _AFTER = "befor", "after"
_THEN = frozenset(map(stem, ("afterwards", "then", "later")))


@dataclass(frozen=True, slots=True)
class Arranged:
    """The steps of two things told, in order (one step where both are of it), and the words that tell them.

    The note says what is asked of their order: "before" or "after", of the thing told first; "first", which
    of both is; "yes" or "no", whether an order that is claimed is theirs.
    """

    steps: tuple[Iri, ...]
    words: frozenset[int]
    note: str


@dataclass(frozen=True, slots=True)
class _Parts:
    """The words of two things told in a question, and how it orders them: 1, -1, or 0 if it asks."""

    one: tuple[Token, ...]
    other: tuple[Token, ...]
    order: int
    asks_first: bool = False


def asks_order(scene: Scene) -> bool:
    """Whether a question asks which of two things comes first, or claims it."""
    return _told(scene) is not None


def arranged(scene: Scene, exercise: Iri, aside: Collection[int]) -> Arranged | None:
    """The order of the two steps of an exercise that a question tells; None if it does not tell two.

    The words `aside` name the exercise.
    """
    parts = _told(scene)
    if parts is None:
        return None
    one, other = (
        told_at(exercise, [t for t in p if t.index not in aside], scene) for p in (parts.one, parts.other)
    )
    pairs = [
        (a, b) for a, b in product(one, other) if a != b and (not parts.order or a.share == b.share == 1)
    ]
    if not pairs:
        return None
    a, b = min(pairs, key=lambda pair: (abs(pair[0].step - pair[1].step), pair))
    steps = course(exercise, scene.graph)[0]
    forth = 1 if a < b else -1
    if parts.order:
        note = "yes" if parts.order == forth else "no"
    else:
        note = "first" if parts.asks_first else "before" if forth > 0 else "after"
    numbers = sorted({a.step, b.step})
    return Arranged(tuple(steps[n - 1] for n in numbers), a.words | b.words, note)


def _told(scene: Scene) -> _Parts | None:
    """The two things that a question tells; looked for once."""
    return scene.once("parts in order", lambda: _parts(scene))


def _parts(scene: Scene) -> _Parts | None:
    """The two things that a question tells in an order, or asks the order of; None if it does neither."""
    asking, stems = scene.asking, [t.stem for t in scene.asking]
    for n in range(1, len(stems) - 2):
        if {stems[n], stems[n + 2]} == {_BEFORE, _AFTER} and stems[n + 1] == "or":
            return _Parts(tuple(asking[:n]), tuple(asking[n + 3 :]), 0)
    if "first" in stems and "or" in stems and ("the", "first") not in pairwise(stems):
        return _at("or", [t for t in asking if t.stem != "first"], 0, asks_first=True)
    if not scene.may_be_polar or scene.mood == "none":
        return None
    return _claimed([t for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0], scene)


def _claimed(claim: Sequence[Token], scene: Scene) -> _Parts | None:
    """The two things that a claim orders: "you push before you unlock", "push first and then unlock"."""
    for n, token in enumerate(claim):
        if token.stem == _BEFORE or token.stem in english().words["following"]:
            clause = scene.clause_of(token)
            after = tuple(t for t in claim[n + 1 :] if t in clause)
            if after:
                rest = tuple(t for t in claim if t not in after and t is not token)
                return _Parts(rest, after, 1 if token.stem == _BEFORE else -1)
    stems = [t.stem for t in claim]
    if "first" in stems or not _THEN.isdisjoint(stems):
        return _at("and" if "and" in stems else "then", claim, 1)
    return None


def _at(word: str, tokens: Sequence[Token], order: int, *, asks_first: bool = False) -> _Parts | None:
    """The parts of some words before and after one of them; None if it is not there."""
    cut = next((n for n, t in enumerate(tokens) if t.stem == word), -1)
    parts = (tuple(tokens[:cut]), tuple(tokens[cut + 1 :]))
    return _Parts(*parts, order, asks_first) if cut > 0 else None
