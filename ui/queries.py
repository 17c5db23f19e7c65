"""A query as people write it, and its rows as they take them away; the same for terminal and page."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

from kg.errors import QueryRefusedError
from kg.terms import XSD_STRING, Bindings, Iri, Literal, Sparql, Term
from kg.vocabulary import PREFIXES

__all__ = ["answer", "as_csv", "as_json", "shorten"]


def answer(query: Callable[[Sparql], Bindings], text: str) -> Bindings:
    """The rows that `query` (`KnowledgeGraph.query`) gives for `text`; undeclared known prefixes are added.

    Raises:
        QueryRefusedError: the query is not read-only or not SPARQL; the text names line and column.
        QueryLimitError: it ran too long or found too much.
    """
    prologue = _missing_prefixes(text)
    try:
        return query(Sparql(prologue + text))
    except QueryRefusedError as error:
        raise _moved_up(error, prologue.count("\n")) from error


def _missing_prefixes(text: str) -> str:
    """A line that declares the known prefixes which `text` leaves undeclared; "" if it declares them all."""
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
    if term is None:
        return ""
    if isinstance(term, Literal):
        return f"{term.value}@{term.language}" if term.language else term.value
    for prefix, namespace in PREFIXES:
        if term.startswith(namespace):
            return f"{prefix}:{term.removeprefix(namespace)}"
    return f"<{term}>"


def as_csv(bindings: Bindings) -> str:
    """The SPARQL 1.1 CSV format: full IRIs, literals without type."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(bindings.variables)
    for row in bindings.rows:
        writer.writerow([term.value if isinstance(term, Literal) else term or "" for term in row])
    return text.getvalue()


def as_json(bindings: Bindings) -> str:
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
    return json.dumps(document, indent=2) + "\n"


def _term_json(term: Term) -> dict[str, Any]:
    if isinstance(term, Iri):
        return {"type": "uri", "value": str(term)}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    typed = {} if term.datatype == XSD_STRING else {"datatype": term.datatype}
    return {"type": "literal", "value": term.value, **typed}
