"""Which of two things a name puts in the other's place: "momentum instead of muscle", or the reverse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Ask, Describe, Form, Select, named_in
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import Token
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF

__all__ = ["passed_over", "swapped"]

_INSTEAD = (("instead", "of"), ("rather", "than"))
_SIDE = 5  # words of either side: "the muscle do more of the work"
_Sides = tuple[frozenset[str], frozenset[str]]


def swapped(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on one thing in the place of another, by a name that has them so, or crosswise; else ""."""
    if scene.wh or not scene.may_be_polar or scene.before is not None:
        return ""
    claim = [t.stem for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
    said = _sides(claim)
    if said is None:
        return ""
    for first, last in _named(reading.form, desk):
        same = bool(said[0] & first and said[1] & last)
        other = bool(said[0] & last and said[1] & first)
        if same != other:
            return "yes" if same != is_denied(scene) else "no"
    return ""


def passed_over(claim: Sequence[Token]) -> frozenset[int]:
    """The words of a clause after "rather than" or "instead of": what is said not to be so.

    Or after "better to mix than".
    """
    at = next((a for a, b in pairwise(claim) if (a.stem, b.stem) in _INSTEAD), None) or _worse(claim)
    after = (t for t in claim if at and t.index > at.index and t.clause == at.clause)
    return frozenset(t.index for t in after)


def _worse(claim: Sequence[Token]) -> Token | None:
    """The "than" behind which something stands that another thing is said to be better than."""
    wiser = english().words["wiser"]
    better = next((t for t in claim if t.stem in wiser), None)
    doing = (
        a
        for a, b in pairwise(claim)
        if better
        and a.stem == "than"
        and a.clause == better.clause
        and (b.stem == "to" or b.text.endswith("ing"))
    )
    return next((a for a in doing if better and a.index > better.index), None)


def _named(form: Form, desk: Desk) -> Iterator[_Sides]:
    """The sides of each name that a form has, or finds, which puts one thing in the place of another."""
    if isinstance(form, Describe):
        things = {form.iri, *(t.object for t in desk.graph.statements(form.iri))}
    elif isinstance(form, Ask):
        things = {*named_in(form)}
    elif isinstance(form, Select):
        things = {*named_in(form), *members(form.set, desk.graph)}
    else:
        return
    for thing in sorted(iri for iri in things if isinstance(iri, Iri) and desk.connector.is_thing(iri)):
        label = stems_of(desk.say.name(thing))
        if not desk.connector.stands(thing, CALF.EFFECT):
            continue
        at = label.index("instead") if "instead" in label else 0
        if at:
            yield _apart(label[:at], label[at + 1 :])


def _sides(claim: Sequence[str]) -> _Sides | None:
    """What stands before and after words that put one thing in the place of another."""
    at = next((n for n, pair in enumerate(pairwise(claim)) if pair in _INSTEAD), 0)
    return _apart(claim[max(0, at - _SIDE) : at], claim[at + 2 : at + 2 + _SIDE]) if at else None


def _apart(first: Sequence[str], last: Sequence[str]) -> _Sides:
    """Two sides without what they share, and without words that every sentence may have."""
    plain = english().words["articles"] | {"of", "on", "to", "by", "rely", "reliance", "relianc"}
    one, other = frozenset(first) - plain, frozenset(last) - plain
    return one - other, other - one
