"""The logical form: a small algebra of sets of things, and what is asked of a set.

    Things = Thing | Kind | Linked | Every | Either | Without
    Form   = Select | Count | Ask | Describe | Because | Compare

Frozen, free of SPARQL and of any RDF library. `qa.forms.canonical` gives one text per meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from kg.terms import Iri, Triple

__all__ = [
    "Ask",
    "Because",
    "Compare",
    "Count",
    "Describe",
    "Either",
    "Every",
    "Form",
    "Kind",
    "Linked",
    "Select",
    "Set",
    "Thing",
    "Without",
    "either",
    "every",
    "excluded_in",
    "iris_in",
    "named_in",
    "parts_of",
    "things_in",
    "unordered",
]

_remembered = lru_cache(maxsize=16_384)  # the forms, and their parts, of a few thousand questions


class _Node:
    """A node of a form. Forms are the keys of many tables: the hash of each is reckoned once."""

    __slots__ = ("_hash",)
    __match_args__: ClassVar[tuple[str, ...]] = ()
    _hash: int

    def __hash__(self) -> int:
        """The hash of the node's fields, kept with it, so that what lies under it is not walked again."""
        try:
            return self._hash
        except AttributeError:
            found = hash((type(self), *map(self.__getattribute__, self.__match_args__)))
            object.__setattr__(self, "_hash", found)
            return found


@dataclass(frozen=True, slots=True)
class Thing(_Node):
    """The set of one thing."""

    iri: Iri

    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Kind(_Node):
    """All things of a class."""

    iri: Iri

    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Linked(_Node):
    """Things x with `x property y`, y in `to`; with `inverse`, things x with `y property x`."""

    property: Iri
    to: Set
    inverse: bool = False

    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Every(_Node):
    """Things that are in all of the parts."""

    parts: tuple[Set, ...]

    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Either(_Node):
    """Things that are in at least one of the parts."""

    parts: tuple[Set, ...]

    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Without(_Node):
    """Things that are not in the set; stands only beside other parts of an `Every`."""

    part: Set

    __hash__ = _Node.__hash__


Set = Thing | Kind | Linked | Every | Either | Without


@dataclass(frozen=True, slots=True)
class Select(_Node):
    """The members of a set; `order` is a data property to sort by."""

    set: Set
    order: Iri | None = None

    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Count(_Node):
    """How many members a set has."""

    set: Set

    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Ask(_Node):
    """Whether a statement holds, does not hold, or is not stated."""

    triple: Triple

    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Describe(_Node):
    """What a thing is."""

    iri: Iri

    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Because(_Node):
    """Why statements hold, or with `negative` why they do not."""

    triples: tuple[Triple, ...]
    negative: bool = False

    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Compare(_Node):
    """How things differ, or with `common` what they share."""

    things: tuple[Iri, ...]
    common: bool = False

    __hash__ = _Node.__hash__


Form = Select | Count | Ask | Describe | Because | Compare


def every(parts: list[Set]) -> Set:
    """The intersection of parts: a single part stays itself, double ones go."""
    unique = tuple(dict.fromkeys(parts))
    return unique[0] if len(unique) == 1 else Every(unique)


def either(parts: list[Set]) -> Set:
    """The union of parts: a single part stays itself, double ones go."""
    unique = tuple(dict.fromkeys(parts))
    return unique[0] if len(unique) == 1 else Either(unique)


def parts_of(node: Set) -> tuple[Set, ...]:
    """The conditions that members of a set must all fulfil: the set itself, if it is no `Every`."""
    return node.parts if isinstance(node, Every) else (node,)


def things_in(node: Set) -> tuple[Iri, ...]:
    """The things named in a set, in the order in which they stand."""
    match node:
        case Thing(iri):
            return (iri,)
        case Linked(_, to) | Without(to):
            return things_in(to)
        case Every(parts) | Either(parts):
            return tuple(iri for part in parts for iri in things_in(part))
    return ()


@_remembered
def kinds_in(node: Set) -> tuple[Iri, ...]:
    """The classes in a set, in the order in which they stand."""
    match node:
        case Kind(iri):
            return (iri,)
        case Linked(_, to) | Without(to):
            return kinds_in(to)
        case Every(parts) | Either(parts):
            return tuple(iri for part in parts for iri in kinds_in(part))
    return ()


@_remembered
def excluded_in(form: Form) -> frozenset[Iri]:
    """The things and classes that a form excludes."""
    return frozenset(_without(form.set, out=False) if isinstance(form, Select | Count) else ())


def _without(node: Set, *, out: bool) -> Iterator[Iri]:
    """The things and classes of a set that are excluded; what is excluded from what is excluded is not."""
    match node:
        case Thing(iri) | Kind(iri):
            if out:
                yield iri
        case Without(part):
            yield from _without(part, out=not out)
        case Linked(_, to):
            yield from _without(to, out=out)
        case Every(parts) | Either(parts):
            for part in parts:
                yield from _without(part, out=out)


@_remembered
def focus_of(form: Form) -> Iri | None:
    """The class whose members a form asks for: the first in its set; None of other forms."""
    return next(iter(kinds_in(form.set)), None) if isinstance(form, Select | Count) else None


@_remembered
def named_in(form: Form) -> tuple[Iri, ...]:
    """The things that a form names, in the order in which they stand, each once."""
    found: tuple[object, ...] = ()
    match form:
        case Select(inner) | Count(inner):
            found = things_in(inner)
        case Ask(triple):
            found = (triple.subject, triple.object)
        case Because(triples):
            found = tuple(x for t in triples for x in (t.subject, t.object))
        case Describe(iri):
            found = (iri,)
        case Compare():
            found = form.things
    return tuple(dict.fromkeys(x for x in found if isinstance(x, Iri)))


@_remembered
def iris_in(node: Form | Set | Triple) -> frozenset[Iri]:
    """Every IRI in a form: things, classes and properties."""
    match node:
        case Thing(iri) | Kind(iri) | Describe(iri):
            return frozenset((iri,))
        case Linked(prop, to, _):
            return iris_in(to) | {prop}
        case Every(parts) | Either(parts) | Because(parts):
            return frozenset().union(*map(iris_in, parts))
        case Without(inner) | Select(inner) | Count(inner) | Ask(inner):
            return iris_in(inner)
        case Compare(things):
            return frozenset(things)
        case Triple(subject, predicate, target):
            return frozenset(x for x in (subject, predicate, target) if isinstance(x, Iri))


@_remembered
def unordered(node: object) -> object:
    """A form or set as a value that does not depend on the order of parts."""
    match node:
        case Every(parts) | Either(parts):
            return (type(node), frozenset(map(unordered, parts)))
        case Select(inner) | Count(inner) | Without(inner):
            return (type(node), unordered(inner))
        case Linked(prop, to, inverse):
            return (prop, inverse, unordered(to))
        case Compare(things, common):
            return (Compare, frozenset(things), common)
        case _:
            return node
