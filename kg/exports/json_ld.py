"""JSON-LD 1.1 with a context of its own, so that no reader needs a network."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.naming import NAMESPACES, compact
from kg.nesting import Nesting
from kg.terms import XSD_STRING, Iri, Literal
from kg.turtle import is_blank
from kg.vocabulary import RDF

if TYPE_CHECKING:
    from kg.export import Exportable
    from kg.terms import Term

__all__ = ["JsonLd"]

Json = str | list["Json"] | dict[str, "Json"]


class JsonLd:
    """The whole ontology as one JSON document."""

    name = "jsonld"
    about = "JSON-LD 1.1 with an inline context"
    is_folder = False

    def files(self, source: Exportable) -> dict[str, str]:
        """One file."""
        nesting = Nesting(source.triples())
        document: Json = {
            "@context": dict(NAMESPACES),
            "@graph": [_node(top, nesting) for top in nesting.tops()],
        }
        return {"calf.jsonld": json.dumps(document, ensure_ascii=False, indent=1) + "\n"}


def _node(node: Iri, nesting: Nesting) -> Json:
    named = not is_blank(node) or (nesting.is_used(node) and not nesting.is_nested(node))
    found: dict[str, Json] = {"@id": _iri(node)} if named else {}
    for predicate, values in nesting.said(node):
        if predicate == RDF.TYPE and not any(is_blank(value) for value in values):
            found["@type"] = [_iri(value) for value in values if isinstance(value, Iri)]
        else:
            found[_iri(predicate)] = [_value(value, nesting) for value in values]
    return found


def _value(value: Term, nesting: Nesting) -> Json:
    if isinstance(value, Literal):
        if value.language:
            return {"@value": value.value, "@language": value.language}
        if value.datatype == XSD_STRING:
            return value.value
        return {"@value": value.value, "@type": _iri(Iri(value.datatype))}
    items = nesting.items(value)
    if items is not None:
        return {"@list": [_value(item, nesting) for item in items]}
    return _node(value, nesting) if nesting.is_nested(value) else {"@id": _iri(value)}


def _iri(iri: Iri) -> str:
    return compact(iri) or iri
