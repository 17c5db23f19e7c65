"""Whether an amount is what a question says of it beside another: "fewer reps for size than stamina?"."""

from __future__ import annotations

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Literal
from qa.forms.evaluating import members
from qa.forms.logic import Select
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["gauged", "levelled"]

_Bounds = tuple[float, ...]


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


def _of_same(found: frozenset[Iri], desk: Desk) -> set[Iri]:
    """What is prescribed of the quantities of some prescriptions: "as many for size as for stamina?"."""
    quantities = {q for iri in found for q in desk.graph.objects(iri, CALF.PRESCRIBES) if isinstance(q, Iri)}
    return {iri for q in quantities for iri in desk.graph.subjects(CALF.PRESCRIBES, q)}


def levelled(found: set[Iri], scene: Scene, desk: Desk) -> str:
    """The verdict on a comparison of amounts that are all alike: "are the pauses equal?"; "" of others."""
    quantities = {q for iri in found for q in desk.graph.objects(iri, CALF.PRESCRIBES) if isinstance(q, Iri)}
    alike = {iri for q in quantities for iri in desk.graph.subjects(CALF.PRESCRIBES, q)}
    if len(quantities) != 1 or len(alike) == 1 or len({_bounds(iri, desk.graph) for iri in alike}) != 1:
        return ""
    stems, words = {t.stem for t in scene.asking}, english().words
    if stems & words["levelling"] or scene.operators("common"):
        return "yes"
    return "no" if "than" in stems or stems & words["differing"] else ""


def _sides(found: list[Iri], scene: Scene, desk: Desk) -> list[_Bounds]:
    """The amounts that a question names apart, in its order: by their goal, or when they apply."""
    told = {iri: {t.object for t in desk.graph.statements(iri)} for iri in found}
    sides: dict[Iri, _Bounds] = {}
    for anchor in scene.anchors:
        meant = [iri for iri in found if not {iri, *told[iri]}.isdisjoint(anchor.entities)]
        if len(meant) == 1 and (bounds := _bounds(meant[0], desk.graph)):
            sides.setdefault(meant[0], bounds)
    return list(sides.values())


def _bounds(prescription: Iri, graph: KnowledgeGraph) -> _Bounds:
    """The lower and the upper bound of a prescription."""
    ends = (graph.objects(prescription, prop) for prop in (CALF.MIN_VALUE, CALF.MAX_VALUE))
    return tuple(float(v.value) for values in ends for v in values[:1] if isinstance(v, Literal))
