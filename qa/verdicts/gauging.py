"""Whether an amount is what a question says of it beside another: "fewer reps for size than stamina?"."""

from __future__ import annotations

from kg.terms import Iri
from qa.bounding import bounds
from qa.forms.evaluating import members
from qa.forms.logic import Select, things_in
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.english import english
from qa.parsing.numbers import Amount
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.verdicts.totalling import is_per_session
from qa.vocabulary import CALF

__all__ = ["assigned", "gauged", "levelled", "prescribed"]

_Bounds = tuple[float, float]
_PAIR = 2  # amounts that make sides


def gauged(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on two amounts that a question compares: "yes", "no", or "" if it compares none."""
    form = reading.form
    if reading.kind != "quantity" or not isinstance(form, Select) or not scene.may_be_polar:
        return ""
    sides = _sides(sorted(_of_same(members(form.set, desk.graph), desk)), scene, desk)
    if len(sides) != 2:
        return ""
    (first, last), words, stems = sides, english().words, [t.stem for t in scene.asking]
    if stems.count("as") > 1 or scene.operators("common"):
        return "yes" if first == last else "no"
    if "than" not in stems:
        return ""
    if not words["lesser"].isdisjoint(stems):
        return "yes" if first < last else "no"
    return ("yes" if first > last else "no") if not words["greater"].isdisjoint(stems) else ""


@where(asks_verdict)
def assigned(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on amounts that a question assigns: "ten for stamina, twenty for size"; "" of one alone."""
    form = reading.form
    if reading.kind != "quantity" or not isinstance(form, Select):
        return ""
    found = sorted(_of_same(members(form.set, desk.graph), desk))
    if len({q for iri in found for q in desk.graph.objects(iri, CALF.PRESCRIBES)}) != 1:
        return ""  # "six sets in each of two workouts" are for others to reckon
    sides = _named_sides(found, scene, desk)
    starts = [(a, _place(a, scene)) for a in scene.parse.amounts]
    told = [(a, place) for a, place in starts if scene.tokens[place].sentence == scene.claimed]
    if len(sides) < _PAIR or len(told) != len(sides):
        return ""
    order = sorted([(place, 0) for _, place in told] + [(place, 1) for place, _ in sides])
    if [kind for _, kind in order] not in ([0, 1] * len(told), [1, 0] * len(told)):
        return ""
    held = all(low <= a.low and a.high <= high for (a, _), (_, (low, high)) in zip(told, sides, strict=True))
    return "yes" if held != is_denied(scene) else "no"


def prescribed(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on the one range that a question asks about: "is it 15-25 for stamina?"; else "".

    Who names a range with its goal, "15 to 25 repetitions for endurance", says what is prescribed, and
    so does who names it in words: "high reps for growth".
    """
    form = reading.form
    if not isinstance(form, Select) or not scene.may_be_polar or scene.before is not None:
        return ""
    ranges = [a.low != a.high for a in scene.parse.amounts]
    if ranges not in ([], [True]) or scene.feared or "than" in scene.stems:
        return ""
    named = [a for a in scene.anchors if any(CALF.PRESCRIPTION in _classes(i, desk) for i in a.entities)]
    asked = {iri for a in named for iri in a.entities}
    if reading.kind == "listing" and ranges and len(asked) == 1 and any(a.mention.weight > 1 for a in named):
        return "yes" if asked <= {*things_in(form.set)} else ""
    if reading.kind != "quantity" or is_per_session(form, scene):
        return ""
    found = members(form.set, desk.graph)
    meant = bool(asked) and asked <= _of_same(found, desk) and len(found) == 1
    return ("yes" if asked == found else "no") if meant else ""


def _classes(iri: Iri, desk: Desk) -> frozenset[Iri]:
    """The classes of a thing."""
    return desk.graph.entity(iri).classes


def _place(amount: Amount, scene: Scene) -> int:
    """The word at which an amount begins."""
    return next((t.index for t in scene.tokens if t.offset >= amount.start), 0)


def _of_same(found: frozenset[Iri], desk: Desk) -> set[Iri]:
    """What is prescribed of the quantities of some prescriptions: "as many for size as for stamina?"."""
    quantities = {q for iri in found for q in desk.graph.objects(iri, CALF.PRESCRIBES) if isinstance(q, Iri)}
    return {iri for q in quantities for iri in desk.graph.subjects(CALF.PRESCRIBES, q)}


def levelled(found: set[Iri], scene: Scene, desk: Desk) -> str:
    """The verdict on a comparison of amounts that are all alike: "are the pauses equal?"; "" of others."""
    quantities = {q for iri in found for q in desk.graph.objects(iri, CALF.PRESCRIBES) if isinstance(q, Iri)}
    alike = {iri for q in quantities for iri in desk.graph.subjects(CALF.PRESCRIBES, q)}
    if len(quantities) != 1 or len(alike) == 1 or len({bounds(iri, desk.graph) for iri in alike}) != 1:
        return ""
    stems, words = {t.stem for t in scene.asking}, english().words
    if stems & words["levelling"] or scene.operators("common"):
        return "yes"
    return "no" if "than" in stems or stems & words["differing"] else ""


def _sides(found: list[Iri], scene: Scene, desk: Desk) -> list[_Bounds]:
    """The amounts that a question names apart, in its order: by their goal, or when they apply."""
    return [span for _, span in _named_sides(found, scene, desk)]


def _named_sides(found: list[Iri], scene: Scene, desk: Desk) -> list[tuple[int, _Bounds]]:
    """Where a question names amounts apart, and their bounds, in its order."""
    told = {iri: {t.object for t in desk.graph.statements(iri)} for iri in found}
    sides: dict[Iri, tuple[int, _Bounds]] = {}
    for anchor in scene.anchors:
        meant = [iri for iri in found if not {iri, *told[iri]}.isdisjoint(anchor.entities)]
        if len(meant) == 1 and (span := bounds(meant[0], desk.graph)):
            sides.setdefault(meant[0], (anchor.mention.start, span))
    return list(sides.values())
