"""Two or more things side by side, and one of them chosen: "A or B?", "how does A differ from B?"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from kg.schema import Truth
from kg.terms import Iri, Term, Triple
from qa.connecting import Link
from qa.forms.evaluating import members, supports
from qa.forms.logic import Ask, Compare, Either, Every, Linked, Select, Set, Thing, Without, every
from qa.judging.contrasting import asks_to_compare
from qa.kind import Desk, Draft, Reading
from qa.limits.arranging import arranged
from qa.model import Item, Items, Table
from qa.parsing.anchor import Anchor
from qa.readings.focusing import focus_readings
from qa.readings.outranking import outranking
from qa.scene import Scene
from qa.telling.describing import main_statements
from qa.telling.verbalising import MOST_TOLD, capital, joined
from qa.vocabulary import CALF

__all__ = ["Choice", "Comparison"]

_OR = frozenset(("or", "vs", "versus"))
_FEW = 4  # members of a class that stand side by side
_TOP = 2  # properties told before the table
_OF_TWO = 3.0  # more for it where there are but two: "pointing the toes down, is that A or B?"
_DESCRIBED = 5.0  # evidence of one of the things offered that is described beside them
_TWO = 2  # things of which "both" is said
_TOLD = 4  # statements of a thing that two names mean


def alternatives(scene: Scene, desk: Desk) -> list[list[tuple[Anchor, Iri]]]:
    """Groups of names of one kind, two or more in a group; wider classes make wider groups."""
    groups: dict[Iri, list[tuple[Anchor, Iri]]] = {}
    for anchor in scene.anchors:
        for iri in anchor.entities:
            for cls in sorted(desk.connector.classes_of(iri)):
                groups.setdefault(cls, []).append((anchor, iri))
    found = [
        g
        for _, g in sorted(groups.items())
        if len({iri for _, iri in g}) > 1 and len({a.mention.words for a, _ in g}) > 1
    ]
    unique = {tuple(iri for _, iri in g): g for g in found}
    return list(unique.values())


def _unlike(scene: Scene) -> list[list[tuple[Anchor, Iri]]]:
    """The first two things named, of whatever kinds: a joint action and what is taken for it."""
    named = [(a, a.entities[0]) for a in scene.anchors if a.entities and not scene.is_background(a)]
    return [named[:2]] if len({iri for _, iri in named[:2]}) > 1 else []


def _named_twice(scene: Scene) -> Iterator[tuple[Iri, frozenset[int]]]:
    """Things that two different names mean, with the words of both: "the inner calf and the medial head"."""
    for place, first in enumerate(scene.anchors):
        for last in scene.anchors[place + 1 :]:
            if first.entities and first.entities == last.entities and first.mention.form != last.mention.form:
                yield first.entities[0], first.words | last.words


class Comparison:
    """How things differ, or what they share; of two names of one thing, that they are."""

    name = "comparison"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """One reading per group of like names."""
        cue = scene.cue("comparison")
        shared = scene.operators("common")
        joined_by_or = scene.says(_OR)
        defined = scene.cue("definition")
        if not (cue or shared or joined_by_or or defined):
            return
        groups = alternatives(scene, desk)
        for thing, named in _named_twice(scene) if cue and not groups else ():
            form, used = Ask(Triple(thing, CALF.SAME_AS, thing)), frozenset(cue.words if cue else ())
            yield Reading(self.name, form, named | used, 1.3, topics=(thing,))
        for group in groups or (_unlike(scene) if cue else []):
            things = tuple(dict.fromkeys(iri for _, iri in group))
            words = {i for a, _ in group for i in a.words} | {i for c in (cue, defined) if c for i in c.words}
            words |= {i for m in shared for i in m.words}
            common = bool(shared) and not scene.operators("compare")
            evidence = (1.3 if cue else 0.5) + (0.5 if common else 0.0)
            yield Reading(self.name, Compare(things, common), frozenset(words), evidence, topics=things)
        if asks_to_compare(scene) and not groups:
            yield from self._of_class(scene, desk)

    def _of_class(self, scene: Scene, desk: Desk) -> Iterator[Reading]:
        """The few members of a class, side by side: "compare the two heads", "the exercises for the calf"."""
        cue = scene.cue("comparison")
        words = frozenset(cue.words if cue else ())
        words |= {i for m in scene.operators("compare") for i in m.words}
        for listed in focus_readings(self.name, scene, desk, named_only=True):
            things = arranged(listed.form.set, desk)[0] if isinstance(listed.form, Select) else ()
            if 1 < len(things) <= _FEW:
                form = Compare(tuple(things))
                yield replace(listed, form=form, words=listed.words | words, topics=form.things)

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """A table of properties, or the shared statements."""
        if isinstance(reading.form, Ask):
            return _no_difference(reading.form.triple.subject, desk)
        assert isinstance(reading.form, Compare)
        things = reading.form.things
        facts = {iri: main_statements(iri, desk.graph) for iri in things}
        shared = _shared(facts, desk)
        if reading.form.common:
            return self._common(things, shared, desk)
        differing = {
            iri: [t for t in ts if (t.predicate, t.object) not in shared] for iri, ts in facts.items()
        }
        triples = tuple(t for ts in differing.values() for t in ts)
        items = tuple(Item(iri, desk.say.label(iri)) for iri in things)
        entities = [desk.graph.entity(iri) for iri in things]
        defined = tuple(f"{capital(e.label)}: {e.definition}" for e in entities)
        if not triples:
            return Draft(defined[0], items, (Items(defined[1:]),))
        told = _contrasts(things, differing, facts, desk)
        lead = " ".join(told or (" ".join(desk.say.sentences(ts[:_TOP])) for ts in differing.values() if ts))
        return Draft(lead, items, (Items(defined), _table(things, differing, facts, desk)), triples)

    def _common(
        self,
        things: tuple[Iri, ...],
        shared: Collection[tuple[Iri, Term]],
        desk: Desk,
    ) -> Draft:
        """What all the things share."""
        triples = tuple(Triple(things[0], *pair) for pair in shared)
        if not triples:
            return Draft(f"The graph states nothing of all of {desk.say.names(things)}.", found=False)
        facts_of = [desk.say.facts(t.predicate, list(things), [t.object]) for t in triples]
        both = len(things) == _TWO
        said = [f"{capital(f'both {fact}' if both and ' each ' not in fact else fact)}." for fact in facts_of]
        items = tuple(Item(t.object, desk.say.label(t.object)) for t in triples if isinstance(t.object, Iri))
        return Draft(said[0], items, (Items(tuple(said[1:])),) if said[1:] else (), triples)


def _no_difference(thing: Iri, desk: Desk) -> Draft:
    """That two names mean one thing, and what that is."""
    entity = desk.graph.entity(thing)
    lead = f"No difference: both names mean {entity.mention}. {entity.definition}"
    return Draft(lead, (Item(thing, entity.label),), (), main_statements(thing, desk.graph)[:_TOLD])


class Choice:
    """Which of the things named fits, or which one does not: "which is the odd one out?"."""

    name = "choice"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """Groups of like names joined by "or", under the other names and properties as conditions."""
        asking = {t.index for t in scene.asking}
        outsider = frozenset(i for m in scene.operators("outsider") for i in m.words if m.start in asking)
        joined_by_or = scene.says(_OR)
        if not (joined_by_or or outsider or scene.wh == "which"):
            return
        yield from outranking(scene, desk)
        for group in filter(None, map(_offered, alternatives(scene, desk))):
            words = frozenset(i for a, _ in group for i in a.words)
            options: Set = Either(tuple(dict.fromkeys(Thing(iri) for _, iri in group)))
            for parts, used, score in self._conditions(scene, desk, group):
                told = [
                    p.part if isinstance(p, Without) else p for p in parts
                ]  # "doesn't belong" is said once
                node = every([options, Without(every(told))] if outsider else [options, *parts])
                found = members(node, desk.graph)
                if found and len(found) < len(group) and (len(found) == 1 or not outsider):
                    yield Reading(
                        self.name,
                        Select(node),
                        words | used | outsider,
                        1.2 + score,
                        topics=tuple(iri for _, iri in group),
                    )

    def _conditions(
        self, scene: Scene, desk: Desk, group: list[tuple[Anchor, Iri]]
    ) -> Iterator[tuple[list[Set], frozenset[int], float]]:
        """Conditions from the other names, else from a property that holds between the options."""
        inside = {a.mention.words for a, _ in group}
        offered = {iri for _, iri in group}
        first = min(a.mention.start for a, _ in group)
        ahead = (a for a in scene.anchors if a.mention.end <= first and a.polarity == "in")
        # "The muscle on top, A or B?" But "the lateral head, on the outer or the inner side?" is of sides,
        # though those are names of heads.
        two = scene.polar and len(group) == _TWO
        plain = {iri for a, iri in group if len(a.entities) == 1}
        for anchor in ahead:
            if plain.issuperset(anchor.entities) and len(anchor.entities) == 1:
                yield [Thing(anchor.entities[0])], anchor.words, _DESCRIBED + _OF_TWO * two
        kind = desk.graph.entity(group[0][1]).kind
        links: list[Link] = []
        for anchor in scene.anchors:
            if anchor.mention.words not in inside and offered.isdisjoint(anchor.entities):
                found = desk.connector.links(scene, kind, anchor)
                if found and not found[0].empty:
                    links.append(found[0])
        if links:
            yield (
                [link.set for link in links],
                frozenset().union(*(link.words for link in links)),
                sum(link.score for link in links),
            )
        for prop, ((mention, _), *_) in scene.cued.items():
            inner = Either(tuple(Thing(iri) for _, iri in group))
            yield [Linked(prop, inner)], frozenset(mention.words), 0.5 * mention.weight

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The one that fits, with the statement that makes it fit."""
        assert isinstance(reading.form, Select)
        found = sorted(members(reading.form.set, desk.graph), key=desk.say.label)
        triples = supports(reading.form.set, found[:MOST_TOLD], desk.graph) or _of_others(
            reading.form.set, desk
        )
        said = desk.say.sentences(triples)
        items = tuple(Item(iri, desk.say.label(iri)) for iri in found)
        lead = f"{capital(desk.say.names(found))}. {said[0] if said else ''}".strip()
        return Draft(lead, items, (Items(tuple(said[1:])),) if said[1:] else (), triples)


