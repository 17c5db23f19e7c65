"""`calf sparql`: a read-only query on the graph, as a table, JSON or CSV."""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any

from kg.errors import CalfError, QueryRefusedError
from kg.terms import XSD_STRING, Bindings, Iri, Literal, Sparql, Term

__all__ = ["read_query", "run", "shorten"]


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

    graph = KnowledgeGraph.load(ontology)
    prologue = _missing_prefixes(query.text)
    try:
        bindings = graph.query(Sparql(prologue + query.text))
    except QueryRefusedError as error:
        raise _moved_up(error, prologue.count("\n")) from error
    {"table": _print_table, "json": _print_json, "csv": _print_csv}[layout](bindings)


def _missing_prefixes(text: str) -> str:
    """A line that declares the known prefixes which `text` leaves undeclared; "" if it declares them all."""
    from kg.vocabulary import PREFIXES

    declared = {name.lower() for name in re.findall(r"\bPREFIX\s+([\w-]*):", text, re.IGNORECASE)}
    missing = [f"PREFIX {name}: <{namespace}>" for name, namespace in PREFIXES if name not in declared]
    return " ".join(missing) + "\n" if missing else ""


def _moved_up(error: QueryRefusedError, lines: int) -> QueryRefusedError:
    """`error` with its position counted in the text that the user wrote, below `lines` lines of ours."""
    cause = re.sub(
        r"\bline (\d+)", lambda found: f"line {max(1, int(found[1]) - lines)}", error.cause, count=1
    )
    return QueryRefusedError(cause, error.fix)


def shorten(term: Term | None) -> str:
    """`term` as a reader knows it: `calf:soleus` for an IRI, the bare text of a literal, "" for None."""
    from kg.vocabulary import PREFIXES

    if term is None:
        return ""
    if isinstance(term, Literal):
        return f"{term.value}@{term.language}" if term.language else term.value
    for prefix, namespace in PREFIXES:
        if term.startswith(namespace):
            return f"{prefix}:{term.removeprefix(namespace)}"
    return f"<{term}>"


def _print_table(bindings: Bindings) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

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


def _print_csv(bindings: Bindings) -> None:
    """The SPARQL 1.1 CSV format: full IRIs, literals without type."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(bindings.variables)
    for row in bindings.rows:
        writer.writerow([term.value if isinstance(term, Literal) else term or "" for term in row])


def _print_json(bindings: Bindings) -> None:
    """The SPARQL 1.1 JSON format."""
    rows = [
        {
            name: _term_json(term)
            for name, term in zip(bindings.variables, row, strict=True)
            if term is not None
        }
        for row in bindings.rows
    ]
    document = {"head": {"vars": list(bindings.variables)}, "results": {"bindings": rows}}
    sys.stdout.write(json.dumps(document, indent=2) + "\n")


def _term_json(term: Term) -> dict[str, Any]:
    if isinstance(term, Iri):
        return {"type": "uri", "value": str(term)}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    typed = {} if term.datatype == XSD_STRING else {"datatype": term.datatype}
    return {"type": "literal", "value": term.value, **typed}
