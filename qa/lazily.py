"""Properties that are found when they are first asked for, and kept with their object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

__all__ = ["Lazy"]

_Found = TypeVar("_Found")


class Lazy(Generic[_Found]):
    """A property that is found once: `functools.cached_property` without a lock, which Python 3.12 dropped.

    A question asks for some seventy of them, and nothing here needs a lock: one thread reads a question, and
    what two find of the graph or the language is the same.
    """

    def __init__(self, find: Callable[[Any], _Found]) -> None:
        """The property that `find` finds."""
        self._find = find
        self._name = find.__name__
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> _Found: ...
    def __get__(self, instance: object | None, owner: type) -> Self | _Found:
        """What is found of an object; kept under its own name, so that it is not asked for here again."""
        if instance is None:
            return self
        found = instance.__dict__[self._name] = self._find(instance)
        return found
