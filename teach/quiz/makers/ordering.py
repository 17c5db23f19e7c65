"""The steps of an exercise: their order, which comes next, and which has which number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from kg.terms import Iri, Literal, Triple
from kg.vocabulary import XSD
from qa.telling.verbalising import number_word
from qa.vocabulary import CALF
from teach.quiz.kit import WRONG, Kit, key, verdicts
from teach.quiz.likeness import ordered_by_chance
from teach.quiz.model import Form, Item, Level, Option, Range
from teach.quiz.wording import is_told_by

__all__ = ["items"]

_LEAST = 3  # steps that can be put into an order


def items(kit: Kit) -> Iterator[Item]:
    """Orders of all steps and of runs of them, and items on single steps, for each exercise with steps."""
    for exercise in kit.graph.instances(CALF.EXERCISE):
        steps = sorted(_steps(kit, exercise), key=lambda step: _number(kit, step))
        for size in range(_LEAST, len(steps) + 1):
            for start in range(len(steps) - size + 1):
                yield _order(kit, exercise, steps[start : start + size], len(steps))
        cues = {
            step: [c for c in kit.graph.objects(step, CALF.HAS_CUE) if isinstance(c, Iri)] for step in steps
        }
        for first, second in permutations(steps, 2):
            yield _before(kit, exercise, first, second)
        for step in steps:
            yield from _place(kit, exercise, step, steps)
            for cue in cues[step]:
                yield from _detail(kit, exercise, step, cue, cues)
    yield from _position_cues(kit)


def _position_cues(kit: Kit) -> Iterator[Item]:
    """Which detail belongs to a position."""
    positions = kit.graph.instances(CALF.POSITION)
    cues = {p: [c for c in kit.graph.objects(p, CALF.HAS_CUE) if isinstance(c, Iri)] for p in positions}
    for position, own in cues.items():
        for cue in own:
            strangers = [c for other, found in cues.items() if other != position for c in found]
            shown = [cue, *ordered_by_chance(strangers, cue)[:WRONG]]
            stem = f"Which detail belongs to {kit.say.name(position)}?"
            held = Triple(position, CALF.HAS_CUE, cue)
            item = Item(
                id=key(Form.ONE, cue, "position"),
                form=Form.ONE,
                stem=kit.wording.by_article(stem, contested=kit.contested([held])),
                level=Level.EASY,
                topic=kit.topic(position),
                memory=key(cue, "position"),
                about=(position, cue),
                facts=(held,),
            )
            yield _with_options(item, [_belonging(kit, position, each, _text(kit, each)) for each in shown])


def _steps(kit: Kit, exercise: Iri) -> list[Iri]:
    return [step for step in kit.graph.objects(exercise, CALF.HAS_STEP) if isinstance(step, Iri)]


def _number(kit: Kit, step: Iri) -> int:
    return next(int(v.value) for v in kit.graph.objects(step, CALF.STEP_NUMBER) if isinstance(v, Literal))


def _instruction(kit: Kit, step: Iri) -> str:
    return next(v.value for v in kit.graph.objects(step, CALF.INSTRUCTION) if isinstance(v, Literal))


def _numbered(step: Iri, number: int) -> Triple:
    return Triple(step, CALF.STEP_NUMBER, Literal(str(number), XSD.INTEGER))


def _facts(exercise: Iri, steps: list[Iri]) -> tuple[Triple, ...]:
    return tuple(Triple(exercise, CALF.HAS_STEP, step) for step in steps)


def _order(kit: Kit, exercise: Iri, steps: list[Iri], count: int) -> Item:
    whole = len(steps) == count
    what = "the steps" if whole else f"these {number_word(len(steps))} steps"
    level = Level.EASY if len(steps) == _LEAST else Level.HARD if whole else Level.MEDIUM
    options = tuple(_step(kit, step) for step in steps)
    return Item(
        id=key(Form.ORDER, exercise, _number(kit, steps[0]), len(steps)),
        form=Form.ORDER,
        stem=f"Put {what} of {kit.say.name(exercise)} into their order.",
        level=level,
        topic="technique",
        memory=key(exercise, "order", _number(kit, steps[0]), len(steps)),
        about=(exercise, *steps),
        facts=_facts(exercise, steps),
        options=options,
    )


def _step(kit: Kit, step: Iri) -> Option:
    number = _number(kit, step)
    return Option(_instruction(kit, step), True, f"This is step {number}.", (_numbered(step, number),))  # noqa: FBT003


def _before(kit: Kit, exercise: Iri, first: Iri, second: Iri) -> Item:
    """Whether one step comes before another."""
    numbers = _number(kit, first), _number(kit, second)
    held = tuple(_numbered(step, number) for step, number in zip((first, second), numbers, strict=True))
    why = f"The first is step {numbers[0]}, the second is step {numbers[1]}."
    said = f"“{_instruction(kit, first)}” comes before “{_instruction(kit, second)}”"
    return Item(
        id=key(Form.VERDICT, "before", first, second),
        form=Form.VERDICT,
        stem=f"True or false? In {kit.say.name(exercise)}, {said}",
        level=Level.HARD if abs(numbers[0] - numbers[1]) == 1 else Level.EASY,
        topic="technique",
        memory=key(exercise, "before", *sorted((first, second))),
        about=(exercise, first, second),
        facts=(*_facts(exercise, [first, second]), *held),
        options=verdicts(why, holds=numbers[0] < numbers[1]),
    )


def _place(kit: Kit, exercise: Iri, step: Iri, steps: list[Iri]) -> Iterator[Item]:
    """Which step has this number, which follows the one before it, and which number it has."""
    number = _number(kit, step)
    name = kit.say.name(exercise)
    others = ordered_by_chance([other for other in steps if other != step], step)
    wrong = tuple(_misplaced(kit, other, number) for other in others[:WRONG])
    base = Item(
        id=key(Form.NUMBER, step),
        form=Form.NUMBER,
        stem=f"Which step of {name} is this, counted from 1 to {len(steps)}? “{_instruction(kit, step)}”",
        level=Level.MEDIUM,
        topic="technique",
        memory=key(step, "number"),
        about=(exercise, step),
        facts=_facts(exercise, [step]),
        number=Range(number, number, ""),
    )
    yield base
    stems = {"at": f"Which of these is step {number} of {name}?"}
    if number > 1:
        before = next(other for other in steps if _number(kit, other) == number - 1)
        stems["after"] = f"In {name}, what comes right after this? “{_instruction(kit, before)}”"
    for side, stem in stems.items():
        shown = [_step(kit, step), *(option for option in wrong if option.text not in stem)]
        asked = replace(base, id=key(Form.ONE, side, step), form=Form.ONE, stem=stem, number=None)
        yield _with_options(asked, shown)


def _detail(kit: Kit, exercise: Iri, step: Iri, cue: Iri, cues: dict[Iri, list[Iri]]) -> Iterator[Item]:
    """Which detail belongs to a step, and to which step a detail belongs: each belongs to one."""
    name, number, whole = kit.say.name(exercise), _number(kit, step), _instruction(kit, step)
    quote = "" if is_told_by(_instruction(kit, cue), whole) else f" “{whole}”"  # which would hold the answer
    base = Item(
        id=key(Form.ONE, cue, "cue"),
        form=Form.ONE,
        stem=f"Which detail belongs to step {number} of {name}?{quote}",
        level=Level.HARD,
        topic="technique",
        memory=key(cue, "step"),
        about=(exercise, step, cue),
        facts=(Triple(step, CALF.HAS_CUE, cue), *_facts(exercise, [step])),
    )
    strangers = [c for other, found in cues.items() if other != step for c in found]
    pairs = [(step, other) for other in ordered_by_chance(strangers, cue)[:WRONG]]
    yield _with_options(
        base, [_belonging(kit, *pair, _instruction(kit, pair[1])) for pair in ((step, cue), *pairs)]
    )
    pairs = [(other, cue) for other in ordered_by_chance(cues, cue) if other != step][:WRONG]
    asked = replace(
        base,
        id=key(Form.ONE, cue, "step"),
        stem=f"To which step of {name} does this detail belong? “{_text(kit, cue)}”",
        level=Level.MEDIUM,
    )
    yield _with_options(
        asked, [_belonging(kit, *pair, _instruction(kit, pair[0])) for pair in ((step, cue), *pairs)]
    )


def _belonging(kit: Kit, owner: Iri, cue: Iri, text: str) -> Option:
    """An option that says that a detail belongs to a step or a position."""
    triple = Triple(owner, CALF.HAS_CUE, cue)
    true = next(iter(kit.graph.subjects(CALF.HAS_CUE, cue)))
    why = f"“{_text(kit, cue).removesuffix('.')}” belongs to {kit.say.name(true)}."
    return Option(text, owner == true, why, (triple,))


def _text(kit: Kit, iri: Iri) -> str:
    """What a detail asks for: its instruction, or its definition where it has none."""
    found = [v.value for v in kit.graph.objects(iri, CALF.INSTRUCTION) if isinstance(v, Literal)]
    return next(iter(found), kit.graph.entity(iri).definition)


def _with_options(item: Item, options: list[Option]) -> Item:
    refuted = tuple(t for option in options if not option.right for t in option.states)
    return replace(item, options=tuple(options), refuted=refuted)


def _misplaced(kit: Kit, step: Iri, number: int) -> Option:
    return Option(
        _instruction(kit, step),
        right=False,
        why=f"This is step {_number(kit, step)}, not step {number}.",
        states=(_numbered(step, number),),
    )
