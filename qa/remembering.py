"""What a function finds in a graph, remembered for as long as the graph is there."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import TypeVar
from weakref import finalize, ref

from kg.graph import KnowledgeGraph

__all__ = ["per_graph"]

_Key = TypeVar("_Key", bound=Hashable)
_Found = TypeVar("_Found")
_Find = Callable[[_Key, KnowledgeGraph], _Found]


def per_graph(most: int) -> Callable[[_Find[_Key, _Found]], _Find[_Key, _Found]]:
    """Keeps the last `most` results of a function of a value and a graph, since a graph never changes.

    They go with the graph: a cache of both would keep graphs alive that nobody else needs.
    """

    def decorated(find: _Find[_Key, _Found]) -> _Find[_Key, _Found]:
        known: dict[int, Callable[[_Key], _Found]] = {}  # by identity: a weak key is hashed at each look

        @wraps(find)
        def remembered(key: _Key, graph: KnowledgeGraph) -> _Found:
            found = known.get(id(graph))
            if found is None:
                found = known[id(graph)] = lru_cache(maxsize=most)(_without_hold(find, graph))
                finalize(graph, known.pop, id(graph), None).atexit = False
            return found(key)

        return remembered

    return decorated


def _without_hold(find: _Find[_Key, _Found], graph: KnowledgeGraph) -> Callable[[_Key], _Found]:
    """The function with its graph, which it does not keep alive."""
    alive = ref(graph)

    def found(key: _Key) -> _Found:
        graph = alive()
        assert graph is not None  # the caller holds it
        return find(key, graph)

    return found
