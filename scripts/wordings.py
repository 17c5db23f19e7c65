"""The corpus of wordings as the pipeline sees it: what scripts/train_wording.py learns from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.schema import Truth
from qa.forms.logic import Ask
from qa.learnt.wording import REFUSE, Meaning, meanings
from qa.parsing.linking import Token
from qa.pipeline import Pipeline
from qa.scene import Scene

__all__ = ["CORPUS", "VERDICTS", "Parts", "Wording", "corpus", "lines"]

CORPUS = Path(__file__).parent.parent / "corpus"
VERDICTS = ("", "yes", "no")

Parts = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: the plain question that it stands for ("" to refuse), its stems and its words.

    Both in two parts, the asking sentence and what stands around it, with muscles and exercises masked;
    `named` are the stems with each of them as itself, `spoken` the words as they were said. `verdict` is how
    a right answer to a yes-or-no question begins: "yes" or "no", else "".
    """

    label: str
    verdict: str
    stems: Parts
    words: Parts
    named: Parts
    spoken: Parts


def corpus(every: int = 1) -> list[Wording]:
    """Every wording, every plain question, every follow-up, and every question to refuse; or some of them."""
    named, pipeline = _one_name_each(), Pipeline.load()
    own = {plain: _verdict(meaning, pipeline) for plain, meaning in meanings().items()}
    rows = [
        (named[plain], (*verdict, own[plain])[0], text) for plain, text, *verdict in lines("wordings.tsv")
    ]
    rows += [(named[plain], own[plain], plain) for plain in meanings()]
    rows += [("", "", text) for (text,) in lines("refusals.tsv")]
    after = [
        (named[plain] if plain else "", *(verdict or [""]), text, before)
        for before, text, plain, *verdict in lines("followups.tsv")
    ]
    return [_seen(pipeline, *row) for row in (*rows, *after)[::every]]


def _verdict(meaning: Meaning, pipeline: Pipeline) -> str:
    """How the answer to a plain yes-or-no question begins."""
    if meaning.kind == "verification" and isinstance(meaning.form, Ask):
        truth = pipeline.graph.truth(meaning.form.triple)
        return {Truth.YES: "yes", Truth.NO: "no"}.get(truth, "")
    return meaning.note if meaning.note in ("yes", "no") else ""


def _seen(pipeline: Pipeline, label: str, verdict: str, text: str, plain: str = "") -> Wording:
    """A wording seen through a scene; of a follow-up, after the plain question that it leans on."""
    scene = Scene(pipeline.heard(text), pipeline.graph)
    spelt, spoken = scene.worded(_spelt(scene)), _said(scene)
    if plain:
        form = meanings()[plain].form
        before = Scene(pipeline.reader.read(pipeline.say.form(form) if form else plain), pipeline.graph)
        scene = scene.after(before, (), 0.0)
        spelt = (spelt[0], (scene.worded(())[1][0], *before.worded(_spelt(before))[0], *spelt[1]))
        spoken = (spoken[0], (*_said(before)[0], *spoken[1]))
    named = scene.worded(scene.tokens, named=True)
    return Wording(label, verdict, scene.worded(scene.tokens), spelt, named, spoken)


def _said(scene: Scene) -> Parts:
    """The words of the asking sentence and of what stands around it, in lower case."""
    asking = tuple(t.text.lower() for t in scene.tokens if t.sentence == scene.core)
    return asking, tuple(t.text.lower() for t in scene.tokens if t.sentence != scene.core)


def _spelt(scene: Scene) -> list[Token]:
    """The tokens of a scene with words in place of stems."""
    return [replace(t, stem=t.text.lower() if t.stem else "") for t in scene.tokens]


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
