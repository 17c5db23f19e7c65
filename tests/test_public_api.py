"""What the packages export is on purpose, sorted, there, and documented."""

from __future__ import annotations

import ast
import importlib
import inspect
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPTS = {"ui.app", "ui.views.ask"}  # Streamlit runs these from top to bottom; importing them would draw
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for package in ("kg", "qa", "teach", "ui")
    for path in (ROOT / package).rglob("*.py")
)


def _tree(name: str) -> ast.Module:
    path = ROOT.joinpath(*name.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(file.read_text(encoding="utf-8"))


def _rank(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, each by the alphabet: the order that the linter writes."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_is_for(name):
    """Every module has a docstring."""
    assert ast.get_docstring(_tree(name))


@pytest.mark.parametrize("name", [name for name in MODULES if name not in SCRIPTS])
def test_exports(name):
    """`__all__` is sorted and without doubles, and every name in it exists and is documented."""
    module = importlib.import_module(name)
    exported = list(getattr(module, "__all__", ()))

    assert exported == sorted(set(exported), key=_rank)
    for each in exported:
        value = getattr(module, each)
        if inspect.isclass(value) or inspect.isfunction(value):
            assert inspect.getdoc(value), f"{name}.{each} has no docstring"


@pytest.mark.parametrize("name", MODULES)
def test_sizes(name):
    """No module is longer than 300 lines and no function longer than 40."""
    tree = _tree(name)
    path = ROOT.joinpath(*name.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1})"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno + 1 > 40
    ]

    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300
    assert long == []
