"""Whether an exercise can be done without a thing, where a question says so or denies it in plain words."""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Ask, Select, named_in
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["spared"]

_REACH = 3  # words from "without" to the name
_KINDS = ("verification", "listing")
_MOST = 2  # exercises of which it may be said at once


@where(asks_verdict)
def spared(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on "it can't be done without a machine" and on "can it be done without one?"; else ""."""
    if reading.kind not in _KINDS:
        return ""
    claim = [t for t in scene.tokens if t.sentence == scene.claimed]
    without = next((n for n, t in enumerate(claim) if t.stem == "without"), -1)
    before = [t for t in claim[: max(0, without)] if t.clause == claim[without].clause]
    unwanted = _unwanted(claim[without], scene, desk) if without >= 0 else frozenset()
    if not unwanted or not _is_of_ability(before):
        return ""
    ways = [_ways_without(iri, unwanted, desk) for iri in _exercises(reading, desk)]
    if not ways or None in ways:
        return ""
    return "yes" if any(ways) != _is_denied(before, scene) else "no"


def _unwanted(without: Token, scene: Scene, desk: Desk) -> frozenset[Iri]:
    """The equipment named after "without", each thing of a class; none if more is to be done without."""
    gone = (a for a in scene.anchors if a.polarity in ("out", "must"))
    names = ((*a.entities, *a.classes) for a in gone)
    if sum(any(desk.connector.stands(i, CALF.EQUIPMENT) for i in name) for name in names) > 1:
        return frozenset()
    near = range(without.index + 1, without.index + 1 + _REACH)
    anchor = next((a for a in scene.anchors if a.mention.start in near), None)
    if anchor is None:
        return frozenset()
    things = {*anchor.entities, *(i for cls in anchor.classes for i in desk.graph.instances(cls))}
    return frozenset(i for i in things if desk.connector.stands(i, CALF.EQUIPMENT))


def _exercises(reading: Reading, desk: Desk) -> list[Iri]:
    """The exercises that a reading names, or has in its list."""
    form = reading.form
    about: set[Iri] = set(named_in(form)) if isinstance(form, Ask | Select) else set()
    if not any(desk.connector.stands(i, CALF.EXERCISE) for i in about) and isinstance(form, Select):
        about |= members(form.set, desk.graph)
    found = sorted(i for i in about if desk.connector.stands(i, CALF.EXERCISE))
    return found if len(found) <= _MOST else []


def _ways_without(exercise: Iri, unwanted: frozenset[Iri], desk: Desk) -> bool | None:
    """Whether some way of doing an exercise includes nothing of what is unwanted; None if none is known."""
    ways = [o for o in desk.graph.objects(exercise, CALF.HAS_EQUIPMENT_OPTION) if isinstance(o, Iri)]
    if not ways:
        return None
    return any(unwanted.isdisjoint(desk.graph.objects(way, CALF.INCLUDES_EQUIPMENT)) for way in ways)


def _is_of_ability(before: list[Token]) -> bool:
    """Whether words say what can be done, and none of what is needed or neglected."""
    words, stems = english().words, {t.stem for t in before}
    able = {"can", "possibl", "way", *words["barring"]}
    bare = stems <= {"not", "but", "and", "so"}  # "not without a machine, right?"
    barred = words["needing"] | words["neglecting"] | {"should", "must"}
    return (bare or not stems.isdisjoint(able)) and stems.isdisjoint(barred)


def _is_denied(before: list[Token], scene: Scene) -> bool:
    """Whether what can be done is denied: "can't be done", "impossible", "no way"."""
    words = english().words
    denying = words["denying"] | words["barring"] | {"no"}
    bare = len(before) <= 1
    return sum(t.stem in denying and (bare or t.index not in scene.leading) for t in before) % 2 == 1
