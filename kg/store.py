"""The contract of a store: it takes triples and answers read-only SPARQL with frozen rows.

A blank node crosses this boundary as an `Iri` that starts with `_:`; a language-tagged literal
keeps the default datatype of `Literal` and is told apart by its `language`, in lower case.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from kg.terms import Bindings, Literal, Sparql, Triple

__all__ = ["ASK_VARIABLE", "Store", "ask_bindings"]

ASK_VARIABLE = "ask"
XSD_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


@runtime_checkable
class Store(Protocol):
    """Holds one default graph and answers SELECT and ASK queries over it."""

    def load(self, triples: Iterable[Triple]) -> None:
        """Add `triples` to the default graph; a triple that is already there stays once.

        Raises `StoreError` if the store cannot take them.
        """

    def select(self, sparql: Sparql, seconds: float, rows: int) -> Bindings:
        """Answer a SELECT or ASK query within `seconds` of wall time and at most `rows` rows.

        Rows keep the order of the query's own ORDER BY and are sorted by their terms if it has
        none. ASK gives one row with the one column `ask`, an `xsd:boolean`.

        Raises `QueryRefusedError` if the query is not read-only or not well-formed, naming line
        and column; `QueryLimitError` if a limit was passed; `StoreError` if the store fails.
        """

    def run(self, sparql: Sparql, seconds: float) -> None:
        """Answer a query that this project compiled, of which nobody reads the rows.

        It need not be checked, and its rows need not become terms or come into an order.
        """

    def close(self) -> None:
        """Release what the store holds; calling it twice is allowed."""


def ask_bindings(answer: bool) -> Bindings:  # noqa: FBT001 - it is all that an ASK says
    """The one row of an ASK query."""
    return Bindings((ASK_VARIABLE,), ((Literal("true" if answer else "false", XSD_BOOLEAN),),))
