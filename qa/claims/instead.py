"""What is stated beside a statement or in its place, and why."""

from __future__ import annotations

from itertools import islice

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.kind import Desk
from qa.model import Items
from qa.telling.describing import main_statements, noted_reasons
from qa.telling.verbalising import capital
from qa.vocabulary import CALF

__all__ = ["because", "beside", "instead", "of_the_whole", "reasons"]


def instead(triple: Triple, desk: Desk) -> list[Triple]:
    """What is stated in place of a statement: the same property of the subject, or of the object."""
    graph = desk.graph
    family = [p.iri for p in graph.properties() if desk.connector.same_family(p.iri, triple.predicate)]
    own = [t for t in main_statements(triple.subject, graph) if t.predicate in family]
    others = (
        Triple(s, p, triple.object)
        for p in family
        for s in (graph.subjects(p, triple.object) if isinstance(triple.object, Iri) else ())
        if s != triple.subject
    )
    return own[:3] or [*islice(others, 2)]


def of_the_whole(triple: Triple, desk: Desk) -> Triple:
    """A statement on layers, of the whole muscle where nothing is said of its part: heads lie as it does."""
    if (
        triple.predicate not in (CALF.DEEP_TO, CALF.SUPERFICIAL_TO)
        or desk.graph.truth(triple) is not Truth.UNSTATED
    ):
        return triple
    wider = [_with_wholes(end, desk) for end in (triple.subject, triple.object) if isinstance(end, Iri)]
    whole = (Triple(one, triple.predicate, other) for one in wider[0] for other in wider[-1])
    return next((t for t in whole if desk.graph.truth(t) is not Truth.UNSTATED), triple)


def _with_wholes(part: Iri, desk: Desk) -> list[Iri]:
    """A structure, and the muscles that it is part of."""
    wholes = desk.graph.objects(part, CALF.PART_OF)
    return [part, *(w for w in wholes if isinstance(w, Iri) and CALF.MUSCLE in desk.connector.classes_of(w))]


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
