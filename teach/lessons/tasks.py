"""The interactive parts of lessons as values: what is to be done, and what is right, both from the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from kg.schema import Truth
from kg.terms import Iri, Literal
from qa.explaining import Explainer
from qa.mapping import Effect
from qa.model import Item, ResearchCheck
from qa.verbalising import capital
from qa.vocabulary import CALF
from teach.lessons.checks import Builder, Check
from teach.lessons.model import LessonError, TaskSpec
from teach.lessons.ties import resolve_triple, thing

__all__ = [
    "Compare",
    "Cover",
    "Dial",
    "Find",
    "Goal",
    "Order",
    "Plan",
    "Predict",
    "Step",
    "Target",
    "Task",
    "TaskMaker",
    "Verdict",
    "Weigh",
]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the graph says of something chosen: `truth` is "yes", "no" or "unstated"."""

    truth: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Target:
    """A question that is answered by choosing a part of the body; a verdict on each, by local name."""

    question: str
    verdicts: Mapping[str, Verdict]

    @property
    def right(self) -> tuple[str, ...]:
        """The local names of what may be chosen."""
        return tuple(name for name, verdict in self.verdicts.items() if verdict.truth == "yes")


@dataclass(frozen=True, slots=True)
class Find:
    """Find things in the drawing."""

    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Predict:
    """Say of statements whether they hold, then look; with `map` "knee", by bending the knee."""

    checks: tuple[Check, ...]
    map: str = ""


@dataclass(frozen=True, slots=True)
class Weigh:
    """Say of each study which way it points, then see the whole."""

    claim: str
    checks: tuple[Check, ...]
    tally: tuple[tuple[str, int], ...]
    research: tuple[ResearchCheck, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to be found among effects: of a structure (or any, ""), a "grade" or a "standing"."""

    text: str
    structure: str
    aspect: str
    value: str

    def is_met(self, effects: Iterable[Effect]) -> bool:
        """Whether one of the effects is what was to be found."""
        return any(
            (not self.structure or effect.structure.iri.local == self.structure)
            and str(effect.grade if self.aspect == "grade" else effect.standing) == self.value
            for effect in effects
        )


@dataclass(frozen=True, slots=True)
class Compare:
    """Choose exercises and positions, and find things in what they do."""

    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Dial:
    """A number to be set: from `low` to `high` by the article, in `unit`; `most` is the end of the dial."""

    name: str
    title: str
    unit: str
    low: float
    high: float
    most: int
    said: str
    research: tuple[ResearchCheck, ...]

    def fits(self, value: float) -> bool:
        """Whether a number is within what the article says."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Plan:
    """Set the numbers of a training week."""

    dials: tuple[Dial, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an exercise."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Order:
    """Steps in their order, and the order in which they are offered."""

    exercise: str
    steps: tuple[Step, ...]
    offered: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """Choose exercises that train everything in `structures`; `trains` gives for each what it trains.

    `sentences` says so for an exercise and a structure, each with how research stands on it.
    """

    exercises: tuple[Item, ...]
    structures: tuple[Item, ...]
    trains: Mapping[str, frozenset[str]]
    sentences: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def missing(self, chosen: Sequence[str]) -> tuple[Item, ...]:
        """What the chosen exercises leave out."""
        done = frozenset().union(*(self.trains[name] for name in chosen))
        return tuple(item for item in self.structures if item.iri.local not in done)

    @property
    def fewest(self) -> int:
        """The smallest number of exercises that leaves nothing out."""
        sets, wanted = set(self.trains.values()), {item.iri.local for item in self.structures}
        reached = {frozenset[str]()}
        for number in range(1, len(self.exercises) + 1):
            reached = {done | more for done in reached for more in sets}
            if any(wanted <= done for done in reached):
                return number
        return 0


Task = Find | Predict | Weigh | Compare | Plan | Order | Cover


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
        makers = {
            "find": self._find,
            "predict": self._predict,
            "weigh": self._weigh,
            "compare": self._compare,
            "plan": self._plan,
            "order": self._order,
            "cover": self._cover,
        }
        return makers[spec.kind](spec.data)

    def _find(self, data: Mapping[str, list[list[str]]]) -> Find:
        parts = {i for cls in (CALF.MUSCULAR_STRUCTURE, CALF.TENDON) for i in self._graph.instances(cls)}
        return Find(tuple(self._target(question, pattern, sorted(parts)) for question, pattern in data["questions"]))

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

    def _predict(self, data: Mapping[str, list[str]]) -> Predict:
        triples = (resolve_triple(self._graph, statement) for statement in data["statements"])
        checks = tuple(self._builder.true_or_false(triple) for triple in triples)
        return Predict(checks, str(data.get("map", "")))

    def _weigh(self, data: Mapping[str, str]) -> Weigh:
        claim = self._graph.claim(thing(self._graph, data["claim"]))
        ways = [line.direction for line in claim.evidence]
        return Weigh(
            claim.label,
            tuple(self._builder.weighed(line.iri) for line in claim.evidence),
            tuple((way, ways.count(way)) for way in ("supports", "contradicts", "inconclusive")),
            self._explainer.checks([claim]),
        )

    @staticmethod
    def _compare(data: Mapping[str, list[list[str]]]) -> Compare:
        return Compare(tuple(Goal(*goal) for goal in data["goals"]))

    def _plan(self, data: Mapping[str, list[str]]) -> Plan:
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

    def _order(self, data: Mapping[str, str]) -> Order:
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
        return Order(self._say.label(exercise), steps, tuple(offered if tuple(offered) != steps else offered[::-1]))

    def _text(self, step: Iri) -> str:
        return " ".join(self._say.name(text) for text in self._graph.objects(step, CALF.INSTRUCTION))

    def _cover(self, data: Mapping[str, list[str]]) -> Cover:
        structures = tuple(
            Item(iri, self._say.label(iri)) for iri in (thing(self._graph, name) for name in data["structures"])
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
            pair: (f"{capital(self._say.fact(t))}.", self._graph.standing(t).value) for pair, t in held.items()
        }
        cover = Cover(exercises, structures, trains, said)
        if not cover.fewest:
            raise LessonError("No exercises train everything that is to be trained", "Ask for less")
        return cover
