"""Which step comes next, or before: "the sled is pressed away, now what?", "what precedes unlocking?".

What a question tells is found among the cues of an exercise; the step that it asks for is the one after the
told cue, or before it: the same step, if that goes on after the cue, else the nearest that has to do with the
part of the body asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Literal
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import Token
from qa.remembering import per_graph
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["asks_what_follows", "succeeding"]

_LEAST = 2  # words of a cue that must be told
_ORDERED = ("come", "go")
_STEPS = frozenset(("next", "steps", "step", "come", "follow"))  # ask for a step in so many words
_BEFORE = re.compile(r"\bbefore\b[^,.]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of a question that tell where one is, those that ask, and the direction: 1 is after."""

    telling: tuple[Token, ...]
    asking: tuple[Token, ...]
    forth: int
    words: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue with the number of its step, its phase, the stems of what it says, and what it has to do with."""

    iri: Iri
    step: int
    phase: str
    stems: frozenset[str]
    about: frozenset[Iri]


def asks_what_follows(scene: Scene) -> bool:
    """Whether a question asks what comes next, or before."""
    return _where(scene) is not None


def succeeding(scene: Scene, exercise: Iri) -> tuple[Iri, int, frozenset[int]] | None:
    """The step before or after what is told, how much was told, and the words; None if none is asked for."""
    told = _where(scene)
    if told is None:
        return None
    steps, cues = _course(exercise, scene.graph)
    stems = {t.stem for t in told.telling} - scene.plain - _called(exercise, scene.graph)
    heard = [_heard(cue, told, stems, scene) for cue in cues]
    places = [place for place, words in enumerate(heard) if len(words) >= _LEAST]
    places = places or [place for place, cue in enumerate(cues) if cue.iri in _told_before(scene)]
    places = places or (_alone(cues, heard) if scene.says(_STEPS) else [])
    if not places:
        return None
    place = places[-1] if told.forth > 0 else max(places, key=lambda place: len(heard[place]))
    wanted = {t.stem for t in told.asking} - scene.plain - stems
    own = cues[place].step
    begun = zip(cues[:place], heard, strict=False)
    if told.forth < 0 and any(cue.step == own and not words for cue, words in begun):
        number = own  # which begins with something else
    else:
        number = _asked(cues[place + 1 :] if told.forth > 0 else cues[:place][::-1], cues[place], wanted)
    return steps[number - 1], max(map(len, heard)), told.words | heard[place]


def _told_before(scene: Scene) -> frozenset[Iri]:
    """What the turn before told, which "after that" takes up."""
    points = any(t.stem in english().words["pointing"] for t in scene.asking)
    carried = (a for a in scene.anchors if a.words <= scene.carried)
    return frozenset(iri for a in carried for iri in a.entities) if points else frozenset()


def _alone(cues: Sequence[_Cue], heard: Sequence[frozenset[int]]) -> list[int]:
    """The places of the cues that have a word told, if one step alone has such."""
    places = [place for place, words in enumerate(heard) if words]
    return places if len({cues[place].step for place in places}) == 1 else []


def _heard(cue: _Cue, told: _Told, stems: set[str], scene: Scene) -> frozenset[int]:
    """The words told that a cue has, or that name what it has to do with."""
    words = {t.index for t in told.telling if t.stem in stems & cue.stems}
    telling = {t.index for t in told.telling}
    names = (a.words for a in scene.anchors if not cue.about.isdisjoint(a.entities))
    return frozenset(words).union(*(own for own in names if own <= telling))


def _asked(others: Sequence[_Cue], told: _Cue, wanted: Iterable[str]) -> int:
    """The number of the nearest step that has what is asked about, else of the nearest."""
    apart = [cue for cue in others if (cue.step, cue.phase) != (told.step, told.phase)]
    fit = (cue.step for cue in apart if not cue.stems.isdisjoint(wanted))
    return next(fit, apart[0].step if apart else told.step)


def _where(scene: Scene) -> _Told | None:
    """What a question tells of where one is; looked for once."""
    return scene.once("where one is", lambda: _told(scene))


def _told(scene: Scene) -> _Told | None:
    """What a question tells of where one is; None if it does not ask what comes next, or before."""
    words, asking = english().words, scene.asking
    places = [t for t, before in zip(asking, (None, *asking), strict=False) if _comes_before(t, before)]
    # "Once I'm up, what do I do before coming down?"
    until = words["until"] if scene.says(words["until"]) else ()
    between = bool(until) and any(t.stem in until and t not in places for t in asking)
    if between or (scene.may_be_polar and scene.mood != "none"):
        return None
    for token in asking:
        back, forth = token.stem in words["preceding"] or token in places, token.stem in words["following"]
        if not (back or forth):
            continue
        after = [t for t in asking if t.index > token.index and t.clause == token.clause]
        if any(not english().is_plain(t.stem) for t in after):
            rest = tuple(t for t in asking if t not in after and t is not token)
            return _Told(tuple(after), rest, 1 if forth else -1, frozenset((token.index,)))
    for token in asking:
        ends = token.stem in words["following"] and token is asking[-1]
        if ends or (token.stem in words["onward"] and not _is_aside(token, asking)):
            clause = scene.clause_of(token)
            telling = tuple(t for t in scene.tokens if t not in clause and t.offset >= 0)
            return _Told(telling or asking, tuple(clause), 1, frozenset((token.index,)))
    return None


def _comes_before(word: Token, before: Token | None) -> bool:
    """Whether a word asks for what stands earlier in an order: "what comes before unlocking it"."""
    return word.stem == "befor" and before is not None and before.stem in _ORDERED


def _is_aside(word: Token, asking: Sequence[Token]) -> bool:
    """Whether a word for the next step says something else: "next to it", "now tell me"."""
    stems = {t.index - word.index: t.stem for t in asking}
    if word.stem != "now":
        return stems.get(1) == "to"
    last = stems.get(1) == "what" and 2 not in stems
    return not (last or stems.get(-1) == "what")


def _called(exercise: Iri, graph: KnowledgeGraph) -> frozenset[str]:
    """The stems of an exercise's own name."""
    return frozenset(stems_of(graph.entity(exercise).label))


