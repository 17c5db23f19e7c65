"""Verbs that take a name off a list: "cross the leg press off", "take away", "if I leave out"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.asking import WH
from qa.english import english
from qa.linking import Mention, Token

__all__ = ["striking"]

_WITHIN = 9  # words from such a verb to its particle: "cross the seated raise off"
_WEIGHT = 1.0


def striking(tokens: Sequence[Token], drops: Sequence[Mention], named: frozenset[int]) -> list[Mention]:
    """The verbs that strike what follows them off a list, each as a mention of its own.

    Not one that the question asks about: "which one should I leave out?", "should I drop the seated raise?".
    `drops` are verbs that do so without a particle, `named` the words of names, which are no particle: "take
    the leg press with your toes out".
    """
    asked = _asked(tokens)
    found = [m for m in drops if m.start not in asked]
    aside = asked | named | {m.start for m in found}
    verbs = (t for t in _parted(tokens, named) if t.index not in aside)
    return [*found, *(Mention((t.index,), (), t.text.lower(), _WEIGHT) for t in verbs)]


def _parted(tokens: Sequence[Token], named: frozenset[int]) -> Iterator[Token]:
    """Verbs that strike with a particle after them, in the same clause."""
    words = english().words
    for token in tokens:
        if token.stem in words["striking"]:
            after = tokens[token.index + 1 : token.index + 1 + _WITHIN]
            place = (token.clause, token.sentence)
            clause = (t for t in after if (t.clause, t.sentence) == place and t.index not in named)
            if any(t.stem in words["away"] for t in clause):
                yield token


def _asked(tokens: Sequence[Token]) -> frozenset[int]:
    """The words that are part of what is asked: after a question word, or in a yes-or-no question."""
    words, found = english().words, set[int]()
    sentence, asks = -1, False
    for token in tokens:
        opens = token.sentence != sentence
        if asks and not opens:
            found.add(token.index)
        if opens:
            sentence, asks = token.sentence, token.stem in words["auxiliary"]
        if token.stem in words["supposing"]:  # "when" too
            asks = False
        elif token.stem in WH:
            asks = True
    return frozenset(found)
