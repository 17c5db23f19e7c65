"""What part one thing plays in another: "what role does the big toe play in a standing raise?".

Nobody words this twice alike, so no wording tells if there is an answer; a cue or a statement that is about
both things does.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.judging.ranking import Ranked
from qa.parsing.english import english
from qa.scene import Scene

__all__ = ["plainly_serving"]

_KINDS = ("cue", "facts")
_TWO = 2


def plainly_serving(scene: Scene, ranked: Sequence[Ranked]) -> Ranked | None:
    """The reading as what is stated of two things, of which one is asked what it does in the other."""
    words = english().words
    if scene.wh not in ("what", "which") or not scene.says(words["serving"]):
        return None
    said = [a for a in scene.anchors if a.entities and a.polarity == "in" and not scene.is_background(a)]
    named = frozenset[int]().union(*(a.words for a in said))
    rest = (t for t in scene.unknown if t.index not in named and t.stem not in words["serving"])
    if len({a.entities for a in said}) != _TWO or any(rest):
        return None
    return next((r for r in ranked if r.reading.kind in _KINDS and named <= r.reading.words), None)
