"""Lists asked of several things: "where do the gastrocnemius and the soleus start?", "toe and knee cues".

The wording suggests the list for one of them; for the others that stand in one list with it in the
question, that are compared with it, or that a class stands for ("the two muscles"), the same is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.terms import Iri
from qa.forms.evaluating import exists, members
from qa.forms.logic import Kind, Linked, Select, Set, Thing, either, every, iris_in, named_in, parts_of
from qa.kind import Desk, Reading
from qa.mattering import where
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.parsing.scope import listed
from qa.scene import Scene
from qa.telling.citing import spoken_of
from qa.vocabulary import CALF

__all__ = ["spread"]

_QUANTIFIED = 3  # words before a class that may say that each of its members is meant
_EACH = (CALF.CUE, CALF.PRESCRIPTION)  # of which nobody means those that concern all the things named


def _may_list(scene: Scene) -> bool:
    """Whether a question names several things, compares, or has a class stand for each of its things."""
    several = sum(bool(a.entities) for a in scene.anchors) > 1
    return (
        several
        or bool(scene.operators("compare"))
        or any(_is_each(a, scene) for a in scene.anchors if a.classes)
    )


@where(_may_list)
def spread(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A reading that asks of all things in a list what it asked of one; itself if there is no such list."""
    form = reading.form
    if not isinstance(form, Select):
        return reading
    if reading.focus == CALF.CUE and (cues := _cues_beside(reading, form.set, scene, desk)):
        return cues
    if reading.kind == "quantity" and (amounts := _amounts_beside(reading, form.set, scene, desk)):
        return amounts
    parts = parts_of(form.set)
    for part in parts:
        if not (isinstance(part, Linked) and isinstance(part.to, Thing)):
            continue
        if not (part.inverse or reading.focus in _EACH):
            continue  # "exercises for the soleus and the gastrocnemius" may be for both at once
        rest = [other for other in parts if other is not part]
        held = iris_in(form)
        found: list[Set] = [part]
        words: frozenset[int] = frozenset()
        for things, named in _others(part.to.iri, scene, desk):
            more = [replace(part, to=Thing(iri)) for iri in things if iri not in held]
            more = [link for link in more if exists(every([*rest, link]), desk.graph)]
            if more:
                found.append(more[0])
                words |= named
        if len(found) > 1:
            at_once = not english().words["jointly"].isdisjoint(t.stem for t in scene.asking)
            topics = (*reading.topics, *_things(found[1:]))
            both = every([*rest, *found])
            node = every([either(found) if other is part else other for other in parts])
            node = both if at_once and exists(both, desk.graph) else node
            return replace(reading, form=replace(form, set=node), words=reading.words | words, topics=topics)
    return reading


def _cues_beside(reading: Reading, told: Set, scene: Scene, desk: Desk) -> Reading | None:
    """Cues for one part of the body with those for the parts that stand in a list with it; None without any.

    "Toes, knees and torso" asks for three cues, of which the wording may suggest two.
    """
    exercise = next(
        (i for i in named_in(Select(told)) if CALF.EXERCISE in desk.connector.classes_of(i)), None
    )
    parts = [(a, i) for a in scene.anchors for i in a.entities if _is_part_of_body(i, desk)]
    row = {a for pair in pairwise(a for a, _ in parts) if listed(*pair, scene.tokens) for a in pair}
    if exercise is None or not row:
        return None
    covered = {o for cue in members(told, desk.graph) for o in desk.graph.objects(cue, CALF.CONCERNS)}
    own: list[Set] = [Kind(CALF.CUE), Linked(CALF.CUE_FOR, Thing(exercise))]
    more = [
        (a, every([*own, Linked(CALF.CONCERNS, Thing(i))])) for a, i in parts if i not in covered and a in row
    ]
    found = [(a, node) for a, node in more if exists(node, desk.graph)]
    if not found or covered.isdisjoint(i for a, i in parts if a in row):
        return None
    words = reading.words.union(*(a.words for a, _ in found))
    return replace(reading, form=Select(either([told, *(node for _, node in found)])), words=words)


