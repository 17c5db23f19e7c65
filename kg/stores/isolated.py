"""Runs another store in a child process, so that a query can be ended at any moment.

Oxigraph cannot be interrupted before its first row, and some well-formed texts overflow a parser's
stack. In a child, the worst such a query does is to end that child; see
docs/decisions/0003-query-limits.md. Messages are one line of JSON each way.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Iterable
from typing import IO, Any

from kg import errors
from kg.errors import CalfError, QueryLimitError, StoreError
from kg.store import Store
from kg.terms import Bindings, Iri, Literal, Sparql, Term, Triple

__all__ = ["IsolatedStore", "serve"]

MOST_CHILDREN = 4  # queries that run at once; more wait, and their wait counts as their time
KEPT_CHILDREN = 2  # idle ones that are kept; each holds a copy of the graph
LOAD_SECONDS = 60.0
MEMORY_BYTES = 2 << 30  # address space of a child, where the system can limit it
_BOOT = (
    "import sys, json; name, options, sys.path[:] = json.loads(sys.argv[1]);"
    "from kg.stores.isolated import main; main(name, options)"
)


class IsolatedStore:
    """A `Store` whose queries run in child processes that end with their time limit.

    Threads may share it. A child starts when triples are loaded and takes them with its first query.
    """

    def __init__(self, name: str, **options: str) -> None:
        """Name the store, as in `kg.stores.STORES`, that each child opens with `options`."""
        self._argument = json.dumps([name, options, sys.path])
        self._triples = "[]"
        self._rows: list[list[str]] = []
        self._idle: list[_Child] = []
        self._turn = threading.BoundedSemaphore(MOST_CHILDREN)
        self._lock = threading.Lock()
        self._finalizer = weakref.finalize(self, _end_all, self._idle)

    def load(self, triples: Iterable[Triple]) -> None:
        """Add `triples`; an illegal one raises `StoreError` at the first query."""
        with self._lock:
            self._rows.extend(_pack_triple(triple) for triple in triples)
            self._triples = json.dumps(self._rows, ensure_ascii=False)
            _end_all(self._idle)
            self._idle.append(_Child(self._argument, self._triples))

    def select(self, sparql: Sparql, seconds: float, rows: int) -> Bindings:
        """See `kg.store.Store.select`; waiting for a free child counts towards `seconds`."""
        deadline = time.monotonic() + seconds
        if not self._turn.acquire(timeout=max(seconds, 0)):
            raise QueryLimitError(
                f"{MOST_CHILDREN} other queries were running for {seconds:g} seconds", "Try again"
            )
        try:
            with self._lock:
                child = self._idle.pop() if self._idle else _Child(self._argument, self._triples)
            try:
                answer = child.ask(sparql.text, deadline, seconds, rows)
            except BaseException:
                child.end()
                self._keep(_Child(self._argument, self._triples))  # boots while nobody waits
                raise
            self._keep(child)
        finally:
            self._turn.release()
        _raise_error(answer)
        return _unpack(answer)

    def run(self, sparql: Sparql, seconds: float) -> None:
        """See `kg.store.Store.run`."""
        self.select(sparql, seconds, sys.maxsize)

    def close(self) -> None:
        """End the idle children; a later query starts a new one."""
        with self._lock:
            _end_all(self._idle)

    def _keep(self, child: _Child) -> None:
        with self._lock:
            if child.triples is self._triples and len(self._idle) < KEPT_CHILDREN:
                self._idle.append(child)
                return
        child.end()


class _Child:
    """One child process and the two pipes to it."""

    def __init__(self, argument: str, triples: str) -> None:
        self.triples = triples
        self._loaded = False
        if not sys.executable:
            raise StoreError(
                "There is no Python executable to run queries with", "Open the store with isolated=False"
            )
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own text
                [sys.executable, "-I", "-c", _BOOT, argument],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise StoreError(f"A child process for queries cannot be started: {error}") from error

    def ask(self, text: str, deadline: float, seconds: float, rows: int) -> dict[str, Any]:
        """Send one query and wait for its answer; the child ends itself at the deadline."""
        if not self._loaded:
            started = time.monotonic()
            reply = self._exchange(self.triples.encode())
            if reply is None:
                raise StoreError(
                    "The child process for queries ended while it loaded the graph",
                    "Open the store with isolated=False to see why",
                )
            _raise_error(reply)
            self._loaded = True
            deadline += time.monotonic() - started  # starting a child is not the query's fault
        left = deadline - time.monotonic()
        answer = self._exchange(json.dumps([text, left, rows]).encode()) if left > 0 else None
        if answer is None:
            if time.monotonic() >= deadline:
                raise QueryLimitError(
                    f"The query took longer than {seconds:g} seconds", "Make it more specific"
                )
            raise QueryLimitError(
                "The query needed more memory or stack than a query may use", "Make it more specific"
            )
        return answer

    def end(self) -> None:
        """Kill the process and release its pipes."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._process.wait()

    def _exchange(self, line: bytes) -> dict[str, Any] | None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(line + b"\n")
            self._process.stdin.flush()
            reply = self._process.stdout.readline()
        except OSError:
            return None
        return json.loads(reply) if reply.endswith(b"\n") else None


