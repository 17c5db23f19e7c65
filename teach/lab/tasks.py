"""Predict first, then look: tasks whose outcome the grid decides, with reasons from the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Final

from kg.graph import KnowledgeGraph
from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.model import ProofStep, ResearchCheck
from qa.telling.entries import Said
from qa.telling.explaining import Explainer
from qa.telling.verbalising import capital
from teach.lab.grid import Grid, Pose, State
from teach.lab.measuring import JOINTS, MEASURES, Joint, Measure
from teach.lab.posing import lab_data, named

__all__ = ["Outcome", "Reasons", "Task", "Turn", "outcome", "reasons", "tasks", "turn_of"]

#: Changes up to this share of the greater of two values count as none.
SAME: Final = 0.05


class Turn(StrEnum):
    """What can become of a measure."""

    RISES = "rises"
    SAME = "same"
    FALLS = "falls"


@dataclass(frozen=True, slots=True)
class Task:
    """One question to predict: what does `measure` of a muscle do on the way from `start` to `end`?

    `reasons` are statements of the graph that make the outcome plain; `article` are statements of the article
    on the same matter, which research may doubt.
    """

    name: str
    title: str
    muscle: str
    measure: Measure
    start: Pose
    end: Pose
    reasons: tuple[Triple, ...]
    article: tuple[Triple, ...]

    @property
    def moved(self) -> tuple[Joint, ...]:
        """What is changed on the way."""
        return tuple(j for j in JOINTS.values() if getattr(self.start, j.name) != getattr(self.end, j.name))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the grid says: the muscle before and after, and what that makes of the measure asked for."""

    turn: Turn
    before: State
    after: State


@dataclass(frozen=True, slots=True)
class Reasons:
    """Statements of the graph, why the sources say they hold, and what research says about them."""

    statements: tuple[Said, ...]
    rationales: tuple[str, ...]
    research: tuple[ResearchCheck, ...]


@cache
def tasks() -> tuple[Task, ...]:
    """All tasks, in the order in which a student should meet them."""
    return tuple(
        Task(
            name=told["name"],
            title=told["title"],
            muscle=told["muscle"],
            measure=MEASURES[told["measure"]],
            start=Pose(**told["start"]),
            end=replace(Pose(**told["start"]), **told["change"]),
            reasons=_triples(told["reasons"]),
            article=_triples(told.get("article", ())),
        )
        for told in lab_data()["tasks"]
    )


def _triples(told: Iterable[Sequence[str]]) -> tuple[Triple, ...]:
    return tuple(Triple(named(s), named(p), named(o)) for s, p, o in told)


def turn_of(before: float, after: float) -> Turn:
    """Whether a value rises, falls, or stays about the same (within SAME of the greater one)."""
    if abs(after - before) <= SAME * max(abs(before), abs(after)):
        return Turn.SAME
    return Turn.RISES if after > before else Turn.FALLS


def outcome(task: Task, grid: Grid) -> Outcome:
    """What the grid says about a task."""
    before, after = (_of(task.muscle, grid.at(pose)) for pose in (task.start, task.end))
    return Outcome(turn_of(task.measure.of(before), task.measure.of(after)), before, after)


def _of(muscle: str, states: tuple[State, ...]) -> State:
    return next(state for state in states if state.muscle == muscle)


def reasons(statements: Sequence[Triple], graph: KnowledgeGraph, explainer: Explainer) -> Reasons:
    """Statements of a task as a student reads them, also where research doubts them."""
    found = dict.fromkeys(r for t in statements for r in graph.provenance(t).rationales)
    return Reasons(
        statements=tuple(_said(statements, graph, explainer)),
        rationales=tuple(explainer.say.name(text) for r in found for text in graph.objects(r, named("text"))),
        research=explainer.research(statements),
    )


def _said(statements: Sequence[Triple], graph: KnowledgeGraph, explainer: Explainer) -> Iterator[Said]:
    """Each statement as a sentence with its proof, or its denial with its sources."""
    for triple in statements:
        far = triple.object
        assert isinstance(far, Iri)
        denied = graph.truth(triple) is Truth.NO
        inferred = not denied and graph.is_inferred(triple)
        if denied:
            sources = tuple(source.label for source in graph.provenance(triple).sources)
            step = ProofStep(capital(explainer.say.denial(triple)) + ".", "", sources)
        else:
            step = explainer.step(graph.proof(triple))
        standing = "" if denied else graph.standing(triple).value
        yield Said(step.sentence, far, graph.entity(far).label, inferred, standing, step)
