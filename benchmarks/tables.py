"""Figures as plain text tables."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from typing import Any

from qa.pipeline import Pipeline

__all__ = ["print_figures", "table"]

Cell = str | int | float


def table(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """A table with its first column to the left and the others to the right."""
    cells = [list(header), *([_text(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(_aligned(row, widths)).rstrip() for row in cells]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def _text(cell: Cell) -> str:
    """A cell; fractions with three places."""
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The cells of a row at their widths."""
    rest = zip(row[1:], widths[1:], strict=True)
    return [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in rest)]


def print_figures(
    about: str | None,
    measure: Callable[[Pipeline], dict[str, Any]],
    report: Callable[[dict[str, Any]], str],
) -> None:
    """Measure what needs no options, and print it as a report, or with `--json` for programs."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--json", action="store_true", help="figures for programs")
    as_json = parser.parse_args().json
    figures = measure(Pipeline.load())
    print(json.dumps(figures, indent=2) if as_json else report(figures))
