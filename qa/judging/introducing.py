"""Questions about who answers here: "what can you do?", "help", "are you an AI?".

They name nothing that the graph holds, and none of their words is about the calf.
"""

from __future__ import annotations

from qa.parsing.english import english
from qa.scene import Scene

__all__ = ["INTRODUCTION", "asks_about_us"]

INTRODUCTION = (
    "I answer questions about the calf: its muscles and joints, what an exercise trains and how it is done, "
    "how much to train, what goes wrong, and what research says. "
    "Every answer comes from one article or from a study, and names it."
)


def asks_about_us(scene: Scene) -> bool:
    """Whether a message only greets, or asks what we are, know or can."""
    words, stems = english().words, {t.stem for t in scene.tokens}
    if words["addressing"].isdisjoint(stems) or scene.anchors or scene.before is not None:
        return False
    light = ("introducing", "articles", "auxiliary", "people")
    return stems <= english().light.union(*(words[name] for name in light))
