"""Train the wording model: `python scripts/train_wording.py [scores.npz]` (needs the extra `train`).

Reads the corpus (corpus/wordings.tsv: plain question, wording, and for some how a right answer begins;
followups.tsv: the plain question before, then the same; refusals.tsv: what is to be refused),
the meaning of each plain question (qa/data/readings.tsv) and the word vectors (corpus/words.npy). A large
encoder learns the corpus, what it means and then verdicts (scripts/teaching_encoder.py; its scores are kept
in `scores.npz`, if that is given, and read from there if it exists); a small one, fast enough to answer with
(scripts/small_encoder.py), learns from the large one's scores and from the corpus, its tower for verdicts
last. Writes qa/data/wording.json (labels and words) and wording.npz. A twentieth of the corpus is kept out
and reports accuracy. Seeded and single-threaded. Some hours, of which the small encoder takes less than one.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # scripts is no installed package

from scripts.small_encoder import Ids, Judge, Student, numbered, packed, padded, weights_of  # noqa: E402
from scripts.teaching_encoder import STRANGER, Opinions, opinions  # noqa: E402
from scripts.wordings import CORPUS, VERDICTS, Wording, corpus  # noqa: E402

DATA = ROOT / "qa" / "data"
EPOCHS, BATCH, SEED, RATE = 9, 64, 7, 1.5e-3
JUDGE_EPOCHS, JUDGE_RATE = 10, 8e-4
POLAR_PER_OTHER = 4  # questions with a verdict for each without one that a judge learns
HELD = 20  # each so-manieth wording is kept out
LEAST = 2  # wordings that have a word which the word vectors lack
BLUR = 1.5  # how much the teacher's scores are flattened
TAUGHT = 0.7  # weight of the teacher's scores beside the corpus
POLAR = 0.7  # weight of verdicts


def vocabulary(rows: Sequence[Wording], kept: Sequence[int]) -> tuple[list[str], np.ndarray]:
    """The words of the vectors, then those of the corpus alone; and the vectors, of length one."""
    vectors = np.load(CORPUS / "words.npy", allow_pickle=False).astype(np.float32)
    known = (CORPUS / "words.txt").read_text(encoding="utf-8").split()
    counts = Counter(
        stem for n in kept for stem in {s for part in (*rows[n].stems, *rows[n].named) for s in part}
    )
    more = sorted({stem for stem, count in counts.items() if count >= LEAST} - set(known))
    return known + more, vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@dataclass(frozen=True, slots=True)
class Lessons:
    """What there is to learn, an entry per wording; `verdicts` are places in `VERDICTS`."""

    data: Sequence[Ids]
    named: Sequence[Ids]
    wanted: np.ndarray
    verdicts: np.ndarray
    taught: Opinions


def learn(net: Student, lessons: Lessons, kept: Sequence[int]) -> None:
    """Train on the wordings at `kept`; verdicts also on those that are yes-or-no questions by the teacher.

    Many were written without a mark.
    """
    chance = random.Random(SEED)  # noqa: S311  (no secret)
    data, wanted = lessons.data, lessons.wanted
    strangers = [data[n][1] for n in kept if data[n][1]]
    likely = lessons.taught.verdicts.argmax(1)
    polar = [n for n in kept if lessons.verdicts[n] or likely[n]]
    steps = EPOCHS * (len(kept) // BATCH + 2)
    optimiser = torch.optim.AdamW(
        (p for p in net.parameters() if p.requires_grad), lr=RATE, weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.1)
    for epoch in range(EPOCHS):
        net.train()
        total = 0.0
        for batch in batches(kept, data, chance):
            pairs = [
                (a, b or (chance.choice(strangers) if chance.random() < STRANGER else []))
                for a, b in (data[n] for n in batch)
            ]
            found = net.head(net(*padded(pairs, net.size, chance)))
            loss = _loss(found, wanted[batch], lessons.taught.meanings[batch])
            some = [*chance.sample(polar, BATCH // 2), *chance.sample(kept, BATCH // 4)]
            loss = loss + POLAR * _verdict_loss(net, lessons, some, chance)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"student: epoch {epoch + 1} of {EPOCHS}, loss {total / len(kept) * BATCH:.3f}", flush=True)
    net.eval()


def judged(net: Student, lessons: Lessons, kept: Sequence[int]) -> Judge:
    """A judge that learns the verdicts of the wordings at `kept`, and of some others that they have none."""
    chance = random.Random(SEED)  # noqa: S311  (no secret)
    judge, likely = Judge(net), lessons.taught.verdicts.argmax(1)
    polar = [n for n in kept if lessons.verdicts[n] or likely[n]]
    others = [n for n in kept if not lessons.verdicts[n] and not likely[n]]
    more = min(len(others), len(polar) // POLAR_PER_OTHER)
    optimiser = torch.optim.AdamW(
        (p for p in judge.parameters() if p.requires_grad), lr=JUDGE_RATE, weight_decay=0.01
    )
    steps = JUDGE_EPOCHS * ((len(polar) + more) // BATCH + BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, JUDGE_RATE, total_steps=steps, pct_start=0.1)
    judge.train()
    for _ in range(JUDGE_EPOCHS):
        for batch in batches([*polar, *chance.sample(others, more)], lessons.named, chance):
            found = judge(*padded([lessons.named[n] for n in batch], judge.size, chance))
            loss = _loss(found, lessons.verdicts[batch], lessons.taught.verdicts[batch])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return judge.eval()


def _verdict_loss(net: Student, lessons: Lessons, at: Sequence[int], chance: random.Random) -> torch.Tensor:
    """The loss of verdicts, or of having none."""
    found = net.verdicts(net(*padded([lessons.named[n] for n in at], net.size, chance)))
    return _loss(found, lessons.verdicts[list(at)], lessons.taught.verdicts[list(at)])


def _loss(found: torch.Tensor, wanted: np.ndarray, scores: np.ndarray) -> torch.Tensor:
    """How far outputs are from the teacher's scores, and from what is right."""
    taught = torch.softmax(torch.tensor(scores) / BLUR, 1)
    loss = -(taught * torch.log_softmax(found / BLUR, 1)).sum(1).mean() * BLUR**2 * TAUGHT
    plain = nn.functional.cross_entropy(found, torch.tensor(wanted), label_smoothing=0.05)
    return loss + (1 - TAUGHT) * plain


