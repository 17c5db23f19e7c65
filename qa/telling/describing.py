"""What is worth saying about one thing: its definition, and its main statements in words."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph import KnowledgeGraph
from kg.schema import Truth
from kg.terms import Iri, Literal, Triple
from qa.remembering import per_graph
from qa.telling.verbalising import Verbaliser
from qa.vocabulary import CALF, UNNAMED

__all__ = ["details", "main_statements", "most_told", "noted_reasons"]

_DULL = 4  # properties below this salience are left to the explanation


def main_statements(iri: Iri, graph: KnowledgeGraph, *, least: int = _DULL) -> tuple[Triple, ...]:
    """Statements about a thing, most telling first; general ones yield to special ones."""
    return _statements((iri, least), graph)


def most_told(things: Iterable[Iri], graph: KnowledgeGraph) -> list[Iri]:
    """The one thing with most main statements, the first by IRI; none of none."""
    telling = [p.iri for p in graph.properties() if p.is_object and p.salience >= _DULL]
    told = {iri: sum(len(graph.objects(iri, prop)) for prop in telling) for iri in things}
    best: tuple[int, Iri] | None = None
    for iri in sorted(told, key=lambda iri: -told[iri]):
        if best and told[iri] < -best[0]:
            break  # main statements are some of these
        best = min(filter(None, (best, (-len(main_statements(iri, graph)), iri))))
    return [best[1]] if best else []


@per_graph(4_096)
def _statements(wanted: tuple[Iri, int], graph: KnowledgeGraph) -> tuple[Triple, ...]:
    """The main statements about a thing with properties of at least this salience."""
    iri, least = wanted
    told = [(t, graph.property_term(t.predicate)) for t in graph.statements(subject=iri)]
    kept = [
        (t, term) for t, term in told if term.is_object and term.salience >= least and _is_named(t, graph)
    ]
    special = {(sup, t.object) for t, term in kept for sup in term.supers}
    kept = [(t, term) for t, term in kept if (t.predicate, t.object) not in special]
    kept.sort(key=lambda pair: (-pair[1].salience, pair[0].predicate, str(pair[0].object)))
    return tuple(t for t, _ in kept)


def _is_named(triple: Triple, graph: KnowledgeGraph) -> bool:
    """Whether the object is something with a name of its own."""
    return isinstance(triple.object, Iri) and not graph.entity(triple.object).classes & UNNAMED


def details(iri: Iri, graph: KnowledgeGraph, say: Verbaliser) -> str:
    """One line about a thing in a list: its own text, or its definition."""
    for prop in (CALF.INSTRUCTION, CALF.TEXT):
        for value in graph.objects(iri, prop):
            if isinstance(value, Literal):
                return value.value
    entity = graph.entity(iri)
    label = say.range(iri) if CALF.QUANTITY_VALUE in entity.classes else entity.label
    return f"{label}: {entity.definition}" if entity.definition else ""


def noted_reasons(triple: Triple, graph: KnowledgeGraph) -> tuple[Iri, ...]:
    """Reasons and caveats noted on a statement or on its denial."""
    if graph.truth(triple) is Truth.UNSTATED:
        return ()
    provenance = graph.provenance(triple)
    return tuple(dict.fromkeys((*provenance.rationales, *provenance.caveats)))