def _offered(group: list[tuple[Anchor, Iri]]) -> list[tuple[Anchor, Iri]]:
    """The names of a group that are to choose from: not what a question excludes; none if one is left."""
    last = {iri: (anchor, iri) for anchor, iri in group if anchor.polarity != "out"}
    wanted = [pair for pair in group if pair in last.values()]  # what is named twice is described first
    return wanted if len(wanted) > 1 else []


def _of_others(node: Set, desk: Desk) -> tuple[Triple, ...]:
    """Where nothing is stated of the one that fits, what holds of the others and not of it."""
    parts = node.parts if isinstance(node, Every) else ()
    lacked = [part.part for part in parts if isinstance(part, Without)]
    if not lacked:
        return ()
    others = every([*(part for part in parts if not isinstance(part, Without)), *lacked])
    return supports(others, sorted(members(others, desk.graph), key=desk.say.label), desk.graph)


def _shared(facts: dict[Iri, tuple[Triple, ...]], desk: Desk) -> Collection[tuple[Iri, Term]]:
    """Property and value that every thing has, though another may say more: what is biased is engaged."""
    pairs = dict.fromkeys((t.predicate, t.object) for ts in facts.values() for t in ts)
    return [pair for pair in pairs if all(desk.graph.truth(Triple(i, *pair)) is Truth.YES for i in facts)]


