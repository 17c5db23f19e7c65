"""One of several by its place: "which inner-calf exercise is mentioned first?", "what is step 3?"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TypeGuard

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Literal
from qa.forms.evaluating import members
from qa.forms.logic import Form, Kind, Linked, Select, Set, Thing, every, parts_of
from qa.kind import Desk
from qa.limits.arranging import in_source_order
from qa.mattering import where
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.parsing.numbers import digits
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["in_place", "nth_step", "step_named"]

_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "last": -1, "final": -1}
_SHORT = re.compile(r"(\d+)(?:st|nd|rd|th)")  # "3rd"
_SHIFTS = {"after": 1, "follow": 1, "befor": -1, "preced": -1}  # to the step next to one
_MIDDLE = "middle"
_NOUNS = frozenset(("list", "item", "mention"))  # of what has places


@where(lambda scene: scene.says(_NOUNS) and scene.says({*_PLACES, _MIDDLE}))
def in_place(form: Form, scene: Scene, desk: Desk) -> Form:
    """A list of exercises, or a step, as the one that the question names by its place; itself without one."""
    if (step := _step_in_place(form, scene, desk)) is not None:
        return step
    if not isinstance(form, Select) or Kind(CALF.EXERCISE) not in parts_of(form.set):
        return form
    stems = [t.stem for t in scene.asking]
    places = [stem for stem in stems if stem in _PLACES or stem == _MIDDLE]
    if len(places) != 1 or _NOUNS.isdisjoint(stems) or not english().words["supposing"].isdisjoint(stems):
        return form
    found = in_source_order(members(form.set, desk.graph), (), desk)
    place = len(found) // 2 if places[0] == _MIDDLE else _PLACES[places[0]]
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


def _step_in_place(form: Form, scene: Scene, desk: Desk) -> Form | None:
    """One step of an exercise as the one that the question names by its number; None for another form."""
    parts = parts_of(form.set) if isinstance(form, Select) else ()
    whole = next((p.to.iri for p in parts if _is_of_exercise(p) and isinstance(p.to, Thing)), None)
    named = None if whole is None else step_named(scene)
    if whole is None or named is None or not any(isinstance(p, Thing) for p in parts):
        return None
    step = nth_step(whole, named[0], desk.graph)
    rest = [p for p in parts if not isinstance(p, Thing)]
    return None if step is None else Select(every([*rest, Thing(step)]))


def _is_of_exercise(part: Set) -> TypeGuard[Linked]:
    """Whether a condition is that of being a step of something."""
    return isinstance(part, Linked) and part.property == CALF.HAS_STEP and part.inverse


def step_named(scene: Scene) -> tuple[int, frozenset[int]] | None:
    """The place of the step that a question names, and the words for it.

    "Step 3" is at 2, "the last step" at -1, and "after step 3" names the step that follows.
    """
    for first, second in pairwise(scene.asking):
        number = digits(second.text.lower())
        counted = first.stem == "step" and number.isdigit() and int(number) > 0
        place = int(number) - 1 if counted else _place(first) if second.stem == "step" else None
        if place is None:
            continue
        before = [
            t for t in scene.asking if t.index < first.index and t.stem not in english().words["articles"]
        ]
        shift = next((_SHIFTS[t.stem] for t in before[-1:] if t.stem in _SHIFTS), 0)
        return (
            None if place + shift < min(place, 0) else (place + shift, frozenset((first.index, second.index)))
        )
    return None


def _place(token: Token) -> int | None:
    """The place that a word names, from 0; -1 for the last."""
    if short := _SHORT.fullmatch(token.text.lower()):
        return int(short[1]) - 1
    return _PLACES.get(token.stem)
