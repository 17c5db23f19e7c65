"""Lists that exclude what a question keeps: "the soleus, not the gastroc", "the leg press is free".

The wording knows how people say that something is lacking, and hears it where they say that it is there.
"""

from __future__ import annotations

from qa.forms.logic import excluded_in
from qa.kind import Desk, Reading
from qa.parsing.masking import mask_of
from qa.parsing.scope import is_kept
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["is_turned_round"]


def is_turned_round(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a reading excludes what a question wants that excludes another, or what it keeps.

    Whether an exercise can be done without a thing may be asked of one that is needed, too.
    """
    unwanted = excluded_in(reading.form)
    if not unwanted:
        return False
    for anchor in scene.anchors:
        names = unwanted.intersection((*anchor.entities, *anchor.classes))
        needed = anchor.polarity == "must" and reading.kind != "verification"
        if names and (needed or is_kept(anchor, scene.tokens)):
            return True
    sought = {cls for a in scene.sought if a.polarity == "in" for cls in a.classes}
    if any(desk.connector.is_a(cls, CALF.EQUIPMENT) for cls in unwanted & sought):
        return True  # "which machines do I queue for?"
    if all(a.polarity == "in" for a in scene.anchors):
        return False
    wanted = (iri for a in scene.anchors if a.polarity == "in" for iri in a.entities)
    return any(iri in unwanted and mask_of(desk.graph.entity(iri).classes) for iri in wanted)
