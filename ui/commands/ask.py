"""`calf ask`: one question for a person or a program, or a file of them."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import CalfError
from qa.contract import context_from_json, to_json
from qa.model import Answer, Context, Question

if TYPE_CHECKING:
    from qa.pipeline import Pipeline

__all__ = ["NOT_ANSWERED", "BatchLine", "ask_batch", "ask_one", "read_batch"]

NOT_ANSWERED = 3  # exit code: the question was understood too little, or the graph has no answer


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One line of a batch: its id as given, and the turns of a conversation (often just one)."""

    identifier: Any
    turns: tuple[str, ...]


def ask_one(text: str, *, context: str, as_json: bool, full: bool, ontology: Path | None) -> int:
    """Answer `text` on standard output; returns the exit code, 0 or 3."""
    gc.disable()  # one answer makes no garbage worth the search for it, which takes a tenth of the time
    answer = _pipeline(ontology).ask(Question(text, context_from_json(context) if context else Context()))
    if as_json:
        _print_json(to_json(answer))
    else:
        from ui.terminal import show

        show(answer, full=full)
    return 0 if answer.answered else NOT_ANSWERED


def ask_batch(name: str, ontology: Path | None) -> int:
    """Answer every line of the file `name` ("-" is standard input), in order; returns exit code 0.

    The whole file is read before the first answer, so that a wrong line costs no half output.

    Raises:
        CalfError: the file cannot be read, or a line is not of the batch format.
    """
    lines = tuple(read_batch(name))
    gc.disable()
    pipeline = _pipeline(ontology)
    gc.freeze()  # the graph stays as it is and holds no garbage
    gc.enable()
    for line in lines:
        _print_json({**to_json(_converse(pipeline, line.turns)), "id": line.identifier})
    return 0


def read_batch(name: str) -> Iterator[BatchLine]:
    """The lines of the batch file `name`; blank ones are skipped.

    Raises:
        CalfError: the file cannot be read, or a line is not of the batch format.
    """
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise CalfError(f"{name} cannot be read: {error.strerror}", "Name a file that exists") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        raise CalfError(f"{name}, line {number} is not UTF-8", "Save the file as UTF-8") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _read_line(line, f"{name}, line {number}")


def _read_line(line: str, where: str) -> BatchLine:
    """One line of a batch; `where` names it in the error."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CalfError(f"{where} is not JSON", 'Write {"id": 1, "question": "..."}') from error
    turns = None
    if isinstance(record, dict) and ("question" in record) != ("turns" in record):
        turns = record.get("turns", [record.get("question")])
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        shapes = '{"id": 1, "question": "..."} or {"id": 1, "turns": ["...", "..."]}'
        raise CalfError(f"{where} holds no question and no turns", f"Write {shapes}")
    return BatchLine(record.get("id"), tuple(turns))


def _converse(pipeline: Pipeline, turns: tuple[str, ...]) -> Answer:
    """The answer to the last of `turns`, each asked in the context of the one before."""
    answer = pipeline.ask(Question(turns[0]))
    for turn in turns[1:]:
        answer = pipeline.ask(Question(turn, answer.context))
    return answer


def _pipeline(ontology: Path | None) -> Pipeline:
    from qa.pipeline import Pipeline

    return Pipeline.load(ontology)


def _print_json(record: dict[str, Any]) -> None:
    """One object on one line; plain ASCII where the terminal cannot show more."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    sys.stdout.write(json.dumps(record, ensure_ascii=not unicode) + "\n")
