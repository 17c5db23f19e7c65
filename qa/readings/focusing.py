"""Readings that ask for members of a class: which class is asked for, and under which conditions.

Lists and counts share this: both ask for a set of things.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.terms import Iri
from qa.connecting import Link
from qa.forms.evaluating import exists, holds
from qa.forms.logic import Either, Kind, Linked, Select, Set, Without, either, every, parts_of
from qa.kind import Desk, Reading
from qa.limits.conditions import Conditions, Focus, conditions_on
from qa.parsing.anchor import Anchor
from qa.scene import Scene
from qa.vocabulary import CALF, UNNAMED

__all__ = ["focus_readings"]

_LIKELY = 0.2  # probability from which a wording suggests what is asked for
_SURE = 0.5  # probability from which a class is asked for as a whole
_FAINT = 0.4  # weight of words too common to imply what is asked for
_NOT_ASKED = 3.0  # what a list loses where a question asks for another class by name
_WORDED = 1.2  # what a class gains that the wording suggests, times its probability
_BARE = 0.3  # share of its weight that a class keeps where the other names say nothing of it


def focus_readings(kind: str, scene: Scene, desk: Desk, *, named_only: bool = False) -> Iterator[Reading]:
    """Readings of `kind` that ask for members of a class; with `named_only`, of a class that is named.

    A noun of a property names the class it leads to: "how many reasons are there for ...".
    """
    told: set[tuple[Iri, Anchor | None]] = set()  # several properties may imply one class
    for focus in _foci(scene, desk):
        if named_only and not (focus.named or _is_noun(focus.implied_by, scene)):
            continue
        if (focus.cls, focus.named) in told:
            continue
        conditions = conditions_on(scene, desk, focus)
        if _is_asked(focus, conditions, scene, desk):
            told.add((focus.cls, focus.named))
            yield from _several(kind, scene, desk, focus)
            yield from _with_conditions(kind, scene, desk, focus, conditions)


# ---------------------------------------------------------------- what may be asked for


def _is_noun(prop: Iri | None, scene: Scene) -> bool:
    """Whether a question names a property by a noun."""
    return prop is not None and any(role == "noun" for _, role in scene.cued.get(prop, ()))


def _foci(scene: Scene, desk: Desk) -> Iterator[Focus]:
    """Classes named; classes that a property named leads to or from; classes that the wording suggests."""
    for anchor in scene.anchors:
        if anchor.polarity != "out":
            yield from (Focus(cls, named=anchor) for cls in anchor.classes)
    excluded = {i for a in scene.anchors if a.polarity == "out" for i in a.words}
    for prop in sorted(scene.cued):
        mention, role = scene.cued[prop][0]
        if role != "cue" and mention.weight > _FAINT and not excluded & set(mention.words):
            yield from _ends(prop, desk)
    kinds = {cls for a in scene.anchors for iri in a.entities for cls in desk.connector.classes_of(iri)}
    if CALF.POSITION_VARIABLE in kinds:
        yield Focus(CALF.POSITION, implied_by=CALF.SETTING_OF)
    if kinds & {CALF.EQUIPMENT, CALF.POSTURE}:
        yield Focus(CALF.EXERCISE)
    yield from (
        Focus(c)
        for c, chance in sorted(scene.suggested.wanted.items())
        if chance > _LIKELY and c not in UNNAMED
    )


def _ends(prop: Iri, desk: Desk) -> Iterator[Focus]:
    """The classes at both ends of a property."""
    term = desk.graph.property_term(prop)
    ends = {cls for cls in (term.domain, term.range) if cls} - UNNAMED
    return (Focus(cls, implied_by=prop) for cls in sorted(ends))


def _is_asked(focus: Focus, conditions: Conditions, scene: Scene, desk: Desk) -> bool:
    """Whether there is enough to ask for this class: its name, its property, or two conditions."""
    chance = scene.suggested.wanted.get(focus.cls, 0.0)
    if focus.implied_by:
        return any(desk.connector.same_family(link.property, focus.implied_by) for link in conditions.links)
    if focus.named:
        return True
    if not conditions.links:
        return chance > _SURE
    return chance > 0 or len(conditions.links) + len(conditions.excluded) > 1


# ---------------------------------------------------------------- readings


def _with_conditions(
    kind: str, scene: Scene, desk: Desk, focus: Focus, conditions: Conditions
) -> Iterator[Reading]:
    """Members under all conditions; under one of them where none fulfils all."""
    evidence = _evidence(scene, desk, focus, conditions)
    topics = tuple(link.target for link in conditions.links)
    node = every([Kind(focus.cls), *conditions.sets, *conditions.excluded])
    if len(conditions.sets) > 1 and not exists(node, desk.graph):
        loose = _loosened(focus.cls, conditions, desk)
        if loose is not None:
            yield Reading(kind, Select(loose), conditions.words, evidence - 0.2, focus.cls, topics)
    node = _without_versions(node, focus.cls, scene, desk)
    yield Reading(kind, Select(node), conditions.words, evidence, focus.cls, topics)


def _evidence(scene: Scene, desk: Desk, focus: Focus, conditions: Conditions) -> float:
    """What speaks for a list: how its class stands out, its best link, and how much is conditioned."""
    evidence = max((link.score for link in conditions.links), default=0.0)
    if scene.sought and not any(
        desk.connector.is_a(focus.cls, c) or desk.connector.is_a(c, focus.cls)
        for a in scene.sought
        for c in a.classes
    ):
        evidence -= _NOT_ASKED
    if not focus.named:
        evidence += _WORDED * scene.suggested.wanted.get(focus.cls, 0.0)
    if focus.named:
        unsaid = any(a is not focus.named and not scene.is_background(a) for a in scene.anchors)
        bare = unsaid and not conditions.links
        evidence += scene.prominence(focus.named) * (_BARE if bare else 1.0) - bare
    return evidence + 0.3 * len(conditions.links) + 0.5 * len(conditions.excluded)


def _loosened(cls: Iri, conditions: Conditions, desk: Desk) -> Set | None:
    """Conditions of one family as alternatives: exercises for "the medial and the lateral head"."""
    groups: list[tuple[Iri, list[Set]]] = []
    for link in conditions.links:
        kin = (sets for prop, sets in groups if desk.connector.same_family(prop, link.property))
        if (sets := next(kin, None)) is not None:
            sets.append(link.set)
        else:
            groups.append((link.property, [link.set]))
    if len(groups) == len(conditions.links):
        return None
    return every([Kind(cls), *(either(sets) for _, sets in groups), *conditions.excluded])


def _without_versions(node: Set, cls: Iri, scene: Scene, desk: Desk) -> Set:
    """The list without versions of things that are in it themselves, unless versions are asked for."""
    prop = CALF.VARIATION_OF
    if not desk.connector.is_a(cls, CALF.EXERCISE) or any(
        desk.connector.is_version(asked) for asked in scene.cued
    ):
        return node
    among = [bases for iri, bases in desk.connector.versions.items() if holds(iri, node, desk.graph)]
    if among and all(any(holds(base, node, desk.graph) for base in bases) for bases in among):
        parts = parts_of(node)
        return every([*parts, Without(Linked(prop, Kind(cls)))])
    return node


def _several(kind: str, scene: Scene, desk: Desk, focus: Focus) -> Iterator[Reading]:
    """Several properties of one thing at once: "origin and insertion of the soleus"."""
    for anchor in scene.anchors if len(scene.cued) > 1 else ():
        options: dict[Iri, Link] = {}
        for link in desk.connector.links(scene, focus.cls, anchor, focus.words):
            if not link.empty and link.words - anchor.words - {scene.wh_index}:
                options.setdefault(link.property, link)
        apart = [
            link
            for link in options.values()
            if not any(
                desk.connector.same_family(link.property, other.property)
                for other in options.values()
                if other is not link
            )
        ]
        chosen = tuple({link.words - anchor.words - {scene.wh_index}: link for link in apart}.values())
        if len(chosen) > 1:
            node = every([Kind(focus.cls), Either(tuple(link.set for link in chosen))])
            words = focus.words.union(*(link.words for link in chosen))
            best = max(link.score for link in chosen)
            topics = tuple(dict.fromkeys(link.target for link in chosen))
            yield Reading(kind, Select(node), words, best + 0.3, focus.cls, topics)
