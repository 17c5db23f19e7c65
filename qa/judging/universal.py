"""What is asked of all that a class has is settled by a list of it: "are all of them done seated?"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.forms.logic import Select, focus_of
from qa.judging.ranking import Ranked
from qa.parsing.english import english
from qa.quantifying import quantified
from qa.scene import Scene

__all__ = ["of_all_of_them"]


def of_all_of_them(scene: Scene, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The readings, with the first list of the class in front where the best one leaves names aside.

    Of one exercise, or by a cue, nothing is said of all. Whether all do "only" that is another question.
    """
    asked = quantified(scene) if not scene.says(english().words["limiting"]) else None
    if asked is None or not ranked or not asked.anchor.classes or not ranked[0].left:
        return list(ranked)
    fit = (r for r in ranked if _is_list(r) and focus_of(r.reading.form) in asked.anchor.classes)
    whole = next((r for r in fit if not (r.left or r.exclusion_left)), ranked[0])
    return [whole, *(r for r in ranked if r is not whole)]


def _is_list(ranked: Ranked) -> bool:
    """Whether a reading lists what is so."""
    return ranked.reading.kind == "listing" and isinstance(ranked.reading.form, Select)
