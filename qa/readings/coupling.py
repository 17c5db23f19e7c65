"""Two kinds of positions asked for at once: "what knee and toe position suits the inner calf?".

The wording suggests the list for one of them; for the other that stands with it in the question the same is
asked, by whichever property tells it of positions of that kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.terms import Iri
from qa.forms.evaluating import exists
from qa.forms.logic import Kind, Linked, Select, Set, either, every, parts_of
from qa.kind import Desk, Reading
from qa.mattering import where
from qa.parsing.anchor import Anchor
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["coupled"]

_AND = frozenset(("and", "n", "plus"))
_WAYS = (CALF.BIASES, CALF.MAXIMALLY_ENGAGES, CALF.HAS_POSITION)


@where(lambda scene: scene.says(_AND))
def coupled(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A list of positions with those of the other kind that is asked for; itself if there is none."""
    form = reading.form
    if not isinstance(form, Select) or reading.focus is None or reading.focus == CALF.POSITION:
        return reading
    if not desk.connector.is_a(reading.focus, CALF.POSITION):
        return reading
    for cls, words in _others(reading.focus, scene, desk):
        if (node := _same_of(cls, reading.focus, form.set, desk)) is not None:
            both = replace(form, set=either([form.set, node]))
            return replace(reading, form=both, words=reading.words | words, focus=CALF.POSITION)
    return reading


def _others(cls: Iri, scene: Scene, desk: Desk) -> Iterator[tuple[Iri, frozenset[int]]]:
    """The other kinds of positions that stand beside one kind in the asking sentence, and their words."""
    here = [a for a in scene.anchors if scene.tokens[a.mention.start].sentence == scene.core]
    own = [a for a in here if cls in _kinds(a, desk) and a.polarity == "in"]
    for anchor in here:
        for other in sorted(_kinds(anchor, desk) - {cls, CALF.POSITION}):
            ends = [sorted((one, anchor), key=lambda a: a.mention.start) for one in own if one is not anchor]
            between = (scene.tokens[a.mention.start + 1 : b.mention.start] for a, b in ends)
            if any(any(t.stem in _AND for t in gap) for gap in between):
                yield other, anchor.words


def _kinds(anchor: Anchor, desk: Desk) -> frozenset[Iri]:
    """The kinds of positions that a name stands for: itself, or as what varies between them."""
    settings = (s for iri in anchor.entities for s in desk.graph.subjects(CALF.SETTING_OF, iri))
    classes = {*anchor.classes, *(cls for s in settings for cls in desk.connector.classes_of(s))}
    return frozenset(cls for cls in classes if desk.connector.is_a(cls, CALF.POSITION))


def _same_of(cls: Iri, own: Iri, node: Set, desk: Desk) -> Set | None:
    """What a list asks of positions of one kind, asked of another kind; None if nothing is so."""
    parts = [part for part in parts_of(node) if part != Kind(own)]
    links = [part for part in parts if isinstance(part, Linked)]
    if len(links) != 1:
        return None
    rest = [part for part in parts if part is not links[0]]
    ways = (replace(links[0], property=prop) for prop in (links[0].property, *_WAYS))
    nodes = (every([Kind(cls), *rest, way]) for way in ways)
    return next((found for found in nodes if exists(found, desk.graph)), None)
