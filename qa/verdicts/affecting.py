"""Whether an effect goes the way that a question says: "does a partial range limit growth?"."""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Ask, Describe, Select, focus_of, named_in
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.anchor import Anchor
from qa.parsing.asking import supposed_in
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.scene import Scene
from qa.verdicts.denying import is_denied, is_refuted
from qa.verdicts.swapping import passed_over
from qa.vocabulary import CALF

__all__ = ["affected"]

_CLEAR = 0.6  # probability from which a wording means a cause that it does not name
_LESS, _MORE = "less", "more"


@where(asks_verdict)
def affected(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on what something does to an effect of it, both named: less of it, or more; else "".

    An effect that is named as less of something ("limited growth") is made, not lessened, by what limits.
    """
    refuted = is_refuted(scene)  # "is it a lie that going too heavy shortens your range?"
    if is_denied(scene) != refuted:
        return ""
    found = _effects(reading, scene, desk)
    if len(found) != 1 or any(desk.graph.objects(iri, CALF.AFFECTS) for iri in found):
        return ""  # what is longer of which muscle is for others to tell
    (effect,) = found
    label = stems_of(desk.say.label(effect))
    causes = {i for a in scene.anchors if effect not in a.entities and _is_noun(a, scene) for i in a.words}
    claim = [t for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
    aside = causes | supposed_in(claim) | passed_over(claim)
    said = _ways({t.stem for t in claim if t.index not in aside} - {*label} | _own(effect, scene))
    stated = _ways({*label}) or {_MORE}
    if len(said) != 1 or len(stated) != 1:
        return ""
    hardly = any(t.stem in english().words["seldom"] for t in claim)
    return "yes" if (said == stated) != (refuted != hardly) else "no"


def _is_noun(name: Anchor, scene: Scene) -> bool:
    """Whether a name is of one thing, or of a class behind an article: not "balanced calves raise it"."""
    before = scene.tokens[max(0, name.mention.start - 1) : name.mention.start]
    return bool(name.entities) or any(t.stem in english().words["articles"] for t in before)


def _own(effect: Iri, scene: Scene) -> set[str]:
    """The words of the names by which a question has an effect."""
    names = (a.words for a in scene.anchors if effect in a.entities)
    return {scene.tokens[i].stem for words in names for i in words}


def _effects(reading: Reading, scene: Scene, desk: Desk) -> set[Iri]:
    """The effects that a reading is about and that the question names or has no other words for."""
    form = reading.form
    named = {iri for a in scene.anchors if a.polarity == "in" for iri in a.entities}
    if isinstance(form, Describe):
        told = {t.object for t in desk.graph.statements(form.iri) if isinstance(t.object, Iri)}
        judging = english().fine | english().faulty | {"worth", "better"}
        mistaken = desk.connector.stands(form.iri, CALF.MISTAKE)
        mistaken &= judging.isdisjoint(t.stem for t in scene.asking)
        return {i for i in told & named if mistaken and desk.connector.stands(i, CALF.EFFECT)}
    if not isinstance(form, Ask | Select):
        return set()
    ends = set(named_in(form))
    effects = {iri for iri in ends if desk.connector.stands(iri, CALF.EFFECT)}
    if isinstance(form, Ask):
        return effects if reading.chance > _CLEAR or ends - effects <= named else set()
    if effects:
        return effects if members(form.set, desk.graph) & named else set()
    if not ends <= named or focus_of(form) != CALF.EFFECT:
        return set()
    come = members(form.set, desk.graph)
    return {iri for iri in come if iri in named} or set(come)


def _ways(stems: set[str]) -> set[str]:
    """Which ways some words say that something goes."""
    words = english().words
    less = words["lowering"] | words["curbing"]
    ways = {_LESS: less, _MORE: words["raising"] - {"up"}}
    return {way for way, known in ways.items() if not known.isdisjoint(stems)}
