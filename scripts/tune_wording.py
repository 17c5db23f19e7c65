"""Teach the shipped wording model what leads to right answers: `python scripts/tune_wording.py [FILE]`.

The development questions (tests/questions) have a right answer, but no plain question that they stand for.
So every likely meaning is answered, and graded as benchmarks/accuracy.py grades; those that lead to a right
answer are learnt together, whichever of them it is. Questions to refuse teach to refuse, those with a yes or
no how an answer begins. A sample of the corpus, with what the model thought of it before, keeps it from
forgetting. Changes qa/data/wording.npz; needs the extra `train`, and comes after scripts/train_wording.py.

What leads to right answers is kept in FILE, if one is given, and read from there if it exists. With `--half
0` or `--half 1` behind it only that half of the questions is learnt: what is right of the other is what is
right of questions that were not learnt.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # neither scripts nor benchmarks is an installed package

from benchmarks.grading import Grader  # noqa: E402
from benchmarks.naming import Names  # noqa: E402
from benchmarks.questions import last, load, turns_of  # noqa: E402
from qa.contract import to_json  # noqa: E402
from qa.judging.ranking import rank  # noqa: E402
from qa.learnt.wording import Likely, Suggested, meanings  # noqa: E402
from qa.model import Question  # noqa: E402
from qa.pipeline import Pipeline  # noqa: E402
from qa.readings.restating import restated  # noqa: E402
from qa.scene import Scene  # noqa: E402
from scripts.halves import is_in_half  # noqa: E402
from scripts.small_encoder import Ids, Shipped, numbered, packed, padded, weights_of  # noqa: E402
from scripts.wordings import VERDICTS, Parts, corpus  # noqa: E402

DATA = ROOT / "qa" / "data"
MOST, LEAST = 60, 8e-4  # meanings of one question that are answered, and their least probability
EPOCHS, BATCH, KEPT = 4, 32, 64  # `KEPT`: wordings of the corpus beside a batch
SEEDS = (7, 8)  # the mean of what is learnt in several orders is surer than either
RATE, JUDGE_RATE = 4e-4, 2e-4
SAMPLE = 4  # every so-manieth wording of the corpus is kept in mind


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question as the model sees it, the meanings that are right, and how a right answer begins.

    `named` is the question with its names, `verdict` a place in `VERDICTS`, 0 if nothing is known of it.
    """

    id: str
    stems: Parts
    named: Parts
    right: Sequence[int]
    verdict: int


@dataclass(frozen=True, slots=True)
class Taught:
    """The words of a question, by their rows, and the outputs one of which is right."""

    id: str
    words: Ids
    right: Sequence[int]


class School:
    """Makes lessons of questions, by answering them in every sense that a model thinks of."""

    def __init__(self, model: Shipped, words: Mapping[str, int], labels: Sequence[str]) -> None:
        """`labels` are the plain questions that name the model's meanings."""
        self._pipeline, self._grader, self._meanings = Pipeline.load(), Grader(Names.load()), meanings()
        self._model, self._words, self._labels = model, words, labels

    def lessons(self) -> Iterator[Lesson]:
        """What the development questions teach; half a question teaches nothing: its wording is not read."""
        questions = load("development")
        for row in (*questions.questions, *questions.refusals):
            question = last(turns_of(row), self._pipeline)
            scene, _ = self._pipeline.read(question)
            if scene.half or not scene.tokens:
                continue
            stems = scene.worded(scene.tokens)
            right = [self._labels.index("")]
            if row not in questions.refusals:
                right = [n for n in self._likely(stems) if self._is_right(n, row, question, scene)]
            said = row.get("boolean", "")
            verdict = VERDICTS.index(said) if said in VERDICTS else 0
            yield Lesson(row["id"], stems, scene.worded(scene.tokens, named=True), right, verdict)

    def _likely(self, stems: Parts) -> list[int]:
        """The likeliest meanings of a wording."""
        with torch.no_grad():
            scores = self._model(*padded([numbered(stems, self._words)], self._model.size))[0]
        best: list[int] = scores.argsort(descending=True, stable=True)[:MOST].tolist()
        chances = torch.softmax(scores, 0)
        return [n for n in best if self._labels[n] and chances[n] >= LEAST]

    def _is_right(self, number: int, row: Mapping[str, Any], question: Question, scene: Scene) -> bool:
        """Whether a meaning leads to a right answer."""
        only = Suggested((Likely(self._meanings[self._labels[number]], 1.0, frozenset()),))
        vars(scene)["suggested"] = only  # a scene looks once for what its wording suggests
        reading = next(restated(scene, self._pipeline.desk), None)
        if reading is None:
            return False
        answer = self._pipeline.answer_to(question, scene, rank([reading], scene)[0])
        return self._grader.grade(row, to_json(answer)).right


def study(
    model: Shipped, lessons: Sequence[Taught], kept: Sequence[Ids], rate: float, half: int | None
) -> None:
    """Learn the lessons, or half of them, and print for how many of both halves the best output is right."""
    learnt = [one for one in lessons if half is None or is_in_half(one.id, half)]
    rest = [one for one in lessons if one not in learnt] if half is not None else []
    for when in ("before", "after"):
        if when == "after":
            learn_in_orders(model, learnt, kept, rate)
        for name, some in (("learnt", learnt), ("not learnt", rest)):
            best = scores_of(model, [one.words for one in some]).argmax(1).tolist() if some else []
            hits = [n in one.right for n, one in zip(best, some, strict=True)]
            print(f"{when}, {name}: {sum(hits)} of {len(hits)} right", flush=True)


