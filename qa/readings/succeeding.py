"""Which step comes next, or before: "the sled is pressed away, now what?", "what precedes unlocking?".

What a question tells is found among the cues of an exercise; the step that it asks for is the one after the
told cue, or before it: the same step, if that goes on after the cue, else the nearest that has to do with the
part of the body asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kg.terms import Iri
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.parsing.stemming import stem
from qa.readings.coursing import Cue, Place, course, told_at
from qa.scene import Scene

__all__ = ["asks_what_follows", "succeeding"]

_HALF = 0.5  # of what is told, a step must have more
_LEAST = 2  # words of a cue that must be told
_ORDERED = ("come", "go")
_CLOSELY = frozenset(map(stem, ("right", "just", "directly", "immediately", "straight")))
_STEPS = frozenset(("next", "steps", "step", "come", "follow"))  # ask for a step in so many words


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of a question that tell where one is, those that ask, and the direction: 1 is after."""

    telling: tuple[Token, ...]
    asking: tuple[Token, ...]
    forth: int
    words: frozenset[int]


def asks_what_follows(scene: Scene) -> bool:
    """Whether a question asks what comes next, or before."""
    return _where(scene) is not None


def succeeding(scene: Scene, exercise: Iri, aside: Collection[int]) -> tuple[Iri, int, frozenset[int]] | None:
    """The step before or after what is told, how much was told, and the words; None if none is asked for.

    The words `aside` name the exercise.
    """
    told = _where(scene)
    if told is None:
        return None
    steps, cues = course(exercise, scene.graph)
    telling, asking = ([t for t in part if t.index not in aside] for part in (told.telling, told.asking))
    places = [place for place in told_at(exercise, telling, scene) if place.share > _HALF]
    if all(len(place.words) < _LEAST for place in places) and not (len(places) == 1 and scene.says(_STEPS)):
        before = _told_before(scene)
        places = [Place(cue.step, n, 0, frozenset(), 1.0) for n, cue in enumerate(cues) if cue.iri in before]
    if not places:
        return None
    ends = [p for p in places if p.step < len(steps)] or places[-1:]  # what follows the last is of no use
    at = ends[0] if told.forth > 0 else places[0]
    wanted = {t.stem for t in asking} - scene.plain - {t.stem for t in telling}
    if told.forth < 0 and any(cue.step == at.step for cue in cues[: at.cue]):
        number = at.step  # which begins with something else
    else:
        rest = cues[at.cue + 1 :] if told.forth > 0 else cues[: at.cue][::-1]
        number = _asked(rest, cues[at.cue], wanted)
    return steps[number - 1], len(at.words), told.words | at.words


def _told_before(scene: Scene) -> frozenset[Iri]:
    """What the turn before told, which "after that" takes up."""
    points = any(t.stem in english().words["pointing"] for t in scene.asking)
    carried = (a for a in scene.anchors if a.words <= scene.carried)
    return frozenset(iri for a in carried for iri in a.entities) if points else frozenset()


def _asked(others: Sequence[Cue], told: Cue, wanted: Iterable[str]) -> int:
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
    places = [t for n, t in enumerate(asking) if t.stem == "befor" and _comes(asking[:n])]
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
        ends = token.stem in words["following"] and token is asking[-1] and not _is_sought(asking)
        if ends or (token.stem in words["onward"] and not _is_aside(token, asking)):
            clause = scene.clause_of(token)
            telling = tuple(t for t in scene.tokens if t not in clause and t.offset >= 0)
            return _Told(telling or asking, tuple(clause), 1, frozenset((token.index,)))
    return None


def _comes(before: Sequence[Token]) -> bool:
    """Whether words end in those for a place in an order: "what comes", "what comes right", before which."""
    stems = [t.stem for t in before if t.stem not in _CLOSELY]
    return stems[-1:] != [] and stems[-1] in _ORDERED


def _is_sought(asking: Sequence[Token]) -> bool:
    """Whether the last word says what one wants, not what follows: "the outer calf I'm after"."""
    return [t.stem for t in asking[-2:-1]] == ["be"]


def _is_aside(word: Token, asking: Sequence[Token]) -> bool:
    """Whether a word for the next step says something else: "next to it", "now tell me"."""
    stems = {t.index - word.index: t.stem for t in asking}
    if word.stem != "now":
        return stems.get(1) == "to"
    last = stems.get(1) == "what" and 2 not in stems
    return not (last or stems.get(-1) == "what")
