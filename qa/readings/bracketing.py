"""One range of several: by a number, "which rep range starts at 15?", or as the lower or higher of two."""

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
_SEVERAL: Final = 2  # ranges of which one is the lower
_SAID: Final = 0.5  # probability of what is said so, in whatever words


def bracketed(kind: str, scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The one prescription that begins or ends with the number of a question, or has it in it.

    All of the quantity where none does: "which rep range includes 13?".
    """
    ranges, stems = english().words["span"], {t.stem for t in scene.asking}
    if scene.polar or scene.wh not in ("which", "what") or ranges.isdisjoint(stems):
        return
    if _is_named(scene, desk):
        return
    named = {i for a in scene.anchors for i in a.entities if _is(i, CALF.QUANTITY, desk)}
    number = _number(scene, ranges)
    found = _at_an_end(named, scene, desk) if number is None else _about(number, stems, desk)
    told = [(iri, q) for iri in found for q in desk.graph.objects(iri, CALF.PRESCRIBES) if isinstance(q, Iri)]
    fit = [(iri, q) for iri, q in told if q in named] if named else told
    if number is None and len(fit) != 1:
        return
    one = [Thing(fit[0][0])] if len(fit) == 1 else []
    for quantity in sorted({q for _, q in fit} or named)[:1] if len(fit) < _SEVERAL else ():
        form = Select(every([Kind(CALF.PRESCRIPTION), Linked(CALF.PRESCRIBES, Thing(quantity)), *one]))
        words = frozenset(t.index for t in scene.asking)
        yield Reading(kind, form, words, _ASKED, CALF.PRESCRIPTION, (quantity,), chance=_SAID)


def _number(scene: Scene, ranges: frozenset[str]) -> float | None:
    """The one number behind the range that is asked for: not "which two ranges", "I do 3. Which range?"."""
    place = min(t.offset for t in scene.asking if t.stem in ranges)
    said = [a for a in scene.parse.amounts if any(t.offset == a.start > place for t in scene.asking)]
    single = len(scene.parse.amounts) == len(said) == 1 and said[0].low == said[0].high
    return said[0].low if single else None


def _about(number: float, stems: set[str], desk: Desk) -> list[Iri]:
    """The ranges that a number belongs to."""
    return [iri for iri in desk.graph.instances(CALF.PRESCRIPTION) if _fits(iri, number, stems, desk)]


def _at_an_end(quantities: set[Iri], scene: Scene, desk: Desk) -> list[Iri]:
    """The lower range of a quantity that has several, or the higher: "of the two, which is lower?"."""
    words, graph = english().words, desk.graph
    said = [t for t in scene.asking if t.stem in words["lower_of"] | words["higher_of"]]
    named = {i for a in scene.anchors for i in a.words}
    ranges = [
        (ends, iri)
        for iri in sorted({s for q in quantities for s in graph.subjects(CALF.PRESCRIBES, q)})
        if (ends := bounds(iri, graph)) and ends[0] != ends[1]
    ]
    after = [t for t in scene.asking if said and t.index == said[0].index + 1]
    of_range = all(t.stem in words["span"] | {"one", "of"} or t.index in named for t in after)
    goals = any(_is(i, CALF.GOAL, desk) for a in scene.anchors for i in a.entities)
    differing = len({ends for ends, _ in ranges}) == len(ranges) >= _SEVERAL
    if len(said) != 1 or goals or not (of_range and differing):
        return []
    return [(min if said[0].stem in words["lower_of"] else max)(ranges)[1]]


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
