"""What words of a follow-up stand for: "it", "the second", "the other one", by what the turn before left."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, product, zip_longest

from kg.terms import Iri
from qa.kind import Desk
from qa.model import Context
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import Token
from qa.readings.keeping import done_on
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["carried_over", "name_stems", "pointed_out", "points_back"]

_ORDINALS = {
    "first": 0,
    "second": 1,
    "third": 2,
    "fourth": 3,
    "fifth": 4,
    "last": -1,
    "former": 0,
    "latter": -1,
}
_NUMBERS = {"one": 0, "two": 1, "three": 2, "four": 3, "five": 4}
_POINTERS = frozenset(("the", "that"))  # stand before a place in a list
_THAT = frozenset(("that", "this", "such"))  # stand before a kind of what was spoken of
_WHOSE = frozenset(
    ("its", "which", "what")
)  # stand before a counterpart, too: "its twin", "which other muscle"
_CHOICE = "choice "  # opens what is remembered of a choice between things: the other is not the one chosen
_OF_ALL = frozenset(("they", "both"))  # in a yes-or-no question, stand for all that was found
_SHORTEST = 5  # words that are hardly ever a whole question
_CARRIED = 2  # names, beside a cue, which is of an exercise
_FEW = 3  # results of the last turn that may be meant


def points_back(scene: Scene) -> bool:
    """Whether a question has a word for something said before: "it", "those", "the other", "the opposite"."""
    pointing = not english().words["pointing"].isdisjoint(t.stem for t in scene.tokens)
    return pointing or bool(_counterparts(scene))


def pointed_out(scene: Scene, context: Context, desk: Desk) -> dict[int, Iri]:
    """The words that stand for a thing by where the turn before had it, and those things."""
    named = _told_apart(scene, context, desk) | _picked(scene, context, desk) | _others(scene, context, desk)
    return _of_that_kind(scene, context, desk) | named if named else _subject(scene, context, desk)


def _of_that_kind(scene: Scene, context: Context, desk: Desk) -> dict[int, Iri]:
    """What a kind that is pointed at stands for, beside another name: "the other head in that position"."""
    found: dict[int, Iri] = {}
    for anchor in scene.anchors:
        led = [t.stem for t in scene.tokens[max(0, anchor.mention.start - 1) : anchor.mention.start]]
        if anchor.classes and not anchor.entities and not _THAT.isdisjoint(led):
            spoken_of = dict.fromkeys((*context.entities, *context.results))
            fit = [iri for iri in spoken_of if desk.connector.classes_of(iri) & {*anchor.classes}]
            if len(fit) == 1:
                found[anchor.mention.start] = fit[0]
    return found


def _subject(scene: Scene, context: Context, desk: Desk) -> dict[int, Iri]:
    """The "it" of which something is asked beside a thing of its kind: "is it deeper than that?"."""
    verb, subject = (*scene.asking[:2], None, None)[:2]
    if (
        verb is None
        or subject is None
        or verb.stem not in english().words["auxiliary"]
        or subject.stem != "it"
    ):
        return {}
    if (english().words["placing"] | {"than"}).isdisjoint(t.stem for t in scene.asking):
        return {}  # "is it the same one for the soleus?"
    spoken_of = context.results if len(context.results) == 1 else context.entities
    if len(spoken_of) != 1 or not desk.connector.is_thing(spoken_of[0]):
        return {}
    others = {iri for a in scene.anchors for iri in a.entities} - {spoken_of[0]}
    beside = any(desk.connector.alike(spoken_of[0], iri) for iri in others)
    return {subject.index: spoken_of[0]} if beside else {}


def _told_apart(scene: Scene, context: Context, desk: Desk) -> dict[int, Iri]:
    """The other of two things, named by the word that tells them apart: "and the lateral?", "and bent?"."""
    if len(scene.tokens) > _SHORTEST and not scene.goes_on:
        return {}
    named = {i for a in scene.anchors if not _is_term(a, desk) for i in a.words}
    found: dict[int, Iri] = {}
    for iri in filter(desk.connector.is_thing, (*context.entities, *context.results[:_FEW])):
        for other in _of_a_kind(iri, desk) | _of_a_whole(iri, desk):
            label = stems_of(desk.graph.entity(other).label)
            apart = name_stems(other, desk) if scene.goes_on else frozenset(label)
            words = (t for t in scene.tokens if t.stem in apart and t.index not in named)
            found |= {t.index: other for t in words if t.stem not in name_stems(iri, desk)}
    return found


def _is_term(anchor: Anchor, desk: Desk) -> bool:
    """Whether a name is only that of a term, such as "lateral"."""
    kinds = (desk.connector.classes_of(iri) for iri in anchor.entities)
    return not anchor.classes and all(CALF.CONCEPT in classes for classes in kinds)


def name_stems(iri: Iri, desk: Desk) -> frozenset[str]:
    """The stems of a thing's label and alternative labels."""
    entity = desk.graph.entity(iri)
    return frozenset(s for name in (entity.label, *entity.alt_labels) for s in stems_of(name))


def _picked(scene: Scene, context: Context, desk: Desk) -> dict[int, Iri]:
    """One of the last results, named by its place: "explain the last one", "how do I do the second?"."""
    size = len(context.results)
    found: dict[int, Iri] = {}
    if not all(map(desk.connector.is_thing, context.results)):
        return found
    for before, word in pairwise(scene.tokens):
        table = _ORDINALS if before.stem in _POINTERS else _NUMBERS if before.stem == "number" else {}
        place = table.get(word.stem)
        if place is not None and -size <= place < size > 1:
            found[word.index] = context.results[place]
    return found


