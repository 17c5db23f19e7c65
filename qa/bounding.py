"""The numbers of a prescription."""

from __future__ import annotations

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Literal
from qa.vocabulary import CALF

__all__ = ["bounds"]


def bounds(prescription: Iri, graph: KnowledgeGraph) -> tuple[float, float] | None:
    """The lower and the upper bound that a prescription states; None if it states no number."""
    ends = (graph.objects(prescription, prop) for prop in (CALF.MIN_VALUE, CALF.MAX_VALUE))
    found = [float(v.value) for values in ends for v in values if isinstance(v, Literal)]
    return (min(found), max(found)) if found else None
