"""Wider properties, where that of a meaning says nothing of a thing: the whole muscle is only trained."""

from __future__ import annotations

from dataclasses import replace
from operator import is_

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
    if not isinstance(form, Select | Count):
        return form
    wide = _wide(form.set, desk)
    return form if wide is form.set else replace(form, set=wide)


def _wide(node: Set, desk: Desk) -> Set:
    """A set of wider properties; itself, with what is known of it, if none of its own leads nowhere."""
    match node:
        case Linked(prop, Thing() as to, inverse) if not exists(node, desk.graph):
            wider = sorted(desk.graph.property_term(prop).supers)
            nodes = (Linked(other, to, inverse) for other in wider)
            return next((n for n in nodes if exists(n, desk.graph)), node)
        case Every(parts) | Either(parts):
            wide = tuple([_wide(part, desk) for part in parts])
            return node if all(map(is_, wide, parts)) else type(node)(wide)
        case Without(part):
            inner = _wide(part, desk)
            return node if inner is part else Without(inner)
    return node
