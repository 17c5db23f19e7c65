"""What people decided by hand and wrote beside the sources, each with its reason.

`waivers.toml` lets a fault pass, `out_of_scope.toml` names sentences of the article that hold no knowledge
of the calf, `numbers.toml` says what each number of the article counts, and `mappings.tsv` is the frozen
table of identifiers of other vocabularies.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from kg.errors import OntologyError

__all__ = ["Count", "Lists", "Number", "ShapeWaiver", "Waiver", "read_lists"]

_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Waiver:
    """Faults of `check` in `subjects` (local names, or `*`) that stand for a reason.

    `problem` is in what the fault says, so that no other fault of the check is waived with it.
    """

    check: str
    subjects: tuple[str, ...]
    reason: str
    problem: str = ""

    def covers(self, check: str, subject: str, problem: str) -> str:
        """The entry of `subjects` that waives a fault, or ""."""
        if check != self.check or self.problem not in problem:
            return ""
        return subject if subject in self.subjects else "*" if "*" in self.subjects else ""


@dataclass(frozen=True, slots=True)
class ShapeWaiver:
    """Things (local names) that need not have a shape of shapes.ttl, for a reason."""

    shape: str
    subjects: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Number:
    """A range that a sentence gives: of a parameter, in a unit, for a goal or in a phase or neither ("")."""

    sentence: str
    text: str
    minimum: Decimal
    maximum: Decimal
    parameter: str
    unit: str
    goal: str = ""
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A number that a sentence gives by counting: of what `subject` has under `property`, or what has it."""

    sentence: str
    text: str
    count: int
    property: str
    subject: str = ""
    object: str = ""


@dataclass(frozen=True, slots=True)
class Lists:
    """All that stands beside the sources; empty where there is nothing."""

    waivers: tuple[Waiver, ...] = ()
    overlaps: tuple[frozenset[str], ...] = ()
    out_of_scope: Mapping[str, str] = field(default_factory=dict)
    numbers: tuple[Number, ...] = ()
    counts: tuple[Count, ...] = ()
    no_knowledge: Mapping[tuple[str, str], str] = field(default_factory=dict)
    mappings: frozenset[tuple[str, str, str]] | None = None
    shape_waivers: tuple[ShapeWaiver, ...] = ()


def read_lists(folder: Path) -> Lists:
    """The lists in `folder`; a missing file is an empty list.

    Raises:
        OntologyError: a file is malformed, or an entry has no reason.
    """
    waivers = _read(folder / "waivers.toml")
    scope = _read(folder / "out_of_scope.toml")
    numbers = _read(folder / "numbers.toml")
    try:
        return Lists(
            tuple(
                Waiver(e["check"], tuple(e["subjects"]), e["reason"], e.get("problem", ""))
                for e in _reasoned(waivers.get("waiver", ()))
            ),
            tuple(frozenset(entry["classes"]) for entry in _reasoned(waivers.get("overlap", ()))),
            {entry["sentence"]: entry["reason"] for entry in _reasoned(scope.get("sentence", ()))},
            tuple(_number(entry) for entry in numbers.get("number", ())),
            tuple(_count(entry) for entry in numbers.get("count", ())),
            {(e["sentence"], e["text"]): e["reason"] for e in _reasoned(numbers.get("none", ()))},
            _table(folder / "mappings.tsv"),
            tuple(
                ShapeWaiver(e["shape"], tuple(e["subjects"]), e["reason"])
                for e in _reasoned(waivers.get("shape", ()))
            ),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise OntologyError(
            f"A list in {folder.name} has a wrong entry ({error})", "Compare it with its neighbours"
        ) from error


def _number(entry: Mapping[str, str | int]) -> Number:
    texts = {key: str(value) for key, value in entry.items() if key not in {"minimum", "maximum"}}
    return Number(minimum=Decimal(entry["minimum"]), maximum=Decimal(entry["maximum"]), **texts)


def _count(entry: Mapping[str, str | int]) -> Count:
    texts = {key: str(value) for key, value in entry.items() if key != "count"}
    return Count(count=int(entry["count"]), **texts)


def _reasoned(entries: tuple[dict[str, str], ...]) -> tuple[dict[str, str], ...]:
    for entry in entries:
        if not entry.get("reason", "").strip():
            raise ValueError(f"no reason in {entry}")
    return entries


def _read(path: Path) -> dict[str, tuple[dict[str, str], ...]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{path.name} is malformed: {error}", "Mend the file") from error


def _table(path: Path) -> frozenset[tuple[str, str, str]] | None:
    """Term, property and identifier of each row; then come its label there and where that was read."""
    if not path.is_file():
        return None
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if line]
    for row in rows:
        if len(row) != _COLUMNS or not all(row):
            raise ValueError(f"{path.name}: {row}")
    return frozenset((term, predicate, identifier) for term, predicate, identifier, *_ in rows)