def batches(kept: Sequence[int], data: Sequence[Ids], chance: random.Random) -> Iterator[list[int]]:
    """All wordings in batches of similar length, in a new order each time."""
    order = chance.sample(list(kept), len(kept))
    found = []
    for start in range(0, len(order), BATCH * 20):
        alike = sorted(order[start : start + BATCH * 20], key=lambda n: len(data[n][0]) + len(data[n][1]))
        found += [alike[n : n + BATCH] for n in range(0, len(alike), BATCH)]
    chance.shuffle(found)
    yield from found


def accuracy(net: Student, judge: Judge, lessons: Lessons, at: Sequence[int]) -> tuple[float, float]:
    """The shares of wordings whose best label is right, and of verdicts that are."""
    hits, verdicts = [], []
    with torch.no_grad():
        for n in at:
            hits.append(
                int(net.head(net(*padded([lessons.data[n]], net.size))).argmax()) == lessons.wanted[n]
            )
            if lessons.verdicts[n]:
                found = judge(*padded([lessons.named[n]], judge.size))
                verdicts.append(int(found.argmax()) == lessons.verdicts[n])
    return float(np.mean(hits)), float(np.mean(verdicts))


def _hits(taught: Opinions, lessons: Lessons, at: Sequence[int]) -> tuple[float, float]:
    """The same of the teacher."""
    polar = [n for n in at if lessons.verdicts[n]]
    meant = taught.meanings[list(at)].argmax(1) == lessons.wanted[list(at)]
    told = taught.verdicts[polar].argmax(1) == lessons.verdicts[polar]
    return float(meant.mean()), float(told.mean())


def save(net: Student, judge: Judge, words: list[str], labels: list[str]) -> None:
    """Write the weights: small integers for the table of words, half precision for the rest."""
    arrays = {
        "labels": net.head.weight.T,
        "bias": net.head.bias,
        "verdicts": judge.verdicts.weight.T,
        "verdict_bias": judge.verdicts.bias,
        **weights_of(net.tower),
        **{f"judge.{name}": array for name, array in weights_of(judge.tower).items()},
    }
    np.savez_compressed(DATA / "wording.npz", **packed(net.words(), arrays))
    text = json.dumps({"labels": labels, "words": words}, separators=(",", ":"), ensure_ascii=False)
    (DATA / "wording.json").write_text(text + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Train the teacher, then the student; report the part that was kept out; write the weights."""
    rows = corpus()
    labels = sorted({row.label for row in rows})
    kept, held = [n for n in range(len(rows)) if n % HELD], range(0, len(rows), HELD)
    place = {label: n for n, label in enumerate(labels)}
    wanted = np.array([place[row.label] for row in rows])
    known = Path(arguments[0]) if arguments else None
    if known and known.exists():
        saved = np.load(known)
        taught = Opinions(*(saved[name].astype(np.float32) for name in ("meanings", "verdicts")))
    else:
        taught = opinions(rows, kept, labels)
        if known:
            np.savez_compressed(
                known,
                meanings=taught.meanings.astype(np.float16),
                verdicts=taught.verdicts.astype(np.float16),
            )
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    words, vectors = vocabulary(rows, kept)
    number = {word: n for n, word in enumerate(words)}
    verdicts = np.array([VERDICTS.index(row.verdict) for row in rows])
    data = [numbered(row.stems, number) for row in rows]
    named = [numbered(row.named, number) for row in rows]
    lessons = Lessons(data, named, wanted, verdicts, taught)
    net = Student(vectors, len(words), len(labels))
    learn(net, lessons, kept)
    judge = judged(net, lessons, kept)
    print(f"{len(rows)} wordings, {len(labels)} labels, {len(words)} words")
    for name, (meant, told) in (
        ("teacher", _hits(taught, lessons, held)),
        ("student", accuracy(net, judge, lessons, held)),
    ):
        print(f"kept out: {name} {meant:.3f}, verdicts {told:.3f}")
    save(net, judge, words, labels)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
