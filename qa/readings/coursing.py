"""The course of an exercise: its cues in the order of its steps, and which of them some words tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Literal
from qa.kind import Desk
from qa.parsing.anchor import Anchor
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import Token
from qa.remembering import per_graph
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["Cue", "Place", "course", "exercises_named", "instruction", "told_at"]

_HALF = 0.5  # of some telling words, those that a step must have
_ASIDE = re.compile(r"\b(before|without|not)\b[^,.:]*", re.IGNORECASE)  # what else is done, or is not to be


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with the number of its step, its phase, the stems of what it says, and what it has to do with."""

    iri: Iri
    step: int
    phase: str
    stems: frozenset[str]
    about: frozenset[Iri]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is told: the number of the step, the places of its cue and its word in the text.

    `words` are those of the question that tell it, `share` how many these are of all that should.
    """

    step: int
    cue: int
    word: int
    words: frozenset[int] = field(compare=False)
    share: float = field(compare=False)


def exercises_named(scene: Scene, desk: Desk) -> list[tuple[Anchor, Iri]]:
    """The exercises that a question names and does not set aside."""
    return [
        (a, iri)
        for a in scene.anchors
        for iri in a.entities
        if a.polarity != "out" and CALF.EXERCISE in desk.connector.classes_of(iri)
    ]


def told_at(exercise: Iri, telling: Sequence[Token], scene: Scene) -> list[Place]:
    """Where the steps of an exercise have most of what some words tell, if half of these at least."""
    steps, cues = course(exercise, scene.graph)
    content = {t.index: t.stem for t in telling if not scene.is_plain(t.index)}
    pairs = {*pairwise(t.stem for t in telling)}  # "toes in" is not "big and second toes"
    by_cue = _heard_of(exercise, telling, scene)
    found = []
    for number, step in enumerate(steps, 1):
        text = stems_of(_ASIDE.sub(" ", instruction(step, scene.graph)))
        own = [n for n, cue in enumerate(cues) if cue.step == number]
        stems = frozenset(text).union(*(cues[n].stems for n in own))
        said = frozenset(i for i, told in content.items() if told in stems)
        words = said.union(*(by_cue[n] for n in own))
        cue = max(own, key=lambda n: len(by_cue[n]), default=0)
        word = min((text.index(content[i]) for i in said if content[i] in text), default=len(text))
        score = len(said) + len(words) + len(pairs.intersection(pairwise(text)))  # names are half as telling
        found.append((score, Place(number, cue, word, words, _share(words, content))))
    most = max((score for score, _ in found), default=0)
    best = [place for score, place in found if score == most]
    return [place for place in best if place.words and place.share >= _HALF]


def _share(words: frozenset[int], content: Collection[int]) -> float:
    """How many of the telling words some words are."""
    return len(words.intersection(content)) / len(content) if content else 1.0


def _heard_of(exercise: Iri, telling: Sequence[Token], scene: Scene) -> list[frozenset[int]]:
    """For each cue of an exercise, in order: which of the words that tell where one is are of it."""
    stems = {t.stem for t in telling} - scene.plain - _called(exercise, scene.graph)
    return [_heard(cue, telling, stems, scene) for cue in course(exercise, scene.graph)[1]]


def _heard(cue: Cue, telling: Sequence[Token], stems: set[str], scene: Scene) -> frozenset[int]:
    """The words told that a cue has, or that name what it has to do with."""
    words = {t.index for t in telling if t.stem in stems & cue.stems}
    told = {t.index for t in telling}
    names = (a.words for a in scene.anchors if not cue.about.isdisjoint(a.entities))
    return frozenset(words).union(*(own for own in names if own <= told))


def _called(exercise: Iri, graph: KnowledgeGraph) -> frozenset[str]:
    """The stems of an exercise's own name."""
    return frozenset(stems_of(graph.entity(exercise).label))


@per_graph(64)
def course(exercise: Iri, graph: KnowledgeGraph) -> tuple[tuple[Iri, ...], tuple[Cue, ...]]:
    """The steps of an exercise in order, and their cues in the order in which the steps speak of them."""
    found = [s for s in graph.objects(exercise, CALF.HAS_STEP) if isinstance(s, Iri)]
    steps = sorted(found, key=lambda s: float(_value(s, CALF.STEP_NUMBER, graph) or 0))
    cues: list[Cue] = []
    for number, step in enumerate(steps, 1):
        text = stems_of(_value(step, CALF.INSTRUCTION, graph))
        own = [c for c in graph.objects(step, CALF.HAS_CUE) if isinstance(c, Iri)]
        said = [Cue(c, number, _phase(c, graph), _said(c, graph), _about(c, graph)) for c in own]
        cues += sorted(said, key=lambda cue: _first(cue, text, said))
    return tuple(steps), tuple(cues)


def instruction(thing: Iri, graph: KnowledgeGraph) -> str:
    """What a step or cue tells one to do; its label, if it tells nothing."""
    return _value(thing, CALF.INSTRUCTION, graph) or graph.entity(thing).label


def _said(cue: Iri, graph: KnowledgeGraph) -> frozenset[str]:
    """The stems of what a cue tells one to do, without what that comes before, or what one should not do."""
    text = f"{graph.entity(cue).label}. {_value(cue, CALF.INSTRUCTION, graph)}"
    return frozenset(stems_of(_ASIDE.sub(" ", text)))


def _phase(cue: Iri, graph: KnowledgeGraph) -> str:
    """The first phase of a cue; "" without any."""
    return min((str(phase) for phase in graph.objects(cue, CALF.IN_PHASE)), default="")


def _about(cue: Iri, graph: KnowledgeGraph) -> frozenset[Iri]:
    """The things that a cue has to do with: parts of the body, phases, principles; no gear."""
    aside = (CALF.CUE_FOR, CALF.INVOLVES_EQUIPMENT)
    things = (t.object for t in graph.statements(cue) if t.predicate not in aside)
    return frozenset(iri for iri in things if isinstance(iri, Iri))


def _first(cue: Cue, text: Sequence[str], beside: Iterable[Cue]) -> int:
    """Where a step first has a word that only this one of its cues has."""
    rest = frozenset().union(*(c.stems for c in beside if c is not cue))
    return next((n for n, stem in enumerate(text) if stem in cue.stems - rest), len(text))


def _value(thing: Iri, prop: Iri, graph: KnowledgeGraph) -> str:
    """The text or number of a thing under a property; "" without any."""
    return next((v.value for v in graph.objects(thing, prop) if isinstance(v, Literal)), "")
