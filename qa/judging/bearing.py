"""Of reasons as likely, the one that bears on what a question names: "why is the soleus important?"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.terms import Iri
from qa.forms.logic import named_in
from qa.judging.ranking import Ranked
from qa.scene import Scene

__all__ = ["bearing_on_names"]

_BEHIND = 0.5  # by how much it may score less
_AS_LIKELY = 0.5  # share of the probability of the first that it has at least


def bearing_on_names(scene: Scene, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The readings, with the first reason in front of which something is stated with a name left out."""
    ranked = list(ranked)
    if not ranked or ranked[0].reading.kind != "reason" or not ranked[0].left:
        return ranked
    starts = {mention.start for mention in ranked[0].left}
    left = {iri for a in scene.anchors if a.mention.start in starts for iri in a.entities}
    for other in ranked:
        if other.score < ranked[0].score - _BEHIND:
            break
        likely = other.reading.kind == "reason" and other.chance >= _AS_LIKELY * ranked[0].chance
        if likely and _touches(other, left, scene):
            return [other, *(r for r in ranked if r is not other)]
    return ranked


def _touches(ranked: Ranked, names: set[Iri], scene: Scene) -> bool:
    """Whether what a reading is about is stated to have to do with one of the names."""
    told = (t.object for iri in named_in(ranked.reading.form) for t in scene.graph.statements(subject=iri))
    return not names.isdisjoint(told)
