"""What a pronoun of the asking sentence is said to be: what something is of, or done with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from qa.parsing.english import english
from qa.parsing.linking import Token

__all__ = ["is_told_of", "is_used"]

_USING = frozenset(("on", "with"))
_IT = frozenset(("it", "that", "them"))


def is_told_of(asking: Sequence[Token], framing: Collection[int]) -> bool:
    """Whether a pronoun stands for what something is of: "variations of it", but not "which of those"."""
    pronouns = english().words["pronouns"]
    return any(
        one.index in framing and of.stem == "of" and other.stem in pronouns
        for one, of, other in zip(asking, asking[1:], asking[2:], strict=False)
    )


def is_used(asking: Sequence[Token]) -> bool:
    """Whether something is done with what a pronoun stands for, or on it: "what can I do on it?"."""
    return any(one.stem in _USING and other.stem in _IT for one, other in pairwise(asking))
