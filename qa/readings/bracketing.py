"""The range that a number belongs to: "which rep range starts at 15?", "which bracket has 12 as its top?"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.terms import Iri
from qa.bounding import bounds
from qa.forms.logic import Kind, Linked, Select, Thing, every
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["bracketed"]

_ASKED: Final = 6.0  # evidence: who tells a range by its end asks for nothing else
_SAID: Final = 0.5  # probability of what is said so, in whatever words


def bracketed(kind: str, scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The one prescription that begins or ends with the number of a question, or has it in it."""
    ranges, stems = english().words["span"], {t.stem for t in scene.asking}
    if scene.polar or scene.wh not in ("which", "what") or ranges.isdisjoint(stems):
        return
    amounts, place = scene.parse.amounts, min(t.offset for t in scene.asking if t.stem in ranges)
    if len(amounts) != 1 or amounts[0].low != amounts[0].high or _is_named(scene, desk):
        return
    if not any(t.offset == amounts[0].start > place for t in scene.asking):
        return  # "which two ranges", "I do 3 workouts. What's the range?"
    named = {i for a in scene.anchors for i in a.entities if _is(i, CALF.QUANTITY, desk)}
    found = [
        iri for iri in desk.graph.instances(CALF.PRESCRIPTION) if _fits(iri, amounts[0].low, stems, desk)
    ]
    told = [(iri, q) for iri in found for q in desk.graph.objects(iri, CALF.PRESCRIBES) if isinstance(q, Iri)]
    fit = [(iri, q) for iri, q in told if q in named] if named else told
    if len(fit) == 1:
        (iri, quantity), words = fit[0], frozenset(t.index for t in scene.asking)
        form = Select(every([Kind(CALF.PRESCRIPTION), Linked(CALF.PRESCRIBES, Thing(quantity)), Thing(iri)]))
        yield Reading(kind, form, words, _ASKED, CALF.PRESCRIPTION, (quantity,), chance=_SAID)


def _fits(iri: Iri, number: float, stems: set[str], desk: Desk) -> bool:
    """Whether a range has a number at the end that is spoken of, or else in it."""
    words, ends = english().words, bounds(iri, desk.graph)
    if ends is None or ends[0] == ends[1]:
        return False
    first, last = not words["lower_end"].isdisjoint(stems), not words["upper_end"].isdisjoint(stems)
    last |= "end" in stems and not first  # "the bottom end"
    if first != last:
        return number == (ends[0] if first else ends[1])
    return ends[0] <= number <= ends[1]


def _is_named(scene: Scene, desk: Desk) -> bool:
    """Whether a question names a range by its numbers, or asks for something else of it: a goal."""
    classes = {c for a in scene.sought for c in a.classes} - {CALF.PRESCRIPTION}
    return bool(classes) or any(_is(i, CALF.PRESCRIPTION, desk) for a in scene.anchors for i in a.entities)


def _is(iri: Iri, cls: Iri, desk: Desk) -> bool:
    """Whether a thing is of a class."""
    return cls in desk.connector.classes_of(iri)
