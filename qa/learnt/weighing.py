"""The fitted weights of ranking, trust and verdicts, and probabilities made of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp

__all__ = ["chance", "score", "weights"]


@cache
def weights(part: str) -> Mapping[str, float]:
    """The weights by feature of "rank", "trust" or "verdict" (scripts/fit_ranking.py)."""
    data = json.loads(files("qa").joinpath("data/ranking.json").read_text(encoding="utf-8"))
    found: dict[str, float] = data[part]
    return found


def chance(part: str, features: Mapping[str, float]) -> float:
    """The probability, from 0 to 1, that a logistic regression gives for features."""
    return 1 / (1 + exp(-score(part, features)))


def score(part: str, features: Mapping[str, float]) -> float:
    """The sum of features by their weights, in a plain loop: there are up to thirty, and most are 0."""
    table, found = weights(part), 0.0
    for name, value in features.items():
        if value and name in table:
            found += table[name] * value
    return found
