"""Writes the ontology in the formats of others: one file, or a folder of files."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import CalfError
from kg.export import Exportable
from kg.exports import FORMATS
from kg.graph import KnowledgeGraph
from kg.loading import open_ontology, read_ontology
from kg.stores import open_store

if TYPE_CHECKING:
    from kg.export import Format

__all__ = ["export", "format_named", "write"]


def export(name: str, path: Path | None = None, *, inferred: bool = False) -> dict[str, str]:
    """The text of each file, by its name, of the format `name` for the ontology at `path` or the shipped one.

    With `inferred`, what follows is exported beside what is stated.

    Raises:
        CalfError: there is no such format.
        OntologyError: the file is missing, malformed or inconsistent.
    """
    found = format_named(name)
    document = read_ontology(path)
    graph = KnowledgeGraph(
        open_ontology(document), lambda isolated: open_store("oxigraph", isolated=isolated)
    )
    return found.files(Exportable(document, graph, inferred))


def format_named(name: str) -> Format:
    """The format of this name; CalfError if there is none."""
    for each in FORMATS:
        if each.name == name:
            return each
    known = ", ".join(each.name for each in FORMATS)
    raise CalfError(f"There is no export format {name!r}", f"Choose one of {known}")


def write(files: dict[str, str], target: Path) -> tuple[Path, ...]:
    """Write one file to the path `target`, or several into the folder `target`; returns what was written.

    Raises:
        CalfError: the target cannot be written.
    """
    if len(files) == 1 and not target.is_dir():
        paths = dict(zip([target], files.values(), strict=True))
    else:
        paths = {target / name: text for name, text in files.items()}
    try:
        for path, text in paths.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, text)
    except OSError as error:
        raise CalfError(f"{target} cannot be written ({error.strerror})", "Name another place") from error
    return tuple(paths)


def _replace(path: Path, text: str) -> None:
    """Write a file in one step, so that a reader never sees half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        temporary.chmod(0o644)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
