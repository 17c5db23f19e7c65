"""The stores that answer queries, each opened and filled when a query first needs it."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.store import Store
    from kg.terms import Triple

__all__ = ["Engines"]


class Engines:
    """At most two stores over the same triples: one in this process, and one that can be ended."""

    def __init__(self, open_store: Callable[[bool], Store]) -> None:
        """Keep `open_store`, which is called with whether the store is to be isolated."""
        self._open = open_store
        self._stores: dict[bool, Store] = {}
        self._lock = Lock()

    def __reduce__(self) -> tuple[type[Engines], tuple[Callable[[bool], Store]]]:
        """A copy opens stores of its own."""
        return Engines, (self._open,)

    def store(self, triples: Callable[[], Iterable[Triple]], *, isolated: bool) -> Store:
        """The store, filled with `triples()` if it is new; threads may share it."""
        with self._lock:
            if isolated not in self._stores:
                store = self._open(isolated)
                store.load(triples())
                self._stores[isolated] = store
            return self._stores[isolated]
