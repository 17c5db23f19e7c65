"""Finds calf.owl, parses it, closes it under its rules and refuses it if it contradicts itself."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from kg.axioms import Axioms, Schema, read_axioms
from kg.consistency import check_consistency, denials, negative_assertions
from kg.errors import OntologyError
from kg.rules import Closure, close
from kg.terms import Iri, Term, Triple
from kg.turtle import Document, is_blank, parse, read
from kg.vocabulary import OWL, RDF

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

__all__ = ["Ontology", "load_ontology", "open_ontology", "read_ontology", "shipped", "written_notes"]

_FILE = "calf.owl"

_DENIAL = frozenset(
    {OWL.ASSERTION_PROPERTY, OWL.SOURCE_INDIVIDUAL, OWL.TARGET_INDIVIDUAL, OWL.TARGET_VALUE, RDF.TYPE}
)

_STATED_PARTS = (OWL.ANNOTATED_SOURCE, OWL.ANNOTATED_PROPERTY, OWL.ANNOTATED_TARGET)
_DENIED_PARTS = (OWL.SOURCE_INDIVIDUAL, OWL.ASSERTION_PROPERTY, OWL.TARGET_INDIVIDUAL)

Notes = dict[Triple, tuple[tuple[Iri, Term], ...]]


@dataclass(frozen=True, slots=True)
class Ontology:
    """A consistent ontology with everything that follows from it.

    `named` are all its triples without blank nodes; `notes` are the annotations of each statement, a
    class-level statement being written as `Schema.class_statements` says. `denied` are the statements that
    cannot hold, each with the negative assertion that rules it out.
    """

    version: str
    named: tuple[Triple, ...]
    schema: Schema
    axioms: Axioms
    closure: Closure
    notes: Notes
    denied: dict[Triple, Triple]


def load_ontology(path: Path | None = None) -> Ontology:
    """Load the ontology of the file at `path`, or the shipped one.

    Raises:
        OntologyError: the file is missing, malformed or inconsistent.
    """
    return open_ontology(read_ontology(path))


def read_ontology(path: Path | None = None) -> Document:
    """What the file at `path` states, or the shipped one, without anything that follows.

    Raises:
        OntologyError: the file is missing or malformed.
    """
    return read(path) if path else parse(shipped(), _FILE)


def open_ontology(document: Document) -> Ontology:
    """Close a parsed ontology under its rules and check that it is consistent."""
    schema = Schema.of(document.triples)
    axioms = read_axioms(schema)
    named = tuple(t for t in document.triples if not (is_blank(t.subject) or is_blank(t.object)))
    closure = close((t for t in named if _is_fact(t, schema)), axioms)
    check_consistency(schema, axioms, closure)
    negatives = negative_assertions(schema)
    notes = _notes(document, schema, negatives)
    return Ontology(_version(schema), named, schema, axioms, closure, notes, denials(negatives, axioms))


def written_notes(notes: Notes, denied: Container[Triple]) -> Iterator[Triple]:
    """The notes on statements and denials as axioms and negative assertions, blank nodes numbered."""
    for number, (statement, said) in enumerate(notes.items()):
        node = Iri(f"_:n{number}")
        is_denied = statement in denied
        names = _DENIED_PARTS if is_denied else _STATED_PARTS
        yield Triple(node, RDF.TYPE, OWL.NEGATIVE_PROPERTY_ASSERTION if is_denied else OWL.AXIOM)
        yield from (Triple(node, name, part) for name, part in zip(names, statement, strict=True))
        yield from (Triple(node, predicate, value) for predicate, value in said)


def shipped() -> bytes:
    """The bytes of the ontology that is built in; OntologyError if it is missing."""
    try:
        return resources.files("ontology").joinpath(_FILE).read_bytes()
    except (ModuleNotFoundError, OSError) as error:
        raise OntologyError(f"{_FILE} is missing", "Build it with `python -m kg build`") from error


def _is_fact(triple: Triple, schema: Schema) -> bool:
    if triple.predicate == RDF.TYPE:
        return triple.object in schema.classes
    return triple.predicate in schema.object_properties or triple.predicate in schema.data_properties


def _version(schema: Schema) -> str:
    headers = schema.typed(OWL.ONTOLOGY)
    versions = sorted(iri for header in headers for iri in schema.iris(header, OWL.VERSION_IRI))
    return next(iter((*versions, *headers)), "")


def _notes(document: Document, schema: Schema, negatives: dict[Triple, Iri]) -> Notes:
    notes: dict[Triple, set[tuple[Iri, Term]]] = defaultdict(set)
    for annotation in document.annotations:
        for statement in schema.class_statements(annotation.triple):
            notes[statement].add((annotation.predicate, annotation.value))
    statements = {node: statement for statement, node in negatives.items()}
    for triple in document.triples:
        # A negative assertion is a node of its own in RDF, so its annotations are plain triples on it.
        if triple.subject in statements and triple.predicate not in _DENIAL:
            notes[statements[triple.subject]].add((triple.predicate, triple.object))
    return {statement: tuple(sorted(found, key=str)) for statement, found in notes.items()}
