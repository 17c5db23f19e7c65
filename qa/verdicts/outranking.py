"""Which of two things a question puts first: "is the angle of my feet more important than good form?"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.terms import Iri, Triple
from qa.forms.logic import Select
from qa.kind import Desk, Draft, Reading
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["behind", "claimed_rank", "places"]

_ABOVE, _BELOW, _LEVEL = "above", "below", "level"
_TURN = {_ABOVE: _BELOW, _BELOW: _ABOVE, _LEVEL: _LEVEL}
_WITHIN = 4  # words from "as" to "as"


def claimed_rank(triple: Triple, scene: Scene, desk: Desk) -> str:
    """Where a question puts the thing that comes first by a statement: "first", "second", or "" nowhere.

    On a level with the other is not first either. What is not named is whatever the other may stand beside:
    "is foot position the most important?", "is anything more important than foot position?".
    """
    if triple.predicate != CALF.OUTRANKS or not isinstance(triple.object, Iri):
        return ""
    starts = _with_variables(places(scene), scene) | _by_name(triple, scene, desk)
    if triple.object not in starts and triple.subject in starts and (at := _pronoun(scene)) is not None:
        starts |= {triple.object: at}
    if triple.object not in starts:
        return ""
    value, subject = starts[triple.object], starts.get(triple.subject)
    ways = {
        way if value < (place if subject is None else subject) else _TURN[way]
        for place, way in _ways(scene, desk)
        if way == _LEVEL or subject is None or min(value, subject) < place < max(value, subject)
    }
    if not ways:
        return ""
    return "second" if _LEVEL in ways or ways == {_ABOVE} else "first"


def _pronoun(scene: Scene) -> int | None:
    """Where a follow-up points back to what it ranks: "does that matter more than clean form?"."""
    pointing = english().words["pronouns"] if scene.before is not None else frozenset()
    claim = (t for t in scene.tokens if t.sentence == scene.claimed)
    return next((t.index for t in claim if t.stem in pointing), None)


def _with_variables(starts: dict[Iri, int], scene: Scene) -> dict[Iri, int]:
    """Where things are named, with what they are settings of: the toes turned in are a foot position."""
    settings = (
        (v, place) for iri, place in starts.items() for v in scene.graph.objects(iri, CALF.SETTING_OF)
    )
    return {variable: place for variable, place in settings if isinstance(variable, Iri)} | starts


def _by_name(triple: Triple, scene: Scene, desk: Desk) -> dict[Iri, int]:
    """Where two things are named by halves of the name of one of them: "quality" and "quantity"."""
    first, last = triple.subject, triple.object
    if not desk.connector.is_thing(first) or not isinstance(last, Iri):
        return {}
    label = stems_of(scene.graph.entity(first).label)
    if label.count("over") != 1:
        return {}
    at = label.index("over")
    claim = {t.stem: t.index for t in scene.tokens if t.sentence == scene.claimed}
    halves = ((first, label[:at]), (last, label[at + 1 :]))
    found = {iri: claim[half[-1]] for iri, half in halves if half and half[-1] in claim}
    return found if len(found) == len(halves) else {}


def behind(draft: Draft, reading: Reading, scene: Scene) -> str:
    """The verdict on a thing that a question puts behind what a list has before it, else ""."""
    ranked = reading.kind == "verification" and isinstance(reading.form, Select)
    if not ranked or reading.focus != CALF.TRAINING_PRINCIPLE or not reading.topics or draft.boolean != "no":
        return ""
    return "yes" if _is_second(reading.topics[0], scene) else ""


def _is_second(thing: Iri, scene: Scene) -> bool:
    """Whether a question puts one thing behind whatever else: "should the angle come after the basics?"."""
    claim = [t for t in scene.tokens if t.sentence == scene.claimed]
    start = places(scene).get(thing, -1)
    for word, after in pairwise(claim):
        behind = word.stem in english().words["coming"] and after.stem in english().words["trailing"]
        beyond = (word.stem, after.stem) == ("more", "than")
        lacking = word.stem == "not" and after.stem in ("all", "enough")  # "not all I need"
        if lacking or (behind and 0 <= start < word.index) or (beyond and 0 < start - after.index <= _WITHIN):
            return True
    return False


def places(scene: Scene) -> dict[Iri, int]:
    """Where each thing is first named; what was said in the turn before stands first."""
    return {
        iri: -1 if a.words <= scene.carried else a.mention.start
        for a in reversed(scene.anchors)
        for iri in a.entities
    }


def _ways(scene: Scene, desk: Desk) -> Iterator[tuple[int, str]]:
    """How words of the question put what stands before them to what follows, and where they stand."""
    lesser = english().words["outranked"]
    taken: set[int] = set()
    for _, mention, role in desk.connector.named(scene, CALF.OUTRANKS):
        if role != "cue" or taken.isdisjoint(mention.words):
            low = role == "inverse" or not lesser.isdisjoint(scene.tokens[i].stem for i in mention.words)
            yield mention.start, _BELOW if low else _ABOVE
            taken |= set(mention.words)
    yield from _comparatives(scene)
    yield from _levels(scene)
    yield from _sacrifices(scene)
    yield from _beside(scene)
    yield from _precedences(scene)


def _precedences(scene: Scene) -> Iterator[tuple[int, str]]:
    """Words that put what stands before them first: "quality ahead of quantity", "form first, then"."""
    claim = [t for t in scene.tokens if t.sentence == scene.claimed]
    for word, after in pairwise(claim):
        if word.stem in english().words["ahead"] or (word.stem == "first" and after.clause != word.clause):
            yield word.index, _ABOVE
        if word.stem == "matter" and after.stem == "over":  # "form matters over foot angle"
            yield after.index, _ABOVE


def _comparatives(scene: Scene) -> Iterator[tuple[int, str]]:
    """Each "than" of the claim, by the word that it goes with: "worry more about the angle than form"."""
    words, claim = english().words, [t for t in scene.tokens if t.sentence == scene.claimed]
    for n, token in enumerate(claim):
        if token.stem == "than":
            before = [t.stem for t in reversed(claim[:n])]
            way = next((_BELOW if s in words["outranked"] else _ABOVE for s in before if s in _degrees()), "")
            if way:
                yield token.index, way


def _degrees() -> frozenset[str]:
    """Words that go with "than"."""
    words = english().words
    return words["outranked"] | words["outranking"]


def _levels(scene: Scene) -> Iterator[tuple[int, str]]:
    """Words that put two things on one level, or one in the other's place: "as important as", "replace"."""
    claim = [t for t in scene.tokens if t.sentence == scene.claimed]
    pairs = [t for t in claim if t.stem == "as"]
    for first, last in pairwise(pairs):
        between = {t.stem for t in claim if first.index < t.index < last.index}
        if last.index - first.index <= _WITHIN and between & english().words["weighty"]:
            yield last.index, _LEVEL
    for n, token in enumerate(claim):
        after = [t.stem for t in claim[n + 1 : n + 3]]
        makes_up = token.stem in english().words["making_up"] and after in (["up", "for"], ["in", "for"])
        if token.stem in english().words["replacing"] or makes_up:
            yield token.index, _LEVEL


def _sacrifices(scene: Scene) -> Iterator[tuple[int, str]]:
    """Words that give one thing up for another: "sacrifice form for an angle", "worth losing range"."""
    words, claim = english().words, [t for t in scene.tokens if t.sentence == scene.claimed]
    for n, token in enumerate(claim):
        if token.stem in words["giving_up"]:
            worth = n > 0 and claim[n - 1].stem == "worth"
            gain = next((t for t in claim[n + 1 :] if t.stem in words["gaining"]), None)
            if gain:
                yield gain.index, _BELOW
            elif worth:
                yield token.index, _ABOVE


def _beside(scene: Scene) -> Iterator[tuple[int, str]]:
    """A word that puts one thing low, before what it is held against: "a minor thing next to form"."""
    words, claim = english().words, [t for t in scene.tokens if t.sentence == scene.claimed]
    for n, token in enumerate(claim):
        low = any(t.stem in words["outranked"] for t in claim[max(0, n - _WITHIN) : n])
        to = claim[n + 1 : n + 2]
        if low and token.stem in words["held_against"] and [t.stem for t in to] == ["to"]:
            yield token.index, _BELOW
