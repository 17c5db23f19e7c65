"""Statements of the graph asked for in so many words, which no likeness of wordings outweighs."""

from __future__ import annotations

from collections.abc import Sequence

from kg.schema import Truth
from qa.forms.logic import Ask
from qa.judging.ranking import Ranked
from qa.scene import Scene
from qa.stating import is_stated

__all__ = ["plainly_stated"]


def plainly_stated(scene: Scene, ranked: Sequence[Ranked]) -> Ranked | None:
    """The reading as a statement that the question makes word for word, if the graph decides on it.

    Of several that one verb may say the one that holds: "does it work the head?" engages, or emphasises.
    """
    fit = [r for r in ranked if r.reading.kind == "verification" and is_stated(r.reading.form, scene)]
    held = (r for truth in (Truth.YES, Truth.NO) for r in fit if _truth(r, scene) is truth)
    return next(held, None)


def _truth(ranked: Ranked, scene: Scene) -> Truth:
    """What the graph says of the statement of a reading."""
    form = ranked.reading.form
    return scene.graph.truth(form.triple) if isinstance(form, Ask) else Truth.UNSTATED
