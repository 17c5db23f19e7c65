"""What is stated beside a statement or in its place, and why."""

from __future__ import annotations

from itertools import islice

from kg.terms import Iri, Triple
from qa.kind import Desk
from qa.model import Items
from qa.telling.describing import main_statements, noted_reasons
from qa.telling.verbalising import capital
from qa.vocabulary import CALF

__all__ = ["because", "beside", "instead", "reasons"]


def instead(triple: Triple, desk: Desk) -> list[Triple]:
    """What is stated in place of a statement: the same property of the subject, or of the object.

    Of a trait that one thing alone has, such as being the most visible, it is that thing's.
    """
    graph = desk.graph
    if (holder := _holder(triple, desk)) is not None:
        return [holder]
    family = [p.iri for p in graph.properties() if desk.connector.same_family(p.iri, triple.predicate)]
    if triple.predicate == CALF.BIASES and (level := list(graph.statements(triple.subject, CALF.BALANCES))):
        return level  # what favours neither part works them in balance
    own = [t for t in main_statements(triple.subject, graph) if t.predicate in family]
    others = (
        Triple(s, p, triple.object)
        for p in family
        for s in (graph.subjects(p, triple.object) if isinstance(triple.object, Iri) else ())
        if s != triple.subject
    )
    return own[:3] or [*islice(others, 2)]


def _holder(triple: Triple, desk: Desk) -> Triple | None:
    """The statement that another thing has a trait, if one alone does."""
    if triple.predicate != CALF.HAS_TRAIT or not isinstance(triple.object, Iri):
        return None
    holders = desk.graph.subjects(CALF.HAS_TRAIT, triple.object)
    return Triple(holders[0], CALF.HAS_TRAIT, triple.object) if len(holders) == 1 else None


def beside(triple: Triple, desk: Desk) -> list[Triple]:
    """What else is stated of the two things of a statement, of a like kind but neither wider nor narrower."""
    if not desk.connector.is_property(triple.predicate):  # "is the soleus a joint?"
        return []
    prop = desk.graph.property_term(triple.predicate)
    return [
        t
        for t in desk.graph.statements(subject=triple.subject)
        if t.object == triple.object
        and not desk.connector.same_family(t.predicate, triple.predicate)
        and (term := desk.graph.property_term(t.predicate)).domain == prop.domain
        and term.range == prop.range
    ]


def reasons(triple: Triple, desk: Desk) -> list[str]:
    """The sentences of the reasons and caveats noted on a statement or its denial."""
    noted = noted_reasons(triple, desk.graph)
    return [capital(desk.say.name(v)) for r in noted for v in desk.graph.objects(r, CALF.TEXT)]


def because(triple: Triple, desk: Desk) -> tuple[Items, ...]:
    """The reasons for a true statement."""
    said = reasons(triple, desk)
    return (Items(tuple(said)),) if said else ()
