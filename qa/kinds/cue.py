"""The one cue of an exercise for a part of the body or a piece of equipment: "where do my heels go"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Triple
from qa.forms.evaluating import exists, members
from qa.forms.logic import Either, Kind, Linked, Select, Set, Thing, every
from qa.kind import Desk, Draft, Reading
from qa.model import Item, Items
from qa.parsing.anchor import Anchor
from qa.parsing.lexicon import stems_of
from qa.readings.coursing import course, exercises_named, instruction
from qa.readings.cueing import is_of_a_part
from qa.remembering import per_graph
from qa.scene import Scene
from qa.telling.verbalising import capital
from qa.vocabulary import CALF

__all__ = ["Cues"]

_FEW = 3  # cues that may stand for the exercise they belong to
_LIKELY = 0.3  # probability of a cue from which one of its words is enough
_UNLIKELY = 0.1  # probability of a cue below which body parts alone do not ask for one


class Cues:
    """What one part of the body, or one piece of equipment, does in an exercise."""

    name = "cue"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """Cues that fit the exercise, body part, equipment and phase named, told apart by their words."""
        exercises = exercises_named(scene, desk)
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
        found = sorted(members(reading.form.set, desk.graph), key=lambda iri: _place(iri, desk.graph))
        texts = tuple(dict.fromkeys(instruction(iri, desk.graph) for iri in found))
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


def _place(cue: Iri, graph: KnowledgeGraph) -> tuple[int, Iri]:
    """Where a cue stands in the course of its exercise."""
    exercises = [iri for iri in graph.objects(cue, CALF.CUE_FOR) if isinstance(iri, Iri)]
    cues = [c.iri for iri in exercises[:1] for c in course(iri, graph)[1]]
    return (cues.index(cue) if cue in cues else len(cues), cue)


def _verdict(cues: frozenset[Iri], scene: Scene, desk: Desk) -> str:
    """Whether the cues tell one to do what is asked ("yes"), or not to ("no"); "" if that is open."""
    asked = {t.stem for t in scene.tokens if t.sentence == scene.core and not scene.is_plain(t.index)}
    verdicts = set()
    for iri in cues:
        before, _, denied = instruction(iri, desk.graph).lower().replace("don't", "do not").partition(" not ")
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
        for stem in stems_of(f"{graph.entity(iri).label} {instruction(iri, graph)}"):
            found.setdefault(stem, set()).add(iri)
    return {stem: frozenset(things) for stem, things in found.items()}
