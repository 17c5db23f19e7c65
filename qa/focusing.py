"""Readings that ask for members of a class: which class is asked for, and under which conditions.

Lists and counts share this: both ask for a set of things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.terms import Iri
from qa.connecting import Link
from qa.evaluating import exists, members
from qa.kind import Desk, Reading
from qa.logic import Either, Every, Kind, Linked, Select, Set, Thing, Without, either, every, named_in
from qa.scene import Scene
from qa.scope import Anchor
from qa.vocabulary import CALF, UNNAMED

__all__ = ["completed", "focus_readings"]

_LIKELY = 0.2  # probability from which a wording suggests what is asked for
_SURE = 0.5  # probability from which a class is asked for as a whole
_FAINT = 0.4  # weight of words too common to imply what is asked for
_FAINT_NAME = 0.5  # weight of a word that is only part of a name: nothing is excluded by it
_UNSAID = 5  # salience from which a property may be meant without being named
_SUBCLASS = 0.8  # score of a narrower class as a condition
_NOT_ASKED = 3.0  # what a list loses where a question asks for another class by name
_WORDED = 1.2  # what a class gains that the wording suggests, times its probability
_COMPLETED = 0.6  # share of its probability that a list keeps when conditions are added
_BARE = 0.3  # share of its weight that a class keeps where the other names say nothing of it


@dataclass(frozen=True, slots=True)
class _Focus:
    """A class that may be asked for: by name, by a property named, or only by the wording."""

    cls: Iri
    named: Anchor | None = None
    implied_by: Iri | None = None
    known: frozenset[int] = frozenset()  # words that are explained already

    @property
    def words(self) -> frozenset[int]:
        """The words that name it, and those that need no explanation."""
        return self.named.words | self.known if self.named else self.known


@dataclass(frozen=True, slots=True)
class _Conditions:
    """What members must fulfil: the best link of every other name, and what is excluded by name."""

    links: tuple[Link, ...]
    excluded: tuple[Set, ...]
    words: frozenset[int]  # all words explained

    @property
    def sets(self) -> tuple[Set, ...]:
        """The sets that members must be in; those on equipment as one condition on one option."""
        wanted = tuple(link.set for link in self.links)
        options = [c for c in wanted if isinstance(c, Linked) and c.property == CALF.HAS_EQUIPMENT_OPTION]
        if len(options) <= 1:
            return wanted
        inner = [part for c in options for part in (c.to.parts if isinstance(c.to, Every) else (c.to,))]
        rest = tuple(c for c in wanted if c not in options)
        return (*rest, Linked(CALF.HAS_EQUIPMENT_OPTION, every(inner)))


def focus_readings(kind: str, scene: Scene, desk: Desk, *, named_only: bool = False) -> Iterator[Reading]:
    """Readings of `kind` that ask for members of a class; with `named_only`, of a class that is named.

    A noun of a property names the class it leads to: "how many reasons are there for ...".
    """
    for focus in _foci(scene, desk):
        if named_only and not (focus.named or _is_noun(focus.implied_by, scene)):
            continue
        conditions = _conditions(scene, desk, focus)
        if _is_asked(focus, conditions, scene, desk):
            yield from _several(kind, scene, desk, focus)
            yield from _with_conditions(kind, scene, desk, focus, conditions)


def completed(reading: Reading, scene: Scene, desk: Desk) -> Reading | None:
    """A list under the further conditions that the question names; None if it names none.

    "With straight knees" may suggest a list; the soleus beside it is then one more condition.
    """
    if reading.kind != "listing" or reading.focus is None or not isinstance(reading.form, Select):
        return None
    held, left = {*named_in(reading.form)}, [a for a in scene.anchors if not a.words & reading.words]
    if any(held & {*anchor.entities} for anchor in left):
        return None  # it holds of the thing what the question does not say of it
    conditions = _conditions(scene, desk, _Focus(reading.focus, known=reading.words))
    things = {iri for anchor in left for iri in anchor.entities}
    links = tuple(
        link
        for link in conditions.links
        if link.set not in _parts(reading.form.set)
        and (link.target in things or isinstance(link.set, Without))
    )
    if not links and not conditions.excluded:
        return None
    more = _Conditions(links, conditions.excluded, frozenset()).sets
    return replace(
        reading,
        form=Select(every([*_parts(reading.form.set), *more, *conditions.excluded])),
        words=conditions.words,
        topics=(*reading.topics, *(link.target for link in links)),
        chance=reading.chance * _COMPLETED,
    )


def _parts(node: Set) -> tuple[Set, ...]:
    """What members of a set must all fulfil."""
    return node.parts if isinstance(node, Every) else (node,)


# ---------------------------------------------------------------- what may be asked for


def _is_noun(prop: Iri | None, scene: Scene) -> bool:
    """Whether a question names a property by a noun."""
    return prop is not None and any(role == "noun" for _, role in scene.cued.get(prop, ()))


def _foci(scene: Scene, desk: Desk) -> Iterator[_Focus]:
    """Classes named; classes that a property named leads to or from; classes that the wording suggests."""
    for anchor in scene.anchors:
        if anchor.polarity != "out":
            yield from (_Focus(cls, named=anchor) for cls in anchor.classes)
    excluded = {i for a in scene.anchors if a.polarity == "out" for i in a.words}
    for prop in sorted(scene.cued):
        mention, role = scene.cued[prop][0]
        if role != "cue" and mention.weight > _FAINT and not excluded & set(mention.words):
            yield from _ends(prop, desk)
    kinds = {cls for a in scene.anchors for iri in a.entities for cls in desk.connector.classes_of(iri)}
    if CALF.POSITION_VARIABLE in kinds:
        yield _Focus(CALF.POSITION, implied_by=CALF.SETTING_OF)
    if kinds & {CALF.EQUIPMENT, CALF.POSTURE}:
        yield _Focus(CALF.EXERCISE)
    for iri, chance in sorted(scene.hint.targets.items()):
        if chance > _LIKELY and desk.connector.is_property(iri):
            yield from _ends(iri, desk)
        elif chance > _LIKELY and not desk.connector.is_thing(iri) and iri not in UNNAMED:
            yield _Focus(iri)


def _ends(prop: Iri, desk: Desk) -> Iterator[_Focus]:
    """The classes at both ends of a property."""
    term = desk.graph.property_term(prop)
    ends = {cls for cls in (term.domain, term.range) if cls} - UNNAMED
    return (_Focus(cls, implied_by=prop) for cls in sorted(ends))


def _is_asked(focus: _Focus, conditions: _Conditions, scene: Scene, desk: Desk) -> bool:
    """Whether there is enough to ask for this class: its name, its property, or two conditions."""
    chance = scene.hint.targets.get(focus.cls, 0.0)
    if focus.implied_by:
        return any(desk.connector.same_family(link.property, focus.implied_by) for link in conditions.links)
    if focus.named:
        return True
    if not conditions.links:
        return chance > _SURE
    return chance > 0 or len(conditions.links) + len(conditions.excluded) > 1


# ---------------------------------------------------------------- under which conditions


def _conditions(scene: Scene, desk: Desk, focus: _Focus) -> _Conditions:
    """The best link of every other name; the topic of every question only where there is nothing else."""
    links: list[Link] = []
    topics: list[Link] = []
    excluded: list[Set] = []
    words = set(focus.words)
    for anchor in scene.anchors:
        faint = anchor.polarity == "out" and anchor.mention.weight <= _FAINT_NAME
        if anchor.words & focus.words or faint:
            continue
        same = [iri for iri in anchor.entities if desk.connector.stands(iri, focus.cls)]
        if same and anchor.polarity == "out":
            excluded += _other_than(same, focus.cls, desk)
            words |= anchor.words
            continue
        if focus.named and focus.cls in anchor.classes and anchor.polarity == "in":
            words |= anchor.words  # named twice: "which of these exercises is an exercise with ..."
            continue
        found = [
            *_narrower(focus, anchor, desk),
            *desk.connector.links(scene, focus.cls, anchor, focus.words),
        ]
        options = [o for o in found if not o.empty and _limits(o, focus, anchor, scene, desk)]
        if options:
            (topics if scene.is_background(anchor) else links).append(options[0])
    kept = tuple(links or topics)
    return _Conditions(kept, tuple(excluded), frozenset(words).union(*(link.words for link in kept)))


def _other_than(things: list[Iri], cls: Iri, desk: Desk) -> list[Set]:
    """Conditions that exclude things and their versions."""
    versions: list[Set] = []
    if desk.connector.is_a(cls, CALF.EXERCISE):
        versions = [Without(Linked(CALF.VARIATION_OF, Thing(iri))) for iri in things]
    return [*(Without(Thing(iri)) for iri in things), *versions]


def _narrower(focus: _Focus, anchor: Anchor, desk: Desk) -> Iterator[Link]:
    """A named class under the one that is asked for: "straight-leg work" of the exercises."""
    for cls in anchor.classes:
        if focus.named and cls != focus.cls and desk.connector.is_a(cls, focus.cls):
            node: Set = Without(Kind(cls)) if anchor.polarity == "out" else Kind(cls)
            yield Link(node, CALF.TYPE, cls, _SUBCLASS, anchor.words, empty=False)


def _limits(link: Link, focus: _Focus, anchor: Anchor, scene: Scene, desk: Desk) -> bool:
    """Whether a link says anything: "any of the muscles", or a part of a part, does only if named so.

    So do properties that nobody means unless they name them, such as "hardly works".
    """
    if link.words - anchor.words or link.property == CALF.TYPE:
        return True
    if link.target not in anchor.entities:
        return anchor.polarity != "in"
    prop = desk.graph.property_term(link.property)
    if desk.connector.akin(prop):
        return focus.named is not None and _belongs(focus.named, anchor, scene)
    return prop.salience >= _UNSAID


def _belongs(first: Anchor, second: Anchor, scene: Scene) -> bool:
    """Whether a name follows another as what it belongs to: "heads of the gastrocnemius"."""
    between = scene.tokens[first.mention.end : second.mention.start]
    if first.mention.end > second.mention.start:
        return False
    return not between or (
        all(scene.is_plain(t.index) for t in between) and any(t.stem in ("of", "in") for t in between)
    )


# ---------------------------------------------------------------- readings


def _with_conditions(
    kind: str, scene: Scene, desk: Desk, focus: _Focus, conditions: _Conditions
) -> Iterator[Reading]:
    """Members under all conditions; under one of them where none fulfils all; or all others ("drop")."""
    evidence = _evidence(scene, desk, focus, conditions)
    topics = tuple(link.target for link in conditions.links)
    drop = scene.operators("drop")
    if drop and conditions.sets and focus.named:
        node = every([Kind(focus.cls), Without(every(list(conditions.sets)))])
        words = conditions.words | set(drop[0].words)
        yield Reading(kind, Select(node), words, evidence + 0.8, focus.cls, topics)
    node = every([Kind(focus.cls), *conditions.sets, *conditions.excluded])
    if len(conditions.sets) > 1 and not exists(node, desk.graph):
        loose = _loosened(focus.cls, conditions, desk)
        if loose is not None:
            yield Reading(kind, Select(loose), conditions.words, evidence - 0.2, focus.cls, topics)
    node = _without_versions(node, focus.cls, scene, desk)
    yield Reading(kind, Select(node), conditions.words, evidence, focus.cls, topics)


def _evidence(scene: Scene, desk: Desk, focus: _Focus, conditions: _Conditions) -> float:
    """What speaks for a list: how its class stands out, its best link, and how much is conditioned."""
    evidence = max((link.score for link in conditions.links), default=0.0)
    asked = [a for a in scene.anchors if a.classes and scene.prominence(a) > 1]
    if asked and not any(
        desk.connector.is_a(focus.cls, c) or desk.connector.is_a(c, focus.cls)
        for a in asked
        for c in a.classes
    ):
        evidence -= _NOT_ASKED
    if not focus.named:
        evidence += _WORDED * scene.hint.targets.get(focus.cls, 0.0)
    if focus.named:
        unsaid = any(a is not focus.named and not scene.is_background(a) for a in scene.anchors)
        bare = unsaid and not conditions.links
        evidence += scene.prominence(focus.named) * (_BARE if bare else 1.0) - bare
    return evidence + 0.3 * len(conditions.links) + 0.5 * len(conditions.excluded)


def _loosened(cls: Iri, conditions: _Conditions, desk: Desk) -> Set | None:
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
    found = members(node, desk.graph)
    versions = {iri for iri in found if desk.graph.objects(iri, prop)}
    if versions and all(found & set(desk.graph.objects(iri, prop)) for iri in versions):
        parts = node.parts if isinstance(node, Every) else (node,)
        return every([*parts, Without(Linked(prop, Kind(cls)))])
    return node


def _several(kind: str, scene: Scene, desk: Desk, focus: _Focus) -> Iterator[Reading]:
    """Several properties of one thing at once: "origin and insertion of the soleus"."""
    for anchor in scene.anchors:
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
