"""Whether a question has two steps in the order of an exercise: "push first and unlock it afterwards?"."""

from __future__ import annotations

from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.scene import Scene
from qa.verdicts.denying import is_condemned, is_denied
from qa.verdicts.turning import CONTRARY

__all__ = ["sequenced"]


@where(asks_verdict)
def sequenced(reading: Reading, scene: Scene, _: Desk) -> str:
    """The verdict on the order in which a claim has two steps: "before you push, unlock it"."""
    if reading.kind != "procedure" or reading.note not in CONTRARY:
        return ""
    turned = is_denied(scene) != is_condemned(scene)  # "is it wrong to push first?"
    return CONTRARY[reading.note] if turned else reading.note
