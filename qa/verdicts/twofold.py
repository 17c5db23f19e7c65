"""Two statements in one question: "knee straight for the gastroc, knee bent for the soleus: is it so?".

They may share an end: "do the soleus and the gastrocnemius cross the knee?".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.kind import Desk
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["joined", "twofold"]

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


def joined(triple: Triple, scene: Scene, desk: Desk) -> tuple[Triple, ...]:
    """A statement of each thing that "and" joins with an end of it, if of each something is known.

    It has to hold of one of them; and which of two things comes first is no matter of "and".
    """
    all_of = (triple, *_of_others(triple, scene, desk))
    truths = {desk.graph.truth(t) for t in all_of}
    told = Truth.YES in truths and Truth.UNSTATED not in truths and triple.predicate != CALF.OUTRANKS
    return all_of if told and len(all_of) > 1 else ()


def _of_others(triple: Triple, scene: Scene, desk: Desk) -> Iterator[Triple]:
    """What a statement says, of each thing like one end of it that is named beside that with "and"."""
    words = english().words
    for first, last in pairwise(scene.anchors):
        between = {t.stem for t in scene.tokens[first.mention.end : last.mention.start]}
        if "and" not in between or not between <= {"and", *words["articles"], "both", "also"}:
            continue
        if len(first.entities) != 1 or len(last.entities) != 1 or {first.polarity, last.polarity} != {"in"}:
            continue
        for one, other in ((*first.entities, *last.entities), (*last.entities, *first.entities)):
            if (
                one == other
                or not desk.connector.alike(one, other)
                or other in (triple.subject, triple.object)
            ):
                continue
            if one == triple.subject:
                yield Triple(other, triple.predicate, triple.object)
            elif one == triple.object:
                yield Triple(triple.subject, triple.predicate, other)


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
    there = {(t.predicate, True) for t in desk.graph.statements(subject=one, object=other)}
    back = {(t.predicate, False) for t in desk.graph.statements(subject=other, object=one)}
    return frozenset(there | back)
