"""A small transformer over word stems, in NumPy: a question as one vector.

Two layers read the asking sentence and what stands around it; their mean and their greatest values over
the words are the vector. The weights are small integers with a scale each (scripts/train_wording.py), and
every result is rounded by whoever uses it, so that every machine gives the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

__all__ = ["LONGEST", "Encoded", "Encoder"]

LONGEST = 48
"""Words that are read; what follows them is not."""

_HEADS = 4
_TINY = 1e-5  # as in the training, against division by nothing
_SUM = np.add.reduce  # `sum`, `mean` and `var` take longer than it does for so few numbers


@dataclass(frozen=True, slots=True)
class Encoded:
    """A question's vector, normalised, and what each word that was read adds to it."""

    vector: np.ndarray  # (2 * width,)
    shares: np.ndarray  # (words, 2 * width)
    known: np.ndarray  # (words,): whether each is known


class Encoder:
    """Weights by name, as scripts/train_wording.py writes them; immutable."""

    def __init__(self, words: Mapping[str, int], weights: Mapping[str, np.ndarray]) -> None:
        """`words` are the rows of `weights["table"]`; a word that has none is read as the row after them."""
        self._words, self._unknown = words, len(words)
        self._table, self._places, self._parts = weights["table"], weights["places"], weights["parts"]
        self._layers: list[dict[str, np.ndarray]] = []
        while f"{len(self._layers)}.query" in weights:
            start = f"{len(self._layers)}."
            self._layers.append({k.removeprefix(start): w for k, w in weights.items() if k.startswith(start)})
        self._scale, self._shift = weights["norm"]

    def __contains__(self, stem: str) -> bool:
        """Whether a word is known."""
        return stem in self._words

    def encode(self, asking: Sequence[str], around: Sequence[str]) -> Encoded:
        """The vector of a question, and the share of each word, those of the asking sentence first."""
        stems = (*asking, *around)[:LONGEST] or ("",)
        rows = np.array([self._words.get(stem, self._unknown) for stem in stems])
        count = len(stems)
        hidden = self._table[rows] + self._places[:count]
        hidden[min(len(asking), count) :] += self._parts
        for layer in self._layers:
            hidden += _attention(_normal(hidden, layer["norm1"]), layer)
            inner = _normal(hidden, layer["norm2"]) @ layer["inner"]
            inner += layer["inner_bias"]
            hidden += np.maximum(inner, 0, out=inner) @ layer["outer"]
            hidden += layer["outer_bias"]
        shares = _shares(hidden)
        shares -= _SUM(shares, axis=1, keepdims=True) / shares.shape[1]
        spread = _SUM(shares, axis=0)
        spread -= _SUM(spread) / len(spread)
        spread *= spread
        shares *= self._scale / np.sqrt(_SUM(spread) / len(spread) + _TINY)
        return Encoded(_SUM(shares, axis=0) + self._shift, shares, rows != self._unknown)


def _shares(hidden: np.ndarray) -> np.ndarray:
    """What each word adds to the mean of all words, and to their greatest values."""
    count, width = hidden.shape
    places = np.arange(width)
    shares = np.zeros((count, 2 * width), dtype=np.float32)
    np.divide(hidden, count, out=shares[:, :width])
    greatest = hidden.argmax(axis=0)
    shares[greatest, width + places] = hidden[greatest, places]
    return shares


def _attention(hidden: np.ndarray, layer: Mapping[str, np.ndarray]) -> np.ndarray:
    """What each word takes from the others."""
    count, width = hidden.shape
    every = hidden @ layer["query"]
    every += layer["query_bias"]
    asked, keys, values = every.reshape(count, 3, _HEADS, width // _HEADS).transpose(1, 2, 0, 3)
    scores = asked @ keys.transpose(0, 2, 1)
    scores /= (width // _HEADS) ** 0.5
    scores -= np.maximum.reduce(scores, axis=-1, keepdims=True)
    powers = np.exp(scores, out=scores)
    powers /= _SUM(powers, axis=-1, keepdims=True)
    out: np.ndarray = (powers @ values).transpose(1, 0, 2).reshape(count, width) @ layer["out"]
    out += layer["out_bias"]
    return out


def _normal(hidden: np.ndarray, norm: np.ndarray) -> np.ndarray:
    """Each row with mean 0 and spread 1, scaled and shifted."""
    width = hidden.shape[1]
    centred: np.ndarray = hidden - _SUM(hidden, axis=-1, keepdims=True) / width
    spread = _SUM(centred * centred, axis=-1, keepdims=True)
    spread /= width
    spread += _TINY
    centred /= np.sqrt(spread, out=spread)
    centred *= norm[0]
    centred += norm[1]
    return centred
