"""The values of a lesson as it is written: texts with their ties, a task, and checks. None knows a screen.

LessonError names the lesson, the sentence and the statement that is wrong with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.errors import CalfError

__all__ = ["CheckSpec", "Lesson", "LessonError", "Paragraph", "Run", "Sentence", "TaskSpec"]


class LessonError(CalfError):
    """A lesson that is malformed, or states what the graph does not hold."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence; `term` is the local name of the thing whose card it opens, or ""."""

    text: str
    term: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the statements that it rests on, as they are written in the lesson.

    A tie is `subject property object`, `not subject property object` for what the graph denies,
    `none ? property object` for what it does not say of anything, or the name of a claim, a
    prescription, a reason, a step or a concept, whose text the sentence repeats in other words.
    """

    runs: tuple[Run, ...]
    ties: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence as it is read."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `figure` is "" or how it is pictured: "muscles", "graph", "bars" or "studies".

    `pictured` says what the figure needs: the relations of a graph, the numbers of bars, a claim.
    """

    sentences: tuple[Sentence, ...]
    heading: str = ""
    figure: str = ""
    pictured: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckSpec:
    """A question to be built from the graph; `data` holds its pattern, statement, claim or evidence."""

    question: Sentence | None
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TaskSpec:
    """The interactive part of a lesson: what kind it is, what to do, and what it is about."""

    kind: str
    title: str
    intro: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson; `name` is how a link asks for it, `minutes` about how long it takes."""

    name: str
    title: str
    minutes: int
    aim: Sentence
    paragraphs: tuple[Paragraph, ...]
    task: TaskSpec
    checks: tuple[CheckSpec, ...]
    summary: tuple[Sentence, ...]

    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence that the lesson states."""
        body = (s for paragraph in self.paragraphs for s in paragraph.sentences)
        return (self.aim, *body, *self.summary)
