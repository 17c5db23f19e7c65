"""`calf diff`: what two versions of the ontology say differently."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from kg.absorbing import additions
from kg.differing import Change, Difference, difference, open_version

__all__ = ["DIFFERENT", "absorb", "run"]

DIFFERENT = 1  # exit code, as that of `diff`


def run(old: Path, new: Path, *, inferred: bool, as_json: bool) -> int:
    """Compare two ontology files, or folders of sources; returns 0 if they say the same, else 1.

    Raises:
        OntologyError: one of them is missing or malformed, or with `inferred` inconsistent.
    """
    found = difference(open_version(old), open_version(new), inferred=inferred)
    if as_json:
        record = {"equal": not found, **asdict(found)}
        sys.stdout.write(json.dumps(record, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(found) if found)
        sys.stdout.write(_summary(found))
    return DIFFERENT if found else 0


def absorb(old: Path, new: Path) -> None:
    """Print what `new` adds as a Turtle block in the style of the sources.

    Raises:
        OntologyError: one of them is missing or malformed.
    """
    sys.stdout.write(additions(open_version(old), open_version(new)))


def _summary(found: Difference) -> str:
    if not found:
        return "Both say the same.\n"
    counts = {"added": len(found.added), "removed": len(found.removed)}
    entities = ", ".join(f"{number} {what}" for what, number in counts.items())
    return f"Entities: {entities}. Changes to what is said: {len(found.changes)}.\n"


def _lines(found: Difference) -> Iterator[str]:
    """Entities, then what changed of each subject."""
    for sign, entities in (("-", found.removed), ("+", found.added)):
        for entity in entities:
            yield f"{sign} {entity.kind} {entity.name}{f' ({entity.label})' if entity.label else ''}"
    signs = {e.name: sign for sign, entities in (("-", found.removed), ("+", found.added)) for e in entities}
    ordered = sorted(found.changes, key=lambda c: (c.subject, c.about, c))
    for subject, changes in groupby(ordered, key=lambda c: c.subject):
        yield f"{signs.get(subject, '~')} {subject}"
        yield from (f"    {_change(change)}" for change in changes)


def _change(change: Change) -> str:
    where = f"{change.statement} | " if change.statement else ""
    mark = "(follows) " if change.about == "inferred" else ""
    what = f"{mark}{where}{change.predicate}"
    if change.old and change.new:
        return f"~ {what} {change.old} -> {change.new}"
    return f"+ {what} {change.new}" if change.new else f"- {what} {change.old}"
