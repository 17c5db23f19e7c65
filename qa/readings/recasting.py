"""What a wording means, in the kind that the outward form of a question asks for: a count, a reason."""

from __future__ import annotations

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import (
    Ask,
    Because,
    Compare,
    Count,
    Describe,
    Form,
    Kind,
    Linked,
    Select,
    Thing,
    every,
)
from qa.parsing.english import english
from qa.readings.asked import Asked
from qa.telling.describing import noted_reasons
from qa.vocabulary import CALF

__all__ = ["as_asked"]


def as_asked(kind: str, form: Form, asked: Asked) -> tuple[str, Form]:
    """A kind and a form; of a list whose length is asked for, the count; of two names of a thing, that."""
    scene = asked.scene
    if isinstance(form, Compare):
        named = [a.entities for a in asked.anchors if set(a.entities) & set(form.things)]
        if len(named) > 1 and len(set(named)) == 1:
            return "comparison", Ask(Triple(named[0][0], CALF.SAME_AS, named[0][0]))
    if kind == "listing" and isinstance(form, Select) and scene.mood == "count":
        return "counting", Count(form.set)
    if kind == "verification" and scene.wh:
        return _untested(form, asked)
    if kind == "reason" and (quantity := _weighed(form, asked)):
        amounts = Linked(CALF.PRESCRIBES, Thing(quantity))
        return "quantity", Select(every([Kind(CALF.PRESCRIPTION), amounts]))
    return kind, form


def _weighed(form: Form, asked: Asked) -> Iri | None:
    """The quantity of which a question holds an amount to the advice, and asks no why: "3x a week, cool?"."""
    scene = asked.scene
    if not scene.stated or scene.cue("reason") or not isinstance(form, Because) or len(form.triples) != 1:
        return None
    (triple,) = form.triples
    if triple.predicate != CALF.PRESCRIBES or not isinstance(triple.object, Iri):
        return None
    return triple.object if any(t.stem in english().fine for t in scene.asking) else None


def _untested(form: Form, asked: Asked) -> tuple[str, Form]:
    """What a question word asks of that on which the wording alone would want a verdict.

    "Why is there no inner calf muscle?" wants the reason; other question words want what is so.
    """
    if not isinstance(form, Ask):
        return ("definition" if isinstance(form, Describe) else "listing"), form
    truth = asked.desk.graph.truth(form.triple)
    if asked.scene.mood == "why" and noted_reasons(form.triple, asked.desk.graph):
        return "reason", Because((form.triple,), truth is Truth.NO)
    return "facts", form
