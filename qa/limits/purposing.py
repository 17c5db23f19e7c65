"""What a practice is good for, where one purpose is named: "why balance, if I only care how my legs look?".

The wording sees the purpose and suggests what it is; a "why" asks whether, and how, the practice serves it.
"""

from __future__ import annotations

from dataclasses import replace

from qa.forms.logic import Describe, Linked, Select, Set, Thing, Without, every
from qa.kind import Desk, Reading
from qa.mattering import where
from qa.scene import Scene
from qa.telling.citing import sentences
from qa.vocabulary import CALF

__all__ = ["purposed"]

_LIKELY = 0.2  # probability from which a wording speaks of a purpose
_LAST = (1_000,)  # stands for the sentences of what the article does not speak of
_PURPOSES = frozenset((CALF.BENEFIT, CALF.EFFECT))


@where(lambda scene: scene.mood == "why")
def purposed(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A definition of a benefit, or an effect, as the reason for the first practice that brings it about."""
    form = reading.form
    if not isinstance(form, Describe) or reading.chance < _LIKELY:
        return reading
    if _PURPOSES.isdisjoint(desk.connector.classes_of(form.iri)):
        return reading
    practices = desk.graph.subjects(CALF.HAS_EFFECT, form.iri)
    if not practices:
        return reading
    first = min(practices, key=lambda iri: (sentences(iri, desk.graph) or _LAST, iri))
    unwanted = [a.words for a in scene.anchors if form.iri in a.entities and a.polarity == "out"]
    purpose: Set = Without(Thing(form.iri)) if unwanted else Thing(form.iri)  # "I do no sport, so why ..."
    node = every([Linked(CALF.HAS_EFFECT, Thing(first), inverse=True), purpose])
    words = reading.words.union(*unwanted)
    return replace(reading, kind="reason", form=Select(node), words=words, topics=(first, form.iri))
