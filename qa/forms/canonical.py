"""Logical forms as JSON: one text per meaning, kept between the turns of a talk and read back.

A node is a list, its class name first; what was read is checked all the way down, since the text may
come from outside.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from kg.terms import Iri, Literal, Triple
from qa.forms.logic import (
    Ask,
    Because,
    Compare,
    Count,
    Describe,
    Either,
    Every,
    Form,
    Kind,
    Linked,
    Select,
    Set,
    Thing,
    Without,
)

__all__ = ["canonical", "from_canonical", "substituted"]

_NODES = {
    cls.__name__: cls
    for cls in (Thing, Kind, Linked, Every, Either, Without, Select, Count, Ask, Describe, Because, Compare)
}


@lru_cache(maxsize=4_096)
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


def substituted(form: Form, places: Mapping[Iri, Iri]) -> Form:
    """A form with other things in the place of some, all at once; its parts in the order of `canonical`."""
    return _substituted(form, tuple(places.items()))


@lru_cache(maxsize=4_096)
def _substituted(form: Form, pairs: tuple[tuple[Iri, Iri], ...]) -> Form:
    """The same; the same names come in the places of a meaning again, and are one form then."""
    ordered, places = _ordered(form), dict(pairs)
    match ordered:
        case Select(inner, order):
            return Select(_put(inner, places), order)
        case Count(inner):
            return Count(_put(inner, places))
        case Ask(triple):
            return Ask(_said(triple, places))
        case Because(triples, negative):
            return Because(tuple(_said(triple, places) for triple in triples), negative)
        case Describe(iri):
            return Describe(places.get(iri, iri))
        case Compare(things, common):
            return Compare(tuple(places.get(iri, iri) for iri in things), common)


@lru_cache(maxsize=2_048)
def _ordered(form: Form) -> Form:
    """A form with its parts in the order of `canonical`; most forms are of meanings and come again."""
    ordered = from_canonical(canonical(form))
    assert ordered is not None
    return ordered


def _put(node: Set, places: Mapping[Iri, Iri]) -> Set:
    """A set with other things in the place of some."""
    match node:
        case Thing(iri):
            return Thing(places[iri]) if iri in places else node
        case Linked(prop, to, inverse):
            return Linked(prop, _put(to, places), inverse)
        case Every(parts) | Either(parts):
            return type(node)(tuple(_put(part, places) for part in parts))
        case Without(part):
            return Without(_put(part, places))
        case Kind():
            return node


def _said(triple: Triple, places: Mapping[Iri, Iri]) -> Triple:
    """A statement of other things in the place of some."""
    subject, last = triple.subject, triple.object
    target = places.get(last, last) if isinstance(last, Iri) else last
    return Triple(places.get(subject, subject), triple.predicate, target)
