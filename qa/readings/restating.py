"""Readings from the wording model: a likely meaning, with the names of this question in its places.

"whats that one where your buddy sits on you" names no exercise, no partner and no property; the model
has learnt how people say that. What it proposes is an ordinary typed reading and competes with those
that are built from the schema; a name of the question that it has no place for counts against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.terms import Iri, Triple
from qa.forms.logic import (
    Ask,
    Because,
    Compare,
    Either,
    Form,
    Select,
    every,
    excluded_in,
    focus_of,
    iris_in,
    named_in,
    parts_of,
    unordered,
)
from qa.kind import Desk, Reading
from qa.learnt.wording import Likely
from qa.limits.choosing import excludes_choices, is_half_named, widened
from qa.limits.classing import named_by_question, of_the_kind_sought
from qa.limits.deputising import deputised
from qa.limits.describing import WAYS
from qa.limits.equipping import equipped, is_equipped_otherwise
from qa.limits.excluding import keeps_excluded
from qa.limits.hearing import cues_another, excludes_unasked, mishears
from qa.limits.layering import below
from qa.limits.nesting import for_described
from qa.limits.purposing import purposed
from qa.limits.upholding import is_turned_round, passes_over
from qa.mattering import mattering
from qa.parsing.asking import WH
from qa.parsing.english import english
from qa.readings.accounting import explained
from qa.readings.apportioning import shared_out
from qa.readings.asked import Asked
from qa.readings.combining import combined
from qa.readings.completing import completed
from qa.readings.cueing import of_the_moment, of_the_part
from qa.readings.filling import filled_in, is_held, is_out_of_reach
from qa.readings.heeding import heeded
from qa.readings.keeping import is_of_another, points
from qa.readings.recasting import as_asked
from qa.readings.spreading import spread
from qa.scene import Scene
from qa.verdicts.totalling import weighed_amount
from qa.vocabulary import CALF

__all__ = ["restated"]

_COUNTED = ("quantity", "counting")  # kinds that may judge an amount
_IMPLIED = 0.2  # probability from which a meaning may name what the question does not
_WITHOUT = "without"  # note of a meaning that asks whether an exercise can be done without a thing
_CLEAR = 0.5  # probability from which a wording is believed past a question word, or a name that is not seen
_DESCRIBED = 0.8  # evidence for a meaning that speaks of what the question describes, as of what it names
_SURE = 0.6  # probability from which a wording means the things that it names, not others named beside them

#: What a question says beside the names, heeded one after the other: before meanings that become one are
#: added up, so that lists are spread then.
_SAID: Final = (
    widened,
    below,
    spread,
    shared_out,
    for_described,
    of_the_kind_sought,
    of_the_part,
    of_the_moment,
    named_by_question,
    purposed,
)
#: What says that a reading is not meant.
_BARRING: Final = (
    is_turned_round,
    passes_over,
    is_equipped_otherwise,
    excludes_choices,
    keeps_excluded,
    mishears,
    cues_another,
    excludes_unasked,
)

_Key = tuple[str, object]  # a kind, and a form whatever the order of its parts


def restated(scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The likely meanings as readings, with the names of the question in their places."""
    asked = Asked(scene, desk)
    found: dict[_Key, Reading] = {}
    for likely in scene.suggested.likely:
        reading = _meant(likely, asked)
        if reading is None:
            continue
        key = _key(reading.kind, reading.form)
        same = found.get(key)
        # Two meanings may become one when their places are filled: what speaks for either speaks for it.
        found[key] = (
            replace(same, chance=same.chance + reading.chance, words=same.words | reading.words)
            if same
            else reading
        )
    whole = _either_way_round(_one_and_other(found, scene), desk)
    more = filter(None, (completed(reading, scene, desk) for reading in whole.values()))
    several = combined(whole.values(), scene, desk)
    barring = mattering(_BARRING, scene)
    for one in (*whole.values(), *more, *several):
        reading = deputised(equipped(one, scene, desk), scene, desk)
        if not any(bars(reading, scene, desk) for bars in barring):
            yield reading