def _end_all(children: list[_Child]) -> None:
    while children:
        children.pop().end()


def _raise_error(answer: dict[str, Any]) -> None:
    if "error" in answer:
        kind: type[CalfError] = getattr(errors, answer["error"])
        raise kind(answer["cause"], answer["fix"])


def _pack_triple(triple: Triple) -> list[str]:
    row = [str(triple.subject), str(triple.predicate)]
    return row + (_pack(triple.object) if isinstance(triple.object, Literal) else [str(triple.object)])


def _pack(literal: Literal) -> list[str]:
    return [literal.value, literal.datatype, literal.language]


def _unpack(answer: dict[str, Any]) -> Bindings:
    return Bindings(
        tuple(answer["variables"]),
        tuple(tuple(map(_unpack_term, row)) for row in answer["rows"]),
    )


def _unpack_term(cell: str | list[str] | None) -> Term | None:
    if cell is None:
        return None
    return Iri(cell) if isinstance(cell, str) else Literal(*cell)


# ---------------------------------------------------------------- in the child


def main(name: str, options: dict[str, str]) -> None:
    """Serve the store `name` on the standard streams; never called in the parent."""
    from kg.stores import open_store  # noqa: PLC0415 - that module imports this one

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    with contextlib.suppress(BrokenPipeError):
        serve(open_store(name, isolated=False, **options), sys.stdin.buffer, sys.stdout.buffer)
    os._exit(0)  # the graph need not be freed piece by piece


def serve(store: Store, requests: IO[bytes], replies: IO[bytes]) -> None:
    """Load the triples of the first line, then answer one query a line until the input ends."""
    with open(os.devnull, "w") as silent:  # noqa: PTH123 - no Path is needed to name the null device
        for number, line in enumerate(requests):
            seconds = LOAD_SECONDS if number == 0 else float(json.loads(line)[1])
            # This timer is a thread of C that does not need Python's lock: it ends the process
            # even inside a regular expression, and even if the parent is gone.
            faulthandler.dump_traceback_later(max(seconds, 1e-3), exit=True, file=silent)
            try:
                reply = _load(store, line) if number == 0 else _answer(store, line)
            except CalfError as error:
                reply = {"error": type(error).__name__, "cause": error.cause, "fix": error.fix}
            except (MemoryError, RecursionError):
                reply = {
                    "error": "QueryLimitError",
                    "fix": "Make it more specific",
                    "cause": "The query needed more memory or stack than a query may use",
                }
            replies.write(json.dumps(reply, ensure_ascii=False).encode() + b"\n")
            replies.flush()
            faulthandler.cancel_dump_traceback_later()


def _load(store: Store, line: bytes) -> dict[str, Any]:
    store.load(
        Triple(Iri(s), Iri(p), Literal(*o) if len(o) > 1 else Iri(o[0])) for s, p, *o in json.loads(line)
    )
    return {}


def _answer(store: Store, line: bytes) -> dict[str, Any]:
    text, seconds, rows = json.loads(line)
    found = store.select(Sparql(text), seconds, rows)
    table = [[_pack(cell) if isinstance(cell, Literal) else cell for cell in row] for row in found.rows]
    return {"variables": found.variables, "rows": table}
