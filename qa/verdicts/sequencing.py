"""Whether a question has two steps in the order of a cue: "push first and unlock it afterwards?"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.terms import Iri, Literal
from qa.forms.evaluating import members
from qa.forms.logic import Select, named_in
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import Token
from qa.parsing.stemming import stem
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF

__all__ = ["sequenced"]

_BEFORE = stem("before")
_LATER = frozenset(map(stem, ("after", "once", "following")))
_THEN = frozenset(map(stem, ("afterwards", "then", "later", "after")))
_NEAR = 4  # words from "after" to what comes first then: "after I have pushed"


@where(asks_verdict)
def sequenced(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on the order in which a claim has the two steps of a cue: "before you push, unlock"."""
    claim = [t for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
    steps = [_steps(iri, desk) for iri in _cues(reading, desk)]
    if len(steps) != 1 or not all(steps[0]):
        return ""
    last, first = steps[0]
    gear = (CALF.EQUIPMENT, CALF.EXERCISE)
    names = (
        a for a in scene.anchors for iri in a.entities if any(desk.connector.stands(iri, g) for g in gear)
    )
    named = {i for a in names for i in a.words}  # "on the leg press"
    at_last = [n for n, t in enumerate(claim) if t.stem in last and t.index not in named]
    at_first = [n for n, t in enumerate(claim) if t.stem in first]
    if not at_last or not at_first:
        return ""
    order = _order(claim, at_last, at_first)
    return "" if not order else "yes" if (order == "first") != is_denied(scene) else "no"


def _order(claim: Sequence[Token], at_last: list[int], at_first: list[int]) -> str:
    """Where a claim puts what a cue has first: "first", "last", or "" nowhere."""
    stems = [t.stem for t in claim]
    for n, word in enumerate(stems):
        near = range(n + 1, n + 1 + _NEAR)
        heads_last, heads_first = (any(k in near for k in places) for places in (at_last, at_first))
        if word in _LATER | {_BEFORE} and heads_last != heads_first:
            return "first" if (word == _BEFORE) == heads_last else "last"
    if "first" in stems or not _THEN.isdisjoint(stems):
        return "first" if min(at_first) < min(at_last) else "last"
    return ""


def _cues(reading: Reading, desk: Desk) -> list[Iri]:
    """The cues that a reading finds, or is about."""
    form = reading.form
    if not isinstance(form, Select):
        return []
    found = {*members(form.set, desk.graph), *named_in(form)}
    return sorted(iri for iri in found if desk.connector.stands(iri, CALF.CUE))


def _steps(cue: Iri, desk: Desk) -> tuple[frozenset[str], frozenset[str]]:
    """The telling words of "before this, that" as a cue puts it: of this, and of that."""
    told = (v.value for v in desk.graph.objects(cue, CALF.INSTRUCTION) if isinstance(v, Literal))
    before, _, after = next(told, "").partition(",")
    if stems_of(before)[:1] != (_BEFORE,) or not after:
        return frozenset(), frozenset()
    plain, words = english().function, english().words
    this, that = (frozenset(s for s in stems_of(part) if s not in plain) for part in (before, after))
    return (this | words["pushing"] if this & words["pushing"] else this), that
