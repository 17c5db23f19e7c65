"""Whether a question says that what is so hardly is: "are calves rarely used?", "do they tire quickly?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import Token
from qa.scene import Scene
from qa.verdicts.denying import is_denied, told
from qa.vocabulary import CALF

__all__ = ["belittled", "tired"]

_LITTLE = (CALF.LITTLE_AFFECTED_BY, CALF.MINIMALLY_ENGAGES, CALF.MINIMISES)  # what is hardly so already
_SPENT = (("run", "out"), ("give", "out"), ("wear", "out"))
_ENDURING = frozenset(("enduranc", "stamina"))  # in the name of what does not tire
_NEAR = 3  # words from "slow" or "hard" to what it is said of: "slow to tire"


def belittled(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on "rarely" and "hardly" where a statement holds without; "" elsewhere."""
    form = reading.form
    if not isinstance(form, Ask) or scene.wh or not scene.may_be_polar:
        return ""
    if form.triple.predicate in _LITTLE or not _is_seldom(scene):
        return ""
    truth = desk.graph.truth(form.triple)
    little = truth is Truth.NO and _is_little(form.triple, desk)
    if truth is not Truth.YES and not little:
        return ""
    return "yes" if is_denied(scene) != little else "no"


def _is_seldom(scene: Scene) -> bool:
    """Whether the claim has "rarely" or "hardly", and not of the one who asks: "I hardly ever sit"."""
    words, aside, before = english().words, told(scene), ""
    for token in _claim(scene):
        if token.stem in words["seldom"] and token.clause not in aside and before not in words["self"]:
            return True
        before = token.stem
    return False


def _is_little(triple: Triple, desk: Desk) -> bool:
    """Whether it is stated that a little of what a statement says is so: "it barely touches it"."""
    return any(desk.graph.truth(triple._replace(predicate=prop)) is Truth.YES for prop in _LITTLE)


def tired(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on how soon something tires that is stated to endure; "" of other statements."""
    form = reading.form
    if not isinstance(form, Ask) or not isinstance(form.triple.object, Iri) or not scene.may_be_polar:
        return ""
    named = {*stems_of(desk.say.label(form.triple.object))}
    if scene.wh or desk.graph.truth(form.triple) is not Truth.YES or named.isdisjoint(_ENDURING):
        return ""
    claim = list(_claim(scene))
    spent = list(_spent(claim))
    if not spent:
        return ""
    late = sum(1 for at in spent if _is_late(claim[max(0, at - _NEAR) : at + 1 + _NEAR]))
    return "yes" if (late % 2 == 1) != is_denied(scene) else "no"


def _claim(scene: Scene) -> Iterator[Token]:
    """The words of the claim, as they were said."""
    return (t for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0)


def _spent(claim: Sequence[Token]) -> Iterator[int]:
    """Where words say that something tires."""
    for n, (one, other) in enumerate(pairwise([*claim, claim[-1]])):
        fed_up = other.stem == "of"  # "tired of"
        if (one.stem in english().words["tiring"] and not fed_up) or (one.stem, other.stem) in _SPENT:
            yield n


def _is_late(near: Sequence[Token]) -> bool:
    """Whether words beside one for tiring say that it takes long, or does not come."""
    return any(t.stem in english().words["enduring"] | english().words["seldom"] for t in near)
