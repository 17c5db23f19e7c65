"""Two statements in one question: "knee straight for the gastroc, knee bent for the soleus: is it so?".

They may share an end: "do the soleus and the gastrocnemius cross the knee?".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.kind import Desk, Reading
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF

__all__ = ["joined", "paired", "twofold"]

_TWICE = 2  # pairs of which a verdict is asked at once
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


def paired(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on two foot positions, each with a side: "toes in for the outside, ..."; else ""."""
    words = english().words
    if not scene.may_be_polar or scene.wh or reading.kind == "definition":
        return ""
    named = {a.mention.start: side for a in scene.anchors if (side := _favoured(a, desk))}
    inside = {i for a in scene.anchors for i in a.words}
    said = {
        t.index: side
        for t in scene.tokens
        for side in ("inner", "outer")
        if t.stem in words[side] and t.index not in inside and t.sentence <= scene.claimed
    }
    order = sorted({**named, **said})
    kinds = [place in named for place in order]
    if len(named) != len(said) or len(named) != _TWICE or kinds not in ([True, False] * 2, [False, True] * 2):
        return ""
    right = [({**named, **said}[a] == {**named, **said}[b]) for a, b in (order[:2], order[2:])]
    if right[0] != right[1]:
        return ""
    return "yes" if right[0] != is_denied(scene) else "no"


def _favoured(name: Anchor, desk: Desk) -> str:
    """The side of the calf whose head a foot position favours: "inner", "outer" or ""."""
    heads = [h for iri in name.entities for h in desk.graph.objects(iri, CALF.BIASES) if isinstance(h, Iri)]
    told = {
        stem
        for h in heads
        for t in desk.graph.statements(h)
        if isinstance(t.object, Iri)
        for stem in stems_of(desk.say.label(t.object))
    }
    sides = [side for side in ("inner", "outer") if side in told]
    return sides[0] if len(sides) == 1 and len(heads) == 1 else ""


def joined(triple: Triple, scene: Scene, desk: Desk) -> tuple[Triple, ...]:
    """A statement of each thing that "and" joins with an end of it, if of each something is known.

    It has to hold of one of them; and which of two things comes first is no matter of "and".
    """
    all_of = (triple, *_of_others(triple, scene, desk))
    truths = {desk.graph.truth(t) for t in all_of}
    told = Truth.YES in truths and Truth.UNSTATED not in truths and triple.predicate != CALF.OUTRANKS
    return all_of if told and len(all_of) > 1 else ()


def _of_others(triple: Triple, scene: Scene, desk: Desk) -> Iterator[Triple]:
    """What a statement says, of each thing like one end of it that is named in a row with that."""
    for row in _rows(scene):
        named = [iri for anchor in row for iri in anchor.entities]
        end = next((iri for iri in (triple.subject, triple.object) if iri in named), None)
        for other in named:
            if (
                end is None
                or other in (triple.subject, triple.object)
                or not desk.connector.alike(end, other)
            ):
                continue
            if end == triple.subject:
                yield Triple(other, triple.predicate, triple.object)
            else:
                yield Triple(triple.subject, triple.predicate, other)


def _rows(scene: Scene) -> Iterator[list[Anchor]]:
    """Names that follow one another with an "and" among them: "A and B", "A, B and C"."""
    closed = english().words
    carried = [a for a in scene.anchors if a.words <= scene.carried and len(a.entities) == 1]
    if len(carried) > 1 and scene.says(closed["several"] | {"both"}):
        yield carried  # "do they both cross the knee?"
    row: list[Anchor] = []
    joined = False
    for anchor in scene.anchors:
        plain = len(anchor.entities) == 1 and anchor.polarity == "in"
        between = scene.tokens[row[-1].mention.end : anchor.mention.start] if row else ()
        stems = {t.stem for t in between}
        if not plain or not stems <= {"and", *closed["articles"], "both", "also"}:
            if joined:
                yield row
            row, joined = [], False
        if plain:
            row.append(anchor)
            joined |= "and" in stems and len(row) > 1
    if joined:
        yield row


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
