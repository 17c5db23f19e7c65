"""Conditions on how exercises are equipped: with a thing, without one, with nothing beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from kg.terms import Iri
from qa.forms.logic import Every, Kind, Linked, Set, Thing, Without, either, every, things_in
from qa.kind import Desk
from qa.vocabulary import CALF

__all__ = ["includes", "including", "is_on_options", "kinds_of", "lacked_by", "nothing_beside", "with_only"]


def is_on_options(node: Set) -> TypeGuard[Linked]:
    """Whether a condition is one on the options of exercises."""
    return isinstance(node, Linked) and node.property == CALF.HAS_EQUIPMENT_OPTION


def with_only(gear: Sequence[Iri], desk: Desk) -> tuple[Set, Set]:
    """Conditions on options: some of this equipment, and nothing beside it and what goes with it."""
    things: list[Set] = [Thing(iri) if desk.connector.is_thing(iri) else Kind(iri) for iri in gear]
    return including(either(things)), Without(_beyond([*things, *_goes_with(gear, desk)]))


def including(node: Set) -> Linked:
    """Options that include some of a set."""
    return Linked(CALF.INCLUDES_EQUIPMENT, node)


def _beyond(gear: Sequence[Set]) -> Linked:
    """Options that include something else."""
    return including(every([Kind(CALF.EQUIPMENT), *(Without(node) for node in gear)]))


def nothing_beside(node: Set) -> tuple[Iri, ...]:
    """The things besides which an option includes nothing by a condition; none of another condition."""
    match node:
        case Without(Linked(CALF.INCLUDES_EQUIPMENT, Every((Kind(), *others)))):
            return tuple(iri for part in others if isinstance(part, Without) for iri in things_in(part))
    return ()


def includes(node: Set, things: tuple[Iri, ...]) -> bool:
    """Whether a condition asks for one of these things in an option."""
    match node:
        case Linked(CALF.INCLUDES_EQUIPMENT, Thing(iri)):
            return iri in things
    return False


def lacked_by(node: Set) -> Iri | None:
    """The thing that an option must not include by a condition."""
    match node:
        case Without(Linked(CALF.INCLUDES_EQUIPMENT, Thing(iri))):
            return iri
    return None


def _goes_with(gear: Sequence[Iri], desk: Desk) -> Iterator[Set]:
    """What does not count as something else: an edge beside another, a weight, a machine or a helper."""
    if kinds_of(gear, desk) & {CALF.SUPPORT, CALF.FREE_WEIGHT, CALF.MACHINE, CALF.HELPER}:
        yield Kind(CALF.SUPPORT)


def kinds_of(gear: Sequence[Iri], desk: Desk) -> frozenset[Iri]:
    """The classes of some equipment; a class is its own."""
    return frozenset(gear).union(*map(desk.connector.classes_of, gear))
