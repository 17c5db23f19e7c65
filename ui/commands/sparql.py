"""`calf sparql`: a read-only query on the graph, as a table, JSON or CSV."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.errors import CalfError
from kg.terms import Bindings, Sparql

__all__ = ["read_query", "run"]


def read_query(query: str | None, file: Path | None) -> Sparql:
    """The query from the argument, from standard input ("-"), or from a file.

    Raises:
        CalfError: there is no query, or two, or the file cannot be read.
    """
    if (query is None) == (file is None):
        raise CalfError(
            "Exactly one query is needed", 'Write calf sparql "SELECT ...", calf sparql - or --file FILE'
        )
    if file is None:
        return Sparql(sys.stdin.read() if query == "-" else str(query))
    try:
        return Sparql(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CalfError(f"{file} is not UTF-8", "Save the file as UTF-8") from error
    except OSError as error:
        raise CalfError(f"{file} cannot be read: {error.strerror}", "Name a file that exists") from error


def run(query: Sparql, layout: str, ontology: Path | None) -> None:
    """Run `query` and print its rows; `layout` is "table", "json" or "csv".

    Raises:
        QueryRefusedError: the query is not read-only or not SPARQL; the text names line and column.
        QueryLimitError: it ran too long or found too much.
    """
    from kg.graph import KnowledgeGraph
    from ui.queries import answer, as_csv, as_json

    bindings = answer(KnowledgeGraph.load(ontology).query, query.text)
    if layout == "table":
        _print_table(bindings)
    else:
        sys.stdout.write(as_csv(bindings) if layout == "csv" else as_json(bindings))


def _print_table(bindings: Bindings) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from ui.queries import shorten

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for variable in bindings.variables:
        table.add_column(Text(variable), overflow="fold")
    for row in bindings.rows:
        table.add_row(*(Text(shorten(term)) for term in row))
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = 10_000  # a pipe has no edge to wrap at
    console.print(table)
    console.print(f"{len(bindings.rows)} row{'' if len(bindings.rows) == 1 else 's'}")
