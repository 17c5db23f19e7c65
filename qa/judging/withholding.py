"""What no source tells, though it sounds like another question: days, shares, where a name comes from."""

from __future__ import annotations

from itertools import pairwise

from qa.kind import Reading
from qa.parsing.asking import WH
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["is_withheld"]

_CHOOSING = ("which", "what")
_REACH = 5  # words from "name" to "come from"
_MANY = (["how", "many"], ["many", "of"])


def is_withheld(reading: Reading, scene: Scene) -> bool:
    """Whether a question asks for what no source holds, in words that its reading overlooks.

    How long a trial went on is told with what it found.
    """
    if reading.focus == CALF.CLAIM:
        return False
    return _asks_date(scene) or _asks_share(reading, scene) or _asks_of_name(scene)


def _asks_date(scene: Scene) -> bool:
    """Whether a question asks for a day or a month, or for weeks: "which month", "after how many weeks"."""
    words, stems = english().words, [t.stem for t in scene.asking]
    if not scene.says(words["dated"] | words["lasting"]):
        return False
    chosen = any(a in _CHOOSING and b in words["dated"] for a, b in pairwise(stems))
    lasting = zip(stems, stems[1:], stems[2:], strict=False)
    once = sum(stem in WH for stem in stems) == 1  # "never mind which days, how often?"
    return (chosen and once) or any([a, b] == _MANY[0] and c in words["lasting"] for a, b, c in lasting)


def _asks_share(reading: Reading, scene: Scene) -> bool:
    """Whether a question asks for a share of what is prescribed: "how many of the sets should be seated?".

    Or for a ratio, whatever of.
    """
    stems = [t.stem for t in scene.asking]
    if scene.wh and not english().words["shares"].isdisjoint(stems):
        return True
    return reading.kind == "quantity" and any([a, b] == _MANY[1] for a, b in pairwise(stems))


def _asks_of_name(scene: Scene) -> bool:
    """Whether a question asks where a name comes from, or what it means in another language."""
    words, stems = english().words, [t.stem for t in scene.asking]
    names = [n for n, stem in enumerate(stems) if stem in words["naming"]]
    after = any(
        a in words["deriving"] and b == "from" and 0 < n - name <= _REACH
        for name in names
        for n, (a, b) in enumerate(pairwise(stems))
    )
    got = any(
        stems[n - 2 : n] == ["get", "its"] or stems[n - 3 : n] == ["origin", "of", "the"] for n in names
    )
    return after or got or ("mean" in stems and not words["tongues"].isdisjoint(stems))
