"""What a question's amounts come to in a week: "four sets, three times a week" are twelve sets a week."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, takewhile

from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Form, Select
from qa.kind import Reading
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import Token
from qa.parsing.numbers import Amount
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["is_counted_out", "is_held_against_range", "is_per_session", "told_amount", "weighed_amount"]

_UNIT = 2  # words after a number within which what it counts stands: "four hard sets"
_PER = 6  # words after what is counted within which "each session" stands: "sets in one workout"


def weighed_amount(form: Form, scene: Scene) -> Amount | None:
    """The amount on which a verdict is asked: the first, or what two come to in a week.

    "I train them three times a week. Is that often enough?" asks it of an amount of the question before.
    """
    if scene.stated is None and scene.before is not None and (scene.points_back or _is_bare(scene)):
        return scene.before.told
    return _in_a_week(scene.stated, form, scene)


def _is_bare(scene: Scene) -> bool:
    """Whether a question asks for a verdict on an amount and says nothing else: "too much?"."""
    feared = {i for m in scene.operators(scene.feared) for i in m.words} if scene.feared else set()
    return bool(feared) and all(t.index in feared or scene.is_plain(t.index) for t in scene.asking)


def told_amount(reading: Reading, scene: Scene) -> Amount | None:
    """The amount that a turn leaves for a verdict on it: the one that it asked of, or only told."""
    if reading.kind != "quantity" or scene.mood != "none":
        return reading.amount
    return _in_a_week(next(iter(scene.parse.amounts), None), reading.form, scene)


def _in_a_week(stated: Amount | None, form: Form, scene: Scene) -> Amount | None:
    """An amount that a question states, or what it and another come to in a week, as the form counts it."""
    if stated is None or not isinstance(form, Select):
        return stated
    times = _times(scene)
    for amount, unit in _counted(scene):
        if times and amount is not times and _is_weekly(unit.stem, form, scene):
            if _is_multiplied(amount, times, scene):
                low, high = amount.low * times.low, amount.high * times.high
                return Amount(low, high, stated.start, stated.end)
            return amount
    return times if times and _is_of_sessions(form, scene) else stated  # "20 minutes, twice a week"


def is_per_session(form: Form, scene: Scene) -> bool:
    """Whether an amount of what is counted by the week is said of each session: "20 sets in one workout"."""
    words = english().words
    for _, unit in _counted(scene) if _times(scene) is None else ():
        near = scene.tokens[unit.index : unit.index + 1 + _PER]
        after = [t.stem for t in near if t.text.lower() != "single"]
        each = any(a in words["apiece"] | {"one", "a"} and b in words["sitting"] for a, b in pairwise(after))
        if (each or _is_of_one_day(after)) and unit.stem not in words["sitting"]:
            return isinstance(form, Select) and _is_weekly(unit.stem, form, scene)
    return False


def _is_of_one_day(stems: Sequence[str]) -> bool:
    """Whether some words say that all is done on one day: "all on Monday", "in one go"."""
    days = english().words["weekdays"]
    pairs = [*pairwise(stems)]
    said = any((a == "on" and b in days) or (a, b) == ("one", "day") for a, b in pairs)
    return (said and "all" in stems) or ("one", "go") in pairs


def is_counted_out(amount: Amount | None, scene: Scene) -> bool:
    """Whether a question says what an amount is of: "10 sets", not "one" or "both pauses"."""
    return any(amount == counted for counted, _ in _counted(scene))


def is_held_against_range(scene: Scene) -> bool:
    """Whether a question asks if an amount is what is recommended: "in the range?", "as long as advised?"."""
    words = english().words
    claim = [t.stem for t in scene.tokens if t.sentence == scene.claimed]
    if claim.count("as") > 1 and not words["advised"].isdisjoint(claim):
        return True
    asked = words["advised"] | words["span"]
    starts = (n for n, stem in enumerate(claim) if stem in words["within"])
    return any(not asked.isdisjoint(claim[n + 1 : n + 1 + _PER]) for n in starts)


def _counted(scene: Scene) -> list[tuple[Amount, Token]]:
    """The amounts of a question, each with the word for what it counts."""
    words, starts = english().words, {a.start for a in scene.parse.amounts}
    out = []
    for amount in scene.parse.amounts:
        after = takewhile(lambda t: t.offset not in starts, _following(amount, scene))
        near = [t for t in after if t.stem not in words["amounting"]][:_UNIT]
        out += [(amount, t) for t in near if t.stem in words["counted"] | words["sitting"]][:1]
    return out


def _following(amount: Amount, scene: Scene) -> list[Token]:
    """The words after a number, as they were said."""
    typed = [t for t in scene.tokens if t.offset >= 0]
    return typed[bisect_left([t.offset for t in typed], amount.end) :]


def _times(scene: Scene) -> Amount | None:
    """How often a week, by the question: "twice a week", "on mon and thu", "three sessions"."""
    sessions = english().words["sitting"] | {"time", "day"}
    often = [a for a in scene.parse.amounts if a.frequency and a.low > 0]
    often += [a for a, unit in _counted(scene) if unit.stem in sessions and a.low > 1]
    return often[0] if len(often) == 1 else None


def _is_multiplied(amount: Amount, times: Amount, scene: Scene) -> bool:
    """Whether an amount is one of each time: not where it is already spread over the week."""
    words, first = english().words, amount.start < times.start
    between = {
        t.stem
        for t in scene.tokens
        if min(amount.end, times.end) <= t.offset < max(amount.start, times.start)
    }
    own = between if first else _beside(amount, scene)
    if not own.isdisjoint(words["weekly"]):
        return False
    if not words["apiece"].isdisjoint(own | between):
        return True
    return between.isdisjoint(words["spreading"]) if first else not between.isdisjoint(words["holding"])


def _beside(amount: Amount, scene: Scene) -> set[str]:
    """The words that follow a number in its clause."""
    after = _following(amount, scene)
    return {t.stem for t in after[:_PER] if (t.sentence, t.clause) == (after[0].sentence, after[0].clause)}


def _is_of_sessions(form: Select, scene: Scene) -> bool:
    """Whether a form asks how often a week, and so of no other amount."""
    return any(_is_weekly(unit, form, scene) for unit in english().words["sitting"])


def _is_weekly(unit: str, form: Select, scene: Scene) -> bool:
    """Whether a form asks how many of what a word counts there are in a week."""
    found = members(form.set, scene.graph)
    asked = {q for iri in found for q in scene.graph.objects(iri, CALF.PRESCRIBES) if isinstance(q, Iri)}
    names = (stems_of(scene.graph.entity(q).label) for q in asked)
    return any(list(name[:1]) == [unit] and list(name[-2:]) == ["per", "week"] for name in names)
