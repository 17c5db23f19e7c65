"""What a pronoun of the asking sentence is said to be: what something is of, or done with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from qa.parsing.english import english
from qa.parsing.linking import CARRIED, Mention, Token

__all__ = ["before_pronoun", "is_told_of", "is_unsaid", "is_used"]

_REACH = 2  # words between what excludes and a pronoun: "not use one"
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


def before_pronoun(
    asking: Sequence[Token], excluding: Sequence[Mention], named: Collection[int], tokens: Sequence[Token]
) -> Mention | None:
    """What excludes a pronoun of the asking sentence, with no name between: "without it", "not use one"."""
    inside = {t.index for t in asking}
    ends = {m.end: m for m in excluding if m.start in inside}
    for t in asking if ends else ():
        if t.stem in english().words["pronouns"]:
            # "... is not one for the inner calf" excludes what follows.
            beside = t.stem != "one" or tokens[t.index - 1].stem == "without"
            near = range(t.index - _REACH, t.index + beside)
            if frozenset(named).isdisjoint(near) and (end := max(ends.keys() & near, default=None)):
                return ends[end]
    return None


def is_unsaid(name: Mention, asking: int, pronoun: Mention | None) -> bool:
    """Whether a name holds the `asking` word, or was only carried over and no `pronoun` for it is excluded.

    "Not size, how many sets?" excludes no sets; "without it" excludes what was spoken of.
    """
    carried = any(sense.role == CARRIED for sense in name.senses)
    return asking in name.words or (carried and pronoun is None)
