"""What a question calls fine, or a fault, where that is not what is stated: "isn't fine", "a mistake"."""

from __future__ import annotations

from kg.terms import Iri, Literal
from qa.forms.evaluating import members
from qa.forms.logic import Describe, Select
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.scene import Scene
from qa.verdicts.denying import is_denied, is_pardoned
from qa.vocabulary import CALF

__all__ = ["judged"]

_BETWEEN = frozenset(("up", "on", "some", "of", "bit", "all", "any", "that", "this"))
_REACH = 2  # words from a "not" to "fine": "isn't really fine"


def judged(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on a mistake that is "not fine", a principle given up, a cue called a fault; else ""."""
    form = reading.form
    if scene.wh or not scene.may_be_polar:
        return ""
    if isinstance(form, Select):
        return _of_cue(form, scene, desk) if reading.kind == "cue" else ""
    if not isinstance(form, Describe) or reading.kind != "verification":
        return ""
    if desk.connector.stands(form.iri, CALF.MISTAKE):
        return "no" if _neglects_other(form.iri, scene, desk) else "yes" if _is_not_fine(scene) else ""
    return _of_principle(form.iri, scene, desk)


def _neglects_other(mistake: Iri, scene: Scene, desk: Desk) -> bool:
    """Whether a question speaks of neglecting something else than a mistake neglects: "ignoring one head"."""
    graph, words = desk.graph, english().words
    own = graph.objects(mistake, CALF.NEGLECTS)
    for anchor in scene.anchors if own else ():
        start = anchor.mention.start
        before = [
            t.stem for t in scene.tokens[max(0, start - _REACH) : start] if t.stem not in words["articles"]
        ]
        muscle = any(desk.connector.stands(iri, CALF.MUSCULAR_STRUCTURE) for iri in anchor.entities)
        if muscle and before and before[-1] in words["neglecting"]:
            return not set(own) & {*anchor.entities}
    return False


def _is_not_fine(scene: Scene) -> bool:
    """Whether the claim says that something is not fine."""
    claim = [t for t in scene.tokens if t.sentence == scene.claimed]
    denying, fine = english().words["denying"], english().fine - {"enough"}
    return any(
        t.stem in fine
        and any(b.stem in denying and b.index not in scene.leading for b in claim[n - _REACH : n])
        for n, t in enumerate(claim)
        if n >= _REACH
    )


def _of_principle(principle: Iri, scene: Scene, desk: Desk) -> str:
    """The verdict on giving a principle of training up, if the question names that principle."""
    named = [a for a in scene.anchors if principle in a.entities]
    if not desk.connector.stands(principle, CALF.TRAINING_PRINCIPLE) or not named:
        return ""
    words, inside = english().words, {i for a in named for i in a.words}
    claim = [t for t in scene.tokens if t.sentence == scene.claimed and t.index not in inside]
    before = [t.stem for t in claim if t.index < named[0].mention.start]
    stems, passed = {t.stem for t in claim}, set[str]()
    while before and before[-1] in words["articles"] | _BETWEEN:
        passed.add(before.pop())
    given = "up" in passed or before[-1:] != ["give"]  # "give up some range", not "give it the full range"
    forgoes = not words["forgoing"].isdisjoint(before[-1:]) and given
    if not forgoes or "without" in stems or stems & words["neglected"]:
        return ""
    wrong = not stems.isdisjoint(english().faulty)
    return "yes" if wrong != is_denied(scene) else "no"


def _of_cue(form: Select, scene: Scene, desk: Desk) -> str:
    """No, where a cue is called a fault in its own words: "is pushing through the big toe a mistake?"."""
    own = [t for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
    if english().faulty.isdisjoint(t.stem for t in own) or is_denied(scene) or is_pardoned(scene):
        return ""
    told: set[str] = set()
    for cue in members(form.set, desk.graph):
        texts = [v.value for v in desk.graph.objects(cue, CALF.INSTRUCTION) if isinstance(v, Literal)]
        if any(text.lower().startswith("do not") for text in texts):
            return ""
        told.update(*(stems_of(text) for text in (*texts, desk.say.label(cue))))
    plain = english().faulty | english().words["articles"]
    rest = [t.stem for t in own if t.stem not in plain | told and not english().is_plain(t.stem)]
    exercises = {
        scene.tokens[i].stem
        for a in scene.anchors
        for iri in a.entities
        if desk.connector.stands(iri, CALF.EXERCISE)
        for i in a.words
    }
    wide = {"whole", "all", "entire", "not", "only", "full"}
    said = bool(told) and set(rest) <= exercises and wide.isdisjoint(t.stem for t in own)
    return "no" if said else ""
