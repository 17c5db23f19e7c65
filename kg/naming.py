"""IRIs as prefixed names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.vocabulary import PREFIXES

if TYPE_CHECKING:
    from kg.terms import Iri

__all__ = ["NAMESPACES", "compact"]

NAMESPACES = (
    *PREFIXES,
    ("bibo", "http://purl.org/ontology/bibo/"),
    ("fma", "http://purl.org/sig/ont/fma/"),
    ("obo", "http://purl.obolibrary.org/obo/"),
)
"""The prefixes that written files declare, with their namespaces."""

_LOCAL = re.compile(r"[A-Za-z_][\w-]*\Z")


def compact(iri: Iri) -> str | None:
    """An IRI as `prefix:local`, or None where no prefix fits."""
    for prefix, namespace in NAMESPACES:
        if iri.startswith(namespace) and _LOCAL.match(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return None
