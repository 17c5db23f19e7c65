"""How many things a question asks for: "which two exercises can I do with a block and a partner?".

A list with another number of things is not what is meant, if one close behind has that many.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Select, Thing, Without, focus_of, parts_of
from qa.judging.ranking import Ranked
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["of_that_number"]

_NUMBERS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}
_ASKING = frozenset(("which", "what", "name", "list", "give", "suggest", "pick", "any"))
_REACH = 4  # words from "two" to the class: "two of the inner-calf exercises"
_BEHIND = 1.5  # by how much a list with as many things may score less


def of_that_number(scene: Scene, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The readings, with the first list of as many things as are asked for in front, if one is close."""
    ranked = list(ranked)
    size = _asked(scene) if ranked and _is_list(ranked[0]) else 0
    if not size or _size(ranked[0], scene) == size:
        return ranked
    out = _out(ranked[0])
    for other in ranked[1:]:
        if other.score < ranked[0].score - _BEHIND:
            break
        same = _is_list(other) and focus_of(other.reading.form) == focus_of(ranked[0].reading.form)
        same &= _out(other) <= out
        if same and not other.exclusion_left and _size(other, scene) == size:
            return [other, *(r for r in ranked if r is not other)]
    return ranked


def _is_list(ranked: Ranked) -> bool:
    """Whether a reading lists what is so."""
    return ranked.reading.kind == "listing" and isinstance(ranked.reading.form, Select)


def _out(ranked: Ranked) -> frozenset[Iri]:
    """The things that a list leaves out by name."""
    form = ranked.reading.form
    parts = parts_of(form.set) if isinstance(form, Select) else ()
    left = (p.part for p in parts if isinstance(p, Without))
    return frozenset(part.iri for part in left if isinstance(part, Thing))


def _asked(scene: Scene) -> int:
    """The number of things that a question asks for; 0 if it does not say."""
    asking = scene.asking
    for n, token in enumerate(asking):
        before = asking[n - 1].stem if n else ""
        if token.stem not in _NUMBERS or (before and before not in _ASKING):
            continue
        after = asking[n + 1 : n + 1 + _REACH]
        if any(t.index in a.words for t in after for a in scene.anchors if a.classes and not a.entities):
            return _NUMBERS[token.stem]
    return 0


def _size(ranked: Ranked, scene: Scene) -> int:
    """How many things a list has, those aside that are versions of another in it."""
    form = ranked.reading.form
    found = members(form.set, scene.graph) if isinstance(form, Select) else frozenset[Iri]()
    versions = {
        iri for iri in found if any(base in found for base in scene.graph.objects(iri, CALF.VARIATION_OF))
    }
    return len(found) - len(versions)
