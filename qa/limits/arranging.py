"""The order in which an answer names things: that in which the article speaks of them."""

from __future__ import annotations

from collections.abc import Iterable

from kg.terms import Iri, Triple
from qa.forms.evaluating import members, supports
from qa.forms.logic import Set
from qa.kind import Desk
from qa.telling.citing import sentences
from qa.telling.verbalising import MOST_TOLD

__all__ = ["MANY", "arranged", "in_source_order"]

MANY = 60  # things of a list that are looked at one by one
_LATER = 5_000  # added to the number of a sentence from which something only follows
_NEVER = 10_000  # stands for the number of a sentence where there is none


def arranged(node: Set, desk: Desk) -> tuple[list[Iri], tuple[Triple, ...]]:
    """The members of a set in the order in which an answer names them, and the statements it rests on.

    A list too long to be told is in the order of names, and rests on what makes the told ones its members.
    """
    unordered = sorted(members(node, desk.graph))
    if len(unordered) > MOST_TOLD:
        unordered.sort(key=desk.say.label)
        return unordered, supports(node, unordered[:MOST_TOLD], desk.graph)
    triples = supports(node, unordered, desk.graph)
    return in_source_order(unordered, triples, desk), triples


def in_source_order(found: Iterable[Iri], triples: Iterable[Triple], desk: Desk) -> list[Iri]:
    """Things in the order in which the article states `triples` of them, or first speaks of them.

    What only follows from what it states, or is stated elsewhere, comes after that.
    """
    stated: dict[object, int] = {}
    for triple in triples:
        later = _LATER * desk.graph.is_inferred(triple)
        for source in desk.graph.provenance(triple).sources:
            for end in (triple.subject, triple.object):
                stated[end] = min(stated.get(end, _NEVER), later + (source.number or _NEVER))
    by_label = sorted(found, key=desk.say.label)
    if len(by_label) > MANY:  # nobody reads so long a list in the order of a text
        return sorted(by_label, key=lambda iri: stated.get(iri, _NEVER))
    return sorted(
        by_label, key=lambda iri: (stated.get(iri, _NEVER), sentences(iri, desk.graph) or (_NEVER,))
    )
