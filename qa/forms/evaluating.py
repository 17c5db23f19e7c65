"""The members of a set, by the graph's indexes: what the compiled query would return.

Readings are ranked by whether they have an answer at all; asking the indexes costs microseconds.
A property test holds this interpreter and the compiled SPARQL to the same results.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Term, Triple
from qa.forms.logic import Either, Every, Kind, Linked, Set, Thing, Without, every, parts_of
from qa.remembering import per_graph

__all__ = ["exists", "holds", "is_told_of", "members", "only", "supports"]

_NEAR = 32  # things that a link may lead to for its own members to be counted
_FEW = 1_000  # members of a set that is kept without counting the memory

_TYPE = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def members(node: Set, graph: KnowledgeGraph) -> frozenset[Iri]:
    """All members of a set; a bare `Without` has none, since there is nothing to take it from."""
    few = _few(node, graph)
    return _many(node, graph) if few is None else few


@per_graph(1_024)
def _few(node: Set, graph: KnowledgeGraph) -> frozenset[Iri] | None:
    """All members of a set; None if there are many."""
    found: set[Iri] = set()
    for iri in _members(node, graph):
        found.add(iri)
        if len(found) > _FEW:
            return None
    return frozenset(found)


@per_graph(8)
def _many(node: Set, graph: KnowledgeGraph) -> frozenset[Iri]:
    """All members of a set of many: so few of these are kept that they do not fill the memory."""
    return frozenset(_members(node, graph))


def only(node: Set, graph: KnowledgeGraph) -> Iri | None:
    """The one member of a set; None if it has none or several."""
    found = None
    for iri in _members(node, graph):
        if found not in (None, iri):
            return None
        found = iri
    return found


def is_told_of(node: Set, graph: KnowledgeGraph) -> bool:
    """Whether each condition of a set holds of something, so that "none" is an answer, and not silence."""
    parts = parts_of(node)
    kinds = [part for part in parts if isinstance(part, Kind)]
    return all(exists(every([*kinds, part]), graph) for part in parts)


@per_graph(8_192)
def exists(node: Set, graph: KnowledgeGraph) -> bool:
    """Whether a set has a member; looks no further than the first."""
    return any(True for _ in _members(node, graph))


def _members(node: Set, graph: KnowledgeGraph) -> Iterator[Iri]:
    """The members of a set one after another, some of them perhaps twice."""
    match node:
        case Thing(iri):
            yield iri
        case Kind(iri):
            yield from graph.instances(iri)
        case Linked(prop, to, inverse):
            ends = _ends(node, graph)
            if ends is not None and len(ends) < _size(to, graph):
                yield from (x for x in ends if isinstance(x, Iri) and holds(x, node, graph))
                return
            for target in _members(to, graph):
                found = graph.objects(target, prop) if inverse else graph.subjects(prop, target)
                yield from (x for x in found if isinstance(x, Iri))
        case Either(parts):
            for part in parts:
                yield from _members(part, graph)
        case Every(parts):
            positive = [part for part in parts if not isinstance(part, Without)]
            if positive:
                smallest = min(positive, key=lambda part: _size(part, graph))
                rest = [part for part in parts if part is not smallest]
                yield from (iri for iri in _members(smallest, graph) if _fits(iri, rest, graph))


def _ends(node: Linked, graph: KnowledgeGraph) -> Sequence[Term] | None:
    """What is at the near end of a link, wherever that leads; None if it is no link of the schema.

    A rare property has few of them, however many things there are.
    """
    if not graph.is_property(node.property):
        return None
    return graph.index.values(node.property) if node.inverse else graph.index.having(node.property)


def holds(iri: Iri, node: Set, graph: KnowledgeGraph) -> bool:
    """Whether a thing is a member of a set."""
    match node:
        case Thing(other):
            return iri == other
        case Kind(cls):
            return cls in graph.objects(iri, _TYPE)
        case Linked(prop, Thing(other), inverse):
            return iri in graph.objects(other, prop) if inverse else other in graph.objects(iri, prop)
        case Linked(prop, to, inverse):
            found = graph.subjects(prop, iri) if inverse else graph.objects(iri, prop)
            return any(isinstance(y, Iri) and holds(y, to, graph) for y in found)
        case Either(parts):
            return any(holds(iri, part, graph) for part in parts)
        case Every(parts):
            return not all(isinstance(part, Without) for part in parts) and _fits(iri, parts, graph)
    return False


def _fits(iri: Iri, parts: Iterable[Set], graph: KnowledgeGraph) -> bool:
    """Whether a thing is a member of every part and of none that is excluded."""
    return all(
        not holds(iri, part.part, graph) if isinstance(part, Without) else holds(iri, part, graph)
        for part in parts
    )


def _size(node: Set, graph: KnowledgeGraph) -> float:
    """About how many members a set has, from the indexes alone."""
    match node:
        case Thing():
            return 1
        case Kind(iri):
            return len(graph.instances(iri))
        case Linked(prop, Thing(iri), inverse):
            return len(graph.objects(iri, prop) if inverse else graph.subjects(prop, iri))
        case Linked(prop, to):
            ends = _ends(node, graph)
            most = inf if ends is None else len(ends)
            if most > _NEAR >= _size(to, graph):
                return min(
                    most, sum(_size(Linked(prop, Thing(t), node.inverse), graph) for t in _members(to, graph))
                )
            return most
        case Either(parts):
            return sum(_size(part, graph) for part in parts)
        case Every(parts):
            return min((_size(p, graph) for p in parts if not isinstance(p, Without)), default=0)
    return inf


def supports(node: Set, found: Iterable[Iri], graph: KnowledgeGraph) -> tuple[Triple, ...]:
    """The statements that make each of `found` a member of the set, each once."""
    stated = tuple(dict.fromkeys(t for iri in found for t in _supports(node, iri, graph)))
    if stated or not isinstance(node, Kind):
        return stated
    return tuple(Triple(iri, _TYPE, node.iri) for iri in found)


def _supports(node: Set, iri: Iri, graph: KnowledgeGraph) -> Iterator[Triple]:
    """The statements by which one thing is a member."""
    if isinstance(node, Linked):
        prop, inverse = node.property, node.inverse
        if isinstance(node.to, Thing):
            targets = [node.to.iri] if holds(iri, node, graph) else []
        else:
            led = graph.subjects(prop, iri) if inverse else graph.objects(iri, prop)
            targets = [t for t in led if isinstance(t, Iri) and holds(t, node.to, graph)]
        yield from (Triple(t, prop, iri) if inverse else Triple(iri, prop, t) for t in targets)
    elif isinstance(node, Either | Every):
        for part in node.parts:
            yield from _supports(part, iri, graph)
