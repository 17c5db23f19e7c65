"""Choices from a list: "seated raises, donkeys and standing raises: which of them train the soleus?".

The wording knows choices between two things; in a longer list each of its things may be chosen, and none
that is to be chosen from is excluded.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from kg.terms import Iri
from qa.forms.logic import (
    Either,
    Form,
    Kind,
    Select,
    Set,
    Thing,
    either,
    every,
    excluded_in,
    named_in,
    parts_of,
)
from qa.kind import Desk, Reading
from qa.limits.conditions import NO_VERSIONS
from qa.mattering import where
from qa.parsing.anchor import Anchor
from qa.parsing.scope import listed
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["excludes_choices", "is_half_named", "widened"]

_LIKELY = 0.2  # probability from which a list is chosen from a row
_LEAST = 3  # names of a list that is longer than what the wording knows
_FROM = frozenset(("of", "from", "among", "between"))
_BEFORE = 3  # words before a list that may say that something is chosen from it
_CHOOSING = frozenset(("which", "what"))
_POINTERS = frozenset(("them", "these", "those"))
_KINDS = (CALF.EXERCISE, CALF.MUSCULAR_STRUCTURE)


def _may_list(scene: Scene) -> bool:
    """Whether a question names things enough for a long list."""
    return sum(bool(a.entities) for a in scene.anchors) >= _LEAST


@where(_may_list)
def widened(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A choice between two things of a list as one from the whole list; itself if there is no longer list."""
    form = reading.form
    if reading.kind not in ("choice", "listing") or not isinstance(form, Select):
        return reading
    row, words = _row(scene, desk)
    parts = parts_of(form.set)
    if reading.kind == "listing":
        return _of_row(reading, parts, scene, desk) if row else reading
    options = next((p for p in parts if _is_of(p, row)), None)
    if options is None:
        return reading
    wide = either([Thing(iri) for iri in row])
    node = every([wide if p is options else p for p in parts])
    return replace(reading, form=replace(form, set=node), words=reading.words | words, topics=row)


def _of_row(reading: Reading, parts: tuple[Set, ...], scene: Scene, desk: Desk) -> Reading:
    """A list of exercises as a choice from a row of them that ends the question; else itself."""
    row, words = _row(scene, desk)
    ends = max(words) == len(scene.tokens) - 1 and reading.chance >= _LIKELY
    if not ends or reading.focus != CALF.EXERCISE or set(row) & set(named_in(reading.form)):
        return reading
    told = [p for p in parts if p not in (Kind(CALF.EXERCISE), NO_VERSIONS)]
    asked = any(CALF.EXERCISE in a.classes and a.mention.end <= min(words) for a in scene.anchors)
    wanted = all(a.polarity == "in" for a in scene.anchors if a.words <= words)
    if not (asked and wanted and told and all(_is_kind(iri, CALF.EXERCISE, desk) for iri in row)):
        return reading
    form = Select(every([either([Thing(iri) for iri in row]), *told]))
    return replace(reading, kind="choice", form=form, words=reading.words | words, topics=row)


@where(_may_list)
def excludes_choices(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a form excludes what a question chooses from: "which of these: A, B or C?"."""
    row, _ = _row(scene, desk)
    return not excluded_in(reading.form).isdisjoint(row) and _is_chosen_from(scene, desk)


def _is_of(node: Set, row: tuple[Iri, ...]) -> bool:
    """Whether a set is of things of a list alone."""
    return isinstance(node, Either) and all(isinstance(p, Thing) and p.iri in row for p in node.parts)


def _row(scene: Scene, desk: Desk) -> tuple[tuple[Iri, ...], frozenset[int]]:
    """The things of the first long list of exercises, or of muscles and their parts, and its words."""
    return scene.once("row", lambda: next(_rows(scene, desk), ((), frozenset[int]())))


def _rows(scene: Scene, desk: Desk) -> Iterator[tuple[tuple[Iri, ...], frozenset[int]]]:
    """Each list of at least three things of a kind, and its words."""
    for kind in _KINDS:
        runs: list[list[Anchor]] = [[]]
        named = [a for a in scene.anchors if any(_is_kind(iri, kind, desk) for iri in a.entities)]
        for first, second in pairwise([None, *named]):
            assert second is not None
            if first is None or not listed(first, second, scene.tokens):
                runs.append([])
            runs[-1].append(second)
        for run in runs:
            row = tuple(dict.fromkeys(a.entities[0] for a in run))
            if len(row) >= _LEAST:
                yield row, frozenset[int]().union(*(a.words for a in run))


def _is_kind(iri: Iri, kind: Iri, desk: Desk) -> bool:
    """Whether a thing is of a class."""
    return kind in desk.connector.classes_of(iri)


def _is_chosen_from(scene: Scene, desk: Desk) -> bool:
    """Whether a question chooses from its list: "from A, B and C", "A, B, C: which of them"."""
    _, words = _row(scene, desk)
    start = min(words)
    before = scene.tokens[max(0, start - _BEFORE) : start]
    told = any(t.stem in _FROM for t in before) and any(t.stem in _CHOOSING for t in scene.tokens)
    pairs = pairwise(t.stem for t in scene.asking)
    return told or any(one == "of" and other in _POINTERS for one, other in pairs)


def is_half_named(form: Form, named: AbstractSet[Iri]) -> bool:
    """Whether only some of the things that a form chooses from are named."""
    parts = parts_of(form.set) if isinstance(form, Select) else ()
    choice = (one for part in parts if isinstance(part, Either) for one in part.parts)
    offered = {one.iri for one in choice if isinstance(one, Thing)}
    return bool(offered & named) and bool(offered - named)
