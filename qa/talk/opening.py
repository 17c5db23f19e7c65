"""What leads up to a question and is no part of it: "be honest, ...", "what I don't get: ...", "listen, ...".

A message that is nothing but a question is read more surely than one with chat before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from qa.parsing.asking import WH, inverts, is_auxiliary
from qa.parsing.english import english
from qa.parsing.linking import PART, Token
from qa.parsing.nlp import Parse
from qa.parsing.placing import PLACES

__all__ = ["without_opening"]

_LONGEST: Final = 12  # words that lead up to a question
_LEAST: Final = 3  # words of a question
_OWN: Final = 2  # words of "what I", which asks nothing
_TELLING: Final = frozenset(("me", "us", "remind", "forget", "forgot"))  # may stand before what is asked
_CASES: Final = frozenset(("if", "when", "while", "since", "because", "given"))
_POINTING: Final = frozenset(("one", "it", "that", "those", "these", "they", "other", "both"))
_BUT: Final = frozenset(("but", "so", "and"))


def without_opening(parse: Parse) -> str:
    """A message of one sentence from where it asks on; whole if what stands before it may say something."""
    tokens = parse.tokens
    start = next((n for n in range(1, min(len(tokens), _LONGEST)) if _asks(n, tokens)), 0)
    if not start or len(tokens) - start < _LEAST or not _is_idle(tokens[:start], parse):
        return parse.text
    return parse.text[tokens[start].offset :]


def _asks(place: int, tokens: Sequence[Token]) -> bool:
    """Whether a question begins at a word: a clause that opens with a question word or an auxiliary.

    Or behind a verb of asking, where the words stand as in a question: "my son asks how do I ...".
    """
    word, before, closed = tokens[place], tokens[place - 1], english().words
    wh = word.stem in WH and not _is_of_speaker(tokens[place:])
    if wh and before.stem in closed["leading"] | closed["thinking"] | _TELLING:
        told = not any(t.stem in WH for t in tokens[:place])
        return told and any(inverts(a, b) for a, b in pairwise(tokens[place:]))
    opens = word.clause != before.clause or before.stem in _BUT
    return opens and (wh or _opens(word)) and not _asks_already(tokens[:place])


def _opens(word: Token) -> bool:
    """Whether a word may open a question for yes or no: not the "be" of "be honest"."""
    return is_auxiliary(word) and word.text.lower() != "be"


def _asks_already(words: Sequence[Token]) -> bool:
    """Whether words ask something themselves: "does it, and which ...", "which of these"."""
    asking = (n for n, t in enumerate(words) if t.stem in WH and not _is_of_speaker(words[n:]))
    return _opens(words[0]) or any(True for _ in asking)


def _is_of_speaker(words: Sequence[Token]) -> bool:
    """Whether a question word asks nothing, since its subject follows it: "what I don't get"."""
    return [t.stem for t in words[1:_OWN]] == ["i"]


def _is_idle(words: Sequence[Token], parse: Parse) -> bool:
    """Whether words name nothing, tell no number, and are all in the lexicon of every day."""
    closed, end = english(), words[-1].index + 1
    stems = {t.stem for t in words}
    barred = {words[0].stem} & (closed.words["circumstance"] | _CASES) or stems & (_POINTING | PLACES.keys())
    if barred or stems <= _BUT:
        return False
    if {t.text.lower() for t in words} <= closed.words["attention"] | _BUT:
        return True
    said = [m for m in parse.mentions if m.start < end and m.weight > PART]
    named = any(m.of("entity", "class", "property", "operator") for m in said)
    counted = any(a.start < words[-1].offset for a in parse.amounts)
    plain = all(closed.is_plain(t.stem) or t.text.lower() in closed.words["attention"] for t in words)
    ails = not stems.isdisjoint(closed.medical | closed.absent)
    denies = not stems.isdisjoint(closed.words["denying"] | {"no", "without"})
    return plain and not (named or counted or ails) and ("i" in stems or not denies)
