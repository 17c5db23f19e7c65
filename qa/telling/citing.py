"""Where the article speaks of a thing: the sentences that state something of it."""

from __future__ import annotations

from kg.graph import KnowledgeGraph
from kg.schema import Truth
from kg.terms import Iri
from qa.remembering import per_graph

__all__ = ["sentences", "spoken_of"]


@per_graph(65_536)
def sentences(iri: Iri, graph: KnowledgeGraph) -> tuple[int, ...]:
    """The numbers of the article's sentences that state something of a thing, in order."""
    stated = (
        t
        for t in graph.noted(iri)
        if graph.is_property(t.predicate) and graph.truth(t) is Truth.YES and not graph.is_inferred(t)
    )
    sources = (source for triple in stated for source in graph.provenance(triple).sources)
    return tuple(sorted({source.number for source in sources if source.number}))


@per_graph(256)
def spoken_of(cls: Iri, graph: KnowledgeGraph) -> tuple[Iri, ...]:
    """The members of a class of which the article states something, by label."""
    return tuple(iri for iri in graph.instances(cls) if graph.noted(iri) and sentences(iri, graph))
