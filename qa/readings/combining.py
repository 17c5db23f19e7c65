"""One for each of two conditions: "one straight-knee exercise and one bent-knee exercise".

The wording suggests the list of one of them. Where a question asks for one and one more, and names another
thing of the same kind, it asks for what fulfils either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from qa.forms.logic import Kind, Linked, Select, Thing, either, every, parts_of
from qa.kind import Desk, Reading
from qa.limits.conditions import NO_VERSIONS
from qa.parsing.anchor import Anchor
from qa.readings.contrasting import contrasted
from qa.readings.uniting import united
from qa.scene import Scene

__all__ = ["combined"]

_TWO = 2
_LIKELY = 0.05  # probability from which a list is one of the two


def combined(readings: Iterable[Reading], scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The lists of what fulfils a condition that the wording suggests, or the same of another thing named.

    And what is united or contrasted otherwise.
    """
    yield from filter(None, (united(scene, desk), contrasted(scene, desk)))
    if not scene.one_each:
        return
    for reading in readings:
        if reading.kind == "listing" and reading.chance >= _LIKELY and isinstance(reading.form, Select):
            named = [a for a in scene.anchors if a.polarity == "in"]
            other = (_with_other(reading, reading.form, a, desk) for a in named if len(a.entities) == 1)
            yield from filter(None, (*other, _of_kinds(reading, named, desk)))


def _of_kinds(reading: Reading, named: Iterable[Anchor], desk: Desk) -> Reading | None:
    """The list of what is of either of two kinds of what a list asks for; None if no two are named."""
    cls = reading.focus
    if cls is None:
        return None
    connector = desk.connector
    kinds = [a for a in named if a.classes and a.classes[0] != cls and connector.is_a(a.classes[0], cls)]
    if len(kinds) != _TWO:
        return None
    both = either([Kind(a.classes[0]) for a in kinds])
    words = reading.words.union(*(a.words for a in kinds))
    return replace(reading, form=Select(every([Kind(cls), both, NO_VERSIONS])), words=words)


def _with_other(reading: Reading, form: Select, anchor: Anchor, desk: Desk) -> Reading | None:
    """A list widened to what is so of a named thing instead of one like it; None where none is like it."""
    parts, (other,) = parts_of(form.set), anchor.entities
    linked = [p for p in parts if isinstance(p, Linked) and isinstance(p.to, Thing)]
    alike = [p for p in linked if isinstance(p.to, Thing) and desk.connector.alike(p.to.iri, other)]
    if len(alike) != 1 or alike[0].to == Thing(other):
        return None
    both = either([alike[0], replace(alike[0], to=Thing(other))])
    rest = [p for p in parts if p not in (alike[0], NO_VERSIONS)]
    return replace(
        reading,
        form=Select(every([*rest, both, NO_VERSIONS])),
        words=reading.words | anchor.words,
        topics=tuple(dict.fromkeys((*reading.topics, other))),
    )
