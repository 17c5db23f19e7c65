"""The corpus of wordings as the pipeline sees it: what scripts/train_wording.py learns from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.schema import Truth
from qa.logic import Ask
from qa.pipeline import Pipeline
from qa.scene import Scene
from qa.wording import REFUSE, Meaning, meanings

__all__ = ["CORPUS", "Wording", "corpus", "lines"]

CORPUS = Path(__file__).parent.parent / "corpus"

Parts = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: the plain question that it stands for ("" to refuse), its stems and its words.

    Both in two parts, the asking sentence and what stands around it, with muscles and exercises masked;
    `named` are the stems with each of them as itself. `verdict` is how a right answer to a yes-or-no
    question begins: "yes" or "no", else "".
    """

    label: str
    verdict: str
    stems: Parts
    words: Parts
    named: Parts


def corpus() -> list[Wording]:
    """Every wording, every plain question, and every question to refuse."""
    named, pipeline = _one_name_each(), Pipeline.load()
    own = {plain: _verdict(meaning, pipeline) for plain, meaning in meanings().items()}
    rows = [
        (named[plain], (*verdict, own[plain])[0], text) for plain, text, *verdict in lines("wordings.tsv")
    ]
    rows += [(named[plain], own[plain], plain) for plain in meanings()]
    rows += [("", "", line[3]) for line in lines("questions.tsv") if line[0] == REFUSE]
    return [_seen(*row, pipeline) for row in rows]


def _verdict(meaning: Meaning, pipeline: Pipeline) -> str:
    """How the answer to a plain yes-or-no question begins."""
    if meaning.kind == "verification" and isinstance(meaning.form, Ask):
        truth = pipeline.graph.truth(meaning.form.triple)
        return {Truth.YES: "yes", Truth.NO: "no"}.get(truth, "")
    return meaning.note if meaning.note in ("yes", "no") else ""


def _seen(label: str, verdict: str, text: str, pipeline: Pipeline) -> Wording:
    """A wording seen through a scene."""
    scene = Scene(pipeline.heard(text), pipeline.graph, pipeline.hinter)
    words = [replace(t, stem=t.text.lower() if t.stem else "") for t in scene.tokens]
    return Wording(
        label,
        verdict,
        scene.worded(scene.tokens),
        scene.worded(words),
        scene.worded(scene.tokens, named=True),
    )


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
