"""Cues for the part of the body, or the moment, that is asked about: "what do I do before coming down?".

The wording may hear in the rest of such a question the cue for another part, or all that go with its top.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.terms import Iri, Literal
from qa.forms.evaluating import exists, members
from qa.forms.logic import (
    Either,
    Form,
    Kind,
    Linked,
    Select,
    Set,
    Thing,
    either,
    every,
    focus_of,
    named_in,
    parts_of,
)
from qa.kind import Desk, Reading
from qa.mattering import where
from qa.parsing.anchor import Anchor
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import PART
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["is_of_a_part", "of_the_moment", "of_the_part", "of_what_is_not_done", "own_cue"]

_MOMENTS = frozenset(("befor", "after", "start"))  # tell when something is done
_DONE = frozenset(("do", "happen", "go"))  # stand before "with": "what is done with the knees"
_LED = 3  # words before a name within which "part of the" stands
_BANNING = frozenset(("not", "avoid", "never"))
_NEAR = 4  # words from "what" to one of those
_OWN = frozenset(("the", "my", "your", "his", "her", "their"))


def own_cue(form: Form, scene: Scene, desk: Desk) -> Form | None:
    """The cue of the exercise in a form that is likest to the question, where that has the cue of another.

    "Which part of the foot do I push through?" is heard as asking for a cue of the one that has it so.
    """
    if not isinstance(form, Select) or focus_of(form) != CALF.CUE:
        return None
    classes = desk.connector.classes_of
    exercises = [iri for iri in named_in(form) if CALF.EXERCISE in classes(iri)]
    if len(exercises) != 1 or not any(CALF.CUE in classes(iri) for iri in named_in(form)):
        return None
    parts: list[Set] = [Kind(CALF.CUE), Linked(CALF.CUE_FOR, Thing(exercises[0]))]
    aside = (a for a in scene.anchors if exercises[0] in a.entities or is_of_a_part(a, scene))
    named = {i for a in aside for i in a.words}
    asked = {t.stem for t in scene.asking if t.index not in named and not scene.is_plain(t.index)}
    shared = {cue: len(asked & _told(cue, desk)) for cue in members(every(parts), desk.graph)}
    most = max(shared.values(), default=0)
    best = [cue for cue, count in shared.items() if count == most]
    return Select(every([*parts, Thing(best[0])])) if most and len(best) == 1 else None


@where(lambda scene: scene.wh and scene.says(_OWN))
def of_the_part(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """The cues of an exercise for the one part that is asked about, where those meant are for others."""
    form = reading.form
    if reading.focus != CALF.CUE or not isinstance(form, Select):
        return reading
    classes = desk.connector.classes_of
    exercise = next((i for i in named_in(form) if CALF.EXERCISE in classes(i)), None)
    asked = [(a, i) for a in scene.anchors if _is_asked(a, scene) for i in a.entities if _is_part(i, desk)]
    if exercise is None or len(asked) != 1:
        return reading
    (anchor, part), cues = asked[0], members(form.set, desk.graph)
    if any(part in desk.graph.objects(cue, CALF.CONCERNS) for cue in cues):
        return reading
    links = (Linked(CALF.CUE_FOR, Thing(exercise)), Linked(CALF.CONCERNS, Thing(part)))
    node = every([Kind(CALF.CUE), *links])
    if not exists(node, desk.graph):
        return reading
    return replace(reading, form=Select(node), words=reading.words | anchor.words, topics=(exercise, part))


@where(lambda scene: not scene.stems.isdisjoint(_MOMENTS))
def of_the_moment(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """Of several cues that a wording may stand for, the one that tells of the same moment: "before ..."."""
    form = reading.form
    if reading.kind != "cue" or not isinstance(form, Select):
        return reading
    cues = members(form.set, desk.graph)
    asked = {t.stem for t in scene.asking} & _MOMENTS
    fit = [cue for cue in cues if asked & _told(cue, desk)]
    if len(fit) != 1 or len(cues) == 1:
        return reading
    rest = [part for part in parts_of(form.set) if not isinstance(part, Either)]
    return replace(reading, form=Select(every([*rest, Thing(fit[0])])))


@where(lambda scene: scene.wh == "what" and not scene.stems.isdisjoint(_BANNING))
def of_what_is_not_done(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """Of several cues those that say what not to do, where that is asked: "what should I not do with it?"."""
    form = reading.form
    if reading.kind != "cue" or not isinstance(form, Select) or not _is_banned(scene):
        return reading
    cues = members(form.set, desk.graph)
    bans = sorted(cue for cue in cues if "not" in _told(cue, desk))
    if not bans or len(bans) == len(cues):
        return reading
    told: list[Set] = [Thing(cue) for cue in bans]
    out = (a.words for a in scene.anchors if a.polarity == "out")
    rest = [part for part in parts_of(form.set) if not isinstance(part, Thing | Either)]
    return replace(reading, form=Select(every([*rest, either(told)])), words=reading.words.union(*out))


def _is_banned(scene: Scene) -> bool:
    """Whether a question asks what is not to be done: "what should I not do", "what do I avoid doing"."""
    after = [t.stem for t in scene.asking if t.index > scene.wh_index][:_NEAR]
    return not _BANNING.isdisjoint(after)


def is_of_a_part(name: Anchor, scene: Scene) -> bool:
    """Whether a question asks for a part of what is named, which a cue for it may name instead."""
    led = [t.stem for t in scene.tokens[max(0, name.mention.start - _LED) : name.mention.start]]
    return any([*pair] == ["part", "of"] for pair in pairwise(led))


def _told(cue: Iri, desk: Desk) -> frozenset[str]:
    """The stems of what a cue tells one to do."""
    texts = (v.value for v in desk.graph.objects(cue, CALF.INSTRUCTION) if isinstance(v, Literal))
    return frozenset(stem for text in texts for stem in stems_of(text))


def _is_asked(anchor: Anchor, scene: Scene) -> bool:
    """Whether a question asks about what is named: "what do I do with the knees", "how are my knees"."""
    before = [t.stem for t in scene.tokens[: anchor.mention.start] if t.sentence == scene.core][-3:]
    own = len(before) > 1 and before[-1] in _OWN
    asked = own and (before[-2] == "be" or (before[-2] == "with" and before[0] in _DONE))
    return asked and anchor.polarity == "in" and anchor.mention.weight > PART


def _is_part(iri: Iri, desk: Desk) -> bool:
    """Whether a thing is a part of the body that a cue may be for: no muscle."""
    classes = desk.connector.classes_of(iri)
    return CALF.ANATOMICAL_STRUCTURE in classes and CALF.MUSCULAR_STRUCTURE not in classes
