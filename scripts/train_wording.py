"""Train the wording model: `python scripts/train_wording.py`.

Reads the corpus (qa/data/wordings.tsv: plain question, wording; the questions to refuse stand in
qa/data/questions.tsv), the meaning of each plain question (readings.tsv) and the word vectors, and
writes qa/data/wording.json (labels and features) and wording.npz (small integers). Multinomial
logistic regression by AdaGrad, then the weights are brought to a low rank. Seeded and
single-threaded, so the same corpus gives the same bytes. A tenth of the corpus is held out to report
accuracy; the shipped weights come from all of it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qa.pipeline import Pipeline
from qa.scene import Scene
from qa.wording import REFUSE, WordVectors, features, meanings

DATA = Path(__file__).parent.parent / "qa" / "data"
EPOCHS, RATE, SHRINK, LEAST, SEED, RANK = 12, 0.3, 1e-5, 2, 7, 128
WEIGHT = 2.0  # of the word vectors beside the features, while learning


@dataclass(frozen=True, slots=True)
class Row:
    """One wording: its label, the features found, the mean of its word vectors."""

    label: str
    features: tuple[str, ...]
    vector: np.ndarray


def corpus() -> list[Row]:
    """Every wording, as the pipeline sees it."""
    pipeline, vectors = Pipeline.load(), WordVectors()
    named = _one_name_each()
    pairs = [(named[plain], text) for plain, text in _lines("wordings.tsv")]
    pairs += [(named[plain], plain) for plain in meanings()]
    pairs += [("", line[3]) for line in _lines("questions.tsv") if line[0] == REFUSE]
    return [_row(label, text, pipeline, vectors) for label, text in pairs]


def _row(label: str, text: str, pipeline: Pipeline, vectors: WordVectors) -> Row:
    """A wording seen through a scene."""
    scene = Scene(pipeline.reader.read(text), pipeline.graph, pipeline.hinter)
    return Row(label, tuple(features(scene.masked, scene.masked_whole)), vectors.mean(scene.masked_whole))


def _one_name_each() -> dict[str, str]:
    """For each plain question the first that has the same meaning."""
    first: dict[object, str] = {}
    return {
        name: (first.setdefault(meaning, name) if meaning.kind != REFUSE else "")
        for name, meaning in meanings().items()
    }


def _lines(name: str) -> list[list[str]]:
    """The fields of a file's lines."""
    return [line.split("\t") for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line]


@dataclass
class Weights:
    """Weights of features and of vectors, a column per label, and the bias."""

    sparse: np.ndarray
    dense: np.ndarray
    bias: np.ndarray

    def scores(self, index: list[int], share: float, vector: np.ndarray) -> np.ndarray:
        """The score of each label."""
        found: np.ndarray = self.sparse[index].sum(axis=0) * share + vector @ self.dense + self.bias
        return found


def train(rows: list[Row], labels: list[str], vocabulary: dict[str, int]) -> Weights:
    """Multinomial logistic regression by AdaGrad."""
    rng = np.random.default_rng(SEED)
    size = len(rows[0].vector)
    shapes = [(len(vocabulary), len(labels)), (size, len(labels)), (len(labels),)]
    weights = Weights(*(np.zeros(shape, dtype=np.float32) for shape in shapes))
    squares = Weights(*(np.full(shape, 1e-2, dtype=np.float32) for shape in shapes))
    place = {label: n for n, label in enumerate(labels)}
    known = [[vocabulary[f] for f in row.features if f in vocabulary] for row in rows]
    for _ in range(EPOCHS):
        for i in rng.permutation(len(rows)):
            row, index = rows[i], known[i]
            share = 1 / max(len(row.features), 1) ** 0.5
            vector = row.vector * WEIGHT
            scores = weights.scores(index, share, vector)
            gradient = np.exp(scores - scores.max())
            gradient /= gradient.sum()
            gradient[place[row.label]] -= 1
            step = share * gradient + SHRINK * weights.sparse[index]
            squares.sparse[index] += step**2
            weights.sparse[index] -= RATE * step / np.sqrt(squares.sparse[index])
            step = np.outer(vector, gradient)
            squares.dense += step**2
            weights.dense -= RATE * step / np.sqrt(squares.dense)
            squares.bias += gradient**2
            weights.bias -= RATE * gradient / np.sqrt(squares.bias)
    return weights


def accuracy(weights: Weights, rows: list[Row], labels: list[str], vocabulary: dict[str, int]) -> float:
    """Share of rows whose best label is right."""
    hits = 0
    for row in rows:
        index = [vocabulary[f] for f in row.features if f in vocabulary]
        scores = weights.scores(index, 1 / max(len(row.features), 1) ** 0.5, row.vector * WEIGHT)
        hits += labels[int(scores.argmax())] == row.label
    return hits / len(rows)


def save(weights: Weights, labels: list[str], vocabulary: dict[str, int]) -> None:
    """Write the weights at low rank, as small integers."""
    whole = np.vstack([weights.sparse, weights.dense * WEIGHT]).astype(np.float64)
    # The right singular vectors from the small square matrix: sums alike on every machine.
    values, axes = np.linalg.eigh(whole.T @ whole)
    order = np.argsort(-values)[: min(RANK, len(labels))]
    right = axes[:, order].T
    left = whole @ right.T
    parts = {"features": left[: len(vocabulary)], "vectors": left[len(vocabulary) :], "labels": right}
    scales = [float(f"{np.abs(part).max() / 127:.6g}") for part in parts.values()]
    arrays = {
        name: np.clip(np.rint(part / scale), -127, 127).astype(np.int8)
        for (name, part), scale in zip(parts.items(), scales, strict=True)
    }
    np.savez_compressed(DATA / "wording.npz", bias=weights.bias.astype(np.float16), **arrays)
    head = {"labels": labels, "scales": scales, "features": list(vocabulary)}
    text = json.dumps(head, separators=(",", ":"), ensure_ascii=False)
    (DATA / "wording.json").write_text(text + "\n", encoding="utf-8")


def main() -> int:
    """Train, report the held-out tenth, write the weights."""
    rows = corpus()
    counts = Counter(feature for row in rows for feature in row.features)
    vocabulary = {f: n for n, f in enumerate(sorted(f for f, c in counts.items() if c >= LEAST))}
    labels = sorted({row.label for row in rows})
    held = [row for n, row in enumerate(rows) if n % 10 == 0]
    kept = [row for n, row in enumerate(rows) if n % 10]
    score = accuracy(train(kept, labels, vocabulary), held, labels, vocabulary)
    print(
        f"{len(rows)} rows, {len(labels)} labels, {len(vocabulary)} features, held-out accuracy {score:.3f}"
    )
    save(train(rows, labels, vocabulary), labels, vocabulary)
    return 0


if __name__ == "__main__":
    sys.exit(main())
