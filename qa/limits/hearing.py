"""Postures that only another name has in it: who "sits on my back" is a partner, and nobody is seated."""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.logic import named_in
from qa.kind import Desk, Reading
from qa.limits.owning import names_gear
from qa.mattering import where
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import PART
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["mishears"]


@where(names_gear)
def mishears(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a form speaks of a posture whose words are all in names of equipment, or of a helper."""
    postures = [iri for iri in named_in(reading.form) if CALF.POSTURE in desk.connector.classes_of(iri)]
    return any(_is_elsewhere(iri, scene, desk) for iri in postures)


def _is_elsewhere(posture: Iri, scene: Scene, desk: Desk) -> bool:
    """Whether the words for a posture stand in names of equipment alone."""
    if any(posture in a.entities and a.mention.weight > PART for a in scene.anchors):
        return False
    entity = desk.graph.entity(posture)
    stems = frozenset(stem for name in (entity.label, *entity.alt_labels) for stem in stems_of(name))
    said = {t.index for t in scene.tokens if t.stem in stems}
    gear = [a for a in scene.anchors for i in a.entities if CALF.EQUIPMENT in desk.connector.classes_of(i)]
    return bool(said) and said <= frozenset[int]().union(*(a.words for a in gear))
