"""Lists asked of several things: "where do the soleus and the gastrocnemius start?", "where does each?".

The wording suggests the list for one of them; the same is asked of the others that stand in one list with
it in the question, or are beside it what "each" or "the two" of a class are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.terms import Iri
from qa.english import english
from qa.evaluating import exists, members
from qa.kind import Desk, Reading
from qa.logic import Every, Kind, Linked, Select, Set, Thing, either, every, iris_in
from qa.scene import Scene
from qa.scope import Anchor, listed
from qa.vocabulary import CALF

__all__ = ["spread"]

_AGAINST = frozenset(("vs", "versus", "against", "than", "and", "or"))
_NEAR = 3  # words before a class in which "each" or "the two" stands
_EACH = (CALF.CUE, CALF.PRESCRIPTION)  # of which nobody means those that concern all the things named


def spread(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A reading that asks of all things in a list what it asked of one; itself if there is no such list."""
    form = reading.form
    if not isinstance(form, Select):
        return reading
    parts = form.set.parts if isinstance(form.set, Every) else (form.set,)
    for part in parts:
        if not (isinstance(part, Linked) and isinstance(part.to, Thing)):
            continue
        if not (part.inverse or reading.focus in _EACH):
            continue  # "exercises for the soleus and the gastrocnemius" may be for both at once
        rest = [other for other in parts if other is not part]
        held = iris_in(form)
        found: list[Set] = [part]
        words: frozenset[int] = frozenset()
        for anchor, things in (*_beside(part.to.iri, scene), *_alike(part.to.iri, scene, desk)):
            more = [replace(part, to=Thing(iri)) for iri in things if iri not in held]
            more = [link for link in more if exists(every([*rest, link]), desk.graph)]
            if more:
                found += more[:1] if anchor.entities else more
                words |= anchor.words
        at_once = not english().words["jointly"].isdisjoint(t.stem for t in scene.asking)
        if len(found) > 1 and not (at_once and exists(every([*rest, *found]), desk.graph)):
            topics = (*reading.topics, *_things(found[1:]))
            node = every([either(found) if other is part else other for other in parts])
            return replace(reading, form=replace(form, set=node), words=reading.words | words, topics=topics)
    return reading


def _things(links: list[Set]) -> Iterator[Iri]:
    """The things that links lead to."""
    return (link.to.iri for link in links if isinstance(link, Linked) and isinstance(link.to, Thing))


def _beside(iri: Iri, scene: Scene) -> list[tuple[Anchor, tuple[Iri, ...]]]:
    """The names that stand in one list with that of a thing, in order, and what they may stand for."""
    runs: list[list[Anchor]] = [[]]
    wanted = [a for a in scene.anchors if a.entities and a.polarity == "in"]
    for first, second in pairwise([None, *wanted]):
        assert second is not None
        if first is None or not (listed(first, second, scene.tokens) or _is_opposed(first, second, scene)):
            runs.append([])
        runs[-1].append(second)
    run = next((run for run in runs if any(iri in a.entities for a in run)), [])
    return [(a, a.entities) for a in run if iri not in a.entities]


def _is_opposed(first: Anchor, second: Anchor, scene: Scene) -> bool:
    """Whether two names are set against each other with the same words: "origin of A versus origin of B"."""
    gap = [t.stem for t in scene.tokens[first.mention.end : second.mention.start]]
    before = [t.stem for t in scene.tokens[: first.mention.start]]
    again = gap[1:]
    return bool(gap) and gap[0] in _AGAINST and (not again or before[-len(again) :] == again)


def _alike(iri: Iri, scene: Scene, desk: Desk) -> list[tuple[Anchor, tuple[Iri, ...]]]:
    """The class of which something is asked of each, with its members, where one not named is asked of."""
    if any(iri in a.entities for a in scene.anchors):
        return []
    each = (a for a in scene.anchors if a.classes and a.polarity == "in" and _is_of_each(a, scene))
    found = ((a, tuple(members(Kind(cls), desk.graph))) for a in each for cls in a.classes)
    told = desk.connector.sentences(iri)
    return [
        (anchor, tuple(other for other in things if bool(desk.connector.sentences(other)) == bool(told)))
        for anchor, things in found
        if iri in things
    ][:1]


def _is_of_each(anchor: Anchor, scene: Scene) -> bool:
    """Whether something is asked of each member of a class: "both muscles", "the two heads"."""
    near = scene.tokens[max(0, anchor.mention.start - _NEAR) : anchor.mention.end]
    return any(t.stem in english().words["distributing"] for t in near)
