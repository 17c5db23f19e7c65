"""rdflib in memory: the slow reference that the fast stores are compared with."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable

import rdflib
from pyparsing import ParseException
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.query import ResultRow
from rdflib.term import Node

from kg.errors import QueryLimitError, QueryRefusedError, StoreError
from kg.guard import check_read_only
from kg.store import ask_bindings
from kg.stores.ordering import arrange
from kg.terms import XSD_STRING, Bindings, Iri, Literal, Sparql, Term, Triple

__all__ = ["RdflibStore"]

_SPACE = re.compile(r"\s+")
_BACKSLASH_AND_U = re.compile(r"(?<!\\)((?:\\\\)+)([uU])")  # escaped backslashes, then a letter


class RdflibStore:
    """A `Store` over an in-memory rdflib graph, in the calling process.

    Limits are checked between rows; see `kg.stores.isolated` for a hard end.
    """

    def __init__(self) -> None:
        """Open an empty store."""
        self._graph = rdflib.Graph()

    def load(self, triples: Iterable[Triple]) -> None:
        """Add `triples`."""
        for triple in triples:
            self._graph.add(
                (_iri(triple.subject), rdflib.URIRef(triple.predicate), _to_rdflib(triple.object))
            )

    def select(self, sparql: Sparql, seconds: float, rows: int) -> Bindings:
        """See `kg.store.Store.select`."""
        check_read_only(sparql)
        deadline = time.monotonic() + seconds
        try:
            text = _BACKSLASH_AND_U.sub(_with_escaped_letter, sparql.text)
            parseQuery(text)
            # rdflib would otherwise offer the prefixes it knows, and queries would differ by store.
            found = self._graph.query(text, initNs={})
        except ParseException as error:
            near = _SPACE.sub(" ", error.line[error.column - 1 :])[:20]
            raise QueryRefusedError(
                f"line {error.lineno}, column {error.column}: syntax error near {near!r}"
            ) from error
        except Exception as error:  # rdflib reports undeclared prefixes and bad projections this way
            raise QueryRefusedError(f"rdflib refused the query: {error}") from error
        if found.type == "ASK":
            _check_deadline(deadline, seconds)
            return ask_bindings(bool(found.askAnswer))
        table: list[tuple[Term | None, ...]] = []
        for row in found:
            _check_deadline(deadline, seconds)
            if len(table) == rows:
                raise QueryLimitError(f"The query gives more than {rows} rows", "Add a LIMIT")
            if isinstance(row, ResultRow):
                table.append(tuple(_from_rdflib(term) for term in row))
        _check_deadline(deadline, seconds)
        variables = tuple(str(variable) for variable in found.vars or ())
        return arrange(sparql, variables, table)

    def run(self, sparql: Sparql, seconds: float) -> None:
        """See `kg.store.Store.run`."""
        self.select(sparql, seconds, sys.maxsize)

    def close(self) -> None:
        """Forget all triples."""
        self._graph = rdflib.Graph()


def _with_escaped_letter(match: re.Match[str]) -> str:
    r"""`\\u` without a `\u` in it: rdflib decodes `\u0053` even where the backslash is escaped itself."""
    return f"{match[1]}\\U{ord(match[2]):08X}"  # eight digits, since rdflib takes up to eight


def _check_deadline(deadline: float, seconds: float) -> None:
    if time.monotonic() > deadline:
        raise QueryLimitError(f"The query took longer than {seconds:g} seconds", "Make it more specific")


def _iri(iri: Iri) -> rdflib.URIRef | rdflib.BNode:
    return rdflib.BNode(iri[2:]) if iri.startswith("_:") else rdflib.URIRef(iri)


def _to_rdflib(term: Term) -> Node:
    if isinstance(term, Iri):
        return _iri(term)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language.lower())
    if term.datatype == XSD_STRING:
        # rdflib tells "a" and "a"^^xsd:string apart, which RDF 1.1 does not.
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype), normalize=False)


def _from_rdflib(term: object) -> Term | None:
    match term:
        case None:
            return None
        case rdflib.URIRef():
            return Iri(str(term))
        case rdflib.BNode():
            return Iri(f"_:{term}")
        case rdflib.Literal():
            if term.language:
                return Literal(str(term), language=term.language.lower())
            return Literal(str(term), str(term.datatype or XSD_STRING))
    raise StoreError(f"rdflib gave an unexpected term: {term!r}")
