"""Finds a number with its unit in English text: "8-12", "eight to twelve", "a 2-second pause"."""

from __future__ import annotations

import re

from benchmarks.naming import normal

__all__ = ["states"]

_VALUES = {"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_VALUES |= {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15}
_VALUES |= {"twenty": 20, "once": 1, "twice": 2}
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_VALUES)})\b")
_RANGE = re.compile(r"(\d+)\s*(?:[-\u2010-\u2015\u2212]|\bto\b|\bor\b)\s*(\d+)")
_BETWEEN = re.compile(r"\bbetween (\d+) and (\d+)")
_TOKEN = re.compile(r"\d+(?:\.\d+)?(?:~\d+)?%?|[^\W\d_]+")
_AFTER, _BEFORE = 5, 3  # how many words away a unit may stand
_SHORT = 3  # a text this short is the number itself

# Words that count as the unit where a question asks "how many ...?"; a unit always counts itself.
_ALSO = {
    "second": {"sec", "s"},
    "muscle": {"gastrocnemius"},
    "exercise": {"movement", "raise"},
    "mistake": {"error", "pitfall"},
    "position": {"way", "direction", "option"},
    "reason": {"benefit", "advantage"},
}


def states(text: str, number: str, unit: str = "") -> bool:
    """Whether a text states a number or a range ("10-20"), near its unit if there is one.

    Without a unit, an end of a stated range counts as stated; a percentage never does.
    """
    tokens = _tokens(text)
    wanted = number.replace("-", "~")
    if "~" in wanted:
        return wanted in tokens
    if not unit:
        return any(wanted in token.split("~") for token in tokens)
    units = {normal(unit)} | _ALSO.get(unit, set())
    return any(token == wanted and _beside(tokens, at, units) for at, token in enumerate(tokens))


def _tokens(text: str) -> list[str]:
    """Words and numbers; a range is one number with `~`, and a word that counts is its digits."""
    text = _NUMBER_WORD.sub(lambda match: str(_VALUES[match[1]]), text.lower())
    text = _RANGE.sub(r"\1~\2", _BETWEEN.sub(r"\1~\2", text))
    return [token if token[0].isdigit() else normal(token) for token in _TOKEN.findall(text)]


def _beside(tokens: list[str], at: int, units: set[str]) -> bool:
    """Whether the number at a place is all that is said, opens the text, or has a unit near it."""
    near = tokens[at + 1 : at + 1 + _AFTER] + tokens[max(0, at - _BEFORE) : at]
    return at == 0 or len(tokens) <= _SHORT or not units.isdisjoint(near)
