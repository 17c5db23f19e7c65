"""The fast check of the ontology: a second, no Java, and every fault named with its place and its fix.

The checks themselves are in `kg.checks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.build import merge, render
from kg.checks import CHECKS
from kg.checks.listed import Lists, Waiver, read_lists
from kg.checks.sources import Sources
from kg.errors import OntologyError
from kg.terms import Iri
from kg.turtle import Document, read

__all__ = ["Violation", "check", "check_document"]

_UNUSED = "Take it off waivers.toml"


@dataclass(frozen=True, slots=True)
class Violation:
    """One fault: the check that found it, the file or IRI at fault, what is wrong, and the fix."""

    check: str
    subject: str
    problem: str
    fix: str

    def __str__(self) -> str:
        return f"{self.check}: {self.subject} {self.problem}. {self.fix}."


def check(source: Path, target: Path) -> tuple[Violation, ...]:
    """Check the Turtle files of the folder `source` and the ontology `target` built from them.

    A file that does not parse, or a merge that fails, is reported alone: the other checks need it.
    """
    found = tuple(_unreadable(source))
    if found:
        return found
    try:
        document = merge(source)
    except OntologyError as error:
        return (Violation("files_parse", str(source), f"cannot be merged: {error.cause}", error.fix),)
    try:
        lists = read_lists(source.parent)
    except OntologyError as error:
        return (Violation("files_parse", str(source.parent), f"cannot be read: {error.cause}", error.fix),)
    return (*_stale(source, target), *check_document(document, lists))


def check_document(document: Document, lists: Lists | None = None) -> tuple[Violation, ...]:
    """Run every check of `CHECKS` over merged statements.

    `lists` is what people wrote beside them; what it waives is left out, and a waiver that waives nothing
    is a fault.
    """
    lists = lists or Lists()
    sources = Sources(document, lists)
    found = [Violation(each.name, *fault) for each in CHECKS for fault in each.run(sources)]
    needed: set[tuple[Waiver, str]] = set()
    standing = []
    for each in found:
        hits = {
            (waiver, subject)
            for waiver in lists.waivers
            if (subject := waiver.covers(each.check, Iri(each.subject).local, each.problem))
        }
        needed |= hits
        if not hits:
            standing.append(each)
    unused = (
        Violation("unused_waiver", subject, f"has nothing to waive for {waiver.check}", _UNUSED)
        for waiver in lists.waivers
        for subject in waiver.subjects
        if (waiver, subject) not in needed
    )
    return (*standing, *unused)


def _unreadable(source: Path) -> Iterator[Violation]:
    paths = sorted(source.glob("*.ttl"))
    if not paths:
        yield Violation("files_parse", str(source), "holds no Turtle file", "Name the folder of the sources")
    for path in paths:
        try:
            read(path)
        except OntologyError as error:
            yield Violation("files_parse", path.name, f"does not parse: {error.cause}", error.fix)


def _stale(source: Path, target: Path) -> Iterator[Violation]:
    fix = "Run `python -m kg build` and commit the result"
    if not target.is_file():
        yield Violation("rebuild_is_equal", target.name, "is missing", fix)
    elif target.read_bytes() != render(source):
        yield Violation("rebuild_is_equal", target.name, "is not what its sources build", fix)
