"""Whether a question keeps the ends of a statement apart: "does it take the soleus out of it?"."""

from __future__ import annotations

from itertools import pairwise

from qa.forms.logic import Ask, Form, named_in
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["is_kept_away", "is_sent_to"]

_APART = (
    *(CALF.TYPE, CALF.SAME_AS, CALF.OUTRANKS),  # relations that nothing can be kept out of
    *(CALF.MINIMALLY_ENGAGES, CALF.LITTLE_AFFECTED_BY),  # and those that keep apart themselves
)
_KEPT = 8  # words from "take" to "out of": "take most of the big muscle out of"
_SKIPPED = 4  # words from "skips" to the name


def is_kept_away(form: Form, scene: Scene) -> bool:
    """Whether the claim says that an end of a statement stays out of, or is spared by, the other."""
    if not isinstance(form, Ask) or form.triple.predicate in _APART:
        return False
    words, claim = english().words, [t for t in scene.tokens if t.sentence == scene.claimed]
    told = [a for a in scene.anchors if not {*named_in(form)}.isdisjoint(a.entities)]
    ends, muscles = {a.mention.start for a in told}, {a.mention.start for a in told if a.bodily}
    for n, (word, after) in enumerate(pairwise(claim)):
        verbs = {t.stem for t in claim[max(0, n - _KEPT) : n] if t.clause == word.clause}
        apart = word.stem in words["gone_from"] and after.stem in ("of", "from")
        if apart and not verbs.isdisjoint(words["withdrawing"]):
            return True
        near = {t.index for t in claim[n + 1 : n + 1 + _SKIPPED]}
        short = (word.stem, after.stem) == ("short", "of")  # "it stops short of the knee"
        if (short or word.stem in words["bypassing"]) and not ends.isdisjoint(near):
            return True
        if word.stem == "lose" and not muscles.isdisjoint(near):
            return True
    return False


def is_sent_to(form: Form, scene: Scene) -> bool:
    """Whether the claim says that work goes over to the object of a statement: "shift it onto the soleus"."""
    if not isinstance(form, Ask) or form.triple.predicate in _APART:
        return False
    words, claim = english().words, [t for t in scene.tokens if t.sentence == scene.claimed]
    ends = {a.mention.start for a in scene.anchors if form.triple.object in a.entities}
    moves = [n for n, t in enumerate(claim) if t.stem in words["moving"]]
    to = (n for n, t in enumerate(claim) if t.stem in words["towards"] and moves and moves[0] < n)
    return any(not ends.isdisjoint(t.index for t in claim[n + 1 : n + _SKIPPED]) for n in to)
