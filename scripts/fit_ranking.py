"""Fit what chooses readings, whether to answer, and yes or no: `python scripts/fit_ranking.py A.npz B.npz`.

Every reading of every development question is answered and graded as benchmarks/accuracy.py grades. A
softmax regression over the readings of a question gives the weights of the ranking; a logistic
regression the probability that the first reading is right, where questions to refuse have no right one;
another the probability of a yes, from yes-or-no questions whose first reading has a verdict.
Five-fold cross-validation reports what that is worth. Writes qa/data/ranking.json; the same questions
give the same weights. The weights in `FIXED` are not fitted: a reading that overlooks an exclusion
must be worded clearly to come first; a list of nothing may do so if it is; and evidence, names and moods
say little of free questions, in which much is said by the way, but all of a question in plain words and
of a follow-up, so they keep what costs free ones next to nothing.

The wording model has learnt these questions (scripts/tune_wording.py), so it seems surer of them than it is
of others. Each half of them is therefore read by a model that has learnt the other half alone: the two files
of weights that `tune_wording.py --half` wrote, given in that order. With `--trust` the ranking stays as it
is shipped, and only trust and verdicts are fitted beside it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # benchmarks is no installed package

from benchmarks.grading import Grader  # noqa: E402
from benchmarks.naming import Names  # noqa: E402
from benchmarks.questions import last, load, turns_of  # noqa: E402
from qa.contract import to_json  # noqa: E402
from qa.judging.ranking import Ranked, trust_features  # noqa: E402
from qa.kinds import KINDS  # noqa: E402
from qa.learnt.wording import wording_model  # noqa: E402
from qa.pipeline import Pipeline  # noqa: E402
from qa.scene import Scene  # noqa: E402
from qa.verdicts.contraries import by_rule, is_certain  # noqa: E402
from qa.verdicts.weighing import verdict_features  # noqa: E402
from scripts.halves import is_in_half  # noqa: E402

MOST, FOLDS, SEED = 16, 5, 7  # readings of one question; folds of the report
TURNS = 3.0  # what a follow-up counts for: they are fewer here than in conversations
REFUSALS = 4.0  # what a question to refuse counts for in trust: an answer to it is worse than a wrong one
SHRINK, ROUNDS, RATE = 2e-3, 400, 0.05
TRUST_SHRINK, TRUST_ROUNDS, TRUST_RATE = 0.02, 3000, 0.5
KINDS_BY_NAME = {kind.name: kind for kind in KINDS}
FIXED = {"exclusion left": -4.0, "evidence": 0.5, "names": 0.4, "names left": -0.4, "mood": 0.5}
FIXED |= {
    "empty, likely": 0.3,
    "evidence, sure": -0.12,
    "names, sure": -0.2,
    "names left, sure": 0.15,
    "mood, sure": -0.12,
}


@dataclass(frozen=True, slots=True)
class Case:
    """One question: its readings, which are right, its scene, how its answer begins, if it has one."""

    ranked: list[Ranked]
    right: np.ndarray
    scene: Scene
    verdict: str
    answerable: bool


def cases(pipeline: Pipeline, weights: Sequence[str]) -> list[Case]:
    """The development questions, and those to refuse, which no reading answers rightly.

    `weights` are files, each learnt from one half of the questions; the other half is read by it.
    """
    grader, questions = Grader(Names.load()), load("development")
    found = []
    for half, path in enumerate(weights):
        model = wording_model(Path(path))
        with patch("qa.scene.wording_model", return_value=model):
            for rows, answerable in ((questions.questions, True), (questions.refusals, False)):
                for row in rows:
                    if is_in_half(row["id"], half):
                        continue
                    question = last(turns_of(row), pipeline)
                    scene, ranked = pipeline.read(question)
                    ranked = ranked[:MOST]
                    answers = (to_json(pipeline.answer_to(question, scene, reading)) for reading in ranked)
                    grades = [answerable and grader.grade(row, answer).right for answer in answers]
                    if ranked:
                        verdict = (row.get("boolean", ""), scene.verdict)[
                            0
                        ]  # looked up while the model is here
                        found.append(Case(ranked, np.array(grades), scene, verdict, answerable))
    return found


def fit_rank(chosen: list[Case], names: list[str]) -> np.ndarray:
    """Softmax regression by Adam: the right readings of a question against its others."""
    data = [
        (table(case, names), given(case), case.right, TURNS if case.scene.before else 1.0)
        for case in chosen
        if case.right.any()
    ]
    total = sum(weight for *_, weight in data)
    weights, mean, square = np.zeros((3, len(names)))
    for step in range(ROUNDS):
        gradient = SHRINK * weights * total
        for features, known, right, weight in data:
            shares = softmax(features @ weights + known)
            gradient += weight * (features.T @ (shares - shares * right / (shares * right).sum()))
        gradient /= total
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        weights = weights - RATE * (0.2 if step > 0.7 * ROUNDS else 1) * mean / np.sqrt(square + 1e-9)
    return weights


def softmax(scores: np.ndarray) -> np.ndarray:
    """Scores as shares of one."""
    powers = np.exp(scores - scores.max())
    shares: np.ndarray = powers / powers.sum()
    return shares


def table(case: Case, names: list[str]) -> np.ndarray:
    """The features of a question's readings, a row each."""
    return np.array([[r.features.get(name, 0.0) for name in names] for r in case.ranked])


