"""Turtle 1.1: one block a subject, blank nodes and lists where they are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.expressing import term_words
from kg.naming import NAMESPACES
from kg.nesting import Nesting
from kg.terms import Iri
from kg.turtle import is_blank
from kg.vocabulary import RDF

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.export import Exportable
    from kg.terms import Term, Triple

__all__ = ["TurtleText", "turtle"]

_PAD = "    "


class TurtleText:
    """The whole ontology, as a person reads it."""

    name = "ttl"
    about = "Turtle 1.1, sorted; annotations of statements as owl:Axiom"
    is_folder = False

    def files(self, source: Exportable) -> dict[str, str]:
        """One file."""
        return {"calf.ttl": turtle(source.triples())}


def turtle(triples: Iterable[Triple]) -> str:
    """Triples as Turtle; the same text for the same statements."""
    nesting = Nesting(triples)
    blocks = [f"{_subject(top, nesting)}{_said(top, nesting, 1)} ." for top in nesting.tops()]
    head = [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in NAMESPACES]
    return "\n".join(["\n".join(head), "", *blocks, ""])


def _subject(node: Iri, nesting: Nesting) -> str:
    if is_blank(node):
        return node if nesting.is_used(node) else "[]"
    return term_words(node)


def _said(node: Iri, nesting: Nesting, depth: int) -> str:
    """Predicates and values, one a line."""
    pad = _PAD * depth
    lines = []
    for predicate, values in nesting.said(node):
        verb = "a" if predicate == RDF.TYPE else term_words(predicate)
        lines.append(f"{verb} {', '.join(_object(value, nesting, depth) for value in values)}")
    return " " + f" ;\n{pad}".join(lines)


def _object(value: Term, nesting: Nesting, depth: int) -> str:
    if not isinstance(value, Iri):
        return term_words(value)
    if not is_blank(value):
        return term_words(value)
    items = nesting.items(value)
    if items is not None:
        return f"( {' '.join(_object(item, nesting, depth + 1) for item in items)} )"
    if nesting.is_nested(value):
        return f"[{_said(value, nesting, depth + 1)} ]"
    return value
