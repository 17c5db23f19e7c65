"""Things that a question describes, not names: "an exercise for the muscle under the gastrocnemius".

The wording may see which thing is meant. What the description names is no thing of its own then: it must not
take the place of what is meant, and is explained by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.terms import Iri
from qa.forms.evaluating import only
from qa.forms.logic import Kind, Linked, Set, Thing, Without, every
from qa.kind import Desk
from qa.limits.describing import lying
from qa.parsing.anchor import Anchor
from qa.scene import Scene

__all__ = ["Identified", "identified"]

_REACH = 5  # words between a class and the name that tells which of its members is meant
_AFTER = 2  # words after that name, one of them a verb: "the muscle that the gastrocnemius covers"
_RELATIVE = frozenset(("that", "which", "whom"))


@dataclass(frozen=True, slots=True)
class Identified:
    """A thing that is described, the words that do so, and the thing named in them, if any."""

    thing: Iri
    words: frozenset[int]
    by: Iri | None


def identified(scene: Scene, desk: Desk) -> tuple[Identified, ...]:
    """The things that a question describes by another thing: the one member of a class that is so."""
    return scene.once("identified", lambda: (*_all(scene, desk), *_lying(scene, desk)))


def _lying(scene: Scene, desk: Desk) -> Iterator[Identified]:
    """Each muscle that is described by where it lies."""
    return (Identified(one.thing, one.words, one.by) for one in lying(scene, desk))


def _all(scene: Scene, desk: Desk) -> Iterator[Identified]:
    """Each thing that a class and a property that stand before a name, or around it, tell of."""
    for first, second in pairwise(scene.anchors):
        if first.entities or not second.entities or first in scene.sought:
            continue
        gap = scene.tokens[first.mention.end : second.mention.start]
        here = scene.tokens[second.mention.start]
        if len(gap) > _REACH or scene.tokens[first.mention.start].sentence != here.sentence:
            continue
        yield from _told(first, second, {t.index for t in gap}, scene, desk)
        if gap and gap[0].stem in _RELATIVE and all(scene.is_plain(t.index) for t in gap):
            after = scene.tokens[second.mention.end : second.mention.end + _AFTER]
            inside = {t.index for t in after if t.clause == here.clause and t.sentence == here.sentence}
            yield from _told(first, second, inside, scene, desk, inverse=True)


def _told(
    first: Anchor, second: Anchor, inside: set[int], scene: Scene, desk: Desk, *, inverse: bool = False
) -> Iterator[Identified]:
    """The one member of a class that a property, said by these words, links with a thing."""
    for prop, mentions in scene.cued.items():
        said = next((frozenset(m.words) for m, _ in mentions if inside.issuperset(m.words)), None)
        for by in second.entities if said is not None else ():
            link: Set = Linked(prop, Thing(by), inverse)
            link = Without(link) if second.polarity == "out" else link
            found = [only(every([Kind(cls), link]), desk.graph) for cls in first.classes]
            words = first.words | second.words | (said or frozenset())
            yield from (Identified(one, words, by) for one in found if one is not None)
