"""The formats there are. A new one is a module here and a line in the tuple."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.exports.csv_tables import CsvTables
from kg.exports.json_ld import JsonLd
from kg.exports.n_triples import NTriples
from kg.exports.obo_graphs import OboGraphs
from kg.exports.skos_concepts import SkosConcepts
from kg.exports.turtle_text import TurtleText

if TYPE_CHECKING:
    from kg.export import Format

__all__ = ["FORMATS"]

FORMATS: tuple[Format, ...] = (
    TurtleText(),
    JsonLd(),
    NTriples(),
    CsvTables(),
    SkosConcepts(),
    OboGraphs(),
)
