"""The small encoder that is shipped, while it learns: the model of qa.learnt.encoding in PyTorch.

Two towers share one table of words: one reads masked questions for what they mean, the other, which begins
as a copy of it, questions with their names for how a right answer begins.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from copy import deepcopy

import numpy as np
import torch
from torch import nn

from qa.learnt.encoding import LONGEST
from scripts.wordings import VERDICTS, Parts

__all__ = [
    "Ids",
    "Judge",
    "Shipped",
    "Student",
    "Tower",
    "norms_of",
    "numbered",
    "packed",
    "padded",
    "weights_of",
]

WIDTH, LAYERS, HEADS, INNER = 128, 2, 4, 256
FORGET = 0.08  # share of words that are read as unknown while learning
SCALE = 4.0  # of word vectors

Ids = tuple[list[int], list[int]]  # rows of the asking sentence, and of what stands around it


class Tower(nn.Module):
    """Places, parts of a question and layers: vectors of words to one of their question."""

    def __init__(self) -> None:
        """Start anew."""
        super().__init__()
        self.places, self.parts = nn.Embedding(LONGEST, WIDTH), nn.Parameter(torch.zeros(WIDTH))
        nn.init.normal_(self.places.weight, std=0.02)
        layer = nn.TransformerEncoderLayer(
            WIDTH, HEADS, INNER, dropout=0.1, batch_first=True, norm_first=True, activation="relu"
        )
        self.layers = nn.TransformerEncoder(layer, LAYERS, enable_nested_tensor=False)
        self.norm, self.drop = nn.LayerNorm(2 * WIDTH), nn.Dropout(0.2)

    def forward(self, hidden: torch.Tensor, padding: torch.Tensor, around: torch.Tensor) -> torch.Tensor:
        """The vector of each question; `padding` marks what is no word, `around` what does not ask."""
        hidden = hidden + self.places.weight[: hidden.shape[1]] + around[..., None] * self.parts
        hidden = self.layers(hidden, src_key_padding_mask=padding)
        there = (~padding)[..., None].float()
        mean = (hidden * there).sum(1) / there.sum(1)
        greatest = hidden.masked_fill(padding[..., None], -1e4).max(1).values
        vectors: torch.Tensor = self.drop(self.norm(torch.cat([mean, greatest], 1)))
        return vectors


class Student(nn.Module):
    """Words, their tower, and heads of one output per label and per verdict."""

    def __init__(self, vectors: np.ndarray, size: int, labels: int) -> None:
        """`vectors` are those of the first words of `size`; the row after them is for unknown words."""
        super().__init__()
        self.fixed = nn.Embedding(size + 2, vectors.shape[1])
        self.delta = nn.Embedding(size + 2, vectors.shape[1])
        with torch.no_grad():
            self.fixed.weight.zero_()
            self.fixed.weight[: len(vectors)] = torch.tensor(vectors)
        self.fixed.weight.requires_grad_(requires_grad=False)
        self.project = nn.Linear(vectors.shape[1], WIDTH)
        nn.init.normal_(self.delta.weight, std=0.02)
        self.tower = Tower()
        self.head, self.verdicts = nn.Linear(2 * WIDTH, labels), nn.Linear(2 * WIDTH, len(VERDICTS))

    @property
    def size(self) -> int:
        """Rows of the table, with those for unknown words and for padding."""
        return len(self.fixed.weight)

    def words(self) -> torch.Tensor:
        """One row per word, the unknown word last."""
        table: torch.Tensor = self.project(self.fixed.weight[:-1] * SCALE + self.delta.weight[:-1])
        return table

    def forward(self, rows: torch.Tensor, around: torch.Tensor) -> torch.Tensor:
        """A vector for each row of words, which are padded with the last row of the table."""
        hidden = self.project(self.fixed(rows) * SCALE + self.delta(rows))
        vectors: torch.Tensor = self.tower(hidden, rows == self.size - 1, around)
        return vectors


class Judge(nn.Module):
    """A tower of its own for verdicts, over the words that a student has learnt."""

    def __init__(self, student: Student) -> None:
        """Begin with what the student knows; its words stay as they are."""
        super().__init__()
        table = student.words().detach()
        self.table = nn.Embedding.from_pretrained(torch.cat([table, torch.zeros(1, WIDTH)]))
        self.tower, self.verdicts = deepcopy(student.tower), deepcopy(student.verdicts)

    @property
    def size(self) -> int:
        """Rows of the table, with those for unknown words and for padding."""
        return len(self.table.weight)

    def forward(self, rows: torch.Tensor, around: torch.Tensor) -> torch.Tensor:
        """The scores of each verdict."""
        scores: torch.Tensor = self.verdicts(self.tower(self.table(rows), rows == self.size - 1, around))
        return scores


class Shipped(nn.Module):
    """A tower that is shipped, to learn further, with the words under it and the outputs over it."""

    def __init__(self, weights: Mapping[str, np.ndarray], outputs: str, bias: str, start: str = "") -> None:
        """`weights` as scripts/train_wording.py writes them; the tower's begin with `start`."""
        super().__init__()
        table = torch.tensor(weights["table"].astype(np.float32) * weights["table_scale"][:, None])
        self.table = nn.Embedding.from_pretrained(
            torch.cat([table, torch.zeros(1, WIDTH)]), freeze=bool(start)
        )
        self.tower = Tower()
        self.head = nn.Linear(*weights[outputs].shape)
        with torch.no_grad():
            self.head.weight.copy_(torch.tensor(weights[outputs].T))
            self.head.bias.copy_(torch.tensor(weights[bias]))
            for name, place in weights_of(self.tower).items():
                if name not in norms_of(self.tower):
                    place.copy_(torch.tensor(weights[start + name]))
            for name, norm in norms_of(self.tower).items():
                norm.weight.copy_(torch.tensor(weights[start + name][0]))
                norm.bias.copy_(torch.tensor(weights[start + name][1]))

    @property
    def size(self) -> int:
        """Rows of the table, with those for unknown words and for padding."""
        return len(self.table.weight)

    def forward(self, rows: torch.Tensor, around: torch.Tensor) -> torch.Tensor:
        """The scores of each output."""
        scores: torch.Tensor = self.head(self.tower(self.table(rows), rows == self.size - 1, around))
        return scores


