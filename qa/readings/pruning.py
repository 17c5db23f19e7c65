"""Lists without what comes from the wording alone: things that the question neither names nor excludes."""

from __future__ import annotations

from dataclasses import replace

from kg.terms import Iri
from qa.forms.evaluating import exists
from qa.forms.logic import (
    Count,
    Either,
    Every,
    Form,
    Linked,
    Select,
    Set,
    Thing,
    Without,
    either,
    every,
    named_in,
    things_in,
)
from qa.kind import Desk
from qa.limits.conditions import NO_VERSIONS
from qa.parsing.masking import mask_of
from qa.readings.asked import Asked
from qa.vocabulary import CALF

__all__ = ["involves", "pruned"]

_LISTS = ("listing", "counting")


def pruned(kind: str, form: Form, asked: Asked) -> Form:
    """A list without alternatives and exclusions of masked things that the question does not name.

    Where a form has several masked things, some that the question names and some that it does not, the
    latter come from the wording alone: it cannot tell how many of them a question names.
    """
    if kind not in _LISTS or not isinstance(form, Select | Count):
        return form
    masked = (i for i in named_in(form) if mask_of(asked.desk.graph.entity(i).classes))
    strange = frozenset(iri for iri in masked if iri not in asked.meant and not _is_told(iri, asked))
    return replace(form, set=_without(form.set, strange, asked)) if strange else form


def _is_out(iri: Iri, asked: Asked) -> bool:
    """Whether the question excludes equipment or a position of an exercise, and so the exercise."""
    return any(involves(iri, item, asked.desk) for item in asked.unwanted)


def _is_told(iri: Iri, asked: Asked) -> bool:
    """Whether the question excludes a thing, or names equipment of an exercise and does not keep it."""
    employed = (involves(iri, item, asked.desk) for item in asked.employed)
    return iri in asked.unwanted or _is_out(iri, asked) or any(employed)


def involves(iri: Iri, item: Iri, desk: Desk) -> bool:
    """Whether an exercise is done with equipment, or in a position."""
    ways = (Linked(prop, Thing(item)) for prop in (CALF.USES_EQUIPMENT, CALF.HAS_POSITION))
    return any(exists(every([Thing(iri), way]), desk.graph) for way in ways)


def _without(node: Set, strange: frozenset[Iri], asked: Asked) -> Set:
    """A set without parts that speak of strange things alone, where one beside them speaks of a thing named.

    An exclusion that goes may have excluded versions, too: then versions go aside.
    """
    match node:
        case Either(parts):
            kept = [p for p in parts if not _is_of(p, strange)]
            telling = any(asked.named.intersection(things_in(p)) for p in parts)
            return either(kept) if telling and kept else node
        case Every(parts):
            out = [p for p in parts if isinstance(p, Without) and things_in(p)]
            telling = any(_is_told(iri, asked) for p in out for iri in things_in(p))
            gone = [p for p in out if telling and _is_of(p, strange)]
            aside = [NO_VERSIONS] if any(_excludes_versions(p) for p in gone) else []
            return every([*(_without(p, strange, asked) for p in parts if p not in gone), *aside])
    return node


def _excludes_versions(node: Set) -> bool:
    """Whether versions of an exercise are excluded."""
    inner = node.part if isinstance(node, Without) else node
    return isinstance(inner, Linked) and inner.property == CALF.VARIATION_OF


def _is_of(node: Set, things: frozenset[Iri]) -> bool:
    """Whether all things that a set names are among these."""
    found = things_in(node)
    return bool(found) and things.issuperset(found)
