"""Lists: things of a class under constraints, and what a property leads to or from.

"which exercises for the soleus need no machine", "where does the soleus start",
"what lies on top of the soleus"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from kg.terms import Iri, Triple
from qa.connecting import Connector, Link
from qa.describing import details
from qa.evaluating import members, supports
from qa.kind import Desk, Draft, Reading
from qa.logic import Either, Every, Kind, Linked, Select, Set, Thing, Without, every
from qa.model import Item, Items
from qa.scene import Anchor, Scene
from qa.verbalising import capital, number_word
from qa.vocabulary import CALF, UNNAMED

__all__ = ["Listing", "focus_readings"]

_LIKELY = 0.2  # probability from which a wording suggests what is asked for
_SURE = 0.5  # probability from which a class is asked for as a whole
_FAINT = 0.4  # weight of words too common to imply what is asked for


class Listing:
    """Which things are so."""

    name = "listing"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """One reading per class that may be asked for."""
        return focus_readings(self.name, scene, desk)

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The members, each with what marks it out."""
        assert isinstance(reading.form, Select)
        found = in_source_order(members(reading.form.set, desk.graph), desk)
        triples = supports(reading.form.set, found, desk.graph)
        if not found:
            return _nothing(reading.form.set, desk)
        items = tuple(Item(iri, desk.say.label(iri)) for iri in found)
        lead = lead_sentence(reading.form.set, found, triples, desk)
        rows = tuple(row for iri in found if (row := details(iri, desk.graph, desk.say)))
        return Draft(lead, items, (Items(rows),) if rows else (), triples)


def focus_readings(kind: str, scene: Scene, desk: Desk, *, named_only: bool = False) -> Iterator[Reading]:
    """Readings that ask for members of a class, named or implied by a property or by the wording."""
    for focus, named, implied_by in _foci(scene, desk):
        if named_only and not named:
            continue
        links, excluded, used = _constraints(scene, desk, focus, named.words if named else frozenset())
        if implied_by and not any(desk.connector.same_family(link.property, implied_by) for link in links):
            continue
        if not links and not named and scene.hint.targets.get(focus, 0.0) < _SURE:
            continue
        if not named and not implied_by and len(links) + len(excluded) < 2 and not scene.hint.targets.get(focus):  # noqa: PLR2004
            continue
        yield from _several(kind, scene, desk, focus, named, links)
        positive = [link.set for link in links]
        words = frozenset(chain(named.words if named else (), used, *(link.words for link in links)))
        best = max((link.score for link in links), default=0.0)
        bare = not links and any(a is not named and not scene.is_background(a) for a in scene.anchors)
        evidence = (scene.prominence(named) * (0.3 if bare else 1.0) if named else 0.0) + best + 0.3 * len(links) + 0.5 * len(excluded)
        topics = tuple(link.target for link in links)
        drop = scene.operators("drop")
        if drop and positive and named:
            node = every([Kind(focus), Without(every(positive))])
            yield Reading(kind, Select(node), words | set(drop[0].words), evidence + 0.8, focus, topics)
        node = _without_variations(every([Kind(focus), *_merged(positive), *excluded]), focus, scene, desk)
        if len(positive) > 1 and not members(node, desk.graph):
            yield from _loosened(kind, scene, desk, Reading(kind, Select(node), words, evidence, focus, topics), links, excluded)
        yield Reading(kind, Select(node), words, evidence, focus, topics)


def _merged(conditions: list[Set]) -> list[Set]:
    """Conditions on equipment as conditions on one and the same option: no machine and no partner."""
    options = [c for c in conditions if isinstance(c, Linked) and c.property == CALF.HAS_EQUIPMENT_OPTION]
    if len(options) < 2:  # noqa: PLR2004 - nothing to merge
        return conditions
    inner = [part for c in options for part in (c.to.parts if isinstance(c.to, Every) else (c.to,))]
    return [c for c in conditions if c not in options] + [Linked(CALF.HAS_EQUIPMENT_OPTION, every(inner))]


