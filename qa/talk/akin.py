"""What is told of a thing that is put in another's place, where the same is not told of it."""

from __future__ import annotations

from dataclasses import replace

from kg.terms import Iri
from qa.forms.evaluating import exists, members
from qa.forms.logic import Kind, Linked, Select, Set, Thing, every, parts_of, things_in
from qa.kind import Desk

__all__ = ["alone", "kindred"]


def alone(form: Select, thing: Iri, desk: Desk) -> Select | None:
    """What is told of a thing without the other conditions: "and sets?" after repetitions for a goal."""
    bare = every([p for p in parts_of(form.set) if isinstance(p, Kind) or thing in things_in(p)])
    return Select(bare) if exists(bare, desk.graph) else None


def kindred(form: Select, thing: Iri, desk: Desk) -> Select | None:
    """A list that nothing is in, asked of a thing by a property akin that says something of it.

    Toes in balance nothing, but bias a head; exercises train the whole muscle and emphasise a part.
    """
    found: list[tuple[int, Iri, Select]] = []
    for part in parts_of(form.set):
        if isinstance(part, Linked) and part.to == Thing(thing):
            rest = [other for other in parts_of(form.set) if other is not part]
            wider = [other for other in rest if not isinstance(other, Kind)]
            for prop in _akin(part.property, desk):
                link = replace(part, property=prop)
                for node in (every([*rest, link]), every([*_ranges(link, desk), *wider, link])):
                    if size := len(members(node, desk.graph)):
                        found.append((size, prop, Select(node)))
                        break
    return min(found, key=lambda f: f[:2])[2] if found else None


def _ranges(link: Linked, desk: Desk) -> list[Set]:
    """The class of what a link leads to, or from."""
    term = desk.graph.property_term(link.property)
    kind = term.range if link.inverse else term.domain
    return [Kind(kind)] if kind else []


def _akin(prop: Iri, desk: Desk) -> tuple[Iri, ...]:
    """The properties that are wider or narrower than one, or narrower than the same."""
    own = {prop, *desk.graph.property_term(prop).supers}
    return tuple(p.iri for p in desk.graph.properties() if own & {p.iri, *p.supers} and p.iri != prop)
