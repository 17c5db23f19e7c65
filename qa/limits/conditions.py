"""What the names of a question demand of the things that it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from kg.terms import Iri
from qa.connecting import Link
from qa.forms.evaluating import exists
from qa.forms.logic import Kind, Linked, Set, Thing, Without, every, parts_of
from qa.kind import Desk
from qa.limits.equipping import stocked
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.labelling import labelled
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import PART
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["NO_VERSIONS", "Conditions", "Focus", "conditions_on", "in_one_option", "is_wished"]

NO_VERSIONS = Without(Linked(CALF.VARIATION_OF, Kind(CALF.EXERCISE)))
"""Exercises but those that are a version of another."""

_UNSAID = 5  # salience from which a property may be meant without being named
_SUBCLASS = 0.8  # score of a narrower class as a condition


@dataclass(frozen=True, slots=True)
class Focus:
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
class Conditions:
    """What members must fulfil: the best link of every other name, and what is excluded by name."""

    links: tuple[Link, ...]
    excluded: tuple[Set, ...]
    words: frozenset[int]  # all words explained

    @property
    def sets(self) -> tuple[Set, ...]:
        """The sets that members must be in; those on equipment as one condition on one option."""
        return in_one_option(tuple(link.set for link in self.links))


def in_one_option(conditions: tuple[Set, ...]) -> tuple[Set, ...]:
    """Conditions, those on equipment as one: a single option of an exercise must fulfil them all."""
    options = [c for c in conditions if isinstance(c, Linked) and c.property == CALF.HAS_EQUIPMENT_OPTION]
    if len(options) <= 1:
        return conditions
    inner = [part for c in options for part in parts_of(c.to)]
    rest = tuple(c for c in conditions if c not in options)
    return (*rest, Linked(CALF.HAS_EQUIPMENT_OPTION, every(inner)))


def conditions_on(scene: Scene, desk: Desk, focus: Focus) -> Conditions:
    """The best link of every other name; the topic of every question only where there is nothing else."""
    key = ("conditions", focus.cls, focus.named, focus.known)
    return scene.once(key, lambda: _found(scene, desk, focus))


def _found(scene: Scene, desk: Desk, focus: Focus) -> Conditions:
    links: list[Link] = []
    topics: list[Link] = []
    excluded: list[Set] = []
    own = focus.words
    words = set(own)
    for anchor in scene.anchors:
        out = anchor.polarity == "out"
        denied = (
            out and not anchor.entities and focus.cls in anchor.classes
        )  # "there is no exercise that ..."
        faint = out and anchor.mention.weight <= PART
        if faint or denied or not own.isdisjoint(anchor.words):
            continue
        same = [iri for iri in anchor.entities if desk.connector.stands(iri, focus.cls)]
        if same and out:
            excluded += _other_than(same, focus.cls, desk)
            words |= anchor.words
            continue
        if focus.named and focus.cls in anchor.classes and anchor.polarity == "in":
            words |= anchor.words  # named twice: "which of these exercises is an exercise with ..."
            continue
        found = chain(_narrower(focus, anchor, desk), desk.connector.links(scene, focus.cls, anchor, own))
        options = (o for o in found if _tells(o, desk) and _limits(o, focus, anchor, scene, desk))
        best = next(options, None)
        if best is not None and out and (alike := _alike(best, anchor, focus.cls, desk)):
            excluded += [Without(Thing(iri)) for iri in alike]
            words |= anchor.words
        elif best is not None:
            (topics if scene.is_background(anchor) else links).append(best)
        elif out and (after := _named_after(anchor, focus.cls, scene, desk)):
            excluded += [Without(Thing(iri)) for iri in after]
            words |= anchor.words
    there = len(links) > 1 and (_is_limited(scene, desk) or scene.several)
    kept = tuple(stocked(links, desk) if there else links) or tuple(topics)
    return Conditions(kept, tuple(excluded), frozenset(words).union(*(link.words for link in kept)))


def _tells(link: Link, desk: Desk) -> bool:
    """Whether a link leaves something, and one that excludes what is done for a muscle excludes something."""
    if link.empty or not isinstance(link.set, Without):
        return not link.empty
    of_muscle = CALF.MUSCULAR_STRUCTURE in desk.connector.classes_of(link.target)
    return not of_muscle or exists(link.set.part, desk.graph)


def _is_limited(scene: Scene, desk: Desk) -> bool:
    """Whether a question says of some equipment that it is not there."""
    out = [a for a in scene.anchors if a.polarity == "out"]
    machines = any(desk.connector.is_a(cls, CALF.EQUIPMENT) for a in out for cls in a.classes)
    return machines or any(desk.connector.is_optional(iri) for a in out for iri in a.entities)


def _other_than(things: list[Iri], cls: Iri, desk: Desk) -> list[Set]:
    """Conditions that exclude things and their versions."""
    versions: list[Set] = []
    if desk.connector.is_a(cls, CALF.EXERCISE):
        versions = [Without(Linked(CALF.VARIATION_OF, Thing(iri))) for iri in things]
    return [*(Without(Thing(iri)) for iri in things), *versions]


def _named_after(anchor: Anchor, cls: Iri, scene: Scene, desk: Desk) -> list[Iri]:
    """The members of a class that are named after a thing: "ankle stability", besides the ankle."""
    said = {scene.tokens[i].stem for i in anchor.words if not scene.is_plain(i)}
    return list(labelled(cls, said, desk.graph)) if said and anchor.entities else []


def _alike(link: Link, anchor: Anchor, cls: Iri, desk: Desk) -> list[Iri]:
    """The members of a class named after what is excluded, where a link to it would exclude nothing.

    Who leaves out what has to do with "injuries" wants no injury prevention.
    """
    idle = isinstance(link.set, Without) and not exists(every([Kind(cls), link.set.part]), desk.graph)
    if not idle or cls not in (CALF.BENEFIT, CALF.MISTAKE):
        return []
    stems = {stem for iri in anchor.entities for stem in stems_of(desk.say.label(iri))}
    told = [stem for stem in stems if not english().is_plain(stem)]
    return sorted({iri for stem in told for iri in labelled(cls, [stem], desk.graph)})


def _narrower(focus: Focus, anchor: Anchor, desk: Desk) -> Iterator[Link]:
    """A named class under the one that is asked for: "straight-leg work" of the exercises, "no raises"."""
    ruled_out = anchor.polarity == "out" and focus.cls == CALF.EXERCISE
    for cls in anchor.classes:
        if (focus.named or ruled_out) and cls != focus.cls and desk.connector.is_a(cls, focus.cls):
            node: Set = Without(Kind(cls)) if anchor.polarity == "out" else Kind(cls)
            yield Link(node, CALF.TYPE, cls, _SUBCLASS, anchor.words, empty=False)


def _limits(link: Link, focus: Focus, anchor: Anchor, scene: Scene, desk: Desk) -> bool:
    """Whether a link says anything: "any of the muscles", or a part of a part, does only if named so.

    So do properties that nobody means unless they name them, such as "hardly works".
    """
    if link.words - anchor.words or link.property == CALF.TYPE:
        return True
    if link.target not in anchor.entities:
        return anchor.polarity != "in" or is_wished(link.target, anchor, scene, desk)
    prop = desk.graph.property_term(link.property)
    if desk.connector.akin(prop):
        return focus.named is not None and _belongs(focus.named, anchor, scene)
    return prop.salience >= _UNSAID


def is_wished(cls: Iri, anchor: Anchor, scene: Scene, desk: Desk) -> bool:
    """Whether somebody wants a kind of equipment: "I want straight knees and a machine"."""
    start = scene.tokens[anchor.mention.start]
    before = [
        t for t in scene.tokens[: start.index] if (t.sentence, t.clause) == (start.sentence, start.clause)
    ]
    wishing = english().words["wishing"] - english().words["owning"]
    gear = cls != CALF.EQUIPMENT and desk.connector.is_a(cls, CALF.EQUIPMENT)
    return gear and not scene.one_each and any(t.stem in wishing for t in before)


def _belongs(first: Anchor, second: Anchor, scene: Scene) -> bool:
    """Whether a name follows another as what it belongs to: "heads of the gastrocnemius"."""
    between = scene.tokens[first.mention.end : second.mention.start]
    if first.mention.end > second.mention.start:
        return False
    return not between or (
        all(scene.is_plain(t.index) for t in between) and any(t.stem in ("of", "in") for t in between)
    )