def weights_of(tower: Tower) -> dict[str, torch.Tensor]:
    """The weights of a tower by the names that qa.learnt.encoding gives them."""
    arrays = {
        "places": tower.places.weight,
        "parts": tower.parts,
        **{name: torch.stack([norm.weight, norm.bias]) for name, norm in norms_of(tower).items()},
    }
    for n, layer in enumerate(tower.layers.layers):
        arrays |= {
            f"{n}.query": layer.self_attn.in_proj_weight.T,
            f"{n}.query_bias": layer.self_attn.in_proj_bias,
            f"{n}.out": layer.self_attn.out_proj.weight.T,
            f"{n}.out_bias": layer.self_attn.out_proj.bias,
            f"{n}.inner": layer.linear1.weight.T,
            f"{n}.inner_bias": layer.linear1.bias,
            f"{n}.outer": layer.linear2.weight.T,
            f"{n}.outer_bias": layer.linear2.bias,
        }
    return arrays


def norms_of(tower: Tower) -> dict[str, nn.LayerNorm]:
    """The norms of a tower by the names that qa.learnt.encoding gives their weights."""
    inside = {f"{n}.norm1": layer.norm1 for n, layer in enumerate(tower.layers.layers)}
    inside |= {f"{n}.norm2": layer.norm2 for n, layer in enumerate(tower.layers.layers)}
    return {"norm": tower.norm, **inside}


def packed(table: torch.Tensor, arrays: Mapping[str, torch.Tensor]) -> dict[str, np.ndarray]:
    """Weights as they are shipped: small integers for the table of words, half precision for the rest."""
    words = table.detach().numpy()
    scale = np.abs(words).max(axis=1) / 127
    small = {
        name: np.ascontiguousarray(array.detach().numpy().astype(np.float16))
        for name, array in arrays.items()
    }
    whole = np.rint(words / scale[:, None]).astype(np.int8)
    return {"table": whole, "table_scale": scale.astype(np.float32), **small}


def numbered(parts: Parts, words: Mapping[str, int]) -> Ids:
    """The rows of the words in both parts of a question."""
    asking, around = ([words.get(stem, len(words)) for stem in part] for part in parts)
    return asking, around


def padded(
    pairs: Sequence[Ids], size: int, chance: random.Random | None = None
) -> tuple[torch.Tensor, torch.Tensor]:
    """Rows of one length, and which of them stand around the asking sentence; some forgotten, by chance."""
    unknown, padding = size - 2, size - 1
    rows, parts = [], []
    for asking, around in pairs:
        row = [*asking, *around][:LONGEST] or [unknown]
        if chance:
            row = [unknown if chance.random() < FORGET else n for n in row]
        rows.append(row)
        parts.append([0.0] * min(len(asking), len(row)) + [1.0] * (len(row) - len(asking)))
    longest = max(map(len, rows))
    return (
        torch.tensor([row + [padding] * (longest - len(row)) for row in rows]),
        torch.tensor([part + [0.0] * (longest - len(part)) for part in parts]),
    )
