"""What one thing does and another does not: "what does the gastrocnemius do that the soleus doesn't?".

That asks how the two differ; of all others, what is special about the one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from qa.model import Answer
from qa.parsing.asking import is_auxiliary
from qa.parsing.linking import Token, named_in
from qa.parsing.nlp import Parse
from qa.parsing.outline import Outline
from qa.talk.framing import text_of

__all__ = ["differing"]

_DOING: Final = frozenset(("do", "offer", "give", "bring", "provid"))  # say nothing of what it does
_OTHERS: Final = frozenset(("other", "rest"))
_BOTH: Final = 2


def differing(parse: Parse, ask: Callable[[str], Answer]) -> Answer | None:
    """The answer to how two things differ, or what is special about one; None of another question."""
    outline = Outline(parse)
    asking = outline.asking
    that = next((n for n, t in enumerate(asking) if t.stem == "that"), 0)
    if outline.wh != "what" or not that or asking[that - 1].stem not in _DOING or not _denies(asking[that:]):
        return None
    here = {t.index for t in asking}
    named = [m for m in named_in(parse.mentions) if m.start in here]
    names = [text_of(parse.tokens[m.start : m.end], parse) for m in named]
    if len(names) == _BOTH:
        return ask(f"How do the {names[0]} and the {names[1]} differ?")
    others = not _OTHERS.isdisjoint(t.stem for t in asking[that:])
    return ask(f"What is special about the {names[0]}?") if len(names) == 1 and others else None


def _denies(clause: Sequence[Token]) -> bool:
    """Whether a clause ends in "doesn't", "can't" and the like."""
    return len(clause) > _BOTH and clause[-1].stem == "not" and is_auxiliary(clause[-2])
