"""What a muscle does, asked in no other words: "what does the soleus do?", "what do the calves do?"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from qa.forms.logic import Kind, Linked, Select, Thing, every
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["doing"]

_ASKED: Final = 3.0  # evidence: nothing else is said


def doing(kind: str, scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The actions of the one thing named between "what does" and "do"."""
    stems = [t.stem for t in scene.asking if t.index not in scene.opening]
    if stems[:2] != ["what", "do"] or stems[-1:] != ["do"]:
        return
    words = frozenset(t.index for t in scene.asking)
    for name in (a for a in scene.anchors if a.entities and a.polarity == "in"):
        rest = [t for t in scene.asking if t.index not in name.words | scene.opening]
        if all(t.stem in english().words["articles"] | {"what", "do"} for t in rest):
            for iri in name.entities:
                if desk.graph.objects(iri, CALF.HAS_ACTION):
                    parts = every(
                        [Kind(CALF.JOINT_ACTION), Linked(CALF.HAS_ACTION, Thing(iri), inverse=True)]
                    )
                    yield Reading(kind, Select(parts), words, _ASKED, CALF.JOINT_ACTION, (iri,))
