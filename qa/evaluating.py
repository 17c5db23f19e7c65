"""The members of a set, by the graph's indexes: what the compiled query would return.

Readings are ranked by whether they have an answer at all; asking the indexes costs microseconds.
A property test holds this interpreter and the compiled SPARQL to the same results.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Triple
from qa.logic import Either, Every, Kind, Linked, Set, Thing, Without

__all__ = ["members", "supports"]

_TYPE = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def members(node: Set, graph: KnowledgeGraph) -> frozenset[Iri]:
    """All members of a set; a bare `Without` has none, since there is nothing to take it from."""
    match node:
        case Thing(iri):
            return frozenset((iri,))
        case Kind(iri):
            return frozenset(graph.instances(iri))
        case Linked(prop, to, inverse):
            targets = members(to, graph)
            if inverse:
                return frozenset(x for y in targets for x in graph.objects(y, prop) if isinstance(x, Iri))
            return frozenset(x for y in targets for x in graph.subjects(prop, y))
        case Either(parts):
            return frozenset().union(*(members(part, graph) for part in parts))
        case Every(parts):
            return _intersection(parts, graph)
        case Without():
            return frozenset()


def _intersection(parts: tuple[Set, ...], graph: KnowledgeGraph) -> frozenset[Iri]:
    """Members of all positive parts and of none that is excluded."""
    positive = [members(part, graph) for part in parts if not isinstance(part, Without)]
    if not positive:
        return frozenset()
    kept = frozenset.intersection(*positive)
    for part in parts:
        if isinstance(part, Without):
            kept -= members(part.part, graph)
    return kept


def supports(node: Set, found: Iterable[Iri], graph: KnowledgeGraph) -> tuple[Triple, ...]:
    """The statements that make each of `found` a member of the set, each once."""
    stated = tuple(dict.fromkeys(t for iri in found for t in _supports(node, iri, graph)))
    if stated or not isinstance(node, Kind):
        return stated
    return tuple(Triple(iri, _TYPE, node.iri) for iri in found)


def _supports(node: Set, iri: Iri, graph: KnowledgeGraph) -> Iterator[Triple]:
    """The statements by which one thing is a member."""
    if isinstance(node, Linked):
        for target in sorted(members(node.to, graph)):
            triple = (
                Triple(target, node.property, iri) if node.inverse else Triple(iri, node.property, target)
            )
            if triple.object in graph.objects(triple.subject, triple.predicate):
                yield triple
    elif isinstance(node, Either | Every):
        for part in node.parts:
            yield from _supports(part, iri, graph)
