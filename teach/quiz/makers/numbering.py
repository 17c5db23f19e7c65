"""The numbers that the article gives for training, and how long the trials lasted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.terms import Iri, Literal, Triple
from kg.vocabulary import CALF as KG
from kg.vocabulary import XSD
from qa.vocabulary import CALF
from teach.quiz.kit import WRONG, Kit, key, verdicts
from teach.quiz.likeness import ordered_by_chance
from teach.quiz.model import Form, Item, Level, Option, Range

__all__ = ["items"]


def items(kit: Kit) -> Iterator[Item]:
    """Each prescription as a number to type, as ranges and as true or false; the length of each trial."""
    prescriptions = kit.graph.instances(CALF.PRESCRIPTION)
    for prescription in prescriptions:
        for parameter in _objects(kit, prescription, CALF.PRESCRIBES):
            yield from _prescribed(kit, prescription, parameter, prescriptions)
    for study in kit.graph.instances(KG.STUDY):
        for weeks in kit.graph.objects(study, KG.DURATION_WEEKS):
            if isinstance(weeks, Literal):
                yield _lasting(kit, study, weeks)


def _objects(kit: Kit, subject: Iri, prop: Iri) -> list[Iri]:
    return [o for o in kit.graph.objects(subject, prop) if isinstance(o, Iri)]


def _bounds(kit: Kit, prescription: Iri) -> tuple[float, float]:
    low, high = (
        next(float(v.value) for v in kit.graph.objects(prescription, prop) if isinstance(v, Literal))
        for prop in (CALF.MIN_VALUE, CALF.MAX_VALUE)
    )
    return low, high


def _prescribed(kit: Kit, prescription: Iri, parameter: Iri, others: tuple[Iri, ...]) -> Iterator[Item]:
    low, high = _bounds(kit, prescription)
    unit = kit.say.names(_objects(kit, prescription, CALF.HAS_UNIT))
    goals, phases = (_objects(kit, prescription, p) for p in (CALF.FOR_GOAL, CALF.IN_PHASE))
    context = f" for {kit.say.names(goals)}" if goals else f" at {kit.say.names(phases)}" if phases else ""
    what = f"{kit.say.name(parameter)}{context}"
    ask = f"What number does the article give for {what}?"
    typed = f"Any number of {unit} in its range counts." if high > low else f"Type the number of {unit}."
    base = Item(
        id=key(Form.NUMBER, prescription, parameter),
        form=Form.NUMBER,
        stem=f"{ask} {typed}",
        level=Level.HARD,
        topic="programming",
        memory=key(prescription, "number"),
        about=(prescription, parameter, *goals, *phases),
        facts=_facts(prescription, parameter, goals, phases),
        number=Range(low, high, unit),
    )
    yield base
    right, *wrong = (_range(kit, prescription, each, unit) for each in _ranges(kit, prescription, others))
    for level, shown in ((Level.EASY, wrong[:1]), (Level.MEDIUM, wrong[:WRONG])):
        name = key(Form.ONE, prescription, parameter, level)
        refuted = tuple(t for option in shown for t in option.states)
        yield replace(
            base,
            id=name,
            form=Form.ONE,
            stem=ask,
            level=level,
            options=(right, *shown),
            refuted=refuted,
            number=None,
        )
    for option in (right, *wrong[:WRONG]):
        yield _judged(base, option, right, what)


def _facts(prescription: Iri, parameter: Iri, goals: list[Iri], phases: list[Iri]) -> tuple[Triple, ...]:
    return (
        Triple(prescription, CALF.PRESCRIBES, parameter),
        *(Triple(prescription, CALF.FOR_GOAL, goal) for goal in goals),
        *(Triple(prescription, CALF.IN_PHASE, phase) for phase in phases),
    )


def _ranges(kit: Kit, prescription: Iri, others: tuple[Iri, ...]) -> dict[tuple[float, float], None]:
    """The range of a prescription, and then those of others that neither hold it nor lie in it."""
    low, high = own = _bounds(kit, prescription)
    others_bounds = (_bounds(kit, each) for each in ordered_by_chance(others, prescription))
    apart = [
        (a, b) for a, b in others_bounds if not (low <= a and b <= high) and not (a <= low and high <= b)
    ]
    return dict.fromkeys((own, *apart))


def _range(kit: Kit, prescription: Iri, bounds: tuple[float, float], unit: str) -> Option:
    """An option with a range in the unit of the prescription; right if both its ends are those of it."""
    return Option(
        text=_told(bounds, unit),
        right=bounds == _bounds(kit, prescription),
        why=f"The article gives {_told(_bounds(kit, prescription), unit)}.",
        states=tuple(
            Triple(prescription, prop, Literal(f"{value:.1f}", XSD.DECIMAL))
            for prop, value in zip((CALF.MIN_VALUE, CALF.MAX_VALUE), bounds, strict=True)
        ),
    )


def _told(bounds: tuple[float, float], unit: str) -> str:
    low, high = bounds
    return f"{low:g} to {high:g} {unit}" if high > low else f"{low:g} {unit}"


def _judged(base: Item, option: Option, right: Option, what: str) -> Item:
    """Whether the article gives this range."""
    return replace(
        base,
        id=key(Form.VERDICT, base.id.removeprefix(f"{Form.NUMBER}/"), option.text.replace(" ", "-")),
        form=Form.VERDICT,
        stem=f"True or false? “For {what}, the article gives {option.text}.”",
        level=Level.MEDIUM,
        number=None,
        judged=next((t for t in option.states if t not in right.states), right.states[0]),
        options=verdicts(right.why, holds=option.right),
        refuted=() if option.right else option.states,
    )


def _lasting(kit: Kit, study: Iri, weeks: Literal) -> Item:
    return Item(
        id=key(Form.NUMBER, study, "weeks"),
        form=Form.NUMBER,
        stem=f"How many weeks did the training last in the study {kit.say.label(study)}?",
        level=Level.HARD,
        topic="evidence",
        memory=key(study, "weeks"),
        about=(study,),
        facts=(Triple(study, KG.DURATION_WEEKS, weeks),),
        number=Range(float(weeks.value), float(weeks.value), "weeks"),
        witnesses=(study,),
    )
