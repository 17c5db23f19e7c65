"""One of several by its place: "which inner-calf exercise is mentioned first?", "what is step 3?"."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Literal
from qa.forms.evaluating import members
from qa.forms.logic import Form, Kind, Linked, Select, Set, Thing, every, parts_of
from qa.kind import Desk
from qa.limits.arranging import in_source_order
from qa.mattering import where
from qa.parsing.english import english
from qa.parsing.placing import PLACES, step_named
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["in_place", "nth_step", "step_in_place"]

_MIDDLE = "middle"
_NOUNS = frozenset(("list", "item", "mention"))  # of what has places


@where(lambda scene: scene.says(_NOUNS) and scene.says({*PLACES, _MIDDLE}))
def in_place(form: Form, scene: Scene, desk: Desk) -> Form:
    """A list of exercises as the one of them that the question names by its place; itself without a place."""
    if not isinstance(form, Select) or Kind(CALF.EXERCISE) not in parts_of(form.set):
        return form
    stems = [t.stem for t in scene.asking]
    places = [stem for stem in stems if stem in PLACES or stem == _MIDDLE]
    if len(places) != 1 or _NOUNS.isdisjoint(stems) or not english().words["supposing"].isdisjoint(stems):
        return form
    found = in_source_order(members(form.set, desk.graph), (), desk)
    place = len(found) // 2 if places[0] == _MIDDLE else PLACES[places[0]]
    if not -len(found) <= place < len(found) or len(found) == 1:
        return form
    return replace(form, set=every([*parts_of(form.set), Thing(found[place])]))


def nth_step(exercise: Iri, place: int, graph: KnowledgeGraph) -> Iri | None:
    """The step of an exercise at a place: from 0, or from the end if negative; None if there is none."""
    numbered = {
        int(number.value): step
        for step in graph.objects(exercise, CALF.HAS_STEP)
        if isinstance(step, Iri)
        for number in graph.objects(step, CALF.STEP_NUMBER)
        if isinstance(number, Literal)
    }
    steps = [numbered[number] for number in sorted(numbered)]
    return steps[place] if -len(steps) <= place < len(steps) else None


@where(lambda scene: scene.says({"step"}))
def step_in_place(form: Form, scene: Scene, desk: Desk) -> Form:
    """A step of an exercise, or all, as the one that the question names by its place; else itself."""
    parts = parts_of(form.set) if isinstance(form, Select) else ()
    whole = next((p.to.iri for p in parts if _is_of_exercise(p) and isinstance(p.to, Thing)), None)
    told = [p.iri for p in parts if isinstance(p, Thing)]
    named = step_named(scene.asking) if whole is not None else None
    if whole is None or not (told or (named and _is_of_one_place(scene))):
        return form
    step = None if named is None else nth_step(whole, named[0], desk.graph)
    rest: list[Set] = [p for p in parts if not isinstance(p, Thing)]
    if step is None:  # a step of another exercise is none of this one
        own = set(desk.graph.objects(whole, CALF.HAS_STEP))
        return form if own.issuperset(told) else Select(every(rest))
    return Select(every([*rest, Thing(step)]))


def _is_of_one_place(scene: Scene) -> bool:
    """Whether a question asks what there is at one place: not for "the first step and the last"."""
    return scene.wh in ("what", "which") and sum(t.stem in PLACES for t in scene.asking) <= 1


def _is_of_exercise(part: Set) -> TypeGuard[Linked]:
    """Whether a condition is that of being a step of something."""
    return isinstance(part, Linked) and part.property == CALF.HAS_STEP and part.inverse
