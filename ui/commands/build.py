"""`calf build`: the Turtle sources become the OWL file."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

from kg.build import build

__all__ = ["run"]


def run(source: Path | None, target: Path | None) -> None:
    """Build `source` into `target`; without them, the ontology that is built in.

    Raises:
        OntologyError: a source is malformed, or the target cannot be written; it is left as it was.
    """
    home = Path(str(files("ontology")))
    source, target = source or home / "src", target or home / "calf.owl"
    before = target.read_bytes() if target.is_file() else b""
    build(source, target)
    state = "is unchanged" if target.read_bytes() == before else "was written"
    sys.stdout.write(f"{target} {state}.\n")
