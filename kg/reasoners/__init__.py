"""The referees there are. A new one is a module beside this file and a line in `REASONERS`."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import cast

from kg.errors import OntologyError
from kg.reasoner import Reasoner

__all__ = ["REASONERS", "open_reasoner"]

# Named, not imported: each needs libraries that answering questions does not.
REASONERS = MappingProxyType(
    {
        "hermit": ("kg.reasoners.hermit", "Hermit"),
        "owlrl": ("kg.reasoners.owlrl_reasoner", "OwlRl"),
    }
)


def open_reasoner(name: str) -> Reasoner:
    """The reasoner registered as `name`; raises `OntologyError` if there is none, or no library for it."""
    if name not in REASONERS:
        raise OntologyError(f"There is no reasoner named {name!r}", f"Choose one of {', '.join(REASONERS)}")
    module, kind = REASONERS[name]
    try:
        return cast("Reasoner", getattr(import_module(module), kind)())
    except ModuleNotFoundError as error:
        raise OntologyError(f"The reasoner {name!r} needs {error.name}", f"Install {error.name}") from error
