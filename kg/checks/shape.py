"""Numbers, steps and hierarchies: what a reasoner would not notice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from kg.checks.sources import Check, Fault, Sources
from kg.terms import Iri
from kg.vocabulary import CALF_NS, LEX

__all__ = ["SHAPE"]

ACYCLIC = tuple(Iri(CALF_NS + name) for name in ("partOf", "headOf", "variationOf"))
_HAS_STEP, _STEP_NUMBER = Iri(f"{CALF_NS}hasStep"), Iri(f"{CALF_NS}stepNumber")
_MINIMUM, _MAXIMUM = Iri(f"{CALF_NS}minValue"), Iri(f"{CALF_NS}maxValue")
_UNIT = Iri(f"{CALF_NS}hasUnit")
_VALUES = Iri(f"{CALF_NS}Prescription"), Iri(f"{CALF_NS}MuscleValue")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def _number(sources: Sources, subject: Iri, predicate: Iri) -> Decimal | None:
    try:
        return Decimal(sources.texts(subject, predicate)[0])
    except (IndexError, InvalidOperation):
        return None


def _bounds(sources: Sources) -> Iterator[Fault]:
    for iri in sources.typed(*_VALUES):
        low, high = _number(sources, iri, _MINIMUM), _number(sources, iri, _MAXIMUM)
        if low is None and high is None:
            yield iri, "has neither minimum nor maximum", "Give the number that its source gives"
        elif low is not None and high is not None and low > high:
            yield iri, f"has the minimum {low} above the maximum {high}", "Exchange them"
        if not sources.values(iri, _UNIT):
            yield iri, "has no unit", "Add calf:hasUnit"
        for mention in sources.texts(iri, LEX.MENTION):
            if not {low, high} <= {Decimal(number) for number in _NUMBER.findall(mention)}:
                yield iri, f"is told as {mention!r}, without its numbers", "Correct the mention or the number"


def _steps(sources: Sources) -> Iterator[Fault]:
    steps: dict[Iri, list[Iri]] = defaultdict(list)
    for triple in sources.triples:
        if triple.predicate == _HAS_STEP and isinstance(triple.object, Iri):
            steps[triple.subject].append(triple.object)
    for exercise, members in sorted(steps.items()):
        numbers = sorted(int(number) if (number := _number(sources, s, _STEP_NUMBER)) else 0 for s in members)
        if numbers != list(range(1, len(members) + 1)):
            yield exercise, f"has steps numbered {numbers}", f"Number them 1 to {len(members)}"


def _cycles(sources: Sources) -> Iterator[Fault]:
    for predicate in ACYCLIC:
        above: dict[Iri, set[Iri]] = defaultdict(set)
        for triple in sources.triples:
            if triple.predicate == predicate and isinstance(triple.object, Iri):
                above[triple.subject].add(triple.object)
        for start in sorted(above):
            if start in _reachable(above, start):
                yield start, f"is reached from itself by {predicate.local}", "Break the circle"


def _reachable(above: dict[Iri, set[Iri]], start: Iri) -> set[Iri]:
    seen: set[Iri] = set()
    todo = [start]
    while todo:
        fresh = above.get(todo.pop(), set()) - seen
        seen |= fresh
        todo.extend(fresh)
    return seen


SHAPE = (
    Check("bounds", _bounds),
    Check("steps", _steps),
    Check("acyclic", _cycles),
)
