"""Any SPARQL 1.1 endpoint over HTTP, with nothing but the standard library."""

from __future__ import annotations

import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from typing import Any

from kg.errors import OntologyError, QueryLimitError, QueryRefusedError, StoreError
from kg.guard import check_read_only
from kg.ntriples import ntriples
from kg.store import ask_bindings
from kg.stores.ordering import arrange
from kg.terms import XSD_STRING, Bindings, Iri, Literal, Sparql, Term, Triple

__all__ = ["RemoteStore"]

LOAD_SECONDS = 60.0
LARGEST_ANSWER = 64 * 1024 * 1024  # bytes; 10,000 rows of our graph are under 4 MB
_CHUNK = 64 * 1024


class RemoteStore:
    """A `Store` behind a SPARQL 1.1 query endpoint.

    `query_url` answers queries. `load` needs `graph_url`, a Graph Store Protocol endpoint, or
    `update_url`, a SPARQL update endpoint; without them the store is read-only.
    """

    def __init__(self, query_url: str, graph_url: str = "", update_url: str = "") -> None:
        """Keep the addresses, which must be http or https; nothing is sent yet."""
        for url in filter(None, (query_url, graph_url, update_url)):
            if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
                raise StoreError(f"{url!r} is not an http address", "Give the endpoint's full address")
        self._query_url, self._graph_url, self._update_url = query_url, graph_url, update_url

    def load(self, triples: Iterable[Triple]) -> None:
        """Add `triples` to the default graph; raises `StoreError` if the endpoint refuses."""
        try:
            lines = ntriples(triples)
        except OntologyError as error:
            raise StoreError(error.cause, error.fix) from error
        if self._graph_url:
            url = f"{self._graph_url}{'&' if '?' in self._graph_url else '?'}default"
            request = _request(url, lines, "application/n-triples")
        elif self._update_url:
            request = _request(self._update_url, f"INSERT DATA {{\n{lines}}}", "application/sparql-update")
        else:
            raise StoreError(
                "This endpoint was opened for reading only", "Open it with graph_url or update_url"
            )
        try:
            with urllib.request.urlopen(request, timeout=LOAD_SECONDS):  # noqa: S310 - __init__ checked the scheme
                pass
        except urllib.error.HTTPError as error:
            raise _refusal(request, error) from error
        except (OSError, HTTPException) as error:
            raise _unreachable(request, error) from error

    def select(self, sparql: Sparql, seconds: float, rows: int) -> Bindings:
        """See `kg.store.Store.select`; the endpoint may go on working after the time limit."""
        check_read_only(sparql)
        request = _request(self._query_url, sparql.text, "application/sparql-query")
        request.add_header("Accept", "application/sparql-results+json")
        body = self._fetch(request, time.monotonic() + seconds, seconds)
        try:
            answer = json.loads(body)
            if "boolean" in answer:
                return ask_bindings(answer["boolean"] is True)
            variables = tuple(str(name) for name in answer["head"]["vars"])
            found = answer["results"]["bindings"]
            table = [tuple(_from_json(row.get(name)) for name in variables) for row in found]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise StoreError(
                f"{self._query_url} did not answer with SPARQL JSON results: {error!r}",
                "Check that the address is a SPARQL 1.1 query endpoint",
            ) from error
        if len(table) > rows:
            raise QueryLimitError(f"The query gives more than {rows} rows", "Add a LIMIT")
        return arrange(sparql, variables, table)

    def run(self, sparql: Sparql, seconds: float) -> None:
        """See `kg.store.Store.run`."""
        self.select(sparql, seconds, sys.maxsize)

    def close(self) -> None:
        """Nothing to release: each request has a connection of its own."""

    def _fetch(self, request: urllib.request.Request, deadline: float, seconds: float) -> bytes:
        late = QueryLimitError(f"The query took longer than {seconds:g} seconds", "Make it more specific")
        try:
            with urllib.request.urlopen(request, timeout=max(seconds, 0.001)) as response:  # noqa: S310 - __init__ checked the scheme
                return _read(response, deadline, late)
        except urllib.error.HTTPError as error:
            if error.code in (HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.GATEWAY_TIMEOUT):
                raise late from error
            if error.code == HTTPStatus.BAD_REQUEST:
                raise QueryRefusedError(f"{request.full_url} refused the query: {_text(error)}") from error
            raise _refusal(request, error) from error
        except (OSError, HTTPException) as error:
            if isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError):
                raise late from error
            raise _unreachable(request, error) from error


def _read(response: HTTPResponse, deadline: float, late: QueryLimitError) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := response.read1(_CHUNK):
        parts.append(part)
        size += len(part)
        if time.monotonic() > deadline:
            raise late
        if size > LARGEST_ANSWER:
            raise QueryLimitError(f"The answer is larger than {LARGEST_ANSWER} bytes", "Add a LIMIT")
    return b"".join(parts)


def _request(url: str, body: str, media_type: str) -> urllib.request.Request:
    headers = {"Content-Type": f"{media_type}; charset=utf-8", "User-Agent": "calf-kg"}
    return urllib.request.Request(url, body.encode(), headers, method="POST")  # noqa: S310 - as above


def _text(error: urllib.error.HTTPError) -> str:
    return " ".join(error.read(500).decode("utf-8", "replace").split()) or error.reason


def _refusal(request: urllib.request.Request, error: urllib.error.HTTPError) -> StoreError:
    return StoreError(
        f"{request.full_url} answered {error.code}: {_text(error)}",
        "Check the address and that the endpoint allows this",
    )


def _unreachable(request: urllib.request.Request, error: Exception) -> StoreError:
    return StoreError(f"{request.full_url} cannot be reached: {error}", "Check that the endpoint is running")


def _from_json(cell: Mapping[str, Any] | None) -> Term | None:
    if cell is None:
        return None
    kind, value = cell["type"], str(cell["value"])
    if kind == "uri":
        return Iri(value)
    if kind == "bnode":
        return Iri(f"_:{value}")
    if kind in ("literal", "typed-literal"):  # the second is what SPARQL 1.0 endpoints still send
        if "xml:lang" in cell:
            return Literal(value, language=str(cell["xml:lang"]).lower())
        return Literal(value, str(cell.get("datatype", XSD_STRING)))
    raise StoreError(f"The endpoint gave an unexpected term: {cell!r}")
