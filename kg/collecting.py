"""Python's garbage collector rests while a graph is made, since all of a graph stays: half the time.

Once the graph of a process is there, it need not be searched again and again: a search of it takes a tenth
of a second, which one answer in some hundred would wait for.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["kept", "uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage in here; afterwards it is as it was before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def kept() -> None:
    """Never again search what is there now for garbage; for what stays as long as the process does."""
    gc.freeze()
