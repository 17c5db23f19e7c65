"""Lessons from their files: teach/lessons/data/NN-name.toml, in the order of their names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from teach.lessons.model import CheckSpec, Lesson, LessonError, Paragraph, Run, Sentence, TaskSpec

__all__ = ["FIGURES", "TASKS", "plain_words", "read_lesson", "read_lessons", "sentence"]

FIGURES = frozenset(("", "muscles", "graph", "bars", "studies"))
TASKS = frozenset(("find", "predict", "weigh", "compare", "plan", "order", "cover"))
_LINK = re.compile(r"\[([^\]]+)\]\((\w+)\)")


def read_lessons(folder: Path | None = None) -> tuple[Lesson, ...]:
    """All lessons of a folder, or the shipped ones, in the order of the file names.

    Raises:
        LessonError: a file is malformed, or a part is missing or unknown.
    """
    home = folder or files("teach.lessons").joinpath("data")
    found = sorted((f for f in home.iterdir() if re.match(r"\d\d-", f.name)), key=lambda f: f.name)
    return tuple(read_lesson(f.name, f.read_text(encoding="utf-8")) for f in found)


def plain_words() -> frozenset[str]:
    """The words of teach/lessons/data/words.toml, which state nothing by themselves, in lower case."""
    data = tomllib.loads(
        files("teach.lessons").joinpath("data").joinpath("words.toml").read_text(encoding="utf-8")
    )
    return frozenset(word for words in data.values() for word in words.split())


def read_lesson(name: str, text: str) -> Lesson:
    """One lesson from the text of its file `NN-name.toml`.

    Raises:
        LessonError: the text is malformed, or a part is missing or unknown.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LessonError(f"The lesson {name} is no TOML: {error}", "Correct it at that place") from None
    try:
        return Lesson(
            name=name.removesuffix(".toml")[3:],
            title=data["title"],
            minutes=data["minutes"],
            aim=sentence(data["aim"]),
            paragraphs=tuple(_paragraph(part) for part in data["paragraphs"]),
            task=_task(data["task"]),
            checks=tuple(_check(part) for part in data["checks"]),
            summary=tuple(sentence(part) for part in data["summary"]),
        )
    except KeyError as error:
        raise LessonError(f"The lesson {name} has no {error.args[0]!r}", "Add it") from None
    except ValueError as error:
        raise LessonError(f"The lesson {name}: {error}", "Correct it") from None


def sentence(parts: list[str]) -> Sentence:
    """A sentence from its text, with links written `[words](thing)`, and its ties.

    Raises:
        ValueError: it has no text.
    """
    if not parts or not all(isinstance(part, str) for part in parts):
        raise ValueError(f"{parts!r} is no sentence with ties")
    text, *ties = parts
    runs, end = [], 0
    for link in _LINK.finditer(text):
        runs += [Run(text[end : link.start()]), Run(link[1], link[2])]
        end = link.end()
    runs.append(Run(text[end:]))
    return Sentence(tuple(run for run in runs if run.text), tuple(ties))


def _paragraph(data: Mapping[str, Any]) -> Paragraph:
    figure = data.get("figure", "")
    if figure not in FIGURES:
        raise ValueError(f"there is no figure {figure!r}")
    sentences = tuple(sentence(part) for part in data["sentences"])
    return Paragraph(sentences, data.get("heading", ""), figure, data.get("pictured", {}))


def _task(data: Mapping[str, Any]) -> TaskSpec:
    if data["kind"] not in TASKS:
        raise ValueError(f"there is no task {data['kind']!r}")
    return TaskSpec(data["kind"], data["title"], data["intro"], data)


def _check(data: Mapping[str, Any]) -> CheckSpec:
    asked = data.get("question")
    return CheckSpec(sentence(asked) if asked else None, data)
