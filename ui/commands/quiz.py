"""`calf quiz`: questions from the graph in the terminal, or as JSON."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import CalfError
from qa.pipeline import Pipeline
from teach.progress import due, load_file, recall, save_file
from teach.quiz import Bank, Choice, Form, Item, Marked, Response, Teacher, jumbled, mark
from teach.sheets.paper import checked, cited, code, told
from ui.marked import DRAWN

if TYPE_CHECKING:
    from teach.progress import Progress

__all__ = ["run"]

WIDTH = 100
QUIT = frozenset(("q", "quit", "exit"))
HINTS = {
    Form.ONE: "Type the number of one answer",
    Form.LABEL: "Type the number of one answer",
    Form.VERDICT: "Type the number of one answer",
    Form.SEVERAL: "Type the numbers of all that are right, such as 1 3",
    Form.ORDER: "Type all numbers in the right order, such as 2 1 3",
    Form.NUMBER: "Type a number",
}


def run(choice: Choice, *, as_json: bool, progress: Path | None, review: bool, ontology: Path | None) -> None:
    """Ask the questions of a quiz, or what is due in the file `progress`, where answers are remembered.

    Raises:
        CalfError: no question fits, a topic is not known, or the progress file cannot be read or written.
        OntologyError: the ontology file is missing, malformed or inconsistent.
    """
    known = load_file(progress) if progress else None
    pipeline = Pipeline.load(ontology)
    # A terminal shows no drawing, so what is marked in one is only asked where a program draws it.
    bank = Bank(pipeline.graph, pipeline.say, DRAWN if as_json else ())
    teacher = Teacher(pipeline.graph, pipeline.say, pipeline.explainer)
    items = _due(bank, known, choice) if review else bank.choose(choice)
    if not items and review:
        raise CalfError("Nothing is due yet", "Come back later, or leave out --review")
    if not items:
        raise CalfError("No question fits these topics and levels", "Ask for others, or for none of them")
    if as_json:
        _print_json(items, choice, bank, teacher)
        return
    _converse(items, choice, teacher, _keeper(known, progress))


def _due(bank: Bank, known: Progress | None, choice: Choice) -> tuple[Item, ...]:
    if known is None:
        raise CalfError("There is no progress to review", "Name its file: calf quiz --review --progress FILE")
    return bank.recalled(due(known, datetime.now(UTC)), choice.seed)[: choice.count]


def _keeper(known: Progress | None, path: Path | None) -> Callable[[Marked], None]:
    """What remembers an answer at once, so that leaving loses none."""
    state = known

    def keep(marked: Marked) -> None:
        nonlocal state
        if state is not None and path is not None:
            state = recall(state, marked.item.memory, right=marked.right, when=datetime.now(UTC))
            save_file(state, path)

    return keep


# ------------------------------------------------------------ JSON


def _print_json(items: Sequence[Item], choice: Choice, bank: Bank, teacher: Teacher) -> None:
    unicode = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    record = {
        "seed": choice.seed,
        "kg_version": bank.version,
        "items": [_record(item, teacher) for item in items],
    }
    sys.stdout.write(json.dumps(record, ensure_ascii=not unicode, indent=1) + "\n")


def _record(item: Item, teacher: Teacher) -> dict[str, Any]:
    """An item with its answer and all that is said to it."""
    feedback = teacher.explain(item)
    return {
        "id": code(item),
        "form": item.form,
        "question": item.stem,
        "topic": item.topic,
        "level": item.level,
        "figure": item.figure.local if item.figure else None,
        "options": [{"text": o.text, "right": o.right, "why": o.why} for o in item.options],
        "number": asdict(item.number) if item.number else None,
        "answer": feedback.answer,
        "because": [triple.sentence for triple in feedback.triples],
        "caveats": feedback.caveats,
        "sources": [asdict(source) for source in feedback.sources],
        "research": [asdict(check) for check in feedback.research],
    }


# ------------------------------------------------------------ terminal


def _converse(
    items: Sequence[Item], choice: Choice, teacher: Teacher, keep: Callable[[Marked], None]
) -> None:
    """Ask, mark and explain until the end, or until the student has had enough."""
    answers: list[Marked] = []
    for number, item in enumerate(items, start=1):
        sys.stdout.write(f"\nQuestion {number} of {len(items)}\n")
        order = jumbled(item, choice.seed) if item.form is Form.ORDER else tuple(range(len(item.options)))
        _write(item.stem)
        for place, option in enumerate(order, start=1):
            _write(f"{place}. {item.options[option].text}", "  ")
        marked = _answered(item, order)
        if marked is None:
            break
        answers.append(marked)
        keep(marked)
        for line in _told(marked, teacher):
            _write(line, "  ")
    right = sum(marked.right for marked in answers)
    sys.stdout.write("\n")
    _write(f"{right} of {len(answers)} right. The same quiz again: --seed {choice.seed}")


def _answered(item: Item, order: tuple[int, ...]) -> Marked | None:
    """The marked answer; None when the student stops or the input ends."""
    while True:
        sys.stdout.write(f"{HINTS[item.form]} (q ends): ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line or line.strip().lower() in QUIT:
            sys.stdout.write("\n")
            return None
        try:
            return mark(item, _read(item, line, order))
        except CalfError as error:
            _write(str(error))


def _read(item: Item, line: str, order: tuple[int, ...]) -> Response:
    """What was typed as a response; CalfError if it is none."""
    words = line.replace(",", " ").split()
    try:
        if item.number is not None:
            return float(words[0])
        return tuple(order[int(word) - 1] if int(word) > 0 else -1 for word in words)
    except (ValueError, IndexError):
        raise CalfError("That is no answer to this question", HINTS[item.form]) from None


def _told(marked: Marked, teacher: Teacher) -> Iterator[str]:
    """What is said to an answer, a paragraph each."""
    feedback = teacher.explain(marked.item)
    yield "Right." if marked.right else f"Not right. The right answer: {feedback.answer}"
    yield from dict.fromkeys((*marked.notes, *told(marked.item, feedback)))
    yield from feedback.caveats
    yield from map(checked, feedback.research)
    yield from (f"[{cited(source)}]" for source in feedback.sources)


def _write(text: str, indent: str = "") -> None:
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
    sys.stdout.writelines(f"{line}\n" for line in lines)
