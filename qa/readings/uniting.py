"""Several things that a question tells of: "he bounces and goes too heavy, which two errors are these?".

The wording suggests one of them after the other, each by a question of its own.
"""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Describe, Form, Kind, Select, Set, Thing, either, every, excluded_in, focus_of
from qa.kind import Desk, Reading
from qa.parsing.anchor import Anchor
from qa.parsing.linking import PART
from qa.parsing.masking import mask_of
from qa.scene import Scene

__all__ = ["united"]

_NUMBERS = {"two": 2, "2": 2, "three": 3, "3": 3}
_ASKING = frozenset(("which", "what"))
_REACH = 5  # words from "two" to the class: "two of the common mistakes"
_LEAST = 0.05  # probability from which a meaning may give one of the things


def united(scene: Scene, desk: Desk) -> Reading | None:
    """The things of the class asked for that the question names, or likely means one by one; None without."""
    sought, size = _counted(scene) if scene.says(_NUMBERS.keys()) else (None, 0)
    if sought is None or scene.denying or any(a.polarity != "in" for a in scene.anchors):
        return None
    cls, words, chance = sought.classes[0], set(sought.words), 0.0
    found: dict[Iri, None] = {}
    for anchor in scene.anchors:
        named = [iri for iri in anchor.entities if desk.connector.stands(iri, cls)]
        if len(named) == 1 and anchor.mention.weight > PART:
            found[named[0]] = None
            words |= anchor.words
    for likely in scene.suggested.likely:
        given = _given(likely.meaning.form, cls, desk) if likely.meaning.form else set()
        if len(given) > 1 and not chance:
            return None  # the likeliest meaning gives several at once
        if len(given) == 1 and likely.chance >= _LEAST and (given <= found.keys() or len(found) < size):
            found.update(dict.fromkeys(given))
            words |= {t.index for t in scene.asking if t.stem in likely.stems}
            chance += likely.chance
    if len(found) != size or not chance or any(mask_of(desk.connector.classes_of(i)) for i in found):
        return None
    things: list[Set] = [Thing(iri) for iri in found]
    form = Select(every([Kind(cls), either(things)]))
    return Reading("listing", form, frozenset(words), 0.0, cls, tuple(found), chance=chance)


def _counted(scene: Scene) -> tuple[Anchor | None, int]:
    """The class of which a question asks for a number of things, and the number: "which two mistakes"."""
    for anchor in scene.anchors:
        before = [t.stem for t in scene.tokens[max(0, anchor.mention.start - _REACH) : anchor.mention.start]]
        for n, stem in enumerate(before):
            asks = n and before[n - 1] in _ASKING
            if stem in _NUMBERS and anchor.classes and asks:
                return anchor, _NUMBERS[stem]
    return None, 0


def _given(form: Form, cls: Iri, desk: Desk) -> set[Iri]:
    """The things of a class that a meaning is of, or gives."""
    if isinstance(form, Describe):
        return {form.iri} if desk.connector.stands(form.iri, cls) else set()
    if isinstance(form, Select) and focus_of(form) == cls and not excluded_in(form):
        return set(members(form.set, desk.graph))
    return set()
