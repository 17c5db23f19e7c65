"""The knowledge graph: terms, statements, proofs and sources; it knows no English and no screen."""

from kg.errors import (
    CalfError,
    OntologyError,
    QueryLimitError,
    QueryRefusedError,
    StoreError,
    UnknownIriError,
)
from kg.graph import KnowledgeGraph
from kg.provenance import Claim, Evidence, Provenance, Source, Standing
from kg.schema import ClassTerm, Entity, PropertyTerm, Truth
from kg.terms import Bindings, Iri, Literal, Proof, Sparql, Term, Triple

__all__ = [
    "Bindings",
    "CalfError",
    "Claim",
    "ClassTerm",
    "Entity",
    "Evidence",
    "Iri",
    "KnowledgeGraph",
    "Literal",
    "OntologyError",
    "Proof",
    "PropertyTerm",
    "Provenance",
    "QueryLimitError",
    "QueryRefusedError",
    "Source",
    "Sparql",
    "Standing",
    "StoreError",
    "Term",
    "Triple",
    "Truth",
    "UnknownIriError",
]
