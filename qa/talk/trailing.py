"""A sentence that follows a question without a mark between: "which one trains it Please be short."."""

from __future__ import annotations

from collections.abc import Sequence

from qa.parsing.asking import IMPERATIVE, WH
from qa.parsing.english import english
from qa.parsing.linking import PART, Token
from qa.parsing.nlp import Parse
from qa.parsing.outline import Outline

__all__ = ["before_tail"]

_LEAST = 2  # words of a question before such a sentence
_FEWEST = 3  # words of such a sentence
_I = "i"


def before_tail(parse: Parse) -> str:
    """The text without a last sentence that says nothing of training and that no mark parts from the rest.

    It begins with a capital letter in the middle of small ones, at a word that may open a sentence.
    """
    tokens = parse.tokens
    if not tokens or tokens[-1].sentence in parse.questions:
        return parse.text
    last = [t for t in tokens if t.sentence == tokens[-1].sentence]
    outline = Outline(parse)
    for place in range(_LEAST, len(last) - _FEWEST + 1):
        if _opens(place, last) and _says_nothing(last[place:], outline):
            return parse.text[: last[place].offset].rstrip()
    return parse.text


def _opens(place: int, words: Sequence[Token]) -> bool:
    """Whether a sentence begins at this word without a mark before it."""
    closed, word, before = english().words, words[place], words[place - 1]
    titled = any(_is_capital(t) and english().is_plain(t.stem) for t in words[1:place] if t.stem != _I)
    if titled or word.clause != before.clause or not _is_capital(word):
        return False
    if word.stem != _I:
        return english().is_plain(word.stem) and word.stem not in closed["before"] | closed["joining"]
    leading = closed["auxiliary"] | closed["before"] | closed["joining"] | closed["supposing"] | WH
    thinks = any(t.stem in closed["thinking"] for t in words[place + 1 :])
    return thinks and before.stem not in leading


def _says_nothing(words: Sequence[Token], outline: Outline) -> bool:
    """Whether words neither ask nor name anything that the graph knows of."""
    medical = english().medical
    named = {
        i for m in outline.parse.mentions if m.of("entity", "class") and m.weight > PART for i in m.words
    }
    asks = any(t.stem in WH | IMPERATIVE for t in words)
    return not asks and not any(t.index in named or t.stem in medical for t in words)


def _is_capital(word: Token) -> bool:
    """Whether a word has a capital letter first, and no other."""
    return word.text[0].isupper() and not word.text[1:].isupper()