def learn_in_orders(model: Shipped, lessons: Sequence[Taught], kept: Sequence[Ids], rate: float) -> None:
    """Learn in the orders of all `SEEDS`, each time from the start, and take the mean of the weights."""
    learnt = [deepcopy(model) for _ in SEEDS]
    for one, seed in zip(learnt, SEEDS, strict=True):
        learn(one, lessons, kept, rate, seed)
    states = [one.state_dict() for one in learnt]
    model.load_state_dict({name: sum(s[name] for s in states) / len(SEEDS) for name in states[0]})


def learn(model: Shipped, lessons: Sequence[Taught], kept: Sequence[Ids], rate: float, seed: int) -> None:
    """Learn that one of the right outputs is right, and keep to what was thought of `kept`."""
    torch.manual_seed(seed)
    chance, before = random.Random(seed), scores_of(model, kept)  # noqa: S311  (no secret)
    optimiser = torch.optim.AdamW((p for p in model.parameters() if p.requires_grad), lr=rate, weight_decay=0)
    steps = EPOCHS * (len(lessons) // BATCH + BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps, pct_start=0.1)
    model.train()
    for _ in range(EPOCHS):
        for batch in batches(lessons, chance):
            found = torch.log_softmax(model(*padded([one.words for one in batch], model.size, chance)), 1)
            right = [torch.logsumexp(row[list(one.right)], 0) for row, one in zip(found, batch, strict=True)]
            some = chance.sample(range(len(kept)), KEPT)
            now = torch.log_softmax(model(*padded([kept[n] for n in some], model.size, chance)), 1)
            loss = -torch.stack(right).mean() - (torch.softmax(before[some], 1) * now).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    model.eval()


def batches(lessons: Sequence[Taught], chance: random.Random) -> Iterator[list[Taught]]:
    """All questions in batches of similar length, in a new order each time."""
    order, found = chance.sample(list(lessons), len(lessons)), []
    for start in range(0, len(order), BATCH * 10):
        alike = sorted(order[start : start + BATCH * 10], key=lambda one: sum(map(len, one.words)))
        found += [alike[n : n + BATCH] for n in range(0, len(alike), BATCH)]
    chance.shuffle(found)
    yield from found


def scores_of(model: Shipped, questions: Sequence[Ids]) -> torch.Tensor:
    """The scores of every output for each question."""
    with torch.no_grad():
        parts = (questions[n : n + 2 * KEPT] for n in range(0, len(questions), 2 * KEPT))
        return torch.cat([model(*padded(part, model.size)) for part in parts])


def save(meaning: Shipped, judge: Shipped, old: Mapping[str, np.ndarray]) -> None:
    """Write the weights as scripts/train_wording.py does."""
    arrays = {
        "labels": meaning.head.weight.T,
        "bias": meaning.head.bias,
        "verdicts": judge.head.weight.T,
        "verdict_bias": judge.head.bias,
        **weights_of(meaning.tower),
        **{f"judge.{name}": array for name, array in weights_of(judge.tower).items()},
    }
    new = packed(meaning.table.weight[:-1], arrays)
    assert set(old) == set(new)
    np.savez_compressed(DATA / "wording.npz", **new)


def main(arguments: Sequence[str]) -> int:
    """Find the lessons, learn them, write the weights."""
    half = int(arguments[arguments.index("--half") + 1]) if "--half" in arguments else None
    torch.set_num_threads(1)
    head = json.loads((DATA / "wording.json").read_text(encoding="utf-8"))
    old = dict(np.load(DATA / "wording.npz", allow_pickle=False))
    words = {word: n for n, word in enumerate(head["words"])}
    meaning = Shipped(old, "labels", "bias").eval()
    found = all_lessons(School(meaning, words, head["labels"]), arguments[:1])
    sample = corpus(every=SAMPLE)
    taught = [Taught(one.id, numbered(one.stems, words), one.right) for one in found if one.right]
    study(meaning, taught, [numbered(w.stems, words) for w in sample], RATE, half)
    table = meaning.table.weight[:-1].detach().numpy()  # a judge reads over the words as they are now
    now = {**old, "table": table, "table_scale": np.ones(len(table), dtype=np.float32)}
    judge = Shipped(now, "verdicts", "verdict_bias", "judge.").eval()
    taught = [Taught(one.id, numbered(one.named, words), (one.verdict,)) for one in found if one.verdict]
    study(judge, taught, [numbered(w.named, words) for w in sample], JUDGE_RATE, half)
    save(meaning, judge, old)
    return 0


def all_lessons(school: School, kept: Sequence[str]) -> list[Lesson]:
    """The lessons that are kept in a file, or new ones, which are kept there."""
    path = Path(kept[0]) if kept and not kept[0].startswith("--") else None
    if path and path.exists():
        return [Lesson(**one) for one in json.loads(path.read_text(encoding="utf-8"))]
    found = list(school.lessons())
    if path:
        path.write_text(json.dumps([asdict(one) for one in found]), encoding="utf-8")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
