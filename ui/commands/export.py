"""`calf export`: the ontology in the formats of other tools, and quizzes in those of teachers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import CalfError
from kg.exporting import export, format_named, write

if TYPE_CHECKING:
    from teach.quiz import Choice

__all__ = ["SHEETS", "run", "run_sheet"]

SHEETS = ("anki", "gift", "qti", "worksheet")  # formats of a quiz


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


def run_sheet(name: str, target: Path | None, choice: Choice, ontology: Path | None) -> None:
    """Export a quiz as "anki" or "qti" (a file), "gift" (text) or "worksheet" (a folder).

    Raises:
        CalfError: no question fits, a topic is not known, a target is missing or cannot be written.
        OntologyError: the ontology file is missing, malformed or inconsistent.
    """
    from qa.pipeline import Pipeline
    from teach.quiz import Bank, Teacher
    from teach.sheets import Paper, anki, gift, qti, worksheet
    from ui.marked import DRAWN, marked

    places = {
        "anki": "a file: calf export anki --out calf.apkg",
        "qti": "a file: calf export qti --out calf.zip",
        "worksheet": "a folder: calf export worksheet --out sheets",
    }
    if name in places and target is None:
        raise CalfError(f"{name} does not go to standard output", f"Name {places[name]}")
    pipeline = Pipeline.load(ontology)
    items = Bank(pipeline.graph, pipeline.say, DRAWN).choose(choice)
    if not items:
        raise CalfError("No question fits these topics and levels", "Ask for others, or for none of them")
    teacher = Teacher(pipeline.graph, pipeline.say, pipeline.explainer)
    paper = Paper(f"Calf quiz {choice.seed}", items, teacher, lambda iri: marked(iri.local))
    if target is None:
        sys.stdout.write(gift(paper))
    elif name in {"anki", "qti"}:
        _write_bytes(anki(paper) if name == "anki" else qti(paper), target)
    else:
        files = {target.name: gift(paper)} if name == "gift" else worksheet(paper)
        paths = write(files, target if name == "gift" else target / "")
        sys.stdout.writelines(f"{path} was written.\n" for path in paths)


def _write_bytes(data: bytes, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        raise CalfError(f"{target} cannot be written ({error.strerror})", "Name another place") from error
    sys.stdout.write(f"{target} was written.\n")
