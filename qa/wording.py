"""The wording model: which logical forms a wording stands for, and how likely each is.

A linear model over words, pairs of words and word vectors, trained from a corpus of questions that
people might type, each tied to a logical form (scripts/train_wording.py). Names are seen both as
they stand and as masks of their class, so that what was learnt of one muscle holds for another. The
vectors (a table of numbers per word, distilled from a sentence encoder by scripts/distil_words.py)
place words that the corpus lacks near those that it has.

It proposes; whether a proposal fits the names in the question is checked elsewhere (qa.restating).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np

from qa.logic import Form
from qa.notation import read_form

__all__ = ["REFUSE", "Likely", "Meaning", "WordVectors", "WordingModel", "features", "meanings"]

REFUSE = "refuse"
"""The kind of questions that the graph cannot hold the answer of."""

_MOST = 40  # meanings that are looked at
_LEAST = 0.003  # probability of a meaning that is looked at


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a question may mean: its kind, its logical form (none to refuse), a verdict for yes/no."""

    kind: str
    form: Form | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Likely:
    """A meaning, its probability from 0 to 1, and the stems that speak for it."""

    meaning: Meaning
    chance: float
    stems: frozenset[str]


@cache
def meanings() -> dict[str, Meaning]:
    """The meanings of the corpus by the plain question that names each: readings.tsv."""
    found: dict[str, Meaning] = {}
    lines = files("qa").joinpath("data/readings.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        question, kind, form, note = (*line.split("\t"), "")[:4]
        found[question] = Meaning(kind, read_form(form, kind) if form else None, note)
    return found


def features(masked: Sequence[str], stems: Sequence[str]) -> list[str]:
    """Words and pairs of the masked asking sentence, then of the whole question; each once, in order."""
    inner = [f"^{masked[0]}" if masked else "^", *masked, *(f"{a} {b}" for a, b in pairwise(masked))]
    whole = [f"~{word}" for word in stems] + [f"~{a} {b}" for a, b in pairwise(stems)]
    return list(dict.fromkeys([*inner, *whole]))


class WordVectors:
    """Vectors of word stems; immutable."""

    def __init__(self) -> None:
        """Load the table."""
        data = files("qa").joinpath("data")
        with data.joinpath("words.npy").open("rb") as file:
            table = np.load(file, allow_pickle=False)
        self._table = table.astype(np.float32)
        words = data.joinpath("words.txt").read_text(encoding="utf-8").split()
        self._rows = {word: n for n, word in enumerate(words)}
        # The rarer a word, the more it tells: its place in the list, most frequent first.
        self._weights = np.log(2 + np.arange(len(words), dtype=np.float32))
        self._table *= (self._weights / np.linalg.norm(self._table, axis=1))[:, None]

    @property
    def size(self) -> int:
        """Numbers in a vector."""
        return int(self._table.shape[1])

    def __contains__(self, stem: str) -> bool:
        """Whether the table has a word."""
        return stem in self._rows

    def mean(self, stems: Sequence[str]) -> np.ndarray:
        """The direction of a question: the weighted sum of its words' vectors, of length one (or zero)."""
        rows = [self._rows[word] for word in stems if word in self._rows]
        total: np.ndarray = self._table[rows].sum(axis=0)
        length = float(np.linalg.norm(total))
        return total / length if length else total


class WordingModel:
    """A trained model; immutable.

    `features` and `vectors` lead from features and word vectors to a hidden space of a few dimensions,
    `labels` from there to the meanings, in the order of `names`.
    """

    def __init__(
        self,
        rows: Mapping[str, int],
        names: Sequence[str],
        features: np.ndarray,
        vectors: np.ndarray,
        labels: np.ndarray,
        bias: np.ndarray,
    ) -> None:
        """A model of these weights; `rows` is the place of each feature, `names` plain questions or ""."""
        self._rows, self._features, self._vectors = rows, features, vectors
        self._labels, self._bias = labels, bias
        known = meanings()
        self._meanings = [known[name] if name else Meaning(REFUSE, None) for name in names]
        self._words = WordVectors()

    @classmethod
    def load(cls) -> WordingModel:
        """The shipped model."""
        data = files("qa").joinpath("data")
        head = json.loads(data.joinpath("wording.json").read_text(encoding="utf-8"))
        with data.joinpath("wording.npz").open("rb") as file:
            arrays = np.load(file, allow_pickle=False)
            weights, vectors, labels = (
                arrays[name].astype(np.float32) * scale
                for name, scale in zip(("features", "vectors", "labels"), head["scales"], strict=True)
            )
            bias = arrays["bias"].astype(np.float32)
        rows = {feature: n for n, feature in enumerate(head["features"])}
        return cls(rows, head["labels"], weights, vectors, labels, bias)

    def knows(self, stem: str) -> bool:
        """Whether a word is one of the language, or at least of the corpus."""
        return stem in self._words

    def likely(self, masked: Sequence[str], stems: Sequence[str]) -> tuple[Likely, ...]:
        """The likeliest meanings, best first, of a masked asking sentence in a question of these stems."""
        found = features(masked, stems)
        rows = {f: self._rows[f] for f in found if f in self._rows}
        hidden = self._features[list(rows.values())].sum(axis=0) / max(len(found), 1) ** 0.5
        hidden += self._words.mean(stems) @ self._vectors
        scores = hidden @ self._labels + self._bias
        powers = np.exp(scores - scores.max())
        # Rounded, so that every machine gives the same.
        chances = np.round(powers / powers.sum(), 4)
        best = np.argsort(-chances, kind="stable")[:_MOST]
        alone = {f.removeprefix("~"): row for f, row in rows.items() if f.startswith("~") and " " not in f}
        return tuple(
            Likely(self._meanings[n], float(chances[n]), self._speaking(alone, n))
            for n in best
            if chances[n] >= _LEAST
        )

    def _speaking(self, rows: dict[str, int], label: int) -> frozenset[str]:
        """The stems whose weight for a meaning is positive."""
        weights = self._features[list(rows.values())] @ self._labels[:, label] if rows else ()
        return frozenset(stem for stem, weight in zip(rows, weights, strict=True) if weight > 0)