def _amounts_beside(reading: Reading, told: Set, scene: Scene, desk: Desk) -> Reading | None:
    """The amounts of one quantity with those of the others that are asked for with it; None without any.

    "Reps for size, and sets a week?" asks for two, of which the wording may suggest one.
    """
    if scene.parse.amounts or scene.polar:
        return None
    asked = [
        (a, i)
        for a in scene.anchors
        for i in a.entities
        if a.polarity == "in" and desk.graph.subjects(CALF.PRESCRIBES, i)
    ]
    row = {pair for both in pairwise(asked) if _are_joined(both[0][0], both[1][0], scene) for pair in both}
    covered = {q for value in members(told, desk.graph) for q in desk.graph.objects(value, CALF.PRESCRIBES)}
    more = [pair for pair in asked if pair in row and pair[1] not in covered]
    if not more or covered.isdisjoint(i for _, i in row):
        return None
    kind, links = Kind(CALF.PRESCRIPTION), [Linked(CALF.PRESCRIBES, Thing(i)) for _, i in more]
    rest = [part for part in parts_of(told) if part != kind]
    if len(rest) == 1:
        node = every([kind, either([*rest, *links])])
    else:
        node = either([told, *(every([kind, link]) for link in links)])
    words = reading.words.union(*(a.words for a, _ in more))
    topics = (*reading.topics, *(i for _, i in more))
    return replace(reading, form=Select(node), words=words, topics=topics, note="")


def _are_joined(first: Anchor, second: Anchor, scene: Scene) -> bool:
    """Whether two names are asked for side by side: by "and" between them, or in clauses of their own."""
    gap = scene.tokens[first.mention.end : second.mention.start]
    stems, words = {t.stem for t in gap}, english().words
    apart = scene.tokens[first.mention.start].clause != scene.tokens[second.mention.start].clause
    same = scene.tokens[first.mention.start].sentence == scene.tokens[second.mention.start].sentence
    return same and (apart or not stems.isdisjoint(words["joining"])) and stems.isdisjoint(words["supposing"])


def _is_part_of_body(iri: Iri, desk: Desk) -> bool:
    """Whether a thing is a part of the body that a cue may be for: no muscle."""
    classes = desk.connector.classes_of(iri)
    return CALF.ANATOMICAL_STRUCTURE in classes and CALF.MUSCULAR_STRUCTURE not in classes


def _things(links: list[Set]) -> Iterator[Iri]:
    """The things that links lead to."""
    return (link.to.iri for link in links if isinstance(link, Linked) and isinstance(link.to, Thing))


def _others(iri: Iri, scene: Scene, desk: Desk) -> Iterator[tuple[tuple[Iri, ...], frozenset[int]]]:
    """What else a list is asked of, each with the words that say so."""
    beside = _beside(iri, scene)
    yield from ((anchor.entities, anchor.words) for anchor in beside)
    if scene.operators("compare"):
        named = (a for a in scene.anchors if a.entities and a.polarity == "in" and a not in beside)
        yield from ((a.entities, a.words) for a in named if desk.connector.alike(iri, a.entities[0]))
    for anchor in scene.anchors:
        for cls in anchor.classes if anchor.classes and _is_each(anchor, scene) else ():
            stated = spoken_of(cls, desk.graph)
            if iri in stated:
                yield from (((other,), anchor.words) for other in stated if other != iri)


def _is_each(anchor: Anchor, scene: Scene) -> bool:
    """Whether a class stands for each of its members: "the two muscles", "both heads"."""
    before = scene.tokens[max(0, anchor.mention.start - _QUANTIFIED) : anchor.mention.start]
    words = english().words["each"]
    return anchor.polarity == "in" and any(t.stem in words for t in (*before, *_own(anchor, scene)))


def _own(anchor: Anchor, scene: Scene) -> Iterator[Token]:
    """The words of a name."""
    return (scene.tokens[i] for i in anchor.words)


def _beside(iri: Iri, scene: Scene) -> list[Anchor]:
    """The names that stand in one list with that of a thing, in order."""
    runs: list[list[Anchor]] = [[]]
    wanted = [a for a in scene.anchors if a.entities and a.polarity == "in"]
    for first, second in pairwise([None, *wanted]):
        assert second is not None
        if first is None or not listed(first, second, scene.tokens):
            runs.append([])
        runs[-1].append(second)
    return next(
        ([a for a in run if iri not in a.entities] for run in runs if any(iri in a.entities for a in run)), []
    )
