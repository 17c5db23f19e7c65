"""The one order of rows and columns that all stores share."""

from __future__ import annotations

from kg.guard import is_ordered, star_variables
from kg.terms import Bindings, Iri, Literal, Sparql, Term

__all__ = ["arrange", "row_key", "term_key"]


def arrange(sparql: Sparql, variables: tuple[str, ...], rows: list[tuple[Term | None, ...]]) -> Bindings:
    """Order the answer to `sparql`: columns of `*` by first mention, rows unless ORDER BY did it."""
    wanted = tuple(name for name in star_variables(sparql) if name in variables)
    if wanted and len(wanted) == len(variables):
        places = [variables.index(name) for name in wanted]
        variables, rows = wanted, [tuple(row[place] for place in places) for row in rows]
    return Bindings(variables, tuple(rows if is_ordered(sparql) else sorted(rows, key=row_key)))


def term_key(term: Term | None) -> tuple[int, str, str, str]:
    """Sort key over terms: unbound first, then IRIs, then literals by text, datatype, language."""
    match term:
        case None:
            return (0, "", "", "")
        case Literal(value, datatype, language):
            return (2, value, datatype, language)
        case Iri():
            return (1, term, "", "")


def row_key(row: tuple[Term | None, ...]) -> tuple[tuple[int, str, str, str], ...]:
    """Sort key over rows, column by column."""
    return tuple(term_key(term) for term in row)
