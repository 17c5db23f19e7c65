"""All lessons, each held against the graph before anybody sees it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qa.telling.explaining import Explainer
from teach.lessons.checks import Builder, Check
from teach.lessons.making import TaskMaker
from teach.lessons.model import Lesson, LessonError, Paragraph
from teach.lessons.reading import read_lessons
from teach.lessons.showing import Shower, ShownParagraph
from teach.lessons.tasks import Task
from teach.lessons.validating import Validator

__all__ = ["Course", "ShownLesson"]


@dataclass(frozen=True, slots=True)
class ShownLesson:
    """A lesson with its texts, task and checks as a face shows them; `number` counts from 1."""

    name: str
    number: int
    title: str
    minutes: int
    aim: ShownParagraph
    paragraphs: tuple[ShownParagraph, ...]
    task_title: str
    task_intro: str
    task: Task
    checks: tuple[Check, ...]
    summary: ShownParagraph

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of what can be completed in it: the task, and each check."""
        return ("task", *(f"check-{number}" for number in range(len(self.checks))))


class Course:
    """The lessons over one graph, in their order; it never changes once loaded."""

    def __init__(self, lessons: tuple[ShownLesson, ...]) -> None:
        """Keep lessons that were validated."""
        self.lessons = lessons
        self._by_name = {lesson.name: lesson for lesson in lessons}

    @classmethod
    def load(cls, explainer: Explainer, folder: Path | None = None) -> Course:
        """The shipped lessons, or those of a folder, over the graph of `explainer`.

        Raises:
            LessonError: a lesson is malformed or states what the graph does not hold.
        """
        desk = _Desk(explainer)
        lessons = read_lessons(folder)
        return cls(tuple(desk.show(lesson, number) for number, lesson in enumerate(lessons, 1)))

    def lesson(self, name: str) -> ShownLesson | None:
        """The lesson of a name; None if there is none."""
        return self._by_name.get(name)

    def after(self, lesson: ShownLesson) -> ShownLesson | None:
        """The lesson that comes next; None after the last."""
        return next((each for each in self.lessons if each.number == lesson.number + 1), None)


class _Desk:
    """Validates and builds lessons."""

    def __init__(self, explainer: Explainer) -> None:
        self._validator = Validator(explainer.graph)
        self._builder = Builder(explainer)
        self._maker = TaskMaker(explainer, self._builder)
        self._shower = Shower(explainer)

    def show(self, lesson: Lesson, number: int) -> ShownLesson:
        """A lesson that states only what the graph holds.

        Raises:
            LessonError: it does not; the text names lesson, sentence and statement.
        """
        self._validator.check(lesson)
        try:
            self._check_questions(lesson)
            return ShownLesson(
                name=lesson.name,
                number=number,
                title=lesson.title,
                minutes=lesson.minutes,
                aim=self._shower.paragraph(Paragraph((lesson.aim,))),
                paragraphs=tuple(self._shower.paragraph(p) for p in lesson.paragraphs),
                task_title=lesson.task.title,
                task_intro=lesson.task.intro,
                task=self._maker.task(lesson.task),
                checks=tuple(self._builder.check(spec) for spec in lesson.checks),
                summary=self._shower.paragraph(Paragraph(lesson.summary)),
            )
        except LessonError as error:
            prefix = "" if error.cause.startswith("Lesson ") else f"Lesson {lesson.name}: "
            raise LessonError(f"{prefix}{error.cause}", error.fix) from None

    def _check_questions(self, lesson: Lesson) -> None:
        """Pass questions that ask for what their patterns say."""
        asked = [
            (spec.question.text, str(spec.data["pattern"]), str(spec.data["among"][0]))
            for spec in lesson.checks
            if spec.question and "pattern" in spec.data
        ]
        for question, pattern in lesson.task.data.get("questions", ()):
            asked.append((question, pattern, "soleus"))
        for question, pattern, name in asked:
            triple = self._builder.fill(pattern, name)
            self._validator.check_question(
                lesson.name, question, triple, open_subject=pattern.split()[0] == "?"
            )
