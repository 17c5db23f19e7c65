"""The wording model: which logical forms a wording stands for, and how likely each is.

A small encoder (qa.learnt.encoding) with one output per meaning, trained from a corpus of questions that
people might type, each tied to a logical form (scripts/train_wording.py). Muscles and exercises are masked,
so that what was learnt of one holds for another, and it knows more words of English than the corpus has.
A second tower over the same words says whether a right answer begins with yes or with no.

It proposes; whether a proposal fits the names in the question is checked elsewhere (qa.readings.restating).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import compress
from pathlib import Path
from typing import TypeVar

import numpy as np
from threadpoolctl import ThreadpoolController

from kg.terms import Iri
from qa.forms.logic import Form, focus_of
from qa.forms.notation import read_form
from qa.lazily import Lazy
from qa.learnt.encoding import LONGEST, Encoder

__all__ = ["REFUSE", "Likely", "Meaning", "Suggested", "Verdict", "WordingModel", "meanings", "wording_model"]

REFUSE = "refuse"
"""The kind of questions that the graph cannot hold the answer of."""

_MOST = 40  # meanings that are looked at
_LEAST = 0.008  # probability of a meaning that is looked at
_JUDGE = "judge."  # before the names of weights by which verdicts are read
_Key = TypeVar("_Key")


@dataclass(frozen=True)
class Meaning:
    """What a question may mean: its kind, its logical form (none to refuse), a verdict for yes/no."""

    kind: str
    form: Form | None
    note: str = ""

    @Lazy
    def focus(self) -> Iri | None:
        """The class whose members are asked for, if any."""
        return focus_of(self.form) if self.form is not None else None


@dataclass(frozen=True, slots=True)
class Likely:
    """A meaning, its probability from 0 to 1, and the stems that speak for it."""

    meaning: Meaning
    chance: float
    stems: frozenset[str]


@dataclass(frozen=True)
class Suggested:
    """What a wording suggests: the likeliest meanings, best first."""

    likely: tuple[Likely, ...] = ()

    @Lazy
    def kinds(self) -> Mapping[str, float]:
        """How likely a question is of each kind."""
        return _summed([(found.meaning.kind, found.chance) for found in self.likely])

    @Lazy
    def wanted(self) -> Mapping[Iri, float]:
        """How likely members of each class are asked for."""
        foci = [(found.meaning.focus, found.chance) for found in self.likely]
        return _summed([(cls, chance) for cls, chance in foci if cls])


def _summed(chances: Iterable[tuple[_Key, float]]) -> dict[_Key, float]:
    """The sum of all chances of each key, the first key first."""
    found: dict[_Key, float] = {}
    for key, chance in chances:
        found[key] = found.get(key, 0.0) + chance
    return found


@dataclass(frozen=True, slots=True)
class Verdict:
    """The probabilities that a right answer begins with yes, and with no; the rest: with neither."""

    yes: float
    no: float


@cache
def meanings() -> dict[str, Meaning]:
    """The meanings of the corpus by the plain question that names each: readings.tsv."""
    found: dict[str, Meaning] = {}
    lines = files("qa").joinpath("data/readings.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        question, kind, form, note = (*line.split("\t"), "")[:4]
        found[question] = Meaning(kind, read_form(form, kind) if form else None, note)
    return found


class WordingModel:
    """A trained model; immutable."""

    def __init__(
        self, encoder: Encoder, judge: Encoder, names: Sequence[str], weights: Mapping[str, np.ndarray]
    ) -> None:
        """Encoders for meanings and for verdicts, and `weights` that lead from them to both.

        `names` are those of the meanings: plain questions, or "" to refuse.
        """
        self._encoder, self._judge, self._labels, self._bias = (
            encoder,
            judge,
            weights["labels"],
            weights["bias"],
        )
        self._typical = self._labels.mean(axis=1, keepdims=True)
        self._verdicts, self._verdict_bias = weights["verdicts"], weights["verdict_bias"]
        self._threads = ThreadpoolController()
        known = meanings()
        self._meanings = [known[name] if name else Meaning(REFUSE, None) for name in names]

    def knows(self, stem: str) -> bool:
        """Whether a word is one of the language, or at least of the corpus."""
        return stem in self._encoder

    def verdict(self, asking: Sequence[str], around: Sequence[str]) -> Verdict:
        """With which word a right answer begins; names are given as themselves.

        Of a thing that the corpus does not name it has nothing to say.
        """
        if any(stem.startswith("<") and stem not in self._encoder for stem in (*asking, *around)):
            return Verdict(0.0, 0.0)
        with self._threads.limit(limits=1, user_api="blas"):
            scores = self._judge.encode(asking, around).vector @ self._verdicts + self._verdict_bias
        powers = np.exp(scores - scores.max())
        _, yes, no = np.round(powers / powers.sum(), 4)
        return Verdict(float(yes), float(no))

    def suggested(self, asking: Sequence[str], around: Sequence[str]) -> Suggested:
        """The likeliest meanings of a masked asking sentence and what stands around it."""
        with self._threads.limit(limits=1, user_api="blas"):  # such small sums wait longer than they take
            encoded = self._encoder.encode(asking, around)
            scores = encoded.vector @ self._labels + self._bias
        powers = np.exp(scores - scores.max())
        # Rounded, so that every machine gives the same.
        chances = np.round(powers / powers.sum(), 4)
        looked_at = np.flatnonzero(chances >= _LEAST)
        best = looked_at[np.argsort(-chances[looked_at], kind="stable")][:_MOST]
        shares = encoded.shares @ (self._labels[:, best] - self._typical)
        stems = (*asking, *around)[:LONGEST]
        # A word speaks for a meaning if it says more than the words do on average.
        average = np.add.reduce(shares, axis=0) / len(shares)
        speaking = ((shares > np.maximum(average, 0)).T & encoded.known)[:, : len(stems)]
        return Suggested(
            tuple(
                Likely(self._meanings[n], chance, frozenset(compress(stems, said)))
                for n, chance, said in zip(
                    best.tolist(), chances[best].astype(float).tolist(), speaking.tolist(), strict=True
                )
            )
        )


@cache
def wording_model(path: Path | None = None) -> WordingModel:
    """The shipped model, or one with other weights from a file, read once."""
    data = files("qa").joinpath("data")
    head = json.loads(data.joinpath("wording.json").read_text(encoding="utf-8"))
    with (path or data.joinpath("wording.npz")).open("rb") as file:
        arrays = np.load(file, allow_pickle=False)
        weights = {name: arrays[name].astype(np.float32) for name in arrays.files}
    weights["table"] *= weights.pop("table_scale")[:, None]
    words = {word: n for n, word in enumerate(head["words"])}
    own = {name.removeprefix(_JUDGE): array for name, array in weights.items() if name.startswith(_JUDGE)}
    judge = Encoder(words, {"table": weights["table"], **own})
    return WordingModel(Encoder(words, weights), judge, head["labels"], weights)
