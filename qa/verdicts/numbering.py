"""Whether there are as many of a list as a question says: "two heads?", "more than two heads?"."""

from __future__ import annotations

from collections.abc import Callable
from operator import eq, ge, gt, le, lt

from kg.terms import Literal
from qa.forms.evaluating import members
from qa.forms.logic import Count, Select
from qa.kind import Desk, Draft, Reading
from qa.parsing.asking import IMPERATIVE
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.parsing.numbers import Amount
from qa.parsing.outline import HIGHEST, LOWEST
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF

__all__ = ["bounded", "fits_number", "is_counted", "overstepped"]

_REACH = 3  # words before a number that say how it is meant: "no more than"
_THAN = 2  # words of "more than"


def is_counted(reading: Reading, scene: Scene) -> bool:
    """Whether the question says how many there are of what is counted or listed."""
    return isinstance(reading.form, Select | Count) and fits_number(0, reading, scene) is not None


def bounded(draft: Draft, reading: Reading, scene: Scene) -> str:
    """The verdict on "more than two" and the like of what is counted; "" without such words."""
    if (
        not isinstance(reading.form, Count)
        or not draft.found
        or not any(_bound(t, scene) for t in scene.tokens if t.sentence == scene.claimed)
    ):
        return ""
    fits = fits_number(len(draft.items), reading, scene)
    return "" if fits is None else "yes" if fits != is_denied(scene) else "no"


def fits_number(found: int, reading: Reading, scene: Scene) -> bool | None:
    """Whether a list of so many has as many as a yes-or-no question says, before a name in the reading.

    "One head" may be any of several, and "can you name two?" claims nothing. None where it says no number.
    """
    leaning = scene.before is not None and scene.may_be_polar
    bounds = any(_bound(t, scene) for t in scene.asking)
    told = not bounds and any(t.stem in IMPERATIVE for t in scene.tokens if t.sentence == scene.core)
    if told or not (scene.polar or leaning):
        return None
    names = [a for a in scene.anchors if a.words <= reading.words]
    starts, inside = {a.mention.start for a in names}, {i for a in names for i in a.words}
    for amount in scene.parse.amounts:
        last = _last_word(amount, scene)
        if last is None or amount.low != amount.high or amount.frequency or _is_known(last, scene):
            continue
        bound = _bound(last, scene)
        after = [t.stem for t in scene.tokens[last.index + 1 : last.index + 3]]
        of_them = leaning and after[:1] == ["of"] and not english().words["several"].isdisjoint(after)
        near = starts & {last.index + 1, last.index + 2}  # "four mistakes", "four big ones"
        if (amount.low > 1 or bound) and (of_them or near or (bound and last.index in inside)):
            return (bound or eq)(float(found), amount.low)
    return None


def _is_known(number: Token, scene: Scene) -> bool:
    """Whether a number is of things known before, or of some of more: "any of the three", "the first two"."""
    before = [t.stem for t in scene.tokens[max(0, number.index - _REACH) : number.index]]
    if before[-1:] in (["first"], ["last"]):
        return True
    return before[-2:] == ["of", "the"] and before[-3:-2] in (["any"], ["some"])


def overstepped(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on "more than 3 sessions": whether what is advised goes beyond that; "" without such words.

    Of "more than what's advised", which fears too much, it is another.
    """
    form, amount = reading.form, reading.amount
    number = _last_word(amount, scene) if amount and not (reading.note or scene.feared) else None
    if number is None or not isinstance(form, Select) or reading.kind != "quantity":
        return ""
    bound = _bound(number, scene)
    ends = {gt: CALF.MAX_VALUE, lt: CALF.MIN_VALUE}
    if bound not in ends or amount is None:
        return ""
    found = (v for iri in members(form.set, desk.graph) for v in desk.graph.objects(iri, ends[bound]))
    beyond = any(isinstance(v, Literal) and bound(float(v.value), amount.low) for v in found)
    return "yes" if beyond != is_denied(scene) else "no"


def _last_word(amount: Amount, scene: Scene) -> Token | None:
    """The last word of a number."""
    return next((t for t in reversed(scene.tokens) if amount.start <= t.offset < amount.end), None)


def _bound(number: Token, scene: Scene) -> Callable[[float, float], bool] | None:
    """How a number is meant if not exactly: "more than two", "at least two", "no fewer than two"."""
    for name, holds in ((HIGHEST, le), (LOWEST, ge)):
        if any(m.end == number.index for m in scene.operators(name)):
            return holds
    words, before = english().words, scene.tokens[max(0, number.index - _REACH) : number.index]
    stems = [t.stem for t in before if t.sentence == number.sentence]
    if stems[-1:] != ["than"] or len(stems) < _THAN or "not" in stems:
        return None
    return gt if stems[-2] in words["over"] else lt if stems[-2] in words["short"] else None
