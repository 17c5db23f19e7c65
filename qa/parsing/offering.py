"""Things to choose from in a question that looks like one for yes or no: "above or below the knee?"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from qa.parsing.asking import is_auxiliary
from qa.parsing.english import english
from qa.parsing.linking import PART, Mention, Token

__all__ = ["offered_at"]

_CHOICE = 6  # words from the second of two things on, where one is to be chosen


def offered_at(words: Sequence[Token], mentions: Iterable[Mention]) -> int:
    """Where in the words of a sentence an "or" offers a choice; -1 if none does.

    It offers none before what only closes a question ("or not", "or so"), before a second question ("or are
    they special?") or one of the whole ("once or twice: is that fine?"), between what calls something so or
    fine ("true or false"), between names for one thing ("described as inversion or supination"), and behind
    what leaves it open ("whether straight or bent").
    """
    closed = english().words
    asks = _asking_from(words)
    left = (n for n, t in enumerate(words) if n >= asks and t.stem in closed["leaving_open"])
    open_left = next(left, len(words))
    if any(t.stem == "whether" for t in words[open_left:]):
        return -1
    for n, (before, joint, after) in enumerate(zip(words, words[1:open_left], words[2:], strict=False), 2):
        if joint.stem != "or" or after.stem in closed["closing"] or is_auxiliary(after):
            continue
        if before.stem in english().fine | closed["affirming"] or _is_likened(words[: n - 2]):
            continue
        if not _asks_of_all(words[n:]) and not _is_said_of(words[n:], before, after, mentions):
            return joint.index
    return -1


def _asking_from(words: Sequence[Token]) -> int:
    """Where the clause begins that asks, behind one that only says under which condition."""
    opens = (n for n in range(1, len(words)) if words[n].clause != words[n - 1].clause)
    return next((n for n in opens if is_auxiliary(words[n])), 0) if words and words[0].stem == "if" else 0


def _asks_of_all(rest: Sequence[Token]) -> bool:
    """Whether a clause that follows opens with a verb, and so asks of all that was named."""
    return any(word.clause != before.clause and is_auxiliary(word) for before, word in pairwise(rest))


def _is_said_of(rest: Sequence[Token], before: Token, after: Token, mentions: Iterable[Mention]) -> bool:
    """Whether what two words say of a thing is asked on: "can weak or stiff calves lead to ..."."""
    if len(rest) <= _CHOICE:
        return False
    named = {
        i
        for m in mentions
        if m.of("entity", "class") or (m.of("property") and m.weight > PART)
        for i in m.words
    }
    article = after.stem in english().words["articles"]  # "or the surface one"
    return not {before.index, after.index + article} <= named


def _is_likened(before: Sequence[Token]) -> bool:
    """Whether what follows is what something is said to be: "described as inversion or supination"."""
    return [t.stem for t in before[-1:]] == ["as"]
