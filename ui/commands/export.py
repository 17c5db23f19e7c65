"""`calf export`: the ontology in the formats of other tools."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.errors import CalfError
from kg.exporting import export, format_named, write

__all__ = ["run"]


def run(name: str, target: Path | None, *, inferred: bool, ontology: Path | None) -> None:
    """Export in the format `name` to standard output, or to the file or folder `target`.

    Raises:
        CalfError: there is no such format, it needs a folder, or the target cannot be written.
        OntologyError: the ontology file is missing, malformed or inconsistent.
    """
    is_folder = format_named(name).is_folder
    if is_folder and (target is None or target.is_file()):
        raise CalfError(f"{name} is a folder of files", f"Name a folder: calf export {name} --out tables")
    files = export(name, ontology, inferred=inferred)
    if target is None:
        sys.stdout.writelines(files.values())
        return
    paths = write(files, target / "" if is_folder else target)
    sys.stdout.writelines(f"{path} was written.\n" for path in paths)
