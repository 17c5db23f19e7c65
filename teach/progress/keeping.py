"""Progress as a file: JSON of a form of our own, refused when it is anything else, never half written."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from fsrs import Card

from kg.errors import CalfError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FORMAT", "VERSION", "Progress", "dump", "load", "load_file", "save_file"]

FORMAT: Final = "calf progress"
VERSION: Final = 1
_LARGEST = 5_000_000  # characters; a student of every statement needs a tenth of this
_FIX = "Choose a progress file that this quiz saved, or start without one"


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of each memory's card (`fsrs.Card.to_dict`), and counts of answers and right answers."""

    cards: Mapping[str, Any] = field(default_factory=dict)
    answers: int = 0
    right: int = 0


def dump(progress: Progress) -> str:
    """Progress as the text of its file; the same progress gives the same text."""
    record = {
        "format": FORMAT,
        "version": VERSION,
        "answers": progress.answers,
        "right": progress.right,
        "cards": dict(sorted(progress.cards.items())),
    }
    return json.dumps(record, indent=1) + "\n"


def load(text: str) -> Progress:
    """The progress in the text of a file.

    Raises:
        CalfError: the text is no progress file, is damaged, or was written by a newer version.
    """
    record = _parsed(text)
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise CalfError("This is no progress file of the calf quiz", _FIX)
    if record.get("version") != VERSION:
        found = str(record.get("version"))[:20]
        raise CalfError(
            f"This progress file is of version {found}, and only version {VERSION} can be read",
            "Open it with the program that wrote it, or start without it",
        )
    counts = [record.get("answers"), record.get("right")]
    cards = record.get("cards")
    if not isinstance(cards, dict) or not all(isinstance(n, int) and n >= 0 for n in counts):
        raise CalfError("This progress file is damaged: its cards or its counts are missing", _FIX)
    for memory, card in cards.items():
        _check(memory, card)
    return Progress(cards, record["answers"], record["right"])


def _parsed(text: str) -> object:
    if len(text) > _LARGEST:
        raise CalfError("This file is too large for a progress file", _FIX)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CalfError("This progress file is damaged: it is not JSON", _FIX) from error


def _check(memory: str, card: object) -> None:
    """Refuse a card that the scheduler could not read, or would read as something else."""
    try:
        assert isinstance(card, dict)
        same = Card.from_dict(card).to_dict() == card  # type: ignore[arg-type]
        sound = same and Card.from_dict(card).due.tzinfo is not None  # type: ignore[arg-type]
    except (AssertionError, KeyError, TypeError, ValueError, OverflowError):
        sound = False
    if not sound:
        raise CalfError(f"This progress file is damaged: the card of {memory[:60]!r} cannot be read", _FIX)


def load_file(path: Path) -> Progress:
    """The progress in the file at `path`; none yet where there is no file.

    Raises:
        CalfError: the file cannot be read, or is no sound progress file.
    """
    if not path.exists():
        return Progress()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CalfError(f"{path} cannot be read as a progress file", _FIX) from error
    try:
        return load(text)
    except CalfError as error:
        raise CalfError(f"{path}: {error.cause}", f"{error.fix}; the file was left as it is") from error


def save_file(progress: Progress, path: Path) -> None:
    """Write progress to `path` in one step; a file there that is no sound progress file is left as it is.

    Raises:
        CalfError: the file cannot be written, or holds something else.
    """
    load_file(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(dump(progress))
        Path(name).replace(path)
    except OSError as error:
        raise CalfError(f"{path} cannot be written ({error.strerror})", "Name another place") from error
