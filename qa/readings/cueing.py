"""Cues for the part of the body that a question asks about: "how are the knees meant to be while you push?".

The wording may hear in the rest of such a question the cue for another part.
"""

from __future__ import annotations

from dataclasses import replace

from kg.terms import Iri
from qa.forms.evaluating import exists, members
from qa.forms.logic import Kind, Linked, Select, Thing, every, named_in
from qa.kind import Desk, Reading
from qa.mattering import where
from qa.parsing.linking import PART
from qa.parsing.scope import Anchor
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["of_the_part"]

_DONE = frozenset(("do", "happen", "go"))  # stand before "with": "what is done with the knees"
_OWN = frozenset(("the", "my", "your", "his", "her", "their"))


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
