"""Errors of kg. Each carries data, and its text names the cause and the fix.

CalfError
├── OntologyError       a file is missing, malformed or inconsistent
├── UnknownIriError     an IRI that the graph does not hold
├── QueryRefusedError   a query that is not read-only, or asks for what is not allowed
├── QueryLimitError     a query that ran too long or returned too much
└── StoreError          a store that cannot be opened or reached
"""

from __future__ import annotations

__all__ = [
    "CalfError",
    "OntologyError",
    "QueryLimitError",
    "QueryRefusedError",
    "StoreError",
    "UnknownIriError",
]


class CalfError(Exception):
    """Base of all errors a user can cause and mend: a cause and, where there is one, a fix."""

    def __init__(self, cause: str, fix: str = "") -> None:
        """Keep `cause` and `fix`; both are whole clauses without a final full stop."""
        super().__init__(f"{cause}. {fix}." if fix else f"{cause}.")
        self.cause = cause
        self.fix = fix


class OntologyError(CalfError):
    """A file of the ontology is missing, malformed or inconsistent."""


class UnknownIriError(CalfError):
    """An IRI that the graph does not hold."""


class QueryRefusedError(CalfError):
    """A query that is not read-only, or that asks for something not allowed."""


class QueryLimitError(CalfError):
    """A query that ran too long or returned too many rows."""


class StoreError(CalfError):
    """A store that cannot be opened or reached."""
