"""How an exercise is done: all its steps, or the one cue for a part of the body.

"how do I do donkey calf raises", "where do my heels go", "what do I do before pushing the sled"
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.terms import Iri, Literal, Triple
from qa.evaluating import members
from qa.kind import Desk, Draft, Reading
from qa.logic import Kind, Linked, Select, Set, Thing, every
from qa.model import Item, Items
from qa.scene import Anchor, Scene
from qa.vocabulary import CALF

__all__ = ["Cues", "Procedure"]


def _exercises(scene: Scene, desk: Desk) -> list[tuple[Anchor, Iri]]:
    """The exercises named."""
    return [
        (a, iri)
        for a in scene.anchors
        for iri in a.entities
        if a.polarity != "out" and CALF.EXERCISE in desk.connector.classes_of(iri)
    ]


class Procedure:
    """All steps of an exercise, in order."""

    name = "procedure"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """One reading per exercise named."""
        cue = scene.cue("procedure")
        for anchor, iri in _exercises(scene, desk):
            evidence = (1.2 if cue else 0.0) + (0.5 if scene.wh == "how" else 0.0)
            if evidence:
                words = anchor.words | frozenset(cue.words if cue else ())
                form = Select(every([Kind(CALF.STEP), Linked(CALF.HAS_STEP, Thing(iri), inverse=True)]), CALF.STEP_NUMBER)
                yield Reading(self.name, form, words, evidence, CALF.STEP, (iri,))

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The steps, numbered."""
        assert isinstance(reading.form, Select)
        found = sorted(members(reading.form.set, desk.graph), key=lambda iri: _number(iri, desk))
        exercise = reading.topics[0]
        name = desk.say.name(exercise)
        if not found:
            return Draft(f"No source in the graph gives the steps of {name}.", found=False, stated=False)
        steps = tuple(_instruction(iri, desk) for iri in found)
        triples = tuple(Triple(exercise, CALF.HAS_STEP, iri) for iri in found)
        items = (Item(exercise, desk.say.label(exercise)),)
        return Draft(f"How to do {name}, step by step:", items, (Items(steps, ordered=True),), triples)


class Cues:
    """What one part of the body, or one piece of equipment, does in an exercise."""

    name = "cue"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """One reading from the exercise, body part, equipment and phase named, as far as they fit."""
        exercises = _exercises(scene, desk)
        roles = ((CALF.ANATOMICAL_STRUCTURE, CALF.CONCERNS), (CALF.EQUIPMENT, CALF.INVOLVES_EQUIPMENT), (CALF.PHASE, CALF.IN_PHASE))
        parts: list[Set] = [Kind(CALF.CUE)]
        words: set[int] = set()
        topics: list[Iri] = []
        if exercises:
            parts.append(Linked(CALF.CUE_FOR, Thing(exercises[-1][1])))
            words |= exercises[-1][0].words
            topics.append(exercises[-1][1])
        hits = 0
        for cls, prop in roles:
            for anchor in scene.anchors:
                for iri in anchor.entities:
                    if cls not in desk.connector.classes_of(iri) or CALF.MUSCULAR_STRUCTURE in desk.connector.classes_of(iri):
                        continue
                    part = Linked(prop, Thing(iri))
                    if members(every([*parts, part]), desk.graph):
                        parts.append(part)
                        words |= anchor.words
                        topics.append(iri)
                        hits += 1
        if hits:
            asks = 0.5 if scene.wh in ("what", "where", "how", "which", "when") else 0.0
            cue = scene.cue("procedure")
            evidence = 0.3 + asks + 0.5 * hits + (0.5 if exercises else 0.0) + (0.3 if cue else 0.0)
            yield Reading(self.name, Select(every(parts)), frozenset(words), evidence, CALF.CUE, tuple(topics))

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The cues, in the order of their steps."""
        assert isinstance(reading.form, Select)
        found = sorted(members(reading.form.set, desk.graph))
        texts = tuple(dict.fromkeys(_instruction(iri, desk) for iri in found))
        triples = tuple(
            Triple(iri, CALF.CUE_FOR, ex) for iri in found for ex in desk.graph.objects(iri, CALF.CUE_FOR) if isinstance(ex, Iri)
        )
        exercises = {t.object for t in triples if isinstance(t.object, Iri)}
        items = tuple(Item(iri, desk.say.label(iri)) for iri in found)
        where = f" ({desk.say.names(sorted(exercises))})" if exercises else ""
        if len(texts) == 1:
            return Draft(f"{texts[0]}{where}", items, (), triples)
        return Draft(f"{texts[0]}{where}", items, (Items(texts[1:]),), triples)


def _number(iri: Iri, desk: Desk) -> int:
    """A step's place."""
    return next((int(v.value) for v in desk.graph.objects(iri, CALF.STEP_NUMBER) if isinstance(v, Literal)), 0)


def _instruction(iri: Iri, desk: Desk) -> str:
    """What a step or cue tells one to do."""
    return next(
        (v.value for v in desk.graph.objects(iri, CALF.INSTRUCTION) if isinstance(v, Literal)), desk.say.label(iri)
    )
