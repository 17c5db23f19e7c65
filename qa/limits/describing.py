"""Muscles described by where they lie: "the muscle beneath", "what's under it", "the deeper of the two".

Such words name nothing, and the wording has to tell which muscle is meant. Which it is the graph knows: the
only one that lies so to another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.forms.evaluating import only
from qa.forms.logic import Kind, Linked, every
from qa.kind import Desk
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.remembering import per_graph
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["WAYS", "Lying", "lying"]

WAYS: Final = (CALF.DEEP_TO, CALF.SUPERFICIAL_TO)
"""The properties that tell where one muscle lies to another."""

_GAP = 3  # words from what is described to the word for where: "the muscle that lies just under it"
_DENIED = 4  # words from a denial to what it denies: "not for the deeper one"
_SAID = 2  # words between the word for where and "one": "under the big one"
_RELATIVE = frozenset(("that", "which"))
_WHOLE = 4  # words from "of" to what something is one of: "the deeper of the two calf muscles"


@dataclass(frozen=True, slots=True)
class Lying:
    """A muscle that is described by where it lies, the words that do so, and the one named in them."""

    thing: Iri
    words: frozenset[int]
    by: Iri | None = None


def lying(scene: Scene, desk: Desk) -> tuple[Lying, ...]:
    """The muscles described by where they lie; none that the question denies."""
    return scene.once("lying", lambda: tuple(_lying(scene, desk)))


def _lying(scene: Scene, desk: Desk) -> Iterator[Lying]:
    taken: set[int] = set()
    for prop, words, is_cue in sorted(_said(scene), key=lambda said: -len(said[1])):
        thing = _alone(prop, desk.graph)
        if thing is None or taken.intersection(words):
            continue
        if is_cue:
            found = _before_its_head(words, thing, scene, desk)
        else:
            found = _after_its_head(words, thing, scene, desk) or _of_its_cover(words, prop, scene, desk)
        if found and not (_is_named(found, scene) or _is_denied(min(found.words), scene)):
            taken |= found.words
            yield found


def _is_named(found: Lying, scene: Scene) -> bool:
    """Whether the words for a muscle are its name: "the deep muscle"."""
    return any(found.thing in a.entities and a.words & found.words for a in scene.anchors)


def _said(scene: Scene) -> Iterator[tuple[Iri, tuple[int, ...], bool]]:
    """The words for where something lies: what they mean, their places, and whether they are but a cue."""
    for prop in WAYS:
        yield from ((prop, m.words, role == "cue") for m, role in scene.cued.get(prop, ()))
    for prop, name in zip(WAYS, ("under", "above"), strict=True):
        yield from ((prop, (t.index,), False) for t in scene.tokens if t.stem in english().words[name])


@per_graph(4)
def _alone(prop: Iri, graph: KnowledgeGraph) -> Iri | None:
    """The only muscle that a property links with another muscle."""
    return only(every([Kind(CALF.MUSCLE), Linked(prop, Kind(CALF.MUSCLE))]), graph)


def _after_its_head(words: tuple[int, ...], thing: Iri, scene: Scene, desk: Desk) -> Lying | None:
    """What is described as "the muscle that lies beneath it": a head, then the word for where."""
    here, end = scene.tokens[words[0]], words[-1] + 1
    before = [t for t in scene.clause_of(here) if t.index < here.index][-_GAP - 1 :]
    head = next((t for t in reversed(before) if _is_head(t, thing, scene, desk)), None)
    gap = [t for t in before if head and t.index > head.index]
    if head is None or any(_is_in_name(t, scene) or t.stem in english().words["articles"] for t in gap):
        return None
    after = [t for t in scene.tokens[end:] if t.sentence == here.sentence]
    named = next((a for a in scene.anchors if a.entities and 0 <= a.mention.start - end <= 1), None)
    if named and desk.connector.alike(named.entities[0], thing) and thing not in named.entities:
        return Lying(thing, named.words.union((head.index, *words)), named.entities[0])
    return Lying(thing, frozenset((head.index, *words))) if _ends(here, after, scene) else None


def _of_its_cover(words: tuple[int, ...], prop: Iri, scene: Scene, desk: Desk) -> Lying | None:
    """What is described as "what the gastrocnemius covers": a head, a name, then what that does."""
    named = next((a for a in scene.anchors if a.entities and a.mention.end == words[0]), None)
    inverse = desk.graph.property_term(prop).inverse
    thing = _alone(inverse, desk.graph) if inverse else None
    if named is None or thing is None or thing not in desk.graph.objects(named.entities[0], prop):
        return None
    before = scene.tokens[max(0, named.mention.start - 2 * _SAID) : named.mention.start]
    head = next((t for t in reversed(before) if _is_head(t, thing, scene, desk)), None)
    gap = [t for t in before if head and t.index > head.index]
    if head is None or any(t.stem not in english().words["articles"] | _RELATIVE for t in gap):
        return None
    return Lying(thing, named.words.union((head.index, *words)), named.entities[0])


def _ends(here: Token, after: Sequence[Token], scene: Scene) -> bool:
    """Whether a description ends with its word for where, as "under it", "beneath", "under the big one"."""
    closed = english().words
    if not after or after[0].clause != here.clause:
        return here.stem not in closed["under"] | closed["above"]  # "one above the knee and one below"
    if after[0].stem in closed["pronouns"]:
        return True
    if after[0].stem in closed["articles"]:
        return any(t.stem == "one" for t in after[1 : _SAID + 1])
    return scene.is_plain(after[0].index) and not _is_in_name(after[0], scene)


def _before_its_head(words: tuple[int, ...], thing: Iri, scene: Scene, desk: Desk) -> Lying | None:
    """What is described as "the deep one", "the deeper of the two": the word for where, then a head."""
    end = words[-1] + 1
    leads = scene.tokens[words[0] - 1 : words[0]] if words[0] else ()
    told = any(t.stem in english().words["definite"] for t in leads)
    head = scene.tokens[end] if told and end < len(scene.tokens) else None
    if head is None or head.clause != scene.tokens[words[0]].clause:
        return None
    if head.stem == "of":
        classes = [a for a in scene.anchors if a.classes and 0 < a.mention.start - end <= _WHOLE]
        fits = all(desk.connector.stands(thing, cls) for a in classes[:1] for cls in a.classes)
        return Lying(thing, frozenset((*words, end)).union(*(a.words for a in classes[:1]))) if fits else None
    return Lying(thing, frozenset((*words, end))) if _is_head(head, thing, scene, desk) else None


def _is_head(word: Token, thing: Iri, scene: Scene, desk: Desk) -> bool:
    """Whether a word stands for what is described, "one" or its class; not in "which muscle lies"."""
    if word.stem in english().words["unnamed"]:
        return word.index != scene.wh_index or not scene.opens_clause(word)
    asked = scene.wh_index + 1 if scene.wh else -1
    named = (a for a in scene.anchors if word.index in a.words and a.mention.start != asked)
    return any(desk.connector.stands(thing, cls) for a in named for cls in a.classes)


def _is_in_name(word: Token, scene: Scene) -> bool:
    """Whether a word is one of a name."""
    return any(word.index in a.words for a in scene.anchors)


def _is_denied(start: int, scene: Scene) -> bool:
    """Whether a denial reaches what is described."""
    here = scene.tokens[start]
    return any(
        scene.tokens[m.start].clause == here.clause and 0 <= start - m.end <= _DENIED
        for m in scene.operators("exclude")
    )