def _without_variations(node: Set, focus: Iri, scene: Scene, desk: Desk) -> Set:
    """The list without versions of things that are in it themselves, unless versions are asked for."""
    found = members(node, desk.graph)
    for prop in _narrower(focus, desk.connector):
        versions = {iri for iri in found if desk.graph.objects(iri, prop)}
        asked = prop in scene.cued or any(desk.graph.property_term(prop).inverse == p for p in scene.cued)
        if versions and not asked and all(found & set(desk.graph.objects(iri, prop)) for iri in versions):
            return every([*(node.parts if isinstance(node, Every) else (node,)), Without(Linked(prop, Kind(focus)))])
    return node


def _several(
    kind: str, scene: Scene, desk: Desk, focus: Iri, named: Anchor | None, links: list[Link]
) -> Iterator[Reading]:
    """Several properties of one thing at once: "origin and insertion of the soleus"."""
    for anchor in scene.anchors:
        options: dict[Iri, Link] = {}
        for link in desk.connector.links(scene, focus, anchor):
            if not link.empty and link.words - anchor.words:
                options.setdefault(link.property, link)
        apart = [
            link
            for link in options.values()
            if not any(desk.connector.same_family(link.property, o.property) for o in options.values() if o is not link)
        ]
        distinct = {link.words - anchor.words: link for link in apart}
        if len(distinct) > 1:
            node = every([Kind(focus), Either(tuple(link.set for link in distinct.values()))])
            words = frozenset(chain(named.words if named else (), *(link.words for link in distinct.values())))
            best = max(link.score for link in distinct.values())
            yield Reading(kind, Select(node), words, best + 0.3, focus, tuple({link.target for link in distinct.values()}))


def _loosened(
    kind: str, scene: Scene, desk: Desk, strict: Reading, links: list[Link], excluded: list[Set]
) -> Iterator[Reading]:
    """Where no member fulfils all conditions: those with one property as alternatives, "medial and lateral"."""
    assert strict.focus
    groups: dict[Iri, list[Set]] = {}
    for link in links:
        groups.setdefault(link.property, []).append(link.set)
    if len(groups) < len(links):
        parts = [sets[0] if len(sets) == 1 else Either(tuple(dict.fromkeys(sets))) for sets in groups.values()]
        node = every([Kind(strict.focus), *parts, *excluded])
        yield Reading(kind, Select(node), strict.words, strict.evidence - 0.2, strict.focus, strict.topics)


def _foci(scene: Scene, desk: Desk) -> Iterator[tuple[Iri, Anchor | None, Iri | None]]:
    """Classes that may be asked for: named ones, and those that a named property leads to or from."""
    for anchor in scene.anchors:
        for cls in anchor.classes:
            if anchor.polarity != "out":
                yield cls, anchor, None
    for prop in sorted(scene.cued):
        mention, role = scene.cued[prop][0]
        if role != "cue" and mention.weight > _FAINT:
            term = desk.graph.property_term(prop)
            for cls in sorted({c for c in (term.domain, term.range) if c} - UNNAMED):
                yield cls, None, prop
    if any(CALF.POSITION_VARIABLE in desk.connector.classes_of(iri) for a in scene.anchors for iri in a.entities):
        yield CALF.POSITION, None, CALF.SETTING_OF
    settings = (CALF.EQUIPMENT, CALF.POSTURE)
    if any(cls in desk.connector.classes_of(iri) for a in scene.anchors for iri in a.entities for cls in settings):
        yield CALF.EXERCISE, None, None
    yield from _hinted(scene, desk)


def _hinted(scene: Scene, desk: Desk) -> Iterator[tuple[Iri, Anchor | None, Iri | None]]:
    """Classes and properties that the wording suggests without naming them."""
    properties = {p.iri: p for p in desk.graph.properties()}
    for iri, chance in sorted(scene.hint.targets.items()):
        if chance > _LIKELY and iri in properties:
            for cls in sorted({c for c in (properties[iri].domain, properties[iri].range) if c} - UNNAMED):
                yield cls, None, iri
        elif chance > _LIKELY and not desk.connector.is_thing(iri) and iri not in UNNAMED:
            yield iri, None, None


