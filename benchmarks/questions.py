"""The question sets, and how a conversation is put to a pipeline."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.naming import normal
from qa.contract import to_json
from qa.model import Context, Question
from qa.pipeline import Pipeline

__all__ = ["SETS", "Asker", "QuestionSet", "last", "load", "through", "turns_of"]

_ROOT = Path(__file__).parent.parent
SETS = {
    "development": _ROOT / "tests" / "questions" / "development.jsonl",
    "heldout": _ROOT / "benchmarks" / "heldout.jsonl",
    "fresh": _ROOT / "benchmarks" / "fresh.jsonl",
    "near": _ROOT / "benchmarks" / "near.jsonl",
}

Row = dict[str, Any]
Asker = Callable[[Sequence[str]], Row]  # the turns of a conversation to the answer to the last one


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions with answers, and questions to refuse, as described in tests/questions/README.md."""

    name: str
    questions: tuple[Row, ...]
    refusals: tuple[Row, ...]


def turns_of(row: Row) -> tuple[str, ...]:
    """The turns of a question; most have one."""
    return tuple(row["turns"]) if "turns" in row else (row["question"],)


def load(name: str) -> QuestionSet:
    """The set of that name; those held out without what stands in the development set word for word."""
    files = _files(name)
    seen = (
        set()
        if name == "development"
        else {_key(row) for path in _files("development") for row in _rows(path)}
    )
    questions, refusals = (tuple(row for row in _rows(path) if _key(row) not in seen) for path in files)
    return QuestionSet(name, questions, refusals)


def _files(name: str) -> tuple[Path, Path]:
    """The two files of a set."""
    path = SETS[name]
    return path, path.with_name(f"{path.stem}_refusals.jsonl")


def _rows(path: Path) -> Iterator[Row]:
    """The lines of a file."""
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def _key(row: Row) -> str:
    """The words of a question, by which two are known to be the same."""
    return " / ".join(normal(turn) for turn in turns_of(row))


def through(pipeline: Pipeline) -> Asker:
    """An asker that sends the turns through a pipeline, each in the context of the one before."""
    return lambda turns: to_json(pipeline.ask(last(turns, pipeline)))


def last(turns: Sequence[str], pipeline: Pipeline) -> Question:
    """The last turn of a conversation, in the context that those before it leave."""
    context = Context()
    for turn in turns[:-1]:
        context = pipeline.ask(Question(turn, context)).context
    return Question(turns[-1], context)
