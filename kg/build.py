"""`ontology/src/*.ttl` becomes `ontology/calf.owl`, byte for byte the same from the same statements."""

from __future__ import annotations

import os
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.loading import open_ontology
from kg.rdfxml import serialise
from kg.terms import Iri, Literal, Triple
from kg.turtle import Annotation, Document, is_blank, read
from kg.vocabulary import CALF_NS, LEX_NS, ONTOLOGY, OWL, RDF, RDFS, SKOS, WITNESSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["build", "merge", "render"]

_OURS = (CALF_NS, LEX_NS)
_BUILT_IN = ("http://www.w3.org/2002/07/owl#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
_PROPERTY_KINDS = frozenset({OWL.ANNOTATION_PROPERTY, OWL.DATATYPE_PROPERTY, OWL.OBJECT_PROPERTY})
_TERM_KINDS = _PROPERTY_KINDS | {OWL.CLASS, OWL.ONTOLOGY}


def build(source: Path, target: Path) -> None:
    """Build the Turtle files of the folder `source` into the RDF/XML file `target`.

    The target is replaced in one step after everything else went well: a failure leaves it as it was.

    Raises:
        OntologyError: a file is malformed, uses a class or property that no file declares, or contradicts
            another.
    """
    document = merge(source)
    open_ontology(document)
    data = serialise(document.triples, document.annotations)
    try:
        _replace(target, data)
    except OSError as error:
        raise OntologyError(f"{target} cannot be written ({error.strerror})", "Check the path") from error


def render(source: Path) -> bytes:
    """The bytes of calf.owl for the Turtle files of the folder `source`; see `build`."""
    document = merge(source)
    return serialise(document.triples, document.annotations)


def merge(source: Path) -> Document:
    """All statements of the Turtle files of `source`, and those that the build adds.

    Added are a declaration of each named individual and of each foreign annotation property, the
    preferred label of each labelled term, `owl:AllDifferent` over the individuals that are no witnesses
    (sentences, studies, claims: no axiom could make two of them one, and reasoners pay for each pair), and
    the version IRI.
    """
    paths = sorted(source.glob("*.ttl"))
    if not paths:
        raise OntologyError(f"{source} holds no Turtle file", "Name the folder of the ontology's sources")
    triples: dict[Triple, str] = {}
    annotations: dict[Annotation, None] = {}
    for number, path in enumerate(paths):
        document = read(path, scope=f"f{number}n")
        for triple in document.triples:
            triples.setdefault(triple, path.name)
        annotations.update(dict.fromkeys(document.annotations))
    _check_declared(triples, annotations)
    added = _additions(triples, annotations)
    return Document((*triples, *added), tuple(annotations))


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o644)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _declared(triples: Iterable[Triple], kinds: frozenset[Iri]) -> set[Iri]:
    return {t.subject for t in triples if t.predicate == RDF.TYPE and t.object in kinds}


def _check_declared(triples: dict[Triple, str], annotations: Iterable[Annotation]) -> None:
    """Refuse a misspelt class or property, which would otherwise become a term of its own."""
    properties = _declared(triples, _PROPERTY_KINDS)
    classes = _declared(triples, frozenset({OWL.CLASS}))
    for triple, name in triples.items():
        if triple.predicate.startswith(_OURS) and triple.predicate not in properties:
            raise OntologyError(
                f"{name} uses the property {triple.predicate} on {triple.subject}, and no file declares it",
                "Correct its spelling or declare it in schema.ttl",
            )
        kind = triple.object
        if (
            triple.predicate == RDF.TYPE
            and isinstance(kind, Iri)
            and kind.startswith(_OURS)
            and kind not in classes
        ):
            raise OntologyError(
                f"{name} gives {triple.subject} the class {kind}, and no file declares it",
                "Correct its spelling or declare it in schema.ttl",
            )
    for annotation in annotations:
        if annotation.predicate.startswith(_OURS) and annotation.predicate not in properties:
            raise OntologyError(
                f"A statement about {annotation.triple.subject} is annotated with {annotation.predicate}, "
                "and no file declares it",
                "Correct its spelling or declare it in schema.ttl",
            )


def _additions(triples: dict[Triple, str], annotations: Iterable[Annotation]) -> Iterator[Triple]:
    individuals = sorted(_individuals(triples))
    for individual in individuals:
        yield Triple(individual, RDF.TYPE, OWL.NAMED_INDIVIDUAL)
    for foreign in sorted(_foreign_predicates(triples, annotations)):
        yield Triple(foreign, RDF.TYPE, OWL.ANNOTATION_PROPERTY)
    for triple in triples:
        if triple.predicate == RDFS.LABEL:
            yield Triple(triple.subject, SKOS.PREF_LABEL, triple.object)
    witnesses = {t.subject for t in triples if t.predicate == RDF.TYPE and t.object in WITNESSES}
    yield from _all_different([iri for iri in individuals if iri not in witnesses])
    yield from _version(triples)


def _individuals(triples: Iterable[Triple]) -> set[Iri]:
    return {
        t.subject
        for t in triples
        if t.predicate == RDF.TYPE
        and isinstance(t.object, Iri)
        and t.object.startswith(_OURS)
        and not is_blank(t.subject)
    }


def _foreign_predicates(triples: Iterable[Triple], annotations: Iterable[Annotation]) -> set[Iri]:
    declared = _declared(triples, _PROPERTY_KINDS)
    used = {t.predicate for t in triples} | {a.predicate for a in annotations} | {SKOS.PREF_LABEL}
    rdfs = "http://www.w3.org/2000/01/rdf-schema#"
    return {p for p in used - declared if not p.startswith((*_BUILT_IN, rdfs))}


def _all_different(individuals: list[Iri]) -> Iterator[Triple]:
    if len(individuals) <= 1:
        return
    node = Iri("_:different")
    cells = [Iri(f"_:different{i}") for i in range(len(individuals))]
    yield Triple(node, RDF.TYPE, OWL.ALL_DIFFERENT)
    yield Triple(node, OWL.DISTINCT_MEMBERS, cells[0])
    for cell, individual in zip(cells, individuals, strict=True):
        yield Triple(cell, RDF.FIRST, individual)
    for cell, following in pairwise([*cells, RDF.NIL]):
        yield Triple(cell, RDF.REST, following)


def _version(triples: Iterable[Triple]) -> Iterator[Triple]:
    numbers = sorted(
        t.object.value
        for t in triples
        if t.subject == ONTOLOGY and t.predicate == OWL.VERSION_INFO and isinstance(t.object, Literal)
    )
    if numbers:
        yield Triple(ONTOLOGY, OWL.VERSION_IRI, Iri(f"{ONTOLOGY}/{numbers[-1]}"))
