"""The logical form: a small algebra of sets of things, and what is asked of a set.

    Things = Thing | Kind | Linked | Every | Either | Without
    Form   = Select | Count | Ask | Describe | Because | Compare

Frozen, free of SPARQL and of any RDF library. `canonical` gives one text per meaning.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.terms import Iri, Literal, Triple

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
    "canonical",
    "either",
    "every",
    "from_canonical",
    "iris_in",
    "named_in",
    "substituted",
    "things_in",
]


@dataclass(frozen=True, slots=True)
class Thing:
    """The set of one thing."""

    iri: Iri


@dataclass(frozen=True, slots=True)
class Kind:
    """All things of a class."""

    iri: Iri


@dataclass(frozen=True, slots=True)
class Linked:
    """Things x with `x property y`, y in `to`; with `inverse`, things x with `y property x`."""

    property: Iri
    to: Set
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """Things that are in all of the parts."""

    parts: tuple[Set, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Things that are in at least one of the parts."""

    parts: tuple[Set, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Things that are not in the set; stands only beside other parts of an `Every`."""

    part: Set


Set = Thing | Kind | Linked | Every | Either | Without


@dataclass(frozen=True, slots=True)
class Select:
    """The members of a set; `order` is a data property to sort by."""

    set: Set
    order: Iri | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many members a set has."""

    set: Set


@dataclass(frozen=True, slots=True)
class Ask:
    """Whether a statement holds, does not hold, or is not stated."""

    triple: Triple


@dataclass(frozen=True, slots=True)
class Describe:
    """What a thing is."""

    iri: Iri


@dataclass(frozen=True, slots=True)
class Because:
    """Why statements hold, or with `negative` why they do not."""

    triples: tuple[Triple, ...]
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Compare:
    """How things differ, or with `common` what they share."""

    things: tuple[Iri, ...]
    common: bool = False


Form = Select | Count | Ask | Describe | Because | Compare
_NODES = {
    cls.__name__: cls
    for cls in (Thing, Kind, Linked, Every, Either, Without, Select, Count, Ask, Describe, Because, Compare)
}


def every(parts: list[Set]) -> Set:
    """The intersection of parts: a single part stays itself, double ones go."""
    unique = tuple(dict.fromkeys(parts))
    return unique[0] if len(unique) == 1 else Every(unique)


def either(parts: list[Set]) -> Set:
    """The union of parts: a single part stays itself, double ones go."""
    unique = tuple(dict.fromkeys(parts))
    return unique[0] if len(unique) == 1 else Either(unique)


def things_in(node: Set) -> tuple[Iri, ...]:
    """The things named in a set, in the order in which they stand."""
    match node:
        case Thing(iri):
            return (iri,)
        case Linked(_, to, _):
            return things_in(to)
        case Every(parts) | Either(parts):
            return tuple(iri for part in parts for iri in things_in(part))
        case Without(part):
            return things_in(part)
        case _:
            return ()


def named_in(form: Form) -> tuple[Iri, ...]:
    """The things that a form names, in the order in which they stand, each once; objects that are IRIs included."""
    match form:
        case Select(inner) | Count(inner):
            found: tuple[Any, ...] = things_in(inner)
        case Ask(triple):
            found = (triple.subject, triple.object)
        case Because(triples):
            found = tuple(x for t in triples for x in (t.subject, t.object))
        case Describe(iri):
            found = (iri,)
        case Compare(things):
            found = things
    return tuple(dict.fromkeys(x for x in found if isinstance(x, Iri)))


def substituted(form: Form, places: Mapping[Iri, Iri]) -> Form:
    """A form with other things in the place of some, all at once."""
    swapped = _node(_put(json.loads(canonical(form)), places))
    assert isinstance(swapped, Form)
    return swapped


def _put(data: Any, places: Mapping[Iri, Iri]) -> Any:
    """A nested list with IRIs replaced."""
    if isinstance(data, list):
        return [_put(part, places) for part in data]
    return places.get(data, data) if isinstance(data, str) else data


def iris_in(node: Form | Set | Triple) -> frozenset[Iri]:
    """Every IRI in a form: things, classes and properties."""
    match node:
        case Thing(iri) | Kind(iri) | Describe(iri):
            return frozenset((iri,))
        case Linked(prop, to, _):
            return iris_in(to) | {prop}
        case Every(parts) | Either(parts):
            return frozenset().union(*map(iris_in, parts))
        case Without(inner) | Select(inner) | Count(inner) | Ask(inner):
            return iris_in(inner)
        case Because(triples):
            return frozenset().union(*map(iris_in, triples))
        case Compare(things):
            return frozenset(things)
        case Triple(subject, predicate, target):
            return frozenset(x for x in (subject, predicate, target) if isinstance(x, Iri))


def canonical(form: Form | Set) -> str:
    """One JSON text per meaning: the order of parts of `Every` and `Either` does not matter."""
    return json.dumps(_plain(form), separators=(",", ":"))


def _plain(value: Any) -> Any:
    """A node as nested lists, its class name first."""
    if isinstance(value, (str, bool)) or value is None:
        return value
    if isinstance(value, Triple):
        return ["Triple", value.subject, value.predicate, _plain(value.object)]
    if isinstance(value, Literal):
        return ["Literal", value.value, value.datatype, value.language]
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    fields = [_plain(getattr(value, name)) for name in type(value).__dataclass_fields__]
    if isinstance(value, (Every, Either)):
        fields = [sorted(fields[0], key=json.dumps)]
    return [type(value).__name__, *fields]


def from_canonical(text: str) -> Form | None:
    """The form that `canonical` wrote; None for text that is not such."""
    try:
        data = json.loads(text)
        node = _node(data) if _is_node(data) else None
    except (ValueError, RecursionError):
        return None
    return node if isinstance(node, Form) else None


# What stands in each place of a node as JSON, after its name.
_PLACES = {
    "Thing": ("iri",),
    "Kind": ("iri",),
    "Linked": ("iri", "set", "bool"),
    "Every": ("sets",),
    "Either": ("sets",),
    "Without": ("set",),
    "Select": ("set", "iri?"),
    "Count": ("set",),
    "Ask": ("triple",),
    "Describe": ("iri",),
    "Because": ("triples", "bool"),
    "Compare": ("iris", "bool"),
}
_SETS = frozenset(("Thing", "Kind", "Linked", "Every", "Either", "Without"))


def _is_node(data: Any) -> bool:
    """Whether JSON has the shape of a node, all the way down."""
    if not (isinstance(data, list) and data and isinstance(data[0], str)):
        return False
    places = _PLACES.get(data[0], ())
    return bool(places) and len(data) == len(places) + 1 and all(map(_fits, data[1:], places))


def _fits(data: Any, place: str) -> bool:
    """Whether JSON fits a place."""
    match place:
        case "iri":
            return isinstance(data, str)
        case "iri?":
            return data is None or isinstance(data, str)
        case "bool":
            return isinstance(data, bool)
        case "set":
            return _is_node(data) and data[0] in _SETS
        case "triple":
            return (
                isinstance(data, list) and len(data) == 4 and data[0] == "Triple" and _is_statement(data[1:])
            )
        case _:
            return isinstance(data, list) and bool(data) and all(_fits(part, place[:-1]) for part in data)


def _is_statement(parts: list[Any]) -> bool:
    """Whether JSON is two IRIs and a term."""
    last = parts[2]
    literal = isinstance(last, list) and len(last) == 4 and all(isinstance(x, str) for x in last)
    return all(isinstance(x, str) for x in parts[:2]) and (isinstance(last, str) or literal)


def _node(data: Any) -> Any:
    """A nested list as a node."""
    if isinstance(data, str):
        return Iri(data)
    if not isinstance(data, list):
        return data
    if data and data[0] == "Triple":
        return Triple(Iri(data[1]), Iri(data[2]), _node(data[3]))
    if data and data[0] == "Literal":
        return Literal(*data[1:])
    if data and isinstance(data[0], str) and data[0] in _NODES:
        return _NODES[data[0]](*(_node(part) for part in data[1:]))
    return tuple(_node(part) for part in data)