def _others(scene: Scene, context: Context, desk: Desk) -> dict[int, Iri]:
    """The only other of two things alike, one of which was spoken of: "and the opposite one?".

    Where a class is named ("the other calf muscle"), it is the other of that class. What was asked about
    goes before what was found.
    """
    chosen = len(context.results) == 1 and context.logical_form.startswith(_CHOICE)
    spoken_of = dict.fromkeys((*context.results[:_FEW], *(() if chosen else context.entities)))
    things = [iri for iri in spoken_of if desk.connector.is_thing(iri)]
    names = [iri for iri in things if scene.other_kinds & desk.connector.classes_of(iri)] or things
    words = _counterparts(scene)
    asked = [iri for iri in names if iri in context.entities]
    contrary = any(t.stem in english().words["contrary"] for t in words)
    for some, group in product((asked, names) if contrary else (names,), _GROUPS) if words else ():
        alone = [iri for iri in some if _kin(iri, desk).isdisjoint(names)]  # of two named, each is the other
        found = {iri: others for iri in alone if (others := group(iri, desk))}
        found = {iri: found[iri] for iri in asked if iri in found} or found
        others = frozenset().union(*found.values())
        if len(others) == 1 and not any(set(a.entities) & {*names, *others} for a in scene.anchors):
            return {t.index: min(others) for t in words}
    return {}


def _counterparts(scene: Scene) -> list[Token]:
    """The words for the other of two: "the other", "its twin"; not in "other than", "the other options"."""
    closed, excluding = english().words, {i for m in scene.operators("exclude") for i in m.words}
    return [
        word
        for (before, word), noun in zip_longest(pairwise(scene.tokens), scene.tokens[2:])
        if before.stem in closed["articles"] | _POINTERS | _WHOSE
        and word.stem in closed["counterpart"]
        and word.index not in excluding
        and not (noun and noun.text.lower() == f"{noun.stem}s")
    ]


def _kin(iri: Iri, desk: Desk) -> frozenset[Iri]:
    """The other things of a thing's kind."""
    return frozenset(desk.graph.instances(desk.graph.entity(iri).kind)) - {iri}


def _of_a_kind(iri: Iri, desk: Desk) -> frozenset[Iri]:
    """The only other thing of a thing's kind."""
    kin = _kin(iri, desk)
    return kin if len(kin) == 1 else frozenset()


def _of_a_whole(iri: Iri, desk: Desk) -> frozenset[Iri]:
    """For each whole that a thing is a part of, the only other part of the thing's kind."""
    return _only_others(iri, (CALF.HAS_PART,), desk)


def _said_together(iri: Iri, desk: Desk) -> frozenset[Iri]:
    """The only other thing of its kind of which something is said together with a thing.

    Control of the tempo involves two of the phases. A cue may hold for any two.
    """
    return _only_others(iri, (p.iri for p in desk.graph.properties()), desk)


def _set_alike(iri: Iri, desk: Desk) -> frozenset[Iri]:
    """The only other prescription for the same: two ranges are for the number of repetitions."""
    kin = _kin(iri, desk)
    return _lone(
        kin.intersection(desk.graph.subjects(CALF.PRESCRIBES, what))
        for what in desk.graph.objects(iri, CALF.PRESCRIBES)
    )


def _mirrored(iri: Iri, desk: Desk) -> frozenset[Iri]:
    """What does to the other of two parts what a thing does to one: the foot position for the other head."""
    kin = _kin(iri, desk)
    return _lone(
        kin.intersection(desk.graph.subjects(prop.iri, other))
        for prop in desk.graph.properties()
        for part in desk.graph.objects(iri, prop.iri)
        if isinstance(part, Iri) and desk.connector.is_thing(part)
        for other in _of_a_whole(part, desk)
    )


def _only_others(iri: Iri, properties: Iterable[Iri], desk: Desk) -> frozenset[Iri]:
    """For whatever has a thing under a property, the only other of the thing's kind that it has there."""
    kin = _kin(iri, desk)
    havers = ((w, prop) for prop in properties for w in desk.graph.subjects(prop, iri))
    return _lone(
        kin.intersection(desk.graph.objects(w, prop))
        for w, prop in havers
        if CALF.CUE not in desk.connector.classes_of(w)
    )


def _lone(groups: Iterable[frozenset[Iri]]) -> frozenset[Iri]:
    """The members of the groups that have one."""
    return frozenset(x for group in groups if len(group) == 1 for x in group)


def carried_over(scene: Scene, context: Context, desk: Desk) -> list[Iri]:
    """The last turn's names, as far as the question names nothing of their kind.

    A thing that only one exercise is done on names that exercise too: "and on the leg press?".
    """
    named = [iri for a in scene.anchors for iri in a.entities]
    present, other = {desk.graph.entity(iri).kind for iri in named}, done_on(named, desk)
    single = context.results if len(context.results) == 1 else ()  # "it" is what was found, not asked about
    names = [
        iri
        for iri in dict.fromkeys((*single, *context.entities, *context.results[:_FEW]))
        if desk.connector.is_thing(iri)
    ]
    several = [iri for iri in context.results[:_FEW] if desk.connector.is_thing(iri)]
    if len(several) > 1 and scene.polar and scene.says(_OF_ALL):
        names = several  # "do they both cross the knee?" is of what was found
    kept = (iri for iri in names if desk.graph.entity(iri).kind not in present)
    found = [iri for iri in kept if not any(desk.connector.alike(iri, one) for one in other)]
    return found[: _CARRIED + any(CALF.CUE in desk.connector.classes_of(iri) for iri in found[:1])]


_GROUPS = (_of_a_kind, _of_a_whole, _said_together, _set_alike, _mirrored)  # ways of being the other of two
