"""OBO Graphs JSON: nodes and edges, as OBO tools and many graph viewers read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.axioms import Schema
from kg.terms import Iri, Literal
from kg.vocabulary import CALF_NS, ONTOLOGY, OWL, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from kg.export import Exportable
    from kg.schema import ClassTerm, Entity, PropertyTerm
    from kg.terms import Triple

__all__ = ["OboGraphs"]

Json = object
_NS = SKOS.DEFINITION.removesuffix("definition")
_MATCHES = frozenset(Iri(_NS + name) for name in ("exactMatch", "closeMatch"))
_IS_INFERRED = "http://www.geneontology.org/formats/oboInOwl#is_inferred"


class OboGraphs:
    """Terms as nodes, statements between them as edges."""

    name = "obographs"
    about = "OBO Graphs JSON"
    is_folder = False

    def files(self, source: Exportable) -> dict[str, str]:
        """One file."""
        graph = source.graph
        nodes = [
            *(_node(term, "CLASS", source) for term in graph.classes()),
            *(_node(term, "PROPERTY", source) for term in graph.properties()),
            *(_node(term, "INDIVIDUAL", source) for term in graph.entities()),
        ]
        document = {
            "graphs": [
                {
                    "id": ONTOLOGY,
                    "lbl": _title(source),
                    "meta": {"version": graph.version},
                    "nodes": nodes,
                    "edges": [*_schema_edges(source), *_edges(source)],
                    "domainRangeAxioms": _domains(source),
                    "propertyChainAxioms": _chains(source),
                }
            ]
        }
        return {"calf.obographs.json": json.dumps(document, ensure_ascii=False, indent=1) + "\n"}


def _title(source: Exportable) -> str:
    title = Iri("http://purl.org/dc/terms/title")
    found = source.graph.objects(ONTOLOGY, title)
    return next((v.value for v in found if isinstance(v, Literal)), ONTOLOGY)


def _node(term: ClassTerm | Entity | PropertyTerm, kind: str, source: Exportable) -> dict[str, Json]:
    meta: dict[str, Json] = {}
    if term.definition:
        meta["definition"] = {"val": term.definition}
    matches = [str(v) for p in sorted(_MATCHES) for v in source.graph.objects(term.iri, p)]
    if matches:
        meta["xrefs"] = [{"val": match} for match in matches]
    words = _synonyms(term)
    if words:
        meta["synonyms"] = words
    values = [t for t in source.graph.statements(subject=term.iri) if isinstance(t.object, Literal)]
    if values:
        meta["basicPropertyValues"] = [{"pred": t.predicate, "val": _text(t)} for t in values]
    return {"id": term.iri, "lbl": term.label, "type": kind, **({"meta": meta} if meta else {})}


def _text(triple: Triple) -> str:
    return triple.object.value if isinstance(triple.object, Literal) else triple.object


def _synonyms(term: ClassTerm | Entity | PropertyTerm) -> list[dict[str, str]]:
    alternatives = getattr(term, "alt_labels", ())
    hidden = getattr(term, "hidden_labels", ())
    return [
        *({"pred": "hasExactSynonym", "val": text} for text in alternatives),
        *({"pred": "hasRelatedSynonym", "val": text} for text in hidden),
    ]


def _edge(subject: str, predicate: str, target: str, *, inferred: bool = False) -> dict[str, Json]:
    meta = {"meta": {"basicPropertyValues": [{"pred": _IS_INFERRED, "val": "true"}]}} if inferred else {}
    return {"sub": subject, "pred": predicate, "obj": target, **meta}


def _schema_edges(source: Exportable) -> list[dict[str, Json]]:
    """Class and property hierarchies, inverses, and the stated classes of individuals."""
    names = {RDFS.SUB_CLASS_OF: "is_a", RDFS.SUB_PROPERTY_OF: "subPropertyOf", OWL.INVERSE_OF: "inverseOf"}
    found = []
    for t in source.document.triples:
        ours = t.subject.startswith(CALF_NS) and isinstance(t.object, Iri) and t.object.startswith(CALF_NS)
        if ours and (t.predicate in names or t.predicate == RDF.TYPE):
            found.append((t.subject, names.get(t.predicate, "type"), _text(t)))
    return [_edge(*edge) for edge in sorted(found)]


def _edges(source: Exportable) -> list[dict[str, Json]]:
    """Statements between individuals; inferred ones are marked."""
    graph = source.graph
    return [
        _edge(t.subject, t.predicate, t.object, inferred=graph.is_inferred(t))
        for t in graph.statements()
        if isinstance(t.object, Iri) and (source.inferred or not graph.is_inferred(t))
    ]


def _domains(source: Exportable) -> list[dict[str, Json]]:
    return [
        {
            "predicateId": p.iri,
            **({"domainClassIds": [p.domain]} if p.domain else {}),
            **({"rangeClassIds": [p.range]} if p.range else {}),
        }
        for p in source.graph.properties()
        if p.domain or p.range
    ]


def _chains(source: Exportable) -> list[dict[str, Json]]:
    schema = Schema.of(source.document.triples)
    return [
        {"predicateId": head, "chainPredicateIds": list(schema.members(cell))}
        for head, cell in schema.pairs(OWL.PROPERTY_CHAIN_AXIOM)
    ]
