"""Imports a package without a part of it that it loads and nobody here uses."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

__all__ = ["without"]


@contextmanager
def without(*modules: str) -> Iterator[None]:
    """Importing one of `modules` gives an empty stand-in in here, and the real one afterwards."""
    absent = [name for name in modules if name not in sys.modules]
    sys.modules.update({name: _StandIn(name) for name in absent})
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


class _StandIn(ModuleType):
    """Whatever is imported from it is None."""

    def __getattr__(self, name: str) -> None:
        if name.startswith("__"):  # Python's own questions about a module want a true answer
            raise AttributeError(name)
