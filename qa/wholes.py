"""What holds of a part because it holds of the whole muscle: heads lie as deep as their muscle does."""

from __future__ import annotations

from kg.graph import KnowledgeGraph
from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.vocabulary import CALF

__all__ = ["of_the_whole"]


def of_the_whole(triple: Triple, graph: KnowledgeGraph) -> Triple:
    """A statement on layers, of the whole muscle where nothing is said of its part."""
    layers = triple.predicate in (CALF.DEEP_TO, CALF.SUPERFICIAL_TO)
    if not layers or graph.truth(triple) is not Truth.UNSTATED:
        return triple
    wider = [_with_wholes(end, graph) for end in (triple.subject, triple.object) if isinstance(end, Iri)]
    whole = (Triple(one, triple.predicate, other) for one in wider[0] for other in wider[-1])
    return next((t for t in whole if graph.truth(t) is not Truth.UNSTATED), triple)


def _with_wholes(part: Iri, graph: KnowledgeGraph) -> list[Iri]:
    """A structure, and the muscles that it is part of."""
    wholes = graph.objects(part, CALF.PART_OF)
    return [part, *(w for w in wholes if isinstance(w, Iri) and CALF.MUSCLE in graph.entity(w).classes)]