def _constraints(
    scene: Scene, desk: Desk, focus: Iri, words: frozenset[int]
) -> tuple[list[Link], list[Set], frozenset[int]]:
    """The best link of every other name, and the members that are excluded by name."""
    links: list[Link] = []
    topics: list[Link] = []
    excluded: list[Set] = []
    used: set[int] = set()
    for anchor in scene.anchors:
        if anchor.words & words:
            continue
        same = [iri for iri in anchor.entities if desk.connector.stands(iri, focus)]
        if same and anchor.polarity == "out":
            excluded += [Without(Thing(iri)) for iri in same] + [
                Without(Linked(p, Thing(iri))) for iri in same for p in _narrower(focus, desk.connector)
            ]
            used |= anchor.words
            continue
        options = [o for o in desk.connector.links(scene, focus, anchor) if not o.empty and _limits(o, anchor, desk)]
        if options:
            (topics if scene.is_background(anchor) else links).append(options[0])
    # The topic of every question limits nothing where there are other conditions.
    return links or topics, excluded, frozenset(used)


def _limits(link: Link, anchor: Anchor, desk: Desk) -> bool:
    """Whether a link says anything: "any of the muscles", or a part of a part, does only if named so."""
    if link.words - anchor.words:
        return True
    if link.target not in anchor.entities:
        return anchor.polarity != "in"
    return not desk.connector.akin(desk.graph.property_term(link.property))


def _narrower(focus: Iri, connector: Connector) -> tuple[Iri, ...]:
    """Properties by which members of a class are versions of one another."""
    return (CALF.VARIATION_OF,) if connector.is_a(focus, CALF.EXERCISE) else ()


# ---------------------------------------------------------------- answers


def in_source_order(found: Iterable[Iri], desk: Desk) -> list[Iri]:
    """Things in the order in which the article first speaks of them."""
    return sorted(found, key=lambda iri: (first_sentence(iri, desk), desk.say.label(iri)))


def first_sentence(iri: Iri, desk: Desk) -> int:
    """The number of the first sentence that states something of a thing; large if none does."""
    numbers = (
        source.number
        for triple in desk.graph.statements(subject=iri)
        if not desk.graph.is_inferred(triple)
        for source in desk.graph.provenance(triple).sources
        if source.number
    )
    return min(numbers, default=10_000)


def _nothing(node: Set, desk: Desk) -> Draft:
    """No member: an answer if every condition alone has members, else nothing is stated."""
    parts = node.parts if isinstance(node, Every) else (node,)
    kinds = [p for p in parts if isinstance(p, Kind)]
    each = all(members(every([*kinds, p]), desk.graph) for p in parts)
    phrase = desk.say.set(node)
    if each:
        return Draft(f"None: the graph holds no {phrase}.", found=False)
    return Draft(f"The article does not say; the graph states no {phrase}.", found=False, stated=False)


def lead_sentence(node: Set, found: list[Iri], triples: tuple[Triple, ...], desk: Desk) -> str:
    """The first sentence: a fact where one link says it all, else the number and the names."""
    parts = node.parts if isinstance(node, Every) else (node,)
    linked = [p for p in parts if isinstance(p, Linked)]
    if len(linked) == 1 and linked[0].inverse and isinstance(linked[0].to, Thing) and len(triples) == len(found):
        return capital(desk.say.facts(linked[0].property, [linked[0].to.iri], list(found))) + "."
    if len(linked) == 1 and isinstance(linked[0].to, Thing) and len(found) == 1 and len(parts) <= 2:  # noqa: PLR2004
        return capital(desk.say.facts(linked[0].property, list(found), [linked[0].to.iri])) + "."
    if len(found) == 1:
        return f"{capital(desk.say.names(found))}."
    kinds = [p.iri for p in parts if isinstance(p, Kind)]
    noun = desk.graph.class_term(kinds[0]).plural if kinds else "in all"
    return f"{capital(number_word(len(found)))} {noun}: {desk.say.names(found)}."

