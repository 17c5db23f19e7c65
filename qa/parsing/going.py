"""Words after a name that say that a thing is not there: "is taken", "is out this month"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qa.parsing.linking import Token

__all__ = ["UNAVAILABLE", "has_object", "is_gone"]

UNAVAILABLE = frozenset(("taken", "occupied", "busy", "broken", "unavailable", "gone", "missing"))  # not "go"
_TURNED = frozenset(("toe", "foot", "heel"))  # what is "out" in another sense
_ASKING = frozenset(("which", "what"))  # "which exercise is out?" asks
_BEFORE = frozenset(("and", "or", "nor"))  # what may follow such a word, if it does not end its clause
_TIMES = frozenset(("this", "today", "tonight", "now", "for", "until", "since", "so"))


def is_gone(
    rest: Sequence[Token], after: Sequence[Token], named: Collection[str], tokens: Sequence[Token]
) -> bool:
    """Whether the first word of the `rest` of what comes `after` a name says so at the end of its clause.

    `named` are the stems of the name.
    """
    if not rest:
        return False
    word = rest[0]
    out = word.stem == "out" and tokens[word.index - 1].stem == "be" and not _TURNED.issuperset(named)
    out = out and not any(t.stem in _ASKING for t in tokens[: word.index] if t.sentence == word.sentence)
    if not out and word.text.lower() not in UNAVAILABLE:
        return False
    return word is after[-1] or tokens[word.index + 1].stem in _BEFORE | _TIMES


def has_object(excluding: Token, after: Sequence[Token]) -> bool:
    """Whether what excludes has a pronoun for its object: "without it for the inner calf"."""
    joined = any(t.stem in _BEFORE for t in after)
    return excluding.stem == "without" and after[0].stem in ("it", "them") and not joined
