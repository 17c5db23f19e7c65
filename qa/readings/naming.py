"""A meaning said of what a question names, where the wording says it of something else."""

from __future__ import annotations

from kg.schema import Truth
from kg.terms import Triple
from qa.forms.logic import Ask, Describe, Form
from qa.readings.asked import Asked
from qa.vocabulary import CALF

__all__ = ["as_named"]


def as_named(form: Form, asked: Asked) -> Form | None:
    """A statement or a definition as one of what is named, where a wording has it of something else."""
    if isinstance(form, Ask):
        return _statement_named(form, asked)
    return _term_named(form, asked) if isinstance(form, Describe) else None


def _statement_named(form: Ask, asked: Asked) -> Ask | None:
    """A statement about a thing that is named, with what is named beside it, where that is so as well.

    "Does toes in rotate the tibia?" is no question for the line of pull, however it is worded.
    """
    subject, predicate, value = form.triple
    if subject not in asked.named or value in asked.meant:
        return None
    said = (a for a in asked.anchors if a.polarity == "in" and not a.words <= asked.scene.carried)
    stated = (Triple(subject, predicate, iri) for a in said for iri in a.entities if iri != subject)
    found = [t for t in stated if asked.desk.graph.truth(t) is Truth.YES]
    return Ask(found[0]) if len(found) == 1 else None


def _term_named(form: Describe, asked: Asked) -> Describe | None:
    """The definition of a term where no other thing is named: pronation is not eversion.

    A variable is none: "which toe direction goes with pronation?".
    """
    classes_of, carried = asked.desk.connector.classes_of, asked.scene.carried
    said = [a.entities[0] for a in asked.anchors if a.polarity == "in" and not a.words <= carried]
    things = [iri for iri in said if CALF.POSITION_VARIABLE not in classes_of(iri)]
    if len(things) != 1 or form.iri in asked.meant or CALF.CONCEPT not in classes_of(things[0]):
        return None
    return Describe(things[0])
