"""Which way a training variable is to go for more demand: "should the rests get longer over time?"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Ask, Count, Form, Select, focus_of, iris_in
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import PART, Token
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["changed", "progressed"]

_CLAIM = 7  # words of a claim that only asks what a change told before it amounts to
_NEAR = 2  # words from "between" to what stands apart: "between my sets"


def progressed(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on the way in which a question has a variable go, if it is one that is raised or lowered.

    "" where the question says no way, or words of both: "shorter rests as the weight goes up"; or "only".
    """
    if (method := _method(reading.form, scene, desk)) is None:
        return ""
    said = [t for t in scene.tokens if t.sentence == scene.claimed]
    apart = {t.index for b in said if b.stem == "between" for t in said if 0 < t.index - b.index <= _NEAR}
    claim = {t.stem for t in said if t.index not in apart}
    asked = _ways({t.stem for t in said})
    told = [_ways(stems) for stems in _methods(desk) if _variable(stems) & claim]
    ways = told if len(told) == 1 else [_ways(frozenset(stems_of(desk.say.label(method))))]
    only = not english().words["limiting"].isdisjoint(claim)
    if len(asked) != 1 or len(ways[0]) != 1 or only:
        return ""
    verdict = "yes" if asked == ways[0] else "no"
    return CONTRARY[verdict] if is_denied(scene) else verdict


@where(asks_verdict)
def changed(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on a change told before: "my rests went from 90 to 60. Is that progress?"."""
    claim = [t for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
    told = [t for t in scene.tokens if t.sentence < scene.claimed and t.offset >= 0]
    points = {"that", "this", "it", "i"} & {t.stem for t in claim}
    if not told or not (points or len(claim) <= 1):
        return ""
    meant = iris_in(reading.form)
    methods = {CALF.PROGRESSION_METHOD, *desk.graph.instances(CALF.PROGRESSION_METHOD)}
    about = not methods.isdisjoint(meant)
    if not about or _ways({t.stem for t in claim}) or len(claim) > _CLAIM:
        return ""
    each = english().words["apiece"] | {"a"}  # "15 reps a set" is about repetitions
    names = [a for a in scene.anchors if a.words <= {t.index for t in told}]
    names = [a for a in names if scene.tokens[a.mention.start - 1].stem not in each or not a.mention.start]
    named = (iri for a in names for iri in a.entities)
    stems = {stems_of(desk.say.label(iri))[0] for iri in named}  # "rest time between sets"
    ways = [_ways(m) for m in _methods(desk) if _variable(m) & stems]
    said = _ways({t.stem for t in told}) or _of_figures(told)
    if len(ways) != 1 or len(said) != 1 or len(ways[0]) != 1:
        return ""
    verdict = "yes" if said == ways[0] else "no"
    return CONTRARY[verdict] if is_denied(scene) else verdict


def _of_figures(told: Sequence[Token]) -> frozenset[str]:
    """Which way a variable goes by two figures: "from 90 to 60"."""
    texts = [t.text for t in told]
    for n, text in enumerate(texts):
        figures = [float(t) for t in (*texts[n + 1 : n + 2], *texts[n + 3 : n + 4]) if t.isdigit()]
        if text.lower() == "from" and len(figures) > 1 and figures[0] != figures[1]:
            return frozenset(("raising" if figures[0] < figures[1] else "lowering",))
    return frozenset()


def _method(form: Form, scene: Scene, desk: Desk) -> Iri | None:
    """The one method that a form states or lists, where the question does not say it in so many words."""
    if isinstance(form, Ask):
        found = [form.triple.object]
    elif isinstance(form, Select | Count) and focus_of(form) == CALF.PROGRESSION_METHOD and scene.polar:
        found = list(members(form.set, desk.graph))
    else:
        return None
    methods = [iri for iri in found if isinstance(iri, Iri) and _is_method(iri, desk)]
    said = {iri for a in scene.anchors for iri in a.entities if a.mention.weight > PART}
    return methods[0] if len(methods) == len(found) == 1 and not said & {*methods} else None


def _is_method(thing: Iri, desk: Desk) -> bool:
    """Whether something is a way to make training harder."""
    return CALF.PROGRESSION_METHOD in desk.connector.classes_of(thing)


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