def _meant(likely: Likely, asked: Asked) -> Reading | None:
    """A likely meaning as a reading of the question; None where the question does not admit it."""
    scene, desk, form = asked.scene, asked.desk, likely.meaning.form
    if form is None or not _suits(likely, asked):
        return None
    if _is_unlikely(likely, asked) and is_out_of_reach(form, asked):
        return None
    filled = filled_in(likely.meaning.kind, form, asked, sure=likely.chance > _SURE)
    # What a question says beside names takes none of them away, but what is compared may be one thing.
    if filled is None or (not isinstance(filled, Compare) and _is_far(likely, filled, asked)):
        return None
    kind, form = as_asked(likely.meaning.kind, heeded(filled, scene, desk), asked)
    if not is_held(kind, form, desk) or _is_far(likely, form, asked):
        return None
    if likely.chance < _SURE and is_of_another(form, asked, CALF.EXERCISE):
        return None
    if points(scene) and is_of_another(form, asked, CALF.PRESCRIPTION):
        return None
    if kind == "choice" and likely.chance < _CLEAR and is_half_named(form, asked.named):
        return None
    reading = _reading(likely, kind, form, asked)
    for rule in mattering(_SAID, scene):
        reading = rule(reading, scene, desk)
    # Where a question is but a name, "calf complex?", nothing speaks for what says nothing of it.
    return reading if reading.words or asked.rest or not asked.anchors else None


def _is_far(likely: Likely, form: Form, asked: Asked) -> bool:
    """Whether a meaning is too unlikely to name what the question does not."""
    return _is_unlikely(likely, asked) and not _is_named(form, asked)


def _is_unlikely(likely: Likely, asked: Asked) -> bool:
    """Whether a meaning may not name what the question does not: one for one of each sooner may."""
    return likely.chance < (_IMPLIED / 2 if asked.scene.one_each else _IMPLIED)


def _suits(likely: Likely, asked: Asked) -> bool:
    """Whether the outward form of a question admits a kind: a verdict, a reason.

    What is clear needs no "why": "what is it about a straight knee that suits the gastrocnemius?".
    """
    kind, scene, clear = likely.meaning.kind, asked.scene, likely.chance > _CLEAR
    if kind == "verification":
        return not scene.wh or (clear and _is_of_what_is_sought(likely, asked))
    if kind == "comparison" and scene.polar and scene.operators("common"):
        # "Do they share a foot position?" asks for one thing of them, not for all.
        return not any(a.classes and not scene.is_background(a) for a in scene.anchors)
    if kind == "reason":
        clear = scene.suggested.kinds.get("reason", 0.0) > _CLEAR  # whichever muscle it is of
        return scene.wh in ("why", "how") or scene.cue("reason") is not None or clear
    return True


def _is_of_what_is_sought(likely: Likely, asked: Asked) -> bool:
    """Whether a statement is about a member of the class that the question asks for: "which heads work?"."""
    if not isinstance(form := likely.meaning.form, Ask):
        return True
    ends = named_in(form)
    # "foot angle" is a thing and the class of its settings.
    classes = [cls for a in asked.scene.sought if not set(a.entities) & set(ends) for cls in a.classes]
    return not classes or any(asked.desk.connector.stands(iri, cls) for iri in ends for cls in classes)


def _key(kind: str, form: Form) -> _Key:
    """What two readings of one meaning share, in whatever order its parts were put together."""
    return kind, unordered(form)


def _one_and_other(found: dict[_Key, Reading], scene: Scene) -> dict[_Key, Reading]:
    """The readings; what speaks for one list and as much for another speaks for both lists as one.

    "Where does it come from, and where does it go?" What speaks for either does where a question asks twice.
    """
    out = dict(found)
    for key, reading in found.items():
        if isinstance(reading.form, Select) and (alone := _each_alone(reading.form)):
            each = (found.get(_key(reading.kind, one)) for one in alone)
            chances = [one.chance if one else 0.0 for one in each]
            twice = scene.one_each or sum(t.stem in WH for t in scene.asking) > 1
            out[key] = replace(reading, chance=reading.chance + (max if twice else min)(chances))
    return out


