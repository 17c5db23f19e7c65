"""Turns that leave out what the one before said: how often they are answered as the question in full is."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.tables import print_figures, table
from qa.model import Answer, Context, Question
from qa.pipeline import Pipeline

__all__ = ["measure", "report"]

_TURNS = Path(__file__).parent / "turns.toml"


def measure(pipeline: Pipeline) -> dict[str, Any]:
    """For each way of leaving something out: talks, and those that end as the question in full does."""
    data = tomllib.loads(_TURNS.read_text(encoding="utf-8"))
    alone = cache(lambda text: pipeline.ask(Question(text)))
    figures: dict[str, Any] = {}
    for way, (turns, full) in _talks(data):
        if not alone(full).answered:
            continue  # nothing is known of what a turn should get
        context = Context()
        for text in turns:
            answer = pipeline.ask(Question(text, context))
            context = answer.context
        told = figures.setdefault(way, Counter())
        told["n"] += 1
        told["same"] += _told(answer) == _told(alone(full))
    return {way: dict(told) for way, told in figures.items()}


def _talks(data: dict[str, Any]) -> Iterator[tuple[str, tuple[tuple[str, ...], str]]]:
    """Talks by what their last turn leaves out, each with the question in full."""
    for topic in data["topic"]:
        for question in topic["questions"]:
            fit = [thing for thing in topic["things"] if thing.removeprefix("the ") not in question]
            for place, thing in enumerate(fit):
                full = question.format(x=thing)
                for opening in data["opening"]:
                    yield '"it"', ((opening.format(x=thing), question.format(x="it")), full)
                before = [question.format(x=fit[place - n]) for n in (1, 2)]
                for way in ("going_on", "correcting"):
                    for turn in data[way]:
                        yield way.replace("_", " "), ((before[0], turn.format(x=thing)), full)
                again = data["going_on"][0].format(x=fit[place - 1])
                yield "going on twice", ((before[1], again, data["going_on"][0].format(x=thing)), full)


def _told(answer: Answer) -> tuple[object, ...]:
    """What an answer gives: whether there is one, its verdict, and what it names."""
    return answer.status, answer.boolean, frozenset(item.iri for item in answer.items)


def report(figures: dict[str, Any]) -> str:
    """The figures as a table of shares."""
    rows = [(way, told["n"], told["same"] / told["n"]) for way, told in figures.items()]
    return table(("the last turn", "n", "as in full"), rows)


if __name__ == "__main__":
    print_figures(__doc__, measure, report)
