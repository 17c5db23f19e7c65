"""The layers are kept, and a breach would be noticed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINT = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
BREACHES = {
    "kg/terms.py": "import qa.model",
    "kg/errors.py": "import kg.graph",
    "qa/model.py": "import ui.terminal",
    "qa/contract.py": "import pyoxigraph",
    "ui/terminal.py": "import rdflib",
    "ui/cli.py": "import spacy",
    "ui/commands/ask.py": "import ui.commands.sparql",
    "ui/commands/build.py": "import streamlit",
}


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [*LINT, "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


def test_the_layers_are_kept(root):
    """Every import contract of pyproject.toml holds."""
    done = _lint(root)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("module", "line"), BREACHES.items())
def test_a_planted_breach_is_found(root, tmp_path, module, line):
    """A copy of the code with one forbidden import fails, and the failure names the module."""
    for package in ("kg", "qa", "teach", "ui"):
        shutil.copytree(root / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    planted = tmp_path / module
    planted.write_text(planted.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")

    done = _lint(tmp_path)

    assert done.returncode == 1
    assert module.removesuffix(".py").replace("/", ".") in done.stdout


@pytest.mark.parametrize("place", ["ui", "qa", "qa/limits"])
def test_a_module_without_a_layer_is_found(root, tmp_path, place):
    """A new module has to be given its place."""
    for package in ("kg", "qa", "teach", "ui"):
        shutil.copytree(root / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    (tmp_path / place / "newcomer.py").write_text('"""Placed nowhere."""\n', encoding="utf-8")

    done = _lint(tmp_path)

    assert done.returncode == 1
    assert "newcomer" in done.stdout
