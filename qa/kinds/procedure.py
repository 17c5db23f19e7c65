"""How an exercise is done: all its steps, the one that comes next, or which of two comes first.

"how do I do donkey calf raises", "what do I do before pushing the sled", "knees before or after the safety?"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.terms import Iri, Literal, Triple
from qa.forms.evaluating import members
from qa.forms.logic import Either, Kind, Linked, Select, Set, Thing, every, parts_of
from qa.kind import Desk, Draft, Reading
from qa.limits.ordinals import nth_step
from qa.model import Item, Items
from qa.parsing.placing import step_named
from qa.readings.arranging import arranged, asks_order
from qa.readings.coursing import exercises_named, instruction
from qa.readings.keeping import done_on
from qa.readings.succeeding import asks_what_follows, succeeding
from qa.scene import Scene
from qa.telling.verbalising import capital
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["Procedure"]

_NEXT = 9.0  # evidence for the step that a question asks for by its neighbour
_SURELY_NEXT = 12.0  # the same of an exercise that is named, where more of the neighbour is told
_MUCH = 3  # words that tell so


class Procedure:
    """All steps of an exercise, in order."""

    name = "procedure"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """One reading per exercise named."""
        cue = scene.cue("procedure")
        for anchor, iri in exercises_named(scene, desk):
            plain = scene.wh == "how" and not any(t.sentence == scene.core for t in scene.unknown)
            evidence = (1.2 if cue else 0.0) + (0.5 if plain else 0.0)
            if evidence:
                words = anchor.words | frozenset(cue.words if cue else ())
                form = Select(
                    every([Kind(CALF.STEP), Linked(CALF.HAS_STEP, Thing(iri), inverse=True)]),
                    CALF.STEP_NUMBER,
                )
                yield Reading(self.name, form, words, evidence, CALF.STEP, (iri,))
        yield from _next_steps(scene, desk)
        yield from _ordered_steps(scene, desk)
        yield from _numbered_step(scene, desk)

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The steps, numbered."""
        assert isinstance(reading.form, Select)
        found = sorted(members(reading.form.set, desk.graph), key=lambda iri: _number(iri, desk))
        exercise = reading.topics[0]
        name = desk.say.name(exercise)
        if not found:
            return Draft(f"No source in the graph gives the steps of {name}.", found=False, stated=False)
        steps = tuple(instruction(iri, desk.graph) for iri in found)
        triples = tuple(Triple(exercise, CALF.HAS_STEP, iri) for iri in found)
        items = (Item(exercise, desk.say.label(exercise)),)
        if reading.note:
            lead = _order_told(reading.note, [_number(iri, desk) for iri in found], steps, name)
            verdict = reading.note if reading.note in CONTRARY else ""
            return Draft(lead, items, (), triples, boolean=verdict)
        if any(isinstance(part, Thing) for part in parts_of(reading.form.set)):  # what comes next, or before
            lead = f"Step {_number(found[0], desk)} of {name}: {steps[0]}"
            return Draft(lead, items, (), triples)
        return Draft(f"How to do {name}, step by step:", items, (Items(steps, ordered=True),), triples)


def _next_steps(scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The step that comes next, or before: of the exercise named, else of that of which most is told."""
    if not asks_what_follows(scene):
        return
    named, exercises = _candidates(scene, desk)
    aside = frozenset[int]().union(*named.values())
    found = [
        (told, iri, step, words)
        for iri in exercises
        if (asked := succeeding(scene, iri, aside)) is not None
        for step, told, words in (asked,)
    ]
    most = max((told for told, *_ in found), default=0)
    for told, iri, step, words in found:
        if told == most:
            evidence = _SURELY_NEXT if named and (told >= _MUCH or "step" in scene.stems) else _NEXT
            yield _of_steps(iri, (step,), words | named.get(iri, frozenset()), evidence)


def _ordered_steps(scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The two steps whose order a question asks, or claims: of what is named, else where most is told."""
    if not asks_order(scene):
        return
    named, exercises = _candidates(scene, desk)
    aside = frozenset[int]().union(*named.values())
    asked = ((iri, arranged(scene, iri, aside)) for iri in exercises)
    found = [(iri, told) for iri, told in asked if told is not None]
    most = max((len(told.words) for _, told in found), default=0)
    for iri, told in found:
        if len(told.words) == most:
            words = told.words | named.get(iri, frozenset())
            yield replace(_of_steps(iri, told.steps, words, _SURELY_NEXT), note=told.note)


def _candidates(scene: Scene, desk: Desk) -> tuple[dict[Iri, frozenset[int]], list[Iri]]:
    """The exercises named, also by their equipment, with their words; and these, or all with steps."""
    named = {iri: anchor.words for anchor, iri in exercises_named(scene, desk)} or _done_on(scene, desk)
    described = () if named else {t.subject for t in desk.graph.statements(predicate=CALF.HAS_STEP)}
    return named, [*named, *sorted(described)]


def _of_steps(exercise: Iri, steps: tuple[Iri, ...], words: frozenset[int], evidence: float) -> Reading:
    """A reading of one or two steps of an exercise."""
    asked: Set = Either(tuple(map(Thing, steps))) if len(steps) > 1 else Thing(steps[0])
    parts: list[Set] = [Kind(CALF.STEP), Linked(CALF.HAS_STEP, Thing(exercise), inverse=True), asked]
    return Reading("procedure", Select(every(parts)), words, evidence, CALF.STEP, (exercise,))


def _order_told(note: str, numbers: list[int], steps: Sequence[str], name: str) -> str:
    """The order of two steps, or of two things told in one step, after what a question asks of it."""
    told = [f"step {number}, “{text.rstrip('.')}”" for number, text in zip(numbers, steps, strict=True)]
    if len(told) == 1:
        said = f"both belong to step {numbers[0]} of {name}, in this order: {steps[0]}"
        return capital(said) if note == "first" else f"{capital(note)}: {said}"
    if note == "first":
        return f"{capital(told[0])}, comes first in {name}; then comes {told[1]}."
    return f"{capital(note)}: in {name}, {told[0]}, comes before {told[1]}."


def _done_on(scene: Scene, desk: Desk) -> dict[Iri, frozenset[int]]:
    """The exercises that equipment which is named is there for alone, with its words: "on the leg press"."""
    named = [(a.words, iri) for a in scene.anchors if a.polarity == "in" for iri in a.entities]
    return {exercise: words for words, iri in named for exercise in done_on((iri,), desk)}


def _numbered_step(scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The step that a question names by its number: "what is step 3 of the donkey raise?"."""
    asked = None if asks_what_follows(scene) else step_named(scene.asking)
    if asked is None:
        return
    place, told = asked
    for anchor, iri in exercises_named(scene, desk):
        if (step := nth_step(iri, place, desk.graph)) is not None:
            yield _of_steps(iri, (step,), told | anchor.words, _NEXT)


def _number(iri: Iri, desk: Desk) -> int:
    """A step's place."""
    return next(
        (int(v.value) for v in desk.graph.objects(iri, CALF.STEP_NUMBER) if isinstance(v, Literal)), 0
    )
