"""Order by depth or another relation of before and behind: "order the calf muscles from the skin inwards"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.terms import Iri, Triple
from qa.forms.evaluating import members
from qa.forms.logic import Either, Every, Kind, Linked, Select, Set, every
from qa.kind import Desk, Draft, Reading
from qa.model import Item
from qa.scene import Scene
from qa.telling.verbalising import MOST_TOLD, capital

__all__ = ["Ordering"]


class Ordering:
    """Things of a class put in order by a relation between them."""

    name = "ordering"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """One reading per class named and relation that runs between its members."""
        cue = scene.cue("order")
        if not cue:
            return
        for anchor in scene.anchors:
            for cls in anchor.classes:
                for prop in desk.graph.properties():
                    if prop.inverse and prop.domain == prop.range and desk.connector.stands(cls, prop.domain):
                        both = Either((Linked(prop.iri, Kind(cls)), Linked(prop.inverse, Kind(cls))))
                        node = every([Kind(cls), both])
                        if len(members(node, desk.graph)) > 1:
                            words = anchor.words | frozenset(cue.words)
                            evidence = 1.5 + (0.5 if prop.iri in scene.cued else 0.0) + 0.1 * prop.salience
                            yield Reading(self.name, Select(node), words, evidence, cls, (prop.iri,))

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The members, first to last."""
        assert isinstance(reading.form, Select)
        prop = _relation(reading.form.set)
        told, rest = _told(members(reading.form.set, desk.graph), prop, desk)
        among = set(told)
        below = {iri: [o for o in desk.graph.objects(iri, prop) if o in among] for iri in told}
        ordered = sorted(told, key=lambda iri: (-len(_reach(iri, below)), desk.say.label(iri)))
        triples = tuple(Triple(iri, prop, o) for iri in ordered for o in below[iri])
        items = tuple(Item(iri, desk.say.label(iri)) for iri in (*ordered, *rest))
        names = [*map(desk.say.name, ordered), *([f"{len(rest):,} more"] if rest else [])]
        lead = f"{capital(', then '.join(names))}."
        return Draft(f"{lead} {' '.join(desk.say.sentences(triples))}", items, (), triples)


def _told(found: Iterable[Iri], prop: Iri, desk: Desk) -> tuple[list[Iri], list[Iri]]:
    """The members that an answer puts in order, and the rest of more than a reader reads.

    Told are those that the property leads from to most things: all that lies behind another does so too.
    """
    graph, label = desk.graph, desk.say.label
    first = sorted(found, key=lambda iri: (-len(graph.objects(iri, prop)), label(iri)))
    return first[:MOST_TOLD], first[MOST_TOLD:]


def _relation(node: Set) -> Iri:
    """The property that a set of things is ordered by: the first that stands in it."""
    match node:
        case Linked(prop):
            return prop
        case Every(parts) | Either(parts):
            return next(_relation(part) for part in parts if isinstance(part, Linked | Every | Either))
    raise ValueError("nothing in the set says how its members lie to one another")


def _reach(iri: Iri, below: dict[Iri, list[Iri]]) -> set[Iri]:
    """Everything after a thing, directly or through others."""
    seen: set[Iri] = set()
    stack = list(below[iri])
    while stack:
        current = stack.pop()
        if current not in seen:
            seen.add(current)
            stack += below.get(current, [])
    return seen
