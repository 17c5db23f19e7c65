"""The members of a class by the words of their labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.parsing.lexicon import stems_of
from qa.remembering import per_graph

__all__ = ["labelled"]


def labelled(cls: Iri, stems: Collection[str], graph: KnowledgeGraph) -> tuple[Iri, ...]:
    """The members of a class whose labels have all these stems, by label; looks at no others."""
    members = _by_stem(cls, graph)
    first, *rest = sorted((members.get(stem, frozenset()) for stem in stems), key=len)
    return tuple(sorted(first.intersection(*rest), key=lambda iri: (graph.entity(iri).label, iri)))


@per_graph(256)
def _by_stem(cls: Iri, graph: KnowledgeGraph) -> Mapping[str, frozenset[Iri]]:
    """The members of a class by each stem of their labels."""
    found: dict[str, set[Iri]] = defaultdict(set)
    for iri in graph.instances(cls):
        for stem in stems_of(graph.entity(iri).label):
            found[stem].add(iri)
    return {stem: frozenset(things) for stem, things in found.items()}
