"""Verbs that take a name off a list: "cross the leg press off", "take away", "if I leave out"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.english import english
from qa.linking import Mention, Token

__all__ = ["striking"]

_WITHIN = 9  # words from such a verb to its particle: "cross the seated raise off"
_WEIGHT = 1.0


def striking(tokens: Sequence[Token], drops: Sequence[Mention], asked: frozenset[str]) -> list[Mention]:
    """The verbs that strike what follows them off a list, each as a mention of its own.

    Not one that the question asks about: "which one should I leave out?", "should I drop the seated raise?".
    `drops` are verbs that do so without a particle, `asked` the question words.
    """
    found = [m for m in drops if not _is_asked(tokens[m.start], tokens, asked)]
    taken = {m.start for m in found}
    verbs = (t for t in _parted(tokens) if t.index not in taken and not _is_asked(t, tokens, asked))
    return [*found, *(Mention((t.index,), (), t.text.lower(), _WEIGHT) for t in verbs)]


def _parted(tokens: Sequence[Token]) -> Iterator[Token]:
    """Verbs that strike with a particle after them, in the same clause."""
    words = english().words
    for token in tokens:
        after = tokens[token.index + 1 : token.index + 1 + _WITHIN]
        place = (token.clause, token.sentence)
        clause = [t for t in after if (t.clause, t.sentence) == place]
        if token.stem in words["striking"] and any(t.stem in words["away"] for t in clause):
            yield token


def _is_asked(verb: Token, tokens: Sequence[Token], asked: frozenset[str]) -> bool:
    """Whether a verb is part of what is asked: after a question word, or in a yes-or-no question."""
    before = [t for t in tokens[: verb.index] if t.sentence == verb.sentence]
    for t in reversed(before):
        if t.stem in english().words["supposing"]:
            return False
        if t.stem in asked:
            return True
    return bool(before) and before[0].stem in english().words["auxiliary"]
