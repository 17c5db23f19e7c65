"""Two statements in one question: "knee straight for the gastroc, knee bent for the soleus: is it so?"."""

from __future__ import annotations

from kg.terms import Iri
from qa.kind import Desk
from qa.scene import Scene

__all__ = ["twofold"]

_PAIRS = 4  # names of two statements


def twofold(scene: Scene, desk: Desk) -> str:
    """The verdict on two pairs of names: "yes" as the graph pairs them, "no" crosswise, "" if neither.

    One relation must hold of both pairs, and of neither of the pairs that are not said, or the other way
    about; so nothing is judged that the graph does not hold twice.
    """
    told = _names(scene) if scene.may_be_polar else []
    names = [iri for iri in told if told.count(iri) == 1]  # "8-12 reps, ... 15-25 reps"
    if len(names) != _PAIRS:
        return ""
    a, b, c, d = names
    ab, cd, ad, cb = (_relations(one, other, desk) for one, other in ((a, b), (c, d), (a, d), (c, b)))
    said, crossed = (ab & cd) - ad - cb, (ad & cb) - ab - cd
    if said and not crossed:
        return "yes"
    return "no" if crossed and not said else ""


def _names(scene: Scene) -> list[Iri]:
    """The things that the claim names, in order."""
    return [
        a.entities[0]
        for a in scene.anchors
        if len(a.entities) == 1
        and a.polarity == "in"
        and scene.tokens[a.mention.start].sentence == scene.claimed
        and not a.words <= scene.carried
    ]


def _relations(one: Iri, other: Iri, desk: Desk) -> frozenset[tuple[Iri, bool]]:
    """The properties that are stated between two things, each with its direction."""
    there = {(t.predicate, True) for t in desk.graph.statements(subject=one) if t.object == other}
    back = {(t.predicate, False) for t in desk.graph.statements(subject=other) if t.object == one}
    return frozenset(there | back)
