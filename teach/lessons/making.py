"""The tasks of lessons, made from the graph: each has a solution, and all that it tells is provable."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

from kg.schema import Truth
from kg.terms import Iri, Literal
from qa.model import Item
from qa.telling.explaining import Explainer
from qa.telling.verbalising import capital
from qa.vocabulary import CALF
from teach.lessons.checks import Builder
from teach.lessons.model import LessonError, TaskSpec
from teach.lessons.tasks import (
    Compare,
    Cover,
    Dial,
    Find,
    Goal,
    Order,
    Plan,
    Predict,
    Step,
    Target,
    Task,
    Verdict,
    Weigh,
)
from teach.lessons.ties import resolve_triple, thing

__all__ = ["TaskMaker"]


class TaskMaker:
    """Makes the tasks of lessons from one graph."""

    def __init__(self, explainer: Explainer, builder: Builder) -> None:
        """Make tasks with the words of `explainer` and the checks of `builder`."""
        self._graph = explainer.graph
        self._say = explainer.say
        self._explainer = explainer
        self._builder = builder

    def task(self, spec: TaskSpec) -> Task:
        """The task that a lesson asks for.

        Raises:
            LessonError: it has no solution, or names what the graph does not have.
        """
        makers: dict[str, Callable[[Mapping[str, Any]], Task]] = {
            "find": self._find,
            "predict": self._predict,
            "weigh": self._weigh,
            "compare": self._compare,
            "plan": self._plan,
            "order": self._order,
            "cover": self._cover,
        }
        return makers[spec.kind](spec.data)

    def _find(self, data: Mapping[str, Any]) -> Find:
        parts = {i for cls in (CALF.MUSCULAR_STRUCTURE, CALF.TENDON) for i in self._graph.instances(cls)}
        return Find(
            tuple(self._target(question, pattern, sorted(parts)) for question, pattern in data["questions"])
        )

    def _target(self, question: str, pattern: str, parts: Sequence[Iri]) -> Target:
        verdicts = {part.local: self._verdict(pattern, part.local) for part in parts}
        target = Target(question, verdicts)
        if not target.right:
            raise LessonError(f"Nothing in the drawing answers “{question}”", "Correct its pattern")
        return target

    def _verdict(self, pattern: str, name: str) -> Verdict:
        triple = self._builder.fill(pattern, name)
        truth = self._graph.truth(triple)
        said = self._say.fact(triple) if truth is Truth.YES else self._say.denial(triple)
        return Verdict(truth.value, f"{capital(said)}.")

    def _predict(self, data: Mapping[str, Any]) -> Predict:
        triples = (resolve_triple(self._graph, statement) for statement in data["statements"])
        checks = tuple(self._builder.true_or_false(triple) for triple in triples)
        return Predict(checks, str(data.get("map", "")))

    def _weigh(self, data: Mapping[str, Any]) -> Weigh:
        claim = self._graph.claim(thing(self._graph, data["claim"]))
        ways = [line.direction for line in claim.evidence]
        return Weigh(
            claim.label,
            tuple(self._builder.weighed(line.iri) for line in claim.evidence),
            tuple((way, ways.count(way)) for way in ("supports", "contradicts", "inconclusive")),
            self._explainer.checks([claim]),
        )

    @staticmethod
    def _compare(data: Mapping[str, Any]) -> Compare:
        return Compare(tuple(Goal(*goal) for goal in data["goals"]))

    def _plan(self, data: Mapping[str, Any]) -> Plan:
        return Plan(tuple(self._dial(thing(self._graph, name)) for name in data["prescriptions"]))

    def _dial(self, iri: Iri) -> Dial:
        low, high = self._builder.bounds(iri)
        triples = self._graph.statements(subject=iri)
        units = [o for o in self._graph.objects(iri, CALF.HAS_UNIT) if isinstance(o, Iri)]
        return Dial(
            name=iri.local,
            title=capital(self._title(iri)),
            unit=self._say.name(units[0]),
            low=low,
            high=high,
            most=round(2 * high),
            said=self._builder.range(iri),
            research=self._explainer.research(triples),
        )

    def _title(self, iri: Iri) -> str:
        """What a prescription sets, and where or for what."""
        parameters = self._graph.objects(iri, CALF.PRESCRIBES)
        phases = self._graph.objects(iri, CALF.IN_PHASE)
        words = " ".join(self._say.label(p) for p in parameters if isinstance(p, Iri))
        return " ".join([words, *(f"at the {self._say.label(p)}" for p in phases if isinstance(p, Iri))])

    def _order(self, data: Mapping[str, Any]) -> Order:
        exercise = thing(self._graph, data["exercise"])
        found = [
            (int(number.value), step)
            for step in self._graph.objects(exercise, CALF.HAS_STEP)
            if isinstance(step, Iri)
            for number in self._graph.objects(step, CALF.STEP_NUMBER)
            if isinstance(number, Literal)
        ]
        steps = tuple(Step(step.local, self._text(step)) for _, step in sorted(found))
        if len(steps) < 3:
            raise LessonError(f"{exercise.local!r} has too few steps to order", "Name another exercise")
        offered = list(steps)
        Random(exercise.local).shuffle(offered)  # noqa: S311  # the same order for everybody; no secret
        return Order(
            self._say.label(exercise), steps, tuple(offered if tuple(offered) != steps else offered[::-1])
        )

    def _text(self, step: Iri) -> str:
        return " ".join(self._say.name(text) for text in self._graph.objects(step, CALF.INSTRUCTION))

    def _cover(self, data: Mapping[str, Any]) -> Cover:
        structures = tuple(
            Item(iri, self._say.label(iri))
            for iri in (thing(self._graph, name) for name in data["structures"])
        )
        exercises = tuple(Item(iri, self._say.label(iri)) for iri in self._graph.instances(CALF.EXERCISE))
        held = {
            (e.iri.local, s.iri.local): t
            for e in exercises
            for s in structures
            if self._graph.truth(t := resolve_triple(self._graph, f"{e.iri.local} trains {s.iri.local}"))
            is Truth.YES
        }
        trains = {e.iri.local: frozenset(s for name, s in held if name == e.iri.local) for e in exercises}
        said = {
            pair: (f"{capital(self._say.fact(t))}.", self._graph.standing(t).value)
            for pair, t in held.items()
        }
        cover = Cover(exercises, structures, trains, said)
        if not cover.fewest:
            raise LessonError("No exercises train everything that is to be trained", "Ask for less")
        return cover
