"""Names with a bare word for or against each: "Leg press: no. Standing: fine.", "seat yes, bent knees no"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qa.parsing.linking import Mention, Token

__all__ = ["verdicts"]

_COLON = 2  # clauses from what stands before a colon to what stands after it
_WEIGHT = 1.0


def verdicts(tokens: Sequence[Token], named: Collection[int], questions: Collection[int]) -> list[Mention]:
    """Each "no" that is said of the name before it, as a mention: it ends its clause, and excludes no more.

    `named` are the words of names, `questions` sentences with a question mark: a "no?" asks for a verdict.
    """
    found = []
    for before, token, after in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
        place, told = (token.sentence, token.clause), before.index in named
        near = before.clause == token.clause or token.clause - before.clause == _COLON
        ends = after is None or (after.sentence, after.clause) != place
        tag = token.sentence in questions and (after is None or after.sentence != token.sentence)
        if token.stem == "no" and told and near and ends and not tag and before.sentence == token.sentence:
            found.append(Mention((token.index,), (), token.text.lower(), _WEIGHT))
    return found