def _contrasts(
    things: tuple[Iri, ...],
    differing: dict[Iri, list[Triple]],
    facts: dict[Iri, tuple[Triple, ...]],
    desk: Desk,
) -> tuple[str, ...]:
    """What is said first of how things differ: properties of all of them in which they share nothing."""
    said = []
    for prop in dict.fromkeys(t.predicate for ts in differing.values() for t in ts):
        values = [_of_article([t for t in facts[iri] if t.predicate == prop], desk) for iri in things]
        if all(values) and len(set().union(*values)) == sum(map(len, values)):
            own = (desk.say.facts(prop, [iri], objects) for iri, objects in zip(things, values, strict=True))
            said.append(f"{capital('; '.join(own))}.")
    return tuple(said[:_TOP])


def _of_article(triples: list[Triple], desk: Desk) -> list[Term]:
    """The objects of the statements that the article makes itself; of all, if it makes none."""
    sources = {t: desk.graph.provenance(t).sources for t in triples if not desk.graph.is_inferred(t)}
    own = [t for t, found in sources.items() if any(source.kind == "article" for source in found)]
    return [t.object for t in own or triples]


def _table(
    things: tuple[Iri, ...],
    differing: dict[Iri, list[Triple]],
    facts: dict[Iri, tuple[Triple, ...]],
    desk: Desk,
) -> Table:
    """One row per property in which the things differ, one column per thing."""
    rows = []
    for prop in dict.fromkeys(t.predicate for ts in differing.values() for t in ts):
        others = tuple(
            dict.fromkeys(t.object for ts in differing.values() for t in ts if t.predicate == prop)
        )
        cells = (_cell(iri, prop, facts[iri], others, desk) for iri in things)
        rows.append((capital(desk.say.label(prop)), *cells))
    return Table(("", *(capital(desk.say.label(iri)) for iri in things)), tuple(rows))


def _cell(iri: Iri, prop: Iri, facts: tuple[Triple, ...], others: tuple[Term, ...], desk: Desk) -> str:
    """What a property leads to from one thing; what is denied of it; else that nothing is stated."""
    own = [desk.say.name(t.object) for t in facts if t.predicate == prop]
    denied = [o for o in others if desk.graph.truth(Triple(iri, prop, o)) is Truth.NO]
    telling = denied if not own or len(denied) == 1 else []
    no = f"not {desk.say.names(telling, 'or')}" if telling else ""
    return ", ".join(filter(None, (joined(own), no))) or "not stated"