def given(case: Case) -> np.ndarray:
    """What the fixed weights give the readings of a question."""
    return table(case, list(FIXED)) @ np.array(list(FIXED.values()))


def hits(chosen: list[Case], names: list[str], weights: np.ndarray) -> list[bool]:
    """For each question whether the reading with the highest score is right."""
    return [bool(case.right[int((table(case, names) @ weights + given(case)).argmax())]) for case in chosen]


def in_order(case: Case, names: list[str], weights: np.ndarray) -> list[Ranked]:
    """The readings of a question with the scores that weights give them, best first."""
    scores = table(case, names) @ weights + given(case)
    scored = [
        Ranked(r.reading, float(s), r.features, r.left) for r, s in zip(case.ranked, scores, strict=True)
    ]
    return [scored[n] for n in np.argsort(-scores, kind="stable")]


def fit_trust(chosen: list[Case], names: list[str], weights: np.ndarray) -> dict[str, float]:
    """How likely the first reading is right."""
    ordered = [in_order(case, names, weights) for case in chosen]
    right = [bool(case.right[int((table(case, names) @ weights + given(case)).argmax())]) for case in chosen]
    rows = [trust_features(ranked, case.scene) for ranked, case in zip(ordered, chosen, strict=True)]
    return logistic(rows, right, [1.0 if case.answerable else REFUSALS for case in chosen])


def fit_verdict(firsts: Iterable[tuple[Ranked, Scene, str]], pipeline: Pipeline) -> dict[str, float]:
    """How likely a right answer begins with yes, from first readings, their scenes and the right verdicts."""
    rows, yes, ruled = [], [], []
    for ranked, scene, verdict in firsts:
        if verdict not in ("yes", "no") or scene.half:
            continue
        reading = ranked.reading
        draft = KINDS_BY_NAME[reading.kind].compose(reading, pipeline.desk)
        rule = by_rule(draft, reading, scene, pipeline.desk)
        if draft.found and rule.boolean in ("yes", "no"):
            if is_certain(draft, rule, reading, scene, pipeline.desk):
                continue
            rows.append(verdict_features(draft, rule, reading, scene))
            yes.append(verdict == "yes")
            ruled.append(rule.boolean == verdict)
    fold, right = np.random.default_rng(SEED).integers(0, FOLDS, len(rows)), []
    for n in range(FOLDS):
        found = logistic(
            [r for r, f in zip(rows, fold, strict=True) if f != n],
            [y for y, f in zip(yes, fold, strict=True) if f != n],
        )
        right += [
            (sum(found[name] * value for name, value in row.items()) > 0) == y
            for row, y, f in zip(rows, yes, fold, strict=True)
            if f == n
        ]
    print(
        f"{len(rows)} verdicts; right by rule {np.mean(ruled):.3f}, in cross-validation {np.mean(right):.3f}"
    )
    return logistic(rows, yes)


def logistic(
    rows: list[dict[str, float]], right: list[bool], counts: list[float] | None = None
) -> dict[str, float]:
    """Logistic regression by gradient on scaled features; `counts` is how much each row counts for."""
    kinds = list(rows[0])
    values, wanted = np.array([list(row.values()) for row in rows]), np.array(right)
    share = np.array(counts or [1.0] * len(rows))
    share /= share.sum()
    spread = np.where((deviation := values.std(axis=0)) > 0, deviation, 1.0)
    scaled, found = values / spread, np.zeros(len(kinds))
    for _ in range(TRUST_ROUNDS):
        chances = 1 / (1 + np.exp(-scaled @ found))
        found -= TRUST_RATE * (scaled.T @ ((chances - wanted) * share) + TRUST_SHRINK * found)
    return {kind: round(float(value), 3) for kind, value in zip(kinds, found / spread, strict=True)}


def fitted(found: list[Case], names: list[str]) -> np.ndarray:
    """The weights of the ranking; reports cross-validation."""
    known = [case for case in found if case.right.any()]
    fold = np.random.default_rng(SEED).integers(0, FOLDS, len(known))
    right: list[bool] = []
    for n in range(FOLDS):
        weights = fit_rank([c for c, f in zip(known, fold, strict=True) if f != n], names)
        right += hits([c for c, f in zip(known, fold, strict=True) if f == n], names, weights)
    print(f"{len(found)} questions, {len(known)} of them with a right reading")
    print(f"right first in cross-validation: {np.mean(right):.3f}")
    return fit_rank(known, names)


def main(arguments: Sequence[str]) -> int:
    """Fit on all, or with `--trust` what stands beside the shipped ranking; write."""
    pipeline, path = Pipeline.load(), ROOT / "qa" / "data" / "ranking.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    found = cases(pipeline, [a for a in arguments if not a.startswith("--")])
    names = sorted({name for case in found for r in case.ranked for name in r.features} - set(FIXED))
    shipped = np.array([data["rank"].get(name, 0.0) for name in names])
    known = [case for case in found if case.right.any()]
    print(f"right first as shipped: {np.mean(hits(known, names, shipped)):.3f}")
    weights = shipped if "--trust" in arguments else fitted(found, names)
    firsts = ((in_order(case, names, weights)[0], case.scene, case.verdict) for case in found)
    data = {
        "rank": {name: round(float(w), 2) for name, w in zip(names, weights, strict=True)} | FIXED,
        "trust": fit_trust(found, names, weights),
        "verdict": fit_verdict(firsts, pipeline),
    }
    path.write_text(json.dumps(data, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
