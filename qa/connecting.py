"""Which properties can connect two kinds of things, by the domains and ranges of the schema."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from kg.graph import KnowledgeGraph
from kg.schema import PropertyTerm
from kg.terms import Iri, Triple
from qa.forms.evaluating import exists
from qa.forms.logic import Every, Kind, Linked, Set, Thing, Without, every
from qa.parsing.anchor import Anchor
from qa.parsing.directing import direction, follows
from qa.parsing.linking import Mention
from qa.scene import Scene
from qa.vocabulary import CALF, EXCHANGEABLE

__all__ = ["Connector", "Link"]

_REMEMBERED = 65_536  # pairs of names that are not looked at anew; the shipped graph needs some 20,000

_NONE: frozenset[Iri] = frozenset()
_WIDEST = frozenset((CALF.ANATOMICAL_STRUCTURE, CALF.POSITION))  # classes of things that are not alike

_Named = tuple[Iri, Mention, str]  # a property, where it is named, and how


class Link(NamedTuple):
    """A way to tie members of a class to a name: the set they must be in, and why it was chosen."""

    set: Set
    property: Iri
    target: Iri
    score: float
    words: frozenset[int]  # words of the question that it explains
    empty: bool


_NAME, _SCORE = attrgetter("property", "target"), attrgetter("score")


@dataclass(frozen=True, slots=True)
class _Way:
    """A property that may tie members of a class to a thing or class: the set that they must be in."""

    property: PropertyTerm
    target: Iri
    inverse: bool
    set: Set
    empty: bool
    score: float  # where the property is not named


class Connector:
    """Finds links in one graph; remembers which properties fit which classes."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        """Prepare for `graph`."""
        self.graph = graph
        self._properties = tuple(p for p in graph.properties() if p.is_object)
        self._supers = {c.iri: c.supers | {c.iri} for c in graph.classes()}
        self._classes = {e.iri: e.classes for e in graph.entities()}
        self._telling = {iri: classes - _WIDEST for iri, classes in self._classes.items()}
        self.exchangeable = frozenset(
            e.iri for e in graph.entities() if not EXCHANGEABLE.isdisjoint(e.classes)
        )
        """Things in whose place another may stand."""
        alike: dict[tuple[frozenset[Iri], Iri], Iri] = {}
        self._like = {e.iri: alike.setdefault((e.classes, e.kind), e.iri) for e in graph.entities()}
        """One thing that stands for all with its classes, of each thing."""
        self._fitting_like = lru_cache(maxsize=_REMEMBERED)(self._fitting)
        self._ways = lru_cache(maxsize=_REMEMBERED)(self._tie)
        self._tied, denied = self._pairs(graph.index.match()), self._pairs(graph.denials())
        seen = {p: pairs | denied[p] for p, pairs in self._tied.items()}  # without it, a property fits all
        self._seen_first = {p: frozenset(graph.entity(a).kind for a, _ in seen[p]) for p in seen}
        self._seen_last = {p: frozenset(graph.entity(b).kind for _, b in seen[p]) for p in seen}
        self._ties_like = lru_cache(maxsize=_REMEMBERED)(self._ties)
        self.versions: dict[Iri, list[Iri]] = {}  # of each variation what it is one of
        for version, _, base in graph.statements(predicate=CALF.VARIATION_OF):
            if isinstance(base, Iri):
                self.versions.setdefault(version, []).append(base)
        above = {p.iri: p.supers | {p.iri} for p in self._properties}
        self._family = {p: frozenset(q for q in above if q in above[p] or p in above[q]) for p in above}
        self._akin = frozenset(p.iri for p in self._properties if self._runs_within(p))

    # ------------------------------------------------------------ types

    def is_a(self, cls: Iri, wanted: Iri) -> bool:
        """Whether a class is another or lies under it."""
        return wanted in self._supers.get(cls, frozenset((cls,)))

    def is_thing(self, name: Iri) -> bool:
        """Whether an IRI names an individual of the graph."""
        return name in self._classes

    def knows(self, name: Iri) -> bool:
        """Whether an IRI is a thing, a class or a property of the graph."""
        return any(
            name in of for of in (self._classes, self._supers, self._family, (CALF.SAME_AS, CALF.TYPE))
        )

    def is_optional(self, name: Iri) -> bool:
        """Whether equipment is in an option of some exercise; a sled is only part of what is."""
        return bool(self.graph.subjects(CALF.INCLUDES_EQUIPMENT, name))

    def is_property(self, name: Iri) -> bool:
        """Whether an IRI names an object property."""
        return name in self._family

    def is_version(self, prop: Iri) -> bool:
        """Whether a property leads between a thing and its versions, in either direction."""
        return CALF.VARIATION_OF in (prop, self.graph.property_term(prop).inverse)

    def alike(self, first: Iri, second: Iri) -> bool:
        """Whether one thing may stand in the other's place: both muscles or heads, both foot positions."""
        return not self._telling.get(first, _NONE).isdisjoint(self._telling.get(second, _NONE))

    def telling_of(self, name: Iri) -> frozenset[Iri]:
        """The classes by which others are like a thing."""
        return self._telling.get(name, _NONE)

    def classes_of(self, name: Iri) -> frozenset[Iri]:
        """The classes of a thing; none for a class or a property."""
        return self._classes.get(name, _NONE)

    def stands(self, name: Iri, wanted: Iri | None) -> bool:
        """Whether a thing, or members of a class, may stand where `wanted` is asked for.

        A class may also be wider than what is wanted: "which structure is a head of ...".
        """
        if wanted is None:
            return True
        if name in self._supers:
            return self.is_a(name, wanted) or self.is_a(wanted, name)
        return wanted in self.classes_of(name)

    def fitting(self, first: Iri, last: Iri) -> tuple[PropertyTerm, ...]:
        """Properties that may lead from `first` to `last`, by what both are."""
        return self._fitting_like(self._like.get(first, first), self._like.get(last, last))

    def _fitting(self, first: Iri, last: Iri) -> tuple[PropertyTerm, ...]:
        """Properties that may lead from `first` to `last`."""
        return tuple(
            p
            for p in self._properties
            if p.salience > 0
            and (self.stands(first, p.domain) if p.domain else self._was_seen(first, self._seen_first[p.iri]))
            and (self.stands(last, p.range) if p.range else self._was_seen(last, self._seen_last[p.iri]))
        )

    def _pairs(self, triples: Iterable[Triple]) -> dict[Iri, set[tuple[Iri, Iri]]]:
        """Subject and object of each property in these statements; one pair for all things alike."""
        found: dict[Iri, set[tuple[Iri, Iri]]] = {p.iri: set() for p in self._properties}
        for subject, prop, last in triples:
            if prop in found and isinstance(last, Iri):
                found[prop].add((self._like[subject], self._like[last]))
        return found

    def _ties(self, prop: Iri, first: Iri, last: Iri) -> bool:
        """Whether a property leads from things like `first`, or members of it, to such of `last`."""
        pairs = self._tied[prop]
        return any(self._is_one(a, first) and self._is_one(b, last) for a, b in pairs)

    def _is_one(self, thing: Iri, name: Iri) -> bool:
        """Whether a thing that stands for all alike is the one of a thing, or a member of a class."""
        return name in self.graph.entity(thing).classes if name in self._supers else name == thing

    def _was_seen(self, name: Iri, kinds: frozenset[Iri]) -> bool:
        """Whether a thing's kind is among `kinds`, or a class holds one of them."""
        if name in self._supers:
            return any(self.is_a(kind, name) or self.is_a(name, kind) for kind in kinds)
        return self.graph.entity(name).kind in kinds

    def akin(self, prop: PropertyTerm) -> bool:
        """Whether a property runs between things of one kind, as "part of" does."""
        return prop.iri in self._akin

    def _runs_within(self, prop: PropertyTerm) -> bool:
        """Whether the domain and the range of a property are of one kind."""
        if prop.domain is None or prop.range is None:
            return False
        common = self._supers[prop.domain] & self._supers[prop.range]
        return bool(common - {CALF.ANATOMICAL_STRUCTURE}) or prop.domain in common or prop.range in common

    def same_family(self, first: Iri, second: Iri) -> bool:
        """Whether two properties are one, or one of them lies above the other."""
        return second in self._family.get(first, ())

    # ------------------------------------------------------------ links

    def links(
        self, scene: Scene, focus: Iri, anchor: Anchor, taken: frozenset[int] = frozenset()
    ) -> list[Link]:
        """Links of members of `focus` to a name, best first; `taken` words name the focus, not a property."""
        telling = taken & scene.framing
        key = ("links", focus, anchor.mention.words, anchor.mention.form, anchor.polarity, telling)
        return scene.once(key, lambda: self._found(scene, focus, anchor, telling))

    def _found(self, scene: Scene, focus: Iri, anchor: Anchor, taken: frozenset[int]) -> list[Link]:
        named, words = self._all_named(scene), anchor.words
        found = [
            self._link(way, anchor, taken, named[way.property.iri])
            if way.property.iri in named
            else Link(way.set, way.property.iri, way.target, way.score, words, way.empty)
            for target in (*anchor.entities, *anchor.classes)
            for way in self._ways(focus, target, anchor.polarity)
        ]
        return sorted(sorted(found, key=_NAME), key=_SCORE, reverse=True)

    def _tie(self, focus: Iri, target: Iri, polarity: str) -> tuple[_Way, ...]:
        """The ways from members of a class to a target by the polarity of its name, then those back."""
        out = []
        for inverse in (False, True):
            for prop in self.fitting(target, focus) if inverse else self.fitting(focus, target):
                node = self._set(prop.iri, target, polarity, inverse=inverse)
                empty = polarity == "in" and not self._is_tied(prop.iri, focus, target, inverse=inverse)
                empty |= polarity == "must" and not exists(every([Kind(focus), node]), self.graph)
                out.append(_Way(prop, target, inverse, node, empty, prop.salience * 0.1 - 2.0 * empty))
        return tuple(out)

    def _is_tied(self, prop: Iri, focus: Iri, target: Iri, *, inverse: bool) -> bool:
        """Whether a property ties a member of a class to a thing or class.

        Things alike are asked first: there are as many of them however large the graph is.
        """
        like = self._like.get(target, target)
        if not (self._ties_like(prop, like, focus) if inverse else self._ties_like(prop, focus, like)):
            return False
        to: Set = Kind(target) if target in self._supers else Thing(target)
        return exists(every([Kind(focus), Linked(prop, to, inverse)]), self.graph)

    def _link(self, way: _Way, anchor: Anchor, taken: frozenset[int], named: Sequence[_Named]) -> Link:
        """A way with its score: how its property is named, how salient it is, whether anything fits."""
        prop = way.property
        score = prop.salience * 0.1
        words = anchor.words
        for family, mention, role in named:
            if (words | taken).isdisjoint(mention.words):
                above = family == prop.iri or family in prop.supers
                score += (1.2 if above else 0.7) * min(mention.weight, 2.0)
                score += direction(prop, mention.start, role, anchor, inverse=way.inverse)
                words |= frozenset(mention.words)
        return Link(way.set, prop.iri, way.target, score - 2.0 * way.empty, words, way.empty)

    def named(self, scene: Scene, prop: Iri) -> Sequence[_Named]:
        """Mentions of a property, its own before those of properties above and below it."""
        return self._all_named(scene).get(prop, ())

    def is_object(self, scene: Scene, thing: Iri, other: Iri, prop: Iri) -> bool:
        """Whether a thing is named after the verb of a property, and the other, if at all, before it."""
        verbs = (mention for _, mention, role in self.named(scene, prop) if role == "verb")
        said = (a for a in scene.anchors if not a.words <= scene.carried)
        return follows(thing, other, verbs, said)

    def stands_last(self, scene: Scene, thing: Iri, other: Iri, prop: Iri) -> bool:
        """Whether a thing is the object of a property by the words, said from either end of it."""
        inverse = self.graph.property_term(prop).inverse  # "the gastrocnemius covers the soleus"
        back = inverse is not None and self.is_object(scene, other, thing, inverse)
        return back or self.is_object(scene, thing, other, prop)

    def _all_named(self, scene: Scene) -> dict[Iri, list[_Named]]:
        """The mentions of each property that is named, or that one above or below it is."""
        return scene.once("named", lambda: self._mentions(scene))

    def _mentions(self, scene: Scene) -> dict[Iri, list[_Named]]:
        found = {prop: [(prop, *said) for said in mentions] for prop, mentions in scene.cued.items()}
        for other in sorted(scene.cued):
            told = [(other, mention, role) for mention, role in scene.cued[other] if role != "cue"]
            for kin in self._family.get(other, frozenset()) - {other} if told else ():
                found.setdefault(kin, []).extend(told)
        return found

    def _set(self, prop: Iri, target: Iri, polarity: str, *, inverse: bool) -> Set:
        to: Set = Kind(target) if target in self._supers else Thing(target)
        if prop == CALF.USES_EQUIPMENT and not inverse:
            if isinstance(to, Thing) and polarity == "out" and not self.is_optional(target):
                return Without(Linked(CALF.CUE_FOR, Linked(CALF.INVOLVES_EQUIPMENT, to), inverse=True))
            return _equipment(to, polarity)
        node = Linked(prop, to, inverse)
        return Without(node) if polarity == "out" else node


def _equipment(to: Set, polarity: str) -> Set:
    """Exercises by equipment: one of an exercise's options must fit, since any of them is enough."""
    includes = Linked(CALF.INCLUDES_EQUIPMENT, to)
    option = Kind(CALF.EQUIPMENT_OPTION)
    if polarity == "out":
        return Linked(CALF.HAS_EQUIPMENT_OPTION, Every((option, Without(includes))))
    if polarity == "only":
        beyond = Linked(CALF.INCLUDES_EQUIPMENT, Every((Kind(CALF.EQUIPMENT), Without(to))))
        return Linked(CALF.HAS_EQUIPMENT_OPTION, Every((option, includes, Without(beyond))))
    uses = Linked(CALF.USES_EQUIPMENT, to)
    if polarity == "must":
        return Every((uses, Without(_equipment(to, "out"))))
    return uses
