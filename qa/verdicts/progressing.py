"""Which way a training variable is to go for more demand: "should the rests get longer over time?"."""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.logic import Ask
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import PART
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF

__all__ = ["progressed"]

_NEAR = 2  # words from "between" to what stands apart: "between my sets"
_TURN = {"yes": "no", "no": "yes"}


def progressed(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on the way in which a question has a variable go, if it is one that is raised or lowered.

    "" where the question says no way, or words of both: "shorter rests as the weight goes up".
    """
    form = reading.form
    if not isinstance(form, Ask) or not _is_method(form.triple.object, desk):
        return ""
    if any(form.triple.object in a.entities and a.mention.weight > PART for a in scene.anchors):
        return ""  # said in so many words
    said = [t for t in scene.tokens if t.sentence == scene.claimed]
    apart = {t.index for b in said if b.stem == "between" for t in said if 0 < t.index - b.index <= _NEAR}
    claim = {t.stem for t in said if t.index not in apart}
    asked = _ways({t.stem for t in said})
    told = [_ways(stems) for stems in _methods(desk) if _variable(stems) & claim]
    ways = told if len(told) == 1 else [_ways(frozenset(stems_of(desk.say.label(_object(form)))))]
    if len(asked) != 1 or len(ways[0]) != 1:
        return ""
    verdict = "yes" if asked == ways[0] else "no"
    return _TURN[verdict] if is_denied(scene) else verdict


def _object(form: Ask) -> Iri:
    """The method that a statement is about."""
    assert isinstance(form.triple.object, Iri)
    return form.triple.object


def _is_method(thing: object, desk: Desk) -> bool:
    """Whether something is a way to make training harder."""
    return isinstance(thing, Iri) and CALF.PROGRESSION_METHOD in desk.connector.classes_of(thing)


def _methods(desk: Desk) -> list[frozenset[str]]:
    """The stems of the name of each way to make training harder: "increasing the sets"."""
    return [frozenset(stems_of(desk.say.label(iri))) for iri in desk.graph.instances(CALF.PROGRESSION_METHOD)]


def _variable(stems: frozenset[str]) -> frozenset[str]:
    """The words of a method for what it changes, without the way."""
    words = english().words
    return stems - words["raising"] - words["lowering"] - words["articles"] - {"time"}


def _ways(stems: frozenset[str] | set[str]) -> frozenset[str]:
    """Which ways some words say that a variable goes."""
    return frozenset(way for way in ("raising", "lowering") if not english().words[way].isdisjoint(stems))
