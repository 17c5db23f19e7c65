"""Fit what chooses among readings, and what decides whether to answer: `python scripts/fit_ranking.py`.

Every question of the corpus is read with a wording model that has not seen it (five folds). A reading
of it is right if its answer is that of the question's own meaning: the same things, the same verdict.
From these, a softmax regression fits the weights of the ranking (qa/data/ranking.json, "rank"), and a
logistic regression the probability that the first reading is right ("trust"); questions to refuse have
no right reading. Seeded, so the same corpus gives the same weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qa.kinds import KINDS

DATA = Path(__file__).parent.parent / "qa" / "data"
FOLDS, LEAST, SHRINK, ROUNDS, SEED = 5, 2, 0.02, 400, 7
KIND = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Case:
    """One question: the features of its readings, which are right, and whether the corpus gives an answer."""

    features: np.ndarray  # a row per reading
    right: np.ndarray  # bool per reading
