"""Which is which: "one muscle starts above the knee, the other below it. Which starts where?".

The wording suggests a list for each of the two, and the question wants both.
"""

from __future__ import annotations

from qa.forms.evaluating import members
from qa.forms.logic import Select, either, excluded_in, focus_of, named_in
from qa.kind import Desk, Reading
from qa.parsing.linking import PART
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["contrasted"]

_LEAST = 0.01  # probability from which a list is one of the two
_KINDS = (CALF.MUSCLE, CALF.MUSCLE_HEAD)
_WHO = frozenset(("which", "who"))
_OTHERS = _WHO | {"wher", "where"}
_MOST = 6  # words of "who's hitting which head?"


def contrasted(scene: Scene, desk: Desk) -> Reading | None:
    """The likeliest list of one muscle with the likeliest one of another; None if no two are asked for."""
    if not _asks_of_both(scene):
        return None
    found: dict[object, Reading] = {}
    for likely in scene.suggested.likely:
        form = likely.meaning.form
        if likely.meaning.kind != "listing" or not isinstance(form, Select) or likely.chance < _LEAST:
            continue
        told = members(form.set, desk.graph)
        if focus_of(form) not in _KINDS or len(told) != 1 or excluded_in(form):
            continue
        words = frozenset(t.index for t in scene.asking if t.stem in likely.stems)
        kept = Reading(
            "listing", form, words, 0.0, focus_of(form), tuple(named_in(form)), chance=likely.chance
        )
        found.setdefault(next(iter(told)), kept)
    if len(found) < 2:
        return None
    first, second = list(found.values())[:2]
    if first.focus != second.focus:
        return None
    assert isinstance(first.form, Select)
    assert isinstance(second.form, Select)
    named = (a.words for a in scene.anchors if a.polarity == "in" and a.mention.weight > PART)
    return Reading(
        "listing",
        Select(either([first.form.set, second.form.set])),
        first.words.union(second.words, *named),
        0.0,
        first.focus,
        (*first.topics, *second.topics),
        chance=first.chance + second.chance,
    )


def _asks_of_both(scene: Scene) -> bool:
    """Whether a question asks which of two is which, or starts where: by two words close together."""
    last = [t.stem for t in scene.asking if t.clause == scene.asking[-1].clause] if scene.asking else []
    opens = len(last) <= _MOST and bool(last) and last[0] in _WHO
    return opens and any(stem in _OTHERS for stem in last[1:])
