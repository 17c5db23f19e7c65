"""Wider properties, where that of a meaning says nothing of a thing: the whole muscle is only trained."""

from __future__ import annotations

from dataclasses import replace

from kg.schema import Truth
from qa.forms.evaluating import exists
from qa.forms.logic import Ask, Count, Either, Every, Form, Linked, Select, Set, Thing, Without
from qa.kind import Desk

__all__ = ["widened"]


def widened(form: Form, desk: Desk) -> Form:
    """A form in which a property that leads nowhere from a thing is the next wider one that does.

    Exercises emphasise a head; the whole muscle they only train.
    """
    if isinstance(form, Ask) and desk.connector.is_property(form.triple.predicate):
        wider = sorted(desk.graph.property_term(form.triple.predicate).supers)
        asked = (form, *(Ask(form.triple._replace(predicate=other)) for other in wider))
        return next((ask for ask in asked if desk.graph.truth(ask.triple) is Truth.YES), form)
    return replace(form, set=_wide(form.set, desk)) if isinstance(form, Select | Count) else form


def _wide(node: Set, desk: Desk) -> Set:
    match node:
        case Linked(prop, Thing() as to, inverse):
            wider = sorted(desk.graph.property_term(prop).supers)
            nodes = (node, *(Linked(other, to, inverse) for other in wider))
            return next((n for n in nodes if exists(n, desk.graph)), node)
        case Every(parts) | Either(parts):
            return type(node)(tuple(_wide(part, desk) for part in parts))
        case Without(part):
            return Without(_wide(part, desk))
    return node
