"""How an exercise is done: all its steps, or the one cue for a part of the body.

"how do I do donkey calf raises", "where do my heels go", "what do I do before pushing the sled"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Literal, Triple
from qa.forms.evaluating import exists, members
from qa.forms.logic import Either, Kind, Linked, Select, Set, Thing, every, parts_of
from qa.kind import Desk, Draft, Reading
from qa.limits.ordinals import nth_step
from qa.model import Item, Items
from qa.parsing.anchor import Anchor
from qa.parsing.lexicon import stems_of
from qa.parsing.placing import step_named
from qa.readings.cueing import is_of_a_part
from qa.readings.keeping import done_on
from qa.readings.succeeding import asks_what_follows, succeeding
from qa.remembering import per_graph
from qa.scene import Scene
from qa.telling.verbalising import capital
from qa.vocabulary import CALF

__all__ = ["Cues", "Procedure"]

_NEXT = 9.0  # evidence for the step that a question asks for by its neighbour
_SURELY_NEXT = 12.0  # the same of an exercise that is named, where more of the neighbour is told
_MUCH = 3  # words that tell so
_FEW = 3  # cues that may stand for the exercise they belong to
_LIKELY = 0.3  # probability of a cue from which one of its words is enough
_UNLIKELY = 0.1  # probability of a cue below which body parts alone do not ask for one


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
        yield from _numbered_step(scene, desk)

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The steps, numbered."""
        assert isinstance(reading.form, Select)
        found = sorted(members(reading.form.set, desk.graph), key=lambda iri: _number(iri, desk))
        exercise = reading.topics[0]
        name = desk.say.name(exercise)
        if not found:
            return Draft(f"No source in the graph gives the steps of {name}.", found=False, stated=False)
        steps = tuple(_instruction(iri, desk.graph) for iri in found)
        triples = tuple(Triple(exercise, CALF.HAS_STEP, iri) for iri in found)
        items = (Item(exercise, desk.say.label(exercise)),)
        if any(
            isinstance(part, Thing) for part in parts_of(reading.form.set)
        ):  # the one that comes next, or before
            lead = f"Step {_number(found[0], desk)} of {name}: {steps[0]}"
            return Draft(lead, items, (), triples)
        return Draft(f"How to do {name}, step by step:", items, (Items(steps, ordered=True),), triples)