def _each_alone(form: Select) -> list[Select]:
    """A list with each of its alternatives alone, if it has any: one way in which it has them."""
    parts = parts_of(form.set)
    choice = next((part for part in parts if isinstance(part, Either)), None)
    if choice is None:
        return []
    rest = [part for part in parts if part is not choice]
    return [replace(form, set=every([*rest, one])) for one in choice.parts]


def _either_way_round(found: dict[_Key, Reading], desk: Desk) -> dict[_Key, Reading]:
    """The readings, and each statement between things alike also turned round, with the same chance.

    Words without their order cannot tell "A under B" from "B under A": what tells is left to the readings
    that look at the order.
    """
    out = dict(found)
    for key, reading in found.items():
        if isinstance(form := reading.form, Ask) and isinstance(last := form.triple.object, Iri):
            triple = form.triple
            if triple.subject != last and desk.connector.alike(triple.subject, last):
                turned = Ask(Triple(last, triple.predicate, triple.subject))
                back = _key(reading.kind, turned)
                other = found.get(back)
                chance = reading.chance + (other.chance if other else 0.0)
                out[key] = replace(reading, chance=chance)
                out[back] = replace(other or reading, form=turned, topics=(last,), chance=chance)
    return out


def _is_named(form: Form, asked: Asked) -> bool:
    """Whether the question names all that the form does, as far as other things may stand in its place."""
    connector = asked.desk.connector
    rest = connector.exchangeable.intersection(named_in(form)) - asked.meant
    if not rest:
        return True
    return bool(asked.gear) and all(asked.gear & connector.classes_of(iri) for iri in rest)


def _reading(likely: Likely, kind: str, form: Form, asked: Asked) -> Reading:
    """A likely meaning as a reading, with the words of the question that it explains."""
    meaning, scene, desk = likely.meaning, asked.scene, asked.desk
    told = (
        isinstance(form, Ask)
        and scene.mood == "none"
        and not scene.parse.questions
        and desk.connector.is_property(form.triple.predicate)
    )
    things = tuple(filter(desk.connector.is_thing, named_in(form)))
    topics = things[:1] if isinstance(form, Ask | Because) else things
    amount = weighed_amount(form, scene) if kind in _COUNTED else None
    limit = scene.feared if amount else scene.limit
    return Reading(
        "facts" if told else kind,
        form,
        explained(likely, form, asked),
        _evidence(form, asked),
        focus_of(form),
        topics,
        amount,
        _verdict(meaning.note, things, scene, desk) or (limit if kind == "quantity" else ""),
        likely.chance,
    )


def _evidence(form: Form, asked: Asked) -> float:
    """What the things that a question describes say of a meaning: those that it has, and those it leaves."""
    if not (asked.described or asked.lying):
        return 0.0
    wanted = set(named_in(form)) - excluded_in(form)
    left = set() if set(WAYS) & iris_in(form) else {one.thing for one in asked.lying} - wanted
    return _DESCRIBED * (bool(asked.described & wanted) - bool(left))


def _verdict(note: str, things: tuple[Iri, ...], scene: Scene, desk: Desk) -> str:
    """The verdict of a meaning; of a mistake it turns where the question asks whether it is fine.

    What is possible only with a thing is not possible without.
    """
    limiting = english().words["limiting"]
    if note == _WITHOUT and any(t.stem in limiting for t in scene.asking) and not scene.operators("exclude"):
        return ""
    if note not in ("yes", "no") or not things:
        return note
    mistaken = CALF.MISTAKE in desk.connector.classes_of(things[0])
    stems = {t.stem for t in scene.tokens if t.sentence == scene.core}
    fine = bool(stems & english().fine) and not stems & english().faulty
    return "no" if mistaken and fine else note
