"""N-Triples: one triple a line, sorted, for tools that know nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ntriples import ntriples
from kg.rules import triple_key

if TYPE_CHECKING:
    from kg.export import Exportable

__all__ = ["NTriples"]


class NTriples:
    """The whole ontology, line by line."""

    name = "nt"
    about = "N-Triples, one triple a line"
    is_folder = False

    def files(self, source: Exportable) -> dict[str, str]:
        """One file of sorted lines."""
        return {"calf.nt": ntriples(sorted(source.triples(), key=triple_key))}
