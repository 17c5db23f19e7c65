"""What is remembered of a graph."""

from __future__ import annotations

import gc
from weakref import ref

from qa.remembering import per_graph


class _Graph:
    """Stands for a graph, of which only the identity counts."""


def test_a_graph_is_asked_once_for_each_value():
    """Each graph has results of its own, and gives them a second time without being asked."""
    asked = []

    @per_graph(8)
    def found(key, graph):
        asked.append((key, graph))
        return key * 2

    one, other = _Graph(), _Graph()
    assert [found(1, one), found(1, one), found(2, one), found(1, other)] == [2, 2, 4, 2]
    assert asked == [(1, one), (2, one), (1, other)]


def test_what_is_remembered_is_bounded():
    """Of more values than are kept, the oldest is looked for anew."""
    asked = []

    @per_graph(1)
    def found(key, graph):
        asked.append(key)
        return key

    graph = _Graph()
    assert [found(key, graph) for key in (1, 2, 1)] == asked == [1, 2, 1]


def test_what_is_remembered_goes_with_the_graph():
    """No cache keeps a graph alive that nobody else needs."""
    found = per_graph(8)(lambda key, graph: key)
    graph = _Graph()
    gone = ref(graph)
    found(1, graph)
    del graph
    gc.collect()
    assert gone() is None
