"""The contract of an export format, and what every format is given.

A format lives in one file of kg/exports and is listed in its FORMATS; nothing else names it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kg.rules import triple_key
from kg.terms import Iri, Triple
from kg.vocabulary import OWL, RDF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph import KnowledgeGraph
    from kg.terms import Term
    from kg.turtle import Document

__all__ = ["Exportable", "Format"]


@dataclass(frozen=True, slots=True)
class Exportable:
    """An ontology as its file states it and as a closed graph.

    With `inferred`, what follows is exported beside what is stated.
    """

    document: Document
    graph: KnowledgeGraph
    inferred: bool = False

    def triples(self) -> tuple[Triple, ...]:
        """All triples as OWL writes them: annotations stand as `owl:Axiom` nodes."""
        stated = dict.fromkeys(self.document.triples)
        derived = (t for t in self.derived() if t not in stated) if self.inferred else ()
        return (*stated, *derived, *self._axioms())

    def derived(self) -> tuple[Triple, ...]:
        """What follows about individuals: their statements and their classes, sorted."""
        types = (Triple(e.iri, RDF.TYPE, cls) for e in self.graph.entities() for cls in e.classes)
        found = (t for t in (*self.graph.statements(), *types) if self.graph.is_inferred(t))
        return tuple(sorted(found, key=triple_key))

    def _axioms(self) -> Iterator[Triple]:
        notes: dict[Triple, dict[tuple[Iri, Term], None]] = defaultdict(dict)
        for note in self.document.annotations:
            notes[note.triple][note.predicate, note.value] = None
        for number, triple in enumerate(sorted(notes, key=triple_key)):
            node = Iri(f"_:axiom{number}")
            yield Triple(node, RDF.TYPE, OWL.AXIOM)
            yield Triple(node, OWL.ANNOTATED_SOURCE, triple.subject)
            yield Triple(node, OWL.ANNOTATED_PROPERTY, triple.predicate)
            yield Triple(node, OWL.ANNOTATED_TARGET, triple.object)
            yield from (Triple(node, predicate, value) for predicate, value in notes[triple])


class Format(Protocol):
    """A format: its name on the command line, what it is, and its files.

    `is_folder` is true for a format of several files.
    """

    name: str
    about: str
    is_folder: bool

    def files(self, source: Exportable) -> dict[str, str]:
        """The text of each file by its name; a format of one file gives one."""
