"""The corpus of wordings as the pipeline sees it: what scripts/train_wording.py learns from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from qa.pipeline import Pipeline
from qa.scene import Scene
from qa.wording import REFUSE, meanings

__all__ = ["CORPUS", "Wording", "corpus", "lines"]

CORPUS = Path(__file__).parent.parent / "corpus"


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: the plain question that it stands for ("" to refuse), its stems and its words.

    Both in two parts, the asking sentence and what stands around it, with muscles and exercises masked.
    """

    label: str
    stems: tuple[tuple[str, ...], tuple[str, ...]]
    words: tuple[tuple[str, ...], tuple[str, ...]]


def corpus() -> list[Wording]:
    """Every wording, every plain question, and every question to refuse."""
    named = _one_name_each()
    pairs = [(named[plain], text) for plain, text in lines("wordings.tsv")]
    pairs += [(named[plain], plain) for plain in meanings()]
    pairs += [("", line[3]) for line in lines("questions.tsv") if line[0] == REFUSE]
    pipeline = Pipeline.load()
    return [_seen(label, text, pipeline) for label, text in pairs]


def _seen(label: str, text: str, pipeline: Pipeline) -> Wording:
    """A wording seen through a scene."""
    scene = Scene(pipeline.reader.read(text), pipeline.graph, pipeline.hinter)
    words = (replace(t, stem=t.text.lower() if t.stem else "") for t in scene.tokens)
    return Wording(label, scene.worded(scene.tokens), scene.worded(words))


def _one_name_each() -> dict[str, str]:
    """For each plain question the first that has the same meaning."""
    first: dict[object, str] = {}
    return {
        name: (first.setdefault(meaning, name) if meaning.kind != REFUSE else "")
        for name, meaning in meanings().items()
    }


def lines(name: str) -> Iterator[list[str]]:
    """The fields of a corpus file's lines."""
    return (line.split("\t") for line in (CORPUS / name).read_text(encoding="utf-8").splitlines() if line)
