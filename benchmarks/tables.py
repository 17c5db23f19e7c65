"""Figures as plain text tables."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["table"]

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
