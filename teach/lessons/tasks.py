"""The interactive parts of lessons as values: what is to be done, and what is right, both from the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from qa.model import Item, ResearchCheck
from qa.telling.mapping import Effect
from teach.lessons.checks import Check

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
