"""Statements between the names of a question: the pairs that the schema allows, best first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import permutations

from kg.graph import KnowledgeGraph
from kg.rules import triple_key
from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.kind import Desk
from qa.parsing.anchor import Anchor
from qa.parsing.directing import direction
from qa.scene import Scene

__all__ = ["Pair", "first_said", "pairs"]

_KNOWN = 0.5  # what a statement gains that is known to be so, or not to be so
_DENIED = 0.4  # what a denial loses whose property the question does not name
_UNNAMED = 0.6  # what a statement loses whose property the question does not name


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement that a question may speak of, and the evidence for it."""

    triple: Triple
    truth: Truth
    score: float
    words: frozenset[int]


def pairs(scene: Scene, desk: Desk) -> list[Pair]:
    """Statements between two names, best first: named property, word order, salience, then truth."""
    return scene.once("pairs", lambda: _ranked(scene, desk))


def _ranked(scene: Scene, desk: Desk) -> list[Pair]:
    found = [
        pair
        for first, last in permutations(scene.anchors, 2)
        if not first.words & last.words
        for pair in _between(scene, desk, first, last)
    ]
    return sorted(found, key=lambda p: (-p.score, p.triple.subject, p.triple.predicate, str(p.triple.object)))


def _between(scene: Scene, desk: Desk, first: Anchor, last: Anchor) -> Iterator[Pair]:
    """Statements with `first` as subject and `last` as object."""
    for subject in first.entities:
        for target in last.entities:
            for prop in desk.connector.fitting(subject, target):
                if subject == target:
                    continue
                triple = Triple(subject, prop.iri, target)
                truth = desk.graph.truth(triple)
                score = prop.salience * 0.1 + _KNOWN * (truth is not Truth.UNSTATED) - _UNNAMED
                words = first.words | last.words
                for family, mention, role in desk.connector.named(scene, prop.iri):
                    above = family == prop.iri or family in prop.supers
                    if above and not set(mention.words) & words:
                        score += 1.2 * min(mention.weight, 2.0) + (
                            _UNNAMED if mention.weight > _UNNAMED else 0.0
                        )
                        score += direction(prop, mention.start, role, last, inverse=False)
                        words |= frozenset(mention.words)
                if truth is Truth.NO and not scene.polar and words == first.words | last.words:
                    score -= _DENIED
                yield Pair(triple, truth, score, words)


def first_said(prop: Iri, things: Collection[Iri], graph: KnowledgeGraph, end: str = "") -> Triple | None:
    """The first statement with a property that has one of the things at an end; denied ones before others.

    With an `end` the things are there alone: the "subject" or the "object".
    """
    denied = (
        t
        for t in graph.denials()
        if t.predicate == prop
        and ((end != "object" and t.subject in things) or (end != "subject" and t.object in things))
    )
    said = [Triple(i, prop, v) for i in things if end != "object" for v in graph.objects(i, prop)[:1]]
    said += [Triple(s, prop, i) for i in things if end != "subject" for s in graph.subjects(prop, i)[:1]]
    return next(denied, None) or min(said, key=triple_key, default=None)
