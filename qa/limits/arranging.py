"""The order in which an answer names things: that in which the article speaks of them."""

from __future__ import annotations

from collections.abc import Iterable

from kg.terms import Iri, Triple
from qa.kind import Desk

__all__ = ["MANY", "in_source_order"]

MANY = 60  # things of a list that are looked at one by one
_NEVER = 10_000  # stands for the number of a sentence where there is none


def in_source_order(found: Iterable[Iri], triples: Iterable[Triple], desk: Desk) -> list[Iri]:
    """Things in the order in which the article states `triples` of them, or first speaks of them."""
    stated: dict[object, int] = {}
    for triple in triples:
        for source in desk.graph.provenance(triple).sources:
            for end in (triple.subject, triple.object):
                stated[end] = min(stated.get(end, _NEVER), source.number or _NEVER)
    by_label, order = sorted(found, key=desk.say.label), desk.connector.sentences
    if len(by_label) > MANY:  # nobody reads so long a list in the order of a text
        return sorted(by_label, key=lambda iri: stated.get(iri, _NEVER))
    return sorted(by_label, key=lambda iri: (stated.get(iri, _NEVER), order(iri) or (_NEVER,)))
