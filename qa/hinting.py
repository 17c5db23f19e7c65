"""A hint from wording: which kind of question this is, and what it asks for.

A small linear model over words and pairs of words, names replaced by masks, trained from masked
phrasings and whole questions (scripts/train_hints.py). It only adds evidence to typed readings: a
reading that the schema does not allow, or that leaves content unexplained, is not answered because
of it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise
from typing import Any

import numpy as np

from kg.terms import Iri
from qa.vocabulary import NAMESPACE
from qa.wording import WordingModel

__all__ = ["NUMBER", "Hint", "Hinter", "coarse_masks", "features", "mask_of"]

NUMBER = "<N>"  # the mask of any number


@dataclass(frozen=True, slots=True)
class Hint:
    """Probabilities of question kinds, and of what is asked for by IRI of the graph."""

    kinds: dict[str, float]
    targets: dict[Iri, float]

    @property
    def refuse(self) -> float:
        """Probability that the graph cannot hold what is asked."""
        return self.kinds.get("refuse", 0.0)


class Hinter:
    """The trained model; immutable."""

    def __init__(self) -> None:
        """Load weights and the tables that tie them to the graph."""
        data = files("qa").joinpath("data")
        model = json.loads(data.joinpath("hints.json").read_text(encoding="utf-8"))
        with data.joinpath("hints.npy").open("rb") as file:
            self._weights = np.load(file, allow_pickle=False).astype(np.float32) / model["scale"]
        self._rows: dict[str, int] = {feature: n for n, feature in enumerate(model["features"])}
        self._labels: dict[str, list[str]] = model["labels"]
        named = _tables()["targets"]
        self._targets = [tuple(Iri(NAMESPACE + n) for n in named[t]) for t in self._labels["target"]]

    @cached_property
    def wording(self) -> WordingModel:
        """The wording model; loaded when first needed, since it is trained from questions read without it."""
        return WordingModel.load()

    def hint(self, masked: Sequence[str], words: Sequence[str]) -> Hint:
        """The hint for the asking sentence, names masked, and the stems of the whole question."""
        found = features(masked, words)
        rows = [self._rows[feature] for feature in found if feature in self._rows]
        scores = self._weights[rows].sum(axis=0) / max(len(found), 1) ** 0.5 + self._weights[-1]
        size = len(self._labels["kind"])
        kinds = dict(zip(self._labels["kind"], _softmax(scores[:size]), strict=True))
        targets: dict[Iri, float] = {}
        for iris, chance in zip(self._targets, _softmax(scores[size:]), strict=True):
            for iri in iris:
                targets[iri] = targets.get(iri, 0.0) + chance
        return Hint(kinds, targets)


def _softmax(scores: np.ndarray) -> list[float]:
    """Scores as probabilities, rounded so that they are the same on every machine."""
    powers = np.exp((scores - scores.max()).astype(np.float64))
    chances: list[float] = np.round(powers / powers.sum(), 5).tolist()
    return chances


def features(masked: Sequence[str], words: Sequence[str] = ()) -> list[str]:
    """Single words, pairs of neighbours and the first word of a masked sentence; words that stand anywhere.

    Each once, in order.
    """
    pairs = [f"{a} {b}" for a, b in pairwise(masked)]
    anywhere = [f"~{word}" for word in words]
    return list(dict.fromkeys([f"^{masked[0]}" if masked else "^", *masked, *pairs, *anywhere]))


@cache
def _tables() -> dict[str, Any]:
    """The tables of hints.toml."""
    return tomllib.loads(files("qa").joinpath("data/hints.toml").read_text(encoding="utf-8"))


@cache
def mask_of(classes: frozenset[Iri]) -> str:
    """The mask of a thing of these classes; "" if it has none."""
    return next((m for name, m in _tables()["classes"].items() if Iri(NAMESPACE + name) in classes), "")


def coarse_masks() -> dict[str, str]:
    """Coarse mask by mask of the phrasing corpus."""
    return dict(_tables()["masks"])
