"""SKOS: things and their kinds as concepts, for thesaurus tools.

A concept is broader by kind (the soleus is a muscle), by part (a head is of its muscle) and by variation.
Every other relation between two concepts becomes `skos:related`, unless one lies above the other, which
SKOS forbids. Sentences, claims, steps and the like are no concepts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.catalogue import hierarchy
from kg.exports.turtle_text import turtle
from kg.terms import Iri, Literal, Triple
from kg.vocabulary import CALF_NS, DCTERMS, ONTOLOGY, RDF, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.export import Exportable
    from kg.schema import ClassTerm, Entity

__all__ = ["SkosConcepts"]

_NS = SKOS.DEFINITION.removesuffix("definition")
_TERMS = {
    name: Iri(_NS + name)
    for name in "Concept ConceptScheme broader hasTopConcept inScheme narrower related topConceptOf".split()
}
_NOTES = frozenset(Iri(_NS + n) for n in ("exactMatch", "closeMatch", "notation"))
_DC = DCTERMS.SOURCE.removesuffix("source")
_HEADER = frozenset(Iri(_DC + name) for name in ("title", "description", "license", "creator"))
_BROADER = frozenset(Iri(CALF_NS + name) for name in ("partOf", "headOf", "variationOf"))
_LEFT_OUT = "Caveat Claim ClaimStatus Cue EquipmentOption EvidenceDirection EvidenceLine Reason Source Step"
_NO_CONCEPTS = frozenset(Iri(CALF_NS + name) for name in _LEFT_OUT.split())


class SkosConcepts:
    """The things of the ontology as a concept scheme."""

    name = "skos"
    about = "a SKOS concept scheme in Turtle: labels, definitions, broader, related, mappings"
    is_folder = False

    def files(self, source: Exportable) -> dict[str, str]:
        """One file of Turtle."""
        return {"calf.skos.ttl": turtle(_Scheme(source).triples())}


class _Scheme:
    def __init__(self, source: Exportable) -> None:
        self._source = source
        graph = source.graph
        self._iri = Iri(f"{ONTOLOGY}/scheme")
        self._classes = {c.iri: c for c in graph.classes() if not _NO_CONCEPTS & {c.iri, *c.supers}}
        self._things = {e.iri: e for e in graph.entities() if not _NO_CONCEPTS & e.classes}
        self._broader = tuple(dict.fromkeys(self._above()))
        self._ancestors = hierarchy(self._broader, [*self._classes, *self._things])

    def _above(self) -> Iterator[tuple[Iri, Iri]]:
        """Each concept with those directly above it."""
        for cls in self._classes.values():
            general = {s for sup in cls.supers for s in self._source.graph.class_term(sup).supers}
            yield from ((cls.iri, sup) for sup in sorted(cls.supers - general))
        for thing in self._things.values():
            yield thing.iri, thing.kind
            for t in self._source.graph.statements(subject=thing.iri):
                direct = t.predicate in _BROADER and not self._source.graph.is_inferred(t)
                if direct and isinstance(t.object, Iri) and t.object in self._things:
                    yield thing.iri, t.object

    def triples(self) -> Iterator[Triple]:
        yield Triple(self._iri, RDF.TYPE, _TERMS["ConceptScheme"])
        for t in self._source.document.triples:
            if t.subject == ONTOLOGY and t.predicate in _HEADER:
                yield Triple(self._iri, t.predicate, t.object)
            if t.predicate in _NOTES and (t.subject in self._things or t.subject in self._classes):
                yield t
        terms: tuple[ClassTerm | Entity, ...] = (*self._classes.values(), *self._things.values())
        for term in terms:
            yield from self._concept(term)
        for lower, upper in self._broader:
            yield Triple(lower, _TERMS["broader"], upper)
            yield Triple(upper, _TERMS["narrower"], lower)
        yield from self._related()

    def _concept(self, term: ClassTerm | Entity) -> Iterator[Triple]:
        yield Triple(term.iri, RDF.TYPE, _TERMS["Concept"])
        yield Triple(term.iri, _TERMS["inScheme"], self._iri)
        if not self._ancestors[term.iri]:
            yield Triple(term.iri, _TERMS["topConceptOf"], self._iri)
            yield Triple(self._iri, _TERMS["hasTopConcept"], term.iri)
        taken: set[str] = set()  # SKOS wants the three kinds of labels to share none
        words = (
            (SKOS.PREF_LABEL, (term.label,)),
            (SKOS.ALT_LABEL, term.alt_labels),
            (SKOS.HIDDEN_LABEL, term.hidden_labels),
        )
        for predicate, texts in words:
            yield from (Triple(term.iri, predicate, _english(text)) for text in texts if text not in taken)
            taken.update(texts)
        if term.definition:
            yield Triple(term.iri, SKOS.DEFINITION, _english(term.definition))

    def _related(self) -> Iterator[Triple]:
        for t in self._source.graph.statements():
            wanted = self._source.inferred or not self._source.graph.is_inferred(t)
            if wanted and isinstance(t.object, Iri) and self._may_relate(t.subject, t.object):
                yield Triple(t.subject, _TERMS["related"], t.object)
                yield Triple(t.object, _TERMS["related"], t.subject)

    def _may_relate(self, first: Iri, last: Iri) -> bool:
        """Whether both are concepts, and neither is the other or above it."""
        both = first in self._things and last in self._things and first != last
        return both and last not in self._ancestors[first] and first not in self._ancestors[last]


def _english(text: str) -> Literal:
    return Literal(text, language="en")
