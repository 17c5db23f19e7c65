"""What a wording makes of words that say something else: postures in other names, exclusions of nothing."""

from __future__ import annotations

from itertools import pairwise

from kg.terms import Iri
from qa.forms.logic import Linked, Select, Without, named_in, parts_of
from qa.kind import Desk, Reading
from qa.limits.owning import names_gear
from qa.mattering import where
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import PART
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["cues_another", "excludes_unasked", "mishears"]

_DOING = (CALF.EMPHASISES, CALF.BIASES, CALF.TRAINS, CALF.ENGAGES)
_SURE = 0.5  # probability from which a wording is believed to exclude what no word of it does
_NO_MATTER = ("no", "matter")


@where(names_gear)
def mishears(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a form speaks of a posture whose words are all in names of equipment, or of a helper."""
    postures = [iri for iri in named_in(reading.form) if CALF.POSTURE in desk.connector.classes_of(iri)]
    return any(_is_elsewhere(iri, scene, desk) for iri in postures)


def excludes_unasked(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether an unlikely meaning is of what is not done so, or does not do so, and no word says "not".

    "Is there a way of standing that works the inner part?" is not for who cannot stand.
    """
    if not isinstance(reading.form, Select) or not 0 < reading.chance < _SURE:
        return False
    denied = [p.part for p in parts_of(reading.form.set) if isinstance(p, Without)]
    ties = {part.property for part in denied if isinstance(part, Linked)}
    done = any(CALF.HAS_POSITION in desk.graph.property_term(tie).supers for tie in ties)
    return (done or not ties.isdisjoint(_DOING)) and not scene.once(
        "excludes", lambda: _says_exclusion(scene)
    )


@where(lambda scene: any(a.bodily for a in scene.anchors))
def cues_another(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a cue is of a position for another head than the one named: "my feet for the outer calf?"."""
    graph = desk.graph
    if reading.focus != CALF.CUE:
        return False
    positions = [o for iri in named_in(reading.form) for o in graph.objects(iri, CALF.CUE_OF)]
    biased = {h for iri in positions if isinstance(iri, Iri) for h in graph.objects(iri, CALF.BIASES)}
    named = {
        iri
        for a in scene.anchors
        if a.polarity == "in"
        for iri in a.entities
        if graph.subjects(CALF.BIASES, iri)
    }
    return bool(biased) and bool(named) and biased.isdisjoint(named)


def _says_exclusion(scene: Scene) -> bool:
    """Whether a word of a question excludes, denies or limits something, names and "no matter" aside."""
    words = english().words
    if scene.dismissing or any(a.polarity != "in" for a in scene.anchors):
        return True
    named = {i for a in scene.anchors for i in a.words}
    aside = {
        i for a, b in pairwise(scene.tokens) if (a.stem, b.stem) == _NO_MATTER for i in (a.index, b.index)
    }
    marks = words["denying"] | words["lacking"] | words["neglecting"] | words["barring"] | words["limiting"]
    marks |= words["else"] | words["counterpart"] | words["excepting"] | words["outranked"] | words["seldom"]
    return any(t.stem in marks and t.index not in named | aside for t in scene.tokens)


def _is_elsewhere(posture: Iri, scene: Scene, desk: Desk) -> bool:
    """Whether the words for a posture stand in names of equipment alone."""
    if any(posture in a.entities and a.mention.weight > PART for a in scene.anchors):
        return False
    entity = desk.graph.entity(posture)
    stems = frozenset(stem for name in (entity.label, *entity.alt_labels) for stem in stems_of(name))
    said = {t.index for t in scene.tokens if t.stem in stems}
    gear = [a for a in scene.anchors for i in a.entities if CALF.EQUIPMENT in desk.connector.classes_of(i)]
    return bool(said) and said <= frozenset[int]().union(*(a.words for a in gear))
