"""Oxigraph in memory: the only store that the application needs, and the fastest."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from itertools import islice

import pyoxigraph as ox

from kg.errors import OntologyError, QueryLimitError, QueryRefusedError, StoreError
from kg.guard import check_read_only
from kg.ntriples import ntriples
from kg.store import ask_bindings
from kg.stores.ordering import arrange
from kg.terms import Bindings, Iri, Literal, Sparql, Term, Triple

__all__ = ["OxigraphStore"]

LONGEST_ADVICE = 60  # characters
_AT_ONCE = 100_000  # triples turned into text at a time
_POSITION = re.compile(r"\bat (\d+):(\d+):? ?")


class OxigraphStore:
    """A `Store` over an in-memory Oxigraph, in the calling process.

    A row limit and the time between two rows are enforced here. Work that Oxigraph does before
    its first row cannot be interrupted; `kg.stores.isolated` ends that with the process it runs in.
    """

    def __init__(self) -> None:
        """Open an empty store."""
        self._store = ox.Store()

    def load(self, triples: Iterable[Triple]) -> None:
        """Add `triples`; raises `StoreError` if one of them holds an illegal IRI."""
        try:
            # Oxigraph's own parser makes quads faster than calls from Python do.
            rest = iter(triples)
            while text := ntriples(islice(rest, _AT_ONCE)):
                self._store.extend(ox.parse(text, format=ox.RdfFormat.N_TRIPLES))
        except (OntologyError, SyntaxError) as error:
            raise StoreError(f"Oxigraph refused a triple: {error}") from error

    def select(self, sparql: Sparql, seconds: float, rows: int) -> Bindings:
        """See `kg.store.Store.select`."""
        check_read_only(sparql)
        deadline = time.monotonic() + seconds
        try:
            found = self._store.query(sparql.text)
        except SyntaxError as error:
            raise QueryRefusedError(_syntax_cause(error)) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise StoreError(f"Oxigraph could not run the query: {error}") from error
        if isinstance(found, ox.QueryBoolean):
            _check_deadline(deadline, seconds)
            return ask_bindings(bool(found))
        if not isinstance(found, ox.QuerySolutions):
            raise QueryRefusedError("The query is neither SELECT nor ASK", "Write SELECT or ASK")
        variables = tuple(variable.value for variable in found.variables)
        table: list[tuple[Term | None, ...]] = []
        for solution in found:
            _check_deadline(deadline, seconds)
            if len(table) == rows:
                raise QueryLimitError(f"The query gives more than {rows} rows", "Add a LIMIT")
            table.append(tuple(None if term is None else _from_oxigraph(term) for term in solution))
        _check_deadline(deadline, seconds)
        return arrange(sparql, variables, table)

    def run(self, sparql: Sparql, seconds: float) -> None:
        """See `kg.store.Store.run`."""
        deadline = time.monotonic() + seconds
        found = self._store.query(sparql.text)
        for _ in found if isinstance(found, ox.QuerySolutions) else ():
            _check_deadline(deadline, seconds)

    def close(self) -> None:
        """Forget all triples."""
        self._store = ox.Store()


def _check_deadline(deadline: float, seconds: float) -> None:
    if time.monotonic() > deadline:
        raise QueryLimitError(f"The query took longer than {seconds:g} seconds", "Make it more specific")


def _syntax_cause(error: SyntaxError) -> str:
    text = str(error.msg)
    match = _POSITION.search(text)
    if match is None:
        return text
    # Oxigraph lists every token that could stand there; a long list helps nobody.
    wanted = text[match.end() :]
    wanted = wanted if len(wanted) <= LONGEST_ADVICE else "this is not how SPARQL goes on"
    return f"line {match[1]}, column {match[2]}: {wanted}"


def _from_oxigraph(term: object) -> Term:
    match term:
        case ox.NamedNode():
            return Iri(term.value)
        case ox.BlankNode():
            return Iri(f"_:{term.value}")
        case ox.Literal():
            if term.language:
                return Literal(term.value, language=term.language)
            return Literal(term.value, term.datatype.value)
    raise StoreError(f"Oxigraph gave an unexpected term: {term!r}")