@per_graph(64)
def _course(exercise: Iri, graph: KnowledgeGraph) -> tuple[tuple[Iri, ...], tuple[_Cue, ...]]:
    """The steps of an exercise in order, and their cues in the order in which the steps speak of them."""
    found = [s for s in graph.objects(exercise, CALF.HAS_STEP) if isinstance(s, Iri)]
    steps = sorted(found, key=lambda s: float(_value(s, CALF.STEP_NUMBER, graph) or 0))
    cues: list[_Cue] = []
    for number, step in enumerate(steps, 1):
        text = stems_of(_value(step, CALF.INSTRUCTION, graph))
        own = [c for c in graph.objects(step, CALF.HAS_CUE) if isinstance(c, Iri)]
        said = [_Cue(c, number, _phase(c, graph), _said(c, graph), _about(c, graph)) for c in own]
        cues += sorted(said, key=lambda cue: _first(cue, text, said))
    return tuple(steps), tuple(cues)


def _said(cue: Iri, graph: KnowledgeGraph) -> frozenset[str]:
    """The stems of what a cue tells one to do, without what that comes before."""
    text = f"{graph.entity(cue).label} {_value(cue, CALF.INSTRUCTION, graph)}"
    return frozenset(stems_of(_BEFORE.sub(" ", text)))


def _phase(cue: Iri, graph: KnowledgeGraph) -> str:
    """The first phase of a cue; "" without any."""
    return min((str(phase) for phase in graph.objects(cue, CALF.IN_PHASE)), default="")


def _about(cue: Iri, graph: KnowledgeGraph) -> frozenset[Iri]:
    """The things that a cue has to do with: parts of the body, phases, principles; no gear."""
    aside = (CALF.CUE_FOR, CALF.INVOLVES_EQUIPMENT)
    things = (t.object for t in graph.statements(cue) if t.predicate not in aside)
    return frozenset(iri for iri in things if isinstance(iri, Iri))


def _first(cue: _Cue, text: Sequence[str], beside: Iterable[_Cue]) -> int:
    """Where a step first has a word that only this one of its cues has."""
    rest = frozenset().union(*(c.stems for c in beside if c is not cue))
    return next((n for n, stem in enumerate(text) if stem in cue.stems - rest), len(text))


def _value(thing: Iri, prop: Iri, graph: KnowledgeGraph) -> str:
    """The text or number of a thing under a property; "" without any."""
    return next((v.value for v in graph.objects(thing, prop) if isinstance(v, Literal)), "")
