"""Sources and claims: where each statement comes from, and what disputes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.checks.sources import Check, Fault, Sources
from kg.terms import Iri
from kg.vocabulary import CALF, CALF_NS, DCTERMS, OWL, RDF, RDFS, WITNESSES

__all__ = ["CITING"]

DISPUTED = tuple(Iri(CALF_NS + name) for name in ("contradicted", "mixed"))


def _missing_source(sources: Sources) -> Iterator[Fault]:
    fix = "Add {| dcterms:source ... |} after the statement"
    properties = set(sources.typed(OWL.OBJECT_PROPERTY, OWL.DATATYPE_PROPERTY))
    # What is said about witnesses is where sources come from, so it needs none itself.
    individuals = set(sources.typed(OWL.NAMED_INDIVIDUAL)) - set(sources.typed(*WITNESSES))
    for triple in sources.triples:
        stated = triple.subject in individuals and triple.predicate in properties
        # `C subClassOf [ onProperty p ; hasValue v ]` states something about every member of C.
        stated |= (
            triple.predicate == RDFS.SUB_CLASS_OF
            and isinstance(triple.object, Iri)
            and bool(sources.values(triple.object, OWL.HAS_VALUE))
        )
        if stated and triple not in sources.sourced:
            yield triple.subject, f"states {triple.predicate.local} {triple.object} without a source", fix
    for node in _negative(sources):
        if not sources.values(node, DCTERMS.SOURCE):
            subjects = sources.values(node, OWL.SOURCE_INDIVIDUAL)
            yield str(subjects[0] if subjects else node), "denies something without a source", fix


def _negative(sources: Sources) -> Iterable[Iri]:
    return (
        t.subject
        for t in sources.triples
        if t.predicate == RDF.TYPE and t.object == OWL.NEGATIVE_PROPERTY_ASSERTION
    )


def _unsupported_dispute(sources: Sources) -> Iterator[Fault]:
    for claim in sources.typed(CALF.CLAIM_CLASS):
        if not set(sources.values(claim, CALF.HAS_STATUS)) & set(DISPUTED):
            continue
        lines = [line for line in sources.values(claim, CALF.HAS_EVIDENCE) if isinstance(line, Iri)]
        studies = [s for line in lines for s in sources.values(line, CALF.FROM_STUDY) if isinstance(s, Iri)]
        if not any(sources.texts(s, CALF.DOI) or sources.texts(s, CALF.PMID) for s in studies):
            yield (
                claim,
                "is disputed by no study with a DOI or PMID",
                "Add an evidence line, or change its status",
            )


def _claim_without_status(sources: Sources) -> Iterator[Fault]:
    for claim in sources.typed(CALF.CLAIM_CLASS):
        for predicate in (CALF.HAS_STATUS, CALF.STATED_IN, CALF.TEXT):
            if not sources.values(claim, predicate):
                yield claim, f"has no {predicate.local}", "Add it to claims.ttl"


CITING = (
    Check("missing_source", _missing_source),
    Check("unsupported_dispute", _unsupported_dispute),
    Check("claim_without_status", _claim_without_status),
)
