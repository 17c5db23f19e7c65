"""Follow-ups: what a turn leaves for the next, and how a short question borrows from the last."""

from __future__ import annotations

from qa.kind import Desk, Draft, Reading
from qa.logic import canonical
from qa.model import Context
from qa.scene import Scene

__all__ = ["continued", "remembered"]


def continued(scene: Scene, context: Context, desk: Desk) -> Scene:
    """The scene, completed from the conversation where it needs it."""
    return scene


def remembered(reading: Reading, draft: Draft) -> Context:
    """What the next question may refer to."""
    return Context(canonical(reading.form), reading.topics, tuple(item.iri for item in draft.items))
