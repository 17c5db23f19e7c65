"""Frozen values that cross every boundary of kg: terms, triples, queries, rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["XSD_STRING", "Bindings", "Iri", "Literal", "Proof", "Sparql", "Term", "Triple"]

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


class Iri(str):
    """An absolute IRI; a `str`, so that it hashes, sorts and prints as its text."""

    __slots__ = ()

    @property
    def local(self) -> str:
        """The part after the last `#` or `/`."""
        return self.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


class Literal(NamedTuple):
    """An RDF literal: its text, its datatype IRI, and its language tag ("" if none)."""

    value: str
    datatype: str = XSD_STRING
    language: str = ""


Term = Iri | Literal


class Triple(NamedTuple):
    """One statement of the graph: subject and predicate are IRIs, the object is a term."""

    subject: Iri
    predicate: Iri
    object: Term


@dataclass(frozen=True, slots=True)
class Proof:
    """Why a triple holds.

    `rule` is "" for an asserted triple and the name of the rule that derived it otherwise;
    `premises` are the proofs of the triples which that rule used, in the rule's order;
    `axioms` are the schema statements that license the rule, such as a property chain.
    """

    conclusion: Triple
    rule: str = ""
    premises: tuple[Proof, ...] = ()
    axioms: tuple[Triple, ...] = ()


@dataclass(frozen=True, slots=True)
class Sparql:
    """The text of a read-only SPARQL 1.1 query."""

    text: str


@dataclass(frozen=True, slots=True)
class Bindings:
    """Rows of a query: variable names without `?`, and one term (or None) per variable."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
