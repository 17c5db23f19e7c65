"""What leaving a good practice does to what it brings: "do I lose tension time if I skip the pauses?"."""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Ask, Describe, Form, Select, named_in
from qa.kind import Desk, Reading
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF

__all__ = ["forgone"]

_REACH = 3  # words from "skip" to the name: "skip both of the pauses"


def forgone(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on losing, or still having, an effect of a practice that is left out; "" elsewhere."""
    if scene.wh or not scene.may_be_polar:
        return ""
    if lapse := _of_lapse(reading.form, scene, desk):
        return lapse
    if not isinstance(reading.form, Ask | Select):
        return ""
    practices = [a for a in scene.anchors if _is_practice(a, reading.form, desk)]
    if not any(_is_skipped(a, scene) for a in practices):
        return ""
    if not _effects(reading.form, desk) & {iri for a in scene.anchors for iri in a.entities}:
        return ""
    words, about = english().words, _about(reading.form, desk)
    named = {i for a in scene.anchors if about.intersection(a.entities) for i in a.words}
    own = {t.stem for t in scene.tokens if t.sentence == scene.claimed and t.index not in named}
    lost = not own.isdisjoint(words["losing"] | words["curbing"] | words["lowering"])
    kept = not own.isdisjoint(words["having"] | words["raising"] - {"up", "rais"})
    if lost == kept:
        return ""
    return "yes" if lost != is_denied(scene) else "no"


def _of_lapse(form: Form, scene: Scene, desk: Desk) -> str:
    """The verdict on what neglect does to balance: "do I harm it by never doing seated raises?"."""
    if not isinstance(form, Describe | Select):
        return ""
    about = {form.iri} if isinstance(form, Describe) else _about(form, desk)
    if not any(desk.graph.objects(iri, CALF.NEGLECTS) for iri in about):
        return ""
    words, claim = english().words, [t for t in scene.tokens if t.sentence == scene.claimed]
    stems = {t.stem for t in claim}
    lapse = stems & (words["neglecting"] | words["cutting"] | words["lacking"])
    if (
        not lapse
        or stems.isdisjoint(words["balanced"])
        or stems & (english().fine | english().faulty - {"harm"})
    ):
        return ""
    lost = bool(stems & (words["losing"] | words["curbing"] | words["unbalanced"] | {"harm", "upset"}))
    kept = bool(stems & words["having"])
    return "" if lost == kept else "yes" if lost else "no"


def _is_practice(anchor: Anchor, form: Form, desk: Desk) -> bool:
    """Whether a name is of a principle of training that a reading speaks of."""
    principles = [i for i in anchor.entities if desk.connector.stands(i, CALF.TRAINING_PRINCIPLE)]
    return not _about(form, desk).isdisjoint(principles)


def _is_skipped(name: Anchor, scene: Scene) -> bool:
    """Whether a name stands after a word for leaving something out: "skip", "without"."""
    words, start = english().words, name.mention.start
    before = [t for t in scene.tokens[max(0, start - _REACH) : start] if t.sentence == scene.claimed]
    return any(t.stem in words["neglecting"] | words["cutting"] | {"without"} for t in before)


def _effects(form: Form, desk: Desk) -> set[Iri]:
    """The effects that a reading speaks of."""
    return {iri for iri in _about(form, desk) if desk.connector.stands(iri, CALF.EFFECT)}


def _about(form: Form, desk: Desk) -> set[Iri]:
    """What a reading names, or finds."""
    return {*named_in(form), *(members(form.set, desk.graph) if isinstance(form, Select) else ())}
