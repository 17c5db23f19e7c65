"""Plain requests to compare: "compare the two heads", "what is the difference between these exercises?"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.forms.logic import Compare
from qa.judging.ranking import Ranked
from qa.scene import Scene

__all__ = ["asks_to_compare", "plainly_compared"]

_COMPARE = frozenset(("compare", "contrast", "distinguish"))
_DIFFERENCE = frozenset(("difference", "differences", "distinction", "distinctions"))
_DIFFER = frozenset(("differ", "different"))
_NEAR = 5  # words from the first of a question to "difference"


def plainly_compared(scene: Scene, ranked: Sequence[Ranked]) -> Ranked | None:
    """The reading as a comparison of all that is named, of a question that asks for one; else None."""
    if scene.polar or scene.before is not None or not asks_to_compare(scene):
        return None
    named = frozenset(i for a in scene.anchors for i in a.words)
    if any(t.sentence == scene.core for t in scene.unknown):
        return None
    whole = (r for r in ranked if named <= r.reading.words and not r.left)
    return next((r for r in whole if _is_of_names(r, scene)), None)


def _is_of_names(ranked: Ranked, scene: Scene) -> bool:
    """Whether a reading compares what is named, or members of a class that is, and nothing else."""
    form = ranked.reading.form
    said = {iri for a in scene.anchors for iri in (*a.entities, *a.classes)}
    return isinstance(form, Compare) and all(
        said & {thing, *scene.graph.entity(thing).classes} for thing in form.things
    )


def asks_to_compare(scene: Scene) -> bool:
    """Whether a question is one for how things differ; not "which position is different"."""
    said = [t.text.lower() for t in scene.asking if t.index not in scene.opening]
    difference = scene.wh == "what" and not _DIFFERENCE.isdisjoint(said[:_NEAR])
    return (
        not _COMPARE.isdisjoint(said[:1])
        or difference
        or (scene.wh == "how" and not _DIFFER.isdisjoint(said[-1:]))
    )
