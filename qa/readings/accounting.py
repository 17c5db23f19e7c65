"""Which words of a question a meaning accounts for, once the question's names are in its places."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import chain

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import (
    Because,
    Count,
    Form,
    Linked,
    Select,
    Thing,
    excluded_in,
    focus_of,
    kinds_in,
    named_in,
    parts_of,
)
from qa.learnt.wording import Likely
from qa.limits.lapsing import describes_lapse
from qa.limits.negating import hedges
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import PART
from qa.readings.asked import Asked
from qa.readings.pruning import involves
from qa.vocabulary import CALF

__all__ = ["explained"]

_IMPLIED = 0.2  # probability from which a meaning may name what the question does not
_EQUIPPED = (CALF.USES_EQUIPMENT, CALF.HAS_EQUIPMENT_OPTION)
_CLEAR = 0.5  # probability from which a wording is believed past a name that it has no place for


def explained(likely: Likely, form: Form, asked: Asked) -> frozenset[int]:
    """The names that have a place in the form, and the other words that speak for the meaning."""
    wanted, unwanted = {*named_in(form), *_classes_in(form)}, excluded_in(form)
    unsure = asked.unknown if likely.chance < _IMPLIED else frozenset()
    words = {t.index for t in asked.rest if t.stem in likely.stems and t.index not in unsure}
    for anchor in asked.scene.anchors:
        excludes = anchor.polarity == "out"
        meant = unwanted if excludes else wanted
        placed = (
            not meant.isdisjoint((*anchor.entities, *anchor.classes))
            or (not excludes and _is_found_there(anchor, form, asked))
            or (likely.chance > _CLEAR and _is_set(anchor, meant, asked))
            or (not excludes and _is_told_by_cue(anchor, wanted, asked))
            or (
                excludes
                and (
                    _is_excluded(anchor, unwanted, asked)
                    or _is_denied_within(anchor, wanted, asked)
                    or _is_varied(anchor, form, asked)
                    or _is_heeded(anchor, form, likely.chance, asked)
                    or describes_lapse(anchor, form, asked.scene, asked.desk)
                    or _is_passed_over(anchor, form, asked)
                )
            )
        )
        spoken = not excludes and all(asked.scene.tokens[i].stem in likely.stems for i in anchor.words)
        if placed or (spoken and not _is_wished(anchor, form, asked)):
            words |= anchor.words
    told = (one.words for one in asked.identified if one.thing in wanted)
    return frozenset(words).union(*told, *_kinds_of(wanted, asked))


def _is_found_there(anchor: Anchor, form: Form, asked: Asked) -> bool:
    """Whether what is sought is named by where it lies: "which head is on the outside of my calf?"."""
    parts = parts_of(form.set) if isinstance(form, Select) else ()
    ties = (one for one in parts if isinstance(one, Linked) and one.property == CALF.LOCATED_ON)
    places = {tie.to.iri for tie in ties if isinstance(tie.to, Thing)}
    if not places:
        return False
    graph, connector = asked.desk.graph, asked.desk.connector
    sought = {cls for one in asked.scene.sought for cls in one.classes}
    members = (iri for iri in anchor.entities if sought & connector.classes_of(iri))
    return any(not places.isdisjoint(graph.objects(iri, CALF.LOCATED_ON)) for iri in members)


def _is_passed_over(anchor: Anchor, form: Form, asked: Asked) -> bool:
    """Whether a reason is of one thing "rather than" another, of which the same is denied."""
    if not isinstance(form, Because) or form.negative:
        return False
    graph, alike = asked.desk.graph, asked.desk.connector.alike
    return any(
        graph.truth(Triple(iri, t.predicate, t.object)) is Truth.NO
        for t in form.triples
        for iri in anchor.entities
        if alike(iri, t.subject)
    )


def _is_set(anchor: Anchor, variables: AbstractSet[Iri], asked: Asked) -> bool:
    """Whether a name is that of a setting of what a form speaks of: who bends a knee moves its position."""
    graph = asked.desk.graph
    return any(not variables.isdisjoint(graph.objects(iri, CALF.SETTING_OF)) for iri in anchor.entities)


def _is_wished(anchor: Anchor, form: Form, asked: Asked) -> bool:
    """Whether a name is of equipment that a list of exercises says nothing of: "and a machine"."""
    connector = asked.desk.connector
    gear = any(connector.is_a(cls, CALF.EQUIPMENT) for cls in anchor.classes)
    told = (
        any(isinstance(p, Linked) and p.property in _EQUIPPED for p in parts_of(form.set))
        if isinstance(form, Select)
        else True
    )
    return gear and not told and focus_of(form) == CALF.EXERCISE


def _is_heeded(anchor: Anchor, form: Form, chance: float, asked: Asked) -> bool:
    """Whether the wording is clear that a form says what "not" does: that it denies it all, or "little"."""
    part = anchor.mention.weight <= PART and asked.scene.denying and bool(excluded_in(form))
    return chance > _CLEAR and (part or hedges(form, anchor, asked.scene))


def _is_excluded(anchor: Anchor, unwanted: frozenset[Iri], asked: Asked) -> bool:
    """Whether a form excludes an exercise of which the question excludes the equipment, or the position."""
    exercises = (i for i in unwanted if CALF.EXERCISE in asked.desk.connector.classes_of(i))
    return any(involves(iri, item, asked.desk) for iri in exercises for item in anchor.entities)


def _is_varied(anchor: Anchor, form: Form, asked: Asked) -> bool:
    """Whether a list holds the versions of what the question excludes, which is none of its own."""
    ties = (
        (part for part in parts_of(form.set) if isinstance(part, Linked)) if isinstance(form, Select) else ()
    )
    connector = asked.desk.connector
    return any(
        connector.is_version(tie.property) and isinstance(tie.to, Thing) and tie.to.iri in anchor.entities
        for tie in ties
    )


def _is_denied_within(anchor: Anchor, things: AbstractSet[Iri], asked: Asked) -> bool:
    """Whether a thing is named by a denial of what a question excludes: the cue "knees not locked"."""
    said = {asked.scene.tokens[i].stem for i in anchor.words} - english().words["articles"]
    named = (set(stems_of(asked.desk.say.label(iri))) for iri in things if asked.desk.connector.is_thing(iri))
    return any("not" in label and said <= label for label in named)


def _is_told_by_cue(anchor: Anchor, things: AbstractSet[Iri], asked: Asked) -> bool:
    """Whether a name has no word of its own that a cue which a form names does not have: "lock the knees"."""
    said = {asked.scene.tokens[i].stem for i in anchor.words if not asked.scene.is_plain(i)}
    cues = (iri for iri in things if CALF.CUE in asked.desk.connector.classes_of(iri))
    return len(said) > 1 and any(said <= set(stems_of(asked.desk.say.label(iri))) for iri in cues)


def _kinds_of(wanted: AbstractSet[Iri], asked: Asked) -> Iterable[frozenset[int]]:
    """The words that name the kind of a piece of equipment: a dumbbell is a free weight."""
    if not asked.gear:
        return ()
    kinds = asked.gear.intersection(chain.from_iterable(map(asked.desk.connector.classes_of, wanted)))
    named = (a for a in asked.scene.anchors if a.polarity == "in")
    return (a.words for a in named if not kinds.isdisjoint(a.classes))


def _classes_in(form: Form) -> tuple[Iri, ...]:
    """The classes that a form asks for members of, or speaks of."""
    return kinds_in(form.set) if isinstance(form, Select | Count) else ()
