"""Names that share a noun: in "the standing and the donkey raise" the first is a raise, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.parsing.anchor import Anchor
from qa.parsing.labelling import labelled
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import Token
from qa.vocabulary import CALF

__all__ = ["with_shared_nouns"]

_JOINTS = frozenset(("and", "or", "nor", "vs", "versus", "v", "than", "n"))
_BETWEEN = _JOINTS | {"a", "an", "the", "from", "with", "to"}

#: What may stand for the whole name, and what that is a name of.
_SHORT = ((CALF.POSTURE, CALF.EXERCISE), (CALF.CONCEPT, CALF.MUSCULAR_STRUCTURE))


def with_shared_nouns(
    names: Sequence[Anchor], tokens: Sequence[Token], graph: KnowledgeGraph
) -> list[Anchor]:
    """The names, each posture beside an exercise as the exercise in it that shares the other's noun.

    So is "medial" beside "lateral head" the other head, and a machine the one exercise that is done on it.
    """
    once = _with_shared(names, tokens, graph)
    return _with_shared(once, tokens, graph) if once != list(names) else once


def _with_shared(names: Sequence[Anchor], tokens: Sequence[Token], graph: KnowledgeGraph) -> list[Anchor]:
    """The names after one look at each and its neighbour."""
    found = list(names)
    row = False  # whether a list goes on before the name last looked at: "seated, donkey and ..."
    for place, first in reversed(list(enumerate(names[:-1]))):
        last = found[place + 1]
        gap = {t.stem for t in tokens[first.mention.end : last.mention.start]}
        apart = tokens[last.mention.start].clause - tokens[first.mention.start].clause
        row = gap <= _BETWEEN and (not gap.isdisjoint(_JOINTS) or (row and not gap and apart == 1))
        if not row:
            continue
        for at, posture, exercise in ((place, first, last), (place + 1, last, first)):
            meant = {*_alike(posture, exercise, graph), *_done_on(posture, exercise, graph)}
            if not meant and _is_exercise(exercise, graph):  # "donkey, leg press or seated"
                others = (a for a in found if _is_exercise(a, graph))
                meant = {iri for other in others for iri in _alike(posture, other, graph)}
            if len(meant) == 1:
                found[at] = replace(posture, entities=(*meant,), bodily=exercise.bodily)
    return found


def _is_exercise(anchor: Anchor, graph: KnowledgeGraph) -> bool:
    """Whether a name is of an exercise."""
    return any(CALF.EXERCISE in graph.entity(iri).classes for iri in anchor.entities)


def _done_on(machine: Anchor, other: Anchor, graph: KnowledgeGraph) -> Iterator[Iri]:
    """The only exercise that is done on a machine, beside the name of another: "donkey and leg press"."""
    classes = [graph.entity(iri).classes for anchor in (machine, other) for iri in anchor.entities]
    if len(classes) == 2 and CALF.MACHINE in classes[0] and CALF.EXERCISE in classes[1]:
        done = list(graph.subjects(CALF.USES_EQUIPMENT, machine.entities[0]))
        yield from (iri for iri in done if len(done) == 1 and iri not in other.entities)


def _alike(short: Anchor, whole: Anchor, graph: KnowledgeGraph) -> Iterator[Iri]:
    """Things called by a short name and words of a whole one: "standing" and "calf raise"."""
    if len(short.entities) != 1 or len(whole.entities) != 1:
        return
    (one,), (other,) = short.entities, whole.entities
    classes = graph.entity(other).classes
    if not any(a in graph.entity(one).classes and b in classes for a, b in _SHORT):
        return
    own, shared = set(stems_of(graph.entity(one).label)), set(stems_of(graph.entity(other).label))
    for iri in labelled(graph.entity(other).kind, own, graph):
        label = set(stems_of(graph.entity(iri).label))
        if iri != other and own < label and label - own <= shared:
            yield iri
