"""Lists that exclude what a question keeps: "the soleus, not the gastroc", "the leg press is free".

The wording knows how people say that something is lacking, and hears it where they say that it is there.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.terms import Iri
from qa.forms.logic import Linked, Select, Without, excluded_in, named_in, parts_of
from qa.kind import Desk, Reading
from qa.mattering import where
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.linking import PART
from qa.parsing.masking import mask_of
from qa.parsing.scope import is_kept
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["is_turned_round", "passes_over"]


_AFTER = 4  # words from a "never" through what it spares: "never to leave out"


@where(lambda scene: scene.wh == "which")
def passes_over(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a reading passes over the exercise whose versions are asked for: "which standing raise?"."""
    start = scene.wh_index + 1
    named = next((a for a in scene.anchors if a.mention.start == start), None)
    if named is None or not any(desk.graph.subjects(CALF.VARIATION_OF, iri) for iri in named.entities):
        return False
    if any(a.classes and a.mention.start == named.mention.end for a in scene.anchors):
        return False  # "which standing raise mistake"
    return reading.focus != CALF.EXERCISE or not set(named.entities) & set(named_in(reading.form))


def is_turned_round(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a reading excludes what a question wants that excludes another, or what it keeps.

    Whether an exercise can be done without a thing may be asked of one that is needed, too.
    """
    unwanted = excluded_in(reading.form)
    if not unwanted:
        return False
    if _denies_aim(reading) and _is_spared(scene):
        return True
    for anchor in scene.anchors:
        names = unwanted.intersection((*anchor.entities, *anchor.classes))
        needed = anchor.polarity == "must" and reading.kind != "verification"
        averting = any(scene.tokens[i].stem in english().averting for i in anchor.words)
        if names and (needed or averting or is_kept(anchor, scene.tokens)):
            return True  # "for avoiding injuries?" is about what does so
    sought = {cls for a in scene.sought if a.polarity == "in" for cls in a.classes}
    if any(desk.connector.is_a(cls, CALF.EQUIPMENT) for cls in unwanted & sought):
        return True  # "which machines do I queue for?"
    if all(a.polarity == "in" for a in scene.anchors):
        return _excludes_unsaid(unwanted, scene, desk)  # the wording may know how people exclude
    wanted = [(a, iri) for a in scene.anchors if a.polarity == "in" for iri in a.entities if iri in unwanted]
    if any(mask_of(desk.graph.entity(iri).classes) for _, iri in wanted):
        return True
    free = any(_is_free_posture(a, iri, scene, desk) for a, iri in wanted)
    return free or any(_has_gear(iri, scene, desk) for iri in unwanted - _denied(scene))


def _excludes_unsaid(unwanted: AbstractSet[Iri], scene: Scene, desk: Desk) -> bool:
    """Whether things are excluded of which a question for a verdict says nothing, nor of any others."""
    named = {iri for a in scene.anchors for iri in a.entities}
    things = set(filter(desk.connector.is_thing, unwanted))
    words = english().words
    excluding = words["lacking"] | words["denying"] | words["excepting"] | words["other"] | words["striking"]
    said = scene.says(excluding | words["cutting"] | words["limiting"] | words["else"])
    return scene.polar and bool(things) and things.isdisjoint(named) and not said


def _denied(scene: Scene) -> frozenset[Iri]:
    """The things that a question excludes."""
    return frozenset(iri for a in scene.anchors if a.polarity != "in" for iri in a.entities)


def _has_gear(thing: Iri, scene: Scene, desk: Desk) -> bool:
    """Whether a question says that the equipment of an exercise is there: "a gym with a leg press"."""
    if CALF.EXERCISE not in desk.connector.classes_of(thing):
        return False
    there = (a for a in scene.anchors if a.polarity == "in" and a.mention.weight > PART)
    gear = (iri for a in there if _is_owned(a, scene) for iri in a.entities)
    machines = (iri for iri in gear if CALF.EQUIPMENT in desk.connector.classes_of(iri))
    return any(next(iter(desk.graph.statements(thing, object=iri)), None) for iri in machines)


def _is_owned(anchor: Anchor, scene: Scene) -> bool:
    """Whether somebody has what is named, or it is there, by the word before its article."""
    words, here = english().words, scene.tokens[anchor.mention.start]
    before = [t for t in scene.tokens[: here.index] if t.sentence == here.sentence]
    verb = next((t.stem for t in reversed(before) if t.stem not in words["articles"]), "")
    return verb in words["owning"] | {"be"}


def _is_free_posture(anchor: Anchor, iri: Iri, scene: Scene, desk: Desk) -> bool:
    """Whether a name is of a posture with no denial before it in its sentence, nor of it elsewhere."""
    if CALF.POSTURE not in desk.graph.entity(iri).classes:
        return False
    here = scene.tokens[anchor.mention.start].sentence
    denials = (m for m in scene.operators("exclude") if m.end <= anchor.mention.start)
    denied = any(iri in a.entities and a.polarity == "out" for a in scene.anchors)
    return not denied and all(scene.tokens[m.start].sentence != here for m in denials)


def _is_spared(scene: Scene) -> bool:
    """Whether a question asks what is not to go: "which one would you never leave out?"."""
    words = english().words
    starts = {m.start for m in scene.operators("drop")}
    for denial, *after in (scene.asking[n : n + _AFTER] for n in range(len(scene.asking))):
        bad = words["neglecting"] | words["cutting"] | english().worthless  # "isn't useless for the soleus"
        drops = any(t.index in starts or t.stem in bad for t in after)
        if denial.stem in words["sparing"] and drops:
            return True
    return False


def _denies_aim(reading: Reading) -> bool:
    """Whether a list is of what does nothing for a muscle."""
    parts = parts_of(reading.form.set) if isinstance(reading.form, Select) else ()
    denied = (p.part for p in parts if isinstance(p, Without))
    return any(isinstance(p, Linked) and p.property in (CALF.TRAINS, CALF.EMPHASISES) for p in denied)
