"""What one thing does in another, or to it: "what role does the big toe play in a standing raise?".

Nobody words this twice alike, so no wording tells if there is an answer; a cue or a statement that is about
both things does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.schema import Truth
from qa.forms.logic import Ask
from qa.judging.ranking import Ranked
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["plainly_serving"]

_KINDS = ("facts", "cue")
_FATE = (("happen", "to"), ("happen", "with"), ("becom", "of"))
_HARDLY = 0.1  # probability of refusal by the wording
_TWO = 2


def plainly_serving(scene: Scene, ranked: Sequence[Ranked]) -> Ranked | None:
    """The reading as what is stated of two things, of which one is asked what it does in the other."""
    words = english().words
    serves = scene.says(words["serving"])
    if scene.wh not in ("what", "which") or not (serves or _is_of_fate(scene)):
        return None
    kinds = _KINDS if serves else _KINDS[:1]
    said = [a for a in scene.anchors if a.entities and a.polarity == "in" and not scene.is_background(a)]
    named = frozenset[int]().union(*(a.words for a in said))
    rest = (t for t in scene.unknown if t.index not in named and t.stem not in words["serving"])
    apart = any(scene.tokens[a.mention.start].sentence != scene.core for a in said)
    if apart or len({a.entities for a in said}) != _TWO or any(rest):
        return None
    fit = (r for r in ranked if r.reading.kind in kinds and named <= r.reading.words)
    return next((r for r in fit if _tells(r, scene)), None)


def _is_of_fate(scene: Scene) -> bool:
    """Whether a question asks what becomes of something: "what happens to the soleus when ..."."""
    stems = [t.stem for t in scene.asking]
    told = scene.before is None and scene.refused < _HARDLY
    return told and any(pair in _FATE for pair in pairwise(stems))


def _tells(ranked: Ranked, scene: Scene) -> bool:
    """Whether a reading is of a cue, or of a statement that holds and is no mere number."""
    form = ranked.reading.form
    if not isinstance(form, Ask):
        return True
    return form.triple.predicate != CALF.PRESCRIBES and scene.graph.truth(form.triple) is Truth.YES
