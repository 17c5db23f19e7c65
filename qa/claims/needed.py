"""Whether an exercise can be done with no more than a thing, or without it, and what it takes."""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.evaluating import holds, members
from qa.forms.logic import Linked, Select, parts_of
from qa.kind import Desk, Draft, Reading
from qa.model import Item
from qa.telling.describing import main_statements
from qa.telling.verbalising import capital
from qa.vocabulary import CALF

__all__ = ["need"]


def need(reading: Reading, desk: Desk) -> Draft:
    """Whether every way of doing an exercise includes a thing, or with the note "without" one does not.

    With the note "alone", whether one includes nothing beside that thing.
    """
    assert isinstance(reading.form, Select)
    exercise = next((i for i in reading.topics if desk.connector.stands(i, CALF.EXERCISE)), reading.topics[0])
    possible = reading.note in ("without", "alone")  # asked of one way, not of all
    free = members(reading.form.set, desk.graph)
    triples = tuple(t for t in main_statements(exercise, desk.graph) if t.predicate == CALF.USES_EQUIPMENT)
    uses = desk.say.facts(CALF.USES_EQUIPMENT, [exercise], [t.object for t in triples]) if triples else ""
    items = tuple(Item(t.object, desk.say.label(t.object)) for t in triples if isinstance(t.object, Iri))
    verdict = "yes" if bool(free) == possible else "no"
    name = desk.say.name(exercise)
    so = "with no more than that" if reading.note == "alone" else "without"
    can = f"{name} can be done {so}" if free else f"{name} cannot be done {so}"
    if means := "; or with ".join(_means(exercise, reading.form, desk)) if free else "":
        with_ = f"{capital(verdict)}: {name} can be done with {means}."
        return Draft(with_, items, (), triples, boolean=verdict)
    lead = f"{capital(verdict)}: {can}."
    return Draft(f"{lead} {capital(uses)}." if uses else lead, items, (), triples, boolean=verdict)


def _means(exercise: Iri, form: Select, desk: Desk) -> list[str]:
    """What each way of doing an exercise that a form allows needs: "a calf block and a training partner"."""
    allowed = [
        p.to for p in parts_of(form.set) if isinstance(p, Linked) and p.property == CALF.HAS_EQUIPMENT_OPTION
    ]
    ways = (w for w in desk.graph.objects(exercise, CALF.HAS_EQUIPMENT_OPTION) if isinstance(w, Iri))
    fitting = [w for w in ways if all(holds(w, part, desk.graph) for part in allowed)]
    gear = (
        [i for i in desk.graph.objects(w, CALF.INCLUDES_EQUIPMENT) if isinstance(i, Iri)] for w in fitting
    )
    return [desk.say.names(things) for things in gear]