def _next_steps(scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The step that comes next, or before: of the exercise named, else of that of which most is told."""
    if not asks_what_follows(scene):
        return
    named = {iri: anchor.words for anchor, iri in _exercises(scene, desk)} or _done_on(scene, desk)
    described = sorted({t.subject for t in desk.graph.statements(predicate=CALF.HAS_STEP)})
    found = [
        (told, iri, step, words)
        for iri in named or described
        if (asked := succeeding(scene, iri)) is not None
        for step, told, words in (asked,)
    ]
    most = max((told for told, *_ in found), default=0)
    for told, iri, step, words in found:
        if told == most:
            parts: list[Set] = [Kind(CALF.STEP), Linked(CALF.HAS_STEP, Thing(iri), inverse=True), Thing(step)]
            used = words | named.get(iri, frozenset())
            evidence = _SURELY_NEXT if named and (told >= _MUCH or "step" in scene.stems) else _NEXT
            yield Reading("procedure", Select(every(parts)), used, evidence, CALF.STEP, (iri,))


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
    for anchor, iri in _exercises(scene, desk):
        if (step := nth_step(iri, place, desk.graph)) is not None:
            parts: list[Set] = [Kind(CALF.STEP), Linked(CALF.HAS_STEP, Thing(iri), inverse=True), Thing(step)]
            yield Reading("procedure", Select(every(parts)), told | anchor.words, _NEXT, CALF.STEP, (iri,))


class Cues:
    """What one part of the body, or one piece of equipment, does in an exercise."""

    name = "cue"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """Cues that fit the exercise, body part, equipment and phase named, told apart by their words."""
        exercises = _exercises(scene, desk)
        parts: list[Set] = [Kind(CALF.CUE)]
        words: set[int] = set()
        topics: list[Iri] = []
        if exercises:
            parts.append(Linked(CALF.CUE_FOR, Thing(exercises[-1][1])))
            words |= exercises[-1][0].words
            topics.append(exercises[-1][1])
        hits = 0
        for anchor, iri, part in _roles(scene, desk):
            told = [] if is_of_a_part(anchor, scene) else [part]
            if exists(every([*parts, *told]), desk.graph):
                parts += told
                words |= anchor.words
                topics.append(iri)
                hits += 1
        aside = (a for a in scene.anchors if a.polarity == "out" or is_of_a_part(a, scene))
        named = {i for a in (*(a for a, _ in exercises), *aside) for i in a.words}
        best, said, spoken = _closest(members(every(parts), desk.graph), scene, desk, named)
        likely = scene.suggested.kinds.get("cue", 0.0) > _LIKELY
        needed = 1 if likely or _asked_exercise(scene) else 2
        if not (hits or spoken) or (not exercises and hits + len(spoken - words) < needed):
            return
        if not exercises and 0 < len(best) <= _FEW and (hits or said > 1):
            yield from _exercise_by_cue(scene, desk, best, frozenset(words | spoken))
        if not exercises and scene.suggested.kinds.get("cue", 0.0) < _UNLIKELY:
            return
        evidence = 0.4 * ((scene.wh not in ("", "why", "who")) + hits + said)
        evidence += 0.5 * bool(exercises) + 0.3 * bool(scene.cue("procedure"))
        if best:
            parts.append(best[0] if len(best) == 1 else Either(best))
        form = Select(every(parts))
        note = _verdict(members(form.set, desk.graph), scene, desk) if scene.polar else ""
        evidence += bool(note)
        used = frozenset(words | spoken)
        yield Reading(self.name, form, used, evidence, CALF.CUE, tuple(topics), note=note)

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The cues, in the order of their steps."""
        assert isinstance(reading.form, Select)
        found = sorted(members(reading.form.set, desk.graph))
        texts = tuple(dict.fromkeys(_instruction(iri, desk.graph) for iri in found))
        triples = tuple(
            Triple(iri, CALF.CUE_FOR, ex)
            for iri in found
            for ex in desk.graph.objects(iri, CALF.CUE_FOR)
            if isinstance(ex, Iri)
        )
        exercises = {t.object for t in triples if isinstance(t.object, Iri)}
        kept = tuple(t for iri in found for t in desk.graph.statements(iri, CALF.PUTS_INTO_PRACTICE))
        items = tuple(Item(iri, desk.say.label(iri)) for iri in found)
        where = f" ({desk.say.names(sorted(exercises))})" if exercises else ""
        verdict = f"{capital(reading.note)}: " if reading.note else ""
        rows = (*texts[1:], *desk.say.sentences(kept))
        lead = f"{verdict}{texts[0]}{where}"
        return Draft(lead, items, (Items(rows),) if rows else (), (*triples, *kept), boolean=reading.note)


def _verdict(cues: frozenset[Iri], scene: Scene, desk: Desk) -> str:
    """Whether the cues tell one to do what is asked ("yes"), or not to ("no"); "" if that is open."""
    asked = {t.stem for t in scene.tokens if t.sentence == scene.core and not scene.is_plain(t.index)}
    verdicts = set()
    for iri in cues:
        before, _, denied = (
            _instruction(iri, desk.graph).lower().replace("don't", "do not").partition(" not ")
        )
        if asked & set(stems_of(denied)):
            verdicts.add("no")
        elif asked & set(stems_of(before)):
            verdicts.add("yes")
    return verdicts.pop() if len(verdicts) == 1 else ""


def _asked_exercise(scene: Scene) -> frozenset[int]:
    """The words that ask for an exercise: "in which exercise do I ...?"."""
    return frozenset(i for a in scene.sought if CALF.EXERCISE in a.classes for i in a.words)


def _exercise_by_cue(
    scene: Scene, desk: Desk, cues: tuple[Thing, ...], words: frozenset[int]
) -> Iterator[Reading]:
    """The exercise that has a cue: "in which exercise do I take the safety off?"."""
    asked = _asked_exercise(scene)
    if asked:
        target: Set = cues[0] if len(cues) == 1 else Either(cues)
        form = Select(every([Kind(CALF.EXERCISE), Linked(CALF.CUE_FOR, target, inverse=True)]))
        if exists(form.set, desk.graph):
            topics = tuple(thing.iri for thing in cues)
            yield Reading("listing", form, words | asked, 1.0 + 0.4 * len(words), CALF.EXERCISE, topics)


def _roles(scene: Scene, desk: Desk) -> Iterator[tuple[Anchor, Iri, Set]]:
    """Conditions on a cue from the names in a question: body parts, equipment, phases."""
    roles = (
        (CALF.ANATOMICAL_STRUCTURE, CALF.CONCERNS),
        (CALF.EQUIPMENT, CALF.INVOLVES_EQUIPMENT),
        (CALF.PHASE, CALF.IN_PHASE),
    )
    for cls, prop in roles:
        for anchor in scene.anchors:
            for iri in anchor.entities:
                classes = desk.connector.classes_of(iri)
                if cls in classes and CALF.MUSCULAR_STRUCTURE not in classes:
                    yield anchor, iri, Linked(prop, Thing(iri))


def _closest(
    cues: frozenset[Iri], scene: Scene, desk: Desk, named: set[int]
) -> tuple[tuple[Thing, ...], int, frozenset[int]]:
    """The cues that share most content words with the question, the number shared, and where they stand."""
    asked = {
        t.stem: t.index
        for t in scene.tokens
        if t.index not in named and t.stem not in scene.plain and len(t.stem) > 2
    }
    telling = _telling(CALF.CUE, desk.graph)
    shared: dict[Iri, set[int]] = {}
    for word in asked.keys() & telling.keys():
        for iri in telling[word] & cues:
            shared.setdefault(iri, set()).add(asked[word])
    most = max(map(len, shared.values()), default=0)
    best = sorted(iri for iri, places in shared.items() if len(places) == most)
    return tuple(map(Thing, best)), most, frozenset[int]().union(*(shared[iri] for iri in best))


@per_graph(1)
def _telling(cls: Iri, graph: KnowledgeGraph) -> Mapping[str, frozenset[Iri]]:
    """The things of a class by each stem of their labels and of what they tell one to do."""
    found: dict[str, set[Iri]] = {}
    for iri in graph.instances(cls):
        for stem in stems_of(f"{graph.entity(iri).label} {_instruction(iri, graph)}"):
            found.setdefault(stem, set()).add(iri)
    return {stem: frozenset(things) for stem, things in found.items()}


def _number(iri: Iri, desk: Desk) -> int:
    """A step's place."""
    return next(
        (int(v.value) for v in desk.graph.objects(iri, CALF.STEP_NUMBER) if isinstance(v, Literal)), 0
    )


def _instruction(iri: Iri, graph: KnowledgeGraph) -> str:
    """What a step or cue tells one to do."""
    told = (v.value for v in graph.objects(iri, CALF.INSTRUCTION) if isinstance(v, Literal))
    return next(told, graph.entity(iri).label)
