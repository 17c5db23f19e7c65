"""Train the model of kinds and targets: `python scripts/train_hints.py`.

Reads corpus/phrasings.tsv (kind, target, masked phrasing) and corpus/questions.tsv (kind, target,
what it is about, whole question, which the linker masks as it will when asked). Writes
qa/data/hints.json (labels and features) and hints.npy (a row of small integers per feature, the
bias last). Seeded and single-threaded, so the same corpus gives the same bytes; a tenth of the
corpus is held out to report accuracy, and the shipped weights come from all of it.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # scripts is no installed package

from qa.hinting import NUMBER, coarse_masks, features  # noqa: E402
from qa.pipeline import Pipeline  # noqa: E402
from qa.scene import Scene  # noqa: E402
from qa.stemming import stem  # noqa: E402
from scripts.wordings import lines  # noqa: E402

DATA = ROOT / "qa" / "data"
EPOCHS, RATE, SHRINK, LEAST, SEED = 14, 0.5, 2e-5, 2, 7
SCALE = 16  # weights are kept as sixteenths in one byte each
_WORD = re.compile(r"\{[a-z_]+\d*\}|[^\W_]+")


def words_of(phrasing: str) -> list[str]:
    """Stems of a phrasing, its masks made coarse."""
    masks = coarse_masks()
    plain = phrasing.lower().replace("\u2019", "'").replace("n't", " not").replace("'s", " is")
    return [_key(word, masks) for word in _WORD.findall(plain)]


def _key(word: str, masks: dict[str, str]) -> str:
    """A mask made coarse, a number as one, any other word as its stem."""
    if word.startswith("{"):
        return f"<{masks[word.strip('{}0123456789')]}>"
    return NUMBER if word.isdigit() else stem(word)


def read() -> list[tuple[str, str, list[str]]]:
    """The corpus as kind, target and features."""
    phrasings = [(kind, target, features(words_of(text))) for kind, target, text in lines("phrasings.tsv")]
    pipeline = Pipeline.load()
    scenes = (
        (kind, target, Scene(pipeline.reader.read(text), pipeline.graph, pipeline.hinter))
        for kind, target, _, text in lines("questions.tsv")
    )
    return [*phrasings, *((kind, target, features(s.masked, s.stems)) for kind, target, s in scenes)]


def train(rows: list[tuple[str, list[str]]], labels: list[str], vocabulary: dict[str, int]) -> np.ndarray:
    """Multinomial logistic regression by AdaGrad; a row per feature, the bias last."""
    rng = np.random.default_rng(SEED)
    weights = np.zeros((len(vocabulary) + 1, len(labels)))
    squares = np.full_like(weights, 1e-2)
    place = {label: n for n, label in enumerate(labels)}
    for _ in range(EPOCHS):
        for i in rng.permutation(len(rows)):
            label, found = rows[i]
            index = [*(vocabulary[f] for f in found if f in vocabulary), -1]
            shares = np.full((len(index), 1), 1 / max(len(found), 1) ** 0.5)
            shares[-1] = 1.0
            gradient = np.exp((scores := (weights[index] * shares).sum(axis=0)) - scores.max())
            gradient /= gradient.sum()
            gradient[place[label]] -= 1
            steps = shares * gradient + SHRINK * weights[index]
            squares[index] += steps**2
            weights[index] -= RATE * steps / np.sqrt(squares[index])
    return weights


def accuracy(
    weights: np.ndarray, rows: list[tuple[str, list[str]]], labels: list[str], vocabulary: dict[str, int]
) -> float:
    """Share of rows whose best label is right."""
    hits = 0
    for label, found in rows:
        index = [vocabulary[f] for f in found if f in vocabulary]
        scores = weights[index].sum(axis=0) / max(len(found), 1) ** 0.5 + weights[-1]
        hits += labels[int(scores.argmax())] == label
    return hits / len(rows)


def main() -> int:
    """Train both heads, report the held-out tenth, write the weights."""
    corpus = read()
    counts: dict[str, int] = {}
    for _, _, found in corpus:
        for feature in found:
            counts[feature] = counts.get(feature, 0) + 1
    vocabulary = {f: n for n, f in enumerate(sorted(f for f, c in counts.items() if c >= LEAST))}
    heads = {
        "kind": [(kind, found) for kind, _, found in corpus],
        "target": [(target, found) for _, target, found in corpus],
    }
    labels: dict[str, list[str]] = {}
    columns: list[np.ndarray] = []
    for head, rows in heads.items():
        names = labels[head] = sorted({label for label, _ in rows})
        held = [r for n, r in enumerate(rows) if n % 10 == 0]
        kept = [r for n, r in enumerate(rows) if n % 10]
        score = accuracy(train(kept, names, vocabulary), held, names, vocabulary)
        print(f"{head}: {len(names)} labels, {len(vocabulary)} features, held-out accuracy {score:.3f}")
        columns.append(train(rows, names, vocabulary))
    weights = np.clip(np.rint(np.hstack(columns) * SCALE), -127, 127).astype(np.int8)
    np.save(DATA / "hints.npy", weights)
    model = {"scale": SCALE, "labels": labels, "features": list(vocabulary)}
    (DATA / "hints.json").write_text(
        json.dumps(model, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
